package org.unravel.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

import org.unravel.firstlaw.ComparisonReport;
import org.unravel.firstlaw.ComparisonVerdict;
import org.unravel.firstlaw.Estimate;
import org.unravel.firstlaw.JointCurve;
import org.unravel.firstlaw.Share;
import org.unravel.firstlaw.SplitCurves;
import org.unravel.firstlaw.StateCurve;
import org.unravel.firstlaw.Warning;
import org.unravel.model.Absence;

/** A comparison of definitions for people: one line for each definition and part at the end, then what the averaged state says, warnings and the verdict. */
public final class ComparisonTable {

    /** Beyond this many warnings a line says how many more there are. */
    private static final int MOST_WARNINGS = 8;

    private ComparisonTable() {
    }

    /** The lines of the table, without line ends. */
    public static List<String> lines(ComparisonReport report) {
        List<String> lines = new ArrayList<>();
        double[] times = report.sampled().times();
        lines.add(String.format(Locale.ROOT, "%s: heat and work by definition at t = %s, %d trajectories; positive into the part", report.model().name(), Measured.number(times[times.length - 1]),
                report.trajectoryCount()));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("definition", "part", "dU", "Q", "W", "C", "exact dU; Q; W; C", "z"));
        List<String> absent = new ArrayList<>();
        for (SplitCurves split : report.sampled().splits()) {
            report.absence(split).ifPresentOrElse(a -> absent.add("not applicable: " + split.definition().name() + ", " + split.part() + ": " + a.text()), () -> rows.add(row(report, split)));
        }
        lines.addAll(TextTable.aligned(rows));
        lines.addAll(absent);
        lines.addAll(TextTable.aligned(states(report)));
        report.start().map(text -> "start: " + text).ifPresent(lines::add);
        report.exactAbsence().map(Absence::text).ifPresent(text -> lines.add("exact: not computed: " + text));
        lines.addAll(warnings(report));
        lines.addAll(verdict(report.verdict()));
        return lines;
    }

    private static List<String> row(ComparisonReport report, SplitCurves split) {
        int end = report.sampled().times().length - 1;
        Optional<SplitCurves> exact = report.exactOf(split);
        List<String> row = new ArrayList<>(List.of(split.definition().name(), split.part()));
        List<String> exacts = new ArrayList<>();
        List<String> standardised = new ArrayList<>();
        for (Share share : Share.values()) {
            Optional<Estimate> sampled = split.share(share);
            Optional<Estimate> known = exact.flatMap(e -> e.share(share));
            row.add(sampled.map(s -> Measured.withError(s.value()[end], s.error()[end])).orElse("-"));
            exacts.add(known.map(e -> Measured.number(e.value()[end])).orElse("-"));
            standardised.add(z(sampled, known, end, report.model().energyScale()));
        }
        row.add(String.join("; ", exacts));
        row.add(String.join("; ", standardised));
        return row;
    }

    private static String z(Optional<Estimate> sampled, Optional<Estimate> exact, int end, double scale) {
        double z = sampled.isPresent() && exact.isPresent() ? ComparisonVerdict.standardised(sampled.get(), exact.get(), end) : Double.NaN;
        return Double.isFinite(z) && ComparisonVerdict.hasSpread(sampled.get(), end, scale) ? String.format(Locale.ROOT, "%.1f", z) : "-";
    }

    private static List<List<String>> states(ComparisonReport report) {
        int end = report.sampled().times().length - 1;
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("averaged state", "part", "value", "exact", "z"));
        for (StateCurve state : report.sampled().states()) {
            Optional<Estimate> exact = report.exactOf(state);
            String value = state.estimate().map(e -> Measured.withError(e.value()[end], e.error()[end])).orElseGet(() -> exact.isPresent() ? "-" : state.absence().map(Absence::text).orElse("-"));
            rows.add(List.of(state.quantity().name(), state.part(), value, exact.map(e -> Measured.number(e.value()[end])).orElse("-"), z(state.estimate(), exact, end, 0)));
        }
        for (JointCurve joint : report.sampled().joint()) {
            Optional<Estimate> exact = report.exactOf(joint);
            String value = joint.estimate().map(e -> Measured.withError(e.value()[end], e.error()[end])).orElse("-");
            rows.add(List.of(joint.number().word(), "A and B", value, exact.map(e -> Measured.number(e.value()[end])).orElse("-"), z(joint.estimate(), exact, end, 0)));
        }
        return rows;
    }

    private static List<String> warnings(ComparisonReport report) {
        TreeSet<String> all = new TreeSet<>();
        report.sampled().splits().forEach(s -> s.warnings().forEach(w -> all.add(text(s.definition().name() + ": ", w))));
        report.sampled().states().forEach(s -> s.warnings().forEach(w -> all.add(text("", w))));
        List<String> lines = new ArrayList<>(all.stream().limit(MOST_WARNINGS).map(w -> "warning: " + w).toList());
        if (all.size() > MOST_WARNINGS) {
            lines.add("warning: and " + (all.size() - MOST_WARNINGS) + " more, in compare.json");
        }
        return lines;
    }

    private static String text(String of, Warning warning) {
        return of + warning.text();
    }

    private static List<String> verdict(ComparisonVerdict verdict) {
        List<String> lines = new ArrayList<>(verdict.failures().stream().map(f -> "failed: " + f).toList());
        lines.add(String.format(Locale.ROOT, "compare: %s; %d values compared with exact ones, %d not (warnings, no error bar, few events); a right run fails with a probability of %s",
                verdict.isPassed() ? "passed" : "failed", verdict.comparisons(), verdict.skipped(), Measured.number(ComparisonVerdict.FALSE_ALARMS)));
        return lines;
    }
}
