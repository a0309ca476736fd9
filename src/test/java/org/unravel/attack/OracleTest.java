package org.unravel.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.unravel.attack.AttackModel.BathPart;
import org.unravel.attack.AttackModel.ChannelPart;
import org.unravel.attack.AttackModel.ObservablePart;
import org.unravel.attack.AttackModel.SamplingPart;
import org.unravel.attack.AttackModel.Start;
import org.unravel.attack.Signal.Constant;
import org.unravel.attack.Signal.Pulse;
import org.unravel.attack.Signal.Shape;

/** The oracle against closed forms. */
class OracleTest {

    /** Step control keeps 1e-12 a step; a run has some tens. */
    private static final double TOLERANCE = 1e-10;

    private static final SmallMatrix LOWER = SmallMatrix.unit(2, 1, 0);
    static final NamedOperator SM = new NamedOperator("sm(q)", LOWER);
    static final NamedOperator SX = new NamedOperator("sx(q)", LOWER.plus(LOWER.adjoint()));
    static final NamedOperator SZ = new NamedOperator("sz(q)", SmallMatrix.diagonal(1, -1));
    static final NamedOperator EXCITED = new NamedOperator("proj(q, e)", SmallMatrix.unit(2, 0, 0));
    private static final OperatorSum NOTHING = new OperatorSum(List.of());
    private static final TestSpace QUBIT = new TestSpace("q: qubit", 2, List.of(SZ), List.of(SX), List.of(SM), List.of("q: e", "q: g"));

    static AttackModel qubit(OperatorSum hamiltonian, List<BathPart> baths, double end) {
        Start excited = new Start("{q: e}", EXCITED.matrix(), 0);
        return new AttackModel(0, QUBIT, hamiltonian, Optional.empty(), baths, excited, 0, end, 3,
                List.of(new ObservablePart("excited", OperatorSum.of(EXCITED))), new SamplingPart(1000, 1, false), "");
    }

    static BathPart emission(Signal rate, Signal heat) {
        return new BathPart("b", Double.NaN, List.of(new ChannelPart("down", OperatorSum.of(SM), rate, heat, true)));
    }

    private static OracleCurves solve(AttackModel model) {
        OracleCurves once = Oracle.solve(model, Oracle.Care.ONCE);
        assertTrue(once.distance(Oracle.solve(model, Oracle.Care.TWICE)) < TOLERANCE);
        return once;
    }

    @Test
    void detunedQubitTurnsAsRabiSaid() {
        double omega = 1.2;
        double delta = 0.9;
        OracleCurves c = solve(qubit(NOTHING.plus(new Constant(omega / 2), SX).plus(new Constant(delta / 2), SZ), List.of(), 40));
        double all = Math.hypot(omega, delta);
        assertEquals(1 - omega * omega / (all * all) * Math.pow(Math.sin(all * 40 / 2), 2), c.end("excited"), TOLERANCE);
    }

    @Test
    void pulsesOfAnyWidthTurnByTheirArea() {
        for (double width : new double[] {1e-6, 1e-3, 0.5}) {
            double area = 0.7;
            for (Shape shape : List.of(Shape.GAUSS, Shape.SECH)) {
                double height = area / width / (shape == Shape.GAUSS ? Math.sqrt(Math.PI) : Math.PI);
                OracleCurves c = solve(qubit(NOTHING.plus(new Pulse(shape, height, 50, width, 0, 0), SX), List.of(), 100));
                assertEquals(Math.pow(Math.cos(area), 2), c.end("excited"), TOLERANCE);
            }
        }
    }

    @Test
    void decayGivesItsQuantumAndItsEnergy() {
        OracleCurves c = solve(qubit(NOTHING.plus(new Constant(1.5), SZ), List.of(emission(new Constant(0.3), new Constant(-3))), 7));
        double jumps = -Math.expm1(-0.3 * 7);
        assertEquals(jumps, c.end("jumps.b.down"), TOLERANCE);
        assertEquals(-3 * jumps, c.end("heat"), 3 * TOLERANCE);
        assertEquals(-3 * jumps, c.end("heat.counted.b"), 3 * TOLERANCE);
        assertEquals(0, c.end("work"), 3 * TOLERANCE);
    }

    @Test
    void ratesAndQuantaMayBePulses() {
        Pulse rate = new Pulse(Shape.GAUSS, 2e4 / Math.sqrt(Math.PI), 3.1, 1e-4, 0, 0);
        OracleCurves once = solve(qubit(NOTHING, List.of(emission(rate, new Constant(-1))), 10));
        assertEquals(-Math.expm1(-2), once.end("jumps.b.down"), TOLERANCE);
        Pulse heat = new Pulse(Shape.GAUSS, 1000, 5.05, 0.003, 0, 0);
        ChannelPart flip = new ChannelPart("flip", OperatorSum.of(SX), new Constant(1), heat, true);
        OracleCurves flips = solve(qubit(NOTHING, List.of(new BathPart("b", Double.NaN, List.of(flip))), 10));
        assertEquals(3 * Math.sqrt(Math.PI), flips.end("heat.counted"), 1000 * TOLERANCE);
    }

    @Test
    void rateThatFallsWithTimeLeavesAPower() {
        OracleCurves c = solve(qubit(NOTHING, List.of(emission(new Signal.Decay(0.5, -1e-6, 0), new Constant(-1))), 1));
        assertEquals(Math.pow(1 + 1e6, -0.5), c.end("excited"), TOLERANCE);
    }

    @Test
    void rampOfTheGapIsWork() {
        OracleCurves c = solve(qubit(NOTHING.plus(new Signal.Ramp(4, 2, 5), SZ).plus(new Signal.Window(3, 1, 10), SZ), List.of(), 10));
        assertEquals(4, c.end("work"), 7 * TOLERANCE);
        assertEquals(3, c.curve("work")[1] - 4, 7 * TOLERANCE);
    }

    @Test
    void stiffDecayBesideASlowPulse() {
        OperatorSum h = NOTHING.plus(new Pulse(Shape.GAUSS, 1, 5, 1, 0, 0), SX);
        double gamma = 1e5;
        OracleCurves c = solve(qubit(h, List.of(emission(new Constant(gamma), new Constant(0))), 10));
        // adiabatic elimination: the ground state is left at a rate 4 f²/gamma, to first order in 1/gamma
        assertEquals(1 + 4 * Math.sqrt(Math.PI / 2) / gamma, c.end("jumps.b.down"), 100 / (gamma * gamma));
    }
}
