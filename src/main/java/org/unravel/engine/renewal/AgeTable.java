package org.unravel.engine.renewal;

/**
 * What the engine knows of one post-jump state as a function of its age: polynomials in every cell. Immutable; arrays are not to be written.
 *
 * <p>A grid step is {@code cellsPerStep} cells, so the grid points that a lane passes between two jumps are at the same place of every
 * {@code cellsPerStep}-th cell. The curves therefore have one row for each such cell and each power, contiguous along the grid.
 * A state that only decays has one cell without end; its place is the age and its values are lines of two coefficients.
 *
 * @param waiting when it jumps
 * @param cellsPerStep cells of a grid step
 * @param width width of a cell; 0 for a state that only decays
 * @param pointWidth quantities of a point, filled up to a multiple of {@link RenewalKernel#POINT_MULTIPLE}
 * @param points energy, drift heat, unitary heat if any, drift heat of each bath apart, rates of the jumps, shape [cells][8][pointWidth] flat
 * @param firstRate place of the first rate in a point
 * @param jumps what the rates belong to
 * @param energyAfter ⟨E⟩ after each jump
 * @param curves energy, drift heat, unitary heat, drift heat of each bath apart, observables, and where records are weighted the logarithm of the survival; each of shape
 *        [cellsPerStep][8][rowLength] flat, null for a zero curve
 * @param rowLength grid steps of a row, with what vectors read beyond them
 * @param error largest error at places between the nodes, in units of each quantity's scale
 */
record AgeTable(WaitingTimeTable waiting, int cellsPerStep, double width, int pointWidth, double[] points, int firstRate,
        PostJumpState.Jump[] jumps, double[] energyAfter, double[][] curves, int rowLength, double error) {

    /** The curve of the first bath apart. */
    static final int FIRST_APART = AgeCells.UNITARY + 1;

    /** Bytes of the tables. */
    long bytes() {
        long doubles = points.length;
        for (double[] curve : curves) {
            doubles += curve == null ? 0 : curve.length;
        }
        return waiting.bytes() + 8 * doubles;
    }

    /** Cells of the age. */
    int cellCount() {
        return width == 0 ? 1 : points.length / (RenewalKernel.TERMS * pointWidth);
    }
}
