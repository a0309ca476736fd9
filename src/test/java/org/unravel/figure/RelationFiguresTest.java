package org.unravel.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.unravel.TwoPointModels;
import org.unravel.figure.Series.Form;
import org.unravel.model.Model;
import org.unravel.output.RunReport;
import org.unravel.run.ExactChoice;
import org.unravel.run.Run;
import org.unravel.statistics.ExponentialAverage;

/** Exponential averages on their way to what they must be. */
class RelationFiguresTest {

    private static final int COUNT = 3000;

    private static RunReport report(Model model, ExactChoice exact) {
        return Run.of(model).trajectories(COUNT).seed(11).with(exact).execute().report();
    }

    private static Optional<Figure> figure(RunReport report, String id) {
        return RunFigures.of(report).stream().filter(f -> f.id().equals(id)).findFirst();
    }

    private static Series of(Figure figure, Form form) {
        return figure.series().stream().filter(s -> s.form() == form).findFirst().orElseThrow();
    }

    /** Z = 2 cosh(βε) of a qubit of energies ±ε: 1/2 at the start, and √(0.7² + (0.4 sin 5.2)²) at t = 4. The error at the end is in units of the spread, six of which are passed by chance in 2e-9 of all runs. */
    @Test
    void workAveragesToTheRatioOfPartitionFunctions() {
        RunReport report = report(TwoPointModels.driven(Map.of()), ExactChoice.ON);
        Figure figure = figure(report, "jarzynski").orElseThrow();
        double ratio = Math.cosh(1.2 * Math.hypot(0.7, 0.4 * Math.sin(5.2))) / Math.cosh(0.6);
        assertArrayEquals(new double[] {ratio, ratio}, of(figure, Form.EXPECTED).y(), 1e-12);
        Series sampled = of(figure, Form.SAMPLED_POINTS);
        assertArrayEquals(new double[] {32, 64, 128, 256, 512, 1024, 2048, COUNT}, sampled.x());
        ExponentialAverage average = report.result().fluctuations().twoPoint().orElseThrow().jarzynski().orElseThrow();
        int last = sampled.x().length - 1;
        assertEquals(average.mean(), sampled.y()[last], 1e-13);
        assertEquals(average.standardError(), sampled.error()[last], 1e-13);
        assertEquals(ratio, sampled.y()[last], 6 * sampled.error()[last]);
        assertTrue(sampled.error()[0] > 5 * sampled.error()[last], "errors fall: " + Arrays.toString(sampled.error()));
        assertFalse(sampled.marked()[last]);
    }

    @Test
    void entropyProductionAveragesToOne() {
        Figure figure = figure(report(TwoPointModels.driven(Map.of()), ExactChoice.ON), "entropy-relation").orElseThrow();
        assertArrayEquals(new double[] {1, 1}, of(figure, Form.EXPECTED).y());
        Series sampled = of(figure, Form.SAMPLED_POINTS);
        assertEquals(1, sampled.y()[sampled.y().length - 1], 6 * sampled.error()[sampled.y().length - 1]);
    }

    /** At β = 8 one trajectory of some thousand starts excited, and then counts as much as thousands: no standard error of this sample is worth anything. */
    @Test
    void whatRareEventsCarryHasNoErrorBars() {
        Figure figure = figure(report(TwoPointModels.driven(Map.of("beta", "8")), ExactChoice.ON), "jarzynski").orElseThrow();
        assertTrue(Arrays.stream(of(figure, Form.SAMPLED_POINTS).error()).allMatch(Double::isNaN), Arrays.toString(of(figure, Form.SAMPLED_POINTS).error()));
        assertTrue(figure.caption().contains("No error bars"), figure.caption());
    }

    /** A bath of another temperature obeys no Jarzynski relation; without the exact side nothing says what Z is. */
    @Test
    void whatDoesNotHoldOrIsNotKnownIsNotDrawn() {
        assertTrue(figure(report(TwoPointModels.driven(Map.of("bath_beta", "0.7")), ExactChoice.OFF), "jarzynski").isEmpty());
        Figure figure = figure(report(TwoPointModels.driven(Map.of()), ExactChoice.OFF), "jarzynski").orElseThrow();
        assertEquals(List.of(Form.SAMPLED_POINTS), figure.series().stream().map(Series::form).toList());
        assertTrue(figure.caption().contains("was not computed"), figure.caption());
    }
}
