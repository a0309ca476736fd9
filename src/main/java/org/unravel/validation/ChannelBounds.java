package org.unravel.validation;

import java.util.Arrays;
import java.util.List;

import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.model.WeightSign;

/** What the channels of a model can do at most, whatever the state. */
final class ChannelBounds {

    private final List<Channel> channels;
    private final List<Bath> baths;
    private final int[] bathOfChannel;
    private final List<String> names;
    private final double[][] jumps;
    private final double[] lowestQuantum;
    private final double[] highestQuantum;
    private final boolean signed;

    ChannelBounds(Model model, TimeCells cells) {
        channels = model.channels();
        baths = model.baths();
        bathOfChannel = model.bathOfChannel();
        signed = model.unraveling().weights() == WeightSign.SIGNED;
        names = names(model);
        jumps = new double[channels.size()][];
        lowestQuantum = new double[channels.size()];
        highestQuantum = new double[channels.size()];
        for (int k = 0; k < channels.size(); k++) {
            TimeFunction heat = channels.get(k).heat();
            jumps[k] = jumpBound(channels.get(k).jumpRateOperator(), cells);
            highestQuantum[k] = heat.isConstant() ? heat.at(0).re() : cells.largest((from, to, branch) -> heat.bounds(from, to, branch, 0).re().hi(0));
            lowestQuantum[k] = heat.isConstant() ? heat.at(0).re() : -cells.largest((from, to, branch) -> -heat.bounds(from, to, branch, 0).re().lo(0));
        }
    }

    /** {@code jumps.<bath>.<channel>} of all channels, in their order. */
    static List<String> names(Model model) {
        return model.baths().stream().flatMap(b -> b.channels().stream().map(c -> Quantity.jumps(b, c))).toList();
    }

    /** ∫ max over states ⟨L†L⟩ dt, at every grid time; of a rate of both signs that of its modulus, at which trajectories jump. */
    private double[] jumpBound(TimeDependentOperator rate, TimeCells cells) {
        if (rate.isConstant()) {
            SpectralBound all = SpectralBound.of(rate.at(0));
            return cells.integral(signed ? all.norm() : Math.max(0, all.high()));
        }
        OperatorBounds bounds = OperatorBounds.of(rate);
        if (signed) {
            return cells.integral((from, to, branch) -> bounds.over(from, to, branch).norm());
        }
        // L†L is nowhere negative, so that its mean is at most the upper end
        return cells.integral((from, to, branch) -> Math.max(0, bounds.over(from, to, branch).high()));
    }

    /** Bound of the modulus of weights of both signs at every grid time: d ln|μ| = Σ(|γ| − γ)‖Aψ‖² dt, which is 2|γ|‖Aψ‖² where γ is negative and nothing elsewhere. */
    double[] weightBound(TimeCells cells) {
        double[] sum = new double[cells.integral(0).length];
        for (Channel c : channels) {
            OperatorBounds bounds = OperatorBounds.of(c.jumpRateOperator());
            double[] growth = cells.integral((from, to, branch) -> 2 * Math.max(0, -bounds.over(from, to, branch).low()));
            Arrays.setAll(sum, i -> sum[i] + growth[i]);
        }
        return Arrays.stream(sum).map(Math::exp).toArray();
    }

    /** {@code jumps.<bath>.<channel>}. */
    String name(int channel) {
        return names.get(channel);
    }

    int count() {
        return names.size();
    }

    /** The largest |quantum| of heat of a channel. */
    double largestQuantum(int channel) {
        return Math.max(Math.abs(lowestQuantum[channel]), Math.abs(highestQuantum[channel]));
    }

    /** The most that a jump of a channel changes what is counted. */
    double largest(Quantity counted, int channel) {
        return counted.kind().isCountedHeat() ? largestQuantum(channel) : Math.abs(increment(counted, channel));
    }

    /** Of what is no heat, and so does not depend on time. */
    private double increment(Quantity counted, int channel) {
        return counted.increment(baths.get(bathOfChannel[channel]), channels.get(channel)).at(0).re();
    }

    /** Sum over channels of ∫ max over states ⟨L†L⟩ dt: from any state on, the jumps are at most a Poisson number of this mean. */
    double jumpBound(int[] of, int point) {
        double sum = 0;
        for (int k : of) {
            sum += jumps[k][point];
        }
        return sum;
    }

    /** Width of the interval that holds what up to {@code jumps} jumps of some channels change of what is counted. */
    double countedWidth(Quantity counted, int[] of, double jumpCount) {
        boolean isHeat = counted.kind().isCountedHeat();
        double low = 0;
        double high = 0;
        for (int k : of) {
            low = Math.min(low, isHeat ? lowestQuantum[k] : increment(counted, k));
            high = Math.max(high, isHeat ? highestQuantum[k] : increment(counted, k));
        }
        return jumpCount * (high - low);
    }
}
