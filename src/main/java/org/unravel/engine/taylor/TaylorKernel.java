package org.unravel.engine.taylor;

/**
 * The hot loops of the sparse engine, along the state index of one ket. Kets are split in real and imaginary parts; state i is at {@code at + i},
 * with {@link SlicedRows#HEIGHT} zeros before the first and after the last row of all slices. Implementations keep no state, allocate nothing and check
 * nothing; sums are taken in an order that depends on the dimension alone.
 */
public interface TaylorKernel {

    /** Places that {@link #evaluate} takes at once: the terms are read once for all. */
    int PLACES = 3;
    /** Values that {@link #energyForms} writes. */
    int FORMS = 4;
    /** Doubles of scratch space that the kernels ask for. */
    int SCRATCH = FORMS * SlicedRows.HEIGHT;

    /** Name for results and reports. */
    String name();

    /** Whether flips are faster than entries in slices for this kernel. */
    boolean takesFlips();

    /**
     * The next Taylor term: out = scale · A x. Flips of A are imaginary.
     *
     * @param xAt where x has state 0
     * @param outAt where out has it, in the same arrays; the two do not overlap
     * @param scratch shape [{@link #SCRATCH}]
     * @return Σ_i |out_i|²
     */
    double nextTerm(SlicedRows a, double scale, double[] re, double[] im, int xAt, int outAt, double[] scratch);

    /**
     * A sum of terms: out = Σ_m factors_m x_m for m &lt; count.
     *
     * @param count ≥ 1
     * @param xAt where x_0 has state 0; x_m is {@code m · stride} before it
     * @param outAt where out has it, in the same arrays, after all x
     * @param rows rows of all slices
     */
    void mix(double[] factors, int count, double[] re, double[] im, int xAt, int stride, int outAt, int rows);

    /**
     * Adds a ket to another: out = out + x.
     *
     * @param xAt where x has state 0
     * @param outAt where out has it, in the same arrays; the two do not overlap
     * @param rows rows of all slices
     * @param scratch shape [{@link #SCRATCH}]
     * @return Σ_i |out_i|²
     */
    double add(double[] re, double[] im, int xAt, int outAt, int rows, double[] scratch);

    /**
     * A Taylor polynomial at three places: y_q = Σ_m c_m x_q^m.
     *
     * @param stride distance of the terms in {@code cRe, cIm} and of the results in {@code yRe, yIm}
     * @param degree terms c_0 … c_degree
     * @param rows rows of all slices
     */
    void evaluate(double[] cRe, double[] cIm, int stride, int degree, int rows, double x0, double x1, double x2, double[] yRe, double[] yIm);

    /**
     * Forms of the energy ledger of a ket, unnormalised: ⟨y|y⟩, ⟨y|K|y⟩, ⟨y|E|y⟩, Re⟨Ey|Ky⟩. Flips of E are real, K has none.
     *
     * @param out the four values from {@code to} on
     * @param scratch shape [{@link #SCRATCH}]
     */
    void energyForms(SlicedRows energy, SlicedRows jumpRate, double[] re, double[] im, int at, double[] out, int to, double[] scratch);

    /** Re⟨y|A|y⟩, unnormalised. Flips of A are real. */
    double expectation(SlicedRows a, double[] re, double[] im, int at, double[] scratch);

    /** The kernel of one kind with the lane kernels. */
    static TaylorKernel fastest() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? new VectorTaylorKernel() : new PlainTaylorKernel();
    }
}
