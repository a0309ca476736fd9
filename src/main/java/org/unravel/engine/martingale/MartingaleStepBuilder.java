package org.unravel.engine.martingale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.unravel.engine.drive.DrivingFunction;
import org.unravel.engine.drive.Step;
import org.unravel.engine.energy.NodeValues;
import org.unravel.engine.lane.NodeOperators;
import org.unravel.engine.lane.OuterProduct;
import org.unravel.engine.sector.BlockFrame;
import org.unravel.engine.sector.EnergyTerms;
import org.unravel.engine.sector.ExactTime;
import org.unravel.engine.sector.Sector;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.BlockMatrix;
import org.unravel.numeric.BlockPartition;
import org.unravel.numeric.ChebyshevNodes;
import org.unravel.numeric.CollocationPropagator;
import org.unravel.numeric.SparseMatrix;

/** Computes the tables of single steps, or finds that a step is too long for them. */
final class MartingaleStepBuilder {

    /**
     * Largest h times the spread of K's spectrum: a ket that passes from one state to another that decays faster by κ has a drift rate with poles that hκ = 1 puts on the
     * ellipse ρ = 12.6, where 16 nodes err by ρ⁻¹⁵ = 3e-17 of the rate (Trefethen, Approximation Theory and Approximation Practice, theorem 19.3).
     */
    private static final double MOST_DAMPING = 1;
    /** Largest h‖H‖: forms turn by twice that, and 16 nodes miss 2J₁₆(1.5) = 1e-15 of e^{2ihHx} over x from −1/2 to 1/2. */
    private static final double MOST_PHASE = 1.5;
    private static final int N = ChebyshevNodes.COUNT;

    private final Model model;
    private final Sector sector;
    private final NodeOperators.Source operators;
    private final OuterProduct outer;
    private final BlockFrame frame;
    private final TimeDependentOperator shiftedHamiltonian;
    private final EnergyTerms terms;
    private final boolean constant;

    MartingaleStepBuilder(Model model) {
        this.model = model;
        this.sector = Sector.whole(model);
        this.operators = new NodeOperators.Source(sector);
        BlockPartition partition = partition(sector);
        this.outer = new OuterProduct(partition);
        this.frame = BlockFrame.of(sector.hamiltonian(), model.time(), partition);
        this.shiftedHamiltonian = sector.hamiltonian().minus(frame.middles());
        // A model without channels has the same forms, of K = 0.
        this.terms = new EnergyTerms(true, sector.terms().power(), sector.terms().unitary(), sector.terms().apart());
        this.constant = operators.isConstant() && sector.hamiltonian().isConstant() && model.channels().stream().allMatch(c -> c.rate().isConstant());
    }

    /** Blocks that the evolution without a jump keeps apart. */
    static BlockPartition partition(Sector sector) {
        List<SparseMatrix> all = new ArrayList<>();
        List<TimeDependentOperator> operators = new ArrayList<>(List.of(sector.hamiltonian(), sector.energy(), sector.jumpRate()));
        operators.addAll(sector.apart());
        operators.forEach(o -> o.terms().forEach(t -> all.add(t.matrix())));
        return BlockPartition.of(sector.dimension(), all);
    }

    Sector sector() {
        return sector;
    }

    OuterProduct outer() {
        return outer;
    }

    BlockFrame frame() {
        return frame;
    }

    /** The forms of a node but for ⟨R − K⟩. */
    EnergyTerms terms() {
        return terms;
    }

    /** True if all steps of one length have one table. */
    boolean isConstant() {
        return constant;
    }

    /** The table, or null if the step is too long. */
    MartingaleStep build(Step step) {
        SparseMatrix[] generators = new SparseMatrix[N];
        for (int j = 0; j < N; j++) {
            ExactTime t = step.exactTime(ChebyshevNodes.node(j));
            SparseMatrix h = t.of(shiftedHamiltonian);
            SparseMatrix k = t.of(sector.jumpRate());
            if (!(steps(h, k, step.length()) <= 1)) {
                return null;
            }
            generators[j] = h.scaled(0, -1).plus(-0.5, 0, k);
        }
        BlockMatrix[] v = CollocationPropagator.solve(outer.partition(), generators, step.length());
        return v == null ? null : table(step, v);
    }

    /** Into how many steps a time must be cut for damping and phase. */
    private static double steps(SparseMatrix h, SparseMatrix k, double time) {
        return time * Math.max(k.rowSumNorm() / MOST_DAMPING, h.rowSumNorm() / MOST_PHASE);
    }

    /** The same at the median of the nodes of a step. */
    double least(Step step) {
        double[] steps = new double[N];
        for (int j = 0; j < N; j++) {
            ExactTime t = step.exactTime(ChebyshevNodes.node(j));
            steps[j] = steps(t.of(shiftedHamiltonian), t.of(sector.jumpRate()), step.length());
        }
        Arrays.sort(steps);
        return steps[N / 2 - 1] / 2;
    }

    /** The key of the model file of what is largest in a step. */
    String blame(Step step) {
        ExactTime t = step.exactTime(0);
        SparseMatrix h = t.of(shiftedHamiltonian);
        String key = DrivingFunction.HAMILTONIAN;
        double largest = h.rowSumNorm() / MOST_PHASE;
        for (Bath bath : model.baths()) {
            for (Channel c : bath.channels()) {
                double rate = t.of(c.jumpRateOperator()).rowSumNorm() / MOST_DAMPING;
                key = rate > largest ? DrivingFunction.channelKey(bath, c) + ".rate" : key;
                largest = Math.max(largest, rate);
            }
        }
        return key;
    }

    private MartingaleStep table(Step step, BlockMatrix[] v) {
        int width = MartingaleStep.width(outer.partition());
        int entries = outer.partition().entryCount();
        int formCount = terms.allFormCount() + 1;
        double[] propagators = new double[N * width];
        double[] forms = new double[formCount * outer.rowCount() * N];
        double[] signs = signs(step);
        for (int j = 0; j < N; j++) {
            System.arraycopy(v[j].re(), 0, propagators, j * width, entries);
            System.arraycopy(v[j].im(), 0, propagators, j * width + entries, entries);
            ExactTime t = step.exactTime(ChebyshevNodes.node(j));
            List<SparseMatrix> at = formOperators(t, signs);
            for (int f = 0; f < formCount; f++) {
                outer.form(at.get(f), v[j], forms, f * N + j, formCount * N);
            }
        }
        return new MartingaleStep(v[N - 1], propagators, forms, Arrays.stream(signs).anyMatch(s -> s < 0));
    }

    /** In the order of {@link NodeValues}, then R − K. */
    private List<SparseMatrix> formOperators(ExactTime t, double[] signs) {
        NodeOperators at = operators.at(t);
        List<SparseMatrix> all = new ArrayList<>(List.of(SparseMatrix.identity(sector.dimension()), at.jumpRate(), at.energy(), at.anticommutator()));
        if (terms.power()) {
            all.add(at.power());
        }
        if (terms.unitary()) {
            all.add(at.unitary());
        }
        for (SparseMatrix k : at.apart()) {
            all.addAll(List.of(k, at.energy(), at.anticommutator(k)));
        }
        all.add(excess(t, signs));
        return all;
    }

    /** R − K = Σ_k (|γ_k| − γ_k) A_k†A_k. */
    private SparseMatrix excess(ExactTime t, double[] signs) {
        SparseMatrix sum = SparseMatrix.zero(sector.dimension());
        List<Channel> channels = model.channels();
        for (int k = 0; k < signs.length; k++) {
            if (signs[k] < 0) {
                sum = sum.plus(-2, 0, t.of(channels.get(k).jumpRateOperator()));
            }
        }
        return sum;
    }

    /** The sign of every rate, which it has all over the step, as changes of sign are breakpoints: that of its largest value at a node, far from the rounding of its roots. */
    private double[] signs(Step step) {
        List<Channel> channels = model.channels();
        double[] signs = new double[channels.size()];
        for (int k = 0; k < signs.length; k++) {
            double largest = 0;
            for (int j = 0; j < N; j++) {
                double rate = step.exactTime(ChebyshevNodes.node(j)).of(channels.get(k).rate()).re();
                if (!Double.isFinite(rate)) {
                    throw new ModelException("expected a finite rate of channel " + channels.get(k).name() + ", found " + rate + " at t = "
                            + step.time(ChebyshevNodes.node(j)), "baths");
                }
                largest = Math.abs(rate) > Math.abs(largest) ? rate : largest;
            }
            signs[k] = Math.signum(largest);
        }
        return signs;
    }
}
