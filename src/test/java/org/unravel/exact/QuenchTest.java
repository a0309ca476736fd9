package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.unravel.exact.Curves.curve;
import static org.unravel.exact.ModelFixture.channel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.model.TimeDependentOperator;

/** A gap that jumps from 1 to 3 while the qubit decays with rate 0.5 from |e⟩: work 2 e^{−t_b/2} at the jump (physics.md, "The ledger"). */
class QuenchTest {

    private static final double RATE = 0.5;
    private static final double JUMP = 2;

    /** What {@link MasterEquation} promises, for numbers of order one. */
    private static final double TOLERANCE = 1e-11;

    private static Model quenchedAt(double time) {
        TimeDependentOperator gap = Operators.constant(1, Operators.EXCITED)
                .plus(Operators.times(Drives.step(time, JUMP), Operators.EXCITED));
        return ModelFixture.of(gap).level(0).bath("vacuum", channel("emission", Operators.SIGMA_MINUS, RATE, -1))
                .time(0, 4, 5).build();
    }

    /** Index of the first grid point that shows the larger gap, and the work of the quench. */
    @ParameterizedTest(name = "t_b = {0}")
    @CsvSource({"1.3, 2, 1.3", "2, 2, 2", "2.0000000000000004, 2, 2", "2.000000000001, 3, 2.000000000001", "1.999999999999, 2, 2", "4, 4, 4", "3.9999999999999, 4, 4"})
    void workOfAQuenchIsShownFromItsMomentOn(double time, int firstIndex, double moment) {
        ExactCurves exact = MasterEquation.solve(quenchedAt(time));
        for (int i = 0; i < 5; i++) {
            double gap = i < firstIndex ? 1 : 1 + JUMP;
            assertEquals(gap * Math.exp(-RATE * i), curve(exact, Quantity.ENERGY)[i], TOLERANCE, "energy " + i);
            double work = i < firstIndex ? 0 : JUMP * Math.exp(-RATE * moment);
            assertEquals(work, curve(exact, Quantity.WORK)[i], TOLERANCE, "work " + i);
        }
    }

    @Test
    void breakpointAtTheStartGivesNoWork() {
        ExactCurves exact = MasterEquation.solve(quenchedAt(0));
        for (int i = 0; i < 5; i++) {
            assertEquals((1 + JUMP) * Math.exp(-RATE * i), curve(exact, Quantity.ENERGY)[i], TOLERANCE);
            assertEquals(0, curve(exact, Quantity.WORK)[i]);
        }
    }

    @Test
    void heatAfterAQuenchIsThatOfTheLargerGap() {
        double[] heat = curve(MasterEquation.solve(quenchedAt(2)), Quantity.HEAT);
        double before = -(1 - Math.exp(-2 * RATE));
        double after = -(1 + JUMP) * (Math.exp(-2 * RATE) - Math.exp(-4 * RATE));
        assertEquals(before + after, heat[4], TOLERANCE);
    }

    /** A pulse much shorter than any step: its two quenches and the turn of the state between them must all be seen. */
    @Test
    void shortPulseIsNotSteppedOver() {
        double width = 1e-6;
        double area = Math.PI;
        double begin = 1.7;
        Drives.Steps pulse = new Drives.Steps(0, new double[] {begin, begin + width}, new double[] {0, area / width, 0});
        TimeDependentOperator hamiltonian = Operators.constant(1, Operators.EXCITED)
                .plus(Operators.times(pulse, Operators.SIGMA_X.scaled(0.5, 0)));
        ExactCurves exact = MasterEquation.solve(ModelFixture.of(hamiltonian).time(0, 4, 5).build());
        // the detuning turns the axis by width · gap / area, which shows in second order only
        double pulseTolerance = 1e-9;
        assertEquals(0, curve(exact, Quantity.ENERGY)[1], TOLERANCE);
        assertEquals(1, curve(exact, Quantity.ENERGY)[4], pulseTolerance);
        assertEquals(1, curve(exact, Quantity.WORK)[4], pulseTolerance);
    }
}
