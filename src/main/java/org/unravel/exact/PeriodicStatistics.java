package org.unravel.exact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.unravel.model.InitialState;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Observable;
import org.unravel.model.Periodicity;
import org.unravel.model.Quantity;
import org.unravel.model.Reason;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeGrid;
import org.unravel.model.TimeProof;

/**
 * The long-time limit of a model that repeats after a period T: the state that repeats, averages over a period, currents and their noise. A model that does not depend on
 * time repeats after any time, so that large ones go the same way.
 *
 * <p>With the map Φ over one period, ρ = Φρ. What is counted has the current J = c(T)/T with c of {@link PeriodCountSystem}, and the noise S = ∫Σ_k (q_k²R_k(ρ) + 2q_kR_k(x))dt/T
 * with the x that repeats too: (1 − Φ)x(0) is what a period makes of x = 0. The generating function is λ(s) = ln Λ(s)/T with the largest eigenvalue Λ of the map with each
 * jump multiplied by e^{sq}.
 *
 * <p>Immutable but for the matrices it works with; not safe for threads.
 */
public final class PeriodicStatistics implements LongTimeStatistics {

    /** Most multiply-adds: a minute or two. */
    static final double MOST_WORK = 1e11;

    /** Part of the activity, and of the norm of an operator, below which a current or a mean is what integration leaves of none. */
    private static final double ROUNDING = 1e-12;

    private final Model model;
    private final Model period;
    private final PeriodMap map;
    private final PeriodSolver solver;
    private final double[] state;
    /** Times between which the model is smooth in the period. */
    private final double[] edges;
    private final Map<CountedQuantity, CurrentStatistics.Current> currents = new HashMap<>();

    private PeriodicStatistics(Model model, Model period, WorkBudget budget) {
        this.model = model;
        this.period = period;
        this.edges = period.time().edges(period.breakpoints());
        this.map = new PeriodMap(period, budget);
        this.solver = map.size() <= PeriodSolver.MOST_DENSE_NUMBERS ? new DensePeriodSolver(map)
                : new KrylovPeriodSolver(map, map.flow().restrict(DenseMatrix.packed(model.initial())));
        this.state = solver.state();
    }

    /**
     * Finds the state that repeats.
     *
     * @param model a model with a period, or one that does not depend on time
     * @throws ModelException if there is no such state, or more than one, or it is not found
     */
    public static PeriodicStatistics of(Model model) {
        return of(model, new WorkBudget(MOST_WORK));
    }

    /** The same, all of it paid from a budget. */
    static PeriodicStatistics of(Model model, WorkBudget budget) {
        boolean isConstant = DenseSuperoperators.applyTo(model);
        if (model.period().isEmpty() && !isConstant) {
            throw new ModelException(Reason.NOT_APPLICABLE, "expected a model with a period, or one that does not depend on time");
        }
        DimensionLimit.check("long-time limit", model.dimension(), CountingMoments.MAX_DIMENSION);
        double length = model.period().orElseGet(() -> PeriodMap.lengthOfConstants(model));
        double start = model.time().start();
        return new PeriodicStatistics(model, model.withTime(new TimeGrid(start, start + length, 2)), budget);
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public OptionalDouble period() {
        return model.period().map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    @Override
    public List<String> notes() {
        return solver.notes();
    }

    /** The state at the start of a period, of trace 1. */
    DenseMatrix densityMatrix() {
        DenseMatrix rho = new DenseMatrix(model.dimension());
        rho.unpack(map.flow().expand(state, 0));
        return rho;
    }

    @Override
    public InitialState state() {
        return densityMatrix().mixture();
    }

    @Override
    public Map<String, Double> means() {
        Map<String, TimeDependentOperator> operators = new LinkedHashMap<>();
        operators.put(Quantity.ENERGY, model.energy());
        for (Observable o : model.observables()) {
            operators.put(o.name(), o.operator());
        }
        Map<String, Double> means = new LinkedHashMap<>();
        List<String> known = new ArrayList<>();
        operators.forEach((name, operator) -> {
            means.put(name, Double.NaN);
            if (repeats(operator)) {
                known.add(name);
            }
        });
        PeriodAverageSystem system = new PeriodAverageSystem(map.flow(), model.dimension(), known.stream().map(operators::get).toList());
        double[] scales = system.scales(state, edges);
        double[] end = map.integrated(system, system.start(state), scales, 1);
        for (int o = 0; o < known.size(); o++) {
            double mean = system.integral(end, o) / map.length();
            means.put(known.get(o), Math.abs(mean) <= ROUNDING * system.integral(scales, o) ? 0 : mean);
        }
        return means;
    }

    private boolean repeats(TimeDependentOperator operator) {
        return operator.isConstant() || model.period().isPresent() && new Periodicity(model.time(), model.period().get()).of(operator).outcome() != TimeProof.Outcome.FAILED;
    }

    @Override
    public Map<String, Double> powers() {
        if (model.period().isEmpty()) {
            return Powers.at(model, densityMatrix());
        }
        return Powers.over(period, map.flow().expand(state, 0));
    }

    @Override
    public CurrentStatistics.Current current(CountedQuantity counted) {
        requirePeriod(counted);
        // a covariance asks for three, entropy for one that may be among them
        CurrentStatistics.Current known = currents.get(counted);
        if (known == null) {
            known = found(counted);
            currents.put(counted, known);
        }
        return known;
    }

    private CurrentStatistics.Current found(CountedQuantity counted) {
        double quantum = largest(counted);
        if (quantum == 0) {
            return new CurrentStatistics.Current(counted.name(), 0, 0, 0);
        }
        PeriodCountSystem system = new PeriodCountSystem(map.flow(), counted);
        double[] none = new double[state.length];
        double[] rest = system.first(map.integrated(system, system.start(state, none), system.scales(quantum, state, none), 2));
        double[] x = solver.solve(rest);
        double[] end = map.integrated(system, system.start(state, x), system.scales(quantum, state, x), 2);
        double t = map.length();
        double activity = system.activity(end) / t;
        double mean = system.mean(end) / t;
        return new CurrentStatistics.Current(counted.name(), Math.abs(mean) <= ROUNDING * activity ? 0 : mean, system.second(end) / t, activity);
    }

    private void requirePeriod(CountedQuantity counted) {
        if (model.period().isEmpty() && !counted.isDiscrete()) {
            throw new ModelException(Reason.NOT_APPLICABLE, "quanta must be constant for the long-time limit of " + counted.name() + " of a model without a period");
        }
    }

    /** The largest |quantum| of a period. */
    private double largest(CountedQuantity counted) {
        return counted.quanta().stream().mapToDouble(q -> PeakBound.of(q, edges)).max().orElse(0);
    }

    @Override
    public double cumulantGeneratingFunction(CountedQuantity counted, double field) {
        requirePeriod(counted);
        if (field == 0 || largest(counted) == 0) {
            return 0;
        }
        return map.growth(counted, field);
    }

    @Override
    public Optional<double[]> meanWaitingTimes() {
        return Optional.empty();
    }
}
