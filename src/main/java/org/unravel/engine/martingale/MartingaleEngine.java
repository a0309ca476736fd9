package org.unravel.engine.martingale;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unravel.engine.drive.DrivingFunction;
import org.unravel.engine.drive.ResolutionProof;
import org.unravel.engine.drive.StepSchedule;
import org.unravel.engine.energy.PilotClosure;
import org.unravel.engine.jump.LanePadding;
import org.unravel.engine.lane.LaneKernel;
import org.unravel.engine.lane.NodeKernel;
import org.unravel.engine.sector.EnergyScale;
import org.unravel.model.Caveat;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.numeric.Bytes;
import org.unravel.trajectory.Engine;
import org.unravel.trajectory.LaneWorker;
import org.unravel.trajectory.Recording;

/**
 * The martingale engine (engine.md, "The martingale engine"): jumps at the rates |γ| under a drift with the signed rates γ, and a weight of either sign that undoes it
 * ({@link org.unravel.model.InfluenceMartingale}).
 *
 * <p>With signed rates the norm of a ket is neither monotone nor a probability. So the norm is taken out at every step, and the hazard ∫Σ|γ|‖Aψ‖²dt is an integral of its own, as is ln|μ|.
 * Propagators and forms of all steps are computed once; steps are cut where a rate changes its sign, as |γ| has a kink there.
 */
public final class MartingaleEngine implements Engine {

    /** Name on the command line. */
    public static final String NAME = "martingale";
    /** Lanes of a group: they share the tables of a step while those are in the cache. */
    private static final int LANES = 64;
    private static final int MOST_ROUNDS = 8;

    private final MartingaleTables tables;
    private final NodeKernel kernel;
    private final int lanes;
    private final double pilotClosure;
    private final Optional<String> warning;

    private MartingaleEngine(MartingaleTables tables, NodeKernel kernel, int lanes, double pilotClosure, Optional<String> warning) {
        this.tables = tables;
        this.kernel = kernel;
        this.lanes = lanes;
        this.pilotClosure = pilotClosure;
        this.warning = warning;
    }

    /**
     * The engine for a model, tables computed.
     *
     * @throws ModelException if it needs too many steps, or tables that are too large
     */
    public static MartingaleEngine of(Model model) {
        return of(model, LANES);
    }

    /** The same with groups of up to {@code lanes} ≥ 1 trajectories, which changes no result. */
    public static MartingaleEngine of(Model model, int lanes) {
        return of(model, lanes, LaneKernel.fastest().nodeKernel());
    }

    /** The same with a kernel, which changes no result either. */
    static MartingaleEngine of(Model model, int lanes, NodeKernel kernel) {
        ResolutionProof proof = new ResolutionProof(model, DrivingFunction.of(model));
        double allowance = PilotClosure.allowance(model);
        StepSchedule schedule = StepSchedule.of(model);
        for (int round = 0;; round++) {
            MartingaleTables tables = MartingaleTables.of(model, schedule, proof);
            double[] closure = PilotClosure.worstByInterval(model, new MartingaleWorker(tables, kernel, LanePadding.padded(LANES), Recording.Times.ALL), LANES);
            double[] worst = PilotClosure.beyondRounding(model, tables.schedule(), closure, allowance);
            boolean[] cut = new boolean[worst.length];
            boolean any = false;
            for (int i = 0; i < cut.length; i++) {
                cut[i] = !(worst[i] <= allowance);
                any |= cut[i];
            }
            StepSchedule next = tables.schedule().halved(cut);
            if (!any || round == MOST_ROUNDS || next.steps().size() > MartingaleTables.MOST_STEPS) {
                return new MartingaleEngine(tables, kernel, lanes, Arrays.stream(closure).sum() / EnergyScale.of(model), PilotClosure.warning(model, worst, allowance));
            }
            schedule = next;
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String kernel() {
        return "chebyshev-forms";
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
        return new MartingaleWorker(tables, kernel, paddedLaneCount(), times);
    }

    @Override
    public List<Caveat> caveats() {
        return tables.caveats();
    }

    @Override
    public Map<String, Object> description() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("steps", tables.stepCount());
        facts.put("steps_with_a_negative_rate", tables.negativeSteps());
        facts.put("intervals_cut", tables.schedule().cutIntervals());
        facts.put("blocks", tables.outer().partition().blockCount());
        facts.put("largest_block", tables.outer().partition().largestBlock());
        facts.put("table_bytes", new Bytes(tables.bytes()));
        facts.put("pilot_closure", pilotClosure);
        warning.ifPresent(text -> facts.put(WARNING, text));
        return facts;
    }
}
