package org.unravel.modelfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pulses between the places where a step is looked at. A grid step is 1/2. */
class NarrowPeaksTest {

    private static final double WIDTH = 0.001;
    /** A mark within a factor of two of the highest value: e^{-x²} ≥ 1/2 for |x| ≤ √ln 2. */
    private static final double DISTANCE = WIDTH * Math.sqrt(Math.log(2));

    private static double[] breakpoints(String drive) {
        return ModelReader.read("test.yaml", """
                unravel: 1
                name: test
                space: {q: qubit}
                hamiltonian: sz/2 + (DRIVE)*sx
                initial: {q: g}
                time: {end: 100, points: 201}
                """.replace("DRIVE", drive), Map.of()).breakpoints();
    }

    /** Alone, of either sign, on a drive that is larger, times a carrier, and beside one that shows. */
    @ParameterizedTest
    @ValueSource(strings = {"200*PULSE", "-1e-4*PULSE", "3*cos(t) + PULSE", "cos(700*t)*PULSE", "exp(-(t - 20)^2) + PULSE", "re(exp(i*t)*PULSE)"})
    void hiddenPulseIsMarked(String drive) {
        double[] found = breakpoints(drive.replace("PULSE", "exp(-((t - 50.17)/" + WIDTH + ")^2)"));
        assertEquals(1, found.length);
        assertEquals(50.17, found[0], DISTANCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cos(3*t)", "sin(40*t)", "exp(-((t - 50)/0.3)^2)", "exp(-((t - 50)/0.05)^2)", "exp(8*cos(2*pi*t) - 8)", "t*(100 - t)",
        "cos(t)^2 + sin(t)^2 + 0.1*t", "1/(1 + (t - 30)^2)", "cos(0.1*t^2/2)*exp(-((t - 50)/10)^2)", "tanh((t - 50)/5)", "sqrt(t + 1)",
        "cos(pi*t) + 0.3*cos(2.2*t)"})
    void whatStepsShowHasNoMark(String drive) {
        assertArrayEquals(new double[0], breakpoints(drive));
    }

    /** A mark is a breakpoint and nothing else. */
    @Test
    void markChangesNoValue() {
        Scalars.Time time = new Scalars.Time();
        Scalar mark = new Kinks.Mark(time, List.of(3.0));
        for (double t : new double[] {2, 3, 4}) {
            assertEquals(time.at(t), Scalars.total(List.of(time, mark)).at(t));
        }
    }
}
