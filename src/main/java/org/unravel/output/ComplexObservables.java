package org.unravel.output;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.unravel.model.Model;
import org.unravel.model.Observable;
import org.unravel.model.TimeGrid;

/** Says which observables are not Hermitian: wanted, their means are complex; by mistake, as where an adjoint was left out, that is to be seen at once. */
final class ComplexObservables {

    /** Times of a run at which it is looked how far an operator is from its adjoint. */
    private static final int LOOKS = 17;

    private ComplexObservables() {
    }

    /** One line, with how large (X − X†)/2 is at most; empty where all are Hermitian. */
    static Optional<String> text(Model model) {
        String parts = model.observables().stream().filter(o -> o.part() == Observable.Part.IMAGINARY).map(o -> o.name() + " (" + Measured.number(size(o, model.time())) + ")")
                .collect(Collectors.joining(", "));
        return parts.isEmpty() ? Optional.empty() : Optional.of("X is not Hermitian, and its mean has an imaginary part (largest entry of (X - dag(X))/2): " + parts);
    }

    private static double size(Observable observable, TimeGrid time) {
        return IntStream.range(0, LOOKS).mapToDouble(k -> time.start() + (k + 0.5) / LOOKS * (time.end() - time.start())).map(t -> observable.operator().at(t).maxModulus()).max().orElse(0);
    }
}
