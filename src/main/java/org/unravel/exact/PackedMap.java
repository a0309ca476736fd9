package org.unravel.exact;

import java.util.Arrays;

import org.unravel.numeric.SparseMatrix;

/**
 * A real linear map of packed Hermitian matrices ({@link DenseMatrix}) without its zeros. Immutable.
 *
 * <p>Real parts and imaginary parts of ρ_mn, m &lt; n, stand at (n, m) and at (m, n) of the packed matrix.
 */
final class PackedMap {

    private final int[] rowStart;
    private final int[] columns;
    private final double[] values;

    private PackedMap(int[] rowStart, int[] columns, double[] values) {
        this.rowStart = rowStart;
        this.columns = columns;
        this.values = values;
    }

    /** ρ ↦ Mρ + ρM† with M = (x + iy) m: with M = −iH − K/2 the evolution without jumps (physics.md, "The trajectories"). */
    static PackedMap oneSided(SparseMatrix m, double x, double y) {
        int d = m.dimension();
        Rows rows = new Rows(d);
        for (int b = 0; b < d; b++) {
            for (int a = 0; a <= b; a++) {
                for (int p = m.rowStart()[a]; p < m.rowStart()[a + 1]; p++) {
                    rows.add(x * m.re()[p] - y * m.im()[p], x * m.im()[p] + y * m.re()[p], m.columns()[p], b);
                }
                for (int p = m.rowStart()[b]; p < m.rowStart()[b + 1]; p++) {
                    rows.add(x * m.re()[p] - y * m.im()[p], -(x * m.im()[p] + y * m.re()[p]), a, m.columns()[p]);
                }
                rows.close(a, b);
            }
        }
        return rows.map();
    }

    /** ρ ↦ LρL†: a jump (physics.md, "The trajectories"). */
    static PackedMap sandwich(SparseMatrix l) {
        int d = l.dimension();
        Rows rows = new Rows(d);
        for (int b = 0; b < d; b++) {
            for (int a = 0; a <= b; a++) {
                for (int p = l.rowStart()[a]; p < l.rowStart()[a + 1]; p++) {
                    for (int q = l.rowStart()[b]; q < l.rowStart()[b + 1]; q++) {
                        rows.add(l.re()[p] * l.re()[q] + l.im()[p] * l.im()[q], l.im()[p] * l.re()[q] - l.re()[p] * l.im()[q], l.columns()[p],
                                l.columns()[q]);
                    }
                }
                rows.close(a, b);
            }
        }
        return rows.map();
    }

    /** Rows that are gathered two by two: real and imaginary part of one element of the image. */
    private static final class Rows {

        private final int d;
        private final double[][] sums;
        private final boolean[] touched;
        private final int[] places;
        private final int[][] columns;
        private final double[][] values;
        private int count;

        Rows(int d) {
            this.d = d;
            this.sums = new double[2][d * d];
            this.touched = new boolean[d * d];
            this.places = new int[d * d];
            this.columns = new int[d * d][];
            this.values = new double[d * d][];
        }

        /** Adds (x + iy) ρ_mn to the element. */
        void add(double x, double y, int m, int n) {
            int re = Math.max(m, n) * d + Math.min(m, n);
            sums[0][re] += x;
            sums[1][re] += y;
            touch(re);
            if (m != n) {
                int im = Math.min(m, n) * d + Math.max(m, n);
                int sign = m < n ? 1 : -1;
                sums[0][im] -= sign * y;
                sums[1][im] += sign * x;
                touch(im);
            }
        }

        private void touch(int place) {
            if (!touched[place]) {
                touched[place] = true;
                places[count++] = place;
            }
        }

        /** The element (a, b), a ≤ b, is complete. */
        void close(int a, int b) {
            Arrays.sort(places, 0, count);
            store(b * d + a, sums[0]);
            if (a != b) {
                store(a * d + b, sums[1]);
            }
            for (int i = 0; i < count; i++) {
                sums[0][places[i]] = 0;
                sums[1][places[i]] = 0;
                touched[places[i]] = false;
            }
            count = 0;
        }

        private void store(int row, double[] sum) {
            int[] at = new int[count];
            double[] value = new double[count];
            int n = 0;
            for (int i = 0; i < count; i++) {
                if (sum[places[i]] != 0) {
                    at[n] = places[i];
                    value[n++] = sum[places[i]];
                }
            }
            columns[row] = Arrays.copyOf(at, n);
            values[row] = Arrays.copyOf(value, n);
        }

        PackedMap map() {
            int[] start = new int[d * d + 1];
            for (int i = 0; i < d * d; i++) {
                start[i + 1] = start[i] + columns[i].length;
            }
            int[] allColumns = new int[start[d * d]];
            double[] allValues = new double[start[d * d]];
            for (int i = 0; i < d * d; i++) {
                System.arraycopy(columns[i], 0, allColumns, start[i], columns[i].length);
                System.arraycopy(values[i], 0, allValues, start[i], values[i].length);
            }
            return new PackedMap(start, allColumns, allValues);
        }
    }

    int entryCount() {
        return columns.length;
    }

    /** The sum of two maps. */
    PackedMap plus(PackedMap other) {
        int n = rowStart.length - 1;
        int[] start = new int[n + 1];
        int[] at = new int[columns.length + other.columns.length];
        double[] value = new double[at.length];
        int count = 0;
        for (int i = 0; i < n; i++) {
            int p = rowStart[i];
            int q = other.rowStart[i];
            while (p < rowStart[i + 1] || q < other.rowStart[i + 1]) {
                int mine = p < rowStart[i + 1] ? columns[p] : Integer.MAX_VALUE;
                int its = q < other.rowStart[i + 1] ? other.columns[q] : Integer.MAX_VALUE;
                at[count] = Math.min(mine, its);
                value[count++] = (mine <= its ? values[p++] : 0) + (its <= mine ? other.values[q++] : 0);
            }
            start[i + 1] = count;
        }
        return new PackedMap(start, Arrays.copyOf(at, count), Arrays.copyOf(value, count));
    }

    /** The adjoint for the product Tr[AB] = Σ_i w_i A_iB_i. */
    PackedMap adjoint(double[] weights) {
        int n = rowStart.length - 1;
        int[] start = new int[n + 1];
        for (int column : columns) {
            start[column + 1]++;
        }
        for (int i = 0; i < n; i++) {
            start[i + 1] += start[i];
        }
        int[] next = Arrays.copyOf(start, n);
        int[] at = new int[columns.length];
        double[] value = new double[columns.length];
        for (int i = 0; i < n; i++) {
            for (int p = rowStart[i]; p < rowStart[i + 1]; p++) {
                int place = next[columns[p]]++;
                at[place] = i;
                value[place] = values[p] * weights[i] / weights[columns[p]];
            }
        }
        return new PackedMap(start, at, value);
    }

    /** Marks all numbers that a marked one has an effect on; true if there was a new one. */
    boolean spread(boolean[] marked) {
        boolean found = false;
        for (int i = 0; i + 1 < rowStart.length; i++) {
            for (int p = rowStart[i]; p < rowStart[i + 1] && !marked[i]; p++) {
                marked[i] = marked[columns[p]];
                found |= marked[i];
            }
        }
        return found;
    }

    /** The map among some of the numbers, ascending, that nothing leads out of. */
    PackedMap restricted(int[] kept) {
        int[] place = new int[rowStart.length - 1];
        Arrays.fill(place, -1);
        for (int i = 0; i < kept.length; i++) {
            place[kept[i]] = i;
        }
        int[] start = new int[kept.length + 1];
        int[] at = new int[columns.length];
        double[] value = new double[columns.length];
        int count = 0;
        for (int i = 0; i < kept.length; i++) {
            for (int p = rowStart[kept[i]]; p < rowStart[kept[i] + 1]; p++) {
                if (place[columns[p]] >= 0) {
                    at[count] = place[columns[p]];
                    value[count++] = values[p];
                }
            }
            start[i + 1] = count;
        }
        return new PackedMap(start, Arrays.copyOf(at, count), Arrays.copyOf(value, count));
    }

    /** Adds to each column of {@code sums} its values in some rows, by their weights. */
    void addRows(double[] weights, double[] sums) {
        for (int i = 0; i < weights.length; i++) {
            for (int p = rowStart[i]; p < rowStart[i + 1]; p++) {
                sums[columns[p]] += weights[i] * values[p];
            }
        }
    }

    /** Adds {@code factor} times the image of the matrix at {@code offset}. */
    void add(double factor, double[] y, int offset, double[] out) {
        for (int i = 0; i < out.length; i++) {
            double sum = 0;
            for (int p = rowStart[i]; p < rowStart[i + 1]; p++) {
                sum += values[p] * y[offset + columns[p]];
            }
            out[i] += factor * sum;
        }
    }

    /** Adds the image of a sum of two matrices of one array. */
    void add(double f, int offset, double g, int otherOffset, double[] y, double[] out) {
        for (int i = 0; i < out.length; i++) {
            double sum = 0;
            for (int p = rowStart[i]; p < rowStart[i + 1]; p++) {
                sum += values[p] * (f * y[offset + columns[p]] + g * y[otherOffset + columns[p]]);
            }
            out[i] += sum;
        }
    }
}
