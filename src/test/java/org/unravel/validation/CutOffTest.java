package org.unravel.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unravel.ModelText;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.exact.CutOffStudy;
import org.unravel.exact.Effort;
import org.unravel.exact.WorkBudget;
import org.unravel.model.Caveat;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;
import org.unravel.validation.ValidationReport.Verdict;

/** Cut-offs are warned of where more levels are needed, and a run whose means they move is not judged. */
class CutOffTest {

    private static final String CAVITY = """
            unravel: 1
            name: cavity
            parameters: {N: 4, F: 0.5, start: 2}
            space: {c: boson(N)}
            hamiltonian: F*(a(c) + adag(c))
            baths:
              mirror:
                temperature: 0
                channels:
                  loss: {operator: a(c), rate: 0.2, heat: -1}
            initial: {c: coherent(start)}
            time: {end: 10, points: 21}
            observables: {photons: num(c)}
            """;

    /** One run with its exact ensemble. */
    private record Run(Model model, EnsembleResult result, Reference reference) {

        static Run of(Model model, long trajectories, CutOffStudy.Resizing resizing) {
            CutOffStudy.Watched solution = CutOffStudy.solve(model);
            List<CutOffStudy> studies = CutOffStudy.of(model, solution, resizing, WorkBudget.of(Effort.MODERATE));
            return new Run(model, sample(model, trajectories), Reference.of(Optional.of(solution.curves())).withCutOffs(studies));
        }

        static Run ofCavity(int levels, long trajectories) {
            return of(cavity(levels), trajectories, (s, n) -> cavity(n));
        }

        CutOff cutOff() {
            List<CutOff> all = CutOff.of(model, result, reference);
            assertEquals(1, all.size());
            return all.get(0);
        }

        Verdict verdict() {
            return Validation.judge(model, result, reference).verdict();
        }
    }

    private static EnsembleResult sample(Model model, long trajectories) {
        return Sampling.run(model, new RunPlan(trajectories, 1, 2, EngineChoice.AUTO), Progress.NONE);
    }

    private static Model cavity(int levels) {
        return ModelText.read(CAVITY, Map.of("N", Integer.toString(levels)));
    }

    /** The public case: 10.53 photons at the end, of which four levels hold 1.44. */
    @Test
    void theTruncatedCavityIsNotJudged() {
        Run run = Run.ofCavity(4, 500);
        CutOff cut = run.cutOff();
        assertEquals(Caveat.Kind.CUT_OFF_SHIFTS, cut.caveat().orElseThrow().kind());
        assertTrue(cut.sufficientLevels() >= 28 && cut.sufficientLevels() <= 34, cut.text());
        assertTrue(cut.text().contains("the two highest of 4 levels hold at most 0.79 on average (t = 0), 0.99 in a single trajectory"), cut.text());
        MeanShift photons = cut.shifts().stream().filter(s -> s.name().equals("photons")).findFirst().orElseThrow();
        // 10.5308 less the 1.440 of four levels
        assertEquals(9.0908, photons.atEnd(), 1e-3);
        assertEquals(Verdict.NOT_JUDGED, run.verdict());
    }

    /**
     * In a bath of one quantum populations fall by halves: of 14 levels the two highest hold 2⁻¹² and the mean lacks 14/2¹⁴. Two hundred trajectories with an
     * error of 0.1 do not notice.
     */
    @Test
    void aWarningDoesNotForbidAVerdictWhereTheErrorIsLarger() {
        String thermal = """
                unravel: 1
                name: thermal
                parameters: {N: 14}
                space: {c: boson(N)}
                hamiltonian: num(c)
                baths:
                  b:
                    beta: log(2)
                    channels:
                      down: {operator: a(c), rate: 2, heat: -1}
                      up: {operator: adag(c), rate: 1, heat: 1}
                initial: {c: 0}
                time: {end: 20, points: 11}
                observables: {n: num(c)}
                """;
        Run few = Run.of(ModelText.read(thermal), 200, (s, n) -> ModelText.read(thermal, Map.of("N", Integer.toString(n))));
        CutOff cut = few.cutOff();
        assertEquals(Caveat.Kind.CUT_OFF, cut.caveat().orElseThrow().kind());
        // e^{−20} of the way to the steady state is left
        assertEquals(3 / (Math.pow(2, 14) - 1), cut.mean(), 1e-6);
        assertEquals(22, cut.sufficientLevels(), cut.text());
        MeanShift n = cut.shifts().stream().filter(s -> s.name().equals("n")).findFirst().orElseThrow();
        assertEquals(14 / (Math.pow(2, 14) - 1), n.atEnd(), 1e-5);
        assertEquals(Verdict.CONSISTENT, few.verdict());
    }

    @Test
    void aLadderThatIsLongEnoughIsNotWarnedOf() {
        Run run = Run.ofCavity(36, 200);
        assertEquals(Optional.empty(), run.cutOff().caveat());
        assertFalse(run.cutOff().shiftsMeans());
        assertTrue(run.cutOff().text().contains("no mean moves by more than"), run.cutOff().text());
        assertEquals(Verdict.CONSISTENT, run.verdict());
    }

    /** A coherent start that loses 1e-7: no warning, but the exact means of a closed system are off by more than their error, which is rounding. */
    @Test
    void withoutScatterTheErrorIsThatOfRounding() {
        String closed = """
                unravel: 1
                name: closed
                parameters: {N: 8}
                space: {c: boson(N)}
                hamiltonian: num(c)
                initial: {c: coherent(0.5)}
                time: {end: 1, points: 3}
                observables: {x: a(c) + adag(c)}
                """;
        Run run = Run.of(ModelText.read(closed), 10, (s, n) -> ModelText.read(closed, Map.of("N", Integer.toString(n))));
        assertTrue(run.cutOff().lostAtStart() > 1e-11 && run.cutOff().lostAtStart() < 1e-6, run.cutOff().text());
        assertTrue(run.cutOff().shiftsMeans(), run.cutOff().text());
        Run longer = Run.of(ModelText.read(closed, Map.of("N", "20")), 10, (s, n) -> ModelText.read(closed, Map.of("N", Integer.toString(n))));
        assertEquals(Optional.empty(), longer.cutOff().caveat());
    }

    /** Nobody knows what the end of the ladder does: full levels forbid a verdict then, and the reason is said. */
    @Test
    void whatIsNotKnownIsNotTakenForNothing() {
        Model model = cavity(4);
        Run run = Run.of(model, 100, (s, n) -> {
            throw new IllegalStateException("no longer ladder");
        });
        assertEquals(Caveat.Kind.CUT_OFF_SHIFTS, run.cutOff().caveat().orElseThrow().kind());
        assertTrue(run.cutOff().text().endsWith("; more levels are needed; what more levels would do to the means is not known: no longer ladder"),
                run.cutOff().text());
        assertEquals(Verdict.NOT_JUDGED, run.verdict());
        CutOff sampled = CutOff.of(model, run.result(), Reference.of(Optional.empty())).get(0);
        assertEquals(0.7887, sampled.mean(), 1e-3);
        assertTrue(sampled.caveat().isPresent());
    }

    /** Populations that fall by halves say themselves how many levels would do: 22, as the longer ladder of the test above. */
    @Test
    void withoutALongerLadderTheFallOfPopulationsIsGoneOnWith() {
        Model model = ModelText.read("""
                unravel: 1
                name: thermal
                space: {c: boson(14)}
                hamiltonian: num(c)
                baths:
                  b:
                    beta: log(2)
                    channels:
                      down: {operator: a(c), rate: 2, heat: -1}
                      up: {operator: adag(c), rate: 1, heat: 1}
                initial: {c: 0}
                time: {end: 20, points: 11}
                """);
        Run run = Run.of(model, 100, (s, n) -> {
            throw new IllegalStateException("no longer ladder");
        });
        assertEquals(22, run.cutOff().sufficientLevels());
        assertEquals(Verdict.NOT_JUDGED, run.verdict());
    }

    /** One quantum in all on two levels: they are full, and nothing is missing. */
    @Test
    void fullLevelsThatAreAllAreNotWarnedOf() {
        String text = """
                unravel: 1
                name: one-quantum
                parameters: {N: 2}
                space: {q: qubit, c: boson(N)}
                hamiltonian: proj(q, e) + num(c) + 0.1*(sp(q)*a(c) + sm(q)*adag(c))
                initial: {q: e, c: 0}
                time: {end: 30, points: 11}
                """;
        Run run = Run.of(ModelText.read(text), 10, (s, n) -> ModelText.read(text, Map.of("N", Integer.toString(n))));
        assertEquals(1, run.cutOff().mean(), 1e-9);
        assertEquals(Optional.empty(), run.cutOff().caveat());
        assertEquals(Verdict.CONSISTENT, run.verdict());
    }

    @ParameterizedTest
    @CsvSource({"thermal-oscillator, 500", "fock-oscillator, 100", "jaynes-cummings, 10", "reaction-coordinate, 500"})
    void shippedModelsAreNotWarnedOf(String name, long trajectories) {
        Model model = ModelReader.readShipped(name, Map.of());
        EnsembleResult result = sample(model, trajectories);
        CutOffStudy.Watched solution = CutOffStudy.solve(model);
        Reference reference = Reference.of(Optional.of(solution.curves()))
                .withCutOffs(CutOffStudy.of(model, solution, (s, n) -> ModelReader.read(name, Map.of(), Map.of(s, n)), WorkBudget.of(Effort.MODERATE)));
        CutOff.of(model, result, reference).forEach(c -> assertEquals(Optional.empty(), c.caveat()));
        assertEquals(List.of(), model.caveats());
    }
}
