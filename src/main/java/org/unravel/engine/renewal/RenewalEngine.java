package org.unravel.engine.renewal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.unravel.engine.energy.PilotClosure;
import org.unravel.engine.forecast.ModelShape;
import org.unravel.engine.jump.JumpLaw;
import org.unravel.engine.jump.LanePadding;
import org.unravel.engine.sector.EnergyScale;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.numeric.Bytes;
import org.unravel.trajectory.Engine;
import org.unravel.trajectory.LaneWorker;
import org.unravel.trajectory.Recording;

/**
 * The renewal engine (engine.md, "The renewal engine"): for models that do not depend on time and have finitely many states after jumps.
 * Between jumps nothing is computed but what is recorded: waiting times, means and rates come from one table for each state.
 *
 * <p>Tables hold polynomials in the age, the time since the last jump, good to {@link AgeTableBuilder#TOLERANCE}. A waiting time is the inverse of the
 * survival to 1e-11 of a cell. A trajectory whose threshold lies below the survival at the end does not jump again.
 */
public final class RenewalEngine implements Engine {

    /** Name on the command line. */
    public static final String NAME = "renewal";
    /** Lanes of a group. */
    static final int LANES = 64;

    private final RenewalTables tables;
    private final RenewalKernel kernel;
    private final int lanes;
    private final double pilotClosure;
    private final Optional<String> warning;
    private final JumpLaw law;

    private RenewalEngine(RenewalTables tables, RenewalKernel kernel, int lanes, double pilotClosure, Optional<String> warning) {
        this.tables = tables;
        this.kernel = kernel;
        this.lanes = lanes;
        this.pilotClosure = pilotClosure;
        this.warning = warning;
        this.law = JumpLaw.of(tables.model(),
                () -> new RenewalWorker(tables, kernel, 1, Recording.Times.ENDS, JumpLaw.OWN).endLogSurvivals());
    }

    /** Why it cannot take a model, to follow "found"; empty if it can. */
    static Optional<String> obstacle(ModelShape shape) {
        return RenewalTables.obstacle(shape);
    }

    /** True if it can take a model: one that does not depend on time, with finitely many states after jumps. */
    public static boolean applies(Model model) {
        return obstacle(ModelShape.of(model)).isEmpty();
    }

    /**
     * The engine for a model.
     *
     * @throws ModelException if it cannot take the model; the message says why
     */
    public static RenewalEngine of(Model model) {
        return of(model, LANES);
    }

    /** The same with groups of up to {@code lanes} ≥ 1 trajectories, which changes no result. */
    public static RenewalEngine of(Model model, int lanes) {
        return of(model, lanes, RenewalKernel.fastest());
    }

    /** The same with a kernel. */
    static RenewalEngine of(Model model, int lanes, RenewalKernel kernel) {
        return of(ModelShape.of(model), lanes, kernel);
    }

    /** The same for a model that has been looked at. */
    static RenewalEngine of(ModelShape shape) {
        return of(shape, LANES, RenewalKernel.fastest());
    }

    private static RenewalEngine of(ModelShape shape, int lanes, RenewalKernel kernel) {
        Model model = shape.model();
        obstacle(shape).ifPresent(why -> {
            throw new ModelException("expected a model with constant operators and finitely many states after jumps for the renewal engine, found "
                    + why + " in " + model.name() + "; the grid engine takes it (--engine grid)");
        });
        RenewalTables tables = RenewalTables.of(model, RenewalShape.of(shape).states().orElseThrow());
        int padded = LanePadding.padded(lanes);
        double[] worst = PilotClosure.worstByInterval(model, new RenewalWorker(tables, kernel, padded, Recording.Times.ALL, JumpLaw.OWN), padded);
        return new RenewalEngine(tables, kernel, lanes, Arrays.stream(worst).sum() / EnergyScale.of(model),
                PilotClosure.warning(model, worst, PilotClosure.allowance(model)));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String kernel() {
        return kernel.name() + "-renewal";
    }

    /** Between jumps there are no kets, only curves. */
    @Override
    public boolean showsKets() {
        return false;
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
        return new RenewalWorker(tables, kernel, paddedLaneCount(), times, law);
    }

    @Override
    public Map<String, Object> description() {
        AgeTable[] states = tables.states();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("post_jump_states", states.length);
        facts.put("exponential_states", Arrays.stream(states).filter(s -> s.waiting().isExponential()).count());
        facts.put("cells", Arrays.stream(states).filter(s -> !s.waiting().isExponential()).mapToInt(AgeTable::cellCount).sum());
        facts.put("nearly_dark_cells", Arrays.stream(states).mapToInt(s -> s.waiting().nearlyDarkCount()).sum());
        facts.put("table_bytes", new Bytes(tables.bytes()));
        facts.put("table_error", Arrays.stream(states).mapToDouble(AgeTable::error).max().orElse(0));
        facts.put("pilot_closure", pilotClosure);
        law.description().ifPresent(text -> facts.put(BIAS, text));
        warning.ifPresent(text -> facts.put(WARNING, text));
        return facts;
    }
}
