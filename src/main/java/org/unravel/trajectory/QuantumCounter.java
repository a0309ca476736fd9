package org.unravel.trajectory;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.unravel.model.Channel;

/**
 * Counted heat of some channels with constant quanta, kept as integers per distinct |quantum|, so that equal quanta of opposite sign cancel
 * exactly and the distribution has exact atoms (physics.md, "The ledger"). The heat follows each jump by its own quantum, however many there are: a sum with its rounding kept beside it
 * (Knuth, The Art of Computer Programming 2, §4.2.2, theorem B), exact for a hundred thousand jumps whose quanta differ up to a hundred thousandfold, so that it does not hang on their order.
 */
public final class QuantumCounter {

    private final double[] quanta;
    private final int[] indexOfChannel;
    private final int[] signOfChannel;
    private final double[] quantumOfChannel;
    private final int[][] net;
    private final double[] heat;
    /** Rounded sums of the quanta of each lane, and what rounding took. */
    private final double[] sum;
    private final double[] lost;

    /**
     * A counter.
     *
     * @param channels all channels of the model
     * @param counted for each, whether its jumps count here
     * @param lanes lanes of a group
     */
    public QuantumCounter(List<Channel> channels, boolean[] counted, int lanes) {
        Map<Double, Integer> distinct = new LinkedHashMap<>();
        indexOfChannel = new int[channels.size()];
        signOfChannel = new int[channels.size()];
        quantumOfChannel = new double[channels.size()];
        for (int k = 0; k < channels.size(); k++) {
            double q = channels.get(k).heat().at(0).re();
            if (counted[k] && q != 0) {
                signOfChannel[k] = q > 0 ? 1 : -1;
                quantumOfChannel[k] = q;
                distinct.putIfAbsent(Math.abs(q), distinct.size());
                indexOfChannel[k] = distinct.get(Math.abs(q));
            }
        }
        quanta = distinct.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        net = new int[lanes][quanta.length];
        heat = new double[lanes];
        sum = new double[lanes];
        lost = new double[lanes];
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
        Arrays.fill(heat, 0);
        Arrays.fill(sum, 0);
        Arrays.fill(lost, 0);
    }

    /** Books a jump of a channel in a lane. */
    void jump(int lane, int channel) {
        if (signOfChannel[channel] == 0) {
            return;
        }
        net[lane][indexOfChannel[channel]] += signOfChannel[channel];
        double before = sum[lane];
        double quantum = quantumOfChannel[channel];
        double after = before + quantum;
        double part = after - before;
        sum[lane] = after;
        lost[lane] += before - (after - part) + (quantum - part);
        heat[lane] = after + lost[lane];
    }

    /** What a jump of a channel adds to the net number of its quanta: 1 or −1, or 0 where it does not count or brings none. */
    public int step(int channel) {
        return signOfChannel[channel];
    }

    /** The distinct |quanta|, in the unit of energy. */
    public double[] quanta() {
        return quanta;
    }

    /** Net number of quanta that a lane has received, one for each distinct |quantum|; the counter's own array. */
    public int[] net(int lane) {
        return net[lane];
    }

    /** Counted heat of every lane; the counter's own array. */
    public double[] heat() {
        return heat;
    }
}
