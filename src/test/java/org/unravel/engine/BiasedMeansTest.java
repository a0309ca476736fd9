package org.unravel.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.unravel.engine.renewal.RenewalEngine;
import org.unravel.engine.sector.EnergyScale;
import org.unravel.exact.ExactCurves;
import org.unravel.exact.MasterEquation;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.statistics.StatisticalTests;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneValues;
import org.unravel.trajectory.LaneWorker;
import org.unravel.trajectory.Ledger;

/** Weighted means of biased records are those of the master equation, which knows of no bias; means that forget the weight are not. */
class BiasedMeansTest {

    private static final long SEED = 11;
    private static final int TRAJECTORIES = 20_000;
    private static final int QUARTERS = 4;
    /**
     * False-alarm budget: at most 80 comparisons (20 curves at 4 times) in each of at most 12 cases, all together 1e-4. Each is a mean of terms
     * with weights of at most 10, so their distribution is close to normal. The seed is fixed.
     */
    private static final int MOST_COMPARISONS = 80;
    private static final double BOUND = StatisticalTests.sidakThreshold(1e-4, 12 * MOST_COMPARISONS);
    /** The exact curves are good to 1e-11 of their scale. */
    private static final double EXACT_TOLERANCE = 1e-10;

    static List<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        for (String name : ContractModels.biased()) {
            Model model = ContractModels.model(name);
            cases.add(Arguments.of(name, new EngineChoice("grid")));
            cases.add(Arguments.of(name, new EngineChoice("sparse")));
            if (RenewalEngine.applies(model)) {
                cases.add(Arguments.of(name, new EngineChoice("renewal")));
            }
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void weightedMeansAreThoseOfTheMasterEquation(String name, EngineChoice engine) {
        Model model = ContractModels.model(name);
        Sums sums = Sums.of(model, engine);
        ExactCurves exact = MasterEquation.solve(model);
        assertTrue(sums.names.size() * QUARTERS <= MOST_COMPARISONS, "comparisons " + sums.names.size() * QUARTERS);
        assertTrue(sums.worst(exact, sums.weighted) < BOUND, "weighted: z = " + sums.worst(exact, sums.weighted));
        assertTrue(sums.worst(exact, sums.forgotten) > BOUND, "means without weights passed: z = " + sums.worst(exact, sums.forgotten));
    }

    /** Sums of wX and its square at the quarters of the time grid, for all quantities of the ledger, jump numbers, observables, and 1. */
    private static final class Sums implements LaneObserver {

        private static final String ONE = "1";

        private final Ledger ledger;
        private final Model model;
        private final List<String> names = new ArrayList<>();
        private final double[][][] weighted;
        private final double[][][] forgotten;
        private int laneCount;

        private Sums(Model model, int lanes) {
            this.model = model;
            ledger = new Ledger(model, lanes);
            names.addAll(ledger.names());
            for (Bath bath : model.baths()) {
                for (Channel channel : bath.channels()) {
                    names.add(Quantity.jumps(bath, channel));
                }
            }
            model.observables().forEach(o -> names.add(o.name()));
            names.add(ONE);
            weighted = new double[names.size()][QUARTERS + 1][2];
            forgotten = new double[names.size()][QUARTERS + 1][2];
        }

        static Sums of(Model model, EngineChoice choice) {
            var engine = Engines.create(model, choice);
            Sums sums = new Sums(model, engine.paddedLaneCount());
            LaneWorker worker = engine.worker();
            for (int first = 0; first < TRAJECTORIES; first += engine.laneCount()) {
                worker.run(SEED, first, Math.min(engine.laneCount(), TRAJECTORIES - first), sums);
            }
            return sums;
        }

        @Override
        public void begin(long first, int count) {
            laneCount = count;
            ledger.begin();
        }

        @Override
        public void jump(int lane, double time, int channel, double energyChange, double weight) {
            ledger.jump(lane, time, channel, energyChange);
        }

        @Override
        public void gridPoint(int index, LaneValues values) {
            ledger.gridPoint(index, values);
            int last = model.time().pointCount() - 1;
            for (int quarter = 1; quarter <= QUARTERS; quarter++) {
                if (index == last * quarter / QUARTERS) {
                    for (int b = 0; b < laneCount; b++) {
                        add(quarter, b, values);
                    }
                }
            }
        }

        private void add(int quarter, int lane, LaneValues values) {
            int q = 0;
            for (double[] row : ledger.values()) {
                add(q++, quarter, row[lane], values.weight()[lane]);
            }
            for (int[] counts : ledger.jumpCounts()) {
                add(q++, quarter, counts[lane], values.weight()[lane]);
            }
            for (double[] row : values.observables()) {
                add(q++, quarter, row[lane], values.weight()[lane]);
            }
            add(q, quarter, 1, values.weight()[lane]);
        }

        private void add(int q, int quarter, double x, double w) {
            weighted[q][quarter][0] += w * x;
            weighted[q][quarter][1] += w * x * w * x;
            forgotten[q][quarter][0] += x;
            forgotten[q][quarter][1] += x * x;
        }

        /** The largest difference from the exact curves in standard errors. */
        double worst(ExactCurves exact, double[][][] sums) {
            double worst = 0;
            int last = model.time().pointCount() - 1;
            for (int q = 0; q < names.size(); q++) {
                double[] curve = exact.curve(names.get(q)).orElse(null);
                if (curve == null && !names.get(q).equals(ONE)) {
                    // How heat falls to jumps and drift is a matter of the unraveling.
                    continue;
                }
                for (int quarter = 1; quarter <= QUARTERS; quarter++) {
                    double expected = names.get(q).equals(ONE) ? 1 : curve[last * quarter / QUARTERS];
                    double mean = sums[q][quarter][0] / TRAJECTORIES;
                    double error = Math.sqrt(Math.max(0, sums[q][quarter][1] / TRAJECTORIES - mean * mean) / (TRAJECTORIES - 1));
                    double excess = Math.max(0, Math.abs(mean - expected) - EXACT_TOLERANCE * Math.max(EnergyScale.of(model), Math.abs(expected)));
                    // A NaN must not pass for a small score.
                    double z = excess == 0 ? 0 : excess / error;
                    worst = z <= worst ? worst : z;
                }
            }
            return worst;
        }
    }
}
