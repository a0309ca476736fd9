package org.unravel.engine.renewal;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.unravel.engine.jump.JumpLaw;
import org.unravel.engine.jump.LaneStreams;
import org.unravel.engine.jump.SurvivalRoot;
import org.unravel.trajectory.EngineCounters;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneValues;
import org.unravel.trajectory.LaneWorker;
import org.unravel.trajectory.Recording;

/**
 * Runs lane groups from jump to jump. The time grid is taken in pieces; in each piece every lane goes alone from jump to jump and fills its row of
 * the curves, then the piece is shown grid point by grid point.
 */
final class RenewalWorker implements LaneWorker {

    /** Grid points of a piece: the rows of a group then stay in the first cache. */
    private static final int PIECE = 32;
    private static final int ROW = PIECE + RenewalKernel.OVERREAD;

    private final RenewalTables tables;
    private final RenewalKernel kernel;
    private final boolean everyPoint;
    private final int lanes;
    private final double start;
    private final double[] times;
    private final double perStep;
    private final LaneStreams streams;
    private final SurvivalRoot root = new SurvivalRoot();
    private final LaneJumps waiting = new LaneJumps(PIECE);
    private final int[] state;
    private final double[] birth;
    private final double[] jumpTime;
    private final int[] jumpCell;
    private final double[] jumpPlace;
    /** Heat from before the last jump: of each curve of heat, by lane; null for other curves. */
    private final double[][] base;
    private final double[] point;
    private final int[] shownCurves;
    private final double[][] factors;
    private final int weightCurve;
    private final int apart;
    private final boolean hasUnitary;
    private final boolean weighted;
    private final double[][] curves;
    private final double[][] means;
    private final LaneValues shown;
    private long jumps;
    private long laterJumps;
    private long grazings;

    RenewalWorker(RenewalTables tables, RenewalKernel kernel, int lanes, Recording.Times times, JumpLaw law) {
        this.tables = tables;
        this.kernel = kernel;
        this.everyPoint = times == Recording.Times.ALL;
        this.lanes = lanes;
        this.start = tables.model().time().start();
        this.times = tables.gridTimes();
        this.perStep = 1 / tables.model().time().step();
        this.streams = new LaneStreams(tables.model(), lanes, law);
        this.state = new int[lanes];
        this.birth = new double[lanes];
        this.jumpTime = new double[lanes];
        this.jumpCell = new int[lanes];
        this.jumpPlace = new double[lanes];
        this.point = new double[Arrays.stream(tables.states()).mapToInt(AgeTable::pointWidth).max().orElseThrow()];
        this.weighted = law.isBiased();
        this.apart = tables.model().bathsApart().size();
        this.hasUnitary = tables.model().hasOwnEnergy();
        int firstObservable = AgeTable.FIRST_APART + apart;
        this.weightCurve = firstObservable + tables.model().observables().size();
        int count = tables.states()[0].curves().length;
        this.shownCurves = IntStream.range(0, count).filter(q -> q != AgeCells.UNITARY || hasUnitary).toArray();
        this.factors = Arrays.stream(tables.states()).map(s -> weighted ? factors(s, law) : new double[0]).toArray(double[][]::new);
        this.base = new double[count][];
        for (int q = AgeCells.DRIFT; q < firstObservable; q++) {
            base[q] = new double[lanes];
        }
        this.curves = new double[count][lanes * ROW];
        this.means = new double[count][lanes];
        this.shown = new LaneValues(means[0], new double[lanes], means[1], means[2],
                Arrays.copyOfRange(means, AgeTable.FIRST_APART, firstObservable), Arrays.copyOfRange(means, firstObservable, weightCurve), weighted ? means[weightCurve] : streams.ones());
    }

    private static double[] factors(AgeTable state, JumpLaw law) {
        return Arrays.stream(state.jumps()).mapToDouble(jump -> law.factor(jump.channel())).toArray();
    }

    @Override
    public EngineCounters counters() {
        return new EngineCounters(jumps, root.iterations(), laterJumps, grazings, 0, 0);
    }

    @Override
    public void run(long seed, long first, int laneCount, LaneObserver observer) {
        streams.start(seed, first, laneCount);
        for (double[] heat : base) {
            if (heat != null) {
                Arrays.fill(heat, 0);
            }
        }
        for (int b = 0; b < laneCount; b++) {
            enter(b, streams.component(b), 0);
        }
        observer.begin(first, laneCount);
        if (everyPoint) {
            for (int from = 0; from < times.length; from += PIECE) {
                piece(from, Math.min(times.length, from + PIECE), laneCount, observer);
            }
        } else {
            piece(0, 1, laneCount, observer);
            piece(times.length - 1, times.length, laneCount, observer);
        }
        if (tables.endKets().length > 0) {
            observer.end(this::copyKet);
        }
    }

    /** Logarithms of the survival without any jump from each component of the initial state to the end. */
    double[] endLogSurvivals() {
        double[] ends = new double[tables.model().initial().components().size()];
        int last = times.length - 1;
        for (int c = 0; c < ends.length; c++) {
            state[0] = c;
            birth[0] = 0;
            tabulate(0, last, last + 1, last);
            ends[c] = curves[weightCurve][0];
        }
        return ends;
    }

    private void copyKet(int lane, double[] re, double[] im) {
        tables.endKets()[state[lane]].copy(Math.max(0, times[times.length - 1] - birth[lane]), re, im);
    }

    /** A lane enters a state at a time since the start; its next jump is known at once. */
    private void enter(int lane, int newState, double time) {
        state[lane] = newState;
        birth[lane] = time;
        WaitingTimeTable table = tables.states()[newState].waiting();
        double u = streams.threshold()[lane];
        int cell = table.cell(u);
        if (cell == WaitingTimeTable.NEVER) {
            jumpTime[lane] = Double.POSITIVE_INFINITY;
            return;
        }
        double place = table.place(cell, u, root);
        jumpCell[lane] = cell;
        jumpPlace[lane] = place;
        jumpTime[lane] = time + table.age(cell, place);
    }

    private void piece(int from, int to, int laneCount, LaneObserver observer) {
        // Nothing waits where there is one grid point only: jumps are shown as they come.
        LaneObserver direct = to - from == 1 ? observer : null;
        waiting.clear();
        for (int b = 0; b < laneCount; b++) {
            advance(b, from, to, direct);
        }
        for (int g = from; g < to; g++) {
            waiting.show(g - from, observer);
            for (int q : shownCurves) {
                double[] curve = curves[q];
                double[] mean = means[q];
                for (int b = 0, i = g - from; b < laneCount; b++, i += ROW) {
                    mean[b] = curve[i];
                }
            }
            observer.gridPoint(g, shown);
        }
    }

    /** Takes one lane through the grid points of a piece. */
    private void advance(int lane, int from, int to, LaneObserver direct) {
        double end = times[to - 1];
        int g = from;
        int jumpPoint = -1;
        while (jumpTime[lane] <= end) {
            int next = gridPointAt(jumpTime[lane], g);
            if (next > g) {
                record(lane, g, next, from);
                g = next;
            }
            laterJumps += jumpPoint == next ? 1 : 0;
            jumpPoint = next;
            jump(lane, g - from, direct);
        }
        if (to > g) {
            record(lane, g, to, from);
        }
    }

    /** The first grid point at or after a time, not before {@code least}. */
    private int gridPointAt(double time, int least) {
        int g = Math.max(least, Math.min(times.length - 1, (int) (time * perStep)));
        while (g > least && times[g - 1] >= time) {
            g--;
        }
        while (times[g] < time) {
            g++;
        }
        return g;
    }

    /** Fills the curves of one lane from a grid point (inclusive) to another (exclusive), between which it does not jump; the last with its weights. */
    private void record(int lane, int g, int to, int from) {
        tabulate(lane, g, to, from);
        if (weighted) {
            double[] weight = curves[weightCurve];
            for (int i = lane * ROW + g - from, end = lane * ROW + to - from; i < end; i++) {
                weight[i] = streams.weight(lane, weight[i]);
            }
        }
    }

    private void tabulate(int lane, int g, int to, int from) {
        AgeTable table = tables.states()[state[lane]];
        double age = Math.max(0, times[g] - birth[lane]);
        int out = lane * ROW + g - from;
        if (table.width() == 0) {
            for (int q : shownCurves) {
                line(table.curves()[q], age, base(q, lane), curves[q], out, to - g);
            }
            return;
        }
        int cell = Math.min(table.cellCount() - 1, (int) (age / table.width()));
        double y = 2 * (age - cell * table.width()) / table.width() - 1;
        int parts = table.cellsPerStep();
        int first = (cell & parts - 1) * RenewalKernel.TERMS * table.rowLength() + (cell >> Integer.numberOfTrailingZeros(parts));
        for (int q : shownCurves) {
            double[] rows = table.curves()[q];
            if (rows == null) {
                Arrays.fill(curves[q], out, out + to - g, base(q, lane));
            } else {
                kernel.curve(rows, first, table.rowLength(), y, base(q, lane), curves[q], out, to - g);
            }
        }
    }

    private void line(double[] line, double age, double base, double[] out, int first, int count) {
        if (line == null || line[1] == 0) {
            Arrays.fill(out, first, first + count, line == null ? base : base + line[0]);
            return;
        }
        for (int j = 0; j < count; j++) {
            out[first + j] = base + (line[0] + line[1] * (age + j / perStep));
        }
    }

    /** Heat from before the last jump. */
    private double base(int curve, int lane) {
        return base[curve] == null ? 0 : base[curve][lane];
    }

    private void jump(int lane, int place, LaneObserver direct) {
        AgeTable table = tables.states()[state[lane]];
        if (table.width() == 0) {
            for (int q = 0, width = table.pointWidth(); q < width; q++) {
                point[q] = Math.fma(jumpPlace[lane], table.points()[width + q], table.points()[q]);
            }
        } else {
            kernel.point(table.points(), jumpCell[lane] * RenewalKernel.TERMS * table.pointWidth(), table.pointWidth(), jumpPlace[lane], point);
        }
        int k = choose(table, lane);
        if (k < 0) {
            grazings++;
            jumpTime[lane] = Double.POSITIVE_INFINITY;
            return;
        }
        jumps++;
        base[AgeCells.DRIFT][lane] += point[AgeCells.DRIFT];
        if (hasUnitary) {
            base[AgeCells.UNITARY][lane] += point[AgeCells.UNITARY];
        }
        for (int i = 0, q = table.firstRate() - apart; i < apart; i++) {
            base[AgeTable.FIRST_APART + i][lane] += point[q + i];
        }
        double time = jumpTime[lane];
        double change = table.energyAfter()[k] - point[AgeCells.ENERGY];
        if (direct != null) {
            direct.jump(lane, start + time, table.jumps()[k].channel(), change, streams.weightAfterJump(lane));
        } else {
            waiting.add(place, lane, start + time, table.jumps()[k].channel(), change, streams.weightAfterJump(lane));
        }
        streams.threshold()[lane] = streams.nextThreshold(lane);
        enter(lane, table.jumps()[k].target(), time);
    }

    /** Draws which jump happens by the rates in {@link #point}; −1 if all have vanished. A rate below zero is one that rounding has missed. */
    private int choose(AgeTable table, int lane) {
        int first = table.firstRate();
        int end = first + table.jumps().length;
        double total = 0;
        for (int i = first; i < end; i++) {
            total += Math.max(0, point[i]);
        }
        if (!(total > 0)) {
            return -1;
        }
        return streams.choose(lane, streams.threshold()[lane], point, first, end, total, factors[state[lane]]);
    }
}
