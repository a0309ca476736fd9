package org.unravel.engine.lane;

import org.unravel.numeric.BlockMatrix;
import org.unravel.numeric.BlockPartition;
import org.unravel.numeric.SparseMatrix;

/**
 * The rows of |ψ⟩⟨ψ| that block-diagonal Hermitian forms need: per block the diagonal |ψ_i|², then Re and Im of ψ̄_iψ_j for i &lt; j.
 *
 * <p>Every Hermitian form ⟨ψ|A|ψ⟩ with A block diagonal is a real linear combination of these rows (engine.md, "A step").
 */
public final class OuterProduct {

    private final BlockPartition partition;
    private final int[] first;
    private final int[] second;

    public OuterProduct(BlockPartition partition) {
        this.partition = partition;
        this.first = new int[partition.entryCount()];
        this.second = new int[partition.entryCount()];
        int row = 0;
        for (int m = 0; m < partition.blockCount(); m++) {
            int[] block = partition.block(m);
            for (int state : block) {
                first[row] = state;
                second[row++] = state;
            }
            for (int i = 0; i < block.length; i++) {
                for (int j = i + 1; j < block.length; j++) {
                    first[row] = block[i];
                    second[row] = block[j];
                    first[row + 1] = block[i];
                    second[row + 1] = block[j];
                    row += 2;
                }
            }
        }
    }

    public BlockPartition partition() {
        return partition;
    }

    public int rowCount() {
        return first.length;
    }

    /** Left basis state of a row. */
    int[] first() {
        return first;
    }

    /** Right basis state of a row; equal to the left one on the diagonal. Of two rows with i &lt; j the first is Re, the second Im. */
    int[] second() {
        return second;
    }

    /** Rows of one ket. */
    public void of(double[] re, double[] im, double[] rows) {
        for (int r = 0; r < first.length; r++) {
            int i = first[r];
            int j = second[r];
            if (i == j) {
                rows[r] = re[i] * re[i] + im[i] * im[i];
            } else {
                rows[r] = re[i] * re[j] + im[i] * im[j];
                rows[++r] = re[i] * im[j] - im[i] * re[j];
            }
        }
    }

    /**
     * Coefficients of the form ⟨ψ|V†AV|ψ⟩ on the rows: out[offset + r * stride] for row r.
     *
     * @param a Hermitian and block diagonal in the partition
     * @param v block diagonal in the partition
     */
    public void form(SparseMatrix a, BlockMatrix v, double[] out, int offset, int stride) {
        int row = 0;
        for (int m = 0; m < partition.blockCount(); m++) {
            int[] block = partition.block(m);
            double[][] w = productBlock(a, v, m);
            int d = block.length;
            int pair = row + d;
            for (int i = 0; i < d; i++) {
                for (int j = i; j < d; j++) {
                    double x = 0;
                    double y = 0;
                    for (int k = 0; k < d; k++) {
                        int p = partition.offset(m) + k * d + i;
                        x += v.re()[p] * w[0][k * d + j] + v.im()[p] * w[1][k * d + j];
                        y += v.re()[p] * w[1][k * d + j] - v.im()[p] * w[0][k * d + j];
                    }
                    if (i == j) {
                        out[offset + (row + i) * stride] = x;
                    } else {
                        out[offset + pair * stride] = 2 * x;
                        out[offset + (pair + 1) * stride] = -2 * y;
                        pair += 2;
                    }
                }
            }
            row += d * d;
        }
    }

    /** A V restricted to block m, as {re, im}. */
    private double[][] productBlock(SparseMatrix a, BlockMatrix v, int m) {
        int[] block = partition.block(m);
        int d = block.length;
        double[] x = new double[d * d];
        double[] y = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int p = a.rowStart()[block[i]]; p < a.rowStart()[block[i] + 1]; p++) {
                int k = partition.offset(m) + partition.placeOf(a.columns()[p]) * d;
                for (int j = 0; j < d; j++) {
                    x[i * d + j] += a.re()[p] * v.re()[k + j] - a.im()[p] * v.im()[k + j];
                    y[i * d + j] += a.re()[p] * v.im()[k + j] + a.im()[p] * v.re()[k + j];
                }
            }
        }
        return new double[][] {x, y};
    }

    /** Tr A / Tr 1. */
    public static double mean(SparseMatrix a) {
        double sum = 0;
        for (int i = 0; i < a.dimension(); i++) {
            sum += a.re(i, i);
        }
        return sum / a.dimension();
    }

    /** Trace of a form over that of 1. */
    public double mean(double[] form) {
        double sum = 0;
        for (int r = 0; r < form.length; r++) {
            sum += first[r] == second[r] ? form[r] : 0;
        }
        return sum / partition.dimension();
    }

    /** A bound of the largest sum of the moduli of a row of a form, |x| + |y| for each; an off-diagonal element stands as 2 Re and −2 Im. Infinite if any is no number. */
    public double rowSum(double[] form) {
        double[] sums = new double[partition.dimension()];
        double largest = 0;
        for (int r = 0; r < form.length; r++) {
            int i = first[r];
            int j = second[r];
            double modulus = i == j ? Math.abs(form[r]) : (Math.abs(form[r]) + Math.abs(form[r + 1])) / 2;
            sums[i] += modulus;
            if (i != j) {
                sums[j] += modulus;
                r++;
            }
        }
        for (double s : sums) {
            if (Double.isNaN(s)) {
                return Double.POSITIVE_INFINITY;
            }
            largest = Math.max(largest, s);
        }
        return largest;
    }
}
