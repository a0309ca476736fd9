package org.unravel.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.unravel.ensemble.Convergence;
import org.unravel.ensemble.TwoPointResult;
import org.unravel.exact.TwoPointStatistics;
import org.unravel.exact.TwoPointStatistics.Moments;
import org.unravel.output.RunReport;
import org.unravel.output.ShownAverage;
import org.unravel.statistics.ExponentialAverage;

/**
 * Exponential averages of two-point measurements as they come about with the number of trajectories, beside what they must be: ⟨e^{−βW}⟩ = e^{−βΔF} (Jarzynski 1997,
 * doi:10.1103/PhysRevLett.78.2690) and ⟨e^{−σ}⟩ = 1 (Seifert 2005, doi:10.1103/PhysRevLett.95.040602).
 */
final class RelationFigures {

    private final RunReport report;

    RelationFigures(RunReport report) {
        this.report = report;
    }

    /**
     * What an average must be.
     *
     * @param quantity its name among those whose convergence is known
     * @param average its name on the axis
     * @param rule what it must be, in words
     * @param expectedName of the line
     * @param expected the value, if it is known
     */
    private record Relation(String id, String title, String quantity, String average, String rule, String expectedName, OptionalDouble expected) {
    }

    void addTo(List<Figure> all) {
        report.result().fluctuations().twoPoint().ifPresent(t -> {
            t.jarzynski().ifPresent(a -> all.add(figure(jarzynski(), a, report.twoPoint().flatMap(TwoPointStatistics::jarzynski))));
            t.integral().ifPresent(a -> all.add(figure(integral(t), a, report.twoPoint().flatMap(TwoPointStatistics::integral))));
        });
    }

    private Relation jarzynski() {
        return new Relation("jarzynski", "Jarzynski relation", Convergence.JARZYNSKI, "⟨exp(−βW)⟩", "Mean of exp(−βW), W the work by two measurements of the energy: must be exp(−βΔF) = Z(end)/Z(start)",
                "exp(−βΔF)", report.twoPoint().map(TwoPointStatistics::partitionRatio).orElse(OptionalDouble.empty()));
    }

    private Relation integral(TwoPointResult result) {
        boolean isOfFullRank = result.conditions().entropyProduction().rank() == report.model().dimension();
        OptionalDouble exact = report.twoPoint().flatMap(TwoPointStatistics::integral).map(Moments::mean).map(OptionalDouble::of).orElse(OptionalDouble.empty());
        return new Relation("entropy-relation", "Relation of entropy production", Convergence.INTEGRAL, "⟨exp(−σ)⟩",
                "Mean of exp(−σ), σ the entropy production: must be " + (isOfFullRank ? "1" : "at most 1, as the initial state lacks levels"), isOfFullRank ? "must be 1" : "exact",
                isOfFullRank ? OptionalDouble.of(1) : exact);
    }

    private Figure figure(Relation relation, ExponentialAverage average, Optional<Moments> exact) {
        List<Convergence> rows = report.result().convergence().stream().filter(c -> c.quantity().equals(relation.quantity)).toList();
        ShownAverage shown = ShownAverage.of(average, exact, report.result());
        boolean hasErrors = report.result().hasErrorBars() && shown.hasErrorBar();
        double[] counts = rows.stream().mapToDouble(Convergence::count).toArray();
        double[] errors = rows.stream().mapToDouble(c -> hasErrors ? c.standardError() : Double.NaN).toArray();
        if (hasErrors) {
            errors[errors.length - 1] = shown.standardError();
        }
        List<Series> series = new ArrayList<>();
        relation.expected.ifPresent(v -> series.add(Series.of(relation.expectedName, Series.Form.EXPECTED, 1, new double[] {counts[0], counts[counts.length - 1]}, new double[] {v, v})));
        series.add(Series.of("sampled", Series.Form.SAMPLED_POINTS, 0, counts, rows.stream().mapToDouble(Convergence::mean).toArray(), errors, marks(rows, hasErrors)));
        return new Figure(relation.id, relation.title, caption(relation, hasErrors), Axis.logarithmic("trajectories", ""), Axis.linear(relation.average, ""), series).in("convergence.csv");
    }

    private static String caption(Relation relation, boolean hasErrors) {
        return relation.rule + ". Of the first trajectories alone, in numbers that double, and of all"
                + (hasErrors ? "; bars are ± one standard error." : ". No error bars: few trajectories carry it, or may (see the fluctuation relations of the run).")
                + (relation.expected.isPresent() ? "" : " The exact value was not computed.");
    }

    /** Weighted samples know no variance of the variance: their error bars are not marked. */
    private static boolean[] marks(List<Convergence> rows, boolean hasErrors) {
        boolean[] marks = new boolean[rows.size()];
        for (int r = 0; r < marks.length; r++) {
            marks[r] = hasErrors && rows.get(r).vov() >= Convergence.LARGEST_VOV;
        }
        return marks;
    }
}
