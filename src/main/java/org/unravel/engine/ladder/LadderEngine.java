package org.unravel.engine.ladder;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.unravel.engine.forecast.ModelShape;
import org.unravel.engine.jump.JumpLaw;
import org.unravel.engine.jump.LanePadding;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.numeric.Bytes;
import org.unravel.trajectory.Engine;
import org.unravel.trajectory.LaneWorker;
import org.unravel.trajectory.Recording;

/**
 * The ladder engine: for stiff models that do not depend on time. What it costs grows with the number of jumps and with the logarithm of the largest rate or
 * frequency, not with that rate itself ({@link PropagatorLadder}, {@link LadderStepper}).
 */
public final class LadderEngine implements Engine {

    /** Name on the command line. */
    public static final String NAME = "ladder";
    /** Lanes of a group. */
    private static final int LANES = 64;

    private final LadderTables tables;
    private final int lanes;
    private final JumpLaw law;

    private LadderEngine(LadderTables tables, int lanes) {
        this.tables = tables;
        this.lanes = lanes;
        this.law = JumpLaw.of(tables.model(), () -> new LadderWorker(tables, 1, Recording.Times.ENDS, JumpLaw.OWN).endLogSurvivals());
    }

    /** Why it cannot take a model, to follow "found"; empty if it can. */
    static Optional<String> obstacle(ModelShape shape) {
        return LadderTables.obstacle(shape.sectors());
    }

    /** True if it can take a model: one that does not depend on time, of blocks of few states. */
    public static boolean applies(Model model) {
        return obstacle(ModelShape.of(model)).isEmpty();
    }

    /**
     * The engine for a model.
     *
     * @throws ModelException if it cannot take the model; the message says why
     */
    public static LadderEngine of(Model model) {
        return of(model, LANES);
    }

    /** The same with groups of up to {@code lanes} ≥ 1 trajectories, which changes no result. */
    public static LadderEngine of(Model model, int lanes) {
        return of(ModelShape.of(model), lanes);
    }

    /** The same for a model that has been looked at. */
    static LadderEngine of(ModelShape shape) {
        return of(shape, LANES);
    }

    private static LadderEngine of(ModelShape shape, int lanes) {
        obstacle(shape).ifPresent(why -> {
            throw new ModelException("expected a model with constant operators and blocks of few states for the ladder engine, found "
                    + why + " in " + shape.model().name() + "; the grid engine takes it unless it is stiff (--engine grid)");
        });
        return new LadderEngine(LadderTables.of(shape), lanes);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String kernel() {
        return "plain-ladder";
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
        return new LadderWorker(tables, paddedLaneCount(), times, law);
    }

    @Override
    public Map<String, Object> description() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("sectors", tables.ladders().size());
        facts.put("largest_sector", tables.map().largestSector());
        facts.put("propagators", tables.ladders().stream().mapToInt(PropagatorLadder::levels).sum());
        facts.put("table_bytes", new Bytes(tables.bytes()));
        law.description().ifPresent(text -> facts.put(BIAS, text));
        return facts;
    }
}
