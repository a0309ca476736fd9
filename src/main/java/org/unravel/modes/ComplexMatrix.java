package org.unravel.modes;

import org.unravel.modes.ProductKernel.Block;

/**
 * A complex matrix.
 *
 * @param re its real part
 * @param im its imaginary part, of the same shape
 */
record ComplexMatrix(RealMatrix re, RealMatrix im) {

    ComplexMatrix(int rows, int columns) {
        this(new RealMatrix(rows, columns), new RealMatrix(rows, columns));
    }

    int rows() {
        return re.rows();
    }

    int columns() {
        return re.columns();
    }

    ComplexMatrix times(ComplexMatrix other) {
        ComplexMatrix product = new ComplexMatrix(rows(), other.columns());
        add(1, re, other.re, product.re);
        add(-1, im, other.im, product.re);
        add(1, re, other.im, product.im);
        add(1, im, other.re, product.im);
        return product;
    }

    ComplexMatrix times(RealMatrix other) {
        return new ComplexMatrix(re.times(other), im.times(other));
    }

    private static void add(double factor, RealMatrix a, RealMatrix b, RealMatrix c) {
        ProductKernel.FASTEST.add(factor, a.block(), b.block(), c.block(), a.rows(), a.columns(), b.columns());
    }

    /** The conjugate of the transposed. */
    ComplexMatrix adjoint() {
        RealMatrix turned = im.transposed();
        negate(turned);
        return new ComplexMatrix(re.transposed(), turned);
    }

    ComplexMatrix transposed() {
        return new ComplexMatrix(re.transposed(), im.transposed());
    }

    private static void negate(RealMatrix matrix) {
        double[] entries = matrix.entries();
        for (int i = 0; i < entries.length; i++) {
            entries[i] = -entries[i];
        }
    }

    /** This + factor × other. */
    ComplexMatrix plus(double factor, ComplexMatrix other) {
        return new ComplexMatrix(sum(re, factor, other.re), sum(im, factor, other.im));
    }

    private static RealMatrix sum(RealMatrix a, double factor, RealMatrix b) {
        RealMatrix sum = new RealMatrix(a.rows(), a.columns());
        for (int i = 0; i < sum.entries().length; i++) {
            sum.entries()[i] = a.entries()[i] + factor * b.entries()[i];
        }
        return sum;
    }

    /** This times (x + iy). */
    ComplexMatrix scaled(double x, double y) {
        ComplexMatrix all = new ComplexMatrix(rows(), columns());
        for (int i = 0; i < re.entries().length; i++) {
            all.re.entries()[i] = x * re.entries()[i] - y * im.entries()[i];
            all.im.entries()[i] = x * im.entries()[i] + y * re.entries()[i];
        }
        return all;
    }

    /** Re Tr(A B) with another of the transposed shape. */
    double traceWith(ComplexMatrix other) {
        double sum = 0;
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                sum += re.at(i, j) * other.re.at(j, i) - im.at(i, j) * other.im.at(j, i);
            }
        }
        return sum;
    }

    /** The norm of Frobenius. */
    double norm() {
        double sum = 0;
        for (int i = 0; i < re.entries().length; i++) {
            sum += re.entries()[i] * re.entries()[i] + im.entries()[i] * im.entries()[i];
        }
        return Math.sqrt(sum);
    }

    ComplexVector times(ComplexVector vector) {
        double[] x = re.times(vector.re());
        double[] y = im.times(vector.im());
        double[] u = re.times(vector.im());
        double[] v = im.times(vector.re());
        for (int i = 0; i < x.length; i++) {
            x[i] -= y[i];
            u[i] += v[i];
        }
        return new ComplexVector(x, u);
    }

    /** Its Hermitian part where it is Hermitian up to rounding. */
    ComplexMatrix symmetrised() {
        return plus(1, adjoint()).scaled(0.5, 0);
    }

    /** A block in the middle of the real or imaginary part. */
    static Block block(RealMatrix part, int row, int column) {
        return new Block(part.entries(), row * part.columns() + column, part.columns());
    }
}
