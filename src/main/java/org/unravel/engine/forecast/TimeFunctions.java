package org.unravel.engine.forecast;

import java.util.HashSet;
import java.util.Set;

import org.unravel.model.Model;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;

/** The functions of time that an engine evaluates. */
public final class TimeFunctions {

    private TimeFunctions() {
    }

    /** Functions of time in the operators of a model, with the derivatives of those of the energy. */
    public static int count(Model model) {
        Set<TimeFunction> found = new HashSet<>();
        add(model.drivingHamiltonian(), found);
        add(model.jumpRateOperator(), found);
        model.channels().forEach(c -> add(c.operator(), found));
        model.observables().forEach(o -> add(o.operator(), found));
        Set<TimeFunction> energy = new HashSet<>();
        add(model.energy(), energy);
        found.addAll(energy);
        return found.size() + energy.size();
    }

    private static void add(TimeDependentOperator o, Set<TimeFunction> found) {
        o.terms().stream().map(TimeDependentOperator.Term::coefficient).filter(f -> !f.isConstant()).forEach(found::add);
    }
}
