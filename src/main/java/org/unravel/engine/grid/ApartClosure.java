package org.unravel.engine.grid;

import org.unravel.engine.drive.ExpressionRounding;
import org.unravel.engine.drive.Step;
import org.unravel.engine.lane.NodeOperators;
import org.unravel.engine.lane.OuterProduct;
import org.unravel.engine.sector.Sector;
import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.BlockMatrix;
import org.unravel.numeric.ChebyshevNodes;
import org.unravel.numeric.GaussLegendre;
import org.unravel.numeric.SparseMatrix;

/**
 * Whether the Gauss rule of a step gives the drift heat of each bath apart, for every ket. Of a single bath there is no balance that an integral must close, as
 * {@link StepClosure} has for all together: where the rates of two baths beat against each other, their sum is smooth and shows nothing. So the rule of five nodes must
 * agree with that of the polynomial through all 16 Chebyshev nodes of the step (of Clenshaw and Curtis, 1960, doi:10.1007/BF01386223).
 *
 * <p>As there, what all kets share is left out: with the K of a bath, k = Tr V†KV / Tr V†V and n = Tr V†V / Tr 1, the integrals that must agree are those of
 * V†(k(E − s) − ½{E − s,K})V/n and, to as little of the energies, V†(K − k)V/n. Not safe for threads.
 */
final class ApartClosure {

    private static final int N = ChebyshevNodes.COUNT;
    private static final double[] WHOLE = new double[N];

    static {
        ChebyshevNodes.integrationWeights(1, new double[N + 1], WHOLE);
    }

    private final StepClosure closure;
    private final Sector sector;
    private final OuterProduct outer;
    private final GaussLegendre rule;
    private final SparseMatrix identity;
    private double[] heat;
    private double[] decay;
    private double largest;

    /** With what {@link StepClosure} allows. */
    ApartClosure(StepClosure closure, Sector sector, OuterProduct outer, GaussLegendre rule) {
        this.closure = closure;
        this.sector = sector;
        this.outer = outer;
        this.rule = rule;
        this.identity = SparseMatrix.identity(outer.partition().dimension());
    }

    /**
     * True if both rules agree for all baths apart.
     *
     * @param nodes operators at the Chebyshev nodes
     * @param v propagators there
     * @param gaussNodes operators at the Gauss nodes
     * @param gauss propagators there
     */
    boolean holds(Step step, NodeOperators[] nodes, BlockMatrix[] v, NodeOperators[] gaussNodes, BlockMatrix[] gauss) {
        double shared = OuterProduct.mean(nodes[0].energy());
        double spread = 0;
        for (NodeOperators at : nodes) {
            spread = Math.max(spread, at.energy().plus(-shared, 0, identity).rowSumNorm());
        }
        for (int bath = 0; bath < nodes[0].apart().size(); bath++) {
            heat = new double[outer.rowCount()];
            decay = new double[outer.rowCount()];
            largest = 0;
            for (int j = 0; j < N; j++) {
                add(step.length() / 2 * WHOLE[j], nodes[j], bath, v[j], shared);
            }
            for (int q = 0; q < gauss.length; q++) {
                add(-step.length() / 2 * rule.weights()[q], gaussNodes[q], bath, gauss[q], shared);
            }
            double missed = Math.max(outer.rowSum(heat), spread * outer.rowSum(decay));
            double allowed = closure.allowed(step, largest);
            // At late times rates are known no better, however short a step is.
            if (!(missed <= allowed) && !(missed <= allowed + step.length() * spread * rounding(step, sector.apart().get(bath)))) {
                return false;
            }
        }
        return true;
    }

    private static double rounding(Step step, TimeDependentOperator jumpRate) {
        return ExpressionRounding.of(jumpRate, step.exactTime(-1)) + ExpressionRounding.of(jumpRate, step.exactTime(1));
    }

    private void add(double weight, NodeOperators at, int bath, BlockMatrix v, double shared) {
        double[] norm = form(identity, v);
        double n = outer.mean(norm);
        SparseMatrix jumpRate = at.apart().get(bath);
        double[] rate = form(jumpRate, v);
        double k = outer.mean(rate) / n;
        SparseMatrix energy = at.energy().plus(-shared, 0, identity);
        double[] flow = form(energy.scaled(k, 0).plus(-1, 0, at.anticommutator(jumpRate)).plus(shared, 0, jumpRate), v);
        double factor = weight / n;
        for (int r = 0; r < flow.length; r++) {
            heat[r] += factor * flow[r];
            decay[r] += factor * (rate[r] - k * norm[r]);
        }
        largest = Math.max(largest, Math.abs(factor) * outer.rowSum(flow));
    }

    private double[] form(SparseMatrix operator, BlockMatrix v) {
        double[] form = new double[outer.rowCount()];
        outer.form(operator, v, form, 0, 1);
        return form;
    }
}
