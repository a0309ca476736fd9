package org.unravel.exact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

import org.unravel.model.InitialState;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.WeightSign;

/**
 * What a model tends to in a long time: the state or its averages over a period, powers, currents with their noise, generating functions.
 *
 * <p>The cumulants of a counted Q grow as t: E[Q] → Jt, Var[Q] → St, ln E[e^{sQ}] → λ(s)t.
 */
public interface LongTimeStatistics {

    /**
     * By the way that takes the model: {@link CurrentStatistics} where nothing depends on time and the start leads to few numbers of the density matrix, else
     * {@link PeriodicStatistics}.
     *
     * @throws ModelException if the model depends on time and has no period, if its trajectories have weights of both signs, or if what it tends to cannot be found
     */
    static LongTimeStatistics of(Model model) {
        if (model.unraveling().weights() == WeightSign.SIGNED) {
            throw new ModelException("expected unraveling: jumps for the long-time limit, found martingale in " + model.name()
                    + ": with rates of both signs noise and waiting times are those of no probabilities", "unraveling");
        }
        boolean isStill = MasterEquationSystem.isConstant(model) && model.isConstant();
        if (model.period().isPresent() && !isStill) {
            return PeriodicStatistics.of(model);
        }
        return CurrentStatistics.appliesTo(model) || !DenseSuperoperators.applyTo(model) ? CurrentStatistics.of(model) : PeriodicStatistics.of(model);
    }

    /** The model that they are of. */
    Model model();

    /** The period over which everything is averaged; empty where nothing depends on time. */
    OptionalDouble period();

    /** What the state tends to; of a model with a period, at the start of one. Eigenvalues up to {@link InitialState#ZERO} are left out. */
    InitialState state();

    /** Means of the energy and the observables, by name; NaN for what has no mean in a long time. */
    Map<String, Double> means();

    /**
     * Work and heats per time, by name: {@code work}, {@code heat}, {@code heat.<bath>}, {@code heat.quantum}, {@code heat.unitary} with an own energy; empty where the energy
     * has no long-time limit.
     */
    Map<String, Double> powers();

    /**
     * The current of a counted quantity.
     *
     * @throws ModelException if it is not known, such as that of quanta that depend on time where there is no period
     */
    CurrentStatistics.Current current(CountedQuantity counted);

    /**
     * λ(s), per time.
     *
     * @param counted what is counted
     * @param field s, in the inverse unit of the quanta
     * @throws ModelException if it is not known, as where the density matrix has too many numbers
     */
    double cumulantGeneratingFunction(CountedQuantity counted, double field);

    /** The mean waiting time from a jump of each channel to the next jump of any, in the order of the channels; empty where it is not known. */
    Optional<double[]> meanWaitingTimes();

    /** What must be known of the numbers, one line each. */
    List<String> notes();

    /** Cov[A, B] per time, in the product of the units of both: (S of A + B less S of A less S of B)/2; infinite where one of these grows as the square of time. */
    default double covariance(CountedQuantity a, CountedQuantity b) {
        double[] noise = {current(a.plus(b)).noise(), current(a).noise(), current(b).noise()};
        return DoubleStream.of(noise).anyMatch(Double::isInfinite) ? Double.POSITIVE_INFINITY : (noise[0] - noise[1] - noise[2]) / 2;
    }

    /** Why the symmetry of Gallavotti and Cohen is not to be expected; empty where detailed balance holds for all channels of all baths. */
    default Optional<String> brokenBalance() {
        return EntropyFlow.brokenBalance(model());
    }

    /** σ = −Σ_b β_b J_b, the entropy that the baths gain per time; NaN where detailed balance does not hold. */
    default double entropyProductionRate() {
        return EntropyFlow.productionRate(this);
    }

    /** How far the generating function of Σ_b β_b Q_b is from the symmetry λ(x) = λ(1 − x); see {@link EntropyFlow#symmetryViolation}. */
    default double symmetryViolation() {
        return EntropyFlow.symmetryViolation(this);
    }
}
