package org.unravel.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unravel.engine.forecast.EngineForecast;
import org.unravel.engine.forecast.ModelShape;
import org.unravel.engine.grid.GridEngine;
import org.unravel.engine.grid.GridForecast;
import org.unravel.engine.renewal.PostJumpStates;
import org.unravel.engine.renewal.RenewalForecast;
import org.unravel.engine.renewal.RenewalTables;
import org.unravel.model.Model;

/**
 * What is predicted of the engines beside what was measured, on every shipped model and workload: benchmarks/results/engine-costs.csv, written by
 * benchmarks/costs. Nothing is timed here.
 */
class EngineForecastTest {

    private static final Path MEASURED = Path.of("benchmarks/results/engine-costs.csv");
    /** The engine that is taken may cost so much more than the best: two engines this close cannot be told apart on a busy machine (benchmarks/README.md). */
    private static final double CHOICE = 1.3;
    /** A forecast is good if it is not off by more than this factor: the machine itself drifts by 1.3. */
    private static final double FORECAST = 2;
    /** The same of an engine that takes more than so many times as long as the best one: it is not taken whatever of this its forecast is off by. */
    private static final double SLOW = 8;
    private static final double FORECAST_OF_SLOW = 4;
    /**
     * Relative error of the forecast number of jumps: 32 trajectories know a number of Poisson jumps, the mean of which is at least 1, to 1/√32 = 0.18; this is
     * two of that. Walks between many levels scatter more, but have more jumps.
     */
    private static final double JUMPS = 0.36;

    /** A row; measured values are NaN where an engine was predicted to take too long to be measured. */
    private record Cost(double setUp, double trajectory, double bytes, double jumps) {

        double total(long trajectories) {
            return setUp + trajectories * trajectory;
        }
    }

    private static List<String> models() {
        return EngineCosts.names();
    }

    private static Map<String, Cost> measured(String model) throws IOException {
        Map<String, Cost> costs = new TreeMap<>();
        for (String line : Files.readAllLines(MEASURED)) {
            String[] cells = line.split(",", -1);
            if (cells[0].equals(model)) {
                costs.put(cells[1], new Cost(number(cells[3]), number(cells[4]), number(cells[5]), number(cells[6])));
            }
        }
        return costs;
    }

    private static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    @ParameterizedTest
    @MethodSource("models")
    void theEngineThatIsTakenIsAlmostTheBest(String name) throws IOException {
        Model model = EngineCosts.read(name);
        long count = model.sampling().trajectoryCount();
        Map<String, Cost> measured = measured(name);
        double best = measured.values().stream().mapToDouble(c -> c.total(count)).filter(c -> c == c).min().orElseThrow();
        EngineForecast taken = Engines.forecasts(Engines.shape(model)).get(0);
        double found = measured.get(taken.engine()).total(count);
        assertTrue(found <= CHOICE * best, taken.engine() + " takes " + found / best + " times the best");
    }

    @ParameterizedTest
    @MethodSource("models")
    void forecastsAreNearWhatWasMeasured(String name) throws IOException {
        Model model = EngineCosts.read(name);
        long count = model.sampling().trajectoryCount();
        Map<String, Cost> measured = measured(name);
        List<EngineForecast> forecasts = Engines.forecasts(Engines.shape(model));
        double best = measured.values().stream().mapToDouble(c -> c.total(count)).filter(c -> c == c).min().orElseThrow();
        assertEquals(measured.keySet(), forecasts.stream().map(EngineForecast::engine).collect(Collectors.toSet()), "engines of the table");
        for (EngineForecast forecast : forecasts) {
            Cost cost = measured.get(forecast.engine());
            if (cost.setUp == cost.setUp) {
                double factor = cost.total(count) > SLOW * best ? FORECAST_OF_SLOW : FORECAST;
                assertNear(cost.total(count), forecast.nanoseconds(count), factor, forecast.engine() + ", nanoseconds of a run");
                assertNear(cost.trajectory, forecast.nanoseconds(), factor, forecast.engine() + ", nanoseconds of a trajectory");
                assertNear(cost.bytes, forecast.memoryBytes(), factor, forecast.engine() + ", bytes");
            }
        }
    }

    private static void assertNear(double expected, double found, double factor, String what) {
        assertTrue(found <= factor * expected && expected <= factor * found, what + ": expected some " + expected + ", found " + found);
    }

    @ParameterizedTest
    @MethodSource("models")
    void jumpsAreForecast(String name) throws IOException {
        double found = Engines.shape(EngineCosts.read(name)).jumpForecast().total();
        double expected = measured(name).values().stream().mapToDouble(Cost::jumps).filter(j -> j == j).findFirst().orElseThrow();
        assertEquals(expected, found, JUMPS * expected);
    }

    /** The same drive with a bath that is ten times as strong for the later half: what the start shows is not all. */
    @Test
    void jumpsOfADriveAreThoseOfTheWholeRun() {
        Model model = ContractModels.read("""
                unravel: 1
                name: late
                space: {q: qubit}
                hamiltonian: sz/2
                baths:
                  b:
                    channels:
                      z: {operator: sz, rate: 0.1 + 9.9*step(t - 5), heat: 0}
                initial: {q: e}
                time: {end: 10, points: 101}
                """);
        // σ_z² = 1: the jumps are a Poisson process of the given rate, whatever the state. The integral of the rate is what the forecast counts.
        double expected = 0.1 * 5 + 10 * 5;
        // Steps are at most a grid interval and are taken at their middle, so that one of them may be counted wrongly.
        assertEquals(expected, ModelShape.of(model).jumpForecast().total(), 10 * 0.1);
    }

    /** A hundred trajectories do not pay for tables, a million do. */
    @Test
    void setUpCountsWhereTrajectoriesAreFew() {
        Model few = EngineCosts.read("jaynes-cummings");
        assertEquals(GridEngine.NAME, Engines.forecasts(Engines.shape(few)).get(0).engine());
        EngineForecast grid = GridForecast.of(ModelShape.of(EngineCosts.read("reaction-coordinate")));
        EngineForecast renewal = RenewalForecast.of(ModelShape.of(EngineCosts.read("reaction-coordinate")));
        assertTrue(grid.nanoseconds(100) < renewal.nanoseconds(100));
        assertTrue(grid.nanoseconds(1_000_000) > renewal.nanoseconds(1_000_000));
    }

    /** Rabi frequencies far beyond the grid: tables grow with them, and so must their forecast. */
    @Test
    void memoryOfFastOscillationsIsForecast() {
        for (double rabi : new double[] {1, 10, 100, 1000}) {
            Model model = ContractModels.read("""
                    unravel: 1
                    name: fast
                    space: {q: qubit}
                    hamiltonian: RABI*sx/2
                    baths:
                      b:
                        channels:
                          down: {operator: sm, rate: 0.5, heat: -1}
                    initial: {q: g}
                    time: {end: 10, points: 21}
                    observables: {excited: "proj(q, e)"}
                    """.replace("RABI", Double.toString(rabi)));
            double bytes = RenewalTables.of(model, PostJumpStates.of(model)).bytes();
            assertNear(bytes, RenewalForecast.of(ModelShape.of(model)).memoryBytes(), FORECAST, "Rabi frequency " + rabi + ", bytes");
        }
    }
}
