package org.unravel.output;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.unravel.exact.CountingDistribution;
import org.unravel.statistics.Distribution;

/**
 * One value of a discrete quantity: how often it was sampled, and how probable it is.
 *
 * @param value in the unit of energy, or a number of jumps
 * @param probability sampled
 * @param standardError of the sampled probability; NaN where no trajectory has the value
 * @param exact NaN where no exact distribution was computed
 */
record AtomRow(double value, double probability, double standardError, double exact) {

    /** Probability from which a value that was never sampled has a row, 1e-10: above the error of exact ones, below what a run can see. */
    static final double LEAST_SHOWN = 10 * CountingDistribution.ACCURACY;

    /** Values closer than this part of the largest quantum are one (model-format.md, heat.counted.csv). */
    private static final double SAME_ATOM = 1e-9;

    /**
     * Sampled and exact values side by side, ascending: all that were sampled, and all others that are not negligible.
     *
     * @param largestQuantum scale of rounding
     */
    static List<AtomRow> of(Distribution sampled, Optional<CountingDistribution> exact, double largestQuantum) {
        return ofAtoms(sampled, exact.map(CountingDistribution::atoms), largestQuantum);
    }

    /** The same for exact values given as atoms. */
    static List<AtomRow> ofAtoms(Distribution sampled, Optional<List<CountingDistribution.Atom>> exact, double largestQuantum) {
        double same = SAME_ATOM * largestQuantum;
        List<AtomRow> rows = new ArrayList<>();
        List<CountingDistribution.Atom> atoms = exact.orElse(List.of());
        int next = 0;
        for (Distribution.Bin bin : sampled.bins()) {
            for (; next < atoms.size() && atoms.get(next).value() < bin.low() - same; next++) {
                addUnsampled(atoms.get(next), same, rows);
            }
            double probability = exact.isPresent() ? 0 : Double.NaN;
            for (; next < atoms.size() && atoms.get(next).value() <= bin.low() + same; next++) {
                probability += atoms.get(next).probability();
            }
            rows.add(new AtomRow(bin.low(), bin.probability(), bin.standardError(), probability));
        }
        for (; next < atoms.size(); next++) {
            addUnsampled(atoms.get(next), same, rows);
        }
        rows.sort(Comparator.comparingDouble(AtomRow::value));
        rows.removeIf(r -> r.probability == 0 && r.exact < LEAST_SHOWN);
        return rows;
    }

    /** Adds a value that was never sampled, or its probability to the row before where that is the same value. */
    private static void addUnsampled(CountingDistribution.Atom atom, double same, List<AtomRow> rows) {
        int last = rows.size() - 1;
        if (last >= 0 && rows.get(last).probability == 0 && atom.value() - rows.get(last).value <= same) {
            rows.set(last, new AtomRow(rows.get(last).value, 0, Double.NaN, rows.get(last).exact + atom.probability()));
        } else {
            rows.add(new AtomRow(atom.value(), 0, Double.NaN, atom.probability()));
        }
    }
}
