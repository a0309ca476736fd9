package org.unravel.engine.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.unravel.engine.drive.DrivePeriod;
import org.unravel.engine.drive.DrivingFunction;
import org.unravel.engine.drive.ResolutionProof;
import org.unravel.engine.drive.Step;
import org.unravel.engine.drive.StepRefinement;
import org.unravel.engine.drive.StepSchedule;
import org.unravel.engine.sector.EnergyScale;
import org.unravel.engine.sector.EnergyTerms;
import org.unravel.engine.sector.Sector;
import org.unravel.engine.sector.SectorMap;
import org.unravel.model.Caveat;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.numeric.GaussLegendre;

/** Everything about a model that all lanes and threads share: its sectors, and the tables of each. Immutable once built. */
public final class GridTables {

    /** Gauss nodes per step: order 10, at rounding for steps of phase 1 (engine.md, "A step"). */
    public static final int GAUSS_COUNT = 5;
    /** Steps with tables of their own: a minute to build. */
    private static final int MOST_TABLES = 1 << 19;
    /** Steps of a run: so many take a trajectory a second, and their lists half a gigabyte. */
    static final int MOST_STEPS = 1 << 21;

    private final SectorMap map;
    private final DrivePeriod period;
    private final StepSchedule schedule;
    private final List<SectorTables> sectors;
    private final boolean kept;
    private final List<Caveat> caveats;

    private GridTables(SectorMap map, DrivePeriod period, StepSchedule schedule, List<SectorTables> sectors, boolean kept, List<Caveat> caveats) {
        this.map = map;
        this.period = period;
        this.schedule = schedule;
        this.sectors = sectors;
        this.kept = kept;
        this.caveats = caveats;
    }

    /**
     * Tables for the steps of a schedule, which are halved where they turn out too long.
     *
     * @throws ModelException if they become too many
     */
    static GridTables of(SectorMap map, StepSchedule schedule, TableStore built) {
        return of(map, schedule, built, new ResolutionProof(map.model(), DrivingFunction.of(map.model())));
    }

    /** The same with a proof that knows of the steps whose tables are already built. */
    static GridTables of(SectorMap map, StepSchedule schedule, TableStore built, ResolutionProof steps) {
        Model model = map.model();
        GaussLegendre rule = GaussLegendre.of(GAUSS_COUNT);
        DrivePeriod period = DrivePeriod.of(model);
        Proof proof = new Proof(steps);
        List<DrivingFunction> driving = steps.functions();
        OptionalDouble scale = OptionalDouble.of(EnergyScale.of(model));
        List<StepTableBuilder> builders = map.sectors().stream()
                .map(sector -> new StepTableBuilder(model, driving, sector, rule, period, proof::holds, scale)).toList();
        builders.forEach(b -> built.requireSpace(b.stepBytes()));
        StepSchedule refined = refined(schedule, period, new StepRefinement(mostSteps(builders, schedule), new Tables(builders, built, proof)));
        List<SectorTables> sectors = builders.stream().map(b -> new SectorTables(model, b, rule, refined, built)).toList();
        return new GridTables(map, period, refined, sectors, built.keeps(), steps.caveats());
    }

    /**
     * Tables for the very steps of a schedule, whose energy integrals nobody tries: for measuring what they are worth.
     *
     * @throws IllegalArgumentException if a step has no propagator
     */
    static GridTables untried(SectorMap map, StepSchedule schedule) {
        GaussLegendre rule = GaussLegendre.of(GAUSS_COUNT);
        TableStore built = new TableStore();
        List<SectorTables> sectors = new ArrayList<>();
        for (Sector sector : map.sectors()) {
            StepTableBuilder builder = new StepTableBuilder(map.model(), sector, rule);
            for (Step step : schedule.steps()) {
                if (!build(builder, step, built)) {
                    throw new IllegalArgumentException("expected shorter steps than " + step.length() + " at t = " + step.start());
                }
            }
            sectors.add(new SectorTables(map.model(), builder, rule, schedule, built));
        }
        return new GridTables(map, DrivePeriod.NONE, schedule, sectors, built.keeps(), List.of());
    }

    private static int mostSteps(List<StepTableBuilder> builders, StepSchedule schedule) {
        return builders.stream().allMatch(StepTableBuilder::isConstant) ? MOST_STEPS : Math.max(MOST_TABLES, 2 * schedule.steps().size());
    }

    /** Where the drive repeats, the first period is refined, and intervals that are like one of its are cut alike. */
    private static StepSchedule refined(StepSchedule schedule, DrivePeriod period, StepRefinement refinement) {
        List<Step> steps = schedule.steps();
        int intervals = steps.get(steps.size() - 1).interval() + 1;
        boolean plain = steps.stream().filter(s -> s.place() == 0).count() == intervals;
        if (!plain || !(period.intervals() < intervals)) {
            return refinement.of(schedule);
        }
        StepSchedule first = refinement.of(new StepSchedule(steps.stream().filter(s -> s.interval() < period.intervals()).toList()));
        List<List<Step>> ofInterval = new ArrayList<>();
        first.steps().forEach(s -> {
            if (s.place() == 0) {
                ofInterval.add(new ArrayList<>());
            }
            ofInterval.get(s.interval()).add(s);
        });
        List<Step> all = new ArrayList<>();
        for (Step step : steps) {
            if (step.place() == 0) {
                ofInterval.get(period.first(step.interval())).forEach(s -> all.add(new Step(step.piece(), s.depth(), s.place())));
                requireFew(all, step, first, intervals);
            }
        }
        return new StepSchedule(List.copyOf(all));
    }

    private static void requireFew(List<Step> all, Step at, StepSchedule first, int intervals) {
        if (all.size() > MOST_STEPS + intervals) {
            throw new ModelException("expected at most " + MOST_STEPS + " steps in a run, found more by t = " + at.start() + ": " + first.steps().size()
                    + " in each period of the drive (a shorter run, or smaller rates and energies, need fewer)", DrivingFunction.HAMILTONIAN);
        }
    }

    /** Proof that a step gives the functions of its operators; asked for one step by all sectors in turn. */
    private static final class Proof {

        private final ResolutionProof proof;
        private Step last;
        private DrivingFunction missed;

        Proof(ResolutionProof proof) {
            this.proof = proof;
        }

        boolean holds(Step step) {
            return missed(step) == null;
        }

        DrivingFunction missed(Step step) {
            if (!step.equals(last)) {
                last = step;
                missed = proof.missed(step);
            }
            return missed;
        }
    }

    /** Builds the tables of the sectors for a step. */
    private record Tables(List<StepTableBuilder> builders, TableStore built, Proof proof) implements StepRefinement.Test {

        @Override
        public boolean passes(Step step) {
            for (StepTableBuilder builder : builders) {
                if (!build(builder, step, built)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public double least(Step step) {
            return builders.stream().mapToDouble(b -> b.least(step)).max().orElse(1);
        }

        @Override
        public String blame(Step step) {
            return builders.stream().map(b -> b.blame(step)).flatMap(Optional::stream).findFirst().orElseGet(() -> {
                DrivingFunction missed = proof.missed(step);
                return missed == null ? DrivingFunction.HAMILTONIAN : missed.key();
            });
        }
    }

    /** Whether the table of a step is there or could be built. */
    private static boolean build(StepTableBuilder builder, Step step, TableStore built) {
        Object key = builder.key(step);
        if (built.contains(key)) {
            return true;
        }
        if (built.refuses(key)) {
            return false;
        }
        StepTable table = builder.build(step);
        if (table == null) {
            built.refuse(key);
            return false;
        }
        built.add(key, table, builder.stepBytes());
        return true;
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

    /** The steps. */
    StepSchedule schedule() {
        return schedule;
    }

    /** What could not be made sure of. */
    List<Caveat> caveats() {
        return caveats;
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
