package org.unravel.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unravel.ModelText;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.GroupedWaitingTimes;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.ensemble.WaitingTimes;
import org.unravel.exact.Effort;
import org.unravel.exact.WorkBudget;
import org.unravel.statistics.WeightTable;
import org.unravel.model.Model;
import org.unravel.validation.ValidationReport.Verdict;

/** Waiting times where every trajectory has the same number of pairs, so that the numbers in the cells add up to a constant. */
class WaitingTimeTestTest {

    private static final long N = 64_000;

    /** The sum of 64 probabilities rounds by up to 64 ulp; times N in the exponent that is 64 · 2.2e-16 · 64 000 of the p-value. */
    private static final double ROUNDING = 1e-9;

    /** A single false alarm in a hundred choices of the seed. */
    private static final double PASSED = 0.01;

    /** A cascade of two decays; at the end all but e^{−0.7·end} trajectories are in the ground state. */
    private static final String CASCADE = """
            unravel: 1
            name: cascade
            parameters: {slow: 0.7, end: 25}
            space: {a: levels(3)}
            hamiltonian: proj(a, 1) + 2.5*proj(a, 2)
            baths:
              vacuum:
                temperature: 0
                channels:
                  upper: {operator: "op(a, 1, 2)", rate: 1, heat: -1.5}
                  lower: {operator: "op(a, 0, 1)", rate: slow, heat: -1}
            initial: {a: 2}
            time: {end: end, points: 11}
            """;

    /** One pair in every trajectory but the first {@code none}, in a bin that is drawn with equal chances from the first so many. */
    private static GroupedWaitingTimes sampled(int bins, long none) {
        SplittableRandom random = new SplittableRandom(7);
        long[] counts = new long[GroupedWaitingTimes.GROUP_COUNT * WaitingTimes.BIN_COUNT];
        for (long i = none; i < N; i++) {
            counts[(int) (i % GroupedWaitingTimes.GROUP_COUNT) * WaitingTimes.BIN_COUNT + random.nextInt(bins)]++;
        }
        return new GroupedWaitingTimes(new WeightTable[][] {{WeightTable.ofCounts(counts)}});
    }

    /** So many pairs in a trajectory, of equal chances in all bins. */
    private static Finding judged(GroupedWaitingTimes delays, double pairs, double mostPairs) {
        double[] expected = new double[WaitingTimes.BIN_COUNT];
        java.util.Arrays.fill(expected, pairs / WaitingTimes.BIN_COUNT);
        return new WaitingTimeTest(Subject.of(Subject.Kind.WAITING_TIMES, "w"), delays, expected, 0, 0, N, mostPairs, 1).finding();
    }

    @Test
    void aNumberOfPairsThatDoesNotScatterIsNoDefect() {
        Finding found = judged(sampled(WaitingTimes.BIN_COUNT, 0), 1, 1);
        assertEquals(Finding.Kind.CHANCE, found.kind());
        assertTrue(found.pValue() > PASSED, found::toString);
        assertEquals(1, found.elementary().size());
        // ten trajectories without a pair, of ten expected: a number that is not normal
        Finding few = judged(sampled(WaitingTimes.BIN_COUNT, 10), 1 - 10.0 / N, 1);
        assertTrue(few.pValue() > PASSED, few::toString);
    }

    /** In 60 of 64 bins: each of the first cells has 6 % too many, 6 standard errors of 10 000. */
    @Test
    void delaysOfTheWrongLawAreFoundAllTheSame() {
        assertTrue(judged(sampled(WaitingTimes.BIN_COUNT - 4, 0), 1, 1).pValue() < ValidationReport.FAMILY_WISE_RATE / 1000);
    }

    /** A number of pairs of 0 or 1 with the mean 0.9995: 1 in all of N has the chance 0.9995^N, e^{−32} but for e^{−0.008}; counted twice. */
    @Test
    void aConstantNumberMustBeLikely() {
        Finding found = judged(sampled(WaitingTimes.BIN_COUNT, 0), 0.9995, 1);
        double off = 0.0005 - Sample.TOLERANCE;
        assertEquals(2 * Math.exp(-N * off), found.pValue(), ROUNDING * found.pValue());
        assertTrue(found.pValue() >= Math.pow(0.9995, N));
        // up to ten pairs in a trajectory: a tenth of the trajectories may hold what is missing
        assertEquals(2 * Math.exp(-N * off / 10), judged(sampled(WaitingTimes.BIN_COUNT, 0), 0.9995, 10).pValue(), ROUNDING);
    }

    /** A channel that never fires where 64 000 pairs are expected. */
    @Test
    void missingPairsAreFound() {
        Finding found = judged(new GroupedWaitingTimes(new WeightTable[1][1]), 1, 20);
        assertEquals(Finding.Kind.CHANCE, found.kind());
        assertTrue(found.pValue() < ValidationReport.FAMILY_WISE_RATE / 1000, found::toString);
    }

    /** Eight fixed seeds: at 1e-3 for each, all pass with 99 % or more. Of 20 000 trajectories 2e-3, 11 and 5e-8 are left in an upper level. */
    @ParameterizedTest
    @CsvSource({"25", "12.5", "40"})
    void finishedCascadesAreConsistent(String end) {
        Model model = ModelText.read(CASCADE, Map.of("end", end));
        Reference reference = Reference.solve(model, WorkBudget.of(Effort.MODERATE), Optional.empty());
        for (long seed = 1; seed <= 8; seed++) {
            ValidationReport report = Validation.judge(model, sample(model, seed), reference);
            assertEquals(Verdict.CONSISTENT, report.verdict(), report::toString);
        }
    }

    @Test
    void aSlowerCascadeIsFoundByItsDelays() {
        Model right = ModelText.read(CASCADE, Map.of());
        ValidationReport report = Validation.judge(right, sample(ModelText.read(CASCADE, Map.of("slow", "0.65")), 1),
                Reference.solve(right, WorkBudget.of(Effort.MODERATE), Optional.empty()));
        assertEquals(List.of(TestResult.Outcome.FAILED), report.tests().stream()
                .filter(t -> t.name().equals("waiting times vacuum.upper to vacuum.lower")).map(TestResult::outcome).toList());
    }

    private static EnsembleResult sample(Model model, long seed) {
        return Sampling.run(model, new RunPlan(20_000, seed, 2, EngineChoice.AUTO), Progress.NONE);
    }
}
