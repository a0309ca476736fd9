package org.unravel.reproduction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
public record EntryOutcome(Entry entry, double[] x, Map<String, Values> curves, List<CurveComparison> comparisons, List<Identity> identities) {

    /** Failed if one comparison has, not made if none was. */
    public CurveComparison.Verdict verdict() {
        if (comparisons.stream().anyMatch(c -> c.verdict() == CurveComparison.Verdict.FAILED)) {
            return CurveComparison.Verdict.FAILED;
        }
        return comparisons.stream().anyMatch(c -> c.verdict() == CurveComparison.Verdict.PASSED) && entry.table().isPresent() ? CurveComparison.Verdict.PASSED : CurveComparison.Verdict.NOT_MADE;
    }

    /** The worst exact comparison, by deviation over tolerance; sides of an identity that are to differ are none. */
    public Optional<CurveComparison> worstExact() {
        Set<String> counterexamples = identities.stream().filter(i -> i.holds() == Identity.Claim.UNEQUAL).map(Identity::name).collect(Collectors.toSet());
        return comparisons.stream().filter(c -> c.kind() == CurveComparison.Kind.EXACT && !Double.isNaN(c.deviation()) && !counterexamples.contains(c.curve()))
                .max((a, b) -> Double.compare(a.deviation() / a.tolerance(), b.deviation() / b.tolerance()));
    }

    /** The worst sampled comparison, by its p. */
    public Optional<CurveComparison> worstSampled() {
        return comparisons.stream().filter(c -> c.kind() == CurveComparison.Kind.SAMPLED && !Double.isNaN(c.p())).max((a, b) -> Double.compare(a.z(), b.z()));
    }
}
