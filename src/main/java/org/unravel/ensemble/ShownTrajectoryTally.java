package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.unravel.model.Model;
import org.unravel.model.Observable;
import org.unravel.model.Quantity;
import org.unravel.trajectory.Ledger;

/** The first few trajectories themselves, to be drawn; it looks at the first block only. */
final class ShownTrajectoryTally extends DirectTally<ShownTrajectoryTally.Sums> implements Tally.OfJumps, Tally.OfGridPoints, Tally.OfEnds {

    private static final List<String> QUANTITIES = List.of(Quantity.ENERGY, Quantity.WORK, Quantity.HEAT, Quantity.HEAT_COUNTED);

    private final List<String> names;
    private final int[] rows;
    private final int points;

    ShownTrajectoryTally(Model model, Ledger ledger) {
        List<String> quantities = model.hasParticles() ? Stream.concat(QUANTITIES.stream(), Stream.of(Quantity.WORK_CHEMICAL)).toList() : QUANTITIES;
        names = Stream.concat(quantities.stream(), model.observables().stream().map(Observable::name)).toList();
        rows = quantities.stream().mapToInt(ledger.names()::indexOf).toArray();
        points = model.time().pointCount();
    }

    @Override
    public boolean watches(long firstOfBlock) {
        return firstOfBlock < ShownTrajectory.COUNT;
    }

    @Override
    public void jump(long trajectory, int from, int channel, double time, double delay, double weight) {
        if (trajectory < ShownTrajectory.COUNT) {
            Kept kept = sums.kept(trajectory);
            kept.jumpCount++;
            if (kept.jumps.size() < ShownTrajectory.MOST_JUMPS) {
                kept.jumps.add(new ShownTrajectory.Jump(time, channel));
            }
        }
    }

    @Override
    public void gridPoint(int index, LaneGroup group) {
        for (int b = 0; b < group.laneCount() && group.first() + b < ShownTrajectory.COUNT; b++) {
            Kept kept = sums.kept(group.first() + b);
            for (int q = 0; q < rows.length; q++) {
                kept.values[q][index] = group.ledger().values()[rows[q]][b];
            }
            for (int o = rows.length; o < names.size(); o++) {
                kept.values[o][index] = group.values().observables()[o - rows.length][b];
            }
        }
    }

    @Override
    public void end(LaneGroup group) {
        for (int b = 0; b < group.laneCount() && group.first() + b < ShownTrajectory.COUNT; b++) {
            sums.kept(group.first() + b).weight = group.finalWeight()[b];
        }
    }

    @Override
    public Sums empty() {
        return new Sums(names, points);
    }

    /** A trajectory on its way. */
    private static final class Kept {

        private final double[][] values;
        private final List<ShownTrajectory.Jump> jumps = new ArrayList<>();
        private long jumpCount;
        private double weight;

        Kept(int names, int points) {
            values = new double[names][points];
        }

        void write(DataOutput out) throws IOException {
            for (double[] row : values) {
                for (double value : row) {
                    out.writeDouble(value);
                }
            }
            out.writeInt(jumps.size());
            for (ShownTrajectory.Jump jump : jumps) {
                out.writeDouble(jump.time());
                out.writeInt(jump.channel());
            }
            out.writeLong(jumpCount);
            out.writeDouble(weight);
        }

        void read(DataInput in) throws IOException {
            for (double[] row : values) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = in.readDouble();
                }
            }
            int count = in.readInt();
            for (int j = 0; j < count; j++) {
                jumps.add(new ShownTrajectory.Jump(in.readDouble(), in.readInt()));
            }
            jumpCount = in.readLong();
            weight = in.readDouble();
        }
    }

    /** The trajectories by index. */
    static final class Sums implements TallySums {

        private final List<String> names;
        private final int points;
        private final List<Kept> all = new ArrayList<>();

        Sums(List<String> names, int points) {
            this.names = names;
            this.points = points;
        }

        private Kept kept(long trajectory) {
            while (all.size() <= trajectory) {
                all.add(new Kept(names.size(), points));
            }
            return all.get((int) trajectory);
        }

        @Override
        public void combine(TallySums later) {
            all.addAll(((Sums) later).all);
        }

        @Override
        public void write(DataOutput out) throws IOException {
            out.writeInt(all.size());
            for (Kept kept : all) {
                kept.write(out);
            }
        }

        @Override
        public void read(DataInput in) throws IOException {
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                kept(i).read(in);
            }
        }

        @Override
        public void contribute(ResultParts parts) {
            for (int i = 0; i < all.size(); i++) {
                Kept kept = all.get(i);
                parts.add(new ShownTrajectory(i, names, kept.values, kept.jumps, kept.jumpCount, kept.weight));
            }
        }
    }
}
