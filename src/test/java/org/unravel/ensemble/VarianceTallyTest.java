package org.unravel.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unravel.ModelText;
import org.unravel.engine.EngineChoice;
import org.unravel.model.Model;
import org.unravel.model.WeightSign;
import org.unravel.modelfile.ModelReader;
import org.unravel.trajectory.Recording;

/** Variances, covariances and their standard errors against closed forms and against their own scatter. */
class VarianceTallyTest {

    private static final int REPETITIONS = 4000;
    private static final int SIZE = 300;
    private static final double[] UNITS = DoubleStream.generate(() -> 1).limit(SIZE).toArray();

    private static VarianceEstimate variance(double[] a, double[] w, WeightSign sign) {
        MomentSums sums = new MomentSums(1, sign, 0);
        sums.setPivot(0, a[0]);
        sums.add(0, 0, a, w, a.length);
        return new VarianceEstimate(a.length, sums.moments(), sums.squareMoments(), sign != WeightSign.NONE);
    }

    private static CovarianceEstimate covariance(double[] a, double[] b, double[] w, WeightSign sign) {
        CrossSums sums = new CrossSums(1, sign);
        sums.setPivots(0, a[0], b[0]);
        sums.add(0, 0, a, b, w, a.length);
        return new CovarianceEstimate(a.length, sums.moments(), sums.squareMoments(), sign != WeightSign.NONE);
    }

    /**
     * Over 4000 samples of 300 pairs the mean of an unbiased estimate is the truth within five standard errors, and its scatter, known to 1/√8000 = 1.1 %, is the standard
     * error that is shown: within 6 % where weights are 1 (5 spreads), and within 8 % of weighted ones, whose formula holds to first order in 1/N.
     * Planted errors: weights forgotten, the fourth moment of a normal law, a covariance without that of the spreads.
     */
    @ParameterizedTest
    @CsvSource({"NONE, 0.06", "POSITIVE, 0.08", "SIGNED, 0.08"})
    void standardErrorsAreTheScatter(WeightSign sign, double tolerance) {
        boolean weighted = sign != WeightSign.NONE;
        SplittableRandom random = new SplittableRandom(12);
        double[] sum = new double[2];
        double[] square = new double[2];
        double[] error = new double[2];
        double[] forgotten = new double[2];
        for (int r = 0; r < REPETITIONS; r++) {
            double[] a = new double[SIZE];
            double[] b = new double[SIZE];
            double[] w = new double[SIZE];
            for (int i = 0; i < SIZE; i++) {
                // Var a = 1/12, Cov(a, b) = 0.5/12; weights hang together with neither
                double u = random.nextDouble();
                a[i] = u;
                b[i] = 0.5 * u + 0.4 * random.nextDouble();
                w[i] = weight(sign, random);
            }
            VarianceEstimate own = variance(a, w, sign);
            CovarianceEstimate both = covariance(a, b, w, sign);
            double[] found = {own.variance(0), both.covariance(0)};
            double[] shown = {own.standardError(0), both.standardError(0)};
            // the planted error: weights forgotten, or the fourth moment of a normal law
            double[] wrong = {weighted ? variance(a, w, WeightSign.NONE).standardError(0) : own.variance(0) * Math.sqrt(2.0 / SIZE),
                    weighted ? covariance(a, b, UNITS, WeightSign.NONE).standardError(0) : both.covariance(0) / Math.sqrt(SIZE)};
            for (int k = 0; k < 2; k++) {
                sum[k] += found[k];
                square[k] += found[k] * found[k];
                error[k] += shown[k] * shown[k];
                forgotten[k] += wrong[k] * wrong[k];
            }
        }
        double[] truth = {1.0 / 12, 0.5 / 12};
        for (int k = 0; k < 2; k++) {
            double mean = sum[k] / REPETITIONS;
            double scatter = Math.sqrt(square[k] / REPETITIONS - mean * mean);
            double slack = weighted ? truth[k] / SIZE : 0;
            assertEquals(truth[k], mean, 5 * scatter / Math.sqrt(REPETITIONS) + slack);
            assertEquals(scatter, Math.sqrt(error[k] / REPETITIONS), tolerance * scatter);
            assertTrue(Math.abs(scatter - Math.sqrt(forgotten[k] / REPETITIONS)) > tolerance * scatter, "a wrong error bar would pass: " + k);
        }
    }

    /** 1 on the mean, with a mean square of 2 where there are weights. */
    private static double weight(WeightSign sign, SplittableRandom random) {
        return switch (sign) {
            case NONE -> 1;
            case POSITIVE -> -Math.log(1 - random.nextDouble());
            case SIGNED -> random.nextInt(5) == 0 ? -1 : 1.5;
        };
    }

    /** A channel that fires at a constant rate whatever the state: Poisson, so the variance is rate · t; two of them are independent. */
    @Test
    void poissonNumbers() {
        Model model = ModelText.read("""
                unravel: 1
                name: poisson
                space: {q: qubit}
                hamiltonian: 0.3*sx
                baths:
                  one: {channels: {z: {operator: sz, rate: 0.7, heat: 0.5}}}
                  two: {channels: {x: {operator: sx, rate: 1.3, heat: -2}}}
                initial: {q: e}
                time: {end: 4, points: 5}
                """);
        Recording counted = Recording.of(List.of("heat.counted", "heat.counted.one", "heat.counted.two"));
        EnsembleResult result = Sampling.run(model, new RunPlan(20_000, 2, 2, EngineChoice.AUTO, counted, Optional.empty(), Optional.empty()), Progress.NONE);
        Map<String, Double> perTime = Map.of("heat.counted", 0.7 * 0.25 + 1.3 * 4, "heat.counted.one", 0.7 * 0.25, "heat.counted.two", 1.3 * 4, "jumps.one.z", 0.7, "jumps.two.x",
                1.3, "heat.counted.one|heat.counted.two", 0.0);
        assertEquals(perTime.keySet(), Set.copyOf(result.variances().stream().map(VarianceCurve::name).toList()));
        for (VarianceCurve curve : result.variances()) {
            assertEquals(0, curve.variance()[0], 0);
            for (int i = 1; i < 5; i++) {
                // 24 comparisons at 4.5 standard errors: once in 6000 seeds
                assertEquals(perTime.get(curve.name()) * i, curve.variance()[i], 4.5 * curve.standardError()[i], curve.name() + " at " + i);
                assertTrue(curve.standardError()[i] > 0);
            }
        }
        VarianceCurve jumps = result.variances().stream().filter(c -> c.name().equals("jumps.two.x")).findFirst().orElseThrow();
        // κ₄ = λt: se² = (λt + 2(λt)²)/n
        double expected = Math.sqrt((1.3 * 4 + 2 * 1.3 * 4 * 1.3 * 4) / 20_000);
        assertEquals(expected, jumps.standardError()[4], 0.05 * expected);
    }

    /** In eigenstates of H nothing drifts and every jump changes the energy by its quantum: heats of baths are their counted heats, in every trajectory. */
    @Test
    void heatsOfBathsInEigenstates() {
        Model model = ModelText.read("""
                unravel: 1
                name: eigenstates
                space: {q: qubit}
                hamiltonian: sz
                baths:
                  one: {channels: {down: {operator: sm, rate: 0.7, heat: -2}, up: {operator: sp, rate: 0.2, heat: 2}}}
                  two: {channels: {up: {operator: sp, rate: 1.3, heat: 2}}}
                initial: {q: e}
                time: {end: 4, points: 5}
                """);
        Map<String, VarianceCurve> found = Sampling.run(model, new RunPlan(500, 2, 2, EngineChoice.AUTO), Progress.NONE).variances().stream()
                .collect(Collectors.toMap(VarianceCurve::name, c -> c));
        for (String bath : List.of("one", "two")) {
            VarianceCurve counted = found.get("heat.counted." + bath);
            assertTrue(counted.variance()[4] > 1);
            assertArrayEquals(counted.variance(), found.get("heat." + bath).variance(), 1e-10);
            assertArrayEquals(counted.standardError(), found.get("heat." + bath).standardError(), 1e-10);
        }
    }

    @Test
    void onlyWhatIsRecorded() {
        Model model = ModelReader.readShipped("heat-exchange", Map.of());
        RunPlan plan = new RunPlan(100, 2, 1, EngineChoice.AUTO, Recording.of(List.of("heat.counted")), Optional.empty(), Optional.empty());
        assertEquals(List.of("heat.counted"), Sampling.run(model, plan, Progress.NONE).variances().stream().map(VarianceCurve::name).toList());
        RunPlan none = new RunPlan(100, 2, 1, EngineChoice.AUTO, Recording.none(), Optional.empty(), Optional.empty());
        assertEquals(List.of(), Sampling.run(model, none, Progress.NONE).variances());
    }

    /** Quanta of 1e-6 and 1e3 at equal rates: the covariance is that of quanta of 1, times both, to the rounding of sums. */
    @Test
    void scalesOfTheirOwn() {
        VarianceCurve alike = covariance("1", "1");
        VarianceCurve apart = covariance("1e-6", "1e3");
        for (int i = 1; i < 5; i++) {
            assertEquals(alike.variance()[i] * 1e-3, apart.variance()[i], 1e-12);
            assertEquals(alike.standardError()[i] * 1e-3, apart.standardError()[i], 1e-12);
        }
        assertTrue(Math.abs(alike.variance()[4]) > 10 * alike.standardError()[4], "jumps that alternate hang together");
    }

    private static VarianceCurve covariance(String first, String second) {
        Model model = ModelText.read("""
                unravel: 1
                name: pair
                space: {q: qubit}
                hamiltonian: 0*sz
                baths:
                  one: {channels: {down: {operator: sm, rate: 0.7, heat: -FIRST}}}
                  two: {channels: {up: {operator: sp, rate: 1.3, heat: SECOND}}}
                initial: {q: e}
                time: {end: 4, points: 5}
                """.replace("FIRST", first).replace("SECOND", second));
        return last(model);
    }

    /** A quantum that vanishes at every grid time: the covariance does not hang on what it is there. */
    @Test
    void quantaThatVanishAtGridTimes() {
        String drifting = """
                unravel: 1
                name: drifting
                space: {q: qubit}
                hamiltonian: 0*sz
                baths:
                  one: {channels: {down: {operator: sm, rate: 0.7, heat: -sin(pi*t)}}}
                  two: {channels: {up: {operator: sp, rate: 1.3, heat: 1}}}
                initial: {q: e}
                time: {end: 4, points: POINTS}
                """;
        VarianceCurve coarse = last(ModelText.read(drifting.replace("POINTS", "5")));
        VarianceCurve fine = last(ModelText.read(drifting.replace("POINTS", "9")));
        for (int i = 1; i < 5; i++) {
            // the same trajectories; the sums are rounded in another order at most
            assertEquals(fine.variance()[2 * i], coarse.variance()[i], 1e-11);
            assertEquals(fine.standardError()[2 * i], coarse.standardError()[i], 1e-11);
        }
        assertTrue(coarse.standardError()[4] > 1e-4 && coarse.standardError()[4] < 0.1, "5000 trajectories of order 1");
    }

    /** A single trajectory that weighs anything has no variance, whatever rounding leaves of Σw − Σw²/Σw. */
    @Test
    void oneWeightIsNoSample() {
        for (int r = 1; r < 200; r++) {
            double[] a = {1, 2, 5};
            double[] w = {0, 0.1 * r, 0};
            assertTrue(Double.isNaN(variance(a, w, WeightSign.POSITIVE).variance(0)), "weight " + w[1]);
            assertTrue(Double.isNaN(covariance(a, a, w, WeightSign.POSITIVE).covariance(0)), "weight " + w[1]);
        }
    }

    private static VarianceCurve last(Model model) {
        EnsembleResult result = Sampling.run(model, new RunPlan(5000, 2, 1, EngineChoice.AUTO), Progress.NONE);
        return result.variances().get(result.variances().size() - 1);
    }
}
