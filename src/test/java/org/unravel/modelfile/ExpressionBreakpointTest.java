package org.unravel.modelfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.unravel.modelfile.ExpressionProbe.function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.model.ModelException;
import org.unravel.model.TimeFunction;
import org.unravel.numeric.Interval;

/** Times of jumps and kinks against the zeros known in closed form. */
class ExpressionBreakpointTest {

    /** A zero is bisected to neighbouring numbers; the argument is rounded a few times, here by at most 8 roundings of 100. */
    private static final double ROUNDING = 8 * 100 * 0x1p-52;
    /** Around a double zero, 1 − cos is flat to rounding over √(2 · 2⁻⁵³) ≈ 1.5e-8. */
    private static final double FLAT = 2e-8;

    @Test
    void affineArgumentsAreExact() {
        assertArrayEquals(new double[] {5}, function("step(t-5)").breakpoints(0, 7), 0);
        assertArrayEquals(new double[] {0.1}, function("abs(0.1-t)").breakpoints(-1, 60), 0);
        assertArrayEquals(new double[] {2, 3}, function("ramp(t, 2, 3)").breakpoints(2, 3), 0);
        assertArrayEquals(new double[] {0, 7}, function("step(t)*step(7-t)").breakpoints(0, 7), 0);
        assertArrayEquals(new double[] {5}, function("step(t-5)").breakpoints(5, 5), 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cos(t)", "abs(exp(i*t))", "step(t+1)", "step(3)*t", "abs(2+sin(t))", "0*step(t-1)", "step(exp(t))",
            "sqrt(1+0.5*exp(i*t))", "log(2+exp(i*t))", "exp(i*t)^3", "sqrt(2+i*(t-5))", "sqrt(exp(i*t)*exp(-i*t))", "sqrt(2+cos(t))"})
    void smoothFunctionsHaveNone(String text) {
        assertEquals(0, function(text).breakpoints(0, 10).length);
    }

    @Test
    void narrowPulsesAreFound() {
        double[] found = function("step(t-5.3)*step(5.3+1e-9-t)").breakpoints(0, 1000);
        assertArrayEquals(new double[] {5.3, 5.3 + 1e-9}, found, 0x1p-50 * 5.3);
        double[] oneArgument = function("step(-(t-3)*(t-3-1e-9))").breakpoints(0, 10);
        assertArrayEquals(new double[] {3, 3 + 1e-9}, oneArgument, 0x1p-50 * 3);
        double[] bell = function("step(exp(-((t-2)/1e-7)^2) - 0.5)").breakpoints(0, 10);
        double halfWidth = 1e-7 * Math.sqrt(Math.log(2));
        assertArrayEquals(new double[] {2 - halfWidth, 2 + halfWidth}, bell, 2e-15);
    }

    /** Where the larger one changes hands, in closed form; a table at its points, also behind another function. */
    @Test
    void extremaAndTables() {
        assertArrayEquals(new double[] {Math.PI / 4, 5 * Math.PI / 4}, function("max(sin(t), cos(t))").breakpoints(0, 6), ROUNDING);
        assertArrayEquals(new double[] {Math.PI / 4, 5 * Math.PI / 4}, function("min(sin(t), cos(t))").breakpoints(0, 6), ROUNDING);
        assertArrayEquals(new double[] {1, 2}, function("max(t, 1, 2*t-2)").breakpoints(0, 6), 0);
        assertArrayEquals(new double[0], function("max(t, t)").breakpoints(0, 6), 0);
        assertArrayEquals(new double[] {1, 2, 3}, function("max(ramp(t, 1, 3), 0.5)").breakpoints(0, 6), 0);
        assertArrayEquals(new double[] {0.1, 0.7, 3}, function("table(t, [0, 0.1, 0.7, 3, 9], [0, 1, 0, 1, 0])").breakpoints(0.05, 8), 0);
        assertArrayEquals(new double[] {Math.sqrt(0.5), 1, Math.sqrt(2)}, function("table(t^2, [0, 0.5, 1, 2, 9], [0, 1, 0, 1, 0])").breakpoints(0.1, 2), ROUNDING);
        double[] edges = function("step(table(t, [0, 1, 2], [0, 1, 0]) - 0.25)").breakpoints(0, 2);
        assertArrayEquals(new double[] {0, 0.25, 1, 1.75, 2}, edges, ROUNDING);
    }

    @Test
    void nestedExtremaTakeNoMoreThanTheirParts() {
        StringBuilder text = new StringBuilder("t");
        for (int k = 1; k < 60; k++) {
            text.insert(0, "max(").append(", ").append(k % 2 == 0 ? 2 : 1).append("*t - ").append(k).append(')');
        }
        TimeFunction.Value v = function(text.toString()).at(30, 1);
        assertEquals(30, v.re());
        assertEquals(2 * 100 - 2, function(text.toString()).at(100).re());
    }

    @Test
    void squareWaveHasItsEdges() {
        double[] found = function("step(sin(2*pi*t))").breakpoints(0.25, 100.25);
        assertEquals(200, found.length);
        for (int k = 0; k < found.length; k++) {
            assertEquals(0.5 * (k + 1), found[k], ROUNDING);
        }
    }

    @Test
    void touchingZeroIsFoundOnce() {
        double[] found = function("abs(1-cos(t))").breakpoints(-1, 7);
        assertEquals(2, found.length);
        assertEquals(0, found[0], FLAT);
        assertEquals(2 * Math.PI, found[1], FLAT);
    }

    @Test
    void nestedFunctions() {
        // |t - 3| = 1 at 2 and 4, and it bends at 3.
        assertArrayEquals(new double[] {2, 3, 4}, function("step(1-abs(t-3))").breakpoints(0, 10), 0);
        assertArrayEquals(new double[] {1, 4}, function("step(step(t-1)+step(t-4)-1.5)").breakpoints(0, 10), 0);
        // A ramp from 1 to 3 passes 1/2 at 2.
        assertArrayEquals(new double[] {1, 2, 3}, function("abs(ramp(t, 1, 3)-0.5)").breakpoints(0, 10), 0);
    }

    @Test
    void argumentsOfManyKinds() {
        assertArrayEquals(new double[] {Math.log(2)}, function("step(exp(t)-2)").breakpoints(0, 5), ROUNDING);
        assertArrayEquals(new double[] {Math.E}, function("step(log(t)-1)").breakpoints(1, 5), ROUNDING);
        assertArrayEquals(new double[] {4}, function("step(sqrt(t)-2)").breakpoints(0, 5), ROUNDING);
        assertArrayEquals(new double[] {-2, 2}, function("step(t^2-4)").breakpoints(-5, 5), ROUNDING);
        assertArrayEquals(new double[] {Math.PI / 2}, function("step(re(exp(i*t)))").breakpoints(0, 3), ROUNDING);
        assertArrayEquals(new double[] {0.5 * Math.log(3)}, function("step(tanh(t)-0.5)").breakpoints(-5, 5), ROUNDING);
        assertArrayEquals(new double[] {Math.log(2)}, function("step(nbar(t, 1)-1)").breakpoints(0.1, 5), ROUNDING);
        assertArrayEquals(new double[] {Math.PI / 4}, function("step(im(log(cos(t)+i*sin(t)))-pi/4)").breakpoints(0, 1), ROUNDING);
        assertArrayEquals(new double[] {Math.sqrt(3)}, function("step(abs(1+i*t)-2)").breakpoints(0, 5), ROUNDING);
    }

    @Test
    void cutsArePassedWhereTheArgumentPassesTheNegativeAxis() {
        double[] pi = {0, Math.PI, 2 * Math.PI};
        assertArrayEquals(pi, function("sqrt(exp(i*t))").breakpoints(0, 7), ROUNDING);
        assertArrayEquals(pi, function("im(log(exp(i*t)))").breakpoints(0, 7), ROUNDING);
        assertArrayEquals(pi, function("exp(i*t)^1.5").breakpoints(0, 7), ROUNDING);
        assertArrayEquals(pi, function("exp(i*t)^(1+t)").breakpoints(0, 7), ROUNDING);
        assertArrayEquals(new double[] {3}, function("log(-1+i*(t-3))").breakpoints(0, 6), 0);
        // The outer root has its cut where the inner one is real and negative, which a principal root never is.
        assertArrayEquals(pi, function("sqrt(sqrt(exp(i*t)))").breakpoints(0, 7), ROUNDING);
    }

    /** On the real axis the logarithm changes its branch at the origin: iπ before, 0 after. */
    @Test
    void cutsBeginAtTheOrigin() {
        assertArrayEquals(new double[] {5, 8}, function("im(log(t-5+i*step(t-8)))").breakpoints(0, 10), 0);
        assertArrayEquals(new double[] {5, 8}, function("sqrt(t-5+i*step(t-8))").breakpoints(0, 10), 0);
        assertEquals(Math.PI, function("im(log(t-5+i*step(t-8)))").at(4.9, 2.5).re(), 0);
        assertEquals(0, function("im(log(t-5+i*step(t-8)))").at(5.1, 6.5).re(), 0);
    }

    @Test
    void eitherSideOfACutGoesOnToItsEnd() {
        double above = Math.nextDown(Math.PI);
        double below = Math.nextUp(Math.PI);
        for (double t : new double[] {above, Math.PI, below}) {
            assertValue(0, 1, function("sqrt(exp(i*t))").at(t, 3));
            assertValue(0, -1, function("sqrt(exp(i*t))").at(t, 3.2));
            assertValue(0, Math.PI, function("log(exp(i*t))").at(t, 3));
            assertValue(0, -Math.PI, function("log(exp(i*t))").at(t, 3.2));
            assertValue(0, -1, function("exp(i*t)^1.5").at(t, 3));
            assertValue(0, 1, function("exp(i*t)^1.5").at(t, 3.2));
        }
    }

    private static void assertValue(double re, double im, TimeFunction.Value value) {
        assertEquals(re, value.re(), ROUNDING);
        assertEquals(im, value.im(), ROUNDING);
    }

    @Test
    void boundsHoldUpToTheCut() {
        for (double[] piece : new double[][] {{0, Math.PI}, {Math.PI, 2 * Math.PI}}) {
            double branch = (piece[0] + piece[1]) / 2;
            for (String text : new String[] {"im(sqrt(exp(i*t)))", "im(log(exp(i*t)))", "re(exp(i*t)^0.3)"}) {
                TimeFunction f = function(text);
                for (int k = 0; k < 64; k++) {
                    double lo = piece[0] + (piece[1] - piece[0]) * k / 64;
                    double hi = piece[0] + (piece[1] - piece[0]) * (k + 1) / 64;
                    Interval bounds = f.bounds(lo, hi, branch, 1).re().coefficient(0);
                    assertTrue(bounds.contains(f.at(lo, branch).re()) && bounds.contains(f.at(hi, branch).re()), text + " on " + lo + ", " + hi + ": " + bounds);
                    assertTrue(bounds.hi() - bounds.lo() < 0.2, bounds::toString);
                }
            }
        }
    }

    @Test
    void jumpThroughAPoleIsFound() {
        assertArrayEquals(new double[] {5}, function("step(1/(t-5))").breakpoints(0, 7), ROUNDING);
    }

    @Test
    void tooManyAreRefused() {
        ModelException tooMany = assertThrows(ModelException.class, () -> function("step(sin(1e6*t))").breakpoints(0, 10));
        assertTrue(tooMany.getMessage().startsWith("expected at most 100000 jumps and kinks"), tooMany.getMessage());
        ModelException flat = assertThrows(ModelException.class, () -> function("step(t-t+1e-8)").breakpoints(0, 10));
        assertTrue(flat.getMessage().contains("stays too close to it"), flat.getMessage());
    }
}
