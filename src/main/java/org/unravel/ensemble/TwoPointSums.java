package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.unravel.model.Quantity;
import org.unravel.numeric.Rounding;
import org.unravel.statistics.AtomCounts;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.ExponentialAverage;
import org.unravel.statistics.GroupedSample;
import org.unravel.statistics.SignedHistogram;

/** What the measurements at the ends of some consecutive trajectories have found. Two merge into one. */
final class TwoPointSums implements TallySums {

    /** Finest bins of entropy production, in units of k_B: far below any line width in a figure. */
    private static final double ENTROPY_RESOLUTION = 0x1p-16;
    private static final int BINS = 200;
    /** Finest bins of exponents in a weighted run, as those of entropy production. */
    private static final double EXPONENT_RESOLUTION = ENTROPY_RESOLUTION;
    /** Bins of exponents: a width that is not small beside 1 belongs to an average that is hopeless. */
    private static final int FINE_BINS = 4096;

    private final EndStates ends;
    private final double[] quanta;
    private final GroupedSample work = new GroupedSample();
    private final GroupedSample workWeights = new GroupedSample();
    private final SignedHistogram workHistogram;
    private final AtomCounts workAtoms;
    private final GroupedSample entropy = new GroupedSample();
    private final GroupedSample entropyWeights = new GroupedSample();
    private final SignedHistogram entropyHistogram = new SignedHistogram(ENTROPY_RESOLUTION);
    private final Optional<Exponents> exponents;
    private final Doublings doublings;
    private long clippedPopulations;

    /** βW − ln v and σ − ln v of trajectories of weight v: what decides which of them carry the exponential averages. */
    private record Exponents(SignedHistogram work, SignedHistogram entropy) {

        Exponents() {
            this(new SignedHistogram(EXPONENT_RESOLUTION), new SignedHistogram(EXPONENT_RESOLUTION));
        }
    }

    /**
     * Empty sums of trajectories of weight 1.
     *
     * @param quanta those of the net numbers in the atoms of work; empty where work is kept in bins
     * @param unit finest resolution of work
     */
    TwoPointSums(EndStates ends, Optional<double[]> quanta, double unit) {
        this(ends, quanta, unit, Optional.empty());
    }

    private TwoPointSums(EndStates ends, Optional<double[]> quanta, double unit, Optional<Exponents> exponents) {
        this.ends = ends;
        this.quanta = quanta.orElse(new double[0]);
        this.exponents = exponents;
        this.workAtoms = quanta.isPresent() ? new AtomCounts() : null;
        this.workHistogram = quanta.isPresent() ? null : new SignedHistogram(unit);
        Map<String, GroupedSample> watched = new LinkedHashMap<>();
        watched.put(Quantity.WORK_TPM, work);
        if (!Double.isNaN(ends.jarzynskiBeta())) {
            watched.put(Convergence.JARZYNSKI, workWeights);
        }
        if (ends.hasEntropyProduction()) {
            watched.put(Quantity.ENTROPY_PRODUCTION, entropy);
            watched.put(Convergence.INTEGRAL, entropyWeights);
        }
        this.doublings = new Doublings(List.copyOf(watched.keySet()), List.copyOf(watched.values()));
    }

    /** Empty sums of trajectories of whatever weight. */
    static TwoPointSums weighted(EndStates ends, Optional<double[]> quanta, double unit) {
        return new TwoPointSums(ends, quanta, unit, Optional.of(new Exponents()));
    }

    /** Adds the work of one trajectory; {@code atom} holds start space, end space and net quanta, and is ignored where there are no atoms. */
    void addWork(long trajectory, double value, int[] atom, double weight) {
        work.add(trajectory, value, weight);
        if (workAtoms != null) {
            workAtoms.add(atom, weight);
        } else {
            workHistogram.add(value, weight);
        }
        if (!Double.isNaN(ends.jarzynskiBeta())) {
            workWeights.add(trajectory, Math.exp(-ends.jarzynskiBeta() * value), weight);
            exponents.ifPresent(e -> e.work.add(ends.jarzynskiBeta() * value - Math.log(weight)));
        }
    }

    /** Adds the entropy production of one trajectory. */
    void addEntropy(long trajectory, double value, int clipped, double weight) {
        entropy.add(trajectory, value, weight);
        entropyHistogram.add(value, weight);
        entropyWeights.add(trajectory, Math.exp(-value), weight);
        exponents.ifPresent(e -> e.entropy.add(value - Math.log(weight)));
        clippedPopulations += clipped;
    }

    /** All of one trajectory was added. */
    void added(long trajectory) {
        doublings.added(trajectory, trajectory + 1);
    }

    /** @throws IllegalStateException if an engine has not shown the kets of all trajectories */
    void requireCount(long trajectories) {
        if (work.whole().count() != trajectories) {
            throw new IllegalStateException("expected " + trajectories + " trajectories measured at the end, found " + work.whole().count());
        }
    }

    /** The sample of W_TPM. */
    GroupedSample work() {
        return work;
    }

    @Override
    public void combine(TallySums other) {
        TwoPointSums later = (TwoPointSums) other;
        work.combine(later.work);
        workWeights.combine(later.workWeights);
        if (workAtoms != null) {
            workAtoms.combine(later.workAtoms);
        } else {
            workHistogram.combine(later.workHistogram);
        }
        entropy.combine(later.entropy);
        entropyWeights.combine(later.entropyWeights);
        entropyHistogram.combine(later.entropyHistogram);
        exponents.ifPresent(e -> {
            e.work.combine(later.exponents.orElseThrow().work);
            e.entropy.combine(later.exponents.orElseThrow().entropy);
        });
        clippedPopulations += later.clippedPopulations;
        doublings.combined(later.doublings);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        for (GroupedSample sample : samples()) {
            sample.write(out);
        }
        for (SignedHistogram histogram : histograms()) {
            histogram.write(out);
        }
        if (workAtoms != null) {
            workAtoms.write(out);
        }
        out.writeLong(clippedPopulations);
        doublings.write(out);
    }

    @Override
    public void read(DataInput in) throws IOException {
        for (GroupedSample sample : samples()) {
            sample.read(in);
        }
        for (SignedHistogram histogram : histograms()) {
            histogram.read(in);
        }
        if (workAtoms != null) {
            workAtoms.read(in);
        }
        clippedPopulations = in.readLong();
        doublings.read(in);
    }

    private List<GroupedSample> samples() {
        return List.of(work, workWeights, entropy, entropyWeights);
    }

    private List<SignedHistogram> histograms() {
        return Stream.of(Stream.ofNullable(workHistogram), Stream.of(entropyHistogram), exponents.stream().flatMap(e -> Stream.of(e.work, e.entropy)))
                .flatMap(s -> s).toList();
    }

    @Override
    public void contribute(ResultParts parts) {
        List<Distribution.Bin> atoms = workAtoms == null || workAtoms.overflow() > 0 ? List.of() : workDistribution().bins();
        parts.put(Quantity.WORK_TPM, atoms.size() == 1 ? work.summary().ofOneValue(atoms.get(0).low()) : work.summary());
        if (ends.hasEntropyProduction()) {
            parts.put(Quantity.ENTROPY_PRODUCTION, entropy.summary());
        }
        parts.twoPoint(result());
        doublings.contribute(parts);
        long ofExponents = exponents.map(e -> e.work.clipped() + e.entropy.clipped()).orElse(0L);
        parts.fact("clipped_two_point_values", (workHistogram == null ? 0 : workHistogram.clipped()) + entropyHistogram.clipped() + ofExponents);
        parts.fact("two_point_atoms_beyond_the_limit", workAtoms == null ? 0L : workAtoms.overflow());
        parts.fact("outcomes_beyond_the_rank_of_the_final_state", clippedPopulations);
    }

    private TwoPointResult result() {
        Distribution distribution = workDistribution();
        Optional<ExponentialAverage> jarzynski = Double.isNaN(ends.jarzynskiBeta()) ? Optional.empty()
                : Optional.of(exponents.map(e -> ExponentialAverage.of(workWeights, e.work.distribution(FINE_BINS), 1))
                        .orElseGet(() -> ExponentialAverage.of(workWeights,
                                workAtoms == null ? workHistogram.distribution(FINE_BINS) : distribution, ends.jarzynskiBeta())));
        if (!ends.hasEntropyProduction()) {
            return new TwoPointResult(distribution, jarzynski, Optional.empty(), Optional.empty(), ends.conditions());
        }
        SignedHistogram fine = exponents.map(Exponents::entropy).orElse(entropyHistogram);
        return new TwoPointResult(distribution, jarzynski, Optional.of(entropyHistogram.distribution(BINS)),
                Optional.of(ExponentialAverage.of(entropyWeights, fine.distribution(FINE_BINS), 1)), ends.conditions());
    }

    private Distribution workDistribution() {
        return workAtoms == null ? workHistogram.distribution(BINS) : workAtoms.distribution(this::value, this::rounding);
    }

    /** W = E_m − E_n − Σ_i q_i k_i of an atom (physics.md, "What is counted, exactly"). */
    private double value(int[] atom) {
        if (ends.isWithoutWork()) {
            return 0;
        }
        double value = ends.end().values()[atom[1]] - ends.start().values()[atom[0]];
        for (int i = 0; i < quanta.length; i++) {
            value -= quanta[i] * atom[2 + i];
        }
        return value;
    }

    /** Bound of the rounding of W. */
    private double rounding(int[] atom) {
        if (ends.isWithoutWork()) {
            return 0;
        }
        double magnitude = Math.abs(ends.end().values()[atom[1]]) + Math.abs(ends.start().values()[atom[0]]);
        for (int i = 0; i < quanta.length; i++) {
            magnitude += Math.abs(quanta[i] * atom[2 + i]);
        }
        return ends.end().roundings()[atom[1]] + ends.start().roundings()[atom[0]] + Rounding.OF_SUM * magnitude;
    }
}
