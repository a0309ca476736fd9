package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.unravel.ModelText;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;
import org.unravel.model.TimeGrid;

/** The long run without a matrix: against matrices of the same model, and against closed forms where there is no other way. */
class KrylovPeriodSolverTest {

    /** Residuals of 1e-12 to 1e-10, and what the slowest relaxation makes of them. */
    private static final double FOUND = 1e-8;

    private static final String CAVITY = """
            unravel: 1
            name: cavity
            parameters: {levels: 40, drive: 0.6, kappa: 1, n: 0, detuning: 0.3}
            space: {c: boson(levels)}
            hamiltonian: detuning*num + drive*(a + adag)
            energy: num
            baths:
              mirror: {channels: {loss: {operator: a, rate: kappa*(n + 1), heat: -1}, gain: {operator: adag, rate: kappa*n, heat: 1}}}
            initial: {c: 0}
            time: {end: 10, points: 2}
            observables: {photons: num, field: a + adag}
            """;

    /** A driven damped mode is in the coherent state α = −iF/(κ/2 + iΔ): Poissonian clicks at κ|α|², on 1600 numbers that no matrix is made of. */
    @Test
    void drivenModeIsCoherent() {
        Model model = ModelText.read(CAVITY);
        LongTimeStatistics statistics = LongTimeStatistics.of(model);
        assertTrue(statistics instanceof PeriodicStatistics);
        double photons = 0.36 / (0.25 + 0.09);
        assertEquals(photons, statistics.means().get("photons"), FOUND);
        // 2 Re α = −2FΔ/(κ²/4 + Δ²)
        assertEquals(-2 * 0.6 * 0.3 / 0.34, statistics.means().get("field"), FOUND);
        CurrentStatistics.Current clicks = statistics.current(CountingModels.jumps(model, 0, 0));
        assertEquals(photons, clicks.mean(), FOUND);
        assertEquals(photons, clicks.noise(), 10 * FOUND);
        assertEquals(-photons, statistics.powers().get("heat.mirror"), FOUND);
        assertTrue(statistics.notes().get(0).startsWith("found without a matrix, on 1600 numbers"), statistics.notes().toString());
        LongTimeStatistics wrong = LongTimeStatistics.of(ModelText.read(CAVITY, Map.of("kappa", "1.001")));
        assertTrue(Math.abs(wrong.means().get("photons") - photons) > 1e4 * FOUND);
    }

    /** The same problem both ways: fifteen levels of it are solved by elimination in 32 digits. */
    @Test
    void agreesWithElimination() {
        Model model = ModelText.read(CAVITY, Map.of("levels", "17", "n", "0.1"));
        LongTimeStatistics direct = CurrentStatistics.of(model);
        LongTimeStatistics found = PeriodicStatistics.of(model);
        assertTrue(found.notes().get(0).startsWith("found without a matrix"), found.notes().toString());
        direct.means().forEach((name, mean) -> assertEquals(mean, found.means().get(name), FOUND, name));
        for (CountedQuantity counted : CountedQuantity.allOf(model)) {
            assertEquals(direct.current(counted).mean(), found.current(counted).mean(), FOUND, counted.name());
            assertEquals(direct.current(counted).noise(), found.current(counted).noise(), FOUND, counted.name());
        }
    }

    /** In the lab frame the drive turns and 17² numbers have no matrix either. */
    @Test
    void drivenModeInTheLabFrame() {
        String lab = CAVITY.replace("detuning*num + drive*(a + adag)", "(2 + detuning)*num + drive*(exp(2*i*t)*a + exp(-2*i*t)*adag)").replace("{end: 10, points: 2}", "{end: 10, points: 2}\nperiod: pi");
        Model model = ModelText.read(lab, Map.of("levels", "17", "n", "0.1"));
        LongTimeStatistics found = LongTimeStatistics.of(model);
        LongTimeStatistics direct = CurrentStatistics.of(ModelText.read(CAVITY, Map.of("levels", "17", "n", "0.1")));
        assertEquals(direct.means().get("photons"), found.means().get("photons"), FOUND);
        CountedQuantity heat = CountedQuantity.heat(model);
        assertEquals(direct.current(heat).mean(), found.current(heat).mean(), FOUND);
        assertEquals(direct.current(heat).noise(), found.current(heat).noise(), FOUND);
    }

    /** Far more levels than 32 are solved by elimination where the start leads to populations alone. */
    @Test
    void populationsOfManyLevelsAreFew() {
        Model model = ModelText.read(CAVITY, Map.of("levels", "120", "drive", "0", "n", "0.8"));
        LongTimeStatistics statistics = LongTimeStatistics.of(model);
        assertTrue(statistics instanceof CurrentStatistics);
        // (n/(n + 1))^120 of the ladder is missing: 1e-42
        assertEquals(0.8, statistics.means().get("photons"), 1e-13);
    }

    @Test
    void startThatDecidesIsRefused() {
        Model model = ModelText.read("""
                unravel: 1
                name: apart
                space: {c: boson(12), q: levels(3)}
                hamiltonian: num(c) + 0.3*(a(c) + adag(c)) + 0.2*proj(q, 1)*num(c) + 0.1*(op(q, 0, 2) + op(q, 2, 0))
                energy: num(c)
                baths: {b: {channels: {loss: {operator: a(c), rate: 1, heat: -1}}}}
                initial: {c: 0, q: "level(0) + level(1)"}
                time: {end: 10, points: 2}
                """);
        ModelException e = assertThrows(ModelException.class, () -> PeriodicStatistics.of(model, new WorkBudget(1e10)));
        assertEquals(Reason.GAVE_UP, e.reason());
        assertTrue(e.getMessage().contains("came to no end: expected a residual of at most"), e.getMessage());
    }

    /** A relaxation of 1e-9 per time beside frequencies of 1 takes more than may be spent. */
    @Test
    void whatDoesNotConvergeIsRefusedWithItsResidual() {
        Model model = ModelText.read(CAVITY, Map.of("levels", "17", "kappa", "1e-9")).withTime(new TimeGrid(0, 10, 2));
        ModelException e = assertThrows(ModelException.class, () -> PeriodicStatistics.of(model, new WorkBudget(1e9)));
        assertEquals(Reason.GAVE_UP, e.reason());
        assertTrue(e.getMessage().startsWith("the search for the state that repeats came to no end: expected a residual of at most 1.0e-10, found "), e.getMessage());
    }

    @Test
    void residualIsComputedFromWhatIsFound() {
        double[][] matrix = {{2, 1, 0}, {0, 3, -1}, {1, 0, 1}};
        double[] b = {1, -2, 0.5};
        Gmres.Solution found = Gmres.solve(x -> times(matrix, x), b, new double[3], 3, 1e-14);
        assertTrue(found.residual() < 1e-14, () -> "found " + found.residual());
        double[] back = times(matrix, found.x());
        for (int i = 0; i < 3; i++) {
            assertEquals(b[i], back[i], 1e-13);
        }
        // two products are not enough for three unlike eigenvalues
        assertTrue(Gmres.solve(x -> times(matrix, x), b, new double[3], 2, 1e-14).residual() > 1e-3);
    }

    private static double[] times(double[][] a, double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < y.length; j++) {
                y[i] += a[i][j] * x[j];
            }
        }
        return y;
    }
}
