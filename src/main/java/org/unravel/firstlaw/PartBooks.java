package org.unravel.firstlaw;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is kept of the averaged states of one part in all replicates: numbers at the grid times, and rates of path integrals on both sides of the inner ones. One thread at a time for each inner time. */
final class PartBooks {

    private static final int INTEGRALS = PathIntegral.values().length;

    private final int refinement;
    private final int points;
    private final boolean hasPath;
    /** Shape [replicates][numbers][grid points]. */
    private final double[][][] numbers;
    private final boolean[] isKnown = new boolean[StateNumber.values().length];
    /** Rates on both sides of each inner time, and what quenches add there; shape [replicates][integrals][inner points]. */
    private final double[][][] before;
    private final double[][][] after;
    private final double[][][] quenches;
    /** The same for quenches between an inner time and the next. */
    private final double[][][] quenchesAfter;
    /** Shape [replicates][inner points]. */
    private final boolean[][] deficient;
    /** What populations that may be in another order do: to the passive energy, to that on the levels and to that of the thermal state, shape [3][grid points], and to rates, shape [integrals][inner points]. */
    private final double[][] kinks;
    private final double[][] turns;

    PartBooks(int replicates, int points, int refinement, boolean hasPath) {
        int integrals = hasPath ? INTEGRALS : 0;
        this.refinement = refinement;
        this.points = points;
        this.hasPath = hasPath;
        this.numbers = new double[replicates][StateNumber.values().length][(points - 1) / refinement + 1];
        this.before = new double[replicates][integrals][points];
        this.after = new double[replicates][integrals][points];
        this.quenches = new double[replicates][integrals][points];
        this.quenchesAfter = new double[replicates][integrals][points];
        this.deficient = new boolean[replicates][points];
        this.kinks = new double[3][(points - 1) / refinement + 1];
        this.turns = new double[integrals][points];
    }

    /** A state of a replicate, just after an inner time. */
    void state(int replicate, int index, JointPoint joint, int part) {
        deficient[replicate][index] = joint.point(part).isRankDeficient();
        if (index % refinement == 0) {
            joint.numbers(part).forEach((number, value) -> {
                isKnown[number.ordinal()] = true;
                numbers[replicate][number.ordinal()][index / refinement] = value;
            });
        }
    }

    /** Rates after an inner time; those before are the same unless others are given later. */
    void ratesAfter(int replicate, int index, double[] rates) {
        put(after[replicate], index, rates);
        put(before[replicate], index, rates);
    }

    void ratesBefore(int replicate, int index, double[] rates) {
        put(before[replicate], index, rates);
    }

    void quench(int replicate, int index, double[] added) {
        put(quenches[replicate], index, added);
    }

    void quenchAfter(int replicate, int index, double[] added) {
        for (int q = 0; q < INTEGRALS; q++) {
            quenchesAfter[replicate][q][index] += added[q];
        }
    }

    private static void put(double[][] rows, int index, double[] values) {
        for (int q = 0; q < rows.length; q++) {
            rows[q][index] = values[q];
        }
    }

    /** What the noise may do to the order of populations: of the whole, and of it without each group. */
    void cross(int index, List<PartPoint> leftOut, boolean hasRates) {
        double[] spreads = Crossings.spreads(leftOut.stream().map(PartPoint::populations).toArray(double[][]::new));
        if (index % refinement == 0) {
            double[] onLevels = Crossings.spreads(leftOut.stream().map(PartPoint::populationsOnLevels).toArray(double[][]::new));
            double[] levels = leftOut.get(0).levels();
            kinks[0][index / refinement] = Crossings.ofPassiveEnergy(spreads, levels);
            kinks[1][index / refinement] = Crossings.ofPassiveEnergy(onLevels, levels);
            // where all populations are equal within the noise, the entropy is stationary, and the thermal energy moves as its root
            boolean isMixed = java.util.Arrays.stream(spreads).allMatch(s -> s > 0);
            kinks[2][index / refinement] = isMixed ? kinks[0][index / refinement] : 0;
        }
        if (hasRates) {
            put(turns, index, Crossings.ofRates(spreads, leftOut.get(0)));
        }
    }

    Crossings crossings(double step) {
        Map<StateNumber, double[]> ofNumbers = new EnumMap<>(Map.of(StateNumber.ENERGY_PASSIVE, kinks[0], StateNumber.ERGOTROPY, Account.scaled(-1, kinks[0]),
                StateNumber.ERGOTROPY_INCOHERENT, Account.scaled(-1, kinks[1]), StateNumber.ENERGY_THERMAL, kinks[2]));
        Map<PathIntegral, double[]> ofIntegrals = new EnumMap<>(PathIntegral.class);
        for (PathIntegral q : PathIntegral.values()) {
            if (hasPath) {
                ofIntegrals.put(q, gathered(turns[q.ordinal()], step));
            }
        }
        return new Crossings(ofNumbers, ofIntegrals);
    }

    /** A rate that is only told by its size is taken as constant over each inner step. */
    private double[] gathered(double[] rates, double step) {
        double[] gathered = new double[(points - 1) / refinement + 1];
        double sum = 0;
        for (int i = 0; i + 1 < points; i++) {
            sum += rates[i] * step;
            if ((i + 1) % refinement == 0) {
                gathered[(i + 1) / refinement] = sum;
            }
        }
        return gathered;
    }

    /** The account of a replicate. */
    StateAccount account(int replicate, UniformRule rule) {
        Map<StateNumber, double[]> known = new EnumMap<>(StateNumber.class);
        for (StateNumber number : StateNumber.values()) {
            if (isKnown[number.ordinal()]) {
                known.put(number, numbers[replicate][number.ordinal()]);
            }
        }
        Map<PathIntegral, double[]> integrals = new EnumMap<>(PathIntegral.class);
        for (PathIntegral q : PathIntegral.values()) {
            if (hasPath) {
                integrals.put(q, integral(replicate, q, rule));
            }
        }
        return new StateAccount(known, integrals);
    }

    private double[] integral(int replicate, PathIntegral q, UniformRule rule) {
        double[] fine = rule.integrals(before[replicate][q.ordinal()], after[replicate][q.ordinal()], start(replicate, q));
        double[] coarse = new double[(points - 1) / refinement + 1];
        double quenched = 0;
        boolean isDefined = true;
        for (int i = 0; i < points; i++) {
            quenched += quenches[replicate][q.ordinal()][i] + (i > 0 ? quenchesAfter[replicate][q.ordinal()][i - 1] : 0);
            isDefined &= i == 0 || !q.hasTemperature() || !deficient[replicate][i];
            if (i % refinement == 0) {
                coarse[i / refinement] = isDefined ? fine[i] + quenched : Double.NaN;
            }
        }
        return coarse;
    }

    private UniformRule.Start start(int replicate, PathIntegral q) {
        return q.hasTemperature() && deficient[replicate][0] ? UniformRule.Start.LOGARITHMIC : UniformRule.Start.REGULAR;
    }

    /** What steps of the path integrals of the whole sample may err by, shape [grid points] each. */
    Map<PathIntegral, double[]> quadrature(UniformRule rule) {
        Map<PathIntegral, double[]> all = new EnumMap<>(PathIntegral.class);
        for (PathIntegral q : PathIntegral.values()) {
            if (hasPath) {
                double[] fine = rule.errors(before[0][q.ordinal()], after[0][q.ordinal()], start(0, q));
                double[] coarse = new double[(points - 1) / refinement + 1];
                for (int i = 0; i < coarse.length; i++) {
                    coarse[i] = Math.abs(fine[i * refinement]);
                }
                all.put(q, coarse);
            }
        }
        return all;
    }
}
