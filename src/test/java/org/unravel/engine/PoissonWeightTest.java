package org.unravel.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.model.Model;
import org.unravel.statistics.StatisticalTests;

/**
 * Weights of records whose law is known in closed form: unitary jump operators make every jump a point of a Poisson process of rate γ = γ_x + γ_z,
 * whatever the state, and every channel comes with probability γ_k/γ. So S = e^{−γτ}, F = e^{−γT} and c̄ = (c_x γ_x + c_z γ_z)/γ, and a record of
 * n_x + n_z ≥ 1 jumps up to t has Λ = (b c_x/c̄)^{n_x} (b c_z/c̄)^{n_z} e^{−(b−1)γt}/(1 − F^b), one without any (e^{−bγt} − F^b)/((1 − F^b) e^{−γt}).
 */
class PoissonWeightTest {

    private static final double B = 2;
    private static final double[] RATES = {0.5, 0.3};
    private static final double[] FACTORS = {3, 1};
    private static final double SHARE = 0.2;
    private static final double END = 1;
    private static final double RATE = RATES[0] + RATES[1];
    private static final double MEAN_FACTOR = (FACTORS[0] * RATES[0] + FACTORS[1] * RATES[1]) / RATE;
    private static final double END_SURVIVAL = Math.exp(-RATE * END);
    private static final String MODEL = """
            unravel: 1
            name: poisson
            space: {q: qubit}
            hamiltonian: sz/2
            baths:
              b:
                channels: {x: {operator: sx, rate: 0.5, heat: 0}, z: {operator: sz, rate: 0.3, heat: 0}}
            initial: {q: e}
            time: {end: 1, points: 7}
            ensemble:
              bias: {jumps: 2, channels: {b.x: 3}, first-jump: certain, plain: 0.2}
            """;
    private static final long SEED = 7;
    private static final int TRAJECTORIES = 40_000;
    /** Λ has some 60 factors of rounding 1e-14 for survivals and times, and w ≤ 5 divides by it at most 5 times: far below this. */
    private static final double ROUNDING = 1e-10;
    /** Mean weights of 3 engines at 6 grid times, after 1 to 4 jumps, and twice at the end, all together 1e-4. */
    private static final double BOUND = StatisticalTests.sidakThreshold(1e-4, 3 * (6 + 4 + 2));
    private static final int MOST_JUMPS = 4;

    /** n_x, n_z and the time t up to which they are counted. */
    private record Counts(int x, int z, double t) {

        static Counts of(List<RecordedTrajectories.Jump> jumps, double t) {
            int[] n = new int[2];
            jumps.stream().filter(jump -> jump.time() <= t).forEach(jump -> n[jump.channel()]++);
            return new Counts(n[0], n[1], t);
        }
    }

    private static double ratio(Counts c) {
        double a = 1 - Math.pow(END_SURVIVAL, B);
        return c.x + c.z == 0 ? Math.max(0, (Math.exp(-B * RATE * c.t) - Math.pow(END_SURVIVAL, B)) / a * Math.exp(RATE * c.t))
                : product(c, B, FACTORS[0] / MEAN_FACTOR, FACTORS[1] / MEAN_FACTOR) / a;
    }

    private static double product(Counts c, double b, double x, double z) {
        return Math.pow(b * x, c.x) * Math.pow(b * z, c.z) * Math.exp(-(B - 1) * RATE * c.t);
    }

    private static double weight(double ratio) {
        return 1 / (SHARE + (1 - SHARE) * ratio);
    }

    private static RecordedTrajectories records(EngineChoice engine) {
        Model model = ContractModels.read(MODEL);
        return RecordedTrajectories.of(model, Engines.create(model, engine), SEED, TRAJECTORIES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grid", "renewal", "sparse", "ladder"})
    void weightsAreThoseOfThePoissonProcess(EngineChoice engine) {
        RecordedTrajectories shown = records(engine);
        for (int i = 0; i < TRAJECTORIES; i++) {
            List<RecordedTrajectories.Jump> jumps = shown.jumps(i);
            for (int p = 0; p < 7; p++) {
                assertEquals(weight(ratio(Counts.of(jumps, p * END / 6))), shown.weight(i, p), ROUNDING, "trajectory " + i + " at grid point " + p);
            }
            for (RecordedTrajectories.Jump jump : jumps) {
                assertEquals(weight(ratio(Counts.of(jumps, jump.time()))), jump.weight(), ROUNDING, "trajectory " + i + " at t = " + jump.time());
            }
        }
    }

    /** E[w] = 1 at every grid time, and after n jumps or at the end, whichever comes first: w is a martingale. */
    @ParameterizedTest
    @ValueSource(strings = {"grid", "renewal", "sparse", "ladder"})
    void meanWeightIsOne(EngineChoice engine) {
        RecordedTrajectories shown = records(engine);
        for (int p = 1; p < 7; p++) {
            int point = p;
            assertTrue(score(i -> shown.weight(i, point)) < BOUND, "grid point " + p);
        }
        for (int n = 1; n <= MOST_JUMPS; n++) {
            int last = n - 1;
            double z = score(i -> last < shown.jumps(i).size() ? shown.jumps(i).get(last).weight() : shown.weight(i, 6));
            assertTrue(z < BOUND, "after jump " + n + ": z = " + z);
        }
    }

    /** A weight that leaves out a factor of the law is found from the means of 1 and of n_x, which is γ_x T, at the end of the same records. */
    @ParameterizedTest
    @ValueSource(strings = {"grid", "renewal", "sparse", "ladder"})
    void weightThatForgetsAFactorIsFound(EngineChoice engine) {
        RecordedTrajectories shown = records(engine);
        double a = 1 - Math.pow(END_SURVIVAL, B);
        double x = FACTORS[0] / MEAN_FACTOR;
        double z = FACTORS[1] / MEAN_FACTOR;
        assertFound("c_k/c̄", shown, c -> c.x + c.z == 0 ? ratio(c) : product(c, B, 1, 1) / a);
        assertFound("b", shown, c -> c.x + c.z == 0 ? ratio(c) : product(c, 1, x, z) / a);
        assertFound("F", shown, c -> product(c, B, x, z));
        assertTrue(endScore(shown, PoissonWeightTest::ratio) < BOUND, "the right one passes");
    }

    private static void assertFound(String forgotten, RecordedTrajectories shown, ToDoubleFunction<Counts> ratio) {
        double z = endScore(shown, ratio);
        assertTrue(z > BOUND, "a weight without " + forgotten + " passed: z = " + z);
    }

    private static double endScore(RecordedTrajectories shown, ToDoubleFunction<Counts> ratio) {
        double one = score(i -> weight(ratio.applyAsDouble(Counts.of(shown.jumps(i), END))));
        double jumps = score(i -> {
            Counts c = Counts.of(shown.jumps(i), END);
            return weight(ratio.applyAsDouble(c)) * c.x / (RATES[0] * END);
        });
        return Math.max(one, jumps);
    }

    /** |mean − 1| in units of its standard error. */
    private static double score(IntToDoubleFunction weights) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < TRAJECTORIES; i++) {
            double w = weights.applyAsDouble(i);
            sum += w - 1;
            squares += (w - 1) * (w - 1);
        }
        double mean = sum / TRAJECTORIES;
        return Math.abs(mean) / Math.sqrt((squares / TRAJECTORIES - mean * mean) / (TRAJECTORIES - 1));
    }
}
