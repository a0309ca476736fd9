package org.unravel.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Values that sums of constant quanta can take: Σ_f n_f q_f with integers n_f and incommensurate units q_f, and how far each channel's jump
 * moves every n_f. Each direction of the lattice has a counting field of its own.
 *
 * @param units q_f &gt; 0, shape [directions]
 * @param steps shape [channels][directions]
 */
record CountingLattice(double[] units, int[][] steps) {

    /** Quanta are products of a few numbers of a file, each good to some ulp (1e-16). */
    private static final double COMMENSURATE = 1e-12;

    /** Largest denominator of a ratio of quanta; a chance agreement with a ratio of such integers is unlikely (64² × 1e-12). */
    private static final int MAX_DENOMINATOR = 64;

    /** Largest number of units in a quantum: beyond, a lattice is too fine for its distribution to be of use. */
    private static final int MAX_STEP = 1000;

    /** The lattice of quanta, one for each channel, zero where none counts; empty where a ratio is rational but its lattice too fine. */
    static Optional<CountingLattice> of(double[] quanta) {
        List<Double> units = new ArrayList<>();
        for (double q : quanta) {
            if (q != 0) {
                join(units, Math.abs(q));
            }
        }
        int[][] steps = new int[quanta.length][units.size()];
        for (int k = 0; k < quanta.length; k++) {
            for (int f = 0; f < units.size() && quanta[k] != 0; f++) {
                double ratio = quanta[k] / units.get(f);
                if (isInteger(ratio)) {
                    steps[k][f] = (int) Math.rint(ratio);
                }
            }
        }
        boolean coarse = Arrays.stream(steps).flatMapToInt(Arrays::stream).allMatch(n -> Math.abs(n) <= MAX_STEP);
        return coarse ? Optional.of(new CountingLattice(units.stream().mapToDouble(Double::doubleValue).toArray(), steps)) : Optional.empty();
    }

    /** One lattice with the directions of several, such as one of each bath. */
    static CountingLattice joint(List<CountingLattice> lattices) {
        double[] units = lattices.stream().flatMapToDouble(l -> Arrays.stream(l.units)).toArray();
        int[][] steps = new int[lattices.get(0).steps.length][];
        for (int k = 0; k < steps.length; k++) {
            int channel = k;
            steps[k] = lattices.stream().flatMapToInt(l -> Arrays.stream(l.steps[channel])).toArray();
        }
        return new CountingLattice(units, steps);
    }

    /** Makes a unit finer so that a quantum is a multiple of it, or adds a new one. */
    private static void join(List<Double> units, double quantum) {
        for (int f = 0; f < units.size(); f++) {
            for (int denominator = 1; denominator <= MAX_DENOMINATOR; denominator++) {
                double ratio = quantum / units.get(f) * denominator;
                if (Math.rint(ratio) >= 1 && isInteger(ratio)) {
                    units.set(f, units.get(f) / denominator);
                    return;
                }
            }
        }
        units.add(quantum);
    }

    private static boolean isInteger(double ratio) {
        return Math.abs(ratio - Math.rint(ratio)) <= COMMENSURATE * Math.max(1, Math.abs(ratio));
    }

    int directionCount() {
        return units.length;
    }

    int channelCount() {
        return steps.length;
    }

    /** Largest |step| in one direction. */
    int largestStep(int direction) {
        return Arrays.stream(steps).mapToInt(s -> Math.abs(s[direction])).max().orElse(0);
    }
}
