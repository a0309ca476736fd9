package org.unravel.reproduction;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unravel.firstlaw.dissipation.Identity;

/**
 * What an entry has come to.
 *
 * @param entry the entry
 * @param x values of the first column
 * @param curves by name of column, in the order of the table; none for those that are not judged
 * @param comparisons beside the reference; empty where there is no table
 * @param identities equations with both sides
 */
public record EntryOutcome(Entry entry, double[] x, Map<String, Values> curves, List<Comparison> comparisons, List<Identity> identities) {

    /** Failed if one comparison has, not made if none was. */
    public Comparison.Verdict verdict() {
        if (comparisons.stream().anyMatch(c -> c.verdict() == Comparison.Verdict.FAILED)) {
            return Comparison.Verdict.FAILED;
        }
        return comparisons.stream().anyMatch(c -> c.verdict() == Comparison.Verdict.PASSED) && entry.table().isPresent() ? Comparison.Verdict.PASSED : Comparison.Verdict.NOT_MADE;
    }

    /** The worst exact comparison, by deviation over tolerance. */
    public Optional<Comparison> worstExact() {
        return comparisons.stream().filter(c -> c.kind() == Comparison.Kind.EXACT && !Double.isNaN(c.deviation()))
                .max((a, b) -> Double.compare(a.deviation() / a.tolerance(), b.deviation() / b.tolerance()));
    }

    /** The worst sampled comparison, by its p. */
    public Optional<Comparison> worstSampled() {
        return comparisons.stream().filter(c -> c.kind() == Comparison.Kind.SAMPLED && !Double.isNaN(c.p())).max((a, b) -> Double.compare(a.z(), b.z()));
    }
}
