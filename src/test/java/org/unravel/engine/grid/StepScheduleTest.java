package org.unravel.engine.grid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.unravel.engine.ContractModels;
import org.unravel.engine.drive.SmoothPiece;
import org.unravel.engine.drive.Step;
import org.unravel.engine.drive.StepSchedule;
import org.unravel.engine.sector.Sector;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.model.TimeGrid;
import org.unravel.numeric.GaussLegendre;
import org.unravel.numeric.SparseMatrix;

/** Steps: where they begin and end, and which are refused. */
class StepScheduleTest {

    /** A few roundings of times of order 10. */
    private static final double ROUNDING = 1e-14;

    private static Model model(String hamiltonian, String rate) {
        return ContractModels.read("""
                unravel: 1
                name: schedule
                space: {q: qubit}
                hamiltonian: HAMILTONIAN
                baths:
                  b:
                    channels: {down: {operator: sm, rate: RATE, heat: -1}}
                initial: {q: g}
                time: {start: 1, end: 4, points: 4}
                """.replace("HAMILTONIAN", hamiltonian).replace("RATE", rate));
    }

    private static double[] starts(StepSchedule schedule) {
        return schedule.steps().stream().mapToDouble(Step::start).toArray();
    }

    private static int[] gridIndices(StepSchedule schedule) {
        return schedule.steps().stream().mapToInt(Step::gridIndex).toArray();
    }

    @Test
    void withoutBreakpointsStepsAreGridIntervalsOfOneLength() {
        StepSchedule schedule = StepSchedule.of(model("sz", "1"));
        assertArrayEquals(new double[] {1, 2, 3}, starts(schedule), ROUNDING);
        assertArrayEquals(new int[] {1, 2, 3}, gridIndices(schedule));
        assertEquals(1, schedule.steps().stream().map(Step::length).distinct().count(), "one length, so that one table serves");
    }

    @Test
    void breakpointsOnGridTimesCutNothing() {
        StepSchedule schedule = StepSchedule.of(model("sz*(1 + step(t - 2) + step(t - 1) + step(t - 4))", "1"));
        assertArrayEquals(new double[] {1, 2, 3}, starts(schedule), ROUNDING);
    }

    @Test
    void breakpointsBetweenGridTimesCutOnceEach() {
        StepSchedule schedule = StepSchedule.of(model("sz*(1 + step(t - 2.25))", "1 + step(t - 2.25) + step(t - 2.5)")).halved(new boolean[] {false, true, false});
        assertArrayEquals(new double[] {1, 2, 2.125, 2.25, 2.375, 2.5, 2.75, 3}, starts(schedule), ROUNDING);
        assertArrayEquals(new int[] {1, -1, -1, -1, -1, -1, 2, 3}, gridIndices(schedule));
        for (Step step : schedule.steps()) {
            assertTrue(step.branch() > 1 && step.branch() < 4 && step.branch() != 2.25 && step.branch() != 2.5);
            assertFalse(step.start() < 2.25 - ROUNDING && step.branch() > 2.25, "a branch on the step's own side");
        }
    }

    @Test
    void theLastStepIsFollowedByTheSideBeyondTheEnd() {
        Model model = model("sz*(1 + step(t - 4))", "1");
        StepSchedule schedule = StepSchedule.of(model);
        assertTrue(schedule.branchAfter(2, model.time()) > 4);
        assertEquals(schedule.steps().get(1).branch(), schedule.branchAfter(0, model.time()));
    }

    /** A jump a few roundings after the end is one at the end, a hundred roundings after it is none of the run. */
    @Test
    void aJumpJustAfterTheEndIsNoneOfTheRun() {
        TimeGrid grid = model("sz", "1").time();
        double after = StepSchedule.of(model("sz", "1")).branchAfter(2, grid);
        assertTrue(after >= 4 + 8 * Math.ulp(4.0), "a jump at the end is over");
        assertTrue(after < 4 + 100 * Math.ulp(4.0), "not one that is yet to come");
    }

    @Test
    void aNegativeRateAtANodeIsRefusedWithNameAndTime() {
        Model right = model("sz", "0.5*t");
        var channel = right.channels().get(0);
        var rate = channel.rate().plus(TimeFunction.constant(-1));
        var wrong = new Channel("down", channel.operator(), rate, channel.heat());
        Model model = new Model("wrong", "", right.parameters(), right.space(), right.hamiltonian(), right.ownEnergy(),
                List.of(new Bath("b", right.baths().get(0).inverseTemperature(), List.of(wrong))), right.initial(),
                right.time(), right.observables(), right.unraveling(), right.sampling());
        StepTableBuilder builder = new StepTableBuilder(model, Sector.whole(model), GaussLegendre.of(5));
        ModelException e = assertThrows(ModelException.class, () -> builder.build(Step.whole(new SmoothPiece(1, 0, 1, 1.5, 0, 1))));
        assertEquals("expected rate >= 0 and finite for baths.b.channels.down.rate, found -0.5 at t = 1.0", e.getMessage());
        assertEquals("baths.b.channels.down.rate", e.key());
    }

    /** K = γ·1 beside the decay: what all states lose alike cancels in every mean. */
    @Test
    void aStepBearsMoreDecayThatAllStatesShare() {
        assertNotNull(table(dephased(3)));
        assertNull(table(dephased(5)), "the survival falls too far");
    }

    private static Model dephased(double rate) {
        Model still = model("sx", "0.5");
        var operator = TimeDependentOperator.constant(SparseMatrix.diagonal(1, -1));
        var noise = new Channel("z", operator, TimeFunction.constant(rate), TimeFunction.constant(0));
        List<Bath> baths = List.of(still.baths().get(0), new Bath("noise", still.baths().get(0).inverseTemperature(), List.of(noise)));
        return new Model("dephased", "", still.parameters(), still.space(), still.hamiltonian(), still.ownEnergy(), baths, still.initial(),
                still.time(), still.observables(), still.unraveling(), still.sampling());
    }

    private static StepTable table(Model model) {
        return new StepTableBuilder(model, Sector.whole(model), GaussLegendre.of(5)).build(Step.whole(new SmoothPiece(1, 0, 1, 1.5, 0, 1)));
    }

    @Test
    void aStepWithTooMuchPhaseOrDampingMustBeCut() {
        assertNull(table(model("5*sx", "1")));
        assertNull(table(model("sx", "3")));
        assertNull(table(model("sx*cos(40*t)", "1")),
                "sixteen nodes do not resolve six periods");
    }
}
