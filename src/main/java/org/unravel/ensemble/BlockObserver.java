package org.unravel.ensemble;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.unravel.model.Model;
import org.unravel.model.TimeGrid;
import org.unravel.model.WeightSign;
import org.unravel.trajectory.EngineCounters;
import org.unravel.trajectory.LaneKets;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneValues;
import org.unravel.trajectory.Ledger;

/** Books what the lane groups of a block do and shows it to the tallies. One per worker thread; {@link #start} begins a new block. */
final class BlockObserver implements LaneObserver {

    private final Ledger ledger;
    private final LaneGroup group;
    private final List<Tally> tallies;
    private Tally.OfJumps[] ofJumps;
    private Tally.OfGridPoints[] ofGridPoints;
    private Tally.OfEnds[] ofEnds;
    private Tally.OfKets[] ofKets;
    private Tally.OfStates[] ofStates;
    private final Optional<JumpLog> log;
    /** Beside the tallies and not among them: where jumps are shown to three classes, the machine does no longer inline any of them. */
    private final Optional<RecordTally> records;
    private final double leastWeight;
    private final double startTime;
    private final int lastPoint;
    private long trajectoryCount;

    /** For groups of up to so many lanes and blocks of up to so many trajectories; {@code ends} as for {@link Tallies#of}. */
    BlockObserver(Model model, int lanes, int blockSize, RunPlan plan, Optional<EndStates> ends) {
        TimeGrid time = model.time();
        ledger = new Ledger(model, lanes);
        group = new LaneGroup(ledger, lanes);
        tallies = Tallies.of(model, group, plan, ends);
        records = plan.records().map(sink -> new RecordTally(model, ledger, lanes, blockSize, ends,
                tallies.stream().filter(TwoPointTally.class::isInstance).map(TwoPointTally.class::cast).findFirst().map(TwoPointTally::measurement)));
        log = model.isWeighted() ? Optional.of(new JumpLog(lanes)) : Optional.empty();
        leastWeight = model.unraveling().weights() == WeightSign.SIGNED ? -Double.MAX_VALUE : 0;
        startTime = time.start();
        lastPoint = time.pointCount() - 1;
    }

    private <T> Stream<T> select(Class<T> type, long firstOfBlock) {
        return tallies.stream().filter(t -> t.watches(firstOfBlock)).filter(type::isInstance).map(type::cast);
    }

    /** Begins the block whose first trajectory is given. */
    void start(long firstOfBlock) {
        trajectoryCount = 0;
        group.startBlock(firstOfBlock);
        ofJumps = select(Tally.OfJumps.class, firstOfBlock).toArray(Tally.OfJumps[]::new);
        ofGridPoints = select(Tally.OfGridPoints.class, firstOfBlock).toArray(Tally.OfGridPoints[]::new);
        ofEnds = select(Tally.OfEnds.class, firstOfBlock).toArray(Tally.OfEnds[]::new);
        ofStates = select(Tally.OfStates.class, firstOfBlock).toArray(Tally.OfStates[]::new);
        ofKets = select(Tally.OfKets.class, firstOfBlock).toArray(Tally.OfKets[]::new);
        tallies.forEach(Tally::start);
        records.ifPresent(r -> r.start(firstOfBlock));
    }

    /** The block that was watched; {@code counters} are the engine's of the same trajectories. */
    Block block(EngineCounters counters) {
        return new Block(trajectoryCount, counters, tallies.stream().map(Tally::sums).toList());
    }

    /** The records of its trajectories, if the run keeps any. */
    Optional<TrajectoryRecords> records() {
        return records.map(RecordTally::records);
    }

    /** Empty sums of all tallies, to read a block into. */
    List<TallySums> empty() {
        return tallies.stream().map(Tally::empty).toList();
    }

    @Override
    public void begin(long firstOfGroup, int count) {
        group.begin(firstOfGroup, count, startTime);
        ledger.begin();
        log.ifPresent(JumpLog::begin);
    }

    @Override
    public void jump(int lane, double time, int channel, double energyChange, double weight) {
        ledger.jump(lane, time, channel, energyChange);
        int from = group.lastChannel()[lane];
        double delay = time - group.lastTime()[lane];
        if (log.isPresent()) {
            log.get().add(lane, from, channel, time, delay, weight);
        } else {
            for (Tally.OfJumps tally : ofJumps) {
                tally.jump(group.first() + lane, from, channel, time, delay, weight);
            }
            if (records.isPresent()) {
                records.get().jump(group.first() + lane, from, channel, time, delay, weight);
            }
        }
        group.jumped(lane, channel, time);
    }

    @Override
    public void gridPoint(int index, LaneValues values) {
        ledger.gridPoint(index, values);
        group.show(values);
        for (Tally.OfGridPoints tally : ofGridPoints) {
            tally.gridPoint(index, group);
        }
        if (index == 0) {
            records.ifPresent(r -> r.begin(group));
        }
        if (index == lastPoint) {
            end();
        }
    }

    @Override
    public void kets(int index, LaneKets kets) {
        for (Tally.OfStates tally : ofStates) {
            tally.states(index, group, kets);
        }
    }

    /** @throws IllegalStateException if a weight is not what the unraveling allows */
    private void requireWeights() {
        for (int b = 0; b < group.laneCount(); b++) {
            double weight = group.finalWeight()[b];
            if (!(weight >= leastWeight && weight <= Double.MAX_VALUE)) {
                throw new IllegalStateException("expected a finite weight" + (leastWeight < 0 ? "" : " >= 0") + " of trajectory " + (group.first() + b) + ", found " + weight);
            }
        }
    }

    private void end() {
        group.end();
        requireWeights();
        for (Tally.OfJumps tally : ofJumps) {
            log.ifPresent(l -> l.replay(group.first(), group.laneCount(), tally));
        }
        if (log.isPresent() && records.isPresent()) {
            log.get().replay(group.first(), group.laneCount(), records.get());
        }
        for (Tally.OfEnds tally : ofEnds) {
            tally.end(group);
        }
        records.ifPresent(r -> r.end(group));
        trajectoryCount += group.laneCount();
    }

    @Override
    public void end(LaneKets kets) {
        for (Tally.OfKets tally : ofKets) {
            tally.kets(group, kets);
        }
        // after the measurement, whose outcomes they take
        records.ifPresent(r -> r.measured(group));
    }
}
