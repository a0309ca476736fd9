package org.unravel.exact;

import java.util.Arrays;

import org.unravel.numeric.SparseMatrix;

/**
 * A real linear map of packed Hermitian matrices ({@link DenseMatrix}) in {@link Extended} numbers, without its zeros. Immutable.
 *
 * <p>Real parts and imaginary parts of ρ_mn, m &lt; n, stand at (n, m) and at (m, n) of the packed matrix.
 */
final class ExtendedMap {

    private final int[] rowStart;
    private final int[] columns;
    private final Extended[] values;

    private ExtendedMap(int[] rowStart, int[] columns, Extended[] values) {
        this.rowStart = rowStart;
        this.columns = columns;
        this.values = values;
    }

    /** ρ ↦ Gρ + ρG† with a dense complex G, shape [D][D] each part. */
    static ExtendedMap oneSided(Extended[][] re, Extended[][] im) {
        int d = re.length;
        Rows rows = new Rows(d);
        for (int b = 0; b < d; b++) {
            for (int a = 0; a <= b; a++) {
                for (int m = 0; m < d; m++) {
                    rows.add(re[a][m], im[a][m], m, b);
                    rows.add(re[b][m], im[b][m].negated(), a, m);
                }
                rows.close(a, b);
            }
        }
        return rows.map();
    }

    /** ρ ↦ rate LρL†. */
    static ExtendedMap sandwich(SparseMatrix l, double rate) {
        int d = l.dimension();
        Rows rows = new Rows(d);
        for (int b = 0; b < d; b++) {
            for (int a = 0; a <= b; a++) {
                for (int p = l.rowStart()[a]; p < l.rowStart()[a + 1]; p++) {
                    for (int q = l.rowStart()[b]; q < l.rowStart()[b + 1]; q++) {
                        Extended x = Extended.product(l.re()[p], l.re()[q]).plus(Extended.product(l.im()[p], l.im()[q]));
                        Extended y = Extended.product(l.im()[p], l.re()[q]).minus(Extended.product(l.re()[p], l.im()[q]));
                        rows.add(x.times(rate), y.times(rate), l.columns()[p], l.columns()[q]);
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
        private final Extended[][] sums;
        private final boolean[] touched;
        private final int[] places;
        private final int[][] columns;
        private final Extended[][] values;
        private int count;

        Rows(int d) {
            this.d = d;
            this.sums = new Extended[2][d * d];
            Arrays.fill(sums[0], Extended.ZERO);
            Arrays.fill(sums[1], Extended.ZERO);
            this.touched = new boolean[d * d];
            this.places = new int[d * d];
            this.columns = new int[d * d][0];
            this.values = new Extended[d * d][0];
        }

        /** Adds (x + iy) ρ_mn to the element. */
        void add(Extended x, Extended y, int m, int n) {
            if (x.high() == 0 && y.high() == 0) {
                return;
            }
            int re = Math.max(m, n) * d + Math.min(m, n);
            addTo(re, x, y);
            if (m != n) {
                int im = Math.min(m, n) * d + Math.max(m, n);
                addTo(im, m < n ? y.negated() : y, m < n ? x : x.negated());
            }
        }

        private void addTo(int place, Extended x, Extended y) {
            sums[0][place] = sums[0][place].plus(x);
            sums[1][place] = sums[1][place].plus(y);
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
                sums[0][places[i]] = Extended.ZERO;
                sums[1][places[i]] = Extended.ZERO;
                touched[places[i]] = false;
            }
            count = 0;
        }

        private void store(int row, Extended[] sum) {
            int[] at = Arrays.stream(places, 0, count).filter(p -> sum[p].high() != 0).toArray();
            columns[row] = at;
            values[row] = Arrays.stream(at).mapToObj(p -> sum[p]).toArray(Extended[]::new);
        }

        ExtendedMap map() {
            int[] start = new int[d * d + 1];
            for (int i = 0; i < d * d; i++) {
                start[i + 1] = start[i] + columns[i].length;
            }
            return new ExtendedMap(start, Arrays.stream(columns).flatMapToInt(Arrays::stream).toArray(),
                    Arrays.stream(values).flatMap(Arrays::stream).toArray(Extended[]::new));
        }
    }

    /** Marks the numbers that marked ones lead to; true if there is a new one. */
    boolean spread(boolean[] marked) {
        boolean grown = false;
        for (int i = 0; i < marked.length; i++) {
            for (int p = rowStart[i]; p < rowStart[i + 1] && !marked[i]; p++) {
                if (marked[columns[p]]) {
                    marked[i] = true;
                    grown = true;
                }
            }
        }
        return grown;
    }

    /** Adds a factor times this map to a dense matrix on some of the numbers: {@code place} is the row of each number, or negative. */
    void addTo(ExtendedMatrix dense, Extended factor, int[] place) {
        boolean one = factor.equals(Extended.of(1));
        for (int i = 0; i < place.length; i++) {
            for (int p = rowStart[i]; p < rowStart[i + 1] && place[i] >= 0; p++) {
                if (place[columns[p]] >= 0) {
                    dense.add(place[i], place[columns[p]], one ? values[p] : values[p].times(factor));
                }
            }
        }
    }

    /** The image of one vector, a column on those numbers. */
    ExtendedMatrix apply(ExtendedMatrix vector, int[] place) {
        ExtendedMatrix out = new ExtendedMatrix(vector.rows(), 1);
        for (int i = 0; i < place.length; i++) {
            for (int p = rowStart[i]; p < rowStart[i + 1] && place[i] >= 0; p++) {
                if (place[columns[p]] >= 0) {
                    out.add(place[i], 0, values[p].times(vector.get(place[columns[p]], 0)));
                }
            }
        }
        return out;
    }
}
