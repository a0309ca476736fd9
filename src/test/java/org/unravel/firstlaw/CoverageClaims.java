package org.unravel.firstlaw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * What is claimed of the intervals of a table, and what of it a table does not bear out. Where 95 % hold, the share of 1000 seeds is outside 0.93 to 0.97 with at most 0.31 % for each of the four curves: as much as if all times of
 * a curve were one.
 */
final class CoverageClaims {

    /** Up to this share of seeds with a warning the intervals of all seeds are claimed to hold. */
    private static final double FEW = 0.05;

    /** Share of seeds that warn where a warning must stand: 97 % expected just beyond t = 6 of the passive set, more elsewhere. */
    private static final double MANY = 0.95;

    private CoverageClaims() {
    }

    /** Curves whose intervals must hold, and where. */
    enum Claim {
        INVERTED("first-law-ergotropy-inverted", "ergotropy", t -> true),
        PASSIVE("first-law-ergotropy-passive", "ergotropy", t -> t <= 6),
        GROUND("floquet-A-ground", "entropy-based:Q", t -> true),
        THERMAL("floquet-A-thermal", "entropy-based:Q", t -> true);

        private final String entry;
        private final String curve;
        private final Predicate<Double> times;

        Claim(String entry, String curve, Predicate<Double> times) {
            this.entry = entry;
            this.curve = curve;
            this.times = times;
        }

        List<CoverageRow> rows(List<CoverageRow> all) {
            return all.stream().filter(r -> r.entry().equals(entry) && r.curve().equals(curve) && times.test(r.t())).toList();
        }
    }

    /** Rows of which intervals do not hold as often as they must, by one way to count them. */
    static List<String> ofIntervals(List<CoverageRow> all, ToIntFunction<CoverageRow> held) {
        List<String> failures = new ArrayList<>();
        for (Claim claim : Claim.values()) {
            List<CoverageRow> rows = claim.rows(all);
            double share = CurveCoverage.share(rows, held);
            if (!(share >= CoverageRow.LEAST && share <= CoverageRow.MOST)) {
                failures.add(String.format(Locale.ROOT, "%s: expected 0.93 to 0.97 of all intervals to hold, found %.4f", claim, share));
            }
        }
        all.stream().filter(r -> isClaimed(r) && !r.isRight(held.applyAsInt(r))).forEach(r -> failures.add(String.format(Locale.ROOT, "%s, %s: expected 0.93 to 0.97 at t = %s, found %.3f", r.entry(),
                r.curve(), r.t(), (double) held.applyAsInt(r) / r.seeds())));
        return failures;
    }

    private static boolean isClaimed(CoverageRow row) {
        return row.warnedShare() <= FEW || Arrays.stream(Claim.values()).anyMatch(c -> c.rows(List.of(row)).size() == 1);
    }

    /** Means of the values are the exact ones, of the passive set where warnings stand too: the jackknife takes the bias off. */
    static List<String> ofMeans(List<CoverageRow> all, ToDoubleFunction<CoverageRow> deviation) {
        return all.stream().filter(r -> isClaimed(r) || r.entry().equals("first-law-ergotropy-passive") && r.curve().equals("ergotropy"))
                .filter(r -> !(Math.abs(deviation.applyAsDouble(r)) <= CoverageRow.MOST_DEVIATION))
                .map(r -> String.format(Locale.ROOT, "%s, %s: mean at t = %s is %.2f standard errors off", r.entry(), r.curve(), r.t(), deviation.applyAsDouble(r))).toList();
    }

    /** Where intervals do not hold warnings stand: beyond t = 6 of the passive set, and from the mixed state. */
    static List<String> ofWarnings(List<CoverageRow> all) {
        return all.stream().filter(r -> r.entry().equals("first-law-ergotropy-passive") && r.curve().equals("ergotropy") && r.t() > 6
                || r.entry().equals("floquet-A-mixed") && r.curve().equals("entropy-based:Q")).filter(r -> r.warnedShare() < MANY)
                .map(r -> String.format(Locale.ROOT, "%s, %s: expected a warning at t = %s of 0.95 of the seeds, found %.3f", r.entry(), r.curve(), r.t(), r.warnedShare())).toList();
    }
}
