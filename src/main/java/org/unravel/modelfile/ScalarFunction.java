package org.unravel.modelfile;

import org.unravel.model.WholeTurns;

/** A function of one scalar, smooth but for the cuts of LOG and SQRT. */
enum ScalarFunction {
    SIN, COS, TAN, SINH, COSH, TANH, EXP, LOG, SQRT, RE, IM, CONJ, BOSE, FERMI, ERF;

    <R extends Real<R>> Complex<R> apply(Complex<R> z) {
        return apply(z, 1);
    }

    /** The same; {@code side} as in {@link Real#angle}, for those that have a cut. */
    <R extends Real<R>> Complex<R> apply(Complex<R> z, int side) {
        return switch (this) {
            case SIN -> z.sin();
            case COS -> z.cos();
            case TAN -> z.tan();
            case SINH -> z.sinh();
            case COSH -> z.cosh();
            case TANH -> z.tanh();
            case EXP -> z.exp();
            case LOG -> z.log(side);
            case SQRT -> z.sqrt(side);
            case RE -> Complex.real(z.re());
            case IM -> Complex.real(z.isReal() ? z.re().constant(0) : z.im());
            case CONJ -> z.conjugate();
            case BOSE -> Complex.real(z.re().bose());
            case FERMI -> Complex.real(z.re().fermi());
            case ERF -> Complex.real(z.re().erf());
        };
    }

    /** True if an argument that grows by {@code re + i im} in a unit of time runs through whole turns in each period. */
    boolean turns(double re, double im, double period, double from, double to) {
        return switch (this) {
            case SIN, COS, TAN -> im == 0 && WholeTurns.in(re, period, from, to);
            case EXP -> re == 0 && WholeTurns.in(im, period, from, to);
            default -> false;
        };
    }

    /** True if it jumps where a complex argument passes the negative real axis. */
    boolean hasCut() {
        return this == LOG || this == SQRT;
    }

    /** True if it has neither poles nor cuts and is real on the real axis. */
    boolean isEntire() {
        return this == SIN || this == COS || this == SINH || this == COSH || this == EXP;
    }

    /** True if its result is real whatever its argument. */
    boolean makesReal() {
        return this == RE || this == IM || this == BOSE || this == FERMI || this == ERF;
    }
}
