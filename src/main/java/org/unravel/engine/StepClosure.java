package org.unravel.engine;

import org.unravel.model.Model;
import org.unravel.model.Tolerance;
import org.unravel.numeric.BlockMatrix;
import org.unravel.numeric.GaussLegendre;
import org.unravel.numeric.SparseMatrix;

/**
 * Whether the Gauss rule of a step gives the energy integrals of every ket. With d/dt V†EV = V†(Ė + i[H,E] − ½{E,K})V (trajectories.md §2) V†EV at the end,
 * less E at the start, is the integral; what the rule misses is a Hermitian matrix, and its largest row sum bounds what any ket can miss. A {@link PilotClosure}
 * sees only kets that its few trajectories reach.
 *
 * <p>What all states share changes no heat and no work and is left out: a part of the energy, and a decay e^{−κt}, κ such that Tr V†V e^{κt} is the same at both
 * ends. States then keep their norms up to the factor that {@link StepTableBuilder#MOST_DAMPING} allows them to differ by.
 */
final class StepClosure {

    /** What a ket may miss in a step, in units of the energy scale, beside its part of the run: a thousand such steps add up to the tolerance. */
    private static final double STEP = Tolerance.RESULT / 1000;
    private static final double RUN = Tolerance.RESULT / 10;
    /** Some fifty roundings of the energies in the step: those of a propagator and of the sums of 12 products with it. */
    private static final double ROUNDING = 1e-14;

    private final OuterProduct outer;
    private final GaussLegendre rule;
    private final double scale;
    private final double span;

    StepClosure(Model model, OuterProduct outer, GaussLegendre rule) {
        this.outer = outer;
        this.rule = rule;
        this.scale = EnergyScale.of(model);
        this.span = model.time().end() - model.time().start();
    }

    /**
     * True if no ket misses more than it may.
     *
     * @param nodes operators at the Chebyshev nodes
     * @param v propagators at the Chebyshev nodes
     * @param gaussNodes operators at the Gauss nodes
     * @param gauss propagators at the Gauss nodes
     */
    boolean holds(Step step, NodeOperators[] nodes, BlockMatrix[] v, NodeOperators[] gaussNodes, BlockMatrix[] gauss) {
        double shared = shared(nodes[0].energy());
        double decay = decay(v[v.length - 1]);
        double[] missed = new double[outer.rowCount()];
        add(Math.exp(decay), shifted(nodes[nodes.length - 1], shared), v[v.length - 1], missed);
        add(-1, shifted(nodes[0], shared), v[0], missed);
        double half = step.length() / 2;
        double energy = 0;
        for (NodeOperators node : nodes) {
            energy = Math.max(energy, shifted(node, shared).rowSumNorm());
        }
        for (int q = 0; q < gauss.length; q++) {
            double since = (rule.nodes()[q] + 1) / 2;
            SparseMatrix power = power(gaussNodes[q], shared).plus(decay / step.length(), 0, shifted(gaussNodes[q], shared));
            energy = Math.max(energy, half * power.rowSumNorm());
            add(-rule.weights()[q] * half * Math.exp(decay * since), power, gauss[q], missed);
        }
        double allowed = (STEP + RUN * step.length() / span) * scale;
        return rowSum(missed) <= allowed + ROUNDING * energy;
    }

    /** κ times the length of the step. */
    private static double decay(BlockMatrix end) {
        double sum = 0;
        for (int e = 0; e < end.re().length; e++) {
            sum += end.re()[e] * end.re()[e] + end.im()[e] * end.im()[e];
        }
        return -Math.log(sum / end.partition().dimension());
    }

    private static double shared(SparseMatrix energy) {
        double sum = 0;
        for (int i = 0; i < energy.dimension(); i++) {
            sum += energy.re(i, i);
        }
        return sum / energy.dimension();
    }

    private static SparseMatrix shifted(NodeOperators at, double shared) {
        return at.energy().plus(-shared, 0, SparseMatrix.identity(at.energy().dimension()));
    }

    private static SparseMatrix power(NodeOperators at, double shared) {
        SparseMatrix power = at.power().plus(at.unitary());
        return at.terms().drift() ? power.plus(-1, 0, at.anticommutator()).plus(shared, 0, at.jumpRate()) : power;
    }

    private void add(double factor, SparseMatrix operator, BlockMatrix v, double[] sum) {
        double[] form = new double[sum.length];
        outer.form(operator, v, form, 0, 1);
        for (int r = 0; r < sum.length; r++) {
            sum[r] += factor * form[r];
        }
    }

    /** Largest sum of the moduli of a row; an off-diagonal element stands as 2 Re and −2 Im. */
    private double rowSum(double[] form) {
        double[] sums = new double[outer.partition().dimension()];
        double largest = 0;
        for (int r = 0; r < form.length; r++) {
            int i = outer.first()[r];
            int j = outer.second()[r];
            double modulus = i == j ? Math.abs(form[r]) : Math.hypot(form[r], form[r + 1]) / 2;
            sums[i] += modulus;
            if (i != j) {
                sums[j] += modulus;
                r++;
            }
        }
        for (double s : sums) {
            if (Double.isNaN(s)) {
                return Double.POSITIVE_INFINITY;
            }
            largest = Math.max(largest, s);
        }
        return largest;
    }
}
