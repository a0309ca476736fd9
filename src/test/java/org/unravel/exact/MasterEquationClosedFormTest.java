package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.unravel.exact.Curves.assertClose;
import static org.unravel.exact.Curves.curve;
import static org.unravel.exact.Curves.sample;
import static org.unravel.exact.ModelFixture.channel;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.unravel.model.InitialState;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeGrid;

/** The master equation against solutions that are known in closed form. */
class MasterEquationClosedFormTest {

    /** What {@link MasterEquation} promises: steps are held to 1e-12, and at most some ten of their errors add up unrelaxed. */
    private static final double TOLERANCE = 1e-11;

    /** For what must vanish identically: some hundred roundings of numbers of order one. */
    private static final double ROUNDING = 1e-13;

    private static final double OMEGA = 1.3;
    private static final double GAMMA = 0.2;

    @Test
    void spontaneousEmissionGivesItsQuantumToTheBath() {
        Model model = ModelFixture.of(Operators.constant(OMEGA, Operators.EXCITED)).level(0)
                .bath("vacuum", channel("emission", Operators.SIGMA_MINUS, GAMMA, -OMEGA))
                .observable("excited", Operators.EXCITED).time(0, 40, 81).build();
        ExactCurves exact = MasterEquation.solve(model);
        TimeGrid grid = model.time();
        double[] decayed = sample(grid, t -> -Math.expm1(-GAMMA * t));
        double[] heat = sample(grid, t -> OMEGA * Math.expm1(-GAMMA * t));
        assertClose("excited", sample(grid, t -> Math.exp(-GAMMA * t)), curve(exact, "excited"), TOLERANCE);
        assertClose("jumps", decayed, curve(exact, "jumps.vacuum.emission"), TOLERANCE);
        for (String name : List.of(Quantity.HEAT, Quantity.HEAT_COUNTED, "heat.counted.vacuum", Quantity.ENERGY_CHANGE)) {
            assertClose(name, heat, curve(exact, name), TOLERANCE);
        }
        assertClose("work", new double[grid.pointCount()], curve(exact, Quantity.WORK), ROUNDING);
        assertClose("quantum", new double[grid.pointCount()], curve(exact, Quantity.HEAT_QUANTUM), ROUNDING);
    }

    @Test
    void thermalQubitRelaxesAtTheSumOfItsRates() {
        double up = 0.07;
        double total = GAMMA + up;
        Model model = ModelFixture.of(Operators.constant(OMEGA / 2, Operators.SIGMA_Z))
                .bath("environment", channel("down", Operators.SIGMA_MINUS, GAMMA, -OMEGA), channel("up", Operators.SIGMA_PLUS, up, OMEGA))
                .observable("excited", Operators.EXCITED).time(2, 30, 57).build();
        ExactCurves exact = MasterEquation.solve(model);
        double[] excited = sample(model.time(), t -> -up / total * Math.expm1(-total * (t - 2)));
        double[] jumpsDown = sample(model.time(), t -> GAMMA * up / total * (t - 2 + Math.expm1(-total * (t - 2)) / total));
        assertClose("excited", excited, curve(exact, "excited"), TOLERANCE);
        assertClose("down", jumpsDown, curve(exact, "jumps.environment.down"), TOLERANCE);
        double[] heat = sample(model.time(), t -> -OMEGA * up / total * Math.expm1(-total * (t - 2)));
        assertClose("heat", heat, curve(exact, Quantity.HEAT), TOLERANCE);
        assertFalse(exact.curve(Quantity.HEAT_JUMP).isPresent());
        assertFalse(exact.curve(Quantity.HEAT_UNITARY).isPresent());
    }

    /** first_law_article.md §2. The Gibbs weight of level 40 at n = 0.25 is 5^-40, so the cut is below rounding. */
    @Test
    void dampedOscillatorLosesItsQuantaExponentially() {
        double n = 0.25;
        int levels = 41;
        Model model = ModelFixture.of(Operators.constant(OMEGA, Operators.number(levels))).level(4)
                .bath("environment", channel("down", Operators.annihilation(levels), GAMMA * (1 + n), -OMEGA),
                        channel("up", Operators.annihilation(levels).adjoint(), GAMMA * n, OMEGA))
                .observable("quanta", Operators.number(levels)).time(0, 10, 21).build();
        ExactCurves exact = MasterEquation.solve(model);
        assertClose("quanta", sample(model.time(), t -> n + (4 - n) * Math.exp(-GAMMA * t)), curve(exact, "quanta"), TOLERANCE);
        double[] heat = sample(model.time(), t -> OMEGA * (4 - n) * Math.expm1(-GAMMA * t));
        assertClose("heat", heat, curve(exact, Quantity.HEAT), TOLERANCE);
        assertClose("counted", heat, curve(exact, Quantity.HEAT_COUNTED), TOLERANCE);
    }

    /** first_law_article.md §3 at ϑ = π/2 from r = (1, 0, 0): r_x = e^{−γt} turns into no other component, and Q̇ = −½γω r_x. */
    @Test
    void dephasingAcrossTheEnergyAxisGivesQuantumHeatOnly() {
        double decay = 0.3;
        double[] amplitudes = {Math.sqrt(0.5), Math.sqrt(0.5)};
        InitialState plus = InitialState.pure(amplitudes, new double[2]);
        Model model = ModelFixture.of(Operators.constant(OMEGA / 2, Operators.SIGMA_X)).initial(plus)
                .bath("dephasing", channel("z", Operators.SIGMA_Z, decay / 2, 0)).time(0, 20, 41).build();
        ExactCurves exact = MasterEquation.solve(model);
        double[] heat = sample(model.time(), t -> OMEGA / 2 * Math.expm1(-decay * t));
        assertClose("quantum", heat, curve(exact, Quantity.HEAT_QUANTUM), TOLERANCE);
        assertClose("counted", new double[heat.length], curve(exact, Quantity.HEAT_COUNTED), 0);
        assertClose("jumps", sample(model.time(), t -> decay / 2 * t), curve(exact, "jumps.dephasing.z"), TOLERANCE);
    }

    @Test
    void rabiOscillationsTakeNoHeat() {
        double rabi = 0.7;
        Model model = ModelFixture.of(Operators.constant(rabi / 2, Operators.SIGMA_X)).energy(Operators.constant(1, Operators.EXCITED))
                .observable("y", Operators.SIGMA_Y).build();
        ExactCurves exact = MasterEquation.solve(model);
        double[] excited = sample(model.time(), t -> Math.pow(Math.sin(rabi * t / 2), 2));
        assertClose("energy", excited, curve(exact, Quantity.ENERGY), TOLERANCE);
        assertClose("unitary heat", excited, curve(exact, Quantity.HEAT_UNITARY), TOLERANCE);
        assertClose("heat", excited, curve(exact, Quantity.HEAT), TOLERANCE);
        assertClose("y", sample(model.time(), t -> Math.sin(rabi * t)), curve(exact, "y"), TOLERANCE);
        for (String name : List.of(Quantity.HEAT_JUMP, Quantity.HEAT_DRIFT, Quantity.HEAT_COUNTED, Quantity.WORK)) {
            assertArrayEquals(new double[excited.length], curve(exact, name), name);
        }
    }

    /** physics.md, "What is exact", example: the rate of quantum heat is −(ΩΓ/2) cos(ω_d t)⟨σ_x⟩; its integral by Simpson's rule on a fine grid. */
    @Test
    void localDissipatorUnderDriveCostsQuantumHeat() {
        double drive = 0.4;
        double frequency = 0.9;
        Model model = ModelFixture.of(Operators.constant(OMEGA / 2, Operators.SIGMA_Z)
                        .plus(Operators.times(Drives.cosine(drive, frequency), Operators.SIGMA_X)))
                .bath("environment", channel("emission", Operators.SIGMA_MINUS, GAMMA, -OMEGA))
                .observable("x", Operators.SIGMA_X).observable("excited", Operators.EXCITED).time(0, 20, 4001).build();
        ExactCurves exact = MasterEquation.solve(model);
        double[] x = curve(exact, "x");
        double[] quantum = new double[x.length];
        double[] work = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double t = model.time().time(i);
            quantum[i] = -drive * GAMMA / 2 * Math.cos(frequency * t) * x[i];
            work[i] = -drive * frequency * Math.sin(frequency * t) * x[i];
        }
        // Simpson's rule at h = 0.005 errs by h⁴/180 · 20 · f⁗ < 1e-10 for a fourth derivative of at most 1.4
        double simpson = 1e-10;
        assertEquals(simpson(quantum, model.time().step()), curve(exact, Quantity.HEAT_QUANTUM)[4000], simpson);
        assertEquals(simpson(work, model.time().step()), curve(exact, Quantity.WORK)[4000], simpson);
        double[] excited = curve(exact, "excited");
        assertEquals(-OMEGA * GAMMA * simpson(excited, model.time().step()), curve(exact, Quantity.HEAT_COUNTED)[4000], simpson);
        assertTrue(Math.abs(curve(exact, Quantity.HEAT_QUANTUM)[4000]) > 0.01, "the quantum heat must not vanish");
    }

    private static double simpson(double[] f, double h) {
        double sum = f[0] + f[f.length - 1];
        for (int i = 1; i < f.length - 1; i++) {
            sum += (i % 2 == 1 ? 4 : 2) * f[i];
        }
        return sum * h / 3;
    }

    /** A rate 400 times the frequency: the excited state empties before it turns, and the ground state stays. */
    @Test
    void stiffRatesFinish() {
        double rate = 400 * OMEGA;
        Model model = ModelFixture.of(Operators.constant(OMEGA / 2, Operators.SIGMA_Z)).level(0)
                .bath("vacuum", channel("emission", Operators.SIGMA_MINUS, rate, -OMEGA)).time(0, 20, 5).build();
        double[] heat = sample(model.time(), t -> OMEGA * Math.expm1(-rate * t));
        assertClose("heat", heat, curve(MasterEquation.solve(model), Quantity.HEAT), TOLERANCE);
    }

    @Test
    void observableMayDependOnTime() {
        TimeDependentOperator ramped = Operators.times(new Drives.Steps(0.5, new double[0], new double[] {1}), Operators.EXCITED);
        Model model = ModelFixture.of(Operators.constant(OMEGA, Operators.EXCITED)).level(0)
                .bath("vacuum", channel("emission", Operators.SIGMA_MINUS, GAMMA, -OMEGA)).observable("ramped", ramped).build();
        double[] expected = sample(model.time(), t -> (1 + 0.5 * t) * Math.exp(-GAMMA * t));
        assertClose("ramped", expected, curve(MasterEquation.solve(model), "ramped"), TOLERANCE);
    }
}
