package org.unravel.engine;

import java.util.ArrayList;
import java.util.List;

import org.unravel.model.InitialState;
import org.unravel.model.Model;
import org.unravel.numeric.BlockPartition;
import org.unravel.numeric.SparseMatrix;

/**
 * Predicted arithmetic of an engine for one trajectory and one grid interval, in multiply-adds, from the model alone.
 *
 * <p>Counts what the engines' loops do; the number of jumps is guessed from the jump rates of the initial state and of the mixed state.
 */
record EngineCost(double grid, double sparse) {

    /** What one jump costs whatever the size: draws, bookkeeping, Newton. */
    private static final double JUMP_OVERHEAD = 2000;
    /** What a step of a lane costs beside its arithmetic: bookkeeping at the grid point. */
    private static final double STEP_OVERHEAD = 60;
    /** Evaluations of the polynomial beside the quadrature nodes: end, Newton, place of the jump. */
    private static final int SPARSE_EVALUATIONS = 6;

    static EngineCost of(Model model) {
        double h = model.time().step();
        double start = model.time().start() + 1e-9 * h;
        SparseMatrix hamiltonian = model.hamiltonian().at(model.time().start(), start);
        SparseMatrix energy = model.energy().at(model.time().start(), start);
        SparseMatrix k = model.jumpRateOperator().at(model.time().start(), start);
        double jumps = h * (initialRate(model, k) + trace(k) / k.dimension()) / 2;
        List<SparseMatrix> patterns = new ArrayList<>();
        model.hamiltonian().terms().forEach(t -> patterns.add(t.matrix()));
        model.energy().terms().forEach(t -> patterns.add(t.matrix()));
        model.jumpRateOperator().terms().forEach(t -> patterns.add(t.matrix()));
        BlockPartition partition = BlockPartition.of(model.dimension(), patterns);
        double sparse = SparseTables.applies(model) ? sparse(model, energy, k, jumps) : Double.POSITIVE_INFINITY;
        return new EngineCost(grid(model, partition, hamiltonian, energy, k, jumps), sparse);
    }

    private static double grid(Model model, BlockPartition partition, SparseMatrix hamiltonian, SparseMatrix energy, SparseMatrix k,
            double jumps) {
        double h = model.time().step();
        SparseMatrix inFrame = hamiltonian.minus(BlockFrame.of(model, partition).middles().at(0));
        double steps = Math.max(1, Math.max(h * k.rowSumNorm() / StepTableBuilder.MOST_DAMPING, h * inFrame.rowSumNorm() / StepTableBuilder.MOST_PHASE));
        double entries = partition.entryCount();
        double forms = EnergyTerms.of(model).formCount();
        if (PropagationForm.of(partition) == PropagationForm.FORMS) {
            return steps * (STEP_OVERHEAD + entries * (6 + GridTables.GAUSS_COUNT * forms))
                    + jumps * (JUMP_OVERHEAD + 2 * NodeValues.N * forms * entries);
        }
        double node = 4 * entries + 4.0 * (energy.nonZeroCount() + k.nonZeroCount());
        double solve = 0;
        for (int m = 0; m < partition.blockCount(); m++) {
            solve += 4.0 / 3 * Math.pow(partition.block(m).length, 3);
        }
        // The solve runs in scalars, some six times slower than the vector loops.
        double jump = 2 * NodeValues.N * node + 6 * solve + 2 * NodeValues.N * entries;
        return steps * (STEP_OVERHEAD + 4 * entries + GridTables.GAUSS_COUNT * node) + jumps * (JUMP_OVERHEAD + jump);
    }

    private static double sparse(Model model, SparseMatrix energy, SparseMatrix k, double jumps) {
        SparseTables tables = SparseTables.of(model);
        double phase = tables.partLength() * tables.generator().rowSumNorm();
        double degree = 8 + 2 * phase;
        double evaluation = 2 * degree * model.dimension();
        double node = evaluation + 4.0 * (energy.nonZeroCount() + k.nonZeroCount()) + 6 * model.dimension();
        double round = STEP_OVERHEAD + degree * 4 * tables.generator().nonZeroCount() + tables.rule().count() * node
                + SPARSE_EVALUATIONS * evaluation;
        return (tables.partCount() + jumps) * round + jumps * JUMP_OVERHEAD;
    }

    private static double initialRate(Model model, SparseMatrix k) {
        double rate = 0;
        for (InitialState.Component c : model.initial().components()) {
            rate += c.probability() * k.expectation(c.re(), c.im());
        }
        return rate;
    }

    private static double trace(SparseMatrix k) {
        double trace = 0;
        for (int i = 0; i < k.dimension(); i++) {
            trace += k.re(i, i);
        }
        return trace;
    }

    /** The cheaper engine. */
    EngineChoice best() {
        return sparse < grid ? EngineChoice.SPARSE : EngineChoice.GRID;
    }
}
