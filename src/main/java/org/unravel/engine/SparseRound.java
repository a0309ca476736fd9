package org.unravel.engine;

import java.util.Arrays;

import org.unravel.trajectory.EngineCounters;
import org.unravel.trajectory.LaneObserver;

/**
 * One round of some lanes over what is left of a part: expand, find who jumps and where, integrate the energies up to there, jump. One per worker.
 */
final class SparseRound {

    /** A Newton step below this leaves an error of its square: rounding. */
    private static final double CONVERGED = 1e-7;
    private static final int MOST_ITERATIONS = 60;

    private final SparseTables tables;
    private final TaylorKernel kernel;
    private final int dimension;
    private final int lanes;
    private final LaneStreams streams;
    private final EnergyIntegrals sums;
    private final TaylorBlock block;
    private final ChannelTable channels;
    private final double[] yRe;
    private final double[] yIm;
    private final double[][] scratch;
    private final double[] remaining;
    private final double[] startNorm;
    private final double[] norm;
    private final double[] rate;
    private final double[] x;
    private final double[] place;
    private final double[] low;
    private final double[] high;
    private final boolean[] searching;
    private final boolean[] jumping;
    private final double[] ketRe;
    private final double[] ketIm;
    private long jumps;
    private long iterations;
    private long laterJumps;
    private long grazings;

    SparseRound(SparseTables tables, TaylorKernel kernel, int lanes, LaneStreams streams, EnergyIntegrals sums) {
        this.tables = tables;
        this.kernel = kernel;
        this.dimension = tables.model().dimension();
        this.lanes = lanes;
        this.streams = streams;
        this.sums = sums;
        this.block = new TaylorBlock(kernel, dimension, lanes);
        this.channels = new ChannelTable(tables.model(), BlockFrame.none(tables.model()));
        this.yRe = new double[dimension * lanes];
        this.yIm = new double[dimension * lanes];
        this.scratch = new double[3][lanes];
        this.remaining = new double[lanes];
        this.startNorm = new double[lanes];
        this.norm = new double[lanes];
        this.rate = new double[lanes];
        this.x = new double[lanes];
        this.place = new double[lanes];
        this.low = new double[lanes];
        this.high = new double[lanes];
        this.searching = new boolean[lanes];
        this.jumping = new boolean[lanes];
        this.ketRe = new double[dimension];
        this.ketIm = new double[dimension];
    }

    EngineCounters counters() {
        return new EngineCounters(jumps, iterations, laterJumps, grazings);
    }

    /**
     * Advances the active lanes to their next jump or to the end of the part.
     *
     * @param time start of the part
     * @param active the lanes; out: those that have jumped and have time left
     * @param count their number
     * @param done which share of the part each lane has behind it, by lane
     * @return number of lanes that go on
     */
    int advance(double time, int[] active, int count, double[] psiRe, double[] psiIm, double[] done, LaneObserver observer) {
        int width = LaneKernel.padded(count);
        gather(active, count, width, psiRe, psiIm, done);
        block.expand(tables.generator(), remaining, startNorm, width);
        Arrays.fill(x, 0, width, 1);
        block.evaluate(x, yRe, yIm, norm, width);
        boolean any = false;
        for (int b = 0; b < width; b++) {
            jumping[b] = b < count && norm[b] < streams.threshold()[active[b]];
            any |= jumping[b];
        }
        if (any) {
            locate(active, width);
        }
        integrate(active, count, width);
        block.evaluate(x, yRe, yIm, norm, width);
        if (any) {
            kernel.expectation(tables.energyRows(), yRe, yIm, rate, width);
        }
        return finish(time, active, count, width, psiRe, psiIm, done, observer);
    }

    private void gather(int[] active, int count, int width, double[] psiRe, double[] psiIm, double[] done) {
        double[] re = block.startRe();
        double[] im = block.startIm();
        Arrays.fill(startNorm, 0, width, 0);
        for (int i = 0; i < dimension; i++) {
            int to = i * width;
            int from = i * lanes;
            for (int b = 0; b < count; b++) {
                re[to + b] = psiRe[from + active[b]];
                im[to + b] = psiIm[from + active[b]];
                startNorm[b] = Math.fma(re[to + b], re[to + b], Math.fma(im[to + b], im[to + b], startNorm[b]));
            }
            Arrays.fill(re, to + count, to + width, 0);
            Arrays.fill(im, to + count, to + width, 0);
        }
        Arrays.fill(remaining, 0, width, 0);
        for (int b = 0; b < count; b++) {
            remaining[b] = tables.partLength() * (1 - done[active[b]]);
        }
    }

    /** Finds the place of each jumping lane's jump: survival falls with slope −remaining·⟨K⟩; safeguarded Newton, lane by lane frozen when it has converged. */
    private void locate(int[] active, int width) {
        kernel.expectation(tables.jumpRateRows(), yRe, yIm, rate, width);
        kernel.expectation(tables.jumpRateRows(), block.startRe(), block.startIm(), scratch[0], width);
        int left = 0;
        for (int b = 0; b < width; b++) {
            searching[b] = jumping[b];
            if (jumping[b]) {
                low[b] = 0;
                high[b] = 1;
                x[b] = guess(b, streams.threshold()[active[b]]);
                left++;
            }
        }
        for (int iteration = 0; left > 0 && iteration < MOST_ITERATIONS; iteration++) {
            block.evaluate(x, yRe, yIm, norm, width);
            kernel.expectation(tables.jumpRateRows(), yRe, yIm, rate, width);
            for (int b = 0; b < width; b++) {
                if (searching[b]) {
                    iterations++;
                    searching[b] = !improve(b, streams.threshold()[active[b]]);
                    left -= searching[b] ? 0 : 1;
                }
            }
        }
    }

    /** Inverse cubic Hermite interpolation between both ends of the part. */
    private double guess(int b, double u) {
        double fall = startNorm[b] - norm[b];
        double s = (startNorm[b] - u) / fall;
        double m0 = fall / (remaining[b] * scratch[0][b]);
        double m1 = fall / (remaining[b] * rate[b]);
        double cubic = s * (m0 + s * (3 - 2 * m0 - m1 + s * (m0 + m1 - 2)));
        return cubic > 0 && cubic < 1 ? cubic : s > 0 && s < 1 ? s : 0.5;
    }

    /** One Newton step; true if it has converged. */
    private boolean improve(int b, double u) {
        double f = norm[b] - u;
        double step = f / (remaining[b] * rate[b]);
        double next = x[b] + step;
        if (Math.abs(step) < CONVERGED) {
            x[b] = Math.max(0, Math.min(1, next));
            return true;
        }
        if (f > 0) {
            low[b] = x[b];
        } else {
            high[b] = x[b];
        }
        x[b] = next > low[b] && next < high[b] ? next : 0.5 * (low[b] + high[b]);
        return high[b] - low[b] < 1e-15;
    }

    /** Adds drift and unitary heat of each lane from x = 0 to its own place. */
    private void integrate(int[] active, int count, int width) {
        EnergyTerms terms = tables.terms();
        if (!terms.drift() && !terms.unitary()) {
            return;
        }
        double[] nodes = tables.rule().nodes();
        for (int q = 0; q < nodes.length; q++) {
            for (int b = 0; b < width; b++) {
                place[b] = x[b] * (nodes[q] + 1) / 2;
            }
            block.evaluate(place, yRe, yIm, norm, width);
            double weight = tables.rule().weights()[q] / 2;
            if (terms.drift()) {
                kernel.driftForms(tables.energy(), tables.jumpRate(), yRe, yIm, scratch[0], scratch[1], scratch[2], width);
                for (int b = 0; b < count; b++) {
                    double inverse = 1 / norm[b];
                    double flow = Math.fma(scratch[1][b] * inverse, scratch[0][b], -scratch[2][b]) * inverse;
                    sums.drift()[active[b]] += weight * x[b] * remaining[b] * flow;
                }
            }
            if (terms.unitary()) {
                kernel.expectation(tables.unitaryRows(), yRe, yIm, scratch[0], width);
                for (int b = 0; b < count; b++) {
                    sums.unitary()[active[b]] += weight * x[b] * remaining[b] * scratch[0][b] / norm[b];
                }
            }
        }
    }

    /** Writes the kets back, jumps applied; {@code rate} holds the energies before the jumps, unnormalised. */
    private int finish(double time, int[] active, int count, int width, double[] psiRe, double[] psiIm, double[] done,
            LaneObserver observer) {
        int left = 0;
        for (int b = 0; b < count; b++) {
            int lane = active[b];
            for (int i = 0; i < dimension; i++) {
                ketRe[i] = yRe[i * width + b];
                ketIm[i] = yIm[i * width + b];
            }
            if (jumping[b]) {
                jump(time, b, lane, done, observer);
                active[left++] = lane;
            }
            for (int i = 0; i < dimension; i++) {
                psiRe[i * lanes + lane] = ketRe[i];
                psiIm[i * lanes + lane] = ketIm[i];
            }
        }
        return left;
    }

    /** Applies a jump to {@code ketRe, ketIm}; where no channel can fire the lane goes on without one. */
    private void jump(double time, int b, int lane, double[] done, LaneObserver observer) {
        double share = done[lane] + (1 - done[lane]) * x[b];
        double t = time + tables.partLength() * share;
        double total = channels.weigh(t, t, ketRe, ketIm);
        if (total > 0) {
            int channel = channels.choose(streams.stream(lane).nextUniform(), total);
            channels.apply(channel, t, t, ketRe, ketIm);
            streams.threshold()[lane] = streams.stream(lane).nextJumpThreshold();
            observer.jump(lane, t, channel, tables.energyRows().expectation(ketRe, ketIm) - rate[b] / norm[b]);
            jumps++;
            laterJumps += done[lane] > 0 ? 1 : 0;
        } else {
            grazings++;
            streams.threshold()[lane] = LaneStreams.NEVER;
        }
        done[lane] = share;
    }
}
