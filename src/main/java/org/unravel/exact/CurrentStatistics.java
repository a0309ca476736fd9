package org.unravel.exact;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.unravel.model.InitialState;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Observable;
import org.unravel.model.Quantity;
import org.unravel.model.Reason;
import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.SparseMatrix;

/**
 * Counting statistics in the long-time limit of a model that does not depend on time: currents and their noise in the steady state.
 *
 * <p>The cumulants of a counted Q grow as t: E[Q] → Jt and Var[Q] → St. With 𝒥^(m) = Σ_k q_k^m L_k·L_k†, the hierarchy of
 * physics.md, "What is counted, exactly" gives J = Tr 𝒥^(1)ρ and S = Tr 𝒥^(2)ρ + 2 Tr 𝒥^(1)x, where ℒx = Jρ − 𝒥^(1)ρ and Tr x = 0. The scaled cumulant generating
 * function λ(s) = lim ln E[e^{sQ}]/t is the largest real eigenvalue of the generator with each jump multiplied by e^{sq_k}, see {@link TiltedGrowth}.
 *
 * <p>Immutable but for the matrices it works with; not safe for threads.
 *
 * @see <a href="https://doi.org/10.1103/PRXQuantum.5.020201">Landi, Kewming, Mitchison and Potts (2024), PRX Quantum 5, 020201</a>
 */
public final class CurrentStatistics implements LongTimeStatistics {

    /** Most numbers n of the density matrix that the start may lead to, at most D²: elimination takes n³/3 multiply-adds. */
    static final int MOST_NUMBERS = 1024;

    /** Most of them for eigenvalues of the tilted generator, which take some thirty times as long. */
    static final int MOST_EIGENVALUE_NUMBERS = 256;

    /** Part of the sum of what cancels below which a sum is rounding: far above that of extended numbers (1e-30), far below any two rates side by side. */
    private static final double CANCELLED = 1e-22;

    /**
     * Roundings of doubles that a rate or an element of an operator comes with. A mean as small as this part of what cancels in it, or a current that an affinity
     * as small as this would drive (S/2 for each unit of it: Green and Kubo), is no more than that: it is shown as zero.
     */
    private static final double ROUNDINGS = 16 * Math.ulp(1.0);

    /**
     * A current in the steady state.
     *
     * @param name of what is counted
     * @param mean J, in the unit of the quanta per time
     * @param noise S, the zero-frequency noise, in the square of that unit per time; infinite where the start leads to several steady states with unlike
     *        currents, so that the variance grows as the square of time
     * @param activity Σ_k |q_k| times the rate of jumps, in the unit of the mean
     */
    public record Current(String name, double mean, double noise, double activity) {

        /** S/|J| in the unit of the quanta; NaN without a current. */
        public double fanoFactor() {
            return mean == 0 ? Double.NaN : noise / Math.abs(mean);
        }

        /**
         * S σ / J² with the entropy production rate σ: at least 2 for currents that change sign with time in classical jump processes with
         * detailed balance, such as heat, not for numbers of jumps; NaN without a current.
         *
         * @see <a href="https://doi.org/10.1103/PhysRevLett.114.158101">Barato and Seifert (2015), PRL 114, 158101</a>
         */
        public double uncertaintyRatio(double entropyProductionRate) {
            return mean == 0 ? Double.NaN : noise * entropyProductionRate / (mean * mean);
        }
    }

    private static final double HALF = 0.5;

    private final Model model;
    private final SteadyState steady;
    /** Made when it is first asked for. */
    private TiltedGrowth growth;
    private PeriodMap map;

    private CurrentStatistics(Model model) {
        this.model = model;
        this.steady = SteadyState.of(model);
    }

    /**
     * Finds the steady state, or what the start leads to where there are several.
     *
     * @throws ModelException if H, a jump operator or a rate depends on time, or the start leads to more than 1024 numbers of the density matrix
     */
    public static CurrentStatistics of(Model model) {
        return new CurrentStatistics(model);
    }

    /** True if nothing that the state depends on depends on time, and elimination is not too long. */
    static boolean appliesTo(Model model) {
        return DenseSuperoperators.applyTo(model) && SteadyState.numberCount(model) <= MOST_NUMBERS;
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public OptionalDouble period() {
        return OptionalDouble.empty();
    }

    @Override
    public Map<String, Double> powers() {
        return Powers.at(model, steady.densityMatrix());
    }

    @Override
    public List<String> notes() {
        return invariantCount() == 1 ? List.of() : List.of("the start leads to more than one steady state (" + invariantCount()
                + " independent matrices do not change): what is shown is the average over what it leads to, and over a long time");
    }

    @Override
    public Optional<double[]> meanWaitingTimes() {
        return Optional.of(IntStream.range(0, model.channels().size()).mapToDouble(this::meanWaitingTimeAfter).toArray());
    }

    /**
     * Number of independent matrices that do not change in time among those that the start leads to: 1 for one steady state. With more, all that is told here
     * is the average over the mixture of steady states that the start leads to.
     */
    public int invariantCount() {
        return steady.invariants().columns();
    }

    @Override
    public InitialState state() {
        return steady.densityMatrix().mixture();
    }

    /** Means of the energy and the observables in the steady state, by name; NaN for what depends on time itself. */
    @Override
    public Map<String, Double> means() {
        DenseMatrix rho = steady.densityMatrix();
        Map<String, Double> means = new LinkedHashMap<>();
        means.put(Quantity.ENERGY, mean(model.energy(), rho));
        for (Observable o : model.observables()) {
            means.put(o.name(), mean(o.operator(), rho));
        }
        return means;
    }

    private double mean(TimeDependentOperator operator, DenseMatrix rho) {
        if (!operator.isConstant()) {
            return Double.NaN;
        }
        SparseMatrix o = operator.at(model.time().start());
        double sum = 0;
        double magnitude = 0;
        for (int i = 0; i < o.dimension(); i++) {
            for (int p = o.rowStart()[i]; p < o.rowStart()[i + 1]; p++) {
                int j = o.columns()[p];
                sum += o.re()[p] * rho.re()[j][i] - o.im()[p] * rho.im()[j][i];
                magnitude += Math.hypot(o.re()[p], o.im()[p]) * Math.hypot(rho.re()[j][i], rho.im()[j][i]);
            }
        }
        return Math.abs(sum) <= ROUNDINGS * magnitude ? 0 : sum;
    }

    /**
     * The current of a counted quantity.
     *
     * @throws ModelException if a quantum depends on time
     */
    @Override
    public Current current(CountedQuantity counted) {
        double[] q = quanta(counted);
        double[] squares = Arrays.stream(q).map(v -> v * v).toArray();
        double activity = trace(Arrays.stream(q).map(Math::abs).toArray(), steady.state());
        double mean = known(trace(q, steady.state()), activity);
        if (currentsDiffer(q, mean)) {
            return new Current(counted.name(), mean, Double.POSITIVE_INFINITY, activity);
        }
        Extended own = steady.trace(steady.jumps(squares, steady.state()));
        Extended correlation = steady.trace(steady.jumps(q, response(q))).times(2);
        double noise = known(own.plus(correlation).high(), own.high() + Math.abs(correlation.high()));
        double largest = Arrays.stream(q).map(Math::abs).max().orElse(0);
        boolean driven = Math.abs(mean) * largest > ROUNDINGS * noise;
        return new Current(counted.name(), driven ? mean : 0, noise, activity);
    }

    /** The x of ℒx = Jρ − 𝒥^(1)ρ with Tr x = 0. */
    private ExtendedMatrix response(double[] q) {
        ExtendedMatrix flow = steady.jumps(q, steady.state());
        ExtendedMatrix b = new ExtendedMatrix(flow.rows(), 1);
        Extended exact = steady.trace(flow);
        for (int i = 0; i < b.rows(); i++) {
            b.set(i, 0, steady.state().get(i, 0).times(exact).minus(flow.get(i, 0)));
        }
        return steady.solve(b);
    }

    /**
     * The third cumulant of a counted quantity per time, in the cube of the unit of the quanta: Tr 𝒥^(3)ρ + 3 Tr 𝒥^(2)x + 6 Tr 𝒥^(1)y with ℒy = Jx + Sρ/2 − 𝒥^(1)x − 𝒥^(2)ρ/2 and
     * Tr y = 0, the third order in s of λ(s).
     *
     * @return NaN where the start leads to several steady states with unlike currents
     * @throws ModelException if a quantum depends on time
     */
    public double thirdCumulant(CountedQuantity counted) {
        double[] q = quanta(counted);
        double[] squares = Arrays.stream(q).map(v -> v * v).toArray();
        double[] cubes = Arrays.stream(q).map(v -> v * v * v).toArray();
        if (currentsDiffer(q, trace(q, steady.state()))) {
            return Double.NaN;
        }
        ExtendedMatrix rho = steady.state();
        ExtendedMatrix x = response(q);
        ExtendedMatrix first = steady.jumps(q, x);
        ExtendedMatrix second = steady.jumps(squares, rho);
        Extended mean = steady.trace(steady.jumps(q, rho));
        Extended noise = steady.trace(second).plus(steady.trace(first).times(2));
        ExtendedMatrix b = new ExtendedMatrix(rho.rows(), 1);
        for (int i = 0; i < b.rows(); i++) {
            b.set(i, 0, x.get(i, 0).times(mean).plus(rho.get(i, 0).times(noise).times(HALF)).minus(first.get(i, 0)).minus(second.get(i, 0).times(HALF)));
        }
        Extended own = steady.trace(steady.jumps(cubes, rho));
        Extended one = steady.trace(steady.jumps(squares, x)).times(3);
        Extended two = steady.trace(steady.jumps(q, steady.solve(b))).times(6);
        return known(own.plus(one).plus(two).high(), Math.abs(own.high()) + Math.abs(one.high()) + Math.abs(two.high()));
    }

    private double trace(double[] weights, ExtendedMatrix rho) {
        return steady.trace(steady.jumps(weights, rho)).high();
    }

    private static double known(double sum, double magnitude) {
        return Math.abs(sum) <= CANCELLED * magnitude ? 0 : sum;
    }

    /** True if steady states of the start have unlike currents: Σ_k q_k Tr L_kRL_k† differs from J Tr R for a matrix R that does not change. */
    private boolean currentsDiffer(double[] q, double mean) {
        ExtendedMatrix all = steady.invariants();
        double[] magnitudes = Arrays.stream(q).map(Math::abs).toArray();
        for (int c = 0; c < all.columns() && all.columns() > 1; c++) {
            ExtendedMatrix one = new ExtendedMatrix(all.rows(), 1);
            for (int i = 0; i < all.rows(); i++) {
                one.set(i, 0, all.get(i, c));
            }
            double expected = mean * steady.trace(one).high();
            double found = trace(q, one);
            double scale = Math.abs(expected) + Math.abs(found) + Math.abs(trace(magnitudes, one));
            if (Math.abs(found - expected) > ROUNDINGS * scale) {
                return true;
            }
        }
        return false;
    }

    private static double[] quanta(CountedQuantity counted) {
        if (!counted.isDiscrete()) {
            throw new ModelException(Reason.NOT_APPLICABLE, "quanta must be constant for the long-time limit of " + counted.name());
        }
        return counted.values();
    }

    /**
     * λ(s), per time.
     *
     * @param counted what is counted
     * @param field s, in the inverse unit of the quanta
     * @throws ModelException if a quantum depends on time, or where the start leads to more than 256 numbers of the density matrix products alone do not find it
     */
    @Override
    public double cumulantGeneratingFunction(CountedQuantity counted, double field) {
        double[] q = quanta(counted);
        // in extended numbers, so that the factors of a quantum and of its opposite are inverse to all digits
        Extended[] factors = Arrays.stream(q).mapToObj(v -> Extended.product(field, v).exponential()).toArray(Extended[]::new);
        if (Arrays.stream(factors).allMatch(Extended.of(1)::equals)) {
            return 0;
        }
        if (steady.state().rows() > MOST_EIGENVALUE_NUMBERS) {
            return growthByProducts(counted, field);
        }
        if (growth == null) {
            growth = new TiltedGrowth(steady.generator(), steady.levels());
        }
        return growth.rate(factors);
    }

    private double growthByProducts(CountedQuantity counted, double field) {
        if (map == null) {
            map = PeriodMap.ofConstants(model, new WorkBudget(PeriodicStatistics.MOST_WORK));
        }
        return map.growth(counted, field);
    }

    /**
     * The mean waiting time from a jump of one channel to the next jump of any, in the steady state; infinite where
     * one of the states that it leaves may never jump again.
     *
     * <p>−Tr[ℒ_0⁻¹ 𝒥_kρ] / Tr[𝒥_kρ] with the generator ℒ_0 of the evolution without jumps (physics.md, "What is counted, exactly"): an average over the states that a
     * channel which is not of rank one may leave.
     *
     * @param channel index of the channel in the model
     * @return NaN if the channel never jumps
     */
    public double meanWaitingTimeAfter(int channel) {
        double[] weights = new double[steady.generator().channelCount()];
        weights[channel] = 1;
        ExtendedMatrix after = steady.jumps(weights, steady.state());
        Extended rate = steady.trace(after);
        if (!(rate.high() > 0)) {
            return Double.NaN;
        }
        int[] place = steady.place();
        boolean[] start = new boolean[place.length];
        for (int i = 0; i < start.length; i++) {
            start[i] = place[i] >= 0 && after.high()[place[i]][0] != 0;
        }
        int[] reached = steady.generator().reach(start, ExtendedGenerator.Evolution.WITHOUT_JUMPS);
        NullProjection silent = new NullProjection(steady.generator().noJump(reached));
        ExtendedMatrix b = new ExtendedMatrix(Arrays.stream(reached).max().orElse(-1) + 1, 1);
        for (int i = 0; i < reached.length; i++) {
            if (reached[i] >= 0 && place[i] >= 0) {
                b.set(reached[i], 0, after.get(place[i], 0));
            }
        }
        double never = steady.generator().trace(silent.of(b), reached).high();
        if (never > CANCELLED * rate.high()) {
            return Double.POSITIVE_INFINITY;
        }
        return steady.generator().trace(silent.solve(b), reached).over(rate).negated().high();
    }
}
