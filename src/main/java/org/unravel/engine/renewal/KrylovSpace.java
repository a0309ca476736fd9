package org.unravel.engine.renewal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.unravel.engine.sector.Kets;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/**
 * The smallest subspace that holds a ket and that a matrix maps into itself: where the no-jump evolution of the ket stays.
 *
 * <p>An orthonormal basis by Arnoldi's method, each vector orthogonalised twice. Source: Saad, Iterative Methods for Sparse Linear Systems
 * (2003), §6.3, algorithm 6.1 and proposition 6.6.
 */
final class KrylovSpace {

    /** A direction that sticks out of the space by more than this, in units of the matrix's norm, is no rounding. */
    private static final double NO_ROUNDING = 1e-14;
    /** An amplitude that may be left out: it changes the probability of no record by more than twice this. */
    private static final double NEGLIGIBLE = 1e-13;
    /** Roundings of a component that is a sum of a few dozen products. */
    private static final double ROUNDINGS = 64 * 0x1p-53;
    /** What is left of a direction when it is orthogonalised once more, unless it was the rounding of those before. */
    private static final double KEPT = 0.5;

    private final SparseMatrix matrix;
    private final double norm;
    private final double duration;
    private final List<double[]> re = new ArrayList<>();
    private final List<double[]> im = new ArrayList<>();

    /** The space of a normalised ket alone, for an evolution of a duration; {@link #extend} completes it. */
    KrylovSpace(SparseMatrix matrix, double[] ketRe, double[] ketIm, double duration) {
        this.matrix = matrix;
        this.duration = duration;
        this.norm = matrix.rowSumNorm();
        re.add(ketRe);
        im.add(ketIm);
    }

    int dimension() {
        return re.size();
    }

    double[] re(int vector) {
        return re.get(vector);
    }

    double[] im(int vector) {
        return im.get(vector);
    }

    /** Adds the direction in which the matrix leads out of the space; false if there is none. */
    boolean extend() {
        int last = re.size() - 1;
        double[] x = new double[matrix.dimension()];
        double[] y = new double[x.length];
        matrix.apply(re.get(last), im.get(last), x, y);
        double[] imageRe = x.clone();
        double[] imageIm = y.clone();
        orthogonalise(x, y);
        orthogonalise(x, y);
        double size = Math.sqrt(Kets.square(x, y));
        if (!(size > 0)) {
            return false;
        }
        // Between the two bounds a direction may be the small scale of a matrix with two.
        if (!(size > NO_ROUNDING * norm)) {
            if (size * duration <= NEGLIGIBLE || isRounding(x, y, imageRe, imageIm)) {
                return false;
            }
            size = Math.sqrt(Kets.square(x, y));
        }
        Kets.scale(1 / size, x, y);
        re.add(x);
        im.add(y);
        return true;
    }

    private void orthogonalise(double[] x, double[] y) {
        for (int i = 0; i < re.size(); i++) {
            Kets.subtract(re.get(i), im.get(i), x, y);
        }
    }

    /**
     * Whether what is left of an image is the rounding of its own components, each judged by itself, or of the space, to which it is then not orthogonal:
     * criterion of Daniel, Gragg, Kaufman and Stewart (1976), Math. Comp. 30, 772.
     */
    private boolean isRounding(double[] x, double[] y, double[] imageRe, double[] imageIm) {
        double[] bound = bounds(imageRe, imageIm);
        boolean all = true;
        for (int i = 0; i < x.length; i++) {
            all &= Math.hypot(x[i], y[i]) <= ROUNDINGS * bound[i];
        }
        if (all) {
            return true;
        }
        double before = Kets.square(x, y);
        orthogonalise(x, y);
        return !(Kets.square(x, y) > KEPT * before);
    }

    /** Sums of the moduli of all that each component of the image less its part in the space is made of. */
    private double[] bounds(double[] imageRe, double[] imageIm) {
        int last = re.size() - 1;
        double[] bound = new double[imageRe.length];
        for (int i = 0; i < bound.length; i++) {
            for (int p = matrix.rowStart()[i]; p < matrix.rowStart()[i + 1]; p++) {
                int j = matrix.columns()[p];
                bound[i] += Math.hypot(matrix.re()[p], matrix.im()[p]) * Math.hypot(re.get(last)[j], im.get(last)[j]);
            }
        }
        for (int q = 0; q <= last; q++) {
            double part = Math.hypot(Kets.innerRe(re.get(q), im.get(q), imageRe, imageIm), Kets.innerIm(re.get(q), im.get(q), imageRe, imageIm));
            for (int i = 0; i < bound.length; i++) {
                bound[i] += part * Math.hypot(re.get(q)[i], im.get(q)[i]);
            }
        }
        return bound;
    }

    /** The basis states in which some vector has a part, ascending. */
    int[] support() {
        return IntStream.range(0, matrix.dimension()).filter(i -> {
            boolean found = false;
            for (int k = 0; k < re.size() && !found; k++) {
                found = re.get(k)[i] != 0 || im.get(k)[i] != 0;
            }
            return found;
        }).toArray();
    }

    /** The matrix Q†AQ of an operator in the basis Q of this space. */
    SparseMatrix project(SparseMatrix a) {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(dimension());
        double[] x = new double[a.dimension()];
        double[] y = new double[x.length];
        for (int j = 0; j < dimension(); j++) {
            a.apply(re.get(j), im.get(j), x, y);
            for (int i = 0; i < dimension(); i++) {
                builder.add(i, j, Kets.innerRe(re.get(i), im.get(i), x, y), Kets.innerIm(re.get(i), im.get(i), x, y));
            }
        }
        return builder.build();
    }
}
