package org.unravel.engine;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.numeric.GaussLegendre;
import org.unravel.numeric.SparseMatrix;

/**
 * Everything about a model that all lanes and threads share: step tables, grid points, quenches. Immutable once built.
 */
final class GridTables {

    /** Gauss nodes per step: order 10, at rounding for steps of phase 1 (driven-grid.md, closure table). */
    static final int GAUSS_COUNT = 5;
    /** A smooth piece cut this often is not smooth. */
    private static final int MOST_DIVISIONS = 1 << 14;

    private final Model model;
    private final GaussLegendre rule;
    private final OuterProduct outer;
    private final BlockFrame frame;
    private final PropagationForm form;
    private final EnergyTerms terms;
    private final StepSchedule schedule;
    private final StepTable[] steps;
    private final HermitianRows[] quenches;
    private final GridPoint[] points;

    private GridTables(Model model, StepTableBuilder builder, GaussLegendre rule, StepSchedule schedule, TableStore built) {
        this.model = model;
        this.rule = rule;
        this.outer = builder.outer();
        this.frame = builder.frame();
        this.form = builder.form();
        this.terms = builder.terms();
        List<Step> list = schedule.steps();
        this.schedule = schedule;
        this.steps = built.keeps() ? new StepTable[list.size()] : null;
        this.quenches = new HermitianRows[list.size()];
        this.points = new GridPoint[model.time().pointCount()];
        points[0] = GridPoint.of(model, outer, form, frame, model.time().start(), list.get(0).branch());
        boolean same = GridPoint.isConstant(model, frame);
        for (int s = 0; s < list.size(); s++) {
            Step step = list.get(s);
            if (steps != null) {
                steps[s] = built.get(key(builder, step)).movedTo(step);
            }
            double after = schedule.branchAfter(s, model.time());
            quenches[s] = quench(step, after);
            if (step.gridIndex() >= 0) {
                points[step.gridIndex()] = same ? points[0]
                        : GridPoint.of(model, outer, form, frame, model.time().time(step.gridIndex()), after);
            }
        }
    }

    /** Tables for the given number of steps per smooth piece, more where a step turns out too long; {@code divisions} is updated. */
    static GridTables of(Model model, int[] divisions, TableStore built) {
        GaussLegendre rule = GaussLegendre.of(GAUSS_COUNT);
        StepTableBuilder builder = new StepTableBuilder(model, rule);
        for (;;) {
            StepSchedule schedule = StepSchedule.of(model, divisions);
            boolean complete = true;
            boolean[] cut = new boolean[divisions.length];
            for (Step step : schedule.steps()) {
                if (cut[step.interval()] || built.contains(key(builder, step))) {
                    continue;
                }
                StepTable table = builder.build(step);
                if (table == null) {
                    cut[step.interval()] = true;
                    complete = false;
                } else {
                    built.add(key(builder, step), table, StepTable.bytes(builder.outer().partition(), builder.terms(), GAUSS_COUNT, builder.form()));
                }
            }
            if (complete) {
                return new GridTables(model, builder, rule, schedule, built);
            }
            halve(model, divisions, cut);
        }
    }

    static void halve(Model model, int[] divisions, boolean[] cut) {
        for (int i = 0; i < divisions.length; i++) {
            if (cut[i]) {
                divisions[i] *= 2;
                if (divisions[i] > MOST_DIVISIONS) {
                    throw new ModelException("expected H(t) and rates that " + MOST_DIVISIONS + " steps can follow, found faster change or "
                            + "larger norm between t = " + model.time().time(i) + " and t = " + model.time().time(i + 1), "hamiltonian");
                }
            }
        }
    }

    private static Object key(StepTableBuilder builder, Step step) {
        return builder.isConstant() ? (Object) step.length() : step;
    }

    /** The energy operator's jump at the end of a step, or null where there is none. */
    private HermitianRows quench(Step step, double after) {
        if (model.energy().isConstant()) {
            return null;
        }
        double t = step.gridIndex() >= 0 ? model.time().time(step.gridIndex()) : step.end();
        SparseMatrix before = model.energy().at(t, step.branch());
        SparseMatrix difference = model.energy().at(t, after).minus(before);
        // Two smooth pieces that meet differ by rounding; that is no quench.
        boolean jumps = difference.maxModulus() > 1e-13 * Math.max(before.maxModulus(), difference.maxModulus());
        return jumps ? HermitianRows.of(difference) : null;
    }

    Model model() {
        return model;
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
        return terms;
    }

    int stepCount() {
        return quenches.length;
    }

    /** True if all tables are kept; else each is built when a group comes to its step. */
    boolean areKept() {
        return steps != null;
    }

    /** Where one worker gets its tables from; not for several threads. */
    IntFunction<StepTable> source() {
        if (steps != null) {
            return s -> steps[s];
        }
        StepTableBuilder builder = new StepTableBuilder(model, rule);
        return s -> builder.build(schedule.steps().get(s));
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
        return distinct * StepTable.bytes(outer.partition(), terms, rule.count(), form);
    }
}
