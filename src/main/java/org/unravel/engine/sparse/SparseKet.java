package org.unravel.engine.sparse;

import org.unravel.engine.sector.EnergyTerms;
import org.unravel.engine.taylor.SlicedRows;

/**
 * One lane of the sparse engine: its ket, unnormalised since the last jump, and the forms of {@link SparseForms} there.
 *
 * @param re real parts, padded as {@link SlicedRows} wants them
 * @param im imaginary parts
 * @param forms shape [{@link SparseForms#count}]
 */
record SparseKet(double[] re, double[] im, double[] forms) {

    SparseKet(int dimension, EnergyTerms terms) {
        this(new double[SlicedRows.paddedLength(dimension)], new double[SlicedRows.paddedLength(dimension)], new double[SparseForms.count(terms)]);
    }

    /** Takes the amplitudes of a ket without padding. */
    void set(double[] fromRe, double[] fromIm, int dimension) {
        System.arraycopy(fromRe, 0, re, SlicedRows.HEIGHT, dimension);
        System.arraycopy(fromIm, 0, im, SlicedRows.HEIGHT, dimension);
    }
}
