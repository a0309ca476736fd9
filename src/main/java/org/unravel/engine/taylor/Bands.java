package org.unravel.engine.taylor;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.unravel.numeric.SparseMatrix;

/**
 * A matrix with at most {@link #MOST} diagonals, as one ladder has: diagonals that lie one behind the other, each as long as all slices, and zero
 * where there is no entry. Loops over it have no inner loop over entries. No diagonal is farther than the zeros around a ket reach, as the loops
 * read all of each.
 *
 * @param offset column − row of the diagonals; always {@link #MOST}, of which some may be zero throughout; empty if the matrix has other ones
 * @param re real parts, shape [MOST][rows of all slices], flat
 * @param im imaginary parts
 * @param realDiagonal true if only the main diagonal is there and is real; it is the first
 */
public record Bands(int[] offset, double[] re, double[] im, boolean realDiagonal) {

    /** Diagonals. */
    static final int MOST = 3;
    /** Of a matrix that has more diagonals, or far ones. */
    static final Bands NONE = new Bands(new int[0], new double[0], new double[0], false);

    /** The diagonals of several matrices, all with those that any of them has, or {@link #NONE} if they are too many or too far. */
    static List<Bands> of(List<SparseMatrix> terms) {
        Set<Integer> found = new TreeSet<>();
        for (SparseMatrix a : terms) {
            for (int i = 0; i < a.dimension() && found.size() <= MOST; i++) {
                for (int p = a.rowStart()[i]; p < a.rowStart()[i + 1]; p++) {
                    found.add(a.columns()[p] - i);
                }
            }
        }
        if (found.size() > MOST || found.stream().anyMatch(o -> Math.abs(o) > SlicedRows.HEIGHT)) {
            return terms.stream().map(a -> NONE).toList();
        }
        int[] offset = new int[MOST];
        int count = 0;
        for (int o : found) {
            offset[count++] = o;
        }
        int diagonals = count;
        return terms.stream().map(a -> fill(a, offset, diagonals)).toList();
    }

    private static Bands fill(SparseMatrix a, int[] offset, int count) {
        int rows = SlicedRows.rows(a.dimension());
        double[] re = new double[MOST * rows];
        double[] im = new double[MOST * rows];
        boolean real = count == 0 || count == 1 && offset[0] == 0;
        for (int b = 0; b < count; b++) {
            for (int i = Math.max(0, -offset[b]); i < Math.min(a.dimension(), a.dimension() - offset[b]); i++) {
                re[b * rows + i] = a.re(i, i + offset[b]);
                im[b * rows + i] = a.im(i, i + offset[b]);
                real &= im[b * rows + i] == 0;
            }
        }
        return new Bands(offset, re, im, real);
    }

    /** True if there is one diagonal, the main one: entries in slices take fewer products then, as all {@link #MOST} diagonals are read. */
    public boolean mainDiagonal() {
        return exist() && offset[0] == 0 && offset[1] == 0;
    }

    /** True if this is the matrix. */
    boolean exist() {
        return offset.length > 0;
    }

    /** Bytes of its arrays. */
    long bytes() {
        return 4L * offset.length + 8L * (re.length + im.length);
    }
}
