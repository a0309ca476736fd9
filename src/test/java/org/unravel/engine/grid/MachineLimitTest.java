package org.unravel.engine.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.unravel.engine.ContractModels;
import org.unravel.engine.lane.LaneKernel;
import org.unravel.engine.sector.SectorMap;
import org.unravel.model.Model;
import org.unravel.numeric.GaussLegendre;

/** A machine that is too small says so; the choice of an engine is the model's. */
class MachineLimitTest {

    private static final Model MODEL = ContractModels.model("large-still");

    private static GridEngine on(long bytes) {
        return GridEngine.of(MODEL, 64, new TableStore(bytes), LaneKernel.fastest());
    }

    /** Tables that do not fit half of the memory are refused with both numbers, by an exception after which no other engine is tried. */
    @Test
    void tooLittleMemoryIsRefusedWithTheNumbers() {
        long step = new StepTableBuilder(MODEL, SectorMap.of(MODEL).sectors().get(0), GaussLegendre.of(GridTables.GAUSS_COUNT)).stepBytes();
        MachineLimitException refusal = assertThrows(MachineLimitException.class, () -> on(2 * step - 2));
        assertEquals(String.format(Locale.ROOT, "expected memory of at least %.1f MiB for the grid engine, twice the tables of a step, found %.1f MiB; "
                + "a machine with more memory runs it as it is, --engine sparse needs far less and gives the same trajectories up to rounding",
                2 * step / 0x1p20, (2 * step - 2) / 0x1p20), refusal.getMessage());
        assertEquals("grid", on(2 * step).name());
    }

    /** What fits one machine and not another shows the same bits, {@link TableStoreTest}, and is one engine. */
    @Test
    void memoryChoosesNoEngine() {
        Model model = ContractModels.model("driven-rates");
        assertEquals(GridEngine.of(model, 64, new TableStore(1L << 40), LaneKernel.fastest()).kernel(),
                GridEngine.of(model, 64, new TableStore(1L << 16), LaneKernel.fastest()).kernel());
    }
}
