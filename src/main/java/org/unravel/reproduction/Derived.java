package org.unravel.reproduction;

import java.util.function.Function;

import org.unravel.firstlaw.dissipation.InternalDissipation;
import org.unravel.model.Model;
import org.unravel.model.Observable;
import org.unravel.model.TimeDependentOperator;

/**
 * An observable that the program derives from a model: its mean is exact and sampled like that of any other.
 *
 * @param name among the observables
 * @param operator finds it
 */
record Derived(String name, Function<Model, TimeDependentOperator> operator) {

    /** R of all channels. */
    static Derived dissipation(String name) {
        return new Derived(name, InternalDissipation::power);
    }

    /** R of one bath. */
    static Derived dissipation(String name, String bath) {
        return new Derived(name, m -> InternalDissipation.power(m, m.baths().stream().filter(b -> b.name().equals(bath)).findFirst().orElseThrow()));
    }

    /** The part of R that quanta carry. */
    static Derived countedDissipation(String name) {
        return new Derived(name, InternalDissipation::countedPower);
    }

    /** The rate of the mean of an observable of the model; of one that depends on time itself, without what that does. */
    static Derived rate(String name, String observable) {
        return new Derived(name, m -> InternalDissipation.rate(m, observable(m, observable)));
    }

    /** The part of that rate that is no dissipation. */
    static Derived unitaryRate(String name, String observable) {
        return new Derived(name, m -> InternalDissipation.unitaryRate(m, observable(m, observable)));
    }

    /** The operator of an observable of the model. */
    static TimeDependentOperator observable(Model model, String observable) {
        return model.observables().stream().filter(o -> o.name().equals(observable)).findFirst().orElseThrow().operator();
    }

    Observable of(Model model) {
        return new Observable(name, operator.apply(model));
    }
}
