package org.unravel.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.unravel.exact.CountingStatistics;
import org.unravel.exact.Effort;
import org.unravel.exact.WorkBudget;
import org.unravel.model.Absence;
import org.unravel.model.Reason;

/** A distribution that was computed is said to be so, also where its moments were not. */
class SummaryAbsenceTest {

    @Test
    void absentMomentsLeaveTheDistributionComputed() {
        CountingStatistics all = CountingStatistics.solve(SampleRun.model(0.1), 1, WorkBudget.of(Effort.MODERATE));
        CountingStatistics part = new CountingStatistics(Map.of(), all.distributions(), Optional.empty(),
                Map.of("heat.counted", new Absence(Reason.TOO_MUCH_WORK, "too much work"), "other", new Absence(Reason.NOT_APPLICABLE, "too large")));
        Map<String, Object> tree = SummaryFile.exactDistributions(part);
        assertEquals(true, ((Map<?, ?>) tree.get("heat.counted")).get("computed"));
        assertEquals(Map.of("computed", false, "reason", "too much work"), ((Map<?, ?>) tree.get("heat.counted")).get("moments"));
        assertEquals(Map.of("computed", false, "reason", "too large"), tree.get("other"));
    }
}
