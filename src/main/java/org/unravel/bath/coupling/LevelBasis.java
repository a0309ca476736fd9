package org.unravel.bath.coupling;

import java.util.stream.IntStream;

import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.Rounding;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/** A coupling operator between the eigenvectors of a Hamiltonian, S_ij = ⟨i|S|j⟩, and parts of it back in the basis of the space. Not safe for threads. */
final class LevelBasis {

    /** Entries that cancel to so many roundings of what was added up are none: eigenvectors are known to some ulp. */
    private static final double CANCELLED = 8 * Rounding.OF_SUM;

    private final HermitianEigen eigen;
    private final int[][] support;
    /** ⟨i|S|j⟩, row by row. */
    private final double[] re;
    private final double[] im;
    private final double[][] sums;
    private final boolean[] touched;

    LevelBasis(HermitianEigen eigen, SparseMatrix coupling) {
        int n = eigen.values().length;
        this.eigen = eigen;
        this.re = new double[n * n];
        this.im = new double[n * n];
        this.sums = new double[3][n * n];
        this.touched = new boolean[n];
        this.support = IntStream.range(0, n).mapToObj(k -> IntStream.range(0, n).filter(x -> eigen.vectorsRe()[k][x] != 0 || eigen.vectorsIm()[k][x] != 0).toArray())
                .toArray(int[][]::new);
        double[] sRe = new double[n];
        double[] sIm = new double[n];
        for (int j = 0; j < n; j++) {
            coupling.apply(eigen.vectorsRe()[j], eigen.vectorsIm()[j], sRe, sIm);
            for (int i = 0; i < n; i++) {
                project(i, j, sRe, sIm);
            }
        }
    }

    private void project(int i, int j, double[] sRe, double[] sIm) {
        double x = 0;
        double y = 0;
        for (int k : support[i]) {
            double a = eigen.vectorsRe()[i][k];
            double b = eigen.vectorsIm()[i][k];
            x += a * sRe[k] + b * sIm[k];
            y += a * sIm[k] - b * sRe[k];
        }
        re[i * dimension() + j] = x;
        im[i * dimension() + j] = y;
    }

    int dimension() {
        return support.length;
    }

    HermitianEigen eigen() {
        return eigen;
    }

    /** |⟨i|S|j⟩|. */
    double modulus(int i, int j) {
        return Math.hypot(re[i * dimension() + j], im[i * dimension() + j]);
    }

    /** Σ |i⟩⟨i|S|j⟩⟨j| over some pairs of levels (i, j), in the basis of the space. */
    SparseMatrix part(Iterable<BohrFrequencies.Pair> pairs) {
        int n = dimension();
        for (BohrFrequencies.Pair pair : pairs) {
            addOuter(pair.to(), pair.from());
        }
        SparseMatrixBuilder builder = new SparseMatrixBuilder(n);
        for (int row = 0; row < n; row++) {
            if (touched[row]) {
                for (int c = row * n; c < row * n + n; c++) {
                    if (Math.max(Math.abs(sums[0][c]), Math.abs(sums[1][c])) > CANCELLED * sums[2][c]) {
                        builder.add(row, c - row * n, cleaned(sums[0][c], sums[2][c]), cleaned(sums[1][c], sums[2][c]));
                    }
                    sums[0][c] = 0;
                    sums[1][c] = 0;
                    sums[2][c] = 0;
                }
                touched[row] = false;
            }
        }
        return builder.build();
    }

    private static double cleaned(double sum, double magnitude) {
        return Math.abs(sum) > CANCELLED * magnitude ? sum : 0;
    }

    private void addOuter(int i, int j) {
        int n = dimension();
        double sRe = re[i * n + j];
        double sIm = im[i * n + j];
        for (int row : support[i]) {
            touched[row] = true;
            double x = eigen.vectorsRe()[i][row] * sRe - eigen.vectorsIm()[i][row] * sIm;
            double y = eigen.vectorsRe()[i][row] * sIm + eigen.vectorsIm()[i][row] * sRe;
            for (int column : support[j]) {
                double a = eigen.vectorsRe()[j][column];
                double b = eigen.vectorsIm()[j][column];
                double termRe = x * a + y * b;
                double termIm = y * a - x * b;
                sums[0][row * n + column] += termRe;
                sums[1][row * n + column] += termIm;
                sums[2][row * n + column] += Math.abs(termRe) + Math.abs(termIm);
            }
        }
    }
}
