package org.unravel.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.ModelText;
import org.unravel.engine.AlteredModel;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.ChannelGroups;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.exact.MasterEquation;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.model.TimeFunction;
import org.unravel.model.TimeGrid;
import org.unravel.modelfile.ModelReader;
import org.unravel.statistics.SampleSummary;
import org.unravel.validation.ValidationReport.Verdict;

/** Trajectories with channels between Floquet modes against the exact ensemble: right ones are consistent, planted errors are not. Seeds are fixed; a verdict is wrong in 0.001 of all runs. */
class FloquetVerdictTest {

    private static final Model ATOM = ModelReader.readShipped("floquet-atom", Map.of()).withTime(new TimeGrid(0, 40, 41));

    private static EnsembleResult sample(Model model, long trajectories) {
        return Sampling.run(model, new RunPlan(trajectories, 5, 2, EngineChoice.AUTO), Progress.NONE);
    }

    private static ValidationReport judge(Model right, EnsembleResult result) {
        return Validation.judge(right, result, Optional.of(MasterEquation.solve(right)));
    }

    @Test
    void theAtomIsConsistentAndItsFloquetWorkIsTested() {
        EnsembleResult result = sample(ATOM, 10_000);
        ValidationReport report = judge(ATOM, result);
        assertEquals(Verdict.CONSISTENT, report.verdict(), report::toString);
        assertTrue(report.tests().stream().anyMatch(t -> t.name().equals("curve work.floquet") && t.outcome() == TestResult.Outcome.PASSED), report::toString);
        SampleSummary work = result.quantities().get(Quantity.WORK_FLOQUET);
        SampleSummary counted = result.quantities().get(Quantity.HEAT_COUNTED);
        SampleSummary change = result.quantities().get(Quantity.ENERGY_CHANGE);
        assertEquals(change.mean() - counted.mean(), work.mean(), 1e-12);
        assertEquals(1, result.floquetWork().orElseThrow().bins().stream().mapToDouble(b -> b.probability()).sum(), 1e-12);
    }

    private static Model changed(UnaryOperator<Channel> change) {
        Bath bath = ATOM.baths().get(0);
        return AlteredModel.channelChanged(ATOM, bath.name(), bath.channels().get(0).name(), change);
    }

    /** A harmonic too few in one quantum; the operators of two quanta in one; an operator that does not turn. */
    @ParameterizedTest
    @ValueSource(strings = {"quantum", "grouping", "phase"})
    void plantedErrorsAreCaught(String error) {
        Channel other = ATOM.baths().get(0).channels().get(2);
        Model wrong = changed(c -> switch (error) {
            case "quantum" -> new Channel(c.name(), c.operator(), c.rate(), c.heat().plus(TimeFunction.constant(1)));
            case "grouping" -> new Channel(c.name(), c.operator().plus(other.operator()), c.rate(), c.heat());
            default -> new Channel(c.name(), org.unravel.model.TimeDependentOperator.constant(c.operator().at(0)), c.rate(), c.heat());
        });
        assertEquals(Verdict.INCONSISTENT, judge(ATOM, sample(wrong, 10_000)).verdict());
    }

    /** Many channels, of which groups are looked at. */
    @Test
    void threeLevelsWithTwoTonesAreConsistent() {
        Model model = ModelText.read("""
                unravel: 1
                name: tones
                space: {q: levels(3)}
                hamiltonian: proj(q, 1) + 2.3*proj(q, 2) + 0.12*cos(1.3*t)*(op(q, 0, 1) + op(q, 1, 0)) + 0.1*sin(2.6*t + 0.4)*(op(q, 1, 2) + op(q, 2, 1))
                period: 2*pi/1.3
                baths:
                  hot: {temperature: 2, coupling: "op(q, 0, 1) + op(q, 1, 0)", spectrum: "ohmic(0.01, 10)", equation: floquet}
                  cold: {temperature: 0.5, coupling: "op(q, 1, 2) + op(q, 2, 1)", spectrum: "ohmic(0.01, 10)", equation: floquet}
                initial: {q: "0"}
                time: {end: 40, points: 21}
                """);
        assertTrue(model.channels().size() > 50);
        assertTrue(ChannelGroups.of(model).names().size() <= ChannelGroups.MOST);
        ValidationReport report = judge(model, sample(model, 4_000));
        assertEquals(Verdict.CONSISTENT, report.verdict(), report::toString);
    }
}
