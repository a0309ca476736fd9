package org.unravel.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.commons.statistics.inference.ChiSquareTest;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unravel.benchmarks.BenchmarkModels;
import org.unravel.engine.forecast.EngineForecast;
import org.unravel.engine.sector.EnergyScale;
import org.unravel.model.Model;

/**
 * All engines that take a model draw from the same distributions: independent samples, of different seeds, compared by two-sample tests. This judges
 * what the tests of single trajectories cannot, which hold an engine against its own random numbers.
 */
class EngineAgreementTest {

    /**
     * Probability that one of all tests fails where nothing is wrong, over the fixed seeds once and for all; shared out evenly (Bonferroni) among as
     * many tests as there can be: three pairs of engines, four quantities.
     */
    private static final double FALSE_ALARMS = 1e-3;
    private static final double LEAST_P_VALUE = FALSE_ALARMS / (3.0 * FinalSample.NAMES.size() * models().count());
    /** What the project promises of every engine (accuracy.md), in units of the energy scale. Engines aim at 1e-11. */
    private static final double CLOSURE = 1e-8;
    /**
     * Values closer than this, in units of the energy scale, are one atom: a hundred times the closure that engines aim at, so that rounding does not part
     * what is equal, and far below 1/n of the range of what is spread.
     */
    private static final double ATOM = 1e-9;
    /** Usual bound of the chi-square approximation: Cochran (1954), Biometrics 10, 417. */
    private static final double LEAST_EXPECTED_COUNT = 5;
    private static final long SEED = 40_000;
    private static final int MOST_TRAJECTORIES = 2000;
    private static final int LEAST_TRAJECTORIES = 64;
    /** For one model on its slowest engine, with a forecast of all that a run sums. */
    private static final double MODEL_NANOSECONDS = 4.2e8;
    /** The same for the planted rate, which so many trajectories find. */
    private static final double PLANTED_NANOSECONDS = 8e8;

    private static Stream<String> models() {
        return Stream.concat(ContractModels.names().stream(), Stream.of("w1", "w3"));
    }

    private static Model model(String name) {
        return name.startsWith("w") && name.length() == 2 ? BenchmarkModels.read(name, Map.of()) : ContractModels.model(name);
    }

    /** Fewer for a model that is slow on one of its engines, by the forecast, which is the same on every machine. */
    private static int count(List<EngineForecast> forecasts, double nanoseconds) {
        double slowest = forecasts.stream().mapToDouble(EngineForecast::nanoseconds).max().orElseThrow();
        return (int) Math.max(LEAST_TRAJECTORIES, Math.min(MOST_TRAJECTORIES, nanoseconds / slowest));
    }

    private static Map<String, FinalSample> samples(Model model, double nanoseconds) {
        Map<String, FinalSample> samples = new LinkedHashMap<>();
        List<EngineForecast> forecasts = Engines.forecasts(Engines.shape(model));
        for (EngineForecast forecast : forecasts) {
            String name = forecast.engine();
            samples.put(name, FinalSample.of(model, Engines.create(model, new EngineChoice(name)), SEED + EngineChoice.words().indexOf(name), count(forecasts, nanoseconds)));
        }
        return samples;
    }

    private static double least(FinalSample a, FinalSample b, double scale) {
        return FinalSample.NAMES.stream().mapToDouble(quantity -> pValue(a.values(quantity), b.values(quantity), ATOM * scale)).min().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("models")
    void independentSamplesHaveOneDistribution(String name) {
        Model model = model(name);
        double scale = EnergyScale.of(model);
        Map<String, FinalSample> samples = samples(model, MODEL_NANOSECONDS);
        samples.forEach((one, sample) -> {
            assertTrue(sample.worstClosure() <= CLOSURE * scale, one + " closes to " + sample.worstClosure());
            samples.forEach((other, otherSample) -> {
                double p = one.compareTo(other) < 0 ? least(sample, otherSample, scale) : 1;
                assertTrue(p >= LEAST_P_VALUE, one + " and " + other + ": p = " + p);
            });
        });
    }

    /** One of two channels of the hot bath, which makes some 6 of 29 jumps. */
    @Test
    void aRateThatIsOffByATenthIsCaughtInEveryPairOfEngines() {
        Model model = model("heat-exchange");
        Map<String, FinalSample> right = samples(model, PLANTED_NANOSECONDS);
        Map<String, FinalSample> wrong = samples(AlteredModel.rateTimes(model, "hot", "absorption", 1.1), PLANTED_NANOSECONDS);
        right.forEach((one, sample) -> wrong.forEach((other, altered) -> {
            double p = one.equals(other) ? 0 : least(sample, altered, EnergyScale.of(model));
            assertTrue(p < LEAST_P_VALUE, one + " and a wrong " + other + ": p = " + p);
        }));
    }

    /** The smaller p-value of two tests, doubled (Bonferroni). */
    private static double pValue(double[] a, double[] b, double atom) {
        long[][] counts = counts(a, b, atom);
        return Math.min(1, 2 * Math.min(kolmogorovSmirnov(counts), chiSquare(counts)));
    }

    /** How often each sample has each distinct value, shape [2][values]. Both are sorted. */
    private static long[][] counts(double[] a, double[] b, double atom) {
        double[] all = Stream.of(a, b).flatMapToDouble(Arrays::stream).sorted().toArray();
        List<long[]> counts = new ArrayList<>();
        int i = 0;
        int j = 0;
        for (int k = 0; k < all.length; k++) {
            if (k > 0 && all[k] - all[k - 1] <= atom) {
                continue;
            }
            double next = all[k];
            for (int l = k + 1; l < all.length && all[l] - next <= atom; l++) {
                next = all[l];
            }
            int fromA = i;
            int fromB = j;
            while (i < a.length && a[i] <= next) {
                i++;
            }
            while (j < b.length && b[j] <= next) {
                j++;
            }
            counts.add(new long[] {i - fromA, j - fromB});
        }
        return new long[][] {counts.stream().mapToLong(c -> c[0]).toArray(), counts.stream().mapToLong(c -> c[1]).toArray()};
    }

    /** Of the numbers of the distinct values, so that atoms are ties: they make the p-value too large, never too small. */
    private static double kolmogorovSmirnov(long[][] counts) {
        return KolmogorovSmirnovTest.withDefaults().with(PValueMethod.ASYMPTOTIC).test(numbers(counts[0]), numbers(counts[1])).getPValue();
    }

    private static double[] numbers(long[] counts) {
        return IntStream.range(0, counts.length).boxed().flatMapToDouble(v -> DoubleStream.generate(() -> v).limit(counts[v])).toArray();
    }

    /** Homogeneity of the counts, neighbours pooled to at most twenty cells of each sample's expected five or more. */
    private static double chiSquare(long[][] counts) {
        double total = Arrays.stream(counts[0]).sum() + Arrays.stream(counts[1]).sum();
        double least = Math.max(2 * LEAST_EXPECTED_COUNT, total / 20);
        List<long[]> cells = new ArrayList<>();
        long[] open = new long[2];
        for (int c = 0; c < counts[0].length; c++) {
            open[0] += counts[0][c];
            open[1] += counts[1][c];
            if (open[0] + open[1] >= least) {
                cells.add(open);
                open = new long[2];
            }
        }
        if (cells.size() < 2) {
            return 1;
        }
        cells.get(cells.size() - 1)[0] += open[0];
        cells.get(cells.size() - 1)[1] += open[1];
        long[][] table = cells.toArray(long[][]::new);
        return ChiSquareTest.withDefaults().test(table).getPValue();
    }
}
