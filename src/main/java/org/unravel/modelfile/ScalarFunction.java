package org.unravel.modelfile;

/** A smooth function of one scalar. */
enum ScalarFunction {
    SIN, COS, TAN, SINH, COSH, TANH, EXP, LOG, SQRT, RE, IM, CONJ, BOSE;

    <R extends Real<R>> Complex<R> apply(Complex<R> z) {
        return switch (this) {
            case SIN -> z.sin();
            case COS -> z.cos();
            case TAN -> z.tan();
            case SINH -> z.sinh();
            case COSH -> z.cosh();
            case TANH -> z.tanh();
            case EXP -> z.exp();
            case LOG -> z.log();
            case SQRT -> z.sqrt();
            case RE -> Complex.real(z.re());
            case IM -> Complex.real(z.isReal() ? z.re().constant(0) : z.im());
            case CONJ -> z.conjugate();
            case BOSE -> Complex.real(z.re().bose());
        };
    }

    /** True if its result is real whatever its argument. */
    boolean makesReal() {
        return this == RE || this == IM || this == BOSE;
    }
}
