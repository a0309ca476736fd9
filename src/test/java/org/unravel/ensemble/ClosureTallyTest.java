package org.unravel.ensemble;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;
import org.unravel.trajectory.LaneValues;
import org.unravel.trajectory.Ledger;

/** The largest residual of the first law is that of the worst lane, and one that is no number stays seen. */
class ClosureTallyTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.25, Double.NaN})
    void theWorstLaneCounts(double bad) {
        Model model = ModelReader.readShipped("spontaneous-emission", Map.of());
        Ledger ledger = new Ledger(model, 4);
        LaneGroup group = new LaneGroup(ledger, 4);
        ledger.begin();
        group.begin(0, 4, 0);
        // energies that no work and no heat explains, in lane 1 most of all
        LaneValues values = new LaneValues(new double[4], new double[4], new double[4], new double[4], new double[0][], new double[0][], new double[] {1, 1, 1, 1});
        ledger.gridPoint(0, values);
        System.arraycopy(new double[] {1e-3, bad, 2e-3, 1e-3}, 0, values.energy(), 0, 4);
        ledger.gridPoint(1, values);
        ClosureTally tally = new ClosureTally(model);
        tally.start();
        tally.gridPoint(1, group);
        ResultParts parts = new ResultParts(4);
        tally.sums().contribute(parts);
        EnsembleResult result = parts.result(new EnsembleResult.Origin(4, 1, 1, "none", "none", 0, "none", 0), Map.of(), List.of());
        assertEquals(bad, result.firstLaw().maxResidual(), 0);
    }
}
