package org.unravel.validation;

import java.util.Arrays;
import java.util.Comparator;

/**
 * p-values corrected for the number of tests, whatever their dependence: with p_(1) ≤ … ≤ p_(m), max over j ≤ i of (m − j + 1) p_(j), at most 1.
 *
 * @see <a href="https://www.jstor.org/stable/4615733">Holm (1979), Scand. J. Stat. 6, 65</a>
 */
final class HolmCorrection {

    private HolmCorrection() {
    }

    /** The corrected p-values, in the order given. */
    static double[] of(double[] pValues) {
        Integer[] order = new Integer[pValues.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> pValues[i]));
        double[] corrected = new double[pValues.length];
        double largest = 0;
        for (int j = 0; j < order.length; j++) {
            largest = Math.max(largest, Math.min(1, (order.length - j) * pValues[order[j]]));
            corrected[order[j]] = largest;
        }
        return corrected;
    }
}
