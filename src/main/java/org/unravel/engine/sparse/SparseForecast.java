package org.unravel.engine.sparse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.unravel.engine.drive.Drive;
import org.unravel.engine.forecast.EngineForecast;
import org.unravel.engine.forecast.ModelShape;
import org.unravel.engine.forecast.TimeFunctions;
import org.unravel.engine.taylor.SlicedTerms;
import org.unravel.engine.taylor.TaylorKernel;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.ChebyshevNodes;

/** Forecast of the {@link SparseEngine}: counts what its loops do. */
final class SparseForecast {

    /** One multiply-add of a slice, in nanoseconds: 4 to 6 with flips or bands and entries. */
    private static final double PRODUCT = 5;
    /** One slice of a term in an evaluation of three places: 3.5 from the first-level cache, 5 from the second. */
    private static final double EVALUATION = 4;
    /** Evaluations of three places for a segment: the coarsest rule, and most times the next. */
    private static final double PASSES = 1.8;
    /** The same where baths are apart: most times two finer rules must agree. */
    private static final double PASSES_APART = 3.5;
    /** What a segment and a jump cost whatever the size: bookkeeping, draws, ledger. */
    private static final double OVERHEAD = 400;

    /** Slicing the operators: of each entry, and beside. */
    private static final double ENTRY = 200;
    private static final double SET_UP = 30_000;

    /** One slice of the sum of earlier terms that a driven term takes, of some six. */
    private static final double MIXTURE = 25;
    /** What a segment of a driven model costs beside, whatever the size, and for each function of time. */
    private static final double DRIVEN = 3000;
    private static final double FUNCTION = 1000;
    /** So many times more the loops of a driven model take where its series outgrows the second-level cache: sums over earlier terms read it again and again. */
    private static final double FAR = 2.2;
    private static final long SECOND_LEVEL = 2L << 20;
    /** A coefficient of an operator at a node. */
    private static final double COEFFICIENT = 0.3;
    /** A function at a time, when tables are built, with its share of transformations and tests. */
    private static final double SAMPLE = 4000;
    /** A function on a piece: its polynomial, of which most have less than all powers. */
    private static final double FUNCTION_BYTES = 100;
    private static final double ENTRY_BYTES = 24;

    /** What the objects of an operator take beside its entries. */
    private static final int OBJECT_BYTES = 600;

    private SparseForecast() {
    }

    static EngineForecast of(ModelShape shape) {
        SparseTables tables = SparseTables.of(shape);
        // Seen: 15 to 20 terms for segments of a norm of 10 that states far from the edge of the spectrum take, and for ones of 2.6.
        double degree = 16 + tables.longest() * tables.generator().norm(tables.drive(), 0) / 4;
        int products = tables.generator().productCount();
        int driven = tables.drive().functionCount() - 1;
        int slices = tables.jumpRate().rows().sliceCount();
        double pass = degree * slices * EVALUATION + TaylorKernel.PLACES * (PRODUCT * formProducts(tables) + moving(tables));
        double loops = degree * (products * PRODUCT + mixing(tables, slices)) + (tables.terms().apart() > 0 ? PASSES_APART : PASSES) * pass;
        boolean far = driven > 0 && TaylorSeries.bytes(shape.model().dimension()) > SECOND_LEVEL;
        double segment = OVERHEAD + (driven > 0 ? DRIVEN + FUNCTION * driven : 0) + (far ? FAR : 1) * loops;
        double jump = OVERHEAD + pass;
        double jumps = shape.jumpForecast().total();
        double nanoseconds = shape.observers().nanoseconds(jumps) + (segments(tables) + jumps) * segment + jumps * jump;
        return new EngineForecast(SparseEngine.NAME, setUp(shape.model(), driven * (double) tables.drive().pieceCount()), nanoseconds,
                OBJECT_BYTES * (4L + tables.observables().length + tables.channels().length) + tables.bytes(),
                "Taylor polynomials of a sparse H_eff with " + products + " products of 16 rows"
                        + (driven > 0 ? " and " + driven + " functions of time" : ""));
    }

    /** The same by the number of grid intervals and functions alone, for a small model that depends on time: enough to know that another engine is faster. */
    static EngineForecast atFirstSight(ModelShape shape) {
        Model model = shape.model();
        int functions = TimeFunctions.count(model);
        double jumps = shape.jumpForecast().total();
        double segments = shape.intervals() + jumps;
        double nanoseconds = shape.observers().nanoseconds(jumps) + segments * (OVERHEAD + DRIVEN + FUNCTION * functions);
        long operators = OBJECT_BYTES * (4L + model.observables().size() + model.channels().size());
        return new EngineForecast(SparseEngine.NAME, setUp(model, (double) functions * shape.intervals()), nanoseconds,
                operators + (long) (ENTRY_BYTES * entries(model) + FUNCTION_BYTES * (functions + 1) * shape.intervals()),
                "Taylor polynomials of a sparse H_eff and about " + functions + " functions of time, by the number of grid intervals");
    }

    private static double setUp(Model model, double polynomials) {
        return SET_UP + ENTRY * entries(model) + SAMPLE * ChebyshevNodes.COUNT * polynomials;
    }

    /** Segments of a trajectory that does not jump. */
    private static double segments(SparseTables tables) {
        Drive drive = tables.drive();
        if (!drive.exists()) {
            return drive.pieceCount() * Math.ceil(drive.length(0) / tables.longest());
        }
        double segments = 0;
        for (int p = 0; p < drive.pieceCount(); p++) {
            segments += Math.ceil(drive.length(p) / tables.longest(p));
        }
        return segments;
    }

    /** Products of the forms at a node. */
    private static double formProducts(SparseTables tables) {
        int energy = tables.energy().rows().productCount();
        return energy + tables.jumpRate().rows().productCount() + Arrays.stream(tables.apart()).mapToInt(k -> energy + k.rows().productCount()).sum()
                + (tables.terms().power() ? tables.power().rows().productCount() : 0)
                + (tables.drive().exists() && tables.terms().unitary() ? tables.unitary().rows().productCount() : 0);
    }

    /** Nanoseconds of a term for the sums over earlier terms. */
    private static double mixing(SparseTables tables, int slices) {
        int driven = 0;
        for (int f : tables.generator().functions()) {
            driven += f == Drive.ONE ? 0 : 1;
        }
        return driven * MIXTURE * slices;
    }

    /** Nanoseconds of taking the operators of the forms to a node. */
    private static double moving(SparseTables tables) {
        if (!tables.drive().exists()) {
            return 0;
        }
        double coefficients = 0;
        List<SlicedTerms> all = new ArrayList<>(List.of(tables.energy(), tables.jumpRate(), tables.power(), tables.unitary()));
        all.addAll(List.of(tables.apart()));
        for (SlicedTerms a : all) {
            coefficients += a.isConstant() ? 0 : (double) a.functions().length * a.coefficients()[0].length;
        }
        return COEFFICIENT * coefficients;
    }

    /** Entries of all operators. */
    private static double entries(Model model) {
        double sum = 0;
        for (TimeDependentOperator o : List.of(model.drivingHamiltonian(), model.energy(), model.jumpRateOperator())) {
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
