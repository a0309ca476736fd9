package org.unravel.engine.energy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.unravel.engine.ContractModels;
import org.unravel.engine.grid.GridEngine;
import org.unravel.engine.grid.TableStore;
import org.unravel.engine.lane.PlainLaneKernel;
import org.unravel.engine.sector.EnergyScale;
import org.unravel.engine.sector.SectorMap;
import org.unravel.model.Model;

/** An engine that misses its accuracy says so. */
class PilotClosureTest {

    private static final Model MODEL = ContractModels.model("dense-jumps");
    /** No engine that computes in double precision closes to this part of a rounding error. */
    private static final double IMPOSSIBLE = 1e-30;

    @Test
    void warningNamesTheWorstIntervalInUnitsOfTheEnergyScale() {
        double scale = EnergyScale.of(MODEL);
        double[] worst = new double[MODEL.time().pointCount() - 1];
        worst[3] = 2e-9 * scale;
        worst[5] = 4e-9 * scale;
        assertEquals(Optional.of("expected the energy balance of pilot trajectories within 1.0e-10 of the energy scale in every grid interval, "
                + "found 4.0e-09 between t = 5.0 and t = 6.0"), PilotClosure.warning(MODEL, worst, 1e-10 * scale));
        assertEquals(Optional.empty(), PilotClosure.warning(MODEL, worst, 4e-9 * scale));
    }

    @Test
    void aBalanceThatIsNoNumberIsTheWorst() {
        double[] worst = new double[MODEL.time().pointCount() - 1];
        worst[2] = Double.NaN;
        worst[4] = 1;
        assertTrue(PilotClosure.warning(MODEL, worst, 10).orElseThrow().contains("between t = 2.0 and t = 3.0"));
    }

    @Test
    void gridEngineWarnsWhenItGivesUpHalving() {
        GridEngine missed = GridEngine.of(SectorMap.of(MODEL), GridEngine.LANES, new TableStore(), Optional.of(new PlainLaneKernel()), IMPOSSIBLE);
        assertTrue(missed.description().get(GridEngine.WARNING).toString().startsWith("expected the energy balance"));
        assertFalse(GridEngine.of(MODEL).description().containsKey(GridEngine.WARNING));
    }
}
