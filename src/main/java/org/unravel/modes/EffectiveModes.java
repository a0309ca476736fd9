package org.unravel.modes;

import java.util.Arrays;

import org.unravel.effective.EffectiveCurves;

/** Eigenvalues of the generator of one part: those of k are frequencies, those of the damping are rates. */
record EffectiveModes(double[] times, double[] largestFrequency, double[] smallestFrequency, double[] largestRate, double[] smallestRate, double[] condition) implements EffectiveCurves {

    /** Of the rows of {@link MinimalDissipation#spreads}, null where there is no generator. */
    static EffectiveModes of(double[] times, double[][] spreads) {
        double[][] columns = new double[5][];
        for (int c = 0; c < columns.length; c++) {
            int column = c;
            columns[c] = Arrays.stream(spreads).mapToDouble(row -> row == null ? Double.NaN : row[column]).toArray();
        }
        return new EffectiveModes(times, columns[0], columns[1], columns[2], columns[3], columns[4]);
    }
}
