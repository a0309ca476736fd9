package org.unravel.ensemble;

import java.util.Arrays;
import java.util.Optional;

import org.unravel.statistics.AtomCounts;
import org.unravel.statistics.DurationHistogram;
import org.unravel.statistics.GroupedSample;
import org.unravel.statistics.NumberCounts;
import org.unravel.statistics.SignedHistogram;
import org.unravel.statistics.WeightedCount;
import org.unravel.statistics.WeightTable;

/**
 * What some consecutive trajectories say: a pure function of model, seed, their indices and the kernel. Two merge into one.
 *
 * <p>Of size independent of the number of trajectories, but for the atoms of counted heat, whose number is capped.
 */
final class BlockResult {

    /** Index of the atoms of net quanta of the first bath and then of the second, for models with joint heat alone: behind those of all channels and of each bath. */
    static final int JOINT = 3;

    private long trajectoryCount;
    private final CurveMoments curves;
    private final GroupedSample[] finals;
    private final SignedHistogram work;
    private final AtomCounts[] atoms;
    private final SignedHistogram[] countedHeat;
    private final DurationHistogram[][] waiting;
    private final WeightTable endings;
    private final long[][] jumpNumbers;
    private final NumberCounts[] jumpCounts;
    private final Optional<TwoPointSums> twoPoint;
    private final EvidenceSums evidence;
    private final Optional<WeightMoments> weights;
    private final LevelSums levels;
    private double maxClosureError;

    BlockResult(long trajectoryCount, CurveMoments curves, GroupedSample[] finals, SignedHistogram work, AtomCounts[] atoms,
            SignedHistogram[] countedHeat, DurationHistogram[][] waiting, WeightTable endings, long[][] jumpNumbers,
            NumberCounts[] jumpCounts, Optional<TwoPointSums> twoPoint, EvidenceSums evidence, Optional<WeightMoments> weights,
            LevelSums levels, double maxClosureError) {
        this.trajectoryCount = trajectoryCount;
        this.curves = curves;
        this.finals = finals;
        this.work = work;
        this.atoms = atoms;
        this.countedHeat = countedHeat;
        this.waiting = waiting;
        this.endings = endings;
        this.jumpNumbers = jumpNumbers;
        this.jumpCounts = jumpCounts;
        this.twoPoint = twoPoint;
        this.evidence = evidence;
        this.weights = weights;
        this.levels = levels;
        this.maxClosureError = maxClosureError;
    }

    /** Takes in the result of the trajectories that follow these. */
    void combine(BlockResult later) {
        trajectoryCount += later.trajectoryCount;
        curves.combine(later.curves);
        for (int q = 0; q < finals.length; q++) {
            finals[q].combine(later.finals[q]);
        }
        work.combine(later.work);
        for (int i = 0; i < atoms.length; i++) {
            if (atoms[i] == null) {
                countedHeat[i].combine(later.countedHeat[i]);
            } else {
                atoms[i].combine(later.atoms[i]);
            }
        }
        endings.combine(later.endings);
        for (int from = 0; from < waiting.length; from++) {
            for (int to = 0; to < waiting[from].length; to++) {
                combineWaiting(from, to, later.waiting[from][to]);
            }
        }
        for (int k = 0; k < jumpNumbers.length; k++) {
            jumpCounts[k].combine(later.jumpCounts[k]);
            for (int i = 0; i < jumpNumbers[k].length; i++) {
                jumpNumbers[k][i] += later.jumpNumbers[k][i];
            }
        }
        twoPoint.ifPresent(t -> t.combine(later.twoPoint.orElseThrow()));
        evidence.combine(later.evidence);
        weights.ifPresent(w -> w.combine(later.weights.orElseThrow()));
        levels.combine(later.levels);
        maxClosureError = Math.max(maxClosureError, later.maxClosureError);
    }

    private void combineWaiting(int from, int to, DurationHistogram later) {
        if (waiting[from][to] == null) {
            waiting[from][to] = later;
        } else if (later != null) {
            waiting[from][to].combine(later);
        }
    }

    long trajectoryCount() {
        return trajectoryCount;
    }

    CurveMoments curves() {
        return curves;
    }

    GroupedSample finals(int quantity) {
        return finals[quantity];
    }

    SignedHistogram work() {
        return work;
    }

    /** Atoms of counted heat, all channels (index 0) or of a bath (from 1); null where a quantum depends on time. */
    AtomCounts atoms(int counter) {
        return atoms[counter];
    }

    /** Counted heat in bins where a quantum depends on time, with the same indices; else null. */
    SignedHistogram countedHeat(int counter) {
        return countedHeat[counter];
    }

    /** Number of counters: all channels, each bath, two baths jointly. */
    int counterCount() {
        return atoms.length;
    }

    /** Waiting times from channel {@code from − 1} (0: the start) to channel {@code to}; null if there was none. */
    DurationHistogram waiting(int from, int to) {
        return waiting[from][to];
    }

    /** Trajectories whose last jump was of channel {@code from − 1} (0: that had none). */
    WeightedCount endings(int from) {
        return endings.at(from);
    }

    /** Sum of weight times number of jumps of one channel over all trajectories, up to each grid time. */
    double[] jumpNumbers(int channel) {
        return weights.map(w -> w.jumpNumbers(channel)).orElseGet(() -> Arrays.stream(jumpNumbers[channel]).asDoubleStream().toArray());
    }

    /** What the weights come to, where there are others than 1. */
    Optional<WeightMoments> weights() {
        return weights;
    }

    /** Number of channels. */
    int channelCount() {
        return jumpCounts.length;
    }

    /** Number of jumps of one channel in a trajectory. */
    NumberCounts jumpCounts(int channel) {
        return jumpCounts[channel];
    }

    /** What was measured at the ends, if it was. */
    Optional<TwoPointSums> twoPoint() {
        return twoPoint;
    }

    EvidenceSums evidence() {
        return evidence;
    }

    /** Populations of the highest levels of what is cut off. */
    LevelSums levels() {
        return levels;
    }

    double maxClosureError() {
        return maxClosureError;
    }
}
