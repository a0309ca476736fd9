package org.unravel.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Observable;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneValues;
import org.unravel.trajectory.Ledger;

/** Keeps what happens in a lane group and shows it lane by lane. */
final class LaneRecord implements LaneObserver {

    /** Most numbers that a group keeps: some tens of MiB. */
    private static final long MOST_NUMBERS = 1 << 22;
    /** What an event takes besides the values at a grid point, in numbers. */
    private static final int NUMBERS_PER_EVENT = 16;

    private final Model model;
    private final List<Channel> channels;
    private final int[] bathOfChannel;
    private final Ledger ledger;
    private final List<String> names;
    private final List<List<Consumer<TrajectoryListener>>> events = new ArrayList<>();
    private long first;
    private int laneCount;

    LaneRecord(Model model, int lanes) {
        this.model = model;
        this.channels = model.channels();
        this.bathOfChannel = model.bathOfChannel();
        this.ledger = new Ledger(model, lanes);
        this.names = Stream.concat(ledger.names().stream(), model.observables().stream().map(Observable::name)).toList();
        for (int lane = 0; lane < lanes; lane++) {
            events.add(new ArrayList<>());
        }
    }

    /** Lanes of which all can be kept, if they jump as often as the one that jumped most in the last group; one where nothing is known yet. */
    int affordableLanes() {
        long most = events.stream().mapToLong(List::size).max().orElse(0);
        long numbers = NUMBERS_PER_EVENT * most + (long) names.size() * model.time().pointCount();
        return most == 0 ? 1 : (int) Math.max(1, MOST_NUMBERS / numbers);
    }

    @Override
    public void begin(long firstOfGroup, int count) {
        first = firstOfGroup;
        laneCount = count;
        ledger.begin();
        events.forEach(List::clear);
    }

    @Override
    public void jump(int lane, double time, int channel, double energyChange, double weight) {
        ledger.jump(lane, time, channel, energyChange);
        Channel by = channels.get(channel);
        TrajectoryListener.Jump jump = new TrajectoryListener.Jump(time, model.baths().get(bathOfChannel[channel]), by, by.heat().at(time).re(), energyChange, weight);
        events.get(lane).add(listener -> listener.jump(jump));
    }

    @Override
    public void gridPoint(int index, LaneValues engine) {
        ledger.gridPoint(index, engine);
        for (int lane = 0; lane < laneCount; lane++) {
            TrajectoryListener.GridPoint point = new TrajectoryListener.GridPoint(index, model.time().time(index), names, values(engine, lane), engine.weight()[lane]);
            events.get(lane).add(listener -> listener.gridPoint(point));
        }
    }

    /** Quantities, then the observables of the model: the engine may watch more. */
    private double[] values(LaneValues engine, int lane) {
        double[] values = new double[names.size()];
        int quantities = ledger.values().length;
        for (int q = 0; q < values.length; q++) {
            values[q] = q < quantities ? ledger.values()[q][lane] : engine.observables()[q - quantities][lane];
        }
        return values;
    }

    /** Shows the lanes of the group, one after another. */
    void show(TrajectoryListener listener) {
        for (int lane = 0; lane < laneCount; lane++) {
            listener.begin(first + lane);
            events.get(lane).forEach(event -> event.accept(listener));
            listener.end(first + lane);
        }
    }
}
