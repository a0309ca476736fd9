package org.unravel.engine.sector;

import java.util.List;

import org.unravel.model.Channel;

/** Chooses and applies the jumps of kets of one sector; one per worker. */
public final class ChannelTable {

    private final List<Channel> channels;
    private final JumpOperator[] operators;
    private final int[] targets;
    private final boolean[] constant;
    private final double[] constantRate;
    private final double[] weights;
    private final double[] workRe;
    private final double[] workIm;
    private final BlockFrame frame;
    private final BlockFrame[] targetFrames;
    private final boolean framed;

    /**
     * The channels of a sector.
     *
     * @param operators of each channel, from the sector to its target; null where the channel cannot fire
     * @param targets the sector that each channel leads to
     * @param frame of the sector
     * @param targetFrames of the targets
     */
    private ChannelTable(List<Channel> channels, JumpOperator[] operators, int[] targets, BlockFrame frame, BlockFrame[] targetFrames) {
        this.channels = channels;
        this.operators = operators;
        this.targets = targets;
        this.frame = frame;
        this.targetFrames = targetFrames;
        int count = operators.length;
        weights = new double[count];
        constant = new boolean[count];
        constantRate = new double[count];
        int most = 0;
        boolean leaves = true;
        for (int k = 0; k < count; k++) {
            Channel c = channels.get(k);
            constant[k] = c.operator().isConstant();
            constantRate[k] = c.rate().isConstant() ? c.rate().at(0).re() : Double.NaN;
            if (operators[k] != null) {
                most = Math.max(most, operators[k].rowCount());
                leaves &= frame.leaves(operators[k], targetFrames[k]);
            }
        }
        framed = !leaves;
        workRe = new double[most];
        workIm = new double[most];
    }

    /** The channels of one sector; {@code frames} are those of all sectors. */
    public static ChannelTable of(SectorMap map, int sector, BlockFrame[] frames) {
        List<Channel> channels = map.model().channels();
        int[] targets = map.target()[sector];
        JumpOperator[] operators = new JumpOperator[channels.size()];
        BlockFrame[] targetFrames = new BlockFrame[operators.length];
        SharedFunctions functions = new SharedFunctions();
        for (int k = 0; k < operators.length; k++) {
            if (targets[k] >= 0) {
                operators[k] = new JumpOperator(channels.get(k).operator(), map.sectors().get(sector).states(),
                        map.sectors().get(targets[k]).states(), functions);
                targetFrames[k] = frames[targets[k]];
            }
        }
        return new ChannelTable(channels, operators, targets, frames[sector], targetFrames);
    }

    /** Total jump rate Σ_k γ_k‖A_kψ‖² of a ket of the frame, which is taken to the model's; keeps the parts for {@link #choose}. */
    public double weigh(double t, double branch, double[] ketRe, double[] ketIm) {
        if (framed) {
            frame.leave(t, ketRe, ketIm);
        }
        double total = 0;
        for (int k = 0; k < weights.length; k++) {
            weights[k] = operators[k] == null ? 0 : weight(k, t, branch, ketRe, ketIm);
            total += weights[k];
        }
        return total;
    }

    private double weight(int k, double t, double branch, double[] ketRe, double[] ketIm) {
        if (!constant[k]) {
            operators[k].moveTo(t, branch);
        }
        double rate = constantRate[k] == constantRate[k] ? constantRate[k] : channels.get(k).rate().at(t, branch).re();
        return rate * operators[k].squaredNorm(ketRe, ketIm);
    }

    /** The parts of the last {@link #weigh}, shape [channels]. */
    public double[] weights() {
        return weights;
    }

    /** The sector that a channel leads to. */
    public int target(int channel) {
        return targets[channel];
    }

    /** Replaces a ket that was {@linkplain #weigh weighed} by A_kψ/‖A_kψ‖ in the states of the target, in its frame. */
    public void apply(int channel, double t, double branch, double[] ketRe, double[] ketIm) {
        operators[channel].apply(ketRe, ketIm, workRe, workIm);
        int rows = operators[channel].rowCount();
        System.arraycopy(workRe, 0, ketRe, 0, rows);
        System.arraycopy(workIm, 0, ketIm, 0, rows);
        if (framed) {
            targetFrames[channel].enter(t, ketRe, ketIm);
        }
    }
}
