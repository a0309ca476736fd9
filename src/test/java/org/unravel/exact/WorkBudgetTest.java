package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.unravel.TwoPointModels;
import org.unravel.model.Model;
import org.unravel.model.ModelException;

/** One budget pays for all of the exact side. */
class WorkBudgetTest {

    private static final int BINS = 8;

    @Test
    void whatIsSpentFirstIsMissingLater() {
        WorkBudget budget = new WorkBudget(100);
        budget.require(60);
        budget.spend(60);
        assertEquals("too much work for the exact side: would take 6.0e+01 multiply-adds, 4.0e+01 are left",
                assertThrows(ModelException.class, () -> budget.require(60)).getMessage());
        budget.require(40);
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
        assertTrue(rest.absences().values().stream().anyMatch(WorkBudget::isExceeded), () -> "found " + rest.absences());
    }
}
