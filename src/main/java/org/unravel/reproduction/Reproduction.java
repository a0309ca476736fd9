package org.unravel.reproduction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.unravel.firstlaw.dissipation.Identity;

/** Makes the curves of an entry and holds them against its table. */
public final class Reproduction {

    private Reproduction() {
    }

    /**
     * Makes one entry.
     *
     * @param entry what
     * @param sample how much is sampled
     */
    public static EntryOutcome of(Entry entry, Sample sample) {
        ReferenceTable table = entry.table().map(ReferenceTable::read).orElse(null);
        Rows rows = entry.rows().orElseGet(() -> Rows.of(table));
        Map<String, Known> known = new LinkedHashMap<>();
        entry.settings().forEach(s -> known.put(s.name(), s.compute(rows, sample)));
        double[] x = rows.column(entry.columns().get(0).name());
        Map<String, Values> curves = new LinkedHashMap<>();
        entry.columns().stream().filter(Column::isJudged).forEach(c -> curves.put(c.name(), c.reading().of(known, x)));
        List<Identity> identities = entry.identities().get();
        List<CurveComparison> comparisons = new ArrayList<>(table == null ? List.of() : compared(entry, curves, table.file(), c -> judged(c, table, known, x)));
        identities.forEach(i -> comparisons.add(of(i)));
        return new EntryOutcome(entry, x, curves, comparisons, identities);
    }

    private static List<CurveComparison> compared(Entry entry, Map<String, Values> curves, String file, Function<Column, double[]> references) {
        List<CurveComparison> exact = new ArrayList<>();
        List<CurveComparison> sampled = new ArrayList<>();
        for (Column column : entry.columns().subList(1, entry.columns().size())) {
            if (column.isJudged()) {
                double[] reference = references.apply(column);
                Values values = curves.get(column.name());
                exact.add(CurveComparison.exact(column.name(), values.exact(), reference, column.tolerance(), file));
                sampled.add(CurveComparison.sampled(column.name(), values, reference, file));
            }
        }
        int comparisons = sampled.stream().mapToInt(CurveComparison::compared).sum();
        sampled.stream().filter(c -> c.compared() > 0).map(c -> c.corrected(comparisons)).forEach(exact::add);
        return exact;
    }

    /** The column of the table, not a number in rows that are not judged. */
    private static double[] judged(Column column, ReferenceTable table, Map<String, Known> known, double... x) {
        double[] reference = table.column(column.name());
        column.margin().map(m -> m.of(known, x).exact()).ifPresent(m -> Arrays.setAll(reference, i -> m[i] > 0 ? reference[i] : Double.NaN));
        return reference;
    }

    private static CurveComparison of(Identity identity) {
        double deviation = identity.scale() > 0 ? identity.residual() / identity.scale() : 0;
        boolean isEquality = identity.holds() == Identity.Claim.EQUAL;
        return new CurveComparison(identity.name(), CurveComparison.Kind.EXACT, identity.left().dimension(), 0, identity.scale(), deviation,
                isEquality ? identity.tolerance() : Identity.LEAST_DIFFERENCE, Double.NaN, Double.NaN, identity.isConfirmed() ? CurveComparison.Verdict.PASSED : CurveComparison.Verdict.FAILED,
                isEquality ? "identity" : "counterexample");
    }
}
