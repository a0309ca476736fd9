package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.unravel.ModelText;
import org.unravel.TwoPointModels;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;

/** One budget pays for all of the exact side. */
class WorkBudgetTest {

    private static final int BINS = 8;

    @Test
    void whatIsSpentFirstIsMissingLater() {
        WorkBudget budget = new WorkBudget(1e11);
        budget.require(6e10);
        budget.spend(6e10);
        assertEquals("too much work for the exact side: would take about 60.00 s of computing, what is left is 40.00 s",
                assertThrows(ModelException.class, () -> budget.require(6e10)).getMessage());
        budget.require(4e10);
    }

    /** What is always computed is never refused, but paid for. */
    @Test
    void whatIsAlwaysComputedIsTakenFromTheBudget() {
        WorkBudget budget = new WorkBudget(100);
        WorkBudget always = budget.always();
        always.require(1e9);
        always.spend(30);
        assertEquals(70, budget.left());
        always.spend(1e9);
        assertEquals(0, budget.left());
    }

    /** Square waves have a window at every bend: what that takes is known beforehand, and what comes after is computed. */
    @Test
    void waitingTimesOfSquareWavesLeaveTheRest() {
        Model model = ModelText.read("""
                unravel: 1
                name: square
                space: {q: qubit}
                hamiltonian: sz(q)/2 + 0.3*(2*step(sin(5*t)) - 1)*sx(q)
                baths:
                  b:
                    channels:
                      down: {operator: sm(q), rate: 1 + 0.5*(2*step(sin(7*t)) - 1), heat: -1}
                      up: {operator: sp(q), rate: 0.3, heat: 1}
                initial: {q: e}
                time: {end: 100, points: 3}
                """);
        CountingStatistics found = CountingStatistics.solve(model, 32, WorkBudget.of(Effort.MODERATE));
        assertEquals(Set.of("waiting-times"), found.absences().keySet(), found.absences().toString());
        assertTrue(found.absences().get("waiting-times").text().contains("would take"), found.absences().toString());
    }

    /** Pulses at t = 128 with a rounding of time that is 10⁻⁷ of their width: as much work as at t = 0. */
    @Test
    void lateTimesCostNoMore() {
        String text = """
                unravel: 1
                name: late
                parameters: {s: 128}
                space: {q: qubit}
                hamiltonian: "-9e6*exp(-((t - s - 3.7e-5)/2.8e-7)^2)*cos(20*(t - s - 3.7e-5)/2.8e-7)*sx(q)"
                initial: "ket(e) + 0.521*ket(g)"
                time: {start: s, end: s + 6e-5, points: 3}
                ensemble: {measure: tpm}
                """;
        double[] spent = new double[2];
        for (int i = 0; i < 2; i++) {
            WorkBudget budget = WorkBudget.of(Effort.LARGE);
            double before = budget.left();
            TwoPointStatistics.solve(ModelText.read(text, Map.of("s", i == 0 ? "0" : "128")), budget);
            spent[i] = before - budget.left();
        }
        // steps are not the same to the last one; with rounded times there were 10⁵ times as many
        assertTrue(spent[1] < 3 * spent[0], spent[0] + " and " + spent[1]);
    }

    /** A free phase of 2.5·10⁴ that nothing damps: steps that follow it cost 3.6e9; stiff ones, which are as short, 1.1e11. */
    @Test
    void whatDoesNotDieOutIsNotStiff() {
        Model model = ModelText.read("""
                unravel: 1
                name: free
                space: {q: qubit, r: qubit}
                hamiltonian: sz(q)/2 + 0.3*sz(r)
                baths: {b: {channels: {d: {operator: sm(q), rate: 0.1*exp(-((t - 300)/2)^2), heat: -1}}}}
                initial: {q: e + g, r: e + g}
                time: {end: 25000, points: 2}
                observables: {x: sx(q)}
                """);
        WorkBudget budget = new WorkBudget(1e10);
        ExactCurves curves = MasterEquation.solve(model, (i, rho) -> { }, budget);
        double x = curves.curve("x").orElseThrow()[1];
        assertEquals(Math.cos(2.5e4) * Math.exp(-0.1 * Math.sqrt(Math.PI)), x, 1e-9 + 3 * curves.error("x", 1));
        assertTrue(curves.error("x", 1) < 1e-8, "known to " + curves.error("x", 1) + ", " + budget.left() + " left");
    }

    /** A budget that pays for either part is not enough for both. */
    @Test
    void measurementsAtTheEndsLeaveLessToTheCounting() {
        Model model = TwoPointModels.driven(Map.of());
        WorkBudget measuring = WorkBudget.of(Effort.LARGE);
        double before = measuring.left();
        TwoPointStatistics.solve(model, measuring);
        double ofMeasuring = before - measuring.left();
        WorkBudget counting = WorkBudget.of(Effort.LARGE);
        CountingStatistics.solve(model, BINS, counting);
        double ofCounting = before - counting.left();
        assertTrue(ofMeasuring > 0 && ofCounting > 0, "both cost something");
        WorkBudget shared = new WorkBudget(Math.max(ofMeasuring, ofCounting) + Math.min(ofMeasuring, ofCounting) / 2);
        assertTrue(TwoPointStatistics.solve(model, shared).workAtoms().isPresent(), "the first part is paid");
        CountingStatistics rest = CountingStatistics.solve(model, BINS, shared);
        assertTrue(rest.absences().values().stream().anyMatch(a -> a.isFor(Reason.TOO_MUCH_WORK)), () -> "found " + rest.absences());
    }
}
