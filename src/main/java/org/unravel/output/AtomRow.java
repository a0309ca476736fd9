package org.unravel.output;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import org.unravel.exact.CountingDistribution;
import org.unravel.numeric.Decimals;
import org.unravel.numeric.Rounding;
import org.unravel.statistics.Distribution;

/**
 * One value of a discrete quantity: how often it was sampled, and how probable it is.
 *
 * @param value in the unit of energy, or a number of jumps
 * @param probability sampled
 * @param standardError of the sampled probability; NaN where no trajectory or every trajectory has the value, unless it is certain
 * @param exact NaN where no exact distribution was computed
 */
public record AtomRow(double value, double probability, double standardError, double exact) {

    private static final double ROUNDINGS = 4;

    /** Probability from which a value that was never sampled has a row, 1e-10: above the error of exact ones, below what a run can see. */
    public static final double LEAST_SHOWN = 10 * CountingDistribution.ACCURACY;

    /** Sampled and exact values side by side, ascending: all that were sampled, and all others that are not negligible. */
    public static List<AtomRow> of(Distribution sampled, Optional<CountingDistribution> exact) {
        return ofAtoms(sampled, exact.map(CountingDistribution::atoms));
    }

    /** The same for exact values given as atoms; values of either side that rounding does not tell apart have one row. */
    public static List<AtomRow> ofAtoms(Distribution sampled, Optional<List<CountingDistribution.Atom>> exact) {
        List<Distribution.Bin> bins = sampled.bins();
        List<CountingDistribution.Atom> atoms = exact.orElse(List.of());
        int[] sets = Rounding.sets(
                DoubleStream.concat(bins.stream().mapToDouble(Distribution.Bin::low), atoms.stream().mapToDouble(CountingDistribution.Atom::value)).toArray(),
                DoubleStream.concat(bins.stream().mapToDouble(Distribution.Bin::rounding),
                        atoms.stream().mapToDouble(CountingDistribution.Atom::rounding)).toArray());
        AtomRow[] rows = new AtomRow[1 + Arrays.stream(sets).max().orElse(-1)];
        for (int b = 0; b < bins.size(); b++) {
            Distribution.Bin bin = bins.get(b);
            AtomRow row = new AtomRow(shown(bin.low(), bin.rounding()), bin.probability(), bin.standardError(), exact.isPresent() ? 0 : Double.NaN);
            rows[sets[b]] = rows[sets[b]] == null ? row : rows[sets[b]].with(row);
        }
        for (int a = 0; a < atoms.size(); a++) {
            int set = sets[bins.size() + a];
            AtomRow row = rows[set];
            rows[set] = row == null ? new AtomRow(shown(atoms.get(a).value(), atoms.get(a).rounding()), 0, Double.NaN, atoms.get(a).probability())
                    : new AtomRow(row.value, row.probability, row.standardError, row.exact + atoms.get(a).probability());
        }
        return Stream.of(rows).filter(r -> r.probability != 0 || !(r.exact < LEAST_SHOWN)).map(AtomRow::withoutBarIfUnseen).toList();
    }

    /** A value that every trajectory has says no more of the others than one that no trajectory has says of itself; where it is certain the bar is 0. */
    private AtomRow withoutBarIfUnseen() {
        return standardError == 0 && !(Math.abs(exact - 1) < LEAST_SHOWN) ? new AtomRow(value, probability, Double.NaN, exact) : this;
    }

    /** Fewest digits within what a product or two are rounded by; what is all rounding is 0. */
    private static double shown(double value, double rounding) {
        return Math.abs(value) <= rounding ? 0 : Decimals.shortest(value, Math.min(rounding, ROUNDINGS * Math.ulp(value)));
    }

    /** Sampled values that the exact side cannot tell apart: proportions of one sample hang together, and errors add up at most. */
    private AtomRow with(AtomRow other) {
        return new AtomRow(value, probability + other.probability, standardError + other.standardError, exact);
    }
}
