package org.unravel.trajectory;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.unravel.model.Channel;

/**
 * What some channels bring in constant quanta, kept as integers per distinct |quantum|, so that equal quanta of opposite sign cancel exactly and the distribution has exact atoms (physics.md,
 * "The ledger"): counted heat, particles, whose quantum is 1, or what a model counts by weights of its own. Its sum follows each jump by its own quantum, however many there are, with its rounding kept beside it
 * (Knuth, The Art of Computer Programming 2, §4.2.2, theorem B), exact for a hundred thousand jumps whose quanta differ up to a hundred thousandfold, so that it does not hang on their order.
 */
public final class QuantumCounter {

    private final double[] quanta;
    private final int[] indexOfChannel;
    private final int[] stepOfChannel;
    private final double[] quantumOfChannel;
    private final int[][] net;
    private final double[] sum;
    /** Rounded sums of the quanta of each lane, and what rounding took. */
    private final double[] rounded;
    private final double[] lost;

    private QuantumCounter(double[] quanta, int[] indexOfChannel, int[] stepOfChannel, int lanes) {
        this.quanta = quanta;
        this.indexOfChannel = indexOfChannel;
        this.stepOfChannel = stepOfChannel;
        this.quantumOfChannel = IntStream.range(0, stepOfChannel.length).mapToDouble(k -> stepOfChannel[k] == 0 ? 0 : stepOfChannel[k] * quanta[indexOfChannel[k]]).toArray();
        this.net = new int[lanes][quanta.length];
        this.sum = new double[lanes];
        this.rounded = new double[lanes];
        this.lost = new double[lanes];
    }

    /**
     * A counter of heat.
     *
     * @param channels all channels of the model
     * @param counted for each, whether its jumps count here
     * @param lanes lanes of a group
     */
    public static QuantumCounter ofHeat(List<Channel> channels, boolean[] counted, int lanes) {
        return ofDistinct(IntStream.range(0, counted.length).mapToDouble(k -> counted[k] ? channels.get(k).heat().at(0).re() : 0).toArray(), lanes);
    }

    /** A counter of weights, one for each channel: small whole numbers are counted by one, others by their distinct moduli. */
    static QuantumCounter ofWeights(double[] weights, int lanes) {
        boolean isWhole = Arrays.stream(weights).allMatch(w -> w == Math.rint(w) && Math.abs(w) <= Channel.MOST_PARTICLES);
        return isWhole ? new QuantumCounter(new double[] {1}, new int[weights.length], Arrays.stream(weights).mapToInt(w -> (int) w).toArray(), lanes) : ofDistinct(weights, lanes);
    }

    private static QuantumCounter ofDistinct(double[] quanta, int lanes) {
        Map<Double, Integer> distinct = new LinkedHashMap<>();
        int[] index = new int[quanta.length];
        int[] step = new int[quanta.length];
        for (int k = 0; k < quanta.length; k++) {
            double q = quanta[k];
            if (q != 0) {
                step[k] = q > 0 ? 1 : -1;
                distinct.putIfAbsent(Math.abs(q), distinct.size());
                index[k] = distinct.get(Math.abs(q));
            }
        }
        return new QuantumCounter(distinct.keySet().stream().mapToDouble(Double::doubleValue).toArray(), index, step, lanes);
    }

    /** A counter of particles; likewise. */
    public static QuantumCounter ofParticles(List<Channel> channels, boolean[] counted, int lanes) {
        int[] step = IntStream.range(0, channels.size()).map(k -> counted[k] ? channels.get(k).particles() : 0).toArray();
        return new QuantumCounter(new double[] {1}, new int[step.length], step, lanes);
    }

    /** True if every quantum that counts is constant in time, so that counting is possible. */
    public static boolean applies(List<Channel> channels, boolean[] counted) {
        return IntStream.range(0, counted.length).allMatch(k -> !counted[k] || channels.get(k).heat().isConstant());
    }

    /** Forgets all jumps. */
    void clear() {
        for (int[] counts : net) {
            Arrays.fill(counts, 0);
        }
        Arrays.fill(sum, 0);
        Arrays.fill(rounded, 0);
        Arrays.fill(lost, 0);
    }

    /** Books a jump of a channel in a lane. */
    void jump(int lane, int channel) {
        if (stepOfChannel[channel] == 0) {
            return;
        }
        net[lane][indexOfChannel[channel]] += stepOfChannel[channel];
        double before = rounded[lane];
        double quantum = quantumOfChannel[channel];
        double after = before + quantum;
        double part = after - before;
        rounded[lane] = after;
        lost[lane] += before - (after - part) + (quantum - part);
        sum[lane] = after + lost[lane];
    }

    /** What a jump of a channel adds to the net number of its quanta: of heat and of weights that are not small whole numbers 1 or −1, of particles their number, of whole weights the weight, 0 where it does not count or brings none. */
    public int step(int channel) {
        return stepOfChannel[channel];
    }

    /** The distinct |quanta|, in the unit of energy; of particles and small whole weights 1. */
    public double[] quanta() {
        return quanta;
    }

    /** Net number of quanta that a lane has received, one for each distinct |quantum|; the counter's own array. */
    public int[] net(int lane) {
        return net[lane];
    }

    /** Counted heat, particles, or the sum of weights, of every lane; the counter's own array. */
    public double[] sum() {
        return sum;
    }
}
