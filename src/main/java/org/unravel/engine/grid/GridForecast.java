package org.unravel.engine.grid;

import org.unravel.engine.drive.DrivePeriod;
import org.unravel.engine.energy.NodeValues;
import org.unravel.engine.energy.PilotClosure;
import org.unravel.engine.forecast.EngineForecast;
import org.unravel.engine.forecast.JumpForecast;
import org.unravel.engine.forecast.ModelShape;
import org.unravel.engine.forecast.TimeFunctions;
import org.unravel.engine.sector.BlockFrame;
import org.unravel.engine.sector.Sector;
import org.unravel.engine.sector.SectorMap;
import org.unravel.model.Model;
import org.unravel.numeric.BlockPartition;
import org.unravel.numeric.SparseMatrix;

/**
 * Forecast of the {@link GridEngine}: counts what its loops do, sector by sector. The constants are fits to benchmarks/results/engine-costs.csv; what is
 * not counted is that the pilot may ask for more steps.
 */
public final class GridForecast {

    /** One multiply-add of the loops over lanes, in nanoseconds: small blocks are bound by their loads and divisions, large ones by arithmetic. */
    private static final double FORM = 0.15;
    private static final double STATE = 0.07;
    /** One jump whatever the size: draws, bookkeeping, Newton, weights of its place; in nanoseconds. */
    private static final double JUMP = 600;
    /** What a group of lanes costs in each sector beyond the first, for one step, in nanoseconds. */
    private static final double SECTOR_STEP = 1000;
    /** What forms cost more on the plain loops of the pilot. */
    private static final double PLAIN = 2.4;
    /** Scalar loops beside vector loops. */
    private static final double SCALAR = 6;
    /** Operators at one node of a table, in nanoseconds: a part for each, and one for each entry. */
    private static final double NODE = 7500;
    private static final double NODE_ENTRY = 150;
    /** A function of time at a node, in nanoseconds. */
    private static final double FUNCTION = 1300;
    /** One multiply-add of the collocation, in nanoseconds, and the sweeps it takes (engine.md, "A step"). */
    private static final double COLLOCATION = 1;
    private static final int SWEEPS = 14;
    /** Bytes of a step in the lists of the engine, and in those of each sector. */
    private static final int STEP_BYTES = 56;
    private static final int SECTOR_STEP_BYTES = 88;

    private final ModelShape shape;
    private final SectorMap map;
    private final JumpForecast jumps;
    private final boolean same;
    private double steps = 1;
    private double stepCost;
    private double jumpCost;
    private double tableCost;
    private double pilotFactor = 1;
    private long tableBytes;

    private GridForecast(ModelShape shape) {
        this.shape = shape;
        this.map = shape.sectors();
        this.jumps = shape.jumpForecast();
        Model model = shape.model();
        this.same = model.hamiltonian().isConstant() && model.energy().isConstant() && model.jumpRateOperator().isConstant();
        for (int m = 0; m < map.sectors().size(); m++) {
            add(map.sectors().get(m), jumps.share()[m], jumps.jumps()[m]);
        }
    }

    public static EngineForecast of(ModelShape shape) {
        return new GridForecast(shape).forecast();
    }

    private void add(Sector sector, double share, double jumpCount) {
        BlockPartition partition = StepTableBuilder.partition(sector);
        PropagationForm form = PropagationForm.of(partition);
        double start = sector.time().start();
        double branch = sector.time().justAfterStart();
        SparseMatrix jumpRate = sector.jumpRate().at(start, branch);
        SparseMatrix inFrame = sector.hamiltonian().at(start, branch).minus(
                BlockFrame.of(sector.hamiltonian(), sector.time(), partition).middles().at(start));
        steps = Math.max(steps, StepTableBuilder.steps(inFrame, jumpRate, sector.time().step()));
        double entries = partition.entryCount();
        double nodes = sector.integrals().none() ? 0 : GridTables.GAUSS_COUNT;
        if (form == PropagationForm.FORMS) {
            pilotFactor = PLAIN;
            stepCost += share * FORM * entries * (6 + nodes * sector.integrals().allFormCount());
            jumpCost += jumpCount * (JUMP + STATE * 2 * NodeValues.N * sector.terms().allFormCount() * entries);
        } else {
            double node = 4 * entries + 4.0 * (sector.energy().at(start, branch).nonZeroCount() + jumpRate.nonZeroCount()) * (1 + sector.apart().size());
            stepCost += share * STATE * (4 * entries + nodes * node);
            jumpCost += jumpCount * (JUMP + STATE * (2 * NodeValues.N * (node + entries) + SCALAR * solve(partition)));
        }
        tableCost += (GridTables.GAUSS_COUNT + NodeValues.N) * (NODE + NODE_ENTRY * (inFrame.nonZeroCount() + jumpRate.nonZeroCount()))
                + COLLOCATION * SWEEPS * NodeValues.N * 4.0 * (inFrame.nonZeroCount() + jumpRate.nonZeroCount()) * partition.largestBlock();
        tableBytes += StepTable.bytes(partition, sector.terms(), GridTables.GAUSS_COUNT, form);
    }

    /** Multiply-adds of the virtual start: an elimination in each block. */
    private static double solve(BlockPartition partition) {
        double sum = 0;
        for (int m = 0; m < partition.blockCount(); m++) {
            sum += 4.0 / 3 * Math.pow(partition.block(m).length, 3);
        }
        return sum;
    }

    private EngineForecast forecast() {
        // Intervals are halved until they are short enough.
        double all = shape.intervals() * Math.pow(2, Math.ceil(Math.log(steps) / Math.log(2)));
        double nanoseconds = shape.observers().nanoseconds(jumps.total()) + all * (stepCost + sectorCost(GridEngine.lanes(map))) + jumpCost;
        double functions = (GridTables.GAUSS_COUNT + NodeValues.N) * FUNCTION * TimeFunctions.count(shape.model());
        int pilots = PilotClosure.count(shape.model());
        double pilot = pilots * pilotFactor * (nanoseconds + all * sectorCost(pilots));
        double tables = same ? 1 : all * Math.min(1, (double) DrivePeriod.of(shape.model()).intervals() / shape.intervals());
        long bytes = (long) (tables * tableBytes + all * (STEP_BYTES + SECTOR_STEP_BYTES * map.sectors().size()));
        return new EngineForecast(GridEngine.NAME, tables * (tableCost + functions) + pilot, nanoseconds, bytes, structure());
    }

    /** A lane's part of what a step costs its group for being in several sectors. */
    private double sectorCost(int lanes) {
        return (map.sectors().size() - 1) * SECTOR_STEP / lanes;
    }

    private String structure() {
        int largest = map.largestSector();
        if (map.sectors().size() > 1) {
            return map.sectors().size() + " sectors that jumps lead between, the largest of dimension " + largest;
        }
        BlockPartition partition = StepTableBuilder.partition(map.sectors().get(0));
        return partition.blockCount() == 1 ? "dense propagator of dimension " + largest
                : partition.blockCount() + " invariant blocks of H_eff, the largest of dimension " + partition.largestBlock();
    }
}
