package org.unravel.engine.martingale;

import org.unravel.engine.forecast.EngineForecast;
import org.unravel.engine.forecast.ModelShape;
import org.unravel.engine.forecast.TimeFunctions;
import org.unravel.engine.sector.EnergyTerms;
import org.unravel.engine.sector.Sector;
import org.unravel.model.Model;
import org.unravel.numeric.BlockPartition;
import org.unravel.numeric.ChebyshevNodes;

/** Forecast of the {@link MartingaleEngine}: counts what its loops do. That steps are cut is not counted. */
final class MartingaleForecast {

    /** One multiply-add of forms at nodes, in nanoseconds. */
    private static final double FORM = 0.15;
    /** What a step costs a lane whatever the size: divisions and sums over the nodes. */
    private static final double STEP = 150;
    /** One jump whatever the size: draws, bookkeeping, Newton. */
    private static final double JUMP = 1200;
    /** Operators and functions at one node of a table. */
    private static final double NODE = 7500;
    private static final double FUNCTION = 1300;
    /** One multiply-add of the collocation, and the sweeps that it takes. */
    private static final double COLLOCATION = 1;
    private static final int SWEEPS = 14;
    /** Bytes of a step and of what is shown at its end, beside arrays. */
    private static final long STEP_BYTES = 900;
    private static final int N = ChebyshevNodes.COUNT;

    private MartingaleForecast() {
    }

    static EngineForecast of(ModelShape shape) {
        Model model = shape.model();
        Sector sector = Sector.whole(model);
        BlockPartition partition = MartingaleStepBuilder.partition(sector);
        EnergyTerms terms = EnergyTerms.of(model);
        double forms = (double) N * (terms.allFormCount() + 1) * partition.entryCount();
        double step = STEP + FORM * forms;
        double jumps = shape.jumpForecast().total();
        int tables = model.isConstant() ? 1 : shape.intervals();
        double collocation = (double) SWEEPS * N * (N + partition.largestBlock()) * partition.entryCount();
        double setUp = tables * (N * (NODE + FUNCTION * TimeFunctions.count(model)) + COLLOCATION * (collocation + forms * partition.largestBlock()));
        return new EngineForecast(MartingaleEngine.NAME, setUp, shape.observers().nanoseconds(jumps) + shape.intervals() * step + jumps * (JUMP + 3 * step),
                tables * MartingaleStep.bytes(partition, terms.allFormCount() + 1) + shape.intervals() * STEP_BYTES, "forms of " + partition.entryCount() + " numbers at " + N + " nodes of each step, with the signs of all rates");
    }
}
