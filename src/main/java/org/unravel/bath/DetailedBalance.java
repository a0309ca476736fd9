package org.unravel.bath;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.TimeFunction;
import org.unravel.numeric.SparseMatrix;

/**
 * Which channels of a bath obey detailed balance: L_↑ = e^{−βω/2} L_↓† with q_↑ = ω and q_↓ = −ω (trajectories.md §4).
 *
 * <p>A channel with q = 0 is its own pair if L is normal. Channels that depend on time are compared at a few times between every two
 * breakpoints, so a violation between them is not seen.
 */
public final class DetailedBalance {

    /** Relative to the larger of the two; rates in files are products of a few functions, each good to some ulp. */
    private static final double TOLERANCE = 1e-10;

    /** Inside each smooth piece, as parts of its length: irregular, so that no common period hides a violation. */
    private static final double[] PLACES = {0.0718, 0.3127, 0.5391, 0.7213, 0.9347};

    private final double beta;
    private final double[] times;

    private DetailedBalance(double beta, double[] times) {
        this.beta = beta;
        this.times = times;
    }

    /**
     * A pair, or a channel that is its own.
     *
     * @param first one channel
     * @param second its partner; the same where the channel is its own
     */
    public record Pair(Channel first, Channel second) {
    }

    /**
     * What holds for one bath.
     *
     * @param pairs pairs in the order of their first channels
     * @param unpaired channels without a partner, in their order
     */
    public record Balance(List<Pair> pairs, List<Channel> unpaired) {
    }

    /**
     * Looks for the pairs of a bath.
     *
     * @param bath a bath of the model with an inverse temperature; an infinite one leaves every channel with q ≠ 0 unpaired
     * @throws IllegalArgumentException if the bath has none
     */
    public static Balance of(Model model, Bath bath) {
        double beta = bath.inverseTemperature()
                .orElseThrow(() -> new IllegalArgumentException("expected a bath with a temperature, found " + bath.name()));
        return new DetailedBalance(beta, times(model)).balance(bath.channels());
    }

    private static double[] times(Model model) {
        double[] edges = DoubleStream.concat(DoubleStream.of(model.time().start(), model.time().end()), DoubleStream.of(model.breakpoints()))
                .sorted().distinct().toArray();
        DoubleStream.Builder times = DoubleStream.builder();
        for (int i = 1; i < edges.length; i++) {
            for (double place : PLACES) {
                times.add(edges[i - 1] + place * (edges[i] - edges[i - 1]));
            }
        }
        return times.build().toArray();
    }

    private Balance balance(List<Channel> channels) {
        List<Channel> left = new ArrayList<>(channels);
        List<Pair> pairs = new ArrayList<>();
        List<Channel> unpaired = new ArrayList<>();
        while (!left.isEmpty()) {
            Channel first = left.remove(0);
            if (isOwnPair(first)) {
                pairs.add(new Pair(first, first));
                continue;
            }
            left.stream().filter(c -> isPair(first, c)).findFirst().ifPresentOrElse(second -> {
                left.remove(second);
                pairs.add(new Pair(first, second));
            }, () -> unpaired.add(first));
        }
        return new Balance(pairs, unpaired);
    }

    private boolean isPair(Channel up, Channel down) {
        return !Double.isInfinite(beta) && DoubleStream.of(times).allMatch(t -> {
            double q = heat(up, t);
            SparseMatrix expected = jumpOperator(down, t).adjoint().scaled(Math.exp(-beta * q / 2), 0);
            return Math.abs(q + heat(down, t)) <= TOLERANCE * Math.abs(q) && agree(jumpOperator(up, t), expected);
        });
    }

    private boolean isOwnPair(Channel channel) {
        return DoubleStream.of(times).allMatch(t -> {
            SparseMatrix jump = jumpOperator(channel, t);
            return heat(channel, t) == 0 && agree(jump.times(jump.adjoint()), jump.adjoint().times(jump));
        });
    }

    private static boolean agree(SparseMatrix a, SparseMatrix b) {
        return a.minus(b).maxModulus() <= TOLERANCE * Math.max(a.maxModulus(), b.maxModulus());
    }

    private static double heat(Channel channel, double t) {
        return channel.heat().at(t).re();
    }

    private static SparseMatrix jumpOperator(Channel channel, double t) {
        TimeFunction.Value rate = channel.rate().at(t);
        return channel.operator().at(t).scaled(Math.sqrt(rate.re()), 0);
    }
}
