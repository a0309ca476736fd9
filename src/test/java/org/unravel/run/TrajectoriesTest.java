package org.unravel.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.Curve;
import org.unravel.ensemble.RunPlan;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.modelfile.ModelReader;

/** What a listener sees are the trajectories of the run. */
class TrajectoriesTest {

    private static final int COUNT = 300;

    /** Everything that is shown, in lines. */
    private static List<String> shown(Trajectories trajectories) {
        List<String> lines = new ArrayList<>();
        trajectories.watch(new TrajectoryListener() {
            @Override
            public void begin(long index) {
                lines.add("begin " + index);
            }

            @Override
            public void jump(Jump jump) {
                lines.add("jump " + jump.time() + " " + jump.bath().name() + "." + jump.channel().name() + " " + jump.heat() + " " + jump.energyChange() + " " + jump.weight());
            }

            @Override
            public void gridPoint(GridPoint point) {
                lines.add("point " + point.index() + " " + point.time() + " " + point.weight() + " " + Arrays.toString(point.values()));
            }

            @Override
            public void end(long index) {
                lines.add("end " + index);
            }
        });
        return lines;
    }

    /** Sums of weighted values and numbers of jumps. */
    private static final class Sums implements TrajectoryListener {

        private final double[][] values;
        private final double[] weights;
        private final Map<String, Double> jumps = new TreeMap<>();
        private long jumpCount;
        private List<String> names;

        Sums(Model model) {
            values = new double[model.time().pointCount()][];
            weights = new double[values.length];
        }

        @Override
        public void jump(Jump jump) {
            jumpCount++;
            jumps.merge(Quantity.jumps(jump.bath(), jump.channel()), 1.0, Double::sum);
        }

        @Override
        public void gridPoint(GridPoint point) {
            names = point.names();
            int i = point.index();
            values[i] = values[i] == null ? new double[names.size()] : values[i];
            weights[i] += point.weight();
            for (int q = 0; q < names.size(); q++) {
                values[i][q] += point.weight() * point.value(names.get(q));
            }
        }
    }

    private static final String OWN_ENERGY = """
            unravel: 1
            name: own-energy
            space: {q: qubit}
            hamiltonian: sz(q)/2 + 0.3*sx(q)
            energy: sz(q)/2
            baths:
              hot: {channels: {up: {operator: sp(q), rate: 0.2, heat: 1}, down: {operator: sm(q), rate: 0.4, heat: -1}}}
              cold: {channels: {down: {operator: sm(q), rate: 0.1, heat: -1}}}
            initial: {q: mixed}
            time: {end: 20, points: 21}
            observables: {x: sx(q)}
            """;

    static Stream<Arguments> modelsAndEngines() {
        return Stream.of(Arguments.of(ModelReader.read("driven-three-level", Map.of()), new EngineChoice("grid")), Arguments.of(ModelReader.read("thermal-qubit", Map.of()), new EngineChoice("renewal")),
                Arguments.of(ModelReader.read("thermal-qubit", Map.of()), new EngineChoice("ladder")), Arguments.of(ModelReader.read("thermal-qubit", Map.of()), new EngineChoice("sparse")),
                Arguments.of(ModelReader.read("rare-heat", Map.of()), EngineChoice.AUTO), Arguments.of(ModelReader.readText(OWN_ENERGY, Map.of()), EngineChoice.AUTO), Arguments.of(ModelReader.read("jaynes-cummings", Map.of()), EngineChoice.AUTO));
    }

    /** With every engine, two baths and an own energy, a mixed start, a biased law, and a ladder whose highest levels are watched. */
    @ParameterizedTest
    @MethodSource("modelsAndEngines")
    void meansAndJumpsAreThoseOfTheRun(Model model, EngineChoice engine) {
        RunOutcome run = Run.of(model).with(new RunPlan(COUNT, 7, 1, engine)).with(ExactChoice.OFF).execute();
        Sums sums = new Sums(model);
        Trajectories.of(model).count(COUNT).seed(7).with(engine).watch(sums);
        assertEquals(run.result().jumpCount(), sums.jumpCount);
        assertEquals(run.result().curves().stream().map(Curve::name).toList(), sums.names);
        for (Curve curve : run.result().curves()) {
            int q = sums.names.indexOf(curve.name());
            double scale = Arrays.stream(curve.mean()).map(Math::abs).max().orElseThrow();
            for (int i = 0; i < curve.mean().length; i++) {
                // sums of as many numbers in another order
                assertEquals(curve.mean()[i], sums.values[i][q] / sums.weights[i], 1e-12 * (1 + scale), curve.name() + " at " + i);
            }
        }
        if (!model.isWeighted()) {
            sums.jumps.forEach((channel, jumps) -> assertEquals(run.quantity(channel).mean(), jumps / COUNT, 1e-12, channel));
        }
    }

    @Test
    void aTrajectoryIsToldInTheOrderOfTimeAndItsJumpsAddUp() {
        int[] jumps = {0};
        Trajectories.of(ModelReader.read("lab-frame-qubit", Map.of())).count(50).watch(new TrajectoryListener() {
            private double last;
            private int points;
            private double counted;
            private double byJumps;

            @Override
            public void begin(long index) {
                last = 0;
                points = 0;
                counted = 0;
                byJumps = 0;
            }

            @Override
            public void jump(Jump jump) {
                assertTrue(jump.time() > last, "a jump at " + jump.time() + " after " + last);
                last = jump.time();
                counted += jump.heat();
                byJumps += jump.energyChange();
                assertEquals(1, jump.weight());
                jumps[0]++;
            }

            @Override
            public void gridPoint(GridPoint point) {
                assertEquals(points++, point.index());
                assertTrue(point.time() >= last);
                last = point.time();
                assertEquals(counted, point.value(Quantity.HEAT_COUNTED), 1e-12);
                assertEquals(byJumps, point.value(Quantity.HEAT_JUMP), 1e-12);
                assertEquals(point.value(Quantity.ENERGY_CHANGE), point.value(Quantity.WORK) + point.value(Quantity.HEAT), 1e-9);
            }
        });
        assertTrue(jumps[0] > 50);
    }

    /** One by one they are computed in groups of one lane. */
    @ParameterizedTest
    @ValueSource(strings = {"driven-three-level", "thermal-qubit", "rare-heat"})
    void oneIsTheSameByItself(String name) {
        Trajectories all = Trajectories.of(ModelReader.read(name, Map.of())).seed(3);
        List<String> together = shown(all.count(70));
        List<String> apart = new ArrayList<>();
        for (int i : new int[] {0, 1, 68}) {
            apart.addAll(shown(all.from(i).count(1)));
        }
        apart.addAll(shown(all.from(69).count(1)));
        for (String begin : List.of("begin 0", "begin 1", "begin 68", "begin 69")) {
            int from = together.indexOf(begin);
            int to = together.indexOf(begin.replace("begin", "end"));
            assertEquals(together.subList(from, to), apart.subList(apart.indexOf(begin), apart.indexOf(begin.replace("begin", "end"))));
        }
        assertTrue(together.stream().anyMatch(line -> line.startsWith("jump")));
    }

    /** A small biased sample has weights of both kinds, and a jump shows the one of its moment. */
    @Test
    void theWeightOfABiasedModelIsShown() {
        List<String> lines = shown(Trajectories.of(ModelReader.read("rare-heat", Map.of())).count(20));
        assertTrue(lines.stream().filter(l -> l.startsWith("jump")).anyMatch(l -> !l.endsWith(" 1.0")), lines.toString());
    }

    @Test
    void anotherEngineShowsTheSameJumps() {
        Trajectories all = Trajectories.of(ModelReader.read("thermal-qubit", Map.of())).count(40);
        long expected = shown(all).stream().filter(l -> l.startsWith("jump")).count();
        assertEquals(expected, shown(all.with(new EngineChoice("grid"))).stream().filter(l -> l.startsWith("jump")).count());
        assertTrue(expected > 40);
    }

    @Test
    void wrongNumbersAndNamesAreRefused() {
        Trajectories all = Trajectories.of(ModelReader.read("thermal-qubit", Map.of())).count(1);
        assertThrows(IllegalArgumentException.class, () -> all.count(0));
        assertThrows(IllegalArgumentException.class, () -> all.from(-1));
        TrajectoryListener asking = new TrajectoryListener() {
            @Override
            public void gridPoint(GridPoint point) {
                point.value("haet");
            }
        };
        assertTrue(assertThrows(IllegalArgumentException.class, () -> all.watch(asking)).getMessage().contains("heat.counted"));
    }
}
