package org.unravel.exact;

import org.unravel.model.Model;

/**
 * One tilted generator applied to Hermitian matrices: ρ ↦ −iH_effρ + iρH_eff† + Σ_k L_k σ_k L_k†, where σ_k is what the counting field
 * makes of ρ before a jump of channel k (physics.md, "What is counted, exactly"). Works on the packed numbers ({@link DenseMatrix}) that the evolution of the model can
 * reach at all; {@link #restrict} and {@link #expand} lead from all numbers to these and back. Not safe for threads.
 */
interface TiltedFlow {

    /** The cheapest one for a model: its own numbers without zeros where they are known beforehand, else whole matrices. */
    static TiltedFlow of(Model model) {
        return SparseFlow.appliesTo(model) ? SparseFlow.of(model) : new MatrixFlow(model);
    }

    /** How many numbers a matrix has. */
    int size();

    int channelCount();

    /** True if neither H nor a jump operator nor a rate depends on time. */
    boolean isConstant();

    /** Multiply-adds of applying all of it to one matrix, overhead included. */
    double work();

    void moveTo(Instant instant);

    default void moveTo(double t, double branch) {
        moveTo(Instant.at(t, branch));
    }

    /** Begins the image of one matrix with the part without jumps; reads the matrix at {@code offset}. */
    void begin(double[] y, int offset);

    /** Begins with the adjoint of the part without jumps, iH_eff†E − iE H_eff: how an effect evolves back in time. */
    void beginAdjoint(double[] y, int offset);

    /** Begins with nothing. */
    void beginEmpty();

    /** Adds L_k (f ρ + g ρ') L_k†. */
    void jump(int channel, double f, double[] y, int offset, double g, int otherOffset);

    /** Adds L_k (factor ρ) L_k†. */
    default void jump(int channel, double factor, double[] y, int offset) {
        jump(channel, factor, y, offset, 0, offset);
    }

    /** Writes ℒρ: all of it without a field. */
    default void apply(double[] y, int offset, double[] out, int outOffset) {
        begin(y, offset);
        for (int k = 0; k < channelCount(); k++) {
            jump(k, 1, y, offset);
        }
        end(out, outOffset);
    }

    /** The same with each L_kρL_k† multiplied by a factor, shape [channels]. */
    default void apply(double[] factors, double[] y, int offset, double[] out, int outOffset) {
        begin(y, offset);
        for (int k = 0; k < factors.length; k++) {
            jump(k, factors[k], y, offset);
        }
        end(out, outOffset);
    }

    /** Tr[L_kρL_k†]. */
    double jumpRate(int channel, double[] y, int offset);

    /** Writes the image to {@code offset}. */
    void end(double[] out, int offset);

    /** Trace of a matrix. */
    double trace(double[] y, int offset);

    /** Writes by which weights the numbers of a matrix at {@code offset} add up to its trace. */
    default void putTrace(double[] weights, int offset) {
        double[] unit = new double[size()];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = 1;
            weights[offset + i] = trace(unit, 0);
            unit[i] = 0;
        }
    }

    /** Tr[AB]. */
    double overlap(double[] a, int offsetA, double[] b, int offsetB);

    /** Of a packed matrix with all D² numbers those that this flow keeps; the others are not looked at. */
    double[] restrict(double[] packed);

    /** All D² numbers of a matrix at {@code offset}. */
    double[] expand(double[] y, int offset);
}
