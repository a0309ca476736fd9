package org.unravel.engine.grid;

import java.util.Arrays;
import java.util.List;

import org.unravel.engine.energy.EnergyIntegrals;
import org.unravel.engine.jump.JumpLaw;
import org.unravel.engine.jump.LanePadding;
import org.unravel.engine.jump.LaneStreams;
import org.unravel.engine.lane.LaneKernel;
import org.unravel.engine.sector.EnergyTerms;
import org.unravel.engine.sector.Sector;
import org.unravel.model.InitialState;
import org.unravel.trajectory.EngineCounters;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneValues;
import org.unravel.trajectory.LaneWorker;
import org.unravel.trajectory.Recording;

/** Runs lane groups over the step tables: lanes of one sector together, each sector with its own tables. */
final class GridWorker implements LaneWorker {

    /** Columns of a sector at first; it is widened when more lanes come. */
    private static final int FIRST_COLUMNS = 4 * LanePadding.MULTIPLE;

    private final GridTables tables;
    private final boolean everyPoint;
    private final int lastPoint;
    private final SectorLanes[] sectors;
    private final JumpResolver resolver;
    private final LaneStreams streams;
    private final EnergyIntegrals sums;
    private final double[][] means;
    private final LaneValues shown;
    private final double[] weight;
    private final boolean weighted;
    private final double[] ketRe;
    private final double[] ketIm;
    /** Integrals of a lane that starts: zeros. */
    private final double[] atStart;

    GridWorker(GridTables tables, LaneKernel kernel, int lanes, Recording.Times times, JumpLaw law) {
        this.tables = tables;
        this.everyPoint = times == Recording.Times.ALL;
        this.lastPoint = tables.model().time().pointCount() - 1;
        List<SectorTables> all = tables.sectors();
        int columns = all.size() == 1 ? lanes : Math.min(lanes, FIRST_COLUMNS);
        this.sectors = all.stream().map(t -> new SectorLanes(t, kernel, columns)).toArray(SectorLanes[]::new);
        this.resolver = new JumpResolver(tables, kernel.nodeKernel(), sectors);
        this.streams = new LaneStreams(tables.model(), lanes, law);
        // With one sector no lane changes its column, so columns are lanes.
        this.sums = isWhole() ? sectors[0].sums() : new EnergyIntegrals(tables.terms(), lanes);
        this.means = isWhole() ? sectors[0].means() : new double[1 + tables.model().observables().size()][lanes];
        this.weighted = law.isBiased();
        this.weight = weighted ? new double[lanes] : streams.ones();
        this.shown = new LaneValues(means[0], sums.work(), sums.drift(), sums.unitary(), sums.apart(), Arrays.copyOfRange(means, 1, means.length),
                weight);
        this.ketRe = new double[tables.map().largestSector()];
        this.ketIm = new double[ketRe.length];
        this.atStart = new double[EnergyIntegrals.count(tables.terms())];
    }

    private boolean isWhole() {
        return sectors.length == 1;
    }

    @Override
    public EngineCounters counters() {
        return resolver.counters();
    }

    @Override
    public void run(long seed, long first, int laneCount, LaneObserver observer) {
        streams.start(seed, first, laneCount);
        enter(laneCount);
        observer.begin(first, laneCount);
        show(0, observer);
        for (int s = 0; s < tables.stepCount(); s++) {
            for (SectorLanes lanes : sectors) {
                lanes.advance(s);
            }
            for (int m = 0; m < sectors.length; m++) {
                for (int l = sectors[m].jumpingCount() - 1; l >= 0; l--) {
                    resolver.resolve(s, m, l, streams, observer);
                }
            }
            for (SectorLanes lanes : sectors) {
                lanes.finish(s);
            }
            int gridIndex = tables.step(s).gridIndex();
            if (gridIndex == lastPoint || gridIndex >= 0 && everyPoint) {
                show(gridIndex, observer);
            }
        }
        observer.end((lane, re, im) -> copyKet(tables.model().time().end(), lane, re, im));
    }

    /** Of a lane in one sector; all phases that its frame has taken out are put back, though no mean of the lane sees one between sectors. */
    private void copyKet(double time, int lane, double[] re, double[] im) {
        Arrays.fill(re, 0);
        Arrays.fill(im, 0);
        for (SectorLanes lanes : sectors) {
            int column = lanes.columnOf(lane);
            if (column >= 0) {
                lanes.copyKet(column, ketRe, ketIm);
                lanes.tables().frame().leave(time, ketRe, ketIm);
                lanes.tables().sector().scatter(ketRe, re);
                lanes.tables().sector().scatter(ketIm, im);
                return;
            }
        }
    }

    /** Lanes beyond the group's fill its last vectors; they never jump. */
    private void enter(int laneCount) {
        for (SectorLanes lanes : sectors) {
            lanes.clear();
        }
        for (int b = 0; b < LanePadding.padded(laneCount); b++) {
            InitialState.Component ket = streams.initial(b);
            int m = tables.map().sectorOf(ket);
            Sector sector = tables.sectors().get(m).sector();
            sector.gather(ket.re(), ketRe);
            sector.gather(ket.im(), ketIm);
            sectors[m].set(sectors[m].enter(b), ketRe, ketIm, streams.threshold()[b], atStart);
        }
        for (SectorLanes lanes : sectors) {
            lanes.begin();
        }
    }

    /** Logarithms of the survival without any jump from each component of the initial state to the end. */
    double[] endLogSurvivals() {
        double[] ends = new double[tables.model().initial().components().size()];
        for (int first = 0; first < ends.length; first += weight.length) {
            int count = Math.min(weight.length, ends.length - first);
            streams.startComponents(first, count);
            enter(count);
            for (int s = 0; s < tables.stepCount(); s++) {
                for (SectorLanes lanes : sectors) {
                    lanes.advance(s);
                    lanes.finish(s);
                }
            }
            double[] norm = new double[weight.length];
            for (SectorLanes lanes : sectors) {
                lanes.scatter(lanes.stepper().norm, norm);
            }
            for (int b = 0; b < count; b++) {
                ends[first + b] = Math.log(norm[b]);
            }
        }
        return ends;
    }

    private void weigh(SectorLanes lanes) {
        for (int c = 0; c < lanes.count(); c++) {
            int lane = lanes.lane(c);
            weight[lane] = streams.weight(lane, Math.log(lanes.stepper().norm[c]));
        }
    }

    private void show(int gridIndex, LaneObserver observer) {
        for (SectorLanes lanes : sectors) {
            lanes.show(gridIndex);
            if (weighted) {
                weigh(lanes);
            }
            if (!isWhole()) {
                gather(lanes);
            }
        }
        observer.gridPoint(gridIndex, shown);
        observer.kets(gridIndex, (lane, re, im) -> copyKet(tables.model().time().time(gridIndex), lane, re, im));
    }

    private void gather(SectorLanes lanes) {
        for (int o = 0; o < means.length; o++) {
            lanes.scatter(lanes.means()[o], means[o]);
        }
        EnergyTerms terms = tables.terms();
        if (terms.drift()) {
            lanes.scatter(lanes.sums().drift(), sums.drift());
        }
        if (terms.power()) {
            lanes.scatter(lanes.sums().work(), sums.work());
        }
        if (terms.unitary()) {
            lanes.scatter(lanes.sums().unitary(), sums.unitary());
        }
        for (int i = 0; i < terms.apart(); i++) {
            lanes.scatter(lanes.sums().apart(i), sums.apart(i));
        }
    }
}
