package org.unravel.engine.energy;

import java.util.Arrays;

import org.unravel.engine.sector.EnergyTerms;

/**
 * Energy integrals of every lane since the start of the run, a row for each.
 *
 * @param rows shape [integrals][lanes]: {@link #WORK}, {@link #DRIFT}, {@link #UNITARY}, then the drift heat of each bath apart
 */
public record EnergyIntegrals(double[][] rows) {

    /** ∫⟨Ė⟩dt. */
    public static final int WORK = 0;
    /** ∫(⟨E⟩⟨K⟩ − ½⟨{E,K}⟩)dt. */
    public static final int DRIFT = 1;
    /** ∫i⟨[H,E]⟩dt. */
    public static final int UNITARY = 2;
    /** Drift heat of the first bath apart: as {@link #DRIFT} with the K of that bath. */
    public static final int APART = 3;

    public EnergyIntegrals(EnergyTerms terms, int lanes) {
        this(new double[count(terms)][lanes]);
    }

    public static int count(EnergyTerms terms) {
        return APART + terms.apart();
    }

    public double[] work() {
        return rows[WORK];
    }

    public double[] drift() {
        return rows[DRIFT];
    }

    public double[] unitary() {
        return rows[UNITARY];
    }

    /** Drift heat of a bath apart. */
    public double[] apart(int bath) {
        return rows[APART + bath];
    }

    /** Drift heats of all baths apart, shape [baths apart][lanes]. */
    public double[][] apart() {
        return Arrays.copyOfRange(rows, APART, rows.length);
    }

    /** The same with room for more lanes. */
    public EnergyIntegrals widened(int lanes) {
        return new EnergyIntegrals(Arrays.stream(rows).map(r -> Arrays.copyOf(r, lanes)).toArray(double[][]::new));
    }

    public void clear() {
        for (double[] row : rows) {
            Arrays.fill(row, 0);
        }
    }

    /** Copies the integrals of one lane into a column of a matrix of the same rows. */
    public void copy(int lane, double[][] into, int column) {
        for (int i = 0; i < rows.length; i++) {
            into[i][column] = rows[i][lane];
        }
    }

    /** Sets the integrals of a lane, shape [integrals]. */
    public void set(int lane, double[] values) {
        for (int i = 0; i < rows.length; i++) {
            rows[i][lane] = values[i];
        }
    }
}
