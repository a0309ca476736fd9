package org.unravel.engine.grid;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

import org.unravel.engine.drive.Step;
import org.unravel.engine.drive.StepSchedule;
import org.unravel.engine.energy.Quench;
import org.unravel.engine.lane.HermitianRows;
import org.unravel.engine.lane.OuterProduct;
import org.unravel.engine.sector.BlockFrame;
import org.unravel.engine.sector.EnergyTerms;
import org.unravel.engine.sector.Sector;
import org.unravel.model.Model;
import org.unravel.model.TimeGrid;
import org.unravel.numeric.GaussLegendre;

/** Everything that all lanes and threads share about one sector: step tables, grid points, quenches. Immutable once built. */
final class SectorTables {

    private final Model model;
    private final Sector sector;
    private final GaussLegendre rule;
    private final OuterProduct outer;
    private final BlockFrame frame;
    private final PropagationForm form;
    private final StepSchedule schedule;
    private final boolean constant;
    private final StepTable[] steps;
    /** For each step the first one that has the same table. */
    private final int[] first;
    private final HermitianRows[] quenches;
    private final GridPoint[] points;

    SectorTables(Model model, StepTableBuilder builder, GaussLegendre rule, StepSchedule schedule, TableStore built) {
        this.model = model;
        this.sector = builder.sector();
        this.rule = rule;
        this.outer = builder.outer();
        this.frame = builder.frame();
        this.form = builder.form();
        this.schedule = schedule;
        this.constant = builder.isConstant();
        int count = schedule.steps().size();
        TimeGrid time = model.time();
        this.steps = built.keeps() ? new StepTable[count] : null;
        this.first = new int[count];
        Map<Object, Integer> firstOfKey = new HashMap<>();
        this.quenches = new HermitianRows[count];
        this.points = new GridPoint[time.pointCount()];
        points[0] = GridPoint.of(sector, outer, form, frame, StepSchedule.gridTime(time, 0, schedule.steps().get(0).branch()));
        boolean same = GridPoint.isConstant(sector, frame);
        for (int s = 0; s < count; s++) {
            int at = s;
            Step step = schedule.steps().get(s);
            first[s] = firstOfKey.computeIfAbsent(builder.key(step), key -> at);
            if (steps != null) {
                steps[s] = built.get(builder.key(step)).movedTo(step);
            }
            double after = schedule.branchAfter(s, time);
            quenches[s] = quench(step, after);
            if (step.gridIndex() >= 0) {
                points[step.gridIndex()] = same ? points[0]
                        : GridPoint.of(sector, outer, form, frame, StepSchedule.gridTime(time, step.gridIndex(), after));
            }
        }
    }

    /** The energy operator's jump at the end of a step, or null where there is none. */
    private HermitianRows quench(Step step, double after) {
        double t = step.gridIndex() >= 0 ? model.time().time(step.gridIndex()) : step.end();
        return Quench.of(sector.energy(), t, step.branch(), after).map(HermitianRows::of).orElse(null);
    }

    Sector sector() {
        return sector;
    }

    /** True if all steps of one length have one table. */
    boolean isConstant() {
        return constant;
    }

    GaussLegendre rule() {
        return rule;
    }

    BlockFrame frame() {
        return frame;
    }

    OuterProduct outer() {
        return outer;
    }

    PropagationForm form() {
        return form;
    }

    EnergyTerms terms() {
        return sector.terms();
    }

    /** Where one worker gets its tables from; not for several threads. */
    IntFunction<StepTable> source() {
        if (steps != null) {
            return s -> steps[s];
        }
        StepTableBuilder builder = new StepTableBuilder(model, sector, rule);
        // From the step that a kept table would be from: where a drive repeats, others differ from it by rounding.
        return s -> builder.build(schedule.steps().get(first[s])).movedTo(schedule.steps().get(s));
    }

    /** The jump of the energy operator at the end of a step, or null. */
    HermitianRows quench(int index) {
        return quenches[index];
    }

    GridPoint point(int gridIndex) {
        return points[gridIndex];
    }

    /** Bytes of all distinct step tables, or of the one that each worker holds where none is kept. */
    long bytes() {
        long distinct = steps == null ? 1 : Arrays.stream(steps).map(StepTable::end).distinct().count();
        return distinct * StepTable.bytes(outer.partition(), terms(), rule.count(), form);
    }
}
