package org.unravel.firstlaw.dissipation;

import java.util.Locale;

import org.unravel.numeric.SparseMatrix;

/**
 * One equation between operators or numbers, with both of its sides.
 *
 * @param name the equation
 * @param left its left side as a matrix; a number is a matrix of one element
 * @param right its right side, of the same dimension
 * @param holds whether a text or a derivation says that both are equal, or that they are not
 * @param tolerance largest residual of equal sides, in units of the larger one: {@link #ROUNDING} of products of matrices, {@link #INTEGRATION} of what is integrated
 */
public record Identity(String name, SparseMatrix left, SparseMatrix right, Claim holds, double tolerance) {

    /** What is claimed of the two sides. */
    public enum Claim {
        /** They are the same. */
        EQUAL,
        /** They are not: a formula that is said to hold, and a case in which it does not. */
        UNEQUAL
    }

    /** Largest rounding of products of a few matrices, in units of the larger side. */
    public static final double ROUNDING = 1e-12;

    /** Largest error of integrals that the master equation gives, which are good to some 1e-11, in units of the larger side. */
    public static final double INTEGRATION = 1e-9;

    /** Sides that are said to be different are so by more than this, in units of the larger one. */
    public static final double LEAST_DIFFERENCE = 1e-3;

    /** An equation between numbers. */
    public static Identity ofNumbers(String name, double left, double right, Claim holds) {
        return new Identity(name, SparseMatrix.diagonal(left), SparseMatrix.diagonal(right), holds, ROUNDING);
    }

    /** An equation between operators that holds. */
    public static Identity ofMatrices(String name, SparseMatrix left, SparseMatrix right) {
        return new Identity(name, left, right, Claim.EQUAL, ROUNDING);
    }

    /** The same held to another tolerance. */
    public Identity within(double other) {
        return new Identity(name, left, right, holds, other);
    }

    /** Largest modulus of an element of the difference. */
    public double residual() {
        return left.minus(right).maxModulus();
    }

    /** Largest modulus of an element of either side. */
    public double scale() {
        return Math.max(left.maxModulus(), right.maxModulus());
    }

    /** True if the two sides are equal within the tolerance where that is claimed, and differ by more than a thousandth where it is not. */
    public boolean isConfirmed() {
        return holds == Claim.EQUAL ? residual() <= tolerance * scale() : residual() > LEAST_DIFFERENCE * scale();
    }

    /** Both sides for people, element by element in rows. */
    @Override
    public String toString() {
        return name + ": " + shown(left) + (holds == Claim.EQUAL ? " = " : " is not ") + shown(right) + String.format(Locale.ROOT, ", residual %.1e", residual());
    }

    private static String shown(SparseMatrix matrix) {
        StringBuilder text = new StringBuilder(matrix.dimension() == 1 ? "" : "[");
        for (int i = 0; i < matrix.dimension(); i++) {
            text.append(i == 0 ? "" : "; ");
            for (int j = 0; j < matrix.dimension(); j++) {
                text.append(j == 0 ? "" : " ").append(number(matrix.re(i, j), matrix.im(i, j)));
            }
        }
        return text.append(matrix.dimension() == 1 ? "" : "]").toString();
    }

    private static String number(double re, double im) {
        String real = String.format(Locale.ROOT, "%.6g", re + 0.0).replaceAll("(\\.\\d*?)0+$", "$1").replaceAll("\\.$", "");
        return im == 0 ? real : real + String.format(Locale.ROOT, "%+.6gi", im).replaceAll("(\\.\\d*?)0+i$", "$1i").replaceAll("\\.i$", "i");
    }
}
