package org.unravel.output;

import java.util.ArrayList;
import java.util.List;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.unravel.firstlaw.ComparisonReport;
import org.unravel.firstlaw.ComparisonVerdict;
import org.unravel.firstlaw.Definition;
import org.unravel.firstlaw.JointCurve;
import org.unravel.firstlaw.Share;
import org.unravel.firstlaw.SplitCurves;
import org.unravel.firstlaw.StateCurve;
import org.unravel.firstlaw.Warning;

/**
 * A comparison of definitions for people, at its end: for each part a section with a line for each definition, then what the baths gave, what the averaged state says, what is missing and why,
 * warnings and the verdict.
 */
public final class ComparisonTable {

    /** Beyond this many warnings a line says how many more there are. */
    private static final int MOST_WARNINGS = 8;

    /** With fewer groups the errors themselves are known to less than a quarter, and intervals are wider than people expect. */
    private static final int FEW_GROUPS = 16;

    /** A cell where there is nothing to say. */
    public static final String NONE = "-";

    /** Of each value where there is an exact side: what was sampled, what is exact, the standardised difference. */
    public static final int COLUMNS_WITH_EXACT = 3;

    /** What a star in a cell means. */
    public static final String MARK_NOTE = "* a warning stands here: the error bar is not to be trusted";

    private final ComparisonReport report;
    private final ComparisonCells cells;

    private ComparisonTable(ComparisonReport report) {
        this.report = report;
        this.cells = new ComparisonCells(report);
    }

    /**
     * One section of the table.
     *
     * @param title of the first column: a part
     * @param heads of the other columns
     * @param rows as many cells as columns each
     */
    public record Section(String title, List<String> heads, List<List<String>> rows) {

        private List<String> lines() {
            List<List<String>> all = new ArrayList<>();
            all.add(Stream.concat(Stream.of(title), heads.stream()).toList());
            all.addAll(rows);
            return TextTable.aligned(all);
        }
    }

    /** The lines of the table, without line ends. */
    public static List<String> lines(ComparisonReport report) {
        return Stream.concat(results(report).stream(), verdict(report.verdict()).stream()).toList();
    }

    /** The same without the verdict. */
    public static List<String> results(ComparisonReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%s: heat and work by definition at t = %s, %d trajectories; positive into the part", report.model().name(), new ComparisonCells(report).end(), report.trajectoryCount()));
        sections(report).forEach(s -> lines.addAll(s.lines()));
        if (hasMarks(report)) {
            lines.add(MARK_NOTE);
        }
        if (report.sampled().groups() < FEW_GROUPS) {
            lines.add(report.sampled().groups() == 0 ? "no error bars: all trajectories are one group" : "error bars rest on " + report.sampled().groups() + " groups of trajectories: intervals by Student's distribution with "
                    + (report.sampled().groups() - 1) + " degrees of freedom");
        }
        report.start().map(text -> "start: " + text).ifPresent(lines::add);
        report.thermalReferences().map(text -> "thermal reference: " + text).ifPresent(lines::add);
        lines.addAll(ComparisonAbsences.lines(report));
        lines.addAll(warnings(report));
        return lines;
    }

    /** Whether any cell has a star. */
    public static boolean hasMarks(ComparisonReport report) {
        ComparisonCells cells = new ComparisonCells(report);
        return report.sampled().splits().stream().flatMap(s -> s.shares().values().stream()).anyMatch(e -> cells.isMarked(e, cells.energyScale()))
                || Stream.concat(report.sampled().states().stream().map(StateCurve::estimate), report.sampled().joint().stream().map(JointCurve::estimate)).flatMap(Optional::stream).anyMatch(e -> cells.isMarked(e, Math.max(1, cells.energyScale())));
    }

    /** The sections in the order in which they are shown: definitions of each part, baths, averaged states of each part. */
    public static List<Section> sections(ComparisonReport report) {
        ComparisonTable table = new ComparisonTable(report);
        List<SplitCurves> known = report.sampled().splits().stream().filter(s -> report.absence(s).isEmpty()).toList();
        List<Section> sections = new ArrayList<>();
        for (String part : known.stream().filter(s -> report.bath(s).isEmpty()).map(SplitCurves::part).distinct().toList()) {
            sections.add(table.section(part, known.stream().filter(s -> s.part().equals(part)).toList(), List.of(Share.values())));
        }
        List<SplitCurves> baths = known.stream().filter(s -> report.bath(s).isPresent()).toList();
        if (!baths.isEmpty()) {
            sections.add(table.section("heat by bath", baths, List.of(Share.HEAT)));
        }
        List<StateCurve> states = report.sampled().states().stream().filter(s -> s.estimate().isPresent() || report.exactOf(s).isPresent()).toList();
        for (String part : states.stream().map(StateCurve::part).distinct().toList()) {
            sections.add(table.states(part, states.stream().filter(s -> s.part().equals(part)).toList()));
        }
        if (!report.sampled().joint().isEmpty()) {
            sections.add(table.joint());
        }
        return sections;
    }

    private Section joint() {
        List<List<String>> rows = new ArrayList<>();
        for (JointCurve joint : report.sampled().joint()) {
            List<String> row = new ArrayList<>(List.of(joint.number().word()));
            row.addAll(cells.of(joint.estimate(), report.exactOf(joint), Math.max(1, cells.energyScale())));
            rows.add(row);
        }
        return new Section("A and B together", heads("value").toList(), rows);
    }

    private Section section(String title, List<SplitCurves> splits, List<Share> shares) {
        List<Share> given = shares.stream().filter(share -> splits.stream().anyMatch(s -> s.share(share).isPresent() || report.exactOf(s).flatMap(e -> e.share(share)).isPresent())).toList();
        List<String> heads = given.stream().flatMap(share -> heads(share.word())).toList();
        List<List<String>> rows = new ArrayList<>();
        for (SplitCurves split : splits) {
            List<String> row = new ArrayList<>(List.of(split.definition().name() + report.bath(split).map(b -> ", " + b.name()).orElse("")));
            given.forEach(share -> row.addAll(cells.of(split.share(share), report.exactOf(split).flatMap(e -> e.share(share)), cells.energyScale())));
            rows.add(row);
        }
        return new Section(title, heads, rows);
    }

    private Stream<String> heads(String value) {
        return report.exact().isPresent() ? Stream.of(value, "exact", "z") : Stream.of(value);
    }

    private Section states(String part, List<StateCurve> states) {
        List<List<String>> rows = new ArrayList<>();
        for (StateCurve state : states) {
            List<String> row = new ArrayList<>(List.of(state.quantity().name()));
            row.addAll(cells.of(state.estimate(), report.exactOf(state), Math.max(1, cells.energyScale())));
            rows.add(row);
        }
        return new Section("averaged state" + (part.equals(Definition.SYSTEM) ? "" : " of " + part), heads("value").toList(), rows);
    }

    /** One line of each definition and part, or quantity, that has any: the first, and how many more there are. What is said of several is one line. */
    public static List<String> warnings(ComparisonReport report) {
        Map<String, List<String>> of = new LinkedHashMap<>();
        report.sampled().splits().forEach(s -> addWarning(of, ComparisonAbsences.name(s), s.warnings()));
        report.sampled().states().forEach(s -> addWarning(of, s.part().equals(Definition.SYSTEM) ? "" : s.part(), s.warnings()));
        report.sampled().joint().forEach(j -> addWarning(of, "", j.warnings()));
        List<String> lines = new ArrayList<>();
        of.entrySet().stream().limit(MOST_WARNINGS).forEach(e -> lines.add("warning: " + names(e.getValue()) + e.getKey()));
        if (of.size() > MOST_WARNINGS) {
            lines.add("warning: and on " + of.values().stream().skip(MOST_WARNINGS).mapToInt(List::size).sum() + " more, all in compare.json");
        }
        return lines;
    }

    private static String names(List<String> all) {
        List<String> named = all.stream().distinct().filter(n -> !n.isEmpty()).toList();
        return named.isEmpty() ? "" : String.join(", ", named) + ": ";
    }

    /** Texts say of what they are: shares need the definition and part, quantities the part. */
    private static void addWarning(Map<String, List<String>> of, String name, List<Warning> warnings) {
        if (!warnings.isEmpty()) {
            of.computeIfAbsent(warnings.get(0).text() + (warnings.size() > 1 ? " (" + (warnings.size() - 1) + " more)" : ""), text -> new ArrayList<>()).add(name);
        }
    }

    /** What is judged, in words. */
    public static List<String> verdict(ComparisonVerdict verdict) {
        List<String> lines = new ArrayList<>(verdict.failures().stream().map(f -> "failed: " + f).toList());
        lines.add(String.format(Locale.ROOT, "compare: %s; %s", verdict.isPassed() ? "passed" : "failed", counts(verdict)));
        return lines;
    }

    /** How much a verdict rests on, in words. */
    public static String counts(ComparisonVerdict verdict) {
        return String.format(Locale.ROOT, "%d values compared with exact ones by their error bars, %d equal to them, %d not compared (warnings, no error bar, few events)", verdict.comparisons(), verdict.equal(),
                verdict.skipped()) + (verdict.comparisons() == 0 ? "" : "; a right run fails with a probability of " + Measured.number(ComparisonVerdict.FALSE_ALARMS));
    }
}
