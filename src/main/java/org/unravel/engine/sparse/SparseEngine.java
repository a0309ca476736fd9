package org.unravel.engine.sparse;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.unravel.engine.forecast.ModelShape;
import org.unravel.engine.jump.JumpLaw;
import org.unravel.engine.jump.LanePadding;
import org.unravel.engine.taylor.SlicedRows;
import org.unravel.engine.taylor.TaylorKernel;
import org.unravel.model.Caveat;
import org.unravel.model.Model;
import org.unravel.numeric.Bytes;
import org.unravel.trajectory.Engine;
import org.unravel.trajectory.LaneWorker;
import org.unravel.trajectory.Recording;

/**
 * The sparse engine (engine.md): one trajectory after the other as a Taylor polynomial of the sparse
 * H_eff, vectorised along the state index ({@link SlicedRows}). No matrix of D × D is formed; the polynomial is the dense output in which jumps
 * are found, and a trajectory that has jumped goes on from there. What depends on time is a polynomial itself on pieces of the run ({@link org.unravel.engine.drive.Drive}).
 *
 * <p>Terms are added until they are below rounding. Energy integrals between jumps are taken with as many nodes as their closure, which is known
 * exactly, asks for ({@link SegmentQuadrature}). Both depend on the trajectory alone, so that lane groups serve the observers only.
 */
public final class SparseEngine implements Engine {

    /** Name on the command line. */
    public static final String NAME = "sparse";
    /** Amplitudes of the kets of a group: 1 MiB. */
    private static final int GROUP_AMPLITUDES = 1 << 16;
    private static final int MOST_LANES = 64;

    private final SparseTables tables;
    private final TaylorKernel kernel;
    private final int lanes;
    private final JumpLaw law;

    private SparseEngine(SparseTables tables, TaylorKernel kernel, int lanes) {
        this.tables = tables;
        this.kernel = kernel;
        this.lanes = lanes;
        this.law = JumpLaw.of(tables.model(),
                () -> new SparseWorker(tables, kernel, 1, Recording.Times.ENDS, JumpLaw.OWN).endLogSurvivals());
    }

    /**
     * The engine for a model.
     *
     * @throws org.unravel.model.ModelException if H(t), a rate or an operator changes faster than pieces can follow
     */
    public static SparseEngine of(Model model) {
        return of(ModelShape.of(model));
    }

    /** The same for a model that has been looked at. */
    static SparseEngine of(ModelShape shape) {
        int fitting = GROUP_AMPLITUDES / shape.model().dimension() / LanePadding.MULTIPLE * LanePadding.MULTIPLE;
        return new SparseEngine(SparseTables.of(shape), TaylorKernel.fastest(), Math.max(LanePadding.MULTIPLE, Math.min(MOST_LANES, fitting)));
    }

    /** The same with groups of up to {@code lanes} ≥ 1 trajectories, which changes no result. */
    public static SparseEngine of(Model model, int lanes) {
        return of(model, lanes, TaylorKernel.fastest());
    }

    /** The same with a kernel. */
    static SparseEngine of(Model model, int lanes, TaylorKernel kernel) {
        return new SparseEngine(SparseTables.of(model, kernel), kernel, lanes);
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
        return LanePadding.padded(lanes);
    }

    @Override
    public LaneWorker worker(Recording.Times times) {
        return new SparseWorker(tables, kernel, paddedLaneCount(), times, law);
    }

    @Override
    public List<Caveat> caveats() {
        return tables.caveats();
    }

    @Override
    public Map<String, Object> description() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("longest_segment", tables.longest());
        if (tables.drive().exists()) {
            facts.put("functions_of_time", tables.drive().functionCount() - 1);
            facts.put("smooth_pieces", tables.drive().pieceCount());
        }
        facts.put("slice_products_of_a_term", tables.generator().productCount());
        facts.put("generator_filling", Arrays.stream(tables.generator().rows()).mapToDouble(SlicedRows::filling).min().orElseThrow());
        facts.put("table_bytes", new Bytes(tables.bytes()));
        facts.put("thread_bytes", new Bytes(SparseWorker.bytes(tables.model().dimension(), paddedLaneCount())));
        law.description().ifPresent(text -> facts.put(BIAS, text));
        return facts;
    }
}
