package org.unravel.firstlaw;

import org.unravel.composite.Schmidt;
import org.unravel.exact.ConnectedStates;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;
import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.SparseMatrix;

/**
 * The energy of a part of many levels at a time, as a sparse matrix.
 *
 * @param operator H_j
 * @param rate its derivative
 * @param isMoving whether that is not zero
 * @param levels its eigenvalues and eigenvectors
 * @param unit for each level the one state of the basis that it is, or −1 where it is none; shape [d]
 * @param thermal thermal states of it
 */
record SparseEnergy(SparseMatrix operator, SparseMatrix rate, boolean isMoving, Spectrum levels, int[] unit, ThermalReference thermal) {

    private static final double SAME = 1e-9;

    /** Rotations of larger blocks take minutes. */
    private static final int LARGEST_BLOCK = 400;

    /** @throws ModelException if its eigenvectors would take too much work */
    static SparseEnergy of(SparseMatrix operator, SparseMatrix rate, boolean isMoving, double step) {
        int largest = ConnectedStates.largest(operator);
        if (largest > LARGEST_BLOCK) {
            throw new ModelException(Reason.TOO_MUCH_WORK, "too much work: eigenvectors of the energy of a part between " + largest + " levels, at most " + LARGEST_BLOCK + " are taken");
        }
        HermitianEigen eigen = HermitianEigen.of(operator);
        double[] values = eigen.values();
        int[] first = new int[values.length];
        for (int k = 1; k < values.length; k++) {
            first[k] = values[k] - values[k - 1] <= SAME * (values[values.length - 1] - values[0]) ? first[k - 1] : k;
        }
        Spectrum levels = new Spectrum(values, eigen.vectorsRe(), eigen.vectorsIm(), first);
        return new SparseEnergy(operator, rate, isMoving, levels, units(eigen), step > 0 ? ThermalReference.ofLadder(values, step) : ThermalReference.ofLevels(values));
    }

    private static int[] units(HermitianEigen eigen) {
        int[] unit = new int[eigen.values().length];
        for (int n = 0; n < unit.length; n++) {
            int entries = 0;
            for (int i = 0; i < unit.length; i++) {
                if (eigen.vectorsRe()[n][i] != 0 || eigen.vectorsIm()[n][i] != 0) {
                    entries++;
                    unit[n] = i;
                }
            }
            unit[n] = entries == 1 ? unit[n] : -1;
        }
        return unit;
    }

    double trace() {
        double sum = 0;
        for (int i = 0; i < operator.dimension(); i++) {
            sum += operator.re(i, i);
        }
        return sum;
    }

    /** ⟨n|v_k⟩ of each level with some vectors, real parts at 0; shape [2][vectors][d]. */
    double[][][] overlaps(double[][] re, double[][] im) {
        double[][][] out = new double[2][re.length][unit.length];
        for (int k = 0; k < re.length; k++) {
            for (int n = 0; n < unit.length; n++) {
                if (unit[n] >= 0) {
                    // a phase of the level does no harm: it is shared by all vectors
                    out[0][k][n] = re[k][unit[n]];
                    out[1][k][n] = im[k][unit[n]];
                    continue;
                }
                double[] a = levels.re()[n];
                double[] b = levels.im()[n];
                for (int i = 0; i < a.length; i++) {
                    out[0][k][n] += a[i] * re[k][i] + b[i] * im[k][i];
                    out[1][k][n] += a[i] * im[k][i] - b[i] * re[k][i];
                }
            }
        }
        return out;
    }

    /** ⟨v_k|H|v_l⟩. */
    double[] between(Schmidt schmidt, int k, int l) {
        double[] u = new double[unit.length];
        double[] v = new double[unit.length];
        operator.apply(schmidt.re()[l], schmidt.im()[l], u, v);
        double[] z = new double[2];
        for (int i = 0; i < u.length; i++) {
            z[0] += schmidt.re()[k][i] * u[i] + schmidt.im()[k][i] * v[i];
            z[1] += schmidt.re()[k][i] * v[i] - schmidt.im()[k][i] * u[i];
        }
        return z;
    }
}
