package org.unravel.engine;

import java.util.List;

import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.numeric.SparseMatrix;

/** Chooses and applies jumps; one per worker. */
final class ChannelTable {

    private final List<Channel> channels;
    private final SparseMatrix[] constantOperator;
    private final double[] constantRate;
    private final double[] weights;
    private final double[] workRe;
    private final double[] workIm;

    private final BlockFrame frame;
    private final boolean framed;

    ChannelTable(Model model, BlockFrame frame) {
        this.frame = frame;
        channels = model.channels();
        constantOperator = new SparseMatrix[channels.size()];
        constantRate = new double[channels.size()];
        weights = new double[channels.size()];
        workRe = new double[model.dimension()];
        workIm = new double[model.dimension()];
        for (int k = 0; k < constantRate.length; k++) {
            Channel c = channels.get(k);
            constantOperator[k] = c.operator().isConstant() ? c.operator().at(0) : null;
            constantRate[k] = c.rate().isConstant() ? c.rate().at(0).re() : Double.NaN;
        }
        framed = !channels.stream().allMatch(c -> frame.leaves(c.operator()));
    }

    /** Total jump rate Σ_k γ_k‖A_kψ‖² of a ket of the frame, which is taken to the model's; keeps the parts for {@link #choose}. */
    double weigh(double t, double branch, double[] ketRe, double[] ketIm) {
        if (framed) {
            frame.leave(t, ketRe, ketIm);
        }
        double total = 0;
        for (int k = 0; k < weights.length; k++) {
            operator(k, t, branch).apply(ketRe, ketIm, workRe, workIm);
            double square = 0;
            for (int i = 0; i < workRe.length; i++) {
                square += workRe[i] * workRe[i] + workIm[i] * workIm[i];
            }
            weights[k] = rate(k, t, branch) * square;
            total += weights[k];
        }
        return total;
    }

    /** The channel at a uniform number in [0, 1) of the total; never one of weight zero. */
    int choose(double uniform, double total) {
        return choose(weights, uniform, total);
    }

    /** The same among given weights that add up to {@code total} > 0. */
    static int choose(double[] weights, double uniform, double total) {
        double rest = uniform * total;
        int last = -1;
        for (int k = 0; k < weights.length; k++) {
            if (weights[k] > 0) {
                last = k;
                rest -= weights[k];
                if (rest < 0) {
                    return k;
                }
            }
        }
        return last;
    }

    /** Replaces a ket that was {@linkplain #weigh weighed} by A_kψ/‖A_kψ‖, back in the frame. */
    void apply(int channel, double t, double branch, double[] ketRe, double[] ketIm) {
        operator(channel, t, branch).apply(ketRe, ketIm, workRe, workIm);
        double square = 0;
        for (int i = 0; i < workRe.length; i++) {
            square += workRe[i] * workRe[i] + workIm[i] * workIm[i];
        }
        double scale = 1 / Math.sqrt(square);
        for (int i = 0; i < workRe.length; i++) {
            ketRe[i] = workRe[i] * scale;
            ketIm[i] = workIm[i] * scale;
        }
        if (framed) {
            frame.enter(t, ketRe, ketIm);
        }
    }

    private SparseMatrix operator(int k, double t, double branch) {
        return constantOperator[k] != null ? constantOperator[k] : channels.get(k).operator().at(t, branch);
    }

    private double rate(int k, double t, double branch) {
        return constantRate[k] == constantRate[k] ? constantRate[k] : channels.get(k).rate().at(t, branch).re();
    }
}
