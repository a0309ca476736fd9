package org.unravel.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.unravel.ensemble.EnsembleResult;
import org.unravel.exact.CountingVariances;
import org.unravel.exact.ExactCurves;
import org.unravel.model.Absence;
import org.unravel.model.Bath;
import org.unravel.model.Caveat;
import org.unravel.model.Quantity;
import org.unravel.model.Quantity.Kind;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeGrid;
import org.unravel.model.WeightSign;
import org.unravel.numeric.Rounding;
import org.unravel.statistics.SampleSummary;
import org.unravel.trajectory.Engine;
import org.unravel.validation.ErrorMarks;
import org.unravel.validation.Subject;
import org.unravel.validation.TestResult;
import org.unravel.validation.ValidationReport;

/** The short table of a run for people: means with standard errors beside the exact ones, closure, speed, verdict. */
public final class ResultTable {

    /** Above the columns of the table. */
    public static final Row HEADER = new Row("at the end", "mean ± se", "exact", "z");

    /** Heats of more baths than this would hide the others. */
    private static final int MOST_BATHS = 4;

    private static final List<Quantity> OF_THE_WHOLE = Stream.of(Kind.WORK, Kind.WORK_FLOQUET, Kind.WORK_CHEMICAL, Kind.HEAT, Kind.HEAT_COUNTED, Kind.HEAT_DRIFT, Kind.HEAT_JUMP, Kind.HEAT_QUANTUM, Kind.HEAT_UNITARY,
            Kind.ENERGY_CHANGE, Kind.WORK_TPM, Kind.ENTROPY_PRODUCTION).map(Quantity::of).toList();

    /**
     * What is below this part of the energy scale is rounding and shown as 0; a z made of such a standard error would say nothing. Beside a mean that is more than that,
     * as of little work among large energies, a standard error is rounding only where that of one energy is.
     */
    private static final double ROUNDING = 1e-12;

    private static final String MARK = "*";
    private static final double SHOWN_ERROR = 1e-10;

    /** A residual is an order of magnitude. */
    private static final int RESIDUAL_DIGITS = 2;

    private ResultTable() {
    }

    /**
     * One quantity or observable at the end.
     *
     * @param name as in files
     * @param sampled mean ± standard error, with {@code *} where the error bar rests on few events
     * @param exact the exact mean, {@code -} where there is none
     * @param z deviation in standard errors, {@code -} where there is none
     */
    public record Row(String name, String sampled, String exact, String z) {

        private List<String> cells() {
            return List.of(name, sampled, exact, z);
        }
    }

    /** The lines of the table, without line ends. */
    public static List<String> lines(RunReport report) {
        List<String> lines = new ArrayList<>(means(report));
        lines.addAll(judgement(report));
        return lines;
    }

    /** Its first part: what needs no exact distribution. */
    public static List<String> means(RunReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(report.model().title().isEmpty() ? report.model().name() : report.model().name() + ": " + report.model().title());
        lines.addAll(TextTable.aligned(Stream.concat(Stream.of(HEADER), rows(report).stream()).map(Row::cells).toList()));
        lines.addAll(notes(report));
        warnings(report).forEach(w -> lines.add("warning: " + w));
        return lines;
    }

    /** What stands below the table, without warnings: how far its numbers go, closure, speed, weights. */
    public static List<String> notes(RunReport report) {
        List<String> lines = new ArrayList<>();
        if (isAnyMarked(report)) {
            lines.add("  " + MARK + " this error bar may be too small: fewer than 20 trajectories are expected to hold what makes most of it");
        }
        ComplexObservables.text(report.model()).ifPresent(text -> lines.add("complex observables: " + text));
        if (report.exact().isEmpty()) {
            lines.add("exact: not computed, " + report.exactAbsence().map(Absence::text).orElse(""));
        }
        report.exact().flatMap(e -> inaccurate(report, e)).ifPresent(lines::add);
        if (report.model().hasParticles() && report.result().quantities().containsKey(Quantity.WORK_TPM)) {
            lines.add(Quantity.WORK_TPM + " = E_m - E_n - " + Quantity.HEAT_COUNTED + " contains the chemical work");
        }
        EnsembleResult r = report.result();
        lines.add("first law: worst residual " + Measured.number(r.firstLaw().relative(), RESIDUAL_DIGITS) + " of the energy scale "
                + Measured.number(r.firstLaw().scale()));
        lines.add(String.format(Locale.ROOT, "%s, %s in %.2f s (%s trajectories/s), engine %s",
                counted(r.trajectoryCount(), "trajectory", "trajectories"), counted(r.jumpCount(), "jump", "jumps"), r.wallSeconds(), speed(r.trajectoryCount() / r.wallSeconds()), r.engine()));
        if (report.model().sampling().until().isPresent()) {
            lines.add("stopped: " + r.stopReason());
        }
        r.weights().ifPresent(w -> {
            lines.add(WeightLine.of(report.model(), r, w));
            if (report.model().unraveling().weights() == WeightSign.SIGNED) {
                lines.add(WeightLine.AUXILIARY);
            }
            w.obstacle().or(() -> carriedByFew(report)).ifPresent(why -> lines.add("no error bars: " + why));
        });
        return lines;
    }

    /** What stands between the run and trust in its results, without what cut-offs do to it. */
    public static List<String> warnings(RunReport report) {
        return Stream.concat(report.caveats().stream().map(Caveat::text), Stream.ofNullable(report.result().diagnostics().get(Engine.WARNING)).map(Object::toString)).toList();
    }

    /** Of two baths and a few more each heat follows that of all; particles follow the heats, what the model counts by weights of its own comes last. */
    private static List<Quantity> shown(RunReport report) {
        List<Bath> baths = report.model().baths();
        List<Quantity> counts = report.model().counting().counts().stream().map(Quantity::of).toList();
        if (baths.size() > MOST_BATHS || baths.size() < 2 && !report.model().hasParticles()) {
            return Stream.concat(OF_THE_WHOLE.stream(), counts.stream()).toList();
        }
        List<Quantity> all = new ArrayList<>();
        for (Quantity quantity : OF_THE_WHOLE) {
            if (quantity.kind() == Kind.HEAT_DRIFT) {
                report.model().bathsWithParticles().forEach(bath -> all.add(Quantity.of(Kind.PARTICLES_OF_BATH, bath)));
            }
            all.add(quantity);
            Optional<Kind> ofBath = baths.size() < 2 ? Optional.empty() : heatOfBath(quantity);
            ofBath.ifPresent(kind -> baths.forEach(bath -> all.add(Quantity.of(kind, bath))));
        }
        all.addAll(counts);
        return all;
    }

    private static Optional<Kind> heatOfBath(Quantity quantity) {
        return quantity.kind() == Kind.HEAT ? Optional.of(Kind.HEAT_OF_BATH) : quantity.kind() == Kind.HEAT_COUNTED ? Optional.of(Kind.HEAT_COUNTED_OF_BATH) : Optional.empty();
    }

    private static boolean isAnyMarked(RunReport report) {
        Map<String, SampleSummary> quantities = report.result().quantities();
        return shown(report).stream().map(Quantity::name).filter(quantities::containsKey).anyMatch(report.marks()::of) || report.observablesAtEnd().values().stream().anyMatch(RunReport.AtEnd::isMarked);
    }

    /** Which exact curves are off by more than 1e-10 of their scale, and by how much at the worst. */
    private static Optional<String> inaccurate(RunReport report, ExactCurves exact) {
        String names = exact.errors().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .filter(e -> relativeError(report, exact, e.getKey(), e.getValue()) > SHOWN_ERROR)
                .map(e -> e.getKey() + " (" + Measured.number(relativeError(report, exact, e.getKey(), e.getValue()), RESIDUAL_DIGITS) + ")")
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of("exact: good to these parts of their scale only: " + names);
    }

    /** The scale is the largest value, or the energy scale, the norm of an observable, or one jump, where these are larger. */
    private static double relativeError(RunReport report, ExactCurves exact, String name, double[] errors) {
        double largest = exact.curve(name).map(c -> Arrays.stream(c).map(Math::abs).max().orElse(0)).orElse(0.0);
        double unit = report.model().observables().stream().filter(o -> o.name().equals(name)).findFirst()
                .map(o -> o.operator().at(report.model().time().start()).rowSumNorm())
                .orElse(report.result().jumpNumbers().containsKey(name) ? 1 : report.result().firstLaw().scale());
        return Arrays.stream(errors).max().orElse(0) / Math.max(Math.max(largest, unit), Double.MIN_NORMAL);
    }

    /** Its second part: fluctuation relations, the verdict, and what is missing of the exact side. */
    public static List<String> judgement(RunReport report) {
        List<String> lines = new ArrayList<>();
        markedLater(report).ifPresent(lines::add);
        lines.addAll(FluctuationLines.of(report));
        lines.addAll(missing(report));
        report.cutOffs().forEach(c -> lines.add((c.caveat().isPresent() ? "warning: " : "") + c.text()));
        report.validation().ifPresent(v -> lines.addAll(verdict(v)));
        return lines;
    }

    /** Which exact distributions, moments and variances are not known, and why. */
    public static List<String> missing(RunReport report) {
        List<String> lines = new ArrayList<>();
        report.counting().absences().entrySet().stream().collect(Collectors.groupingBy(Map.Entry::getValue, LinkedHashMap::new,
                Collectors.groupingBy(e -> absent(report, e.getKey()), LinkedHashMap::new, Collectors.mapping(Map.Entry::getKey, Collectors.joining(", ")))))
                .forEach((why, names) -> lines.add("no exact " + names.entrySet().stream().map(e -> e.getKey() + " of " + e.getValue())
                        .collect(Collectors.joining("; ")) + ": " + why.text()));
        lines.addAll(missingVariances(report.counting().variances()));
        return lines;
    }

    private static List<String> missingVariances(CountingVariances variances) {
        Map<Absence, Long> reasons = variances.absences().values().stream().collect(Collectors.groupingBy(a -> a, LinkedHashMap::new, Collectors.counting()));
        return reasons.entrySet().stream().map(e -> "no exact values of " + counted(e.getValue(), "variance", "variances") + " in " + MomentFile.NAME + ": " + e.getKey().text()).toList();
    }

    /** Error bars that exact moments, which come after the table of means, find to rest on few events. */
    public static Optional<String> markedLater(RunReport report) {
        ErrorMarks now = report.marks();
        ErrorMarks before = now.withoutMoments();
        String names = shown(report).stream().map(Quantity::name).filter(n -> now.of(n) && !before.of(n)).collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(MARK + " also for " + names + ", by the exact moments: a few events rule the error bar");
    }

    /** Means without an error bar in a biased run that else has them. */
    private static Optional<String> carriedByFew(RunReport report) {
        EnsembleResult result = report.result();
        String names = shown(report).stream().map(Quantity::name).filter(n -> result.quantities().containsKey(n) && Double.isNaN(result.quantities().get(n).standardError()))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of("few trajectories carry " + names);
    }

    private static String absent(RunReport report, String name) {
        return report.counting().distributions().containsKey(name) ? "moments" : "distribution";
    }

    private static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** Three digits are enough for a speed. */
    private static String speed(double perSecond) {
        return String.format(Locale.ROOT, perSecond < 1e4 ? "%.0f" : "%.2e", perSecond);
    }

    /** The table itself: quantities in a fixed order, then the observables of the model. */
    public static List<Row> rows(RunReport report) {
        List<Row> rows = new ArrayList<>();
        Map<String, SampleSummary> quantities = report.result().quantities();
        ErrorMarks marks = report.marks();
        for (Quantity quantity : shown(report)) {
            SampleSummary s = quantities.get(quantity.name());
            if (s != null) {
                // quanta are counted: nothing of them is rounding, however large the energies are
                double scale = scale(report, quantity.kind());
                double rounding = quantity.kind() == Kind.HEAT_COUNTED || quantity.kind() == Kind.PARTICLES_OF_BATH || quantity.kind() == Kind.COUNT ? 0 : ROUNDING * scale;
                double exact = report.exactMean(quantity).orElse(Double.NaN);
                // particles and counts have units of their own: what energies are rounded by may be more than all of them
                boolean isEnergy = quantity.kind() != Kind.PARTICLES_OF_BATH && quantity.kind() != Kind.COUNT;
                double ofError = Math.abs(s.mean()) <= rounding ? rounding : Rounding.OF_SUM * (isEnergy ? scale : Math.max(Math.abs(s.min()), Math.abs(s.max())));
                double z = s.standardError() > ofError ? (s.mean() - exact) / s.standardError() : Double.NaN;
                String mark = marks.of(quantity.name()) ? " " + MARK : "";
                rows.add(row(quantity.name(), Measured.withError(cleared(s.mean(), rounding), cleared(s.standardError(), ofError)) + mark, cleared(exact, rounding), z));
            }
        }
        report.observablesAtEnd().forEach((name, o) -> rows.add(observable(report, name, o)));
        return rows;
    }

    /** Of what a quantity is rounded by: a pulse in between rounds nothing of the energies at the ends. */
    private static double scale(RunReport report, Kind kind) {
        double all = report.result().firstLaw().scale();
        if (kind != Kind.ENERGY_CHANGE) {
            return all;
        }
        TimeDependentOperator energy = report.model().energy();
        TimeGrid time = report.model().time();
        return Math.min(all, Math.max(energy.at(time.start()).rowSumNorm(), energy.at(time.end()).rowSumNorm()));
    }

    private static Row row(String name, String sampled, double exact, double z) {
        return new Row(name, sampled, Measured.number(exact), Double.isNaN(z) ? "-" : String.format(Locale.ROOT, "%+.2f", z));
    }

    /** What is below the rounding of the operator is nothing. */
    private static Row observable(RunReport report, String name, RunReport.AtEnd o) {
        double rounding = ROUNDING * o.norm();
        double error = cleared(o.standardError(), rounding);
        double z = error > 0 ? (o.mean() - o.exact()) / error : Double.NaN;
        return row(name, Measured.withError(cleared(o.mean(), rounding), error) + (o.isMarked() ? " " + MARK : ""), cleared(o.exact(), rounding), z);
    }

    private static double cleared(double value, double rounding) {
        return Math.abs(value) <= rounding ? 0 : value;
    }

    private static List<String> verdict(ValidationReport validation) {
        List<String> lines = new ArrayList<>();
        lines.add(TestTable.verdict(validation));
        for (TestResult test : validation.tests()) {
            if (test.outcome() == TestResult.Outcome.FAILED) {
                lines.add("  failed: " + test.name() + ", " + test.statistic().text() + " = " + Measured.number(test.value()) + ", p = "
                        + Measured.number(test.pValue()) + (test.note().isEmpty() ? "" : ", " + test.note()));
            }
        }
        List<TestResult> notMade = validation.tests().stream().filter(t -> t.outcome() == TestResult.Outcome.NOT_MADE).toList();
        notMade.stream().filter(t -> t.subject().kind() == Subject.Kind.PREMISE).forEach(t -> lines.add("  not made: " + t.name() + ", " + t.note()));
        long others = notMade.stream().filter(t -> t.subject().kind() != Subject.Kind.PREMISE).count();
        if (others > 0) {
            lines.add("  " + (others == 1 ? "1 test was" : others + " tests were") + " not made, for want of trajectories or of exact values; --verbose says why");
        }
        return lines;
    }
}
