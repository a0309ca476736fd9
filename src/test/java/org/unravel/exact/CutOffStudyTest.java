package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.unravel.ModelText;
import org.unravel.model.Absence;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;

/** What a ladder that ends does to exact means, against ladders without an end. */
class CutOffStudyTest {

    /** What the master equation promises, of values up to ten. */
    private static final double EXACT = 1e-9;

    /** What 1e-6 in the two highest levels can do to a mean of some ten quanta. */
    private static final double SUFFICIENT = 1e-4;

    /** The public case: α(t) = (2 + 5i)e^{−0.1t} − 5i. */
    static final String CAVITY = """
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

    private static Model cavity(Map<String, String> overrides) {
        return ModelText.read(CAVITY, overrides);
    }

    private static CutOffStudy cavityStudy(String levels) {
        Model model = cavity(Map.of("N", levels));
        return study(model, (s, n) -> cavity(Map.of("N", Integer.toString(n))), Effort.MODERATE.budget()).get(0);
    }

    private static List<CutOffStudy> study(Model model, CutOffStudy.Resizing resizing, WorkBudget budget) {
        return CutOffStudy.of(model, CutOffStudy.solve(model), resizing, budget);
    }

    private static List<CutOffStudy> study(String text) {
        return study(ModelText.read(text), (s, n) -> resized(text, s, n), Effort.MODERATE.budget());
    }

    private static Model resized(String text, String subsystem, int levels) {
        String other = text.replaceFirst(subsystem + ": boson\\([0-9]+\\)", subsystem + ": boson(" + levels + ")");
        return ModelText.read(other);
    }

    private static double alphaSquared(double t) {
        double re = 2 * Math.exp(-0.1 * t);
        double im = 5 * Math.exp(-0.1 * t) - 5;
        return re * re + im * im;
    }

    private static double poissonTail(double mean, int from) {
        double term = Math.exp(-mean);
        double below = 0;
        for (int n = 0; n < from; n++) {
            below += term;
            term *= mean / (n + 1);
        }
        return 1 - below;
    }

    @Test
    void theTruncatedCavityMissesNinePhotons() {
        CutOffStudy study = cavityStudy("4");
        CutOffStudy.Comparison longer = study.comparison().orElseThrow();
        Model model = cavity(Map.of());
        double[] photons = MasterEquation.solve(model).curve("photons").orElseThrow();
        double[] shift = longer.shifts().get("photons");
        assertEquals(10.5308, alphaSquared(10), 5e-5);
        for (int i = 0; i < shift.length; i++) {
            assertEquals(alphaSquared(model.time().time(i)), photons[i] + shift[i], SUFFICIENT);
        }
        // without an end the two highest of M levels hold less than the Poisson tail from M − 2 on
        int enough = IntStream.range(4, 60).filter(m -> poissonTail(10.530806, m - 2) < 1e-6).findFirst().orElseThrow();
        assertEquals(enough, longer.sufficientLevels(), 1);
        assertTrue(study.highest() > 0.5);
        assertEquals(Optional.empty(), study.absence());
    }

    @Test
    void aLadderThatIsLongEnoughMovesNothing() {
        CutOffStudy study = cavityStudy("40");
        // the end of the ladder itself moves a few percent of what is there
        assertEquals(poissonTail(10.530806, 38), study.highest(), 1e-11);
        assertEquals(20, study.highestAt());
        CutOffStudy.Comparison longer = study.comparison().orElseThrow();
        assertEquals(45, longer.levels());
        assertTrue(longer.sufficientLevels() < 40);
        longer.shifts().forEach((name, shift) -> IntStream.range(0, shift.length).forEach(i -> assertEquals(0, shift[i], EXACT, name)));
    }

    /** Pairs of photons: odd levels stay empty, so the highest one is, and the next is not. */
    @Test
    void parityHidesNothing() {
        CutOffStudy study = study("""
                unravel: 1
                name: squeezer
                space: {c: boson(6)}
                hamiltonian: 0.3*(a(c)^2 + adag(c)^2)
                initial: {c: 0}
                time: {end: 1, points: 11}
                observables: {photons: num(c)}
                """).get(0);
        // without an end ⟨n⟩ = sinh²(2·0.3·t)
        double[] shift = study.comparison().orElseThrow().shifts().get("photons");
        assertTrue(study.highest() > 1e-3);
        assertTrue(Math.abs(shift[10]) > 1e-3);
    }

    /** One quantum in all: two levels are the model, and a third stays empty. */
    @Test
    void levelsThatNothingLeadsToAreNotMissed() {
        CutOffStudy study = study("""
                unravel: 1
                name: one-quantum
                space: {q: qubit, c: boson(2)}
                hamiltonian: proj(q, e) + num(c) + 0.1*(sp(q)*a(c) + sm(q)*adag(c))
                initial: {q: e, c: 0}
                time: {end: 30, points: 11}
                """).get(0);
        assertEquals(1, study.highest(), EXACT);
        assertEquals(0, study.comparison().orElseThrow().beyond());
        study.comparison().orElseThrow().shifts().forEach((name, shift) -> IntStream.range(0, shift.length).forEach(i -> assertEquals(0, shift[i], EXACT, name)));
    }

    /** Each of two modes has its own end. */
    @Test
    void theModeThatIsTooShortIsNamed() {
        List<CutOffStudy> studies = study("""
                unravel: 1
                name: two-modes
                space: {c: boson(3), d: boson(12)}
                hamiltonian: 0.4*(adag(c)*a(d) + a(c)*adag(d)) + 0.1*(a(c) + adag(c))
                initial: {c: 2, d: 0}
                time: {end: 4, points: 9}
                observables: {c: num(c), d: num(d)}
                """);
        assertEquals(List.of("c", "d"), studies.stream().map(CutOffStudy::subsystem).toList());
        assertEquals(1, studies.get(0).highest(), 1e-6);
        assertTrue(studies.get(0).comparison().orElseThrow().shifts().get("d")[8] > 1e-3);
        assertTrue(studies.get(1).highest() < 1e-6);
        assertTrue(Math.abs(studies.get(1).comparison().orElseThrow().shifts().get("d")[8]) < 1e-6);
    }

    /** A ladder that is written out level by level does not grow, whatever its size says: nothing is known then, and that is said. */
    @Test
    void levelsThatAreWrittenOutAreNotTakenForEnough() {
        CutOffStudy study = study("""
                unravel: 1
                name: literal
                space: {c: boson(4)}
                hamiltonian: sum(k, 0, 2, op(c, k, k + 1) + op(c, k + 1, k))
                initial: {c: 0}
                time: {end: 3, points: 7}
                """).get(0);
        assertTrue(study.highest() > 0.1);
        assertTrue(study.comparison().isEmpty());
        Absence absence = study.absence().orElseThrow();
        assertTrue(absence.reason() == Reason.BROKEN_RULE && absence.text().startsWith("the model does not grow with its levels"), absence.toString());
    }

    @Test
    void whatCannotBeSolvedIsSaid() {
        Model model = cavity(Map.of());
        CutOffStudy poor = study(model, (s, n) -> cavity(Map.of("N", Integer.toString(n))), new WorkBudget(1000)).get(0);
        assertTrue(poor.comparison().isEmpty());
        assertTrue(poor.absence().orElseThrow().isFor(Reason.TOO_MUCH_WORK), poor.absence().toString());
        CutOffStudy fixed = study(model, (s, n) -> {
            throw new ModelException("no such model");
        }, Effort.MODERATE.budget()).get(0);
        assertEquals(Optional.of(new Absence(Reason.BROKEN_RULE, "no such model")), fixed.absence());
        // 4, 8, 16 … levels until the dimension is too large: the last ladder is better than none
        CutOffStudy strong = study(cavity(Map.of("F", "20", "start", "0")), (s, n) -> cavity(Map.of("F", "20", "start", "0", "N", Integer.toString(n))),
                new WorkBudget(1e7)).get(0);
        assertEquals(0, strong.comparison().map(CutOffStudy.Comparison::sufficientLevels).orElse(0));
    }

    @Test
    void levelsThatAreTheModelAreNotStudied() {
        assertEquals(List.of(), study(CAVITY.replace("parameters: {N: 4,", "exact-levels: [c]\nparameters: {N: 4,")));
    }
}
