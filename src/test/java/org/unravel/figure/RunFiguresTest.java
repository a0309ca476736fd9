package org.unravel.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.ShownTrajectory;
import org.unravel.figure.Series.Form;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;
import org.unravel.output.RunFiles;
import org.unravel.output.RunReport;
import org.unravel.run.ExactChoice;
import org.unravel.run.Run;
import org.unravel.trajectory.Recording;

/** The figures of a run show the numbers of the run, each where it belongs. */
class RunFiguresTest {

    private static RunReport report(String name, ExactChoice exact) {
        return Run.of(ModelReader.readShipped(name, Map.of())).trajectories(400).seed(2).with(exact).execute().report();
    }

    private static Figure figure(List<Figure> all, String id) {
        return all.stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow(() -> new AssertionError("no figure " + id + " among " + all.stream().map(Figure::id).toList()));
    }

    private static Series series(Figure figure, String name) {
        return figure.series().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void figuresNameFilesThatTheRunWrites() {
        RunReport report = report("heat-exchange", ExactChoice.AUTO);
        Set<String> written = RunFiles.names(report.model());
        assertEquals(List.of(), RunFigures.of(report).stream().flatMap(f -> f.files().stream()).filter(f -> !written.contains(f)).toList());
        assertEquals(List.of("heat.counted.hot.csv"), figure(RunFigures.of(report), "distribution-heat-counted-hot").files());
    }

    /** Channels {@code up} and {@code Up}, and {@code a_b} of a bath and {@code b} of another that is called {@code bath_a}, make one id each: their figures are files all the same. */
    @Test
    void namesThatMakeOneIdHaveFiguresOfTheirOwn() {
        Model model = ModelReader.readText("""
                unravel: 1
                name: near-names
                space: {q: qubit}
                hamiltonian: sz(q)
                baths:
                  bath: {channels: {up: {operator: sp(q), rate: 1, heat: 2}, Up: {operator: sp(q), rate: 2, heat: 2}, a_b: {operator: sm(q), rate: 1, heat: -2}}}
                  bath_a: {channels: {b: {operator: sm(q), rate: 2, heat: -2}}}
                initial: {q: g}
                time: {end: 4, points: 5}
                """, Map.of());
        List<Figure> all = RunFigures.of(Run.of(model).trajectories(200).seed(2).execute().report());
        assertEquals(List.of("jumps.bath.up.csv"), figure(all, "distribution-jumps-bath-up").files());
        assertEquals(List.of("jumps.bath.Up.csv"), figure(all, "distribution-jumps-bath-up-2").files());
        assertEquals(List.of("jumps.bath_a.b.csv"), figure(all, "distribution-jumps-bath-a-b-2").files());
        assertEquals(all.size(), all.stream().map(Figure::id).distinct().count());
    }

    @Test
    void heatExchangeHasAFigureOfEveryKind() {
        RunReport report = report("heat-exchange", ExactChoice.ON);
        List<Figure> all = RunFigures.of(report);
        Series heat = series(figure(all, "first-law"), "heat");
        assertArrayEquals(report.result().curve("heat").mean(), heat.y());
        assertArrayEquals(report.result().curve("heat").standardError(), heat.error());
        assertArrayEquals(report.exactCurve("heat").orElseThrow(), series(figure(all, "first-law"), "heat exact").y());
        assertEquals(Form.EXACT_CURVE, series(figure(all, "first-law"), "heat exact").form());
        assertEquals(4, figure(all, "heats-of-baths").series().stream().filter(s -> s.form() == Form.SAMPLED_CURVE).count());
        Figure distribution = figure(all, "distribution-heat-counted-hot");
        assertEquals(1, Arrays.stream(series(distribution, "heat.counted.hot").y()).sum(), 1e-12);
        assertTrue(series(distribution, "heat.counted.hot exact").isShown());
        assertEquals(Axis.Scale.LOGARITHMIC, figure(all, "waiting-times").y().scale());
        assertTrue(figure(all, "exchange").series().stream().anyMatch(s -> s.form() == Form.EXPECTED));
        Figure trajectory = figure(all, "trajectory-0");
        Series counted = series(trajectory, "heat.counted");
        assertEquals(report.result().shownTrajectories().get(0).value("heat.counted")[report.model().time().pointCount() - 1], counted.y()[counted.y().length - 1], 1e-12);
        long marks = trajectory.series().stream().filter(s -> s.form() == Form.MARKS).mapToLong(s -> s.x().length).sum();
        assertEquals(report.result().shownTrajectories().get(0).jumpCount(), marks);
    }

    /** The first law, seen through the stack: what stands above zero less what hangs below is the change of energy, which is a curve of its own. */
    private static double at(Series staircase, double time) {
        double value = 0;
        for (int i = 0; i < staircase.x().length && staircase.x()[i] <= time; i++) {
            value = staircase.y()[i];
        }
        return value;
    }

    /** In the maser the quanta of the baths differ (1 and 2.5), so a step in the wrong staircase has the wrong height; the engine's own ledger has their sum at every grid time. */
    @Test
    void eachBathHasItsStaircaseAndItsMarks() {
        RunReport report = report("three-level-maser", ExactChoice.OFF);
        List<Figure> all = RunFigures.of(report);
        List<String> labels = report.model().channelLabels();
        for (ShownTrajectory trajectory : report.result().shownTrajectories()) {
            Figure figure = figure(all, "trajectory-" + trajectory.index() + "-heats");
            Series hot = series(figure, "heat.counted.hot");
            Series cold = series(figure, "heat.counted.cold");
            for (int i = 0; i < report.model().time().pointCount(); i++) {
                double time = report.model().time().time(i);
                assertEquals(trajectory.value("heat.counted")[i], at(hot, time) + at(cold, time), 1e-9, "at " + time);
            }
            assertTrue(trajectory.jumpCount() > 0);
            for (Series staircase : List.of(hot, cold)) {
                String bath = staircase.name().replace("heat.counted.", "");
                List<ShownTrajectory.Jump> jumps = trajectory.jumps().stream().filter(j -> labels.get(j.channel()).startsWith(bath + ".")).toList();
                assertArrayEquals(jumps.stream().mapToDouble(ShownTrajectory.Jump::time).toArray(), Arrays.copyOfRange(staircase.x(), 1, staircase.x().length - 1));
                for (int i = 1; i < staircase.x().length - 1; i++) {
                    assertEquals(bath.equals("hot") ? 2.5 : 1, Math.abs(staircase.y()[i] - staircase.y()[i - 1]), 1e-12);
                }
                for (Series marks : figure.series().stream().filter(s -> s.form() == Form.MARKS && s.name().startsWith(bath + ".")).toList()) {
                    int channel = labels.indexOf(marks.name());
                    assertArrayEquals(jumps.stream().filter(j -> j.channel() == channel).mapToDouble(ShownTrajectory.Jump::time).toArray(), marks.x());
                    assertArrayEquals(Arrays.stream(marks.x()).map(t -> at(staircase, t)).toArray(), marks.y());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lab-frame-qubit", "three-level-maser", "rare-heat"})
    void stackedSharesAddUpToTheChangeOfEnergy(String name) {
        RunReport report = report(name, ExactChoice.OFF);
        Figure figure = figure(RunFigures.of(report), "first-law-shares");
        List<StackedShare> stack = StackedShare.of(figure.series());
        assertEquals(List.of("work", "heat"), stack.stream().map(s -> s.share().name()).toList());
        double[] change = report.result().curve("energy.change").mean();
        double[] top = stack.get(1).top();
        double[] bottom = stack.get(1).bottom();
        double scale = report.result().firstLaw().scale();
        for (int i = 0; i < change.length; i++) {
            assertEquals(change[i], top[i] + bottom[i], 1e-9 * scale, "at " + i);
            assertEquals(change[i] - report.result().curve("work").mean()[i] - report.result().curve("heat").mean()[i], series(figure, "residual").y()[i], 0);
        }
        assertArrayEquals(report.result().curve("heat").mean(), series(figure, "heat").y());
        assertArrayEquals(report.result().curve("energy.change").standardError(), series(figure, "energy.change").error());
    }

    /** Six panels of a model of two baths: curves of every kind and a distribution. */
    @Test
    void overviewBeginsWithCurvesAndADistribution() {
        List<Figure> overview = RunFigures.overview(RunFigures.of(report("heat-exchange", ExactChoice.OFF)));
        assertEquals(List.of("first-law", "heats", "heats-of-baths", "energy", "observables", "distribution-heat-counted"), overview.stream().limit(6).map(Figure::id).toList());
    }

    @Test
    void sharesNeedAllTheirCurves() {
        RunPlan plan = new RunPlan(50, 1, 1, EngineChoice.AUTO, Recording.of(List.of("work", "heat")));
        Model model = ModelReader.readShipped("thermal-qubit", Map.of());
        List<Figure> all = RunFigures.of(Run.of(model).with(plan).with(ExactChoice.OFF).execute().report());
        assertTrue(all.stream().noneMatch(f -> f.id().equals("first-law-shares")));
        assertTrue(all.stream().anyMatch(f -> f.id().equals("first-law")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lab-frame-qubit", "rare-heat", "kerr-oscillator", "tilted-dephasing", "multi-level-cascade"})
    void everyFigureHasAnIdOfItsOwnAndSomethingToShow(String name) {
        Set<String> ids = new HashSet<>();
        for (Figure figure : RunFigures.of(report(name, ExactChoice.OFF))) {
            assertTrue(ids.add(figure.id()), figure.id());
            assertTrue(figure.series().stream().anyMatch(Series::isShown), figure.id());
            assertFalse(figure.caption().isBlank());
            for (Series series : figure.series()) {
                for (int i = 1; i < series.x().length; i++) {
                    assertTrue(series.x()[i] >= series.x()[i - 1], figure.id() + ", " + series.name());
                }
            }
        }
        assertTrue(ids.contains("first-law"));
    }

    @Test
    void singleBathsAreNotShownTwice() {
        List<Figure> all = RunFigures.of(report("thermal-qubit", ExactChoice.OFF));
        assertTrue(all.stream().noneMatch(f -> f.id().equals("heats-of-baths") || f.id().endsWith("-heats") || f.id().equals("distribution-heat-counted-environment")));
        assertTrue(all.stream().anyMatch(f -> f.id().equals("distribution-heat-counted")));
    }

    /** A ket is on the sphere: x² + y² + z² = 1 at every time, by two observables and the population of the excited state. */
    @Test
    void trajectoriesOfAQubitGoOnTheSphere() {
        List<BlochPath> paths = BlochPath.of(report("lab-frame-qubit", ExactChoice.OFF));
        assertEquals(3, paths.size());
        for (BlochPath path : paths) {
            for (int i = 0; i < path.x().length; i++) {
                assertEquals(1, path.x()[i] * path.x()[i] + path.y()[i] * path.y()[i] + path.z()[i] * path.z()[i], 1e-9);
            }
            assertEquals(-1, path.z()[0], 1e-12, "it starts in the ground state");
        }
        assertEquals(List.of(), BlochPath.of(report("heat-exchange", ExactChoice.OFF)));
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Series.of("a", Form.STAIRCASE, 0, new double[2], new double[3]));
        assertThrows(IllegalArgumentException.class, () -> new Figure("Not an id", "", "", Axis.time(), Axis.time(), List.of()));
    }
}
