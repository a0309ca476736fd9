package org.unravel.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import org.unravel.attack.Signal.Constant;
import org.unravel.attack.Signal.Pulse;
import org.unravel.attack.Signal.Shape;
import org.unravel.model.Model;

/** A few random models of fixed seeds; {@link RandomAttack} takes as many as one likes. */
class RandomAttackTest {

    private static final long FIRST_SEED = 1;
    private static final int MODELS = 40;
    private static final double RATE_ERROR = 1.05;
    /** Ten thousand trajectories with some 1.2 jumps know their number to 0.6 %. */
    private static final double LARGE_RATE_ERROR = 1.3;
    private static final int TRAJECTORIES = 10_000;

    /** A verdict that keeps its promise calls more than two of forty right runs inconsistent with a chance of 1e-5, none with 96 %. */
    @Test
    void noRandomModelIsWrongWithoutAWord() {
        List<Finding> findings = LongStream.range(FIRST_SEED, FIRST_SEED + MODELS).mapToObj(s -> Attack.with(s, Attack.Size.SUITE)).toList();
        List<Finding> silent = findings.stream().filter(f -> f.outcome().isSilent() || f.outcome() == Outcome.CRASH).toList();
        assertEquals(List.of(), silent);
        List<Finding> alarms = findings.stream().filter(f -> f.outcome() == Outcome.CHANCE || f.outcome() == Outcome.FALSE_ALARM).toList();
        assertTrue(AlarmBound.allows(alarms.size(), MODELS), alarms::toString);
        long answered = findings.stream().filter(f -> f.outcome() == Outcome.RIGHT || f.outcome() == Outcome.REFUSED_WRONG).count();
        assertTrue(answered > MODELS / 2, findings::toString);
    }

    private static AttackModel driven(double area, double rate) {
        OperatorSum h = new OperatorSum(List.of()).plus(new Constant(0.5), OracleTest.SZ)
                .plus(new Pulse(Shape.GAUSS, area / 0.01 / Math.sqrt(Math.PI), 4.321, 0.01, 0, 0), OracleTest.SX);
        return OracleTest.qubit(h, List.of(OracleTest.emission(new Constant(rate), new Constant(-1))), 10);
    }

    private static Comparison against(AttackModel model) {
        return new Comparison(model, Oracle.solve(model, Oracle.Care.ONCE));
    }

    @Test
    void aPulseLeftOutIsCaught() {
        Model model = ProgramRun.read(driven(1, 0.2).yaml());
        assertEquals("", against(driven(1, 0.2)).wrong(ProgramRun.exact(model)).orElse(""));
        assertTrue(against(driven(0, 0.2)).wrong(ProgramRun.exact(model)).isPresent());
        assertFalse(against(driven(1e-4, 0.2)).wrong(ProgramRun.exact(ProgramRun.read(driven(0, 0.2).yaml()))).isEmpty());
    }

    @Test
    void aRateFivePercentOffIsCaught() {
        ProgramRun run = ProgramRun.of(ProgramRun.read(driven(1, 0.2).yaml()), ProgramRun.Extent.MEANS);
        assertTrue(against(driven(1, 0.2 * RATE_ERROR)).wrong(run.exact()).isPresent());
        assertEquals("", against(driven(1, 0.2)).wrong(run.sample(TRAJECTORIES, 1)).orElse(""));
        assertTrue(against(driven(1, 0.2 * LARGE_RATE_ERROR)).wrong(run.sample(TRAJECTORIES, 1)).isPresent());
    }
}
