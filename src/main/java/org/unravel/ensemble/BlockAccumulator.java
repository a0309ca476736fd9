package org.unravel.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.unravel.engine.EnergyScale;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.statistics.AtomCounts;
import org.unravel.statistics.DurationHistogram;
import org.unravel.statistics.GroupedSample;
import org.unravel.statistics.NumberCounts;
import org.unravel.statistics.SignedHistogram;
import org.unravel.statistics.WeightTable;
import org.unravel.trajectory.LaneKets;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneValues;
import org.unravel.trajectory.Ledger;
import org.unravel.trajectory.QuantumCounter;
import org.unravel.trajectory.Recording;

/** Watches the lane groups of one block through the ledger and sums them up. One per worker thread; {@link #start} begins a new block. */
final class BlockAccumulator implements LaneObserver {

    /** Bins of work and of drifting quanta hold this share of the energy scale: far below any line width in a figure. */
    private static final double HISTOGRAM_RESOLUTION = 0x1p-20;

    private final Model model;
    private final Ledger ledger;
    private final List<String> finalNames;
    private final int workRow;
    private final int heatRow;
    private final int countedRow;
    private final int channelCount;
    private final int lastPoint;
    private final double unit;
    private final int[] recordedRows;
    private final CurveGathering sums;
    private final Optional<WeightSums> weights;
    private final Optional<JumpLog> log;
    private final double[] finalWeight;
    private final int[] lastChannel;
    private final double[] lastTime;
    private final Optional<EndMeasurement> measurement;
    private final int[] jointNet;
    private long blockFirst;
    private long first;
    private int laneCount;
    private long trajectoryCount;
    private GroupedSample[] finals;
    private SignedHistogram work;
    private AtomCounts[] atoms;
    private SignedHistogram[] countedHeat;
    private DurationHistogram[][] waiting;
    private WeightTable endings;
    private long[][] jumpNumbers;
    private NumberCounts[] jumpCounts;
    private double maxClosureError;
    private Optional<TwoPointSums> twoPoint;
    private EvidenceSums evidence;
    private LevelSums levels;

    BlockAccumulator(Model model, int lanes) {
        this(model, lanes, Recording.all());
    }

    BlockAccumulator(Model model, int lanes, Recording recording) {
        this(model, lanes, recording, Optional.empty(), 0);
    }

    /** One that also measures the ends, where they are given, of the trajectories of a seed. */
    BlockAccumulator(Model model, int lanes, Recording recording, Optional<EndStates> ends, long seed) {
        this.model = model;
        this.ledger = new Ledger(model, lanes);
        this.finalNames = finalNames(model);
        this.workRow = ledger.names().indexOf(Quantity.WORK);
        this.heatRow = ledger.names().indexOf(Quantity.HEAT);
        this.countedRow = ledger.names().indexOf(Quantity.HEAT_COUNTED);
        this.channelCount = model.channels().size();
        this.lastPoint = model.time().pointCount() - 1;
        this.unit = HISTOGRAM_RESOLUTION * EnergyScale.of(model);
        this.recordedRows = recordedRows(ledger, recording);
        int quantities = recordedRows.length + model.observables().size();
        int points = model.time().pointCount();
        this.sums = model.isWeighted() ? new WeightedCurveSums(quantities, points) : new CurveSums(quantities, points);
        this.weights = model.isWeighted() ? Optional.of(new WeightSums(channelCount, points, lanes)) : Optional.empty();
        this.log = model.isWeighted() ? Optional.of(new JumpLog(lanes)) : Optional.empty();
        this.finalWeight = new double[lanes];
        this.lastChannel = new int[lanes];
        QuantumCounter[] counters = ledger.quantumCounters();
        this.jointNet = model.hasJointHeat() ? new int[counters[1].quanta().length + counters[2].quanta().length] : null;
        this.lastTime = new double[lanes];
        this.measurement = ends.map(e -> new EndMeasurement(e, seed, ledger, countedRow, unit));
    }

    /** Indices of the ledger's quantities whose curves are recorded. */
    private static int[] recordedRows(Ledger ledger, Recording recording) {
        List<String> names = ledger.names();
        return IntStream.range(0, names.size()).filter(q -> recording.contains(names.get(q))).toArray();
    }

    /** Names of the recorded curves in the order of the sums; the model has the recorded observables only. */
    static List<String> curveNames(Model model, Recording recording) {
        List<String> names = new ArrayList<>(new Ledger(model, 1).names());
        names.removeIf(name -> !recording.contains(name));
        model.observables().forEach(o -> names.add(o.name()));
        return names;
    }

    /** Names of the quantities whose values at the end are gathered: the ledger's but energy, then the jumps of each channel. */
    static List<String> finalNames(Model model) {
        List<String> names = new ArrayList<>(new Ledger(model, 1).names());
        names.remove(Quantity.ENERGY);
        for (Bath bath : model.baths()) {
            for (Channel channel : bath.channels()) {
                names.add(Quantity.jumps(bath, channel));
            }
        }
        return names;
    }

    /** Begins the block whose first trajectory is given. */
    void start(long firstOfBlock) {
        blockFirst = firstOfBlock;
        trajectoryCount = 0;
        maxClosureError = 0;
        sums.clear();
        weights.ifPresent(WeightSums::start);
        finals = new GroupedSample[finalNames.size()];
        Arrays.setAll(finals, q -> new GroupedSample());
        work = new SignedHistogram(unit);
        QuantumCounter[] counters = ledger.quantumCounters();
        atoms = new AtomCounts[counters.length + (jointNet == null ? 0 : 1)];
        countedHeat = new SignedHistogram[atoms.length];
        if (jointNet != null) {
            atoms[BlockResult.JOINT] = new AtomCounts();
        }
        for (int i = 0; i < counters.length; i++) {
            if (counters[i] == null) {
                countedHeat[i] = new SignedHistogram(unit);
            } else {
                atoms[i] = new AtomCounts();
            }
        }
        waiting = new DurationHistogram[channelCount + 1][channelCount];
        endings = new WeightTable(channelCount + 1);
        jumpNumbers = new long[channelCount][model.time().pointCount()];
        jumpCounts = new NumberCounts[channelCount];
        Arrays.setAll(jumpCounts, k -> new NumberCounts());
        twoPoint = measurement.map(m -> model.isWeighted() ? m.newWeightedSums() : m.newSums());
        evidence = new EvidenceSums(model.time(), channelCount);
        levels = new LevelSums(model);
    }

    BlockResult result() {
        twoPoint.ifPresent(t -> t.requireCount(trajectoryCount));
        return new BlockResult(trajectoryCount, sums.moments(), finals, work, atoms, countedHeat, waiting, endings, jumpNumbers, jumpCounts,
                twoPoint, evidence, weights.map(WeightSums::moments), levels, maxClosureError);
    }

    @Override
    public void begin(long firstOfGroup, int count) {
        first = firstOfGroup;
        laneCount = count;
        ledger.begin();
        log.ifPresent(JumpLog::begin);
        Arrays.fill(lastChannel, 0);
        Arrays.fill(lastTime, model.time().start());
    }

    @Override
    public void jump(int lane, double time, int channel, double energyChange, double weight) {
        ledger.jump(lane, time, channel, energyChange);
        double delay = time - lastTime[lane];
        if (log.isPresent()) {
            log.get().add(lane, lastChannel[lane], channel, time, delay, weight);
        } else {
            book(first + lane, lastChannel[lane], channel, time, delay, weight);
        }
        lastChannel[lane] = channel + 1;
        lastTime[lane] = time;
    }

    /** Books the waiting time from the start or from channel {@code from − 1} to a jump. */
    private void book(long trajectory, int from, int channel, double time, double delay, double weight) {
        if (from == 0) {
            evidence.firstJump(time, weight);
        } else {
            evidence.laterJump(trajectory, from - 1, channel, delay, weight);
        }
        if (waiting[from][channel] == null) {
            waiting[from][channel] = new DurationHistogram(model.time().end() - model.time().start());
        }
        waiting[from][channel].add(delay, weight);
    }

    @Override
    public void gridPoint(int index, LaneValues values) {
        ledger.gridPoint(index, values);
        double[][] rows = ledger.values();
        for (int q = 0; q < recordedRows.length; q++) {
            add(index, q, rows[recordedRows[q]], values.weight());
        }
        int observables = model.observables().size();
        for (int o = 0; o < observables; o++) {
            add(index, recordedRows.length + o, values.observables()[o], values.weight());
        }
        levels.gridPoint(index, values, observables, laneCount);
        countJumps(index);
        weights.ifPresent(w -> w.gridPoint(index, first == blockFirst, first, values.weight(), ledger.jumpCounts(), laneCount));
        double[] error = ledger.closureError();
        for (int b = 0; b < laneCount; b++) {
            // A NaN must not pass for a small error.
            maxClosureError = error[b] <= maxClosureError ? maxClosureError : error[b];
        }
        if (index == lastPoint) {
            System.arraycopy(values.weight(), 0, finalWeight, 0, laneCount);
            end(rows);
        }
    }

    private void add(int index, int quantity, double[] values, double[] weight) {
        if (first == blockFirst) {
            sums.setPivot(index, quantity, values[0]);
        }
        sums.add(index, quantity, first, values, weight, laneCount);
    }

    private void countJumps(int index) {
        int[][] counts = ledger.jumpCounts();
        for (int k = 0; k < channelCount; k++) {
            long sum = 0;
            for (int b = 0; b < laneCount; b++) {
                sum += counts[k][b];
            }
            jumpNumbers[k][index] += sum;
        }
    }

    private void end(double[][] rows) {
        int quantity = 0;
        for (int q = 0; q < rows.length; q++) {
            if (!ledger.names().get(q).equals(Quantity.ENERGY)) {
                addFinals(quantity++, rows[q]);
            }
        }
        log.ifPresent(l -> l.replay(first, laneCount, this::book));
        weights.ifPresent(w -> w.end(first, finalWeight, laneCount));
        evidence.end(first, laneCount, rows[heatRow], ledger.jumpCounts(), finalWeight);
        for (int k = 0; k < channelCount; k++) {
            int[] counts = ledger.jumpCounts()[k];
            for (int b = 0; b < laneCount; b++) {
                finals[quantity].add(first + b, counts[b], finalWeight[b]);
                jumpCounts[k].add(counts[b], finalWeight[b]);
            }
            quantity++;
        }
        for (int b = 0; b < laneCount; b++) {
            work.add(rows[workRow][b], finalWeight[b]);
            endings.add(lastChannel[b], finalWeight[b]);
            for (int i = 0; i <= model.baths().size(); i++) {
                if (atoms[i] == null) {
                    countedHeat[i].add(rows[countedRow + i][b], finalWeight[b]);
                } else {
                    atoms[i].add(ledger.quantumCounters()[i].net(b), finalWeight[b]);
                }
            }
            if (jointNet != null) {
                addJoint(b);
            }
        }
        trajectoryCount += laneCount;
        sums.count(laneCount);
    }

    @Override
    public void end(LaneKets kets) {
        measurement.ifPresent(m -> m.measure(first, laneCount, kets, finalWeight, twoPoint.orElseThrow()));
    }

    private void addJoint(int lane) {
        int[] net = ledger.quantumCounters()[1].net(lane);
        int[] other = ledger.quantumCounters()[2].net(lane);
        System.arraycopy(net, 0, jointNet, 0, net.length);
        System.arraycopy(other, 0, jointNet, net.length, other.length);
        atoms[BlockResult.JOINT].add(jointNet, finalWeight[lane]);
    }

    private void addFinals(int quantity, double[] values) {
        for (int b = 0; b < laneCount; b++) {
            finals[quantity].add(first + b, values[b], finalWeight[b]);
        }
    }
}
