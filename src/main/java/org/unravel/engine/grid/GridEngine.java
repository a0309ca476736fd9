package org.unravel.engine.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.unravel.engine.drive.DrivingFunction;
import org.unravel.engine.drive.ResolutionProof;
import org.unravel.engine.drive.StepSchedule;
import org.unravel.engine.energy.PilotClosure;
import org.unravel.engine.jump.JumpLaw;
import org.unravel.engine.jump.LanePadding;
import org.unravel.engine.lane.LaneKernel;
import org.unravel.engine.lane.PlainLaneKernel;
import org.unravel.engine.sector.EnergyScale;
import org.unravel.engine.sector.SectorMap;
import org.unravel.model.Caveat;
import org.unravel.model.Model;
import org.unravel.numeric.BlockPartition;
import org.unravel.numeric.Bytes;
import org.unravel.trajectory.Engine;
import org.unravel.trajectory.LaneWorker;
import org.unravel.trajectory.Recording;

/**
 * The grid engine (engine.md, "The grid engine"): the no-jump propagators of all steps are computed once to rounding and applied to whole lane
 * groups; jumps are located inside their step; any H(t), rates and operators, several jumps per step.
 *
 * <p>Steps are the intervals of the time grid, cut at breakpoints, and halved where one is too long for its propagator, or where the
 * closure of a pilot group of trajectories is worse than {@link PilotClosure#TOLERANCE}. Tables that do not fit the memory are built anew, step by
 * step, for wide groups of trajectories.
 */
public final class GridEngine implements Engine {

    /** Name on the command line. */
    public static final String NAME = "grid";
    /** Lanes of a group for each sector: wide enough for the kernels, small enough for the cache. */
    public static final int LANES = 64;
    /** Most lanes of a group; taken where tables are built anew for each, because building costs as much as some hundred lanes. */
    private static final int WIDE_LANES = 2048;
    private static final int MOST_ROUNDS = 8;

    private final GridTables tables;
    private final Optional<LaneKernel> kernel;
    private final int lanes;
    private final int cutIntervals;
    private final double pilotClosure;
    private final Optional<String> warning;
    private final JumpLaw law;

    private GridEngine(GridTables tables, Optional<LaneKernel> kernel, int lanes, int cutIntervals, double pilotClosure,
            Optional<String> warning) {
        this.tables = tables;
        this.kernel = kernel;
        this.lanes = lanes;
        this.cutIntervals = cutIntervals;
        this.pilotClosure = pilotClosure;
        this.warning = warning;
        this.law = JumpLaw.of(tables.model(), () -> new GridWorker(tables, kernel.orElseGet(PlainLaneKernel::new), LanePadding.padded(LANES),
                Recording.Times.ENDS, JumpLaw.OWN).endLogSurvivals());
    }

    /** The engine for a model, tables computed. */
    public static GridEngine of(Model model) {
        return of(SectorMap.of(model));
    }

    /** The same for a model whose sectors are known. */
    static GridEngine of(SectorMap map) {
        return of(map, lanes(map), new TableStore(), Optional.empty(), PilotClosure.allowance(map.model()));
    }

    /** Lanes of a group where nobody says how many. */
    public static int lanes(SectorMap map) {
        return Math.min(LANES * map.sectors().size(), WIDE_LANES);
    }

    /** The same with groups of up to {@code lanes} ≥ 1 trajectories, which changes no result. */
    public static GridEngine of(Model model, int lanes) {
        return of(SectorMap.of(model), lanes, new TableStore(), Optional.empty(), PilotClosure.allowance(model));
    }

    /** The same with a store of its own for the step tables, and one kernel for all trajectories. */
    public static GridEngine of(Model model, int lanes, TableStore store, LaneKernel kernel) {
        return of(SectorMap.of(model), lanes, store, Optional.of(kernel), PilotClosure.allowance(model));
    }

    /** The same with what closure may fail by in a grid interval, in the unit of energy; with no kernel the engine takes plain loops and then the fastest. */
    public static GridEngine of(SectorMap map, int lanes, TableStore store, Optional<LaneKernel> kernel, double allowance) {
        Model model = map.model();
        StepSchedule schedule = StepSchedule.of(model);
        ResolutionProof proof = new ResolutionProof(model, DrivingFunction.of(model));
        int padded = LanePadding.padded(lanes);
        List<double[]> rounds = new ArrayList<>();
        for (int round = 0;; round++) {
            GridTables tables = GridTables.of(map, schedule, store, proof);
            double[] closure = PilotClosure.worstByInterval(model, worker(tables, kernel, padded, Recording.Times.ALL, JumpLaw.OWN), padded);
            double[] worst = PilotClosure.beyondRounding(model, tables.schedule(), closure, allowance);
            rounds.add(worst);
            boolean[] cut = toCut(rounds, allowance);
            boolean any = IntStream.range(0, cut.length).anyMatch(i -> cut[i]);
            // Intervals that share tables are cut alike.
            tables.period().spread(cut);
            StepSchedule next = tables.schedule().halved(cut);
            if (!any || round == MOST_ROUNDS || next.steps().size() > GridTables.MOST_STEPS) {
                return new GridEngine(tables, kernel, tables.areKept() ? lanes : Math.max(lanes, WIDE_LANES), tables.schedule().cutIntervals(),
                        Arrays.stream(closure).sum() / EnergyScale.of(model), PilotClosure.warning(model, worst, allowance));
            }
            schedule = next;
        }
    }

    /** Intervals that fail by more than the allowance, but those that two rounds of cutting have not made better. */
    private static boolean[] toCut(List<double[]> rounds, double allowance) {
        double[] worst = rounds.get(rounds.size() - 1);
        boolean[] cut = new boolean[worst.length];
        for (int i = 0; i < worst.length; i++) {
            cut[i] = !(worst[i] <= allowance) && !isHopeless(rounds, i, allowance);
        }
        return cut;
    }

    /** Half a step errs by a thousandth; what stays through two rounds is no error of steps, and thousands of them would not mend it. */
    private static boolean isHopeless(List<double[]> rounds, int interval, double allowance) {
        int last = rounds.size() - 1;
        return last >= 2 && IntStream.of(last, last - 1)
                .allMatch(r -> rounds.get(r - 1)[interval] > allowance && rounds.get(r)[interval] > rounds.get(r - 1)[interval] / 2);
    }

    private static LaneWorker worker(GridTables tables, Optional<LaneKernel> kernel, int lanes, Recording.Times times,
            JumpLaw law) {
        return kernel.isPresent() ? new GridWorker(tables, kernel.get(), lanes, times, law)
                : new PlainStartWorker(tables, LaneKernel.fastest(), lanes, times, law);
    }

    private static boolean uses(GridTables tables, PropagationForm form) {
        return tables.sectors().stream().anyMatch(s -> s.form() == form);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String kernel() {
        return "lanes" + (uses(tables, PropagationForm.FORMS) ? "-forms" : "") + (uses(tables, PropagationForm.STATES) ? "-states" : "");
    }

    @Override
    public int laneCount() {
        return lanes;
    }

    @Override
    public int paddedLaneCount() {
        return LanePadding.padded(lanes);
    }

    @Override
    public LaneWorker worker(Recording.Times times) {
        return worker(tables, kernel, paddedLaneCount(), times, law);
    }

    @Override
    public List<Caveat> caveats() {
        return tables.caveats();
    }

    @Override
    public Map<String, Object> description() {
        List<BlockPartition> partitions = tables.sectors().stream().map(s -> s.outer().partition()).toList();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("steps", tables.stepCount());
        facts.put("intervals_cut", cutIntervals);
        facts.put("drive", period());
        facts.put("gauss_nodes", GridTables.GAUSS_COUNT);
        facts.put("sectors", partitions.size());
        facts.put("largest_sector", tables.map().largestSector());
        facts.put("blocks", partitions.stream().mapToInt(BlockPartition::blockCount).sum());
        facts.put("largest_block", partitions.stream().mapToInt(BlockPartition::largestBlock).max().orElseThrow());
        facts.put("table_bytes", new Bytes(tables.bytes()));
        facts.put("tables_kept", tables.areKept() ? "yes" : "no: too large, built anew for each group of " + lanes);
        facts.put("loops", loops());
        facts.put("pilot_closure", pilotClosure);
        law.description().ifPresent(text -> facts.put(BIAS, text));
        warning.ifPresent(text -> facts.put(WARNING, text));
        return facts;
    }

    /** For people. */
    private String period() {
        if (tables.sectors().stream().allMatch(SectorTables::isConstant)) {
            return "none: one table for all steps of a length";
        }
        int intervals = tables.period().intervals();
        String found = tables.period().repeats()
                ? "repeats every " + intervals + " intervals of the time grid, after t = " + intervals * tables.model().time().step()
                : "is not known to repeat on the time grid";
        if (!tables.areKept()) {
            return found;
        }
        return found + (tables.period().repeats() ? ": tables of one period" : ": tables of every step");
    }

    /** For people; which loops run shows in no result. */
    private String loops() {
        String fastest = kernel.orElseGet(LaneKernel::fastest).name();
        return kernel.isPresent() || fastest.equals(new PlainLaneKernel().name()) ? fastest
                : "plain for the first " + PlainStartWorker.plainCount(tables) + " trajectories, then " + fastest;
    }
}
