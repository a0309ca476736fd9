package org.unravel.engine.grid;

import org.unravel.engine.lane.HermitianRows;
import org.unravel.engine.lane.OuterProduct;
import org.unravel.engine.sector.BlockFrame;
import org.unravel.engine.sector.ExactTime;
import org.unravel.engine.sector.Sector;
import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.BlockMatrix;
import org.unravel.numeric.SparseMatrix;

/**
 * What is evaluated at one grid time: the energy, then the observables.
 *
 * @param operators as rows for lane loops, shape [1 + observables]; null where forms serve
 * @param forms on the outer-product rows, shape [rows][1 + observables] flat; null where states serve
 */
record GridPoint(HermitianRows[] operators, double[] forms) {

    static GridPoint of(Sector sector, OuterProduct outer, PropagationForm form, BlockFrame frame, ExactTime t) {
        int count = 1 + sector.observables().size();
        SparseMatrix[] matrices = new SparseMatrix[count];
        matrices[0] = t.of(sector.energy());
        for (int o = 1; o < count; o++) {
            TimeDependentOperator observable = sector.observables().get(o - 1);
            SparseMatrix matrix = t.of(observable);
            matrices[o] = frame.keeps(observable) ? matrix : frame.transform(matrix, t);
        }
        if (form == PropagationForm.STATES) {
            HermitianRows[] rows = new HermitianRows[count];
            for (int o = 0; o < count; o++) {
                rows[o] = HermitianRows.of(matrices[o]);
            }
            return new GridPoint(rows, null);
        }
        double[] forms = new double[count * outer.rowCount()];
        BlockMatrix one = BlockMatrix.identity(outer.partition());
        for (int o = 0; o < count; o++) {
            outer.form(matrices[o], one, forms, o, count);
        }
        return new GridPoint(null, forms);
    }

    /** True if all grid points of a sector are the same. */
    static boolean isConstant(Sector sector, BlockFrame frame) {
        return sector.energy().isConstant() && sector.observables().stream().allMatch(o -> o.isConstant() && frame.keeps(o));
    }
}
