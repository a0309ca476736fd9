package org.unravel.ensemble;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

import org.unravel.model.Model;
import org.unravel.trajectory.Engine;
import org.unravel.trajectory.EngineCounters;
import org.unravel.trajectory.LaneKets;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneValues;
import org.unravel.trajectory.LaneWorker;
import org.unravel.trajectory.Recording;

/** Shows trajectories that were written beforehand, at random and without physics, each with the weights it is given. */
final class ScriptedEngine implements Engine {

    /** The weight of a script at a grid time, or at its jumps of the step that ends there. */
    interface WeightPath {

        double at(int script, int point);
    }

    private final Model model;
    private final int lanes;
    private final IntUnaryOperator scriptOf;
    private final WeightPath gridWeight;
    private final WeightPath jumpWeight;

    ScriptedEngine(Model model, int lanes, IntUnaryOperator scriptOf, WeightPath gridWeight, WeightPath jumpWeight) {
        this.model = model;
        this.lanes = lanes;
        this.scriptOf = scriptOf;
        this.gridWeight = gridWeight;
        this.jumpWeight = jumpWeight;
    }

    /** A jump of a script in the step that ends at a grid time. */
    record Jump(int point, double time, int channel, double energyChange) {
    }

    /** At most three jumps in each step, in the order of time. */
    static List<Jump> jumps(Model model, int script) {
        SplittableRandom random = new SplittableRandom(script);
        List<Jump> jumps = new ArrayList<>();
        for (int p = 1; p < model.time().pointCount(); p++) {
            double time = model.time().time(p - 1);
            for (int n = random.nextInt(4); n > 0; n--) {
                time += (model.time().time(p) - time) * random.nextDouble();
                jumps.add(new Jump(p, time, random.nextInt(model.channels().size()), random.nextDouble()));
            }
        }
        return script % 7 == 0 ? List.of() : jumps;
    }

    private double value(int script, int quantity, int point) {
        return new SplittableRandom(1000L * script + 10L * point + quantity).nextDouble() * (1 + quantity);
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public String kernel() {
        return "none";
    }

    @Override
    public int laneCount() {
        return lanes;
    }

    @Override
    public int paddedLaneCount() {
        return lanes;
    }

    @Override
    public Map<String, Object> description() {
        return new LinkedHashMap<>();
    }

    @Override
    public LaneWorker worker(Recording.Times times) {
        return new LaneWorker() {

            @Override
            public void run(long seed, long first, int laneCount, LaneObserver observer) {
                observer.begin(first, laneCount);
                for (int p = 0; p < model.time().pointCount(); p++) {
                    for (int b = 0; b < laneCount; b++) {
                        showJumps(b, scriptOf.applyAsInt((int) first + b), p, observer);
                    }
                    observer.gridPoint(p, values(first, laneCount, p));
                }
                observer.end(kets(first));
            }

            @Override
            public EngineCounters counters() {
                return EngineCounters.NONE;
            }
        };
    }

    private void showJumps(int lane, int script, int point, LaneObserver observer) {
        for (Jump jump : jumps(model, script)) {
            if (jump.point == point) {
                observer.jump(lane, jump.time, jump.channel, jump.energyChange, jumpWeight.at(script, point));
            }
        }
    }

    private LaneValues values(long first, int laneCount, int point) {
        int observables = model.observables().size();
        double[][] rows = new double[4 + observables][lanes];
        double[] weight = new double[lanes];
        for (int b = 0; b < laneCount; b++) {
            int script = scriptOf.applyAsInt((int) first + b);
            weight[b] = gridWeight.at(script, point);
            for (int q = 0; q < rows.length; q++) {
                rows[q][b] = q == 3 ? 0 : value(script, q, point);
            }
        }
        return new LaneValues(rows[0], rows[1], rows[2], rows[3], new double[model.bathsApart().size()][lanes], java.util.Arrays.copyOfRange(rows, 4, rows.length), weight);
    }

    /** A state of the basis, which the script chooses. */
    private LaneKets kets(long first) {
        return (lane, re, im) -> {
            java.util.Arrays.fill(re, 0);
            java.util.Arrays.fill(im, 0);
            re[new SplittableRandom(-1L - scriptOf.applyAsInt((int) first + lane)).nextInt(re.length)] = 1;
        };
    }
}
