package org.unravel.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.Curve;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.exact.ExactCurves;
import org.unravel.exact.MasterEquation;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.model.TimeFunction;
import org.unravel.model.TimeGrid;
import org.unravel.modelfile.ModelReader;
import org.unravel.validation.ValidationReport.Verdict;

/** Samples a model with one error in it and judges it by the right one: a driven qubit that makes some three jumps in a bath of 0.3 quanta. */
class PlantedErrorTest {

    /** A mean of order 1 and spread of order 1 is known to 0.5 %: the errors, 5 % and more, are ten standard errors. */
    private static final long TRAJECTORIES = 40_000;
    private static final long SEED = 1;
    private static final double FACTOR = 1.05;

    private static final Model RIGHT = model(Map.of("n", "0.3"));
    private static final ExactCurves EXACT = MasterEquation.solve(RIGHT);

    private static Model model(Map<String, String> parameters) {
        Model m = ModelReader.readShipped("lab-frame-qubit", parameters);
        return with(m, m.baths(), new TimeGrid(0, 60, 51));
    }

    private static Model with(Model m, List<Bath> baths, TimeGrid time) {
        return m.withBaths(baths).withTime(time);
    }

    private static Model altered(UnaryOperator<List<Channel>> change) {
        Bath bath = RIGHT.baths().get(0);
        List<Channel> channels = change.apply(new ArrayList<>(bath.channels()));
        return with(RIGHT, List.of(new Bath(bath.name(), bath.inverseTemperature(), channels)), RIGHT.time());
    }

    private static EnsembleResult sample(Model model) {
        return Sampling.run(model, new RunPlan(TRAJECTORIES, SEED, 2, EngineChoice.AUTO), Progress.NONE);
    }

    private static ValidationReport judge(EnsembleResult result) {
        return Validation.judge(RIGHT, result, Optional.of(EXACT));
    }

    private static void assertCaught(Model wrong, String... tests) {
        ValidationReport report = judge(sample(wrong));
        assertEquals(Verdict.INCONSISTENT, report.verdict());
        for (String name : tests) {
            assertTrue(report.tests().stream().anyMatch(t -> t.name().equals(name) && t.outcome() == TestResult.Outcome.FAILED),
                    () -> name + " in " + report);
        }
    }

    @Test
    void rightResultIsConsistentAndWorkOffByFivePercentIsNot() {
        EnsembleResult right = sample(RIGHT);
        assertEquals(Verdict.CONSISTENT, judge(right).verdict(), () -> judge(right).toString());
        List<Curve> curves = right.curves().stream().map(c -> c.name().equals(Quantity.WORK) ? scaled(c) : c).toList();
        ValidationReport wrong = judge(right.with().curves(curves).build());
        assertEquals(List.of("curve work"), wrong.tests().stream().filter(t -> t.outcome() == TestResult.Outcome.FAILED)
                .map(TestResult::name).toList());
    }

    private static Curve scaled(Curve c) {
        return new Curve(c.name(), scaled(c.mean()), scaled(c.standardError()));
    }

    private static double[] scaled(double[] values) {
        double[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= FACTOR;
        }
        return scaled;
    }

    @Test
    void rateFivePercentTooHighIsCaught() {
        assertCaught(model(Map.of("n", "0.3", "Gamma", "0.0525")), "jumps.environment.emission");
    }

    @Test
    void signOfOneQuantumIsCaught() {
        assertCaught(altered(c -> {
            Channel absorption = c.get(1);
            c.set(1, new Channel(absorption.name(), absorption.operator(), absorption.rate(), TimeFunction.constant(-1)));
            return c;
        }), "curve heat.counted", "curve heat.quantum");
    }

    @Test
    void droppedChannelIsCaught() {
        assertCaught(altered(c -> {
            Channel absorption = c.get(1);
            c.set(1, new Channel(absorption.name(), absorption.operator(), TimeFunction.constant(0), absorption.heat()));
            return c;
        }), "jumps.environment.absorption", "curve heat.counted", "curve excited");
    }

    @Test
    void permutedChannelsAreCaught() {
        assertCaught(altered(c -> {
            List<String> names = new ArrayList<>(c.stream().map(Channel::name).toList());
            Collections.reverse(names);
            c.replaceAll(k -> new Channel(names.remove(0), k.operator(), k.rate(), k.heat()));
            return c;
        }), "jumps.environment.emission", "jumps.environment.absorption");
    }
}
