package org.unravel.engine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.trajectory.Engine;
import org.unravel.trajectory.LaneWorker;
import org.unravel.trajectory.Recording;

/**
 * The sparse engine (design.md §4): the states of a lane group as Taylor polynomials of the sparse H_eff, for models that do not depend on time.
 * No matrix of D × D is formed; the polynomial is the dense output in which jumps are found, and a lane that has jumped goes on from there.
 *
 * <p>Terms are added until they are below rounding, lane by lane. The energy integrals between jumps are Gauss sums, whose number of nodes
 * follows from the rates and is raised where the closure of a pilot group is worse than {@link PilotClosure#TOLERANCE}.
 */
public final class SparseEngine implements Engine {

    /** Name on the command line. */
    public static final String NAME = "sparse";
    /** Amplitudes of all Taylor terms of a group that the second-level cache holds. */
    private static final int CACHED_AMPLITUDES = 1 << 16;
    private static final int TYPICAL_TERMS = 20;
    private static final int MOST_LANES = 64;
    private static final int MOST_ROUNDS = 8;

    private final SparseTables tables;
    private final TaylorKernel kernel;
    private final int lanes;
    private final double pilotClosure;

    private SparseEngine(SparseTables tables, TaylorKernel kernel, int lanes, double pilotClosure) {
        this.tables = tables;
        this.kernel = kernel;
        this.lanes = lanes;
        this.pilotClosure = pilotClosure;
    }

    /** True if it can take a model: one whose H, energy, channels and observables do not depend on time. */
    public static boolean applies(Model model) {
        return SparseTables.applies(model);
    }

    /**
     * The engine for a model.
     *
     * @throws ModelException if the model depends on time
     */
    public static SparseEngine of(Model model) {
        int fitting = CACHED_AMPLITUDES / (TYPICAL_TERMS * model.dimension());
        return of(model, Math.max(LaneKernel.LANE_MULTIPLE, Math.min(MOST_LANES, fitting / LaneKernel.LANE_MULTIPLE * LaneKernel.LANE_MULTIPLE)));
    }

    /** The same with groups of up to {@code lanes} ≥ 1 trajectories, which changes no result. */
    public static SparseEngine of(Model model, int lanes) {
        return of(model, lanes, TaylorKernel.fastest());
    }

    /** The same with a kernel. */
    static SparseEngine of(Model model, int lanes, TaylorKernel kernel) {
        if (!applies(model)) {
            throw new ModelException("expected a model that does not depend on time for the sparse engine, found " + model.name()
                    + "; the grid engine takes it (--engine grid)");
        }
        int padded = LaneKernel.padded(lanes);
        double allowance = PilotClosure.allowance(model);
        SparseTables tables = SparseTables.of(model);
        for (int round = 0;; round++) {
            double[] worst = PilotClosure.worstByInterval(model, new SparseWorker(tables, kernel, padded, Recording.Times.ALL), padded);
            if (Arrays.stream(worst).allMatch(w -> w <= allowance) || round == MOST_ROUNDS) {
                return new SparseEngine(tables, kernel, lanes, Arrays.stream(worst).sum() / EnergyScale.of(model));
            }
            tables = tables.with(round % 2 == 0 ? tables.partCount() : 2 * tables.partCount(), tables.rule().count() + (round % 2 == 0 ? 3 : 0));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String kernel() {
        return kernel.name() + "-taylor";
    }

    @Override
    public int laneCount() {
        return lanes;
    }

    @Override
    public int paddedLaneCount() {
        return LaneKernel.padded(lanes);
    }

    @Override
    public LaneWorker worker(Recording.Times times) {
        return new SparseWorker(tables, kernel, paddedLaneCount(), times);
    }

    @Override
    public Map<String, Object> description() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("steps", (tables.model().time().pointCount() - 1) * tables.partCount());
        facts.put("gauss_nodes", tables.rule().count());
        facts.put("generator_entries", tables.generator().real().length + tables.generator().imaginary().length);
        facts.put("table_bytes", 16L * TYPICAL_TERMS * tables.model().dimension() * paddedLaneCount());
        facts.put("pilot_closure", pilotClosure);
        return facts;
    }
}
