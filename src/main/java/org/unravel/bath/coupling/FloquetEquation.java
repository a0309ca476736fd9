package org.unravel.bath.coupling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

import org.unravel.bath.coupling.FloquetComponents.Component;
import org.unravel.model.MasterEquationKind;
import org.unravel.model.ModelException;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.numeric.Decimals;
import org.unravel.numeric.SparseMatrix;

/**
 * Jumps between the Floquet modes of a periodic H(t), of quanta ν = ε_m − ε_n + qω_d (Szczygielski, Gelbwaser-Klimovsky and Alicki, Phys. Rev. E 87, 012120 (2013),
 * <https://doi.org/10.1103/PhysRevE.87.012120>). All members of one ν are one operator Σ S_q e^{−iqω_d t}|φ_n(t)⟩⟨φ_m(t)|, so that a constant H gives the global equation back.
 */
final class FloquetEquation implements WeakCouplingEquation {

    private static final int MOST_LEVELS = 32;
    private static final int LEAST_SAMPLES = 32;
    private static final int MOST_SAMPLES = 4096;
    /** Of the largest frequency: what quasi-energies are known to. */
    private static final double ROUNDING = 1e-13;
    /** Of the norm of H: what H may be off after a period. */
    private static final double PERIODIC = 1e-9;
    /** Times at which that is asked. */
    private static final int LOOKS = 97;

    private final TimeDependentOperator hamiltonian;
    private final double start;
    private final double period;

    FloquetEquation(TimeDependentOperator hamiltonian, double start, double period) {
        this.hamiltonian = hamiltonian;
        this.start = start;
        this.period = period;
        if (hamiltonian.dimension() > MOST_LEVELS) {
            throw new ModelException("expected dimension at most " + MOST_LEVELS + " for equation: floquet, found " + hamiltonian.dimension(), "equation");
        }
        requirePeriodic();
    }

    private void requirePeriodic() {
        double worst = 0;
        double at = start;
        double size = 0;
        for (int k = 0; k < LOOKS; k++) {
            double t = start + (k + 0.5) / LOOKS * period;
            double off = hamiltonian.at(t + period).minus(hamiltonian.at(t)).maxModulus();
            size = Math.max(size, hamiltonian.at(t).maxModulus());
            at = off > worst ? t : at;
            worst = Math.max(worst, off);
        }
        if (worst > PERIODIC * size) {
            throw new ModelException("expected a hamiltonian of period " + BathRate.number(period) + ", found |H(t + period) - H(t)| = " + BathRate.number(worst)
                    + " at t = " + BathRate.number(at), "equation");
        }
    }

    @Override
    public MasterEquationKind kind() {
        return MasterEquationKind.FLOQUET;
    }

    @Override
    public TimeDependentOperator hamiltonian() {
        return hamiltonian;
    }

    private double driveFrequency() {
        return 2 * Math.PI / period;
    }

    @Override
    public JumpOperators jumpOperators(SparseMatrix coupling) {
        double speed = 0;
        for (int k = 0; k < LOOKS; k++) {
            speed = Math.max(speed, hamiltonian.at(start + (k + 0.5) / LOOKS * period).rowSumNorm());
        }
        int samples = LEAST_SAMPLES;
        while (samples < MOST_SAMPLES && speed * period / samples > PeriodPropagators.LONGEST_STEP) {
            samples *= 2;
        }
        for (; samples <= MOST_SAMPLES; samples *= 2) {
            PeriodPropagators propagators = PeriodPropagators.of(hamiltonian, start, period, samples);
            FloquetComponents components = FloquetComponents.of(propagators, FloquetModes.of(propagators), coupling);
            Optional<JumpOperators> found = components.isResolved() ? operators(components, Math.max(speed, driveFrequency())) : Optional.empty();
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new ModelException("expected Floquet modes of at most " + MOST_SAMPLES / 4 + " harmonics for equation: floquet, found more: the drive is too sudden, or its period too long",
                "equation");
    }

    /** Empty where more samples are needed. */
    private Optional<JumpOperators> operators(FloquetComponents components, double scale) {
        double one = BohrFrequencies.ONE * scale;
        List<Component> ascending = components.all().stream().filter(c -> c.nu() > -one).sorted(Comparator.comparingDouble(Component::nu)).toList();
        List<JumpOperators.Lowering> lowering = new ArrayList<>();
        Optional<TimeDependentOperator> elastic = Optional.empty();
        int first = 0;
        for (int k = 1; k <= ascending.size(); k++) {
            if (k == ascending.size() || ascending.get(k).nu() - ascending.get(k - 1).nu() > one) {
                List<Component> group = ascending.subList(first, k);
                Optional<TimeDependentOperator> operator = components.operator(group, driveFrequency());
                if (operator.isEmpty()) {
                    return Optional.empty();
                }
                if (group.get(0).nu() <= one) {
                    elastic = operator.filter(o -> !o.isZero());
                } else {
                    lowering.add(new JumpOperators.Lowering(TimeFunction.constant(frequency(group, scale)), operator.get()));
                }
                first = k;
            }
        }
        return Optional.of(new JumpOperators(lowering, elastic, components.leftOut(), OptionalDouble.empty(), Optional.empty()));
    }

    private static double frequency(List<Component> group, double scale) {
        double sum = 0;
        double weight = 0;
        for (Component c : group) {
            double w = c.re() * c.re() + c.im() * c.im();
            sum += w * c.nu();
            weight += w;
        }
        return Decimals.shortest(sum / weight, ROUNDING * scale);
    }

    @Override
    public TimeFunction along(TimeFunction frequency, DoubleUnaryOperator f) {
        return TimeFunction.constant(f.applyAsDouble(frequency.at(0).re()));
    }

    @Override
    public TimeDependentOperator weighted(JumpOperators operators, DoubleUnaryOperator weight) {
        TimeDependentOperator sum = TimeDependentOperator.zero(hamiltonian.dimension());
        for (JumpOperators.Lowering lowering : operators.lowering()) {
            double nu = lowering.frequency().at(0).re();
            TimeDependentOperator a = lowering.operator();
            sum = sum.plus(times(weight.applyAsDouble(nu), a.adjoint().times(a))).plus(times(weight.applyAsDouble(-nu), a.times(a.adjoint())));
        }
        if (operators.elastic().isPresent()) {
            sum = sum.plus(times(weight.applyAsDouble(0), operators.elastic().get().times(operators.elastic().get())));
        }
        return times(0.5, sum.plus(sum.adjoint()));
    }

    /** The factor goes into the matrices, so that harmonics gather. */
    private static TimeDependentOperator times(double factor, TimeDependentOperator operator) {
        return TimeDependentOperator.of(operator.dimension(), operator.terms().stream().map(t -> new TimeDependentOperator.Term(t.coefficient(), t.matrix().scaled(factor, 0))).toList());
    }
}
