package org.unravel.engine;

/** Forecast of the {@link SparseEngine}: counts what its loops do. */
final class SparseForecast {

    /** One multiply-add of the vector loops. */
    private static final double MULTIPLY_ADD = 0.07;
    /** What one jump costs whatever the size; in multiply-adds. */
    private static final double JUMP_OVERHEAD = 2000;
    /** What a part of a lane costs beside its arithmetic; in multiply-adds. */
    private static final double STEP_OVERHEAD = 200;
    /** Evaluations of the polynomial beside the quadrature nodes: end, Newton, place of the jump. */
    private static final int EVALUATIONS = 6;

    private SparseForecast() {
    }

    static EngineForecast of(ModelShape shape) {
        SparseTables tables = SparseTables.of(shape.model());
        int dimension = shape.model().dimension();
        double phase = tables.partLength() * tables.generatorNorm();
        double degree = 8 + 2 * phase;
        double evaluation = 2 * degree * dimension;
        double node = evaluation + 4.0 * (shape.energy().nonZeroCount() + shape.jumpRate().nonZeroCount()) + 6 * dimension;
        int entries = tables.generator().real().length + tables.generator().imaginary().length;
        double round = STEP_OVERHEAD + degree * 2 * entries + tables.rule().count() * node + EVALUATIONS * evaluation;
        double interval = (tables.partCount() + shape.jumps()) * round + shape.jumps() * JUMP_OVERHEAD;
        return new EngineForecast(EngineChoice.SPARSE, shape.intervals() * interval * MULTIPLY_ADD, 16L * entries,
                "Taylor polynomials of a sparse H_eff with " + entries + " entries");
    }
}
