package org.unravel.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** A sum of e^{−ikωt} with known coefficients gives them back. */
class FourierSumTest {

    @Test
    void coefficientsOfASumAreFoundAtTheirPlaces() {
        int n = 16;
        double[] re = new double[n];
        double[] im = new double[n];
        for (int j = 0; j < n; j++) {
            for (int k = -3; k <= 5; k++) {
                double angle = -2 * Math.PI * k * j / n;
                double a = 1.0 / (4 + k);
                double b = 0.1 * k;
                re[j] += a * Math.cos(angle) - b * Math.sin(angle);
                im[j] += a * Math.sin(angle) + b * Math.cos(angle);
            }
        }
        FourierSum.coefficients(re, im);
        for (int place = 0; place < n; place++) {
            int k = place < n / 2 ? place : place - n;
            boolean inside = k >= -3 && k <= 5;
            assertEquals(inside ? 1.0 / (4 + k) : 0, re[place], 1e-15);
            assertEquals(inside ? 0.1 * k : 0, im[place], 1e-15);
        }
    }

    @Test
    void anyOtherNumberOfValuesIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> FourierSum.coefficients(new double[12], new double[12]));
    }
}
