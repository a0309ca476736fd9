package org.unravel.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.engine.AlteredModel;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.VarianceCurve;
import org.unravel.exact.CountingStatistics;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.modelfile.ModelReader;
import org.unravel.statistics.JointAtom;
import org.unravel.trajectory.Recording;

/** {@code moments.csv}: sampled variances and covariances beside those of the moment hierarchy. */
class MomentsTest {

    /** Three baths, whose pairs are no sum of all. */
    private static final String THREE = "driven-three-level";

    private static RunOutcome run(String name, int trajectories, Recording recording) {
        Model model = ModelReader.readShipped(name, Map.of());
        return Run.of(model).with(new RunPlan(trajectories, 5, 2, EngineChoice.AUTO, recording)).execute();
    }

    /** Those of what is counted: the variance of the heat of a bath does not follow from the state. */
    private static List<VarianceCurve> counted(RunOutcome outcome) {
        Set<String> heats = outcome.report().model().baths().stream().map(Quantity::heat).collect(Collectors.toSet());
        List<VarianceCurve> all = outcome.report().result().variances();
        assertTrue(all.stream().anyMatch(c -> heats.contains(c.name())), "heats of baths have variances too");
        return all.stream().filter(c -> !heats.contains(c.name())).toList();
    }

    /** Some 1500 comparisons that hang together closely in time: 5.5 standard errors are passed by chance once in 10⁴ seeds at most. */
    @ParameterizedTest
    @ValueSource(strings = {"heat-exchange", THREE, "rare-heat"})
    void sampledVariancesAreTheExactOnes(String name) {
        RunOutcome outcome = run(name, 10_000, Recording.all());
        CountingStatistics exact = outcome.report().counting();
        int compared = 0;
        for (VarianceCurve curve : counted(outcome)) {
            double[] expected = exact.variances().of(curve.name()).orElseThrow();
            boolean[] marks = outcome.report().marks().of(curve);
            assertEquals(curve.variance().length, expected.length, curve.name());
            for (int i = 1; i < expected.length; i++) {
                if (!marks[i] && curve.standardError()[i] > 0) {
                    assertEquals(expected[i], curve.variance()[i], 5.5 * curve.standardError()[i], curve.name() + " at point " + i);
                    compared++;
                }
            }
        }
        assertTrue(compared > 300, compared + " comparisons");
    }

    /** The planted error: a rate that is off by a half, beside the variances of the right model; and no covariance at all, where heat goes from bath to bath. */
    @Test
    void aRateThatIsOffIsCaught() {
        Model model = ModelReader.readShipped("heat-exchange", Map.of());
        Model wrong = AlteredModel.rateTimes(model, "hot", "absorption", 1.5);
        CountingStatistics exact = run("heat-exchange", 64, Recording.all()).report().counting();
        for (VarianceCurve curve : counted(Run.of(wrong).with(new RunPlan(10_000, 5, 2, EngineChoice.AUTO)).execute())) {
            double[] expected = exact.variances().of(curve.name()).orElseThrow();
            double largest = 0;
            for (int i = 1; i < expected.length; i++) {
                largest = Math.max(largest, Math.abs(curve.variance()[i] - expected[i]) / curve.standardError()[i]);
            }
            boolean hangsOnIt = curve.name().equals("heat.counted.hot") || curve.name().equals("jumps.hot.absorption");
            assertTrue(!hangsOnIt || largest > 5.5, curve.name() + ": " + largest);
            int end = expected.length - 1;
            assertTrue(curve.quantities().size() == 1 || Math.abs(curve.variance()[end]) > 5.5 * curve.standardError()[end], curve.name());
        }
    }

    /** The sampled covariance, by sums and differences on the way, against that of the atoms of the joint distribution at the end. */
    @Test
    void covarianceIsThatOfTheJointDistribution() {
        EnsembleResult result = run("heat-exchange", 5000, Recording.all()).report().result();
        double product = 0;
        double first = 0;
        double second = 0;
        for (JointAtom atom : result.fluctuations().jointHeat().orElseThrow().atoms()) {
            product += atom.probability() * atom.first() * atom.second();
            first += atom.probability() * atom.first();
            second += atom.probability() * atom.second();
        }
        VarianceCurve covariance = result.variances().get(result.variances().size() - 1);
        assertEquals("heat.counted.hot|heat.counted.cold", covariance.name());
        assertEquals((product - first * second) * 5000 / 4999, covariance.variance()[200], 1e-11);
    }

    @Test
    void theFileHoldsWhatIsRecorded(@TempDir Path directory) throws IOException {
        run("heat-exchange", 64, Recording.of(List.of("heat.counted"))).write(directory);
        List<String> lines = Files.readAllLines(directory.resolve("moments.csv"));
        assertEquals("t,quantity,variance,variance.se,variance.exact,mark", lines.get(0));
        assertEquals(202, lines.size());
        assertTrue(lines.stream().skip(1).allMatch(l -> l.split(",")[1].equals("heat.counted")));
        assertEquals(List.of("0.0", "heat.counted", "0.0"), List.of(lines.get(1).split(",")).subList(0, 3));
    }

    @Test
    void withoutCurvesThereIsNone(@TempDir Path directory) throws IOException {
        RunOutcome outcome = run("heat-exchange", 64, Recording.none());
        outcome.write(directory);
        assertFalse(Files.exists(directory.resolve("moments.csv")));
        assertEquals(Map.of(), outcome.report().counting().variances().curves());
    }
}
