package org.unravel.engine.grid;

import org.unravel.engine.drive.ExpressionRounding;
import org.unravel.engine.drive.Step;
import org.unravel.engine.lane.NodeForms;
import org.unravel.engine.lane.NodeOperators;
import org.unravel.engine.lane.OuterProduct;
import org.unravel.engine.sector.EnergyTerms;
import org.unravel.engine.sector.Sector;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.Tolerance;
import org.unravel.numeric.BlockMatrix;
import org.unravel.numeric.GaussLegendre;
import org.unravel.numeric.SparseMatrix;

/**
 * Whether the Gauss rule of a step gives the energy integrals of every ket. With d/dt V†EV = V†(Ė + i[H,E] − ½{E,K})V (physics.md, "The ledger") V†EV at the end,
 * less E at the start, is the integral; what the rule misses is a Hermitian matrix, and its largest row sum bounds what any ket can miss, but for the change of its own norm
 * against that of the others. That is ⟨E − s⟩ times an integral of ⟨K⟩, so the rule must give V†V/n − 1 = −∫V†(K − k)V/n dt as well, to as little of the energies: where E is
 * balanced
 * between two levels, a K that beats between them is in no other sum. A {@link org.unravel.engine.energy.PilotClosure} sees only kets that its few trajectories reach.
 *
 * <p>What all states share changes no heat and no work and is left out: a part s of the energy, and the decay of n(t) = Tr V†V / Tr 1. With k = Tr V†KV / Tr V†V
 * the derivative of V†(E − s)V/n is V†(Ė + i[H,E] − ½{E − s,K} + k(E − s))V/n. Not safe for threads.
 */
final class StepClosure {

    /** What a ket may miss in a step, in units of the energy scale, beside its part of the run: a thousand such steps add up to the tolerance. */
    private static final double STEP = Tolerance.RESULT / 1000;
    /** Its part of the run: all steps together. */
    private static final double RUN = Tolerance.RESULT / 10;
    /** Some fifty roundings of the energies in the step: those of a propagator and of the sums of 12 products with it. */
    private static final double ROUNDING = 1e-14;

    private final OuterProduct outer;
    private final GaussLegendre rule;
    private final SparseMatrix identity;
    private final TimeDependentOperator energy;
    private final double scale;
    private final double span;

    StepClosure(Sector sector, double energyScale, OuterProduct outer, GaussLegendre rule) {
        this.outer = outer;
        this.rule = rule;
        this.identity = SparseMatrix.identity(outer.partition().dimension());
        this.scale = energyScale;
        this.energy = sector.energy();
        this.span = sector.time().end() - sector.time().start();
    }

    /** The sum of what the ends have and the nodes miss. */
    private final class Balance {

        private final Step step;
        private final double shared;
        private final double[] missed = new double[outer.rowCount()];
        private final double[] decayed = new double[outer.rowCount()];
        private final double spread;
        private double largest;

        Balance(Step step, NodeOperators[] nodes, BlockMatrix v) {
            NodeOperators start = nodes[0];
            NodeOperators end = nodes[nodes.length - 1];
            this.step = step;
            this.shared = OuterProduct.mean(start.energy());
            double[] norms = form(identity, v);
            add(1 / outer.mean(norms), shifted(form(end.energy(), v), norms));
            BlockMatrix one = BlockMatrix.identity(outer.partition());
            double[] ones = form(identity, one);
            double[] first = shifted(form(start.energy(), one), ones);
            add(-1, first);
            spread = Math.max(outer.rowSum(first), outer.rowSum(shifted(form(end.energy(), one), ones)));
            addDecay(1 / outer.mean(norms), norms);
            addDecay(-1, ones);
        }

        /** A form of E with the norms, turned into that of E − s. */
        private double[] shifted(double[] energy, double[] norms) {
            for (int r = 0; r < energy.length; r++) {
                energy[r] -= shared * norms[r];
            }
            return energy;
        }

        void node(int q, double norm, double[] power) {
            add(-rule.weights()[q] * step.length() / 2 / norm, power);
        }

        /** V†(K − k)V/n. */
        void decay(int q, double norm, double[] jumpRate, double[] norms) {
            double factor = rule.weights()[q] * step.length() / 2 / norm;
            addDecay(factor, jumpRate);
            addDecay(-factor * outer.mean(jumpRate) / norm, norms);
        }

        private void addDecay(double factor, double[] form) {
            for (int r = 0; r < form.length; r++) {
                decayed[r] += factor * form[r];
            }
        }

        private void add(double factor, double[] form) {
            for (int r = 0; r < form.length; r++) {
                missed[r] += factor * form[r];
            }
            largest = Math.max(largest, Math.abs(factor) * outer.rowSum(form));
        }

        boolean holds() {
            double all = Math.max(outer.rowSum(missed), spread * outer.rowSum(decayed));
            double allowed = allowed(step, largest);
            return all <= allowed || all <= allowed + ExpressionRounding.of(energy, step.exactTime(-1)) + ExpressionRounding.of(energy, step.exactTime(1));
        }
    }

    /**
     * What a ket may miss in a step, in the unit of energy.
     *
     * @param largest of the terms that are added up
     */
    double allowed(Step step, double largest) {
        return (STEP + RUN * step.length() / span) * scale + ROUNDING * largest;
    }

    /**
     * True if no ket misses more than it may; from propagators and operators.
     *
     * @param nodes operators at the Chebyshev nodes
     * @param end the propagator of the step
     * @param gaussNodes operators at the Gauss nodes
     * @param gauss propagators at the Gauss nodes
     */
    boolean holds(Step step, NodeOperators[] nodes, BlockMatrix end, NodeOperators[] gaussNodes, BlockMatrix[] gauss) {
        Balance balance = new Balance(step, nodes, end);
        for (int q = 0; q < gauss.length; q++) {
            NodeOperators at = gaussNodes[q];
            SparseMatrix power = at.power().plus(at.unitary());
            double norm = squares(gauss[q]) / outer.partition().dimension();
            if (at.terms().drift()) {
                double[] jumpRate = form(at.jumpRate(), gauss[q]);
                balance.decay(q, norm, jumpRate, form(identity, gauss[q]));
                double k = outer.mean(jumpRate) / norm;
                SparseMatrix energy = at.energy().plus(-balance.shared, 0, identity);
                power = power.plus(-1, 0, at.anticommutator()).plus(balance.shared, 0, at.jumpRate()).plus(k, 0, energy);
            }
            balance.node(q, norm, form(power, gauss[q]));
        }
        return balance.holds();
    }

    /**
     * The same from the forms at the Gauss nodes, where they are kept.
     *
     * @param nodes operators at the Chebyshev nodes
     * @param end the propagator of the step
     */
    boolean holds(Step step, NodeOperators[] nodes, BlockMatrix end, NodeForms[] gauss) {
        Balance balance = new Balance(step, nodes, end);
        for (int q = 0; q < gauss.length; q++) {
            double norm = outer.mean(part(gauss[q], 0));
            balance.node(q, norm, power(gauss[q], balance.shared, norm));
            if (gauss[q].terms().drift()) {
                balance.decay(q, norm, part(gauss[q], 1), part(gauss[q], 0));
            }
        }
        return balance.holds();
    }

    private double[] power(NodeForms forms, double shared, double norm) {
        EnergyTerms terms = forms.terms();
        int count = terms.formCount();
        double[] c = forms.coefficients();
        double[] power = new double[c.length / count];
        double k = terms.drift() ? outer.mean(part(forms, 1)) / norm : 0;
        for (int r = 0; r < power.length; r++) {
            int f = r * count;
            if (terms.drift()) {
                power[r] = k * (c[f + 2] - shared * c[f]) - (c[f + 3] - shared * c[f + 1]);
            }
            for (int driven = terms.drift() ? 4 : 1; driven < count; driven++) {
                power[r] += c[f + driven];
            }
        }
        return power;
    }

    /** One of the forms of a node. */
    private static double[] part(NodeForms forms, int f) {
        int count = forms.terms().formCount();
        double[] part = new double[forms.coefficients().length / count];
        for (int r = 0; r < part.length; r++) {
            part[r] = forms.coefficients()[r * count + f];
        }
        return part;
    }

    private double[] form(SparseMatrix operator, BlockMatrix v) {
        double[] form = new double[outer.rowCount()];
        outer.form(operator, v, form, 0, 1);
        return form;
    }

    private static double squares(BlockMatrix v) {
        double sum = 0;
        for (int e = 0; e < v.re().length; e++) {
            sum += v.re()[e] * v.re()[e] + v.im()[e] * v.im()[e];
        }
        return sum;
    }
}
