package org.unravel.modelfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.unravel.model.InitialState.Component;
import org.unravel.model.Space;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeDependentOperator.Term;
import org.unravel.numeric.SparseMatrix;

/**
 * What may be odd in fermions: jump operators alone. A state of an even and an odd number at once is none, and what would tell or make one cannot be measured
 * (superselection: Wick, Wightman and Wigner (1952), doi:10.1103/PhysRev.88.101).
 */
final class FermionParity {

    /** Rounding of amplitudes that were typed or computed from such. */
    private static final double NEGLIGIBLE = 1e-12;

    private final Optional<boolean[]> odd;

    private FermionParity(Optional<boolean[]> odd) {
        this.odd = odd;
    }

    /** The parity of the states of a scope's space; without fermions all is even. */
    static FermionParity of(Scope scope) {
        return new FermionParity(scope.space().flatMap(Space::oddStates));
    }

    /** Refuses an operator that changes the parity. */
    void requireEven(String what, Source source, TimeDependentOperator operator) {
        if (hasPart(operator, true)) {
            throw ModelFileException.at(source, "expected an operator even in fermions for " + what + ", found terms with an odd number of c and cdag; such are for the operator of a channel alone");
        }
    }

    /** Refuses an operator that changes the parity in some of its terms and keeps it in others. */
    void requireDefinite(String what, Source source, TimeDependentOperator operator) {
        if (hasPart(operator, true) && hasPart(operator, false)) {
            throw ModelFileException.at(source, "expected " + what + " of a channel odd or even in fermions, found terms with an odd and with an even number of c and cdag: write two channels");
        }
    }

    private boolean hasPart(TimeDependentOperator operator, boolean changing) {
        return odd.isPresent() && operator.terms().stream().map(Term::matrix).anyMatch(m -> hasPart(m, changing));
    }

    private boolean hasPart(SparseMatrix matrix, boolean changing) {
        double least = NEGLIGIBLE * matrix.maxModulus();
        for (int i = 0; i < matrix.dimension(); i++) {
            for (int p = matrix.rowStart()[i]; p < matrix.rowStart()[i + 1]; p++) {
                boolean changes = odd.get()[i] != odd.get()[matrix.columns()[p]];
                if (changes == changing && matrix.magnitude(p) > least) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * The same state by kets of one parity each: eigenvectors of degenerate probabilities come in any combination.
     *
     * @throws ModelFileException if there is a coherence between even and odd states
     */
    List<Component> separated(Source source, List<Component> components) {
        if (odd.isEmpty()) {
            return components;
        }
        List<Component> mixed = components.stream().filter(c -> weight(c, true) > 0 && weight(c, false) > 0).toList();
        if (coherence(mixed) > NEGLIGIBLE) {
            throw ModelFileException.at(source, "expected a state of an even or of an odd number of fermions, or a mixture of such, found a superposition of both");
        }
        if (mixed.isEmpty()) {
            return components;
        }
        List<Component> all = new ArrayList<>();
        for (Component c : components) {
            for (boolean parity : new boolean[] {false, true}) {
                double weight = weight(c, parity);
                if (weight > NEGLIGIBLE * NEGLIGIBLE) {
                    all.add(part(c, parity, weight));
                }
            }
        }
        return List.copyOf(all);
    }

    private double weight(Component ket, boolean parity) {
        double sum = 0;
        for (int k = 0; k < ket.re().length; k++) {
            sum += odd.get()[k] == parity ? ket.re()[k] * ket.re()[k] + ket.im()[k] * ket.im()[k] : 0;
        }
        return sum;
    }

    private Component part(Component ket, boolean parity, double weight) {
        double[] re = new double[ket.re().length];
        double[] im = new double[re.length];
        double norm = Math.sqrt(weight);
        for (int k = 0; k < re.length; k++) {
            re[k] = odd.get()[k] == parity ? ket.re()[k] / norm : 0;
            im[k] = odd.get()[k] == parity ? ket.im()[k] / norm : 0;
        }
        return new Component(ket.probability() * weight, re, im);
    }

    /** Largest |ρ_ij| of an even i and an odd j. */
    private double coherence(List<Component> kets) {
        double largest = 0;
        for (int i = 0; i < odd.get().length && !kets.isEmpty(); i++) {
            for (int j = 0; j < odd.get().length; j++) {
                largest = odd.get()[i] || !odd.get()[j] ? largest : Math.max(largest, element(kets, i, j));
            }
        }
        return largest;
    }

    private static double element(List<Component> kets, int i, int j) {
        double re = 0;
        double im = 0;
        for (Component c : kets) {
            re += c.probability() * (c.re()[i] * c.re()[j] + c.im()[i] * c.im()[j]);
            im += c.probability() * (c.im()[i] * c.re()[j] - c.re()[i] * c.im()[j]);
        }
        return Math.hypot(re, im);
    }
}
