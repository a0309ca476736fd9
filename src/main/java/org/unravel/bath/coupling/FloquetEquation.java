package org.unravel.bath.coupling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import org.unravel.model.MasterEquationKind;
import org.unravel.model.ModelException;
import org.unravel.model.Periodicity;
import org.unravel.model.QuasiEnergies;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.model.TimeGrid;
import org.unravel.model.TimeProof;
import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.SparseMatrix;

/**
 * Jumps between the Floquet modes of a periodic H(t) (Szczygielski, Gelbwaser-Klimovsky and Alicki, Phys. Rev. E 87, 012120 (2013), <https://doi.org/10.1103/PhysRevE.87.012120>): the
 * operator of a frequency ν is Σ_q S^{(q)}_nm e^{−iqωt}|φ_n(t)⟩⟨φ_m(t)| over all components with ν = ε_m − ε_n + qω. It repeats after the period, and is kept as a Fourier sum.
 */
final class FloquetEquation implements WeakCouplingEquation {

    /** U has D² entries, and so has each harmonic of a jump operator. */
    private static final int MOST_LEVELS = 64;
    /** Entries of all harmonics of all jump operators of a bath. */
    private static final long MOST_ENTRIES = 1L << 22;
    /** Times of a period at which the spread of H is looked at. */
    private static final int LOOKS = 64;

    private final TimeDependentOperator hamiltonian;
    private final FloquetModes modes;
    private final double spread;
    private final Optional<String> unproven;

    FloquetEquation(TimeDependentOperator hamiltonian, TimeGrid time, double period) {
        if (hamiltonian.dimension() > MOST_LEVELS) {
            throw new ModelException("expected dimension at most " + MOST_LEVELS + " for equation: floquet, found " + hamiltonian.dimension(), "equation");
        }
        this.hamiltonian = hamiltonian;
        this.unproven = unproven(hamiltonian, time, period);
        TimeDependentOperator driving = hamiltonian.withoutOffset();
        this.modes = new FloquetModes(driving, time.start(), period);
        this.spread = IntStream.range(0, hamiltonian.isConstant() ? 1 : LOOKS).mapToDouble(j -> spread(driving.at(time.start() + (j + 0.5) / LOOKS * period))).max().orElse(0);
    }

    private static Optional<String> unproven(TimeDependentOperator hamiltonian, TimeGrid time, double period) {
        Periodicity periodicity = new Periodicity(time, period);
        TimeProof.Finding finding = periodicity.of(hamiltonian);
        if (finding.outcome() == TimeProof.Outcome.FAILED) {
            throw new ModelException("expected a hamiltonian that repeats after period = " + periodicity.shownPeriod() + " for equation: floquet, found a difference of "
                    + BathRate.number(finding.value()) + " between t = " + BathRate.number(finding.time()) + " and a period later", "equation");
        }
        return finding.outcome() == TimeProof.Outcome.PROVEN ? Optional.empty() : Optional.of("expected a hamiltonian that repeats after its period, could not be proven near t = "
                + BathRate.number(finding.time()));
    }

    private static double spread(SparseMatrix h) {
        double[] levels = HermitianEigen.of(h).values();
        return levels[levels.length - 1] - levels[0];
    }

    @Override
    public MasterEquationKind kind() {
        return MasterEquationKind.FLOQUET;
    }

    @Override
    public TimeDependentOperator hamiltonian() {
        return hamiltonian;
    }

    @Override
    public JumpOperators jumpOperators(SparseMatrix coupling) {
        FloquetComponents components = FloquetComponents.of(modes, coupling, spread);
        ModeHarmonics harmonics = new ModeHarmonics(modes, modes.at(components.samples()));
        List<JumpOperators.Lowering> lowering = new ArrayList<>();
        Optional<TimeDependentOperator> elastic = Optional.empty();
        long entries = 0;
        for (FloquetComponents.Group group : components.groups()) {
            TimeDependentOperator operator = harmonics.operator(group.components());
            entries += operator.terms().stream().mapToLong(t -> t.matrix().nonZeroCount()).sum();
            if (entries > MOST_ENTRIES) {
                throw new ModelException("expected jump operators with at most " + MOST_ENTRIES + " entries together, found more in " + components.groups().size() + " operators of dimension "
                        + coupling.dimension() + " with up to " + components.harmonics() + " harmonics", "coupling");
            }
            if (group.nu() == 0) {
                // Hermitian to the last bit
                elastic = Optional.of(operator.plus(operator.adjoint()).scaled(TimeFunction.constant(0.5)));
            } else {
                lowering.add(new JumpOperators.Lowering(TimeFunction.constant(group.nu()), operator));
            }
        }
        return new JumpOperators(lowering, elastic, components.leftOut(), OptionalDouble.empty(), unproven,
                Optional.of(new QuasiEnergies(modes.period(), modes.quasiEnergies(), components.harmonics())));
    }

    @Override
    public TimeFunction along(TimeFunction frequency, DoubleUnaryOperator f) {
        return TimeFunction.constant(f.applyAsDouble(frequency.at(0).re()));
    }

    @Override
    public TimeDependentOperator weighted(JumpOperators operators, DoubleUnaryOperator weight) {
        TimeDependentOperator sum = TimeDependentOperator.zero(modes.dimension());
        for (JumpOperators.Lowering lowering : operators.lowering()) {
            double nu = lowering.frequency().at(0).re();
            sum = sum.plus(square(lowering.operator(), weight.applyAsDouble(nu))).plus(square(lowering.operator().adjoint(), weight.applyAsDouble(-nu)));
        }
        if (operators.elastic().isPresent()) {
            sum = sum.plus(square(operators.elastic().get(), weight.applyAsDouble(0)));
        }
        // Hermitian to the last bit
        return sum.plus(sum.adjoint()).scaled(TimeFunction.constant(0.5));
    }

    /** w A†A. */
    private static TimeDependentOperator square(TimeDependentOperator a, double w) {
        return a.adjoint().times(a).scaled(TimeFunction.constant(w));
    }
}
