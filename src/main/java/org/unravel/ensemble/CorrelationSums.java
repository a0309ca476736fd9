package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.unravel.model.JumpCorrelations;
import org.unravel.model.JumpPair;
import org.unravel.model.Model;
import org.unravel.statistics.EffectiveSize;
import org.unravel.statistics.WeightTable;
import org.unravel.statistics.WeightedCount;

/** Pairs of jumps by bin of the delay, jumps by channel, and trajectories, each in groups of trajectories (index mod their number), with the weights just after the later jump. */
final class CorrelationSums implements TallySums {

    private static final int GROUPS = GroupedWaitingTimes.GROUP_COUNT;
    /** Below this number of groups with trajectories the jackknife says too little, see {@link org.unravel.statistics.GroupedSample}. */
    private static final int LEAST_GROUPS = 8;

    private final JumpCorrelations asked;
    private final List<String> labels;
    private final double run;
    /** Shape [pairs], each [groups × bins]. */
    private final WeightTable[] pairs;
    /** Groups × channels. */
    private final WeightTable jumps;
    private final WeightTable trajectories = new WeightTable(GROUPS);

    CorrelationSums(Model model) {
        asked = model.counting().correlations().orElseThrow();
        labels = model.channelLabels();
        run = model.time().end() - model.time().start();
        pairs = asked.pairs().stream().map(p -> new WeightTable(GROUPS * asked.binCount())).toArray(WeightTable[]::new);
        jumps = new WeightTable(GROUPS * Math.max(1, labels.size()));
    }

    void jump(int group, int channel, double weight) {
        jumps.add(group * labels.size() + channel, weight);
    }

    /** A pair whose delay is a part of the longest one. */
    void pair(int pair, int group, double part, double weight) {
        int bin = (int) (part * asked.binCount());
        if (bin < asked.binCount()) {
            pairs[pair].add(group * asked.binCount() + bin, weight);
        }
    }

    void trajectory(int group, double weight) {
        trajectories.add(group, weight);
    }

    @Override
    public void combine(TallySums other) {
        List<WeightTable> own = tables();
        List<WeightTable> later = ((CorrelationSums) other).tables();
        for (int i = 0; i < own.size(); i++) {
            own.get(i).combine(later.get(i));
        }
    }

    private List<WeightTable> tables() {
        return Stream.concat(Stream.of(pairs), Stream.of(jumps, trajectories)).toList();
    }

    @Override
    public void write(DataOutput out) throws IOException {
        for (WeightTable table : tables()) {
            table.write(out);
        }
    }

    @Override
    public void read(DataInput in) throws IOException {
        for (WeightTable table : tables()) {
            table.read(in);
        }
    }

    @Override
    public void contribute(ResultParts parts) {
        for (int p = 0; p < pairs.length; p++) {
            parts.add(correlation(p));
        }
    }

    private JumpCorrelation correlation(int p) {
        JumpPair pair = asked.pairs().get(p);
        double[] first = ofGroups(labels.indexOf(pair.first()));
        double[] second = ofGroups(labels.indexOf(pair.second()));
        double[] all = IntStream.range(0, GROUPS).mapToDouble(trajectories::weight).toArray();
        double known = Math.min(effectiveJumps(pair.first()), effectiveJumps(pair.second()));
        double[][] byGroup = new double[GROUPS][asked.binCount()];
        List<JumpCorrelation.Bin> bins = new ArrayList<>();
        for (int b = 0; b < asked.binCount(); b++) {
            double[] inBin = new double[GROUPS];
            WeightedCount total = WeightedCount.NONE;
            for (int g = 0; g < GROUPS; g++) {
                inBin[g] = pairs[p].weight(g * asked.binCount() + b);
                byGroup[g][b] = inBin[g];
                total = total.plus(pairs[p].at(g * asked.binCount() + b));
            }
            double low = asked.edge(b);
            double high = asked.edge(b + 1);
            double factor = run * run / ((high - low) * (run - (low + high) / 2));
            bins.add(new JumpCorrelation.Bin(low, high, factor * value(inBin, first, second, all, -1), error(factor, total, inBin, first, second, all, known)));
        }
        return new JumpCorrelation(pair, bins, byGroup);
    }

    private double[] ofGroups(int channel) {
        return IntStream.range(0, GROUPS).mapToDouble(g -> channel < 0 ? 0 : jumps.weight(g * labels.size() + channel)).toArray();
    }

    /** Of weights of both signs the jumps of a channel may add up to nearly nothing: what is divided by them is known no better than they are. */
    private double effectiveJumps(String channel) {
        int k = labels.indexOf(channel);
        return IntStream.range(0, k < 0 ? 0 : GROUPS).mapToObj(g -> jumps.at(g * labels.size() + k)).reduce(WeightedCount.NONE, WeightedCount::plus).effectiveCount();
    }

    /** Pairs times trajectories over the product of the jumps, without one group. */
    private static double value(double[] inBin, double[] first, double[] second, double[] all, int left) {
        double product = sum(first, left) * sum(second, left);
        return product == 0 ? Double.NaN : sum(inBin, left) * sum(all, left) / product;
    }

    private static double sum(double[] ofGroups, int left) {
        return Arrays.stream(ofGroups).sum() - (left < 0 ? 0 : ofGroups[left]);
    }

    /** A bin that no pair was seen in has no error bar: 0 ± 0 would say that none can be. */
    private double error(double factor, WeightedCount total, double[] inBin, double[] first, double[] second, double[] all, double effectiveJumps) {
        int[] held = IntStream.range(0, GROUPS).filter(g -> trajectories.count(g) > 0).toArray();
        if (held.length < LEAST_GROUPS || total.count() == 0) {
            return Double.NaN;
        }
        double[] without = Arrays.stream(held).mapToDouble(g -> factor * value(inBin, first, second, all, g)).toArray();
        double mean = Arrays.stream(without).sum() / held.length;
        double squares = Arrays.stream(without).map(v -> (v - mean) * (v - mean)).sum();
        double error = Math.sqrt(squares * (held.length - 1) / held.length);
        return total.hasUnitWeights() ? error : EffectiveSize.errorBar(error, Math.min(total.effectiveTerms(), effectiveJumps));
    }
}
