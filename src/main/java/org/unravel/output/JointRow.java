package org.unravel.output;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.unravel.exact.CountingDistribution;
import org.unravel.numeric.Decimals;
import org.unravel.statistics.JointAtom;

/**
 * Heat of two baths: how often the pair was sampled, and how probable it is.
 *
 * @param first heat of the first bath, in the unit of energy
 * @param second heat of the second bath
 * @param probability sampled
 * @param standardError of the sampled probability; NaN where no trajectory or every trajectory has the pair, unless it is certain
 * @param exact NaN where no exact distribution was computed
 */
record JointRow(double first, double second, double probability, double standardError, double exact) {

    private static final double ROUNDINGS = 4;

    /** All that were sampled, and all others that are not negligible, ascending in the first heat and then in the second. */
    static List<JointRow> of(List<JointAtom> sampled, Optional<CountingDistribution> exact) {
        List<JointRow> rows = new ArrayList<>();
        for (JointAtom atom : sampled) {
            double probability = exact.map(e -> place(e, atom).stream().mapToDouble(p -> e.probabilities()[p]).sum()).orElse(Double.NaN);
            rows.add(new JointRow(shown(atom.first()), shown(atom.second()), atom.probability(),
                    atom.standardError() == 0 && !(Math.abs(probability - 1) < AtomRow.LEAST_SHOWN) ? Double.NaN : atom.standardError(), probability));
        }
        exact.ifPresent(e -> addUnsampled(e, sampled, rows));
        rows.sort(Comparator.comparingDouble(JointRow::first).thenComparingDouble(JointRow::second));
        return rows;
    }

    private static void addUnsampled(CountingDistribution exact, List<JointAtom> sampled, List<JointRow> rows) {
        boolean[] seen = new boolean[exact.probabilities().length];
        for (JointAtom atom : sampled) {
            place(exact, atom).ifPresent(p -> seen[p] = true);
        }
        for (int p = 0; p < seen.length; p++) {
            if (!seen[p] && exact.probabilities()[p] >= AtomRow.LEAST_SHOWN) {
                int[] n = exact.indices(p);
                rows.add(new JointRow(shown(n[0] * exact.units()[0]), shown(n[1] * exact.units()[1]), 0, Double.NaN, exact.probabilities()[p]));
            }
        }
    }

    /** Whole numbers of quanta, products of two numbers. */
    private static double shown(double heat) {
        return Decimals.shortest(heat, ROUNDINGS * Math.ulp(heat));
    }

    private static OptionalInt place(CountingDistribution exact, JointAtom atom) {
        return exact.place(atom.first(), atom.second());
    }
}
