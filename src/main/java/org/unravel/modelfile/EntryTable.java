package org.unravel.modelfile;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.numeric.SparseMatrix;

/** The non-zero entries of a time-dependent operator laid out once, so that its largest entry is quickly found at many times. */
final class EntryTable {

    private final List<TimeDependentOperator.Term> terms;
    private final int[][] slots;
    private final double[] re;
    private final double[] im;

    EntryTable(TimeDependentOperator operator) {
        terms = operator.terms();
        long[] places = terms.stream().flatMapToLong(t -> LongStream.of(places(t.matrix()))).sorted().distinct().toArray();
        slots = terms.stream().map(t -> LongStream.of(places(t.matrix())).mapToInt(p -> Arrays.binarySearch(places, p)).toArray())
                .toArray(int[][]::new);
        re = new double[places.length];
        im = new double[places.length];
    }

    private static long[] places(SparseMatrix matrix) {
        long[] places = new long[matrix.nonZeroCount()];
        for (int i = 0; i < matrix.dimension(); i++) {
            for (int p = matrix.rowStart()[i]; p < matrix.rowStart()[i + 1]; p++) {
                places[p] = (long) i * matrix.dimension() + matrix.columns()[p];
            }
        }
        return places;
    }

    /** Largest modulus of an entry at a time; NaN where an entry is not finite. */
    double maxModulus(CheckTimes.Time time) {
        Arrays.fill(re, 0);
        Arrays.fill(im, 0);
        for (int j = 0; j < slots.length; j++) {
            TimeFunction.Value c = terms.get(j).coefficient().at(time.t(), time.branch());
            double[] x = terms.get(j).matrix().re();
            double[] y = terms.get(j).matrix().im();
            for (int p = 0; p < slots[j].length; p++) {
                re[slots[j][p]] += c.re() * x[p] - c.im() * y[p];
                im[slots[j][p]] += c.re() * y[p] + c.im() * x[p];
            }
        }
        double max = 0;
        for (int p = 0; p < re.length; p++) {
            max = Math.max(max, re[p] * re[p] + im[p] * im[p]);
        }
        return Double.isFinite(max) ? Math.sqrt(max) : Double.NaN;
    }
}
