package org.unravel.firstlaw;

import org.unravel.model.Model;
import org.unravel.model.Split;
import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/**
 * The Hamiltonian of mean force of a part, H* = −ln(Tr_i e^{−β(H_j + V + H_i)} / Z_i)/β with the β of the other part and Z_i = Tr e^{−βH_i}, and its derivative, by eigenvectors of both. Safe for threads.
 *
 * @see <a href="https://doi.org/10.1103/PhysRevLett.124.160601">Strasberg and Esposito, and Talkner and Hänggi, Rev. Mod. Phys. 92, 041002 (2020)</a>
 */
final class MeanForceEnergy {

    /**
     * At one time.
     *
     * @param energy H*
     * @param rate its derivative
     */
    record Point(SparseMatrix energy, SparseMatrix rate) {
    }

    private final Split.Part part;
    private final Split.Part other;
    private final TimeDependentOperator whole;
    private final double beta;
    private final double logOfOther;
    private final int[] own;
    private final int[] rest;
    private final Point constant;

    private MeanForceEnergy(Split split, Split.Part part, TimeDependentOperator whole, double beta) {
        this.part = part;
        this.other = split.partner(part);
        this.whole = whole;
        this.beta = beta;
        this.logOfOther = ThermalReference.ofLevels(HermitianEigen.of(other.hamiltonian().at(0)).values()).logPartition(beta);
        this.own = part.states();
        this.rest = other.states();
        this.constant = whole.isConstant() ? point(whole.at(0), null) : null;
    }

    /** Of a part whose partner starts in a Gibbs state. */
    static MeanForceEnergy of(Model model, Split split, Split.Part part) {
        StartOfParts start = StartOfParts.of(model);
        return new MeanForceEnergy(split, part, total(split), start.beta(split.partner(part).name()).orElseThrow());
    }

    /** H_A + H_B + V, without numbers. */
    private static TimeDependentOperator total(Split split) {
        TimeDependentOperator sum = split.interaction();
        for (Split.Part part : split.parts()) {
            int[] own = part.states();
            int[] rest = split.partner(part).states();
            sum = sum.plus(TimeDependentOperator.of(own.length, part.hamiltonian().terms().stream().map(t -> new TimeDependentOperator.Term(t.coefficient(), embedded(t.matrix(), own, rest))).toList()));
        }
        return sum;
    }

    private static SparseMatrix embedded(SparseMatrix matrix, int[] own, int[] rest) {
        int[][] places = new int[own.length / matrix.dimension()][matrix.dimension()];
        for (int n = 0; n < own.length; n++) {
            places[rest[n]][own[n]] = n;
        }
        SparseMatrixBuilder builder = new SparseMatrixBuilder(own.length);
        for (int[] place : places) {
            for (int i = 0; i < matrix.dimension(); i++) {
                for (int p = matrix.rowStart()[i]; p < matrix.rowStart()[i + 1]; p++) {
                    builder.add(place[i], place[matrix.columns()[p]], matrix.re()[p], matrix.im()[p]);
                }
            }
        }
        return builder.build();
    }

    /** At a time, on the smooth piece that holds at {@code branch}. */
    Point at(double time, double branch) {
        return constant != null ? constant : point(whole.at(time, branch), whole.rateAt(time, branch));
    }

    private Point point(SparseMatrix energy, SparseMatrix rate) {
        HermitianEigen joint = HermitianEigen.of(energy);
        int d = part.dimension();
        double ground = joint.values()[0];
        double[][][] gibbs = new double[2][d][d];
        double[][][] change = new double[2][d][d];
        int n = joint.values().length;
        double[][][] kets = new double[n][][];
        for (int k = 0; k < n; k++) {
            kets[k] = split(joint.vectorsRe()[k], joint.vectorsIm()[k]);
            addTraced(Math.exp(-beta * (joint.values()[k] - ground)), 0, kets[k], kets[k], gibbs);
        }
        if (rate != null) {
            double[][] moving = inBasis(rate, joint);
            for (int k = 0; k < n; k++) {
                for (int l = 0; l < n; l++) {
                    double factor = -beta * divided(joint.values()[k] - ground, joint.values()[l] - ground);
                    addTraced(factor * moving[2 * k][l], factor * moving[2 * k + 1][l], kets[k], kets[l], change);
                }
            }
        }
        return logarithm(gibbs, change, -beta * ground - logOfOther, rate != null);
    }

    /** (e^{−βx} − e^{−βy})/(−β(x − y)), the mean of e^{−βz} between x and y. */
    private double divided(double x, double y) {
        double half = 0.5 * beta * (x - y);
        return Math.exp(-0.5 * beta * (x + y)) * (Math.abs(half) < 1e-4 ? 1 + half * half / 6 : Math.sinh(half) / half);
    }

    /** ⟨k|O|l⟩: real parts in rows 2k, imaginary ones in rows 2k + 1. */
    private static double[][] inBasis(SparseMatrix operator, HermitianEigen basis) {
        int n = basis.values().length;
        double[][] out = new double[2 * n][n];
        double[] u = new double[n];
        double[] v = new double[n];
        for (int l = 0; l < n; l++) {
            operator.apply(basis.vectorsRe()[l], basis.vectorsIm()[l], u, v);
            for (int k = 0; k < n; k++) {
                double[] a = basis.vectorsRe()[k];
                double[] b = basis.vectorsIm()[k];
                for (int i = 0; i < n; i++) {
                    out[2 * k][l] += a[i] * u[i] + b[i] * v[i];
                    out[2 * k + 1][l] += a[i] * v[i] - b[i] * u[i];
                }
            }
        }
        return out;
    }

    /** Adds z Tr_i |k⟩⟨l|. */
    private void addTraced(double re, double im, double[][] left, double[][] right, double[][][] out) {
        if (re == 0 && im == 0) {
            return;
        }
        int d = part.dimension();
        int o = other.dimension();
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                double x = 0;
                double y = 0;
                for (int m = 0; m < o; m++) {
                    double a = left[0][i * o + m];
                    double b = left[1][i * o + m];
                    double u = right[0][j * o + m];
                    double v = right[1][j * o + m];
                    x += a * u + b * v;
                    y += b * u - a * v;
                }
                out[0][i][j] += re * x - im * y;
                out[1][i][j] += re * y + im * x;
            }
        }
    }

    /** With the states of the other part in a row. */
    private double[][] split(double[] re, double[] im) {
        double[][] out = new double[2][re.length];
        for (int n = 0; n < re.length; n++) {
            out[0][own[n] * other.dimension() + rest[n]] = re[n];
            out[1][own[n] * other.dimension() + rest[n]] = im[n];
        }
        return out;
    }

    /** −(ln X + a)/β and −D ln X[Y]/β. */
    private Point logarithm(double[][][] x, double[][][] y, double offset, boolean hasRate) {
        int d = x[0].length;
        HermitianEigen eigen = HermitianEigen.of(matrix(x));
        SparseMatrixBuilder energy = new SparseMatrixBuilder(d);
        SparseMatrixBuilder rate = new SparseMatrixBuilder(d);
        double[][] moving = hasRate ? inBasis(matrix(y), eigen) : new double[2 * d][d];
        for (int k = 0; k < d; k++) {
            addDyad(energy, -(Math.log(eigen.values()[k]) + offset) / beta, 0, eigen, k, k);
            for (int l = 0; l < d && hasRate; l++) {
                double slope = -slopeOfLogarithm(eigen.values()[k], eigen.values()[l]) / beta;
                addDyad(rate, slope * moving[2 * k][l], slope * moving[2 * k + 1][l], eigen, k, l);
            }
        }
        return new Point(energy.build(), rate.build());
    }

    /** (ln a − ln b)/(a − b). */
    private static double slopeOfLogarithm(double a, double b) {
        double ratio = (a - b) / b;
        return Math.abs(ratio) < 1e-6 ? (1 - ratio / 2 + ratio * ratio / 3) / b : Math.log1p(ratio) / (a - b);
    }

    private static void addDyad(SparseMatrixBuilder out, double re, double im, HermitianEigen basis, int k, int l) {
        for (int i = 0; i < basis.values().length; i++) {
            for (int j = 0; j < basis.values().length; j++) {
                double a = basis.vectorsRe()[k][i];
                double b = basis.vectorsIm()[k][i];
                double u = basis.vectorsRe()[l][j];
                double v = basis.vectorsIm()[l][j];
                double x = a * u + b * v;
                double y = b * u - a * v;
                if (x != 0 || y != 0) {
                    out.add(i, j, re * x - im * y, re * y + im * x);
                }
            }
        }
    }

    private static SparseMatrix matrix(double[][][] dense) {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(dense[0].length);
        for (int i = 0; i < dense[0].length; i++) {
            for (int j = 0; j < dense[0].length; j++) {
                builder.add(i, j, dense[0][i][j], i == j ? 0 : dense[1][i][j]);
            }
        }
        return builder.build();
    }
}
