package org.unravel.engine;

import java.util.List;

import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.TimeDependentOperator;

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

    /** Slicing the operators: of each entry, and beside. */
    private static final double ENTRY = 200;
    private static final double SET_UP = 30_000;

    /** What the objects of an operator take beside its entries. */
    private static final int OBJECT_BYTES = 600;

    private SparseForecast() {
    }

    static EngineForecast of(ModelShape shape) {
        SparseTables tables = SparseTables.of(shape.model(), TaylorKernel.fastest());
        double parts = Math.ceil(shape.model().time().step() / tables.longest());
        // Seen: 15 to 20 terms for segments of a norm of 10 that states far from the edge of the spectrum take, and for ones of 2.6.
        double degree = 16 + tables.longest() * tables.generatorNorm() / 4;
        int products = tables.generator().productCount();
        double pass = degree * tables.generator().sliceCount() * EVALUATION
                + TaylorKernel.PLACES * PRODUCT * (tables.energy().productCount() + tables.jumpRate().productCount());
        double segment = OVERHEAD + degree * products * PRODUCT + PASSES * pass;
        double jump = OVERHEAD + pass;
        double interval = (parts + shape.jumps()) * segment + shape.jumps() * jump;
        double nanoseconds = shape.observers().nanoseconds(shape.jumpForecast().total()) + shape.intervals() * interval;
        return new EngineForecast(EngineChoice.SPARSE, SET_UP + ENTRY * entries(shape.model()), nanoseconds, OBJECT_BYTES * (4L + tables.observables().length + tables.channels().length) + tables.bytes(),
                "Taylor polynomials of a sparse H_eff with " + products + " products of 16 rows");
    }

    /** Entries of all operators. */
    private static double entries(Model model) {
        double sum = 0;
        for (TimeDependentOperator o : List.of(model.hamiltonian(), model.energy(), model.jumpRateOperator())) {
            sum += entries(o);
        }
        for (Channel channel : model.channels()) {
            sum += entries(channel.operator());
        }
        return sum + model.observables().stream().mapToDouble(o -> entries(o.operator())).sum();
    }

    private static double entries(TimeDependentOperator operator) {
        return operator.terms().stream().mapToDouble(t -> t.matrix().nonZeroCount()).sum();
    }
}
