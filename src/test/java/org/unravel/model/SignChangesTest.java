package org.unravel.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unravel.ModelText;

/** Changes of sign are found to the rounding of time, none is missed and none invented. */
class SignChangesTest {

    private static TimeFunction rate(String expression, double end) {
        return ModelText.read("""
                unravel: 1
                name: signs
                space: {q: qubit}
                hamiltonian: sz/2
                baths: {b: {channels: {c: {operator: sm, rate: RATE, heat: -1}}}}
                initial: {q: e}
                time: {end: END, points: 11}
                unraveling: martingale
                """.replace("RATE", "\"" + expression + "\"").replace("END", Double.toString(end))).channels().get(0).rate();
    }

    private static double[] found(String expression, double end) {
        return rate(expression, end) instanceof SignedRate r ? r.signChanges().stream().mapToDouble(t -> t).toArray() : new double[0];
    }

    @Test
    void thoseOfASineAreMultiplesOfPi() {
        double[] times = found("sin(t)", 100);
        assertEquals(31, times.length);
        for (int k = 0; k < times.length; k++) {
            assertEquals((k + 1) * Math.PI, times[k], 4 * Math.ulp(times[k]));
        }
    }

    /** A dip of a thousandth of the run; 2e^{−x²} = 1 at x = ±√ln 2. */
    @Test
    void aShortDipIsFound() {
        double[] times = found("1 - 2*exp(-((t - 5.03)/0.01)^2)", 10);
        assertEquals(2, times.length);
        assertEquals(5.03 - 0.01 * Math.sqrt(Math.log(2)), times[0], 1e-14);
        assertEquals(5.03 + 0.01 * Math.sqrt(Math.log(2)), times[1], 1e-14);
    }

    /** What touches zero, is zero for a while, has one sign, or jumps at a breakpoint of its own. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"sin(t)^2", "-sin(t)^2", "-1 - cos(t)", "0", "-0.3", "ramp(t, 3, 4)", "1 - 2*step(t - 3.21)", "(t - 3)^4"})
    void nothingIsInvented(String expression) {
        assertEquals(0, found(expression, 10).length, () -> Arrays.toString(found(expression, 10)));
    }

    /** A root of third order is flat: its place is known as far as the function is not negligible. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"(t - 3)^3 | 3 | 1e-3", "abs(t - 3) - 1 | 2 | 1e-14", "ramp(t, 3, 4) - ramp(t, 5, 6)*2 | 5.5 | 1e-14"})
    void rootsOfOtherKinds(String expression, double first, double tolerance) {
        double[] times = found(expression, 10);
        assertTrue(times.length >= 1, "none");
        assertEquals(first, times[0], tolerance);
    }

    /** They are breakpoints of the rate, of K and of the model. */
    @Test
    void theyAreBreakpoints() {
        TimeFunction rate = rate("sin(t)", 10);
        double[] expected = IntStream.rangeClosed(1, 3).mapToDouble(k -> k * Math.PI).toArray();
        assertEquals(3, rate.breakpoints(0, 10).length);
        assertEquals(expected[1], rate.times(TimeFunction.constant(2)).breakpoints(4, 7)[0], 1e-14);
        assertEquals(1, rate.breakpoints(4, 7).length);
    }
}
