package org.unravel.bath.coupling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

import org.unravel.model.MasterEquationKind;
import org.unravel.model.ModelException;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.SparseMatrix;

/**
 * Jumps between the levels of a constant operator: of the whole H (global), or of the part that the coupling acts on (local).
 *
 * @param levels the operator whose levels they are
 */
record LevelEquation(MasterEquationKind kind, TimeDependentOperator hamiltonian, TimeDependentOperator levels) implements WeakCouplingEquation {

    /** Entries of all jump operators of a bath, some 20 bytes each, and as many once more for their adjoints. */
    private static final long MOST_ENTRIES = 1L << 24;

    @Override
    public JumpOperators jumpOperators(SparseMatrix coupling) {
        requireDimension(coupling.dimension());
        LevelBasis basis = new LevelBasis(HermitianEigen.of(levels.at(0)), coupling);
        BohrFrequencies frequencies = BohrFrequencies.of(basis, coupling);
        List<JumpOperators.Lowering> lowering = new ArrayList<>();
        Optional<TimeDependentOperator> elastic = Optional.empty();
        long entries = 0;
        for (BohrFrequencies.Group group : frequencies.groups()) {
            SparseMatrix part = basis.part(group.pairs());
            entries += part.nonZeroCount();
            if (entries > MOST_ENTRIES) {
                throw new ModelException("expected jump operators with at most " + MOST_ENTRIES + " entries together, "
                        + "found more in " + frequencies.groups().size() + " operators of dimension "
                        + coupling.dimension(), "coupling");
            }
            if (group.nu() == 0) {
                elastic = Optional.of(TimeDependentOperator.constant(part)).filter(o -> !o.isZero());
            } else {
                lowering.add(new JumpOperators.Lowering(TimeFunction.constant(group.nu()), TimeDependentOperator.constant(part)));
            }
        }
        return new JumpOperators(lowering, elastic, frequencies.leftOut(), OptionalDouble.empty(), Optional.empty());
    }

    private static void requireDimension(int dimension) {
        if (dimension > LARGEST_DIMENSION) {
            throw new ModelException("expected dimension at most " + LARGEST_DIMENSION + " for a bath with a coupling, found " + dimension, "coupling");
        }
    }

    @Override
    public TimeFunction along(TimeFunction frequency, DoubleUnaryOperator f) {
        return TimeFunction.constant(f.applyAsDouble(frequency.at(0).re()));
    }

    @Override
    public TimeDependentOperator weighted(JumpOperators operators, DoubleUnaryOperator weight) {
        return TimeDependentOperator.constant(WeightedSquares.at(operators, 0, 0, weight));
    }
}
