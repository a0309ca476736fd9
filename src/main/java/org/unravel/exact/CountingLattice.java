package org.unravel.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import org.unravel.model.ModelException;
import org.unravel.model.Reason;
import org.unravel.numeric.Rounding;

/**
 * Values that sums of constant quanta can take: Σ_f n_f q_f with integers n_f and units q_f, and how far each channel's jump moves every n_f. Each
 * direction of the lattice has a counting field of its own; a quantum counts in one direction.
 *
 * @param units q_f &gt; 0, shape [directions]
 * @param steps shape [channels][directions]
 */
record CountingLattice(double[] units, int[][] steps) {

    /** Largest denominator of a ratio of quanta; a chance agreement with a ratio of such integers is unlikely (64² × {@link Rounding#OF_SUM}). */
    private static final int MAX_DENOMINATOR = 64;

    /** Largest number of units in a quantum: beyond, a lattice is too fine for its distribution to be of use. */
    private static final int MAX_STEP = 1000;

    /** Channels whose quanta are multiples of one unit. */
    private record Family(double unit, List<Integer> channels) {
    }

    /**
     * The lattice of quanta, one for each channel, zero where none counts.
     *
     * @param name what is counted, for the message
     * @throws ModelException if quanta are multiples of one unit that is too fine; names them
     */
    static CountingLattice of(String name, double[] quanta) {
        List<Family> families = families(quanta);
        int[][] steps = new int[quanta.length][families.size()];
        for (int f = 0; f < families.size(); f++) {
            double unit = families.get(f).unit;
            for (int k : families.get(f).channels) {
                double step = Math.rint(quanta[k] / unit);
                if (!(Math.abs(step) <= MAX_STEP)) {
                    throw tooFine(name, quanta, families.get(f));
                }
                steps[k][f] = (int) step;
            }
        }
        return new CountingLattice(families.stream().mapToDouble(Family::unit).toArray(), steps);
    }

    private static ModelException tooFine(String name, double[] quanta, Family family) {
        double[] sizes = family.channels.stream().mapToDouble(k -> Math.abs(quanta[k])).sorted().toArray();
        return new ModelException(Reason.NOT_APPLICABLE, String.format(Locale.ROOT, "the quanta of %s must be multiples of common units by at most %d for its exact distribution,"
                + " found %.6g and %.6g with a common unit of %.6g", name, MAX_STEP, sizes[0], sizes[sizes.length - 1], family.unit));
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

    /** Each quantum joins the family that has a common unit with it; it may link several, as it makes the unit finer. */
    private static List<Family> families(double[] quanta) {
        List<Family> families = new ArrayList<>();
        for (int k = 0; k < quanta.length; k++) {
            if (quanta[k] == 0) {
                continue;
            }
            Family own = new Family(Math.abs(quanta[k]), List.of(k));
            int place = families.size();
            for (int f = 0; f < families.size();) {
                OptionalDouble common = common(families.get(f).unit, own.unit);
                if (common.isPresent()) {
                    List<Integer> both = new ArrayList<>(families.remove(f).channels);
                    both.addAll(own.channels);
                    own = new Family(common.getAsDouble(), both);
                    place = Math.min(place, f);
                    f = 0;
                } else {
                    f++;
                }
            }
            families.add(Math.min(place, families.size()), own);
        }
        return families;
    }

    /** The largest unit that two numbers are multiples of, the smaller one by at most {@link #MAX_DENOMINATOR}. */
    private static OptionalDouble common(double first, double second) {
        double smaller = Math.min(first, second);
        for (int denominator = 1; denominator <= MAX_DENOMINATOR; denominator++) {
            double ratio = Math.max(first, second) / smaller * denominator;
            if (Math.abs(ratio - Math.rint(ratio)) <= Rounding.OF_SUM * ratio) {
                return OptionalDouble.of(smaller / denominator);
            }
        }
        return OptionalDouble.empty();
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
