package org.unravel.engine;

/** Forecast of the {@link SparseEngine}: counts what its loops do. */
final class SparseForecast {

    /** One entry of a slice in a product, in nanoseconds. */
    private static final double PRODUCT = 5;
    /** One entry of a slice in the forms of a ket. */
    private static final double FORM = 9;
    /** One slice of a term in an evaluation of three places; past the second-level cache, where terms no longer fit, it takes twice that. */
    private static final double EVALUATION = 4;
    /** Evaluations of three places for a segment: the coarsest rule, and most times the next. */
    private static final double PASSES = 1.8;
    /** What a segment and a jump cost whatever the size: bookkeeping, draws, ledger. */
    private static final double OVERHEAD = 400;

    private SparseForecast() {
    }

    static EngineForecast of(ModelShape shape) {
        SparseTables tables = SparseTables.of(shape.model());
        double parts = Math.ceil(shape.model().time().step() / tables.longest());
        // Seen: 15 to 20 terms for segments of a norm of 10 that states far from the edge of the spectrum take, and for ones of 2.6.
        double degree = 16 + tables.longest() * tables.generatorNorm() / 4;
        int entries = tables.generator().entryCount();
        double pass = degree * tables.generator().sliceCount() * EVALUATION
                + TaylorKernel.PLACES * FORM * (tables.energy().entryCount() + tables.jumpRate().entryCount());
        double segment = OVERHEAD + degree * entries * PRODUCT + PASSES * pass;
        double jump = OVERHEAD + pass;
        double interval = (parts + shape.jumps()) * segment + shape.jumps() * jump;
        return new EngineForecast(EngineChoice.SPARSE, shape.intervals() * interval, 8L * tables.generator().coefficients().length,
                "Taylor polynomials of a sparse H_eff with " + entries + " vectors of entries");
    }
}
