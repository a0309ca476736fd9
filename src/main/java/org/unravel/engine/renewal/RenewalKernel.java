package org.unravel.engine.renewal;

/**
 * The loops of the renewal engine over its polynomials of {@link #TERMS} coefficients. Stateless.
 *
 * <p>All kernels sum in pairs of powers, (c₀ + c₁y) + (c₂ + c₃y)y² and so on, so that no long chain of operations is waited for.
 */
interface RenewalKernel {

    /** Coefficients of every polynomial. */
    int TERMS = 8;
    /** The width of a point is a multiple of this. */
    int POINT_MULTIPLE = 8;
    /** What {@link #curve} may read of a row and write of an output beyond what is asked for: the widest vector. */
    int OVERREAD = 16;

    /** Name of the arithmetic. */
    String name();

    /**
     * Values of a polynomial with other coefficients at each grid point: {@code out[from + j] = base + Σ_p y^p rows[first + p·stride + j]}.
     *
     * <p>Up to {@link #OVERREAD} values beyond the last are overwritten with numbers that mean nothing.
     *
     * @param y place in [−1, 1]
     * @param count number of grid points
     */
    void curve(double[] rows, int first, int stride, double y, double base, double[] out, int from, int count);

    /**
     * Values of several polynomials at one place: {@code values[q] = Σ_p y^p points[first + p·width + q]} for q below {@code width}.
     *
     * @param width multiple of {@link #POINT_MULTIPLE}
     */
    void point(double[] points, int first, int width, double y, double[] values);

    /** With the Vector API where its module is there, else in plain Java. Both give the same bits. */
    static RenewalKernel fastest() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? new VectorRenewalKernel() : new PlainRenewalKernel();
    }
}
