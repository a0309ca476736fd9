package org.unravel.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.RunPlan;
import org.unravel.figure.Series.Form;
import org.unravel.firstlaw.Comparison;
import org.unravel.firstlaw.ComparisonReport;
import org.unravel.firstlaw.Estimate;
import org.unravel.firstlaw.FirstLawCurves;
import org.unravel.firstlaw.Share;
import org.unravel.firstlaw.SplitCurves;
import org.unravel.firstlaw.StateCurve;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;

/** The sheets of a comparison show what it found, each definition once, whatever its parts are called. */
class ComparisonFiguresTest {

    private static final List<String> APPLY = List.of("conventional", "hamiltonian-based", "entropy-based", "three-part", "ergotropy", "counted");

    private static ComparisonReport report;

    @BeforeAll
    static void compare() {
        Model model = ModelReader.readShipped("thermoelectric-dot", Map.of());
        Comparison comparison = Comparison.of(model);
        report = new ComparisonReport(model, comparison.sampled(new RunPlan(500, 1, 2, EngineChoice.AUTO)), Optional.of(comparison.exact()), Optional.empty());
    }

    private static List<String> ids(List<FigureSheet> sheets) {
        return sheets.stream().map(FigureSheet::id).toList();
    }

    private static Figure panel(String sheet, String id) {
        return ComparisonFigures.of(report).stream().filter(s -> s.id().equals(sheet)).flatMap(s -> s.panels().stream()).filter(f -> f.id().equals(id)).findFirst().orElseThrow();
    }

    private static List<String> names(Figure figure, Form form) {
        return figure.series().stream().filter(s -> s.form() == form).map(Series::name).toList();
    }

    @Test
    void everyDefinitionThatAppliesIsInEachPanelWithBothSides() {
        assertEquals(List.of("definitions-system", "heats-of-baths", "states-system"), ids(ComparisonFigures.of(report)));
        for (String share : List.of("du", "q", "w")) {
            Figure figure = panel("definitions-system", "definitions-system-" + share);
            assertEquals(APPLY, names(figure, Form.RIVAL_POINTS));
            assertEquals(APPLY.stream().map(n -> n + " exact").toList(), names(figure, Form.RIVAL_CURVE));
            assertEquals(List.of("definitions.csv"), figure.files());
        }
        assertEquals(List.of("three-part", "counted"), names(panel("definitions-system", "definitions-system-c"), Form.RIVAL_POINTS));
        assertEquals(2, ComparisonFigures.of(report).get(1).panels().size());
    }

    /** Marks stand at grid times, at the sampled value with its error, open where a warning stands; no two definitions at the same times. */
    @Test
    void marksAreWhatWasSampled() {
        Figure figure = panel("definitions-system", "definitions-system-q");
        double[] times = report.sampled().times();
        for (Series series : figure.series().stream().filter(s -> s.form() == Form.RIVAL_POINTS).toList()) {
            Estimate heat = report.sampled().split(series.name(), "system").share(Share.HEAT).orElseThrow();
            for (int i = 0; i < series.x().length; i++) {
                int at = Arrays.binarySearch(times, series.x()[i]);
                assertEquals(heat.value()[at], series.y()[i]);
                assertEquals(heat.error()[at], series.error()[i]);
                assertEquals(heat.isDistrusted(at, report.model().energyScale()), series.marked()[i]);
            }
            assertTrue(series.x().length >= 10 && series.x().length <= 24, series.name() + ": " + series.x().length);
        }
        long different = figure.series().stream().filter(s -> s.form() == Form.RIVAL_POINTS).map(s -> s.x()[1]).distinct().count();
        assertEquals(APPLY.size(), different);
        assertEquals(APPLY.size(), figure.series().stream().filter(s -> s.form() == Form.RIVAL_POINTS).map(Series::colour).distinct().count());
    }

    /** A dot without coherence: work of levels is none, and the caption says which curves hide each other. */
    @Test
    void curvesThatLieOnEachOtherAreNamed() {
        assertTrue(panel("definitions-system", "definitions-system-du").caption().contains("On each other lie " + String.join(", ", APPLY) + "."), panel("definitions-system", "definitions-system-du").caption());
        assertTrue(panel("definitions-system", "definitions-system-w").caption().contains("conventional, counted;"), panel("definitions-system", "definitions-system-w").caption());
    }

    private static FirstLawCurves inTwoParts(FirstLawCurves curves) {
        List<SplitCurves> splits = curves.splits().stream().filter(s -> s.part().equals("system"))
                .flatMap(s -> Stream.of("A", "B").map(part -> new SplitCurves(s.definition(), part, s.shares(), s.absence(), s.warnings()))).toList();
        List<StateCurve> states = curves.states().stream().flatMap(s -> Stream.of("A", "B").map(part -> new StateCurve(s.quantity(), part, s.estimate(), s.absence(), s.warnings()))).toList();
        return new FirstLawCurves(curves.times(), curves.trajectoryCount(), curves.groups(), splits, states, curves.jumps(), curves.joint(), curves.effective());
    }

    @Test
    void eachPartHasSheetsOfItsOwn() {
        ComparisonReport two = new ComparisonReport(report.model(), inTwoParts(report.sampled()), report.exact().map(ComparisonFiguresTest::inTwoParts), Optional.empty());
        List<FigureSheet> sheets = ComparisonFigures.of(two);
        assertEquals(List.of("definitions-a", "definitions-b", "states-a", "states-b"), ids(sheets));
        assertEquals("Heat and work by definition of part B", sheets.get(1).title());
    }

    @Test
    void withoutAnExactSideCurvesAreWhole() {
        List<FigureSheet> sheets = ComparisonFigures.of(new ComparisonReport(report.model(), report.sampled(), Optional.empty(), Optional.empty()));
        Figure figure = sheets.get(0).panels().get(1);
        assertEquals(APPLY, names(figure, Form.SAMPLED_CURVE));
        assertEquals(report.sampled().times().length, figure.series().get(0).x().length);
    }
}
