package org.unravel.exact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.unravel.model.Absence;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Reason;
import org.unravel.model.TimeBounds;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeDependentOperator.Term;
import org.unravel.model.TimeFunction;
import org.unravel.numeric.SparseMatrix;

/**
 * A function of time with what it can do to a result: a bound of |f| times the weight, integrated over a span, bounds the change of every probability, or of every
 * energy in units of the energy scale.
 *
 * @param name the key in the model file
 * @param function f
 * @param weight bound of the norm of the operator that f multiplies
 * @param effect whether its value acts or its change
 */
record Influence(String name, TimeFunction function, double weight, Effect effect) {

    /** How a function enters. */
    enum Effect {
        /** By its integral: H, rates, heat flows. */
        VALUE,
        /** By its change: the energy, whose integrated rate is work. */
        CHANGE
    }

    /** Coefficient that the remainder of a polynomial is proven with; a span of length h is proven where 2(h/4)^ORDER times it is small. */
    static final int ORDER = 16;

    /** All that drives a model; constants left out, and each function once with all that it does, under the name of what it does most in. */
    static List<Influence> of(Model model, double energyScale) {
        Map<Entry, Influence> once = new LinkedHashMap<>();
        each(model, energyScale).forEach(f -> once.merge(new Entry(f.function, f.effect), f, Influence::and));
        return List.copyOf(once.values());
    }

    private record Entry(TimeFunction function, Effect effect) {
    }

    private Influence and(Influence other) {
        return new Influence(weight >= other.weight ? name : other.name, function, weight + other.weight, effect);
    }

    private static List<Influence> each(Model model, double energyScale) {
        List<Influence> all = new ArrayList<>();
        addTerms("hamiltonian", model.drivingHamiltonian(), 1, Effect.VALUE, all);
        if (model.hasOwnEnergy() || !model.hamiltonian().isConstant()) {
            addTerms("energy", model.energy(), 1 / energyScale, Effect.CHANGE, all);
        }
        for (Bath bath : model.baths()) {
            for (Channel channel : bath.channels()) {
                addChannel("baths." + bath.name() + ".channels." + channel.name(), channel, energyScale, all);
            }
        }
        return all;
    }

    /** Bound of ‖ℒ‖ times the run of a model in which nothing depends on time. */
    static double actionOfConstants(Model model) {
        double bound = 0;
        for (Term term : model.drivingHamiltonian().terms()) {
            bound += 2 * bound(term.matrix());
        }
        for (Channel channel : model.channels()) {
            double l = 0;
            for (Term term : channel.operator().terms()) {
                l += bound(term.matrix());
            }
            bound += 2 * l * l * Math.abs(channel.rate().at(model.time().start()).re());
        }
        return bound * (model.time().end() - model.time().start());
    }

    private static void addTerms(String name, TimeDependentOperator operator, double factor, Effect effect, List<Influence> all) {
        for (Term term : operator.terms()) {
            if (!term.coefficient().isConstant()) {
                all.add(new Influence(name, term.coefficient(), factor * bound(term.matrix()), effect));
            }
        }
    }

    /** γ f_i f̄_j of every pair of terms of the operator, and that times the quantum. */
    private static void addChannel(String name, Channel channel, double energyScale, List<Influence> all) {
        List<Term> terms = channel.operator().terms();
        boolean quantum = !channel.heat().isConstant();
        double[] norms = terms.stream().mapToDouble(t -> bound(t.matrix())).toArray();
        for (int i = 0; i < terms.size(); i++) {
            for (int j = i; j < terms.size(); j++) {
                TimeFunction pair = terms.get(i).coefficient().times(terms.get(j).coefficient().conjugate());
                boolean steady = channel.rate().isConstant();
                TimeFunction product = steady ? pair : pair.times(channel.rate());
                double weight = 2 * norms[i] * norms[j] * (steady ? Math.abs(channel.rate().at(0).re()) : 1);
                if (!product.isConstant()) {
                    all.add(new Influence(name + (channel.rate().isConstant() ? ".operator" : ".rate"), product, weight, Effect.VALUE));
                }
                if (quantum) {
                    all.add(new Influence(name + ".heat", product.times(channel.heat()), weight / energyScale, Effect.VALUE));
                }
            }
        }
    }

    /** In words, what of a model keeps its equations from being integrated at a time: a function that is no number, or else the one that moves most. */
    static Absence fault(Model model, double t) {
        List<Influence> all = of(model, 1);
        for (Influence f : all) {
            TimeFunction.Value value = f.function.at(t);
            if (!Double.isFinite(value.re()) || !Double.isFinite(value.im())) {
                return new Absence(Reason.BROKEN_RULE, "expected " + f.name + " to be finite, found " + value.re());
            }
        }
        double most = all.stream().mapToDouble(f -> f.strength(t)).max().orElse(0);
        return new Absence(Reason.GAVE_UP, all.stream().filter(f -> f.strength(t) == most).findFirst()
                .map(f -> "expected changes that steps of a part of 1e-10 of the run can follow, found " + f.name + " of size "
                        + f.strength(t) + ", which moves most; another unit of time or a start away from a singularity would help")
                .orElse("expected equations whose numbers stay finite, found rates and times too large for them"));
    }

    private double strength(double t) {
        TimeFunction.Value value = function.at(t);
        double strength = weight * Math.hypot(value.re(), value.im());
        return Double.isNaN(strength) ? 0 : strength;
    }

    /** Bound of the norm: the larger of the largest row and column sums of moduli. */
    private static double bound(SparseMatrix m) {
        double[] columns = new double[m.dimension()];
        double largest = 0;
        for (int i = 0; i < m.dimension(); i++) {
            double row = 0;
            for (int p = m.rowStart()[i]; p < m.rowStart()[i + 1]; p++) {
                double modulus = Math.hypot(m.re()[p], m.im()[p]);
                row += modulus;
                columns[m.columns()[p]] += modulus;
            }
            largest = Math.max(largest, row);
        }
        for (double column : columns) {
            largest = Math.max(largest, column);
        }
        return largest;
    }

    /** Bound of what f does over a span, all of it; infinite where it is not known. */
    double action(double from, double to, double branch) {
        return effect == Effect.VALUE ? weight * (to - from) * function.bounds(from, to, branch, 0).modulus(0)
                : weight * (to - from) * function.bounds(from, to, branch, 1).modulus(1);
    }

    /**
     * Bound of what a polynomial of fewer than {@link #ORDER} coefficients leaves out over a span: 2(h/4)ᴺ|f⁽ᴺ⁾|/N! at Chebyshev points (Trefethen,
     * Approximation Theory and Approximation Practice, SIAM 2019, chapter 7), and of its derivative N² · 2/h times that (Markov).
     */
    double remainder(double from, double to, double branch) {
        TimeBounds bounds = function.bounds(from, to, branch, ORDER);
        double h = to - from;
        double left = 2 * Math.pow(h / 4, ORDER) * bounds.modulus(ORDER);
        left = bounds.modulus(ORDER) == 0 ? 0 : left;
        return weight * h * (effect == Effect.VALUE ? left : left * ORDER * ORDER * 2 / h);
    }

    /** True if f is known not to change on a smooth piece. */
    boolean isConstant(double from, double to, double branch) {
        return function.bounds(from, to, branch, 1).modulus(1) == 0;
    }

    /** True if bounds are not even known at a single time: the function does not offer any. */
    boolean isUnknown(double from, double to, double branch) {
        double inside = from + 0.381 * (to - from);
        return !Double.isFinite(function.bounds(inside, inside, branch, 0).modulus(0))
                && !Double.isFinite(function.bounds(branch, branch, branch, 0).modulus(0));
    }
}
