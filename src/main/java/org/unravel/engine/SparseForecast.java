package org.unravel.engine;

/** Forecast of the {@link SparseEngine}: counts what its loops do. */
final class SparseForecast {

    /** One multiply-add of a slice, in nanoseconds: 4 to 6 with flips or bands and entries. */
    private static final double PRODUCT = 5;
    /** One slice of a term in an evaluation of three places: 3.5 from the first-level cache, 5 from the second. */
    private static final double EVALUATION = 4;
    /** Evaluations of three places for a segment: the coarsest rule, and most times the next. */
    private static final double PASSES = 1.8;
    /** What a segment and a jump cost whatever the size: bookkeeping, draws, ledger. */
    private static final double OVERHEAD = 400;

    private SparseForecast() {
    }

    static EngineForecast of(ModelShape shape) {
        SparseTables tables = SparseTables.of(shape.model(), TaylorKernel.fastest());
        double parts = Math.ceil(shape.model().time().step() / tables.longest());
        // Seen: 15 to 20 terms for segments of a norm of 10 that states far from the edge of the spectrum take, and for ones of 2.6.
        double degree = 16 + tables.longest() * tables.generator().norm(tables.drive(), 0) / 4;
        int products = tables.generator().productCount();
        double pass = degree * tables.jumpRate().rows().sliceCount() * EVALUATION
                + TaylorKernel.PLACES * PRODUCT * (tables.energy().rows().productCount() + tables.jumpRate().rows().productCount());
        double segment = OVERHEAD + degree * products * PRODUCT + PASSES * pass;
        double jump = OVERHEAD + pass;
        double interval = (parts + shape.jumps()) * segment + shape.jumps() * jump;
        return new EngineForecast(EngineChoice.SPARSE, shape.intervals() * interval, SparseEngine.tableBytes(tables),
                "Taylor polynomials of a sparse H_eff with " + products + " products of 16 rows");
    }
}
