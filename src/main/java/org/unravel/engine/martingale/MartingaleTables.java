package org.unravel.engine.martingale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.unravel.engine.drive.DrivingFunction;
import org.unravel.engine.drive.ResolutionProof;
import org.unravel.engine.drive.Step;
import org.unravel.engine.drive.StepRefinement;
import org.unravel.engine.drive.StepSchedule;
import org.unravel.engine.energy.Quench;
import org.unravel.engine.lane.HermitianRows;
import org.unravel.engine.lane.OuterProduct;
import org.unravel.engine.sector.BlockFrame;
import org.unravel.engine.sector.EnergyTerms;
import org.unravel.engine.sector.ExactTime;
import org.unravel.engine.sector.Sector;
import org.unravel.model.Caveat;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.Bytes;
import org.unravel.numeric.SparseMatrix;

/** Everything about a model that all lanes and threads share: the steps with their tables, and what is shown at grid times. Immutable once built. */
final class MartingaleTables {

    /** Steps with tables of their own: a minute to build. */
    static final int MOST_STEPS = 1 << 19;
    /** Bytes of all tables, on any machine: the choice of an engine is the model's. */
    static final long MOST_BYTES = 2L << 30;

    private final Model model;
    private final MartingaleStepBuilder builder;
    private final StepSchedule schedule;
    private final MartingaleStep[] steps;
    private final HermitianRows[] quenches;
    private final HermitianRows[][] points;
    private final List<Caveat> caveats;

    private MartingaleTables(Model model, MartingaleStepBuilder builder, StepSchedule schedule, Map<Object, MartingaleStep> built, List<Caveat> caveats) {
        this.model = model;
        this.builder = builder;
        this.schedule = schedule;
        this.caveats = caveats;
        int count = schedule.steps().size();
        steps = new MartingaleStep[count];
        quenches = new HermitianRows[count];
        points = new HermitianRows[model.time().pointCount()][];
        points[0] = point(StepSchedule.gridTime(model.time(), 0, schedule.steps().get(0).branch()));
        boolean same = sector().energy().isConstant() && sector().observables().stream().allMatch(o -> o.isConstant() && builder.frame().keeps(o));
        for (int s = 0; s < count; s++) {
            Step step = schedule.steps().get(s);
            int index = step.gridIndex();
            double after = schedule.branchAfter(s, model.time());
            steps[s] = built.get(key(builder, step));
            quenches[s] = Quench.of(sector().energy(), index >= 0 ? model.time().time(index) : step.end(), step.branch(), after).map(HermitianRows::of).orElse(null);
            if (index >= 0) {
                points[index] = same ? points[0] : point(StepSchedule.gridTime(model.time(), index, after));
            }
        }
    }

    /**
     * Tables for the steps of a schedule, which are halved where they turn out too long.
     *
     * @throws ModelException if they become too many or too large
     */
    static MartingaleTables of(Model model, StepSchedule schedule, ResolutionProof proof) {
        MartingaleStepBuilder builder = new MartingaleStepBuilder(model);
        Building building = new Building(builder, proof, new HashMap<>());
        StepSchedule refined = new StepRefinement(Math.max(MOST_STEPS, 2 * schedule.steps().size()), building).of(schedule);
        return new MartingaleTables(model, builder, refined, building.built, proof.caveats());
    }

    /** Tables of a constant model are known by their length. */
    private static Object key(MartingaleStepBuilder builder, Step step) {
        return builder.isConstant() ? (Object) step.length() : step;
    }

    /** The first tables of steps that pass. */
    private record Building(MartingaleStepBuilder builder, ResolutionProof proof, Map<Object, MartingaleStep> built) implements StepRefinement.Test {

        @Override
        public boolean passes(Step step) {
            Object key = key(builder, step);
            if (built.containsKey(key)) {
                return true;
            }
            // A constant model may have jump operators that turn, which are taken at the time of the jump and not from a table.
            MartingaleStep table = builder.isConstant() || proof.missed(step) == null ? builder.build(step) : null;
            if (table != null) {
                built.put(key, table);
                requireSpace((built.size() + 1L) * table.bytes());
            }
            return table != null;
        }

        private void requireSpace(long bytes) {
            if (bytes > MOST_BYTES) {
                throw new ModelException(String.format(Locale.ROOT, "expected step tables of at most %s for the martingale engine, found more after %d steps of %d states; "
                        + "a shorter run or fewer states need less", Bytes.shown(MOST_BYTES), built.size(), builder.sector().dimension()), "unraveling");
            }
        }

        @Override
        public String blame(Step step) {
            DrivingFunction missed = builder.isConstant() ? null : proof.missed(step);
            return missed == null ? builder.blame(step) : missed.key();
        }

        @Override
        public double least(Step step) {
            return builder.least(step);
        }
    }

    private HermitianRows[] point(ExactTime t) {
        List<SparseMatrix> shown = new ArrayList<>(List.of(t.of(sector().energy())));
        for (TimeDependentOperator observable : sector().observables()) {
            SparseMatrix matrix = t.of(observable);
            shown.add(builder.frame().keeps(observable) ? matrix : builder.frame().transform(matrix, t));
        }
        return shown.stream().map(HermitianRows::of).toArray(HermitianRows[]::new);
    }

    Model model() {
        return model;
    }

    Sector sector() {
        return builder.sector();
    }

    OuterProduct outer() {
        return builder.outer();
    }

    BlockFrame frame() {
        return builder.frame();
    }

    EnergyTerms terms() {
        return builder.terms();
    }

    StepSchedule schedule() {
        return schedule;
    }

    List<Caveat> caveats() {
        return caveats;
    }

    int stepCount() {
        return steps.length;
    }

    Step step(int index) {
        return schedule.steps().get(index);
    }

    MartingaleStep table(int index) {
        return steps[index];
    }

    /** The jump of the energy operator at the end of a step, which is work; empty where there is none. */
    Optional<HermitianRows> quench(int index) {
        return Optional.ofNullable(quenches[index]);
    }

    /** Energy and observables at a grid time. */
    HermitianRows[] point(int gridIndex) {
        return points[gridIndex];
    }

    /** Steps in which a rate is negative. */
    int negativeSteps() {
        return (int) Arrays.stream(steps).filter(MartingaleStep::negative).count();
    }

    /** Bytes of all distinct tables. */
    long bytes() {
        return Arrays.stream(steps).distinct().mapToLong(MartingaleStep::bytes).sum();
    }
}
