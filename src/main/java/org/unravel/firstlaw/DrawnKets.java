package org.unravel.firstlaw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.unravel.composite.JointState;
import org.unravel.engine.Engines;
import org.unravel.ensemble.GroupedStates;
import org.unravel.ensemble.RunPlan;
import org.unravel.model.Absence;
import org.unravel.model.InitialState;
import org.unravel.model.Model;
import org.unravel.model.Reason;
import org.unravel.trajectory.LaneKets;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneValues;
import org.unravel.trajectory.LaneWorker;
import org.unravel.trajectory.TrajectoryStream;

/**
 * A sample of a closed model: its trajectories differ in nothing but the ket at the start, so that an engine propagates one of each, and the averaged state of a group is their mixture with the shares in which they were
 * drawn. Of a pure start all groups are one, whatever their number.
 */
final class DrawnKets implements SampledStates {

    private static final double[][] NONE = {};
    private static final double OF_HEAP = 0.3;

    private final Model inner;
    private final long trajectoryCount;
    private final Replicates replicates;
    /** Shares of the kets, shape [replicates][kets]. */
    private final double[][] weights;
    private final int[] first;
    /** Normalised kets, shape [inner points][kets][D]. */
    private final double[][][] re;
    private final double[][][] im;

    private DrawnKets(Model inner, long trajectoryCount, double[][] counts, double[][][] re, double[][][] im) {
        this.inner = inner;
        this.trajectoryCount = trajectoryCount;
        double[][] sizes = Arrays.stream(counts).map(c -> new double[] {Arrays.stream(c).sum()}).toArray(double[][]::new);
        this.replicates = new Replicates(new GroupedStates(inner.dimension(), List.of(), Arrays.stream(sizes).mapToLong(s -> (long) s[0]).toArray(), sizes, new double[0][][], new double[0][][]));
        this.weights = replicates.averages(counts, 0);
        this.first = new int[weights.length];
        for (int r = 0; r < first.length; r++) {
            int f = 0;
            while (!Arrays.equals(weights[f], weights[r])) {
                f++;
            }
            first[r] = f;
        }
        this.re = re;
        this.im = im;
    }

    /** Why the kets of a sample cannot be kept; empty where they can. */
    static Optional<Absence> obstacle(Model inner, RunPlan plan) {
        double kets = Math.min(inner.initial().components().size(), plan.trajectoryCount());
        double bytes = 2.0 * Double.BYTES * kets * inner.time().pointCount() * inner.dimension();
        double heap = OF_HEAP * Runtime.getRuntime().maxMemory();
        return bytes <= heap ? Optional.empty() : Optional.of(new Absence(Reason.TOO_MUCH_MEMORY, String.format(Locale.ROOT,
                "%.0f kets of dimension %d at %d times would take %.2g bytes, %.2g are allowed: fewer grid points, or more memory for Java", kets, inner.dimension(), inner.time().pointCount(), bytes, heap)));
    }

    /**
     * Draws and propagates.
     *
     * @param groups of trajectories, trajectory i of N belongs to group ⌊iG/N⌋
     * @throws org.unravel.model.ModelException if no engine can take the model
     */
    static DrawnKets of(Model inner, RunPlan plan, int groups) {
        InitialState initial = inner.initial();
        long planned = plan.trajectoryCount();
        int count = (int) Math.min(groups, planned);
        int kets = initial.components().size();
        double[][] drawn = new double[count][kets];
        long[] firstOf = new long[kets];
        Arrays.fill(firstOf, -1);
        for (long i = 0; i < planned; i++) {
            int c = kets == 1 ? 0 : initial.componentAt(new TrajectoryStream(plan.seed(), i).nextUniform());
            drawn[(int) (i * count / planned)][c]++;
            firstOf[c] = firstOf[c] < 0 ? i : firstOf[c];
        }
        int[] met = java.util.stream.IntStream.range(0, kets).filter(c -> firstOf[c] >= 0).toArray();
        double[][] counts = Arrays.stream(drawn).map(d -> Arrays.stream(met).mapToDouble(c -> d[c]).toArray()).toArray(double[][]::new);
        Model bare = inner.withObservables(List.of());
        LaneWorker worker = Engines.selectShowingKets(bare, List.of(), plan.engine()).engine().worker();
        double[][][] re = new double[inner.time().pointCount()][met.length][];
        double[][][] im = new double[inner.time().pointCount()][met.length][];
        for (int c = 0; c < met.length; c++) {
            worker.run(plan.seed(), firstOf[met[c]], 1, new Keeper(c, inner.dimension(), re, im));
        }
        return new DrawnKets(inner, planned, counts, re, im);
    }

    /** Keeps the kets of one trajectory. */
    private record Keeper(int place, int dimension, double[][][] re, double[][][] im) implements LaneObserver {

        @Override
        public void begin(long first, int laneCount) {
            // one trajectory
        }

        @Override
        public void jump(int lane, double time, int channel, double energyChange, double weight) {
            throw new IllegalStateException("expected a closed model, found a jump");
        }

        @Override
        public void gridPoint(int index, LaneValues values) {
            // the ledger of a closed model says nothing of its parts
        }

        @Override
        public void kets(int index, LaneKets kets) {
            double[] x = new double[dimension];
            double[] y = new double[dimension];
            kets.copy(0, x, y);
            double norm = 0;
            for (int i = 0; i < dimension; i++) {
                norm += x[i] * x[i] + y[i] * y[i];
            }
            for (int i = 0; i < dimension; i++) {
                x[i] /= Math.sqrt(norm);
                y[i] /= Math.sqrt(norm);
            }
            re[index][place] = x;
            im[index][place] = y;
        }
    }

    @Override
    public int count() {
        return weights.length;
    }

    @Override
    public int leftOutCount() {
        return replicates.leftOutCount();
    }

    @Override
    public long trajectoryCount() {
        return trajectoryCount;
    }

    @Override
    public int kets() {
        return weights[0].length;
    }

    @Override
    public int first(int replicate) {
        return first[replicate];
    }

    @Override
    public JointState[] at(int index) {
        return weighted(new JointState.Mixture(weights[0], re[index], im[index], NONE, NONE));
    }

    @Override
    public JointState[] moving(int index, double branch) {
        return weighted(new JointState.Mixture(weights[0], re[index], im[index], NONE, NONE).under(inner.drivingHamiltonian().at(inner.time().time(index), branch)));
    }

    private JointState[] weighted(JointState.Mixture kets) {
        JointState[] all = new JointState[weights.length];
        for (int r = 0; r < all.length; r++) {
            all[r] = first[r] == r ? kets.weighted(weights[r]) : all[first[r]];
        }
        return all;
    }

    @Override
    public List<Map<String, double[]>> means(int refinement) {
        return new ArrayList<>(Collections.nCopies(count(), Map.of()));
    }
}
