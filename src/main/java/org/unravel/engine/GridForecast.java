package org.unravel.engine;

import java.util.Arrays;
import java.util.List;

import org.unravel.model.Channel;
import org.unravel.model.InitialState;
import org.unravel.model.Model;
import org.unravel.numeric.BlockPartition;
import org.unravel.numeric.SparseMatrix;

/** Forecast of the {@link GridEngine}: counts what its loops do, in the mean over the sectors that a trajectory can come to. */
final class GridForecast {

    /** One multiply-add of the vector loops, in nanoseconds. */
    private static final double MULTIPLY_ADD = 0.07;
    /** What one jump costs whatever the size: draws, bookkeeping, Newton, weights of its place; in multiply-adds. */
    private static final double JUMP_OVERHEAD = 7000;
    /** What a step of a lane costs beside its arithmetic: ledger and sums at the grid point; in multiply-adds. */
    private static final double STEP_OVERHEAD = 200;
    /** Scalar loops beside vector loops. */
    private static final double SCALAR = 6;

    private final SectorMap map;
    private final ModelShape shape;
    private double steps = 1;
    private double stepCost;
    private double jumpCost;
    private long stepBytes;

    private GridForecast(ModelShape shape) {
        this.shape = shape;
        this.map = SectorMap.of(shape.model());
        map.sectors().forEach(this::add);
    }

    static EngineForecast of(ModelShape shape) {
        return new GridForecast(shape).forecast();
    }

    private void add(Sector sector) {
        BlockPartition partition = StepTableBuilder.partition(sector);
        PropagationForm form = PropagationForm.of(partition);
        double start = sector.time().start();
        double branch = start + 1e-9 * sector.time().step();
        SparseMatrix jumpRate = sector.jumpRate().at(start, branch);
        SparseMatrix inFrame = sector.hamiltonian().at(start, branch).minus(
                BlockFrame.of(sector.hamiltonian(), sector.time(), partition).middles().at(start));
        steps = Math.max(steps, StepTableBuilder.steps(inFrame, jumpRate, sector.time().step()));
        double entries = partition.entryCount();
        if (form == PropagationForm.FORMS) {
            stepCost += entries * (6 + (sector.integrals().none() ? 0 : GridTables.GAUSS_COUNT * sector.integrals().formCount()));
            jumpCost += 2.0 * NodeValues.N * sector.terms().formCount() * entries;
        } else {
            double node = 4 * entries + 4.0 * (sector.energy().at(start, branch).nonZeroCount() + jumpRate.nonZeroCount());
            stepCost += 4 * entries + (sector.integrals().none() ? 0 : GridTables.GAUSS_COUNT * node);
            jumpCost += 2 * NodeValues.N * (node + entries) + SCALAR * solve(partition);
        }
        stepBytes += StepTable.bytes(partition, sector.terms(), GridTables.GAUSS_COUNT, form);
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
        int count = map.sectors().size();
        int intervals = shape.intervals();
        double jumps = count == 1 ? intervals * shape.jumps() : jumpsBetweenSectors();
        // Intervals are halved until they are short enough.
        double parts = Math.pow(2, Math.ceil(Math.log(steps) / Math.log(2)));
        double work = intervals * parts * (STEP_OVERHEAD + stepCost / count) + jumps * (JUMP_OVERHEAD + jumpCost / count);
        Model model = shape.model();
        boolean same = model.hamiltonian().isConstant() && model.energy().isConstant() && model.jumpRateOperator().isConstant();
        long tables = same ? 1 : (long) parts * intervals;
        return new EngineForecast(EngineChoice.GRID, work * MULTIPLY_ADD, tables * stepBytes, structure());
    }

    /** Jumps of a walk from sector to sector that starts like the model, at the rates that channels have in the mean over a sector. */
    private double jumpsBetweenSectors() {
        double[] weight = new double[map.sectors().size()];
        for (InitialState.Component ket : shape.model().initial().components()) {
            weight[map.sectorOf(ket)] += ket.probability();
        }
        double[][] rates = meanRates();
        double[] total = Arrays.stream(rates).mapToDouble(r -> Arrays.stream(r).sum()).toArray();
        double h = shape.model().time().step();
        double jumps = 0;
        for (int interval = 0; interval < shape.intervals(); interval++) {
            double[] next = weight.clone();
            for (int m = 0; m < weight.length; m++) {
                jumps += weight[m] * total[m] * h;
                for (int k = 0; k < rates[m].length && total[m] > 0; k++) {
                    double moved = weight[m] * rates[m][k] / total[m] * -Math.expm1(-total[m] * h);
                    next[m] -= moved;
                    // A channel without a target has no rate: nothing is moved.
                    next[Math.max(0, map.target()[m][k])] += moved;
                }
            }
            weight = next;
        }
        return jumps;
    }

    /** Mean rate of each channel over the states of each sector at the start, shape [sectors][channels]. */
    private double[][] meanRates() {
        List<Channel> channels = shape.model().channels();
        double[][] rates = new double[map.sectors().size()][channels.size()];
        double start = shape.model().time().start();
        for (int k = 0; k < channels.size(); k++) {
            SparseMatrix rate = channels.get(k).jumpRateOperator().at(start, start + 1e-9 * shape.model().time().step());
            for (int m = 0; m < rates.length; m++) {
                for (int state : map.sectors().get(m).states()) {
                    rates[m][k] += rate.re(state, state) / map.sectors().get(m).dimension();
                }
            }
        }
        return rates;
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
