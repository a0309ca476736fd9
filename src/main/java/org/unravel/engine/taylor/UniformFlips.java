package org.unravel.engine.taylor;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/**
 * The flips in a matrix: its entries (i, i xor mask) where all rows have the same. Masks are 1, 2, 4, 8 or multiples of {@link SlicedRows#HEIGHT}.
 *
 * @param unit what the values are multiples of
 * @param masks masks, ascending
 * @param values coefficients in that unit
 */
public record UniformFlips(Unit unit, int[] masks, double[] values) {

    /** Flips are all of one kind. */
    public enum Unit { ONE, I }

    static final UniformFlips NONE = new UniformFlips(Unit.ONE, new int[0], new double[0]);

    /** Finds the flips of one kind; the other part of the same entries must be zero. */
    static UniformFlips of(SparseMatrix a, Unit unit) {
        return of(List.of(a), unit).get(0);
    }

    /** The same of several matrices: flips that are flips, or nothing, in each of them. All have the same masks. */
    static List<UniformFlips> of(List<SparseMatrix> terms, Unit unit) {
        int dimension = terms.get(0).dimension();
        TreeSet<Integer> masks = new TreeSet<>();
        for (SparseMatrix a : terms) {
            for (int p = a.rowStart()[0]; p < a.rowStart()[1]; p++) {
                int mask = a.columns()[p];
                boolean placed = mask % SlicedRows.HEIGHT == 0 || mask < SlicedRows.HEIGHT && Integer.bitCount(mask) == 1;
                if (mask > 0 && placed) {
                    masks.add(mask);
                }
            }
        }
        boolean possible = Integer.bitCount(dimension) == 1 && dimension >= SlicedRows.HEIGHT;
        int[] found = masks.stream().filter(m -> possible && terms.stream().allMatch(a -> uniform(a, m, unit))).mapToInt(m -> m).toArray();
        return terms.stream().map(a -> new UniformFlips(unit, found,
                Arrays.stream(found).mapToDouble(m -> unit == Unit.ONE ? a.re(0, m) : a.im(0, m)).toArray())).toList();
    }

    private static boolean uniform(SparseMatrix a, int mask, Unit unit) {
        double re = unit == Unit.ONE ? a.re(0, mask) : 0;
        double im = unit == Unit.ONE ? 0 : a.im(0, mask);
        for (int i = 0; i < a.dimension(); i++) {
            if (a.re(i, i ^ mask) != re || a.im(i, i ^ mask) != im) {
                return false;
            }
        }
        return true;
    }

    /** The rest of the matrix. */
    SparseMatrix withoutFrom(SparseMatrix a) {
        SparseMatrixBuilder rest = new SparseMatrixBuilder(a.dimension());
        for (int i = 0; i < a.dimension(); i++) {
            for (int p = a.rowStart()[i]; p < a.rowStart()[i + 1]; p++) {
                if (Arrays.binarySearch(masks, i ^ a.columns()[p]) < 0) {
                    rest.add(i, a.columns()[p], a.re()[p], a.im()[p]);
                }
            }
        }
        return rest.build();
    }

    /** Masks beyond a slice. */
    int[] outerMasks() {
        return Arrays.stream(masks).filter(m -> m >= SlicedRows.HEIGHT).toArray();
    }

    /** Values of {@link #outerMasks}. */
    double[] outerValues() {
        return Arrays.copyOfRange(values, masks.length - outerMasks().length, masks.length);
    }

    /** Values of the masks 1, 2, 4, 8; zero where there is none. */
    double[] innerValues() {
        double[] inner = new double[Integer.numberOfTrailingZeros(SlicedRows.HEIGHT)];
        for (int f = 0; f < masks.length - outerMasks().length; f++) {
            inner[Integer.numberOfTrailingZeros(masks[f])] = values[f];
        }
        return inner;
    }
}
