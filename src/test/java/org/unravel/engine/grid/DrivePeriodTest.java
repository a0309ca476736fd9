package org.unravel.engine.grid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unravel.engine.ContractModels;
import org.unravel.engine.drive.DrivePeriod;
import org.unravel.engine.drive.StepSchedule;
import org.unravel.engine.sector.SectorMap;
import org.unravel.model.Model;

/** When the tables of one period serve all of a run. */
class DrivePeriodTest {

    private static Model qubit(String drive, String rate) {
        return ContractModels.read("""
                unravel: 1
                name: driven
                space: {q: qubit}
                hamiltonian: sz/2 + (DRIVE)*sx
                baths:
                  b:
                    channels:
                      down: {operator: sm, rate: RATE, heat: -1}
                initial: {q: g}
                time: {end: 24, points: 97}
                """.replace("DRIVE", drive).replace("RATE", rate));
    }

    /** A grid interval is 1/4. The last ones drift, jump, repeat at the grid times only, or hold a rate of another period;
     * a pulse is no part of a period, however little of it shows at a few places of its interval; and one whole period is not enough.
     */
    @ParameterizedTest
    @CsvSource({"0.3, 0.1, 1", "cos(pi*t), 0.1, 8", "cos(pi*t), 0.1*(1 + sin(2*pi*t/3)/2), 24", "cos(8*pi*t), 0.1, 1",
        "cos(3*t), 0.1, " + DrivePeriod.NEVER, "cos(pi*t) + 1e-9*t, 0.1, " + DrivePeriod.NEVER, "step(sin(pi*t)), 0.1, " + DrivePeriod.NEVER,
        "cos(pi*t) + 40*exp(-((t - 6.0395)/0.0018)^2), 0.1, " + DrivePeriod.NEVER, "cos(pi*t/8), 0.1, " + DrivePeriod.NEVER,
        "cos(pi*t/6), 0.1, 48", "exp(2*cos(pi*t))*cos(3*pi*(t - 0.3)), 0.1, 8", "re(exp(i*pi*t)), 0.1, 8", "exp(-t)*cos(pi*t), 0.1, " + DrivePeriod.NEVER,
        "t*sin(4*pi*t), 0.1, " + DrivePeriod.NEVER, "cos(pi*t), 0.1*exp(-t), " + DrivePeriod.NEVER})
    void periodIsFoundOnTheGrid(String drive, String rate, int intervals) {
        assertEquals(intervals, DrivePeriod.of(qubit(drive, rate)).intervals());
    }

    @Test
    void cutsOfOneIntervalAreThoseOfAllThatAreLikeIt() {
        boolean[] cut = {false, false, false, true, false, false, false};
        new DrivePeriod(2).spread(cut);
        assertArrayEquals(new boolean[] {false, true, false, true, false, true, false}, cut);
    }

    /** The contract tests hold what such tables give against the Schrödinger equation; here they are counted. */
    @Test
    void tablesOfOnePeriodServe() {
        Model model = ContractModels.model("commensurate");
        GridTables tables = GridTables.of(SectorMap.of(model), StepSchedule.of(model), new TableStore());
        SectorTables sector = tables.sectors().get(0);
        long one = StepTable.bytes(sector.outer().partition(), sector.terms(), GridTables.GAUSS_COUNT, sector.form());
        long steps = java.util.stream.IntStream.range(0, tables.stepCount()).filter(s -> tables.step(s).interval() < 4).count();
        assertEquals(4, tables.period().intervals());
        assertTrue(steps > 4, "one interval at least is cut");
        assertEquals(steps * one, tables.bytes());
        assertNotNull(GridEngine.of(model).description().get("drive"));
    }
}
