package org.unravel.engine;

import java.util.List;

import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.numeric.GaussLegendre;

/** Everything about a model that all lanes and threads share: its sectors, and the tables of each. Immutable once built. */
final class GridTables {

    /** Gauss nodes per step: order 10, at rounding for steps of phase 1 (driven-grid.md, closure table). */
    static final int GAUSS_COUNT = 5;
    /** A smooth piece cut this often is not smooth. */
    private static final int MOST_DIVISIONS = 1 << 14;

    private final SectorMap map;
    private final DrivePeriod period;
    private final StepSchedule schedule;
    private final List<SectorTables> sectors;
    private final boolean kept;

    private GridTables(SectorMap map, DrivePeriod period, StepSchedule schedule, List<SectorTables> sectors, boolean kept) {
        this.map = map;
        this.period = period;
        this.schedule = schedule;
        this.sectors = sectors;
        this.kept = kept;
    }

    /** Tables for the given number of steps per smooth piece, more where a step turns out too long; {@code divisions} is updated. */
    static GridTables of(SectorMap map, int[] divisions, TableStore built) {
        Model model = map.model();
        GaussLegendre rule = GaussLegendre.of(GAUSS_COUNT);
        DrivePeriod period = DrivePeriod.of(model);
        List<StepTableBuilder> builders = map.sectors().stream().map(sector -> new StepTableBuilder(model, sector, rule, period)).toList();
        for (;;) {
            StepSchedule schedule = StepSchedule.of(model, divisions);
            boolean[] cut = new boolean[divisions.length];
            boolean complete = true;
            for (Step step : schedule.steps()) {
                for (int m = 0; m < builders.size() && !cut[step.interval()]; m++) {
                    cut[step.interval()] = !build(builders.get(m), step, built);
                    complete &= !cut[step.interval()];
                }
            }
            if (complete) {
                List<SectorTables> sectors = builders.stream().map(b -> new SectorTables(model, b, rule, schedule, built)).toList();
                return new GridTables(map, period, schedule, sectors, built.keeps());
            }
            period.spread(cut);
            halve(model, divisions, cut);
        }
    }

    /** Whether the table of a step is there or could be built. */
    private static boolean build(StepTableBuilder builder, Step step, TableStore built) {
        Object key = builder.key(step);
        if (built.contains(key)) {
            return true;
        }
        StepTable table = builder.build(step);
        if (table == null) {
            return false;
        }
        built.add(key, table, StepTable.bytes(builder.outer().partition(), builder.terms(), GAUSS_COUNT, builder.form()));
        return true;
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

    Model model() {
        return map.model();
    }

    SectorMap map() {
        return map;
    }

    DrivePeriod period() {
        return period;
    }

    /** Tables of each sector. */
    List<SectorTables> sectors() {
        return sectors;
    }

    EnergyTerms terms() {
        return sectors.get(0).terms();
    }

    int stepCount() {
        return schedule.steps().size();
    }

    Step step(int index) {
        return schedule.steps().get(index);
    }

    /** True if all tables are kept; else each is built when a group comes to its step. */
    boolean areKept() {
        return kept;
    }

    /** Bytes of all distinct step tables, or of those that each worker holds where none is kept. */
    long bytes() {
        return sectors.stream().mapToLong(SectorTables::bytes).sum();
    }
}
