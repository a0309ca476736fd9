package org.unravel.engine;

import org.unravel.numeric.BlockPartition;
import org.unravel.numeric.SparseMatrix;

/** Forecast of the {@link GridEngine}: counts what its loops do. */
final class GridForecast {

    /** One multiply-add of the vector loops. */
    private static final double MULTIPLY_ADD = 0.07;
    /** What one jump costs whatever the size: draws, bookkeeping, Newton; in multiply-adds. */
    private static final double JUMP_OVERHEAD = 2000;
    /** What a step of a lane costs beside its arithmetic: ledger and sums at the grid point; in multiply-adds. */
    private static final double STEP_OVERHEAD = 200;
    /** Scalar loops beside vector loops. */
    private static final double SCALAR = 6;

    private GridForecast() {
    }

    static EngineForecast of(ModelShape shape) {
        double h = shape.model().time().step();
        SparseMatrix inFrame = shape.hamiltonian().minus(BlockFrame.of(shape.model(), shape.partition()).middles().at(0));
        double steps = Math.max(1, Math.max(h * shape.jumpRate().rowSumNorm() / StepTableBuilder.MOST_DAMPING,
                h * inFrame.rowSumNorm() / StepTableBuilder.MOST_PHASE));
        PropagationForm form = PropagationForm.of(shape.partition());
        double interval = form == PropagationForm.FORMS ? forms(shape, steps) : states(shape, steps);
        boolean same = shape.model().hamiltonian().isConstant() && shape.model().jumpRateOperator().isConstant();
        long tables = (long) (Math.ceil(steps) * (same ? 1 : shape.intervals()));
        long bytes = tables * StepTable.bytes(shape.partition(), EnergyTerms.of(shape.model()), GridTables.GAUSS_COUNT, form);
        return new EngineForecast(EngineChoice.GRID, shape.intervals() * interval * MULTIPLY_ADD, bytes, structure(shape.partition()));
    }

    private static double forms(ModelShape shape, double steps) {
        double entries = shape.partition().entryCount();
        double forms = EnergyTerms.of(shape.model()).formCount();
        return steps * (STEP_OVERHEAD + entries * (6 + GridTables.GAUSS_COUNT * forms))
                + shape.jumps() * (JUMP_OVERHEAD + 2 * NodeValues.N * forms * entries);
    }

    private static double states(ModelShape shape, double steps) {
        BlockPartition partition = shape.partition();
        double entries = partition.entryCount();
        double node = 4 * entries + 4.0 * (shape.energy().nonZeroCount() + shape.jumpRate().nonZeroCount());
        double solve = 0;
        for (int m = 0; m < partition.blockCount(); m++) {
            solve += 4.0 / 3 * Math.pow(partition.block(m).length, 3);
        }
        double jump = 2 * NodeValues.N * node + SCALAR * solve + 2 * NodeValues.N * entries;
        return steps * (STEP_OVERHEAD + 4 * entries + GridTables.GAUSS_COUNT * node) + shape.jumps() * (JUMP_OVERHEAD + jump);
    }

    private static String structure(BlockPartition partition) {
        return partition.blockCount() == 1 ? "dense propagator of dimension " + partition.largestBlock()
                : partition.blockCount() + " invariant blocks of H_eff, the largest of dimension " + partition.largestBlock();
    }
}
