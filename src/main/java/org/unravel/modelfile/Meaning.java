package org.unravel.modelfile;

import org.unravel.bath.coupling.Spectrum;
import org.unravel.model.TimeDependentOperator;

/** What an expression means in a scope. */
sealed interface Meaning {

    /** What it is, for messages. */
    String kind();

    record Number(Scalar scalar) implements Meaning {

        @Override
        public String kind() {
            return "a number";
        }
    }

    record Operator(TimeDependentOperator operator) implements Meaning {

        @Override
        public String kind() {
            return "an operator";
        }
    }

    /** A spectrum that a program has given. */
    record Density(Spectrum spectrum) implements Meaning {

        @Override
        public String kind() {
            return "a spectrum";
        }
    }

    record State(Ket ket) implements Meaning {

        @Override
        public String kind() {
            return "a ket";
        }
    }
}
