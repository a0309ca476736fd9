package org.unravel.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unravel.figure.Axis;
import org.unravel.figure.Series;
import org.unravel.figure.Series.Form;

class TicksTest {

    private static List<String> texts(Axis.Scale scale, double low, double high) {
        return Ticks.of(new AxisRange(new Axis("a", "", scale), low, high)).stream().map(Ticks.Tick::text).filter(t -> !t.isEmpty()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0|1|0, 0.2, 0.4, 0.6, 0.8, 1.0", "-0.1|0.31|−0.1, 0, 0.1, 0.2, 0.3", "0|3e-4|0, 1×10⁻⁴, 2×10⁻⁴, 3×10⁻⁴", "-2e-4|2e-4|−2×10⁻⁴, 0, 2×10⁻⁴",
            "0|2.5e5|0, 1×10⁵, 2×10⁵", "999.9|1000.1|999.9, 1000.0, 1000.1"})
    void numbersOfLinearAxes(double low, double high, String expected) {
        assertEquals(expected, String.join(", ", texts(Axis.Scale.LINEAR, low, high)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1e-4|1|10⁻⁴, 10⁻³, 10⁻², 10⁻¹, 10⁰", "0.1|2|0.1, 0.2, 0.5, 1, 2", "1e-20|1|10⁻²⁰, 10⁻¹⁶, 10⁻¹², 10⁻⁸, 10⁻⁴, 10⁰", "2e-5|5e-5|2×10⁻⁵, 5×10⁻⁵"})
    void numbersOfLogarithmicAxes(double low, double high, String expected) {
        assertEquals(expected, String.join(", ", texts(Axis.Scale.LOGARITHMIC, low, high)));
    }

    @Test
    void numbersDoNotDependOnTheLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals("0.5", texts(Axis.Scale.LINEAR, 0.5, 0.9).get(0));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "1.01,1,2", "0.2,0.2,0.2", "3e-7,2e-7,5e-7", "7,5,10", "1e-300,1e-300,1e-300"})
    void neighboursAmongOneTwoAndFive(double value, double below, double above) {
        assertEquals(below, Ticks.below(value), 1e-12 * below);
        assertEquals(above, Ticks.above(value), 1e-12 * above);
    }

    private static AxisRange vertical(Axis.Scale scale, Series... series) {
        return AxisRange.vertical(new Axis("a", "", scale), List.of(series));
    }

    private static Series series(Form form, double... y) {
        double[] x = new double[y.length];
        return Series.of("s", form, 0, x, y);
    }

    @Test
    void axesHoldAllValuesAndErrorBars() {
        AxisRange range = vertical(Axis.Scale.LINEAR, Series.of("s", Form.SAMPLED_POINTS, 0, new double[2], new double[] {1, 2}, new double[] {0.5, 3}, new boolean[0]));
        assertTrue(range.low() <= -1 && range.high() >= 5, range.toString());
        assertEquals(0, vertical(Axis.Scale.LINEAR, series(Form.EXACT_POINTS, 0.2, 0.3)).low());
        assertTrue(vertical(Axis.Scale.LINEAR, series(Form.EXACT_POINTS, -0.2, 0.3)).low() < -0.2);
    }

    @Test
    void pointsKeepOffTheEndsOfALogarithmicAxis() {
        double[] x = {20, 200, 20_000};
        Axis axis = Axis.logarithmic("n", "");
        AxisRange range = AxisRange.horizontal(axis, List.of(Series.of("s", Form.SAMPLED_POINTS, 0, x, x)));
        assertEquals(10, range.low(), 1e-9);
        assertEquals(50_000, range.high(), 1e-6);
        assertEquals(20_000, AxisRange.horizontal(axis, List.of(Series.of("s", Form.SAMPLED_CURVE, 0, x, x))).high(), 1e-6);
    }

    @Test
    void axesHoldStacksOfShares() {
        AxisRange range = vertical(Axis.Scale.LINEAR, series(Form.SHARE, 2, -1), series(Form.SHARE, 3, -4));
        assertEquals(5 + 0.05 * 10, range.high(), 1e-12);
        assertEquals(-5 - 0.05 * 10, range.low(), 1e-12);
        assertEquals(-0.05 * 2, vertical(Axis.Scale.LINEAR, series(Form.SHARE, 1, 2)).low(), 1e-12);
    }

    /** The tail of an exact curve would press what was sampled together. */
    @Test
    void exactCurvesDoNotStretchALogarithmicAxisDownwards() {
        AxisRange range = vertical(Axis.Scale.LOGARITHMIC, series(Form.SAMPLED_POINTS, 0.02, 0.1), series(Form.EXACT_CURVE, 1e-15, 0.4));
        assertEquals(0.02, range.low(), 1e-9);
        assertEquals(0.5, range.high(), 1e-9);
        assertEquals(1e-15, vertical(Axis.Scale.LOGARITHMIC, series(Form.EXACT_CURVE, 1e-15, 0.4)).low(), 1e-20);
    }

    @Test
    void axesOfNothingAndOfOneValueHaveALength() {
        for (Axis.Scale scale : Axis.Scale.values()) {
            for (Series series : List.of(series(Form.EXACT_CURVE), series(Form.EXACT_CURVE, 3, 3), series(Form.EXACT_CURVE, 0), series(Form.EXACT_CURVE, 1e-300), series(Form.EXACT_CURVE, 1e300, Double.NaN),
                    series(Form.EXACT_CURVE, 1, 1 + 1e-15))) {
                AxisRange range = vertical(scale, series);
                assertTrue(range.high() > range.low() && Double.isFinite(range.high() - range.low()), range.toString());
                int count = Ticks.of(range).size();
                assertTrue(count >= 2 && count < 60, range + " has " + count);
            }
        }
    }
}
