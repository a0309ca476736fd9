package org.unravel.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.unravel.bath.DetailedBalance;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Observable;
import org.unravel.model.Quantity;
import org.unravel.model.TimeFunction;

/**
 * Counting statistics in the long-time limit of a model that does not depend on time: currents and their noise in the steady state.
 *
 * <p>The cumulants of a counted Q grow as t: E[Q] → Jt and Var[Q] → St. With 𝒥^(m) = Σ_k q_k^m L_k·L_k†, the hierarchy of
 * trajectories.md §4 gives J = Tr 𝒥^(1)ρ and S = Tr 𝒥^(2)ρ + 2 Tr 𝒥^(1)x, where ℒx = Jρ − 𝒥^(1)ρ and Tr x = 0. The scaled cumulant generating
 * function λ(s) = lim ln E[e^{sQ}]/t is the largest real eigenvalue of the generator with each jump multiplied by e^{sq_k}.
 *
 * <p>Immutable but for the matrices it works with; not safe for threads.
 *
 * @see <a href="https://doi.org/10.1103/PRXQuantum.5.020201">Landi, Kewming, Mitchison and Potts (2024), PRX Quantum 5, 020201</a>
 */
public final class CurrentStatistics {

    /** Largest dimension: the dense superoperator has D⁴ numbers, and elimination takes D⁶/3 multiply-adds. */
    public static final int MAX_DIMENSION = 32;

    /** Largest dimension for eigenvalues of the tilted generator, which take some thirty times as long. */
    public static final int MAX_EIGENVALUE_DIMENSION = 16;

    /** A current below this part of the activity is rounding: it has no Fano factor. */
    private static final double NO_CURRENT = 1e-12;

    /** Values of x from 0 up to 1/2 at which the symmetry is looked at. */
    private static final int SYMMETRY_POINTS = 5;

    /**
     * A current in the steady state.
     *
     * @param name of what is counted
     * @param mean J, in the unit of the quanta per time
     * @param noise S, the zero-frequency noise, in the square of that unit per time
     * @param activity Σ_k |q_k| times the rate of jumps, in the unit of the mean
     */
    public record Current(String name, double mean, double noise, double activity) {

        /** S/|J| in the unit of the quanta; NaN without a current. */
        public double fanoFactor() {
            return Math.abs(mean) <= NO_CURRENT * activity ? Double.NaN : noise / Math.abs(mean);
        }

        /**
         * S σ / J² with the entropy production rate σ: at least 2 for currents that change sign with time in classical jump processes with
         * detailed balance, such as heat, not for numbers of jumps; NaN without a current.
         *
         * @see <a href="https://doi.org/10.1103/PhysRevLett.114.158101">Barato and Seifert (2015), PRL 114, 158101</a>
         */
        public double uncertaintyRatio(double entropyProductionRate) {
            return Math.abs(mean) <= NO_CURRENT * activity ? Double.NaN : noise * entropyProductionRate / (mean * mean);
        }
    }

    private final Model model;
    private final SteadyState steady;

    private CurrentStatistics(Model model) {
        this.model = model;
        this.steady = SteadyState.of(model);
    }

    /**
     * Finds the steady state.
     *
     * @throws ModelException if H, a jump operator or a rate depends on time, the dimension exceeds {@link #MAX_DIMENSION}, or there is more
     *         than one steady state
     */
    public static CurrentStatistics of(Model model) {
        return new CurrentStatistics(model);
    }

    /** Means of the energy and the observables in the steady state, by name. */
    public Map<String, Double> means() {
        DenseMatrix rho = steady.densityMatrix();
        Map<String, Double> means = new LinkedHashMap<>();
        double t = model.time().start();
        CompiledOperator energy = CompiledOperator.of(model.energy());
        energy.moveTo(t, t);
        means.put(Quantity.ENERGY, energy.realTrace(rho));
        for (Observable o : model.observables()) {
            CompiledOperator operator = CompiledOperator.of(o.operator());
            operator.moveTo(t, t);
            means.put(o.name(), operator.realTrace(rho));
        }
        return means;
    }

    /**
     * The current of a counted quantity.
     *
     * @throws ModelException if a quantum depends on time
     */
    public Current current(CountedQuantity counted) {
        double[] q = quanta(counted);
        double[] flow = steady.jumps(q, steady.state());
        double mean = steady.trace(flow);
        double[] b = new double[flow.length];
        for (int i = 0; i < b.length; i++) {
            b[i] = mean * steady.state()[i] - flow[i];
        }
        double[] x = steady.solve(b);
        double noise = steady.trace(steady.jumps(Arrays.stream(q).map(v -> v * v).toArray(), steady.state()))
                + 2 * steady.trace(steady.jumps(q, x));
        double activity = steady.trace(steady.jumps(Arrays.stream(q).map(Math::abs).toArray(), steady.state()));
        return new Current(counted.name(), mean, noise, activity);
    }

    private static double[] quanta(CountedQuantity counted) {
        if (!counted.isDiscrete()) {
            throw new ModelException("quanta must be constant for the long-time limit of " + counted.name());
        }
        return counted.values();
    }

    /**
     * λ(s), per time.
     *
     * @param counted what is counted
     * @param field s, in the inverse unit of the quanta
     * @throws ModelException if a quantum depends on time, or the dimension exceeds {@link #MAX_EIGENVALUE_DIMENSION}
     */
    public double cumulantGeneratingFunction(CountedQuantity counted, double field) {
        return dominantEigenvalue(Arrays.stream(quanta(counted)).map(q -> Math.exp(field * q)).toArray());
    }

    private double dominantEigenvalue(double[] factors) {
        DimensionLimit.check("scaled cumulant generating function", model.dimension(), MAX_EIGENVALUE_DIMENSION);
        double[][] tilted = steady.parts().tiltedReal(factors);
        return Arrays.stream(new EigenDecompositionNonSymmetric(new Array2DRowRealMatrix(tilted, false)).getEigenvalues())
                .mapToDouble(z -> z.getRealPart()).max().orElseThrow();
    }

    /**
     * Why the symmetry of Gallavotti and Cohen is not to be expected; empty where detailed balance holds for all channels of all baths.
     */
    public Optional<String> brokenBalance() {
        for (Bath bath : model.baths()) {
            if (bath.inverseTemperature().isEmpty()) {
                return Optional.of("bath " + bath.name() + " has no temperature");
            }
            List<Channel> unpaired = DetailedBalance.of(model, bath).unpaired();
            if (!unpaired.isEmpty()) {
                return Optional.of("channel " + unpaired.get(0).name() + " of bath " + bath.name() + " has no detailed-balance partner");
            }
        }
        return model.baths().isEmpty() ? Optional.of("there is no bath") : Optional.empty();
    }

    /** σ = −Σ_b β_b J_b, the entropy that the baths gain per time; NaN where detailed balance does not hold. */
    public double entropyProductionRate() {
        if (brokenBalance().isPresent()) {
            return Double.NaN;
        }
        Current flow = current(entropyFlow());
        return Double.isNaN(flow.fanoFactor()) ? 0 : -flow.mean();
    }

    /** Σ_b β_b Q_b: each quantum times the inverse temperature of its bath. */
    private CountedQuantity entropyFlow() {
        List<TimeFunction> quanta = new ArrayList<>();
        for (Bath bath : model.baths()) {
            for (Channel channel : bath.channels()) {
                quanta.add(channel.heat().times(TimeFunction.constant(bath.inverseTemperature().orElseThrow())));
            }
        }
        return new CountedQuantity("entropy flow", quanta);
    }

    /**
     * The largest |λ(x) − λ(1 − x)| for x from 0 to 1/2, λ being the generating function of Σ_b β_b Q_b, in units of the
     * rate of all jumps: zero up to rounding where every channel has a detailed-balance partner and H, in the
     * basis in which the jump operators are real, is real too.
     *
     * <p>From L_↑ = e^{−βω/2}L_↓† follows ℒ_x† = ℒ_{1−x} with −H in place of H (first_law_article.md §10: λ(χ) = λ(β − χ)).
     *
     * @throws ModelException if a bath has no temperature or a quantum depends on time, or the dimension exceeds
     *         {@link #MAX_EIGENVALUE_DIMENSION}
     * @see <a href="https://doi.org/10.1023/A:1004589714161">Lebowitz and Spohn (1999), J. Stat. Phys. 95, 333</a>
     */
    public double symmetryViolation() {
        brokenBalance().ifPresent(why -> {
            throw new ModelException("the symmetry of the generating function needs detailed balance: " + why);
        });
        CountedQuantity flow = entropyFlow();
        double scale = steady.trace(steady.jumps(IntStream.range(0, flow.quanta().size()).mapToDouble(k -> 1).toArray(), steady.state()));
        double worst = 0;
        for (int i = 0; i < SYMMETRY_POINTS; i++) {
            double x = 0.5 * i / SYMMETRY_POINTS;
            double left = cumulantGeneratingFunction(flow, x);
            double right = cumulantGeneratingFunction(flow, 1 - x);
            worst = Math.max(worst, Math.abs(left - right));
        }
        return worst / scale;
    }

    /**
     * The mean waiting time from a jump of one channel to the next jump of any, in the steady state; infinite where some
     * state never jumps.
     *
     * <p>−Tr[ℒ_0⁻¹ 𝒥_kρ] / Tr[𝒥_kρ] with the generator ℒ_0 of the evolution without jumps (trajectories.md §4): an average over the states that a
     * channel which is not of rank one may leave.
     *
     * @param channel index of the channel in the model
     * @return NaN if the channel never jumps
     */
    public double meanWaitingTimeAfter(int channel) {
        double[] weights = new double[steady.parts().channelCount()];
        weights[channel] = 1;
        double[] after = steady.jumps(weights, steady.state());
        double rate = steady.trace(after);
        if (!(rate > 0)) {
            return Double.NaN;
        }
        double[][] noJump = steady.parts().noJump();
        LUDecomposition lu = new LUDecomposition(new Array2DRowRealMatrix(noJump, true), SteadyState.SINGULAR * SteadyState.largest(noJump));
        if (!lu.getSolver().isNonSingular()) {
            return Double.POSITIVE_INFINITY;
        }
        return -steady.trace(lu.getSolver().solve(new ArrayRealVector(after, false)).toArray()) / rate;
    }
}
