package org.unravel.engine.sector;

import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeGrid;
import org.unravel.numeric.BlockPartition;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/**
 * The frame that takes the middle energy M of each invariant block out of the no-jump evolution: ψ' = e^{iMτ}ψ with τ the time since the start.
 *
 * <p>M commutes with everything that is block diagonal, so H' = H − M has the same energy differences inside blocks, a much smaller norm where
 * blocks are far apart in energy, and all block-diagonal means are those of ψ. Only operators that join blocks, jump operators and some
 * observables, see it: O' = e^{iMτ} O e^{−iMτ}.
 */
public final class BlockFrame {

    /** Phases that differ by less than this over the whole run are one: below the rounding of the propagators. */
    private static final double SAME_PHASE = 1e-13;

    private final double[] middle;
    private final double start;
    private final double duration;

    private BlockFrame(double[] middle, double start, double duration) {
        this.middle = middle;
        this.start = start;
        this.duration = duration;
    }

    public static BlockFrame of(TimeDependentOperator hamiltonian, TimeGrid time, BlockPartition partition) {
        double from = time.start();
        SparseMatrix h = hamiltonian.at(from, time.justAfterStart());
        double[] middle = new double[partition.dimension()];
        for (int m = 0; m < partition.blockCount(); m++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i : partition.block(m)) {
                low = Math.min(low, h.re(i, i));
                high = Math.max(high, h.re(i, i));
            }
            for (int i : partition.block(m)) {
                middle[i] = (low + high) / 2;
            }
        }
        return new BlockFrame(middle, from, time.end() - from);
    }

    /** M. */
    public TimeDependentOperator middles() {
        return TimeDependentOperator.constant(SparseMatrix.diagonal(middle));
    }

    /** True if a jump operator from this frame to another is the same outside both, up to a phase that all its entries share. */
    boolean leaves(JumpOperator operator, BlockFrame target) {
        double shared = Double.NaN;
        for (int i = 0; i < operator.rowCount(); i++) {
            for (int p = operator.rowStart()[i]; p < operator.rowStart()[i + 1]; p++) {
                double difference = target.middle[i] - middle[operator.columns()[p]];
                if (!(Math.abs(difference - shared) * duration <= SAME_PHASE) && shared == shared) {
                    return false;
                }
                shared = difference;
            }
        }
        return true;
    }

    /** An operator in this frame at a time. */
    public SparseMatrix transform(SparseMatrix a, ExactTime t) {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(a.dimension());
        for (int i = 0; i < a.dimension(); i++) {
            for (int p = a.rowStart()[i]; p < a.rowStart()[i + 1]; p++) {
                double phase = (middle[i] - middle[a.columns()[p]]) * (t.t() - start + t.rest());
                double c = Math.cos(phase);
                double s = Math.sin(phase);
                builder.add(i, a.columns()[p], a.re()[p] * c - a.im()[p] * s, a.re()[p] * s + a.im()[p] * c);
            }
        }
        return builder.build();
    }

    /** True if no two joined states have different middles: an observable then needs no transformation. */
    public boolean keeps(TimeDependentOperator operator) {
        return operator.terms().stream().allMatch(term -> {
            SparseMatrix a = term.matrix();
            for (int i = 0; i < a.dimension(); i++) {
                for (int p = a.rowStart()[i]; p < a.rowStart()[i + 1]; p++) {
                    if (middle[i] != middle[a.columns()[p]]) {
                        return false;
                    }
                }
            }
            return true;
        });
    }

    /** Turns a ket of this frame into one of the model's: multiplies by e^{−iMτ}. */
    public void leave(double t, double[] re, double[] im) {
        turn(start - t, re, im);
    }

    /** Turns a ket of the model's frame into one of this: multiplies by e^{iMτ}. */
    void enter(double t, double[] re, double[] im) {
        turn(t - start, re, im);
    }

    private void turn(double time, double[] re, double[] im) {
        double last = Double.NaN;
        double c = 1;
        double s = 0;
        for (int i = 0; i < middle.length; i++) {
            if (middle[i] != last) {
                last = middle[i];
                c = Math.cos(last * time);
                s = Math.sin(last * time);
            }
            double x = re[i];
            re[i] = x * c - im[i] * s;
            im[i] = x * s + im[i] * c;
        }
    }
}
