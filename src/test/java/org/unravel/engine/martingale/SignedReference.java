package org.unravel.engine.martingale;

import java.util.Arrays;
import java.util.List;

import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.SparseMatrix;

/**
 * One trajectory with a weight by other means, as the definition says: the normalised ket ψ' = −iHψ − ½(K − ⟨K⟩)ψ with K = Σγ A†A, its hazard ∫Σr‖Aψ‖² and ln|μ|' = −Σ(γ − r)‖Aψ‖² by the
 * Dormand–Prince method of order 8(5,3), with work, drift heat and unitary heat. It jumps where it is told to.
 */
final class SignedReference {

    /** The rules of the process, and errors that may be made of them. */
    enum Rule {
        RIGHT,
        /** The weight moves the wrong way between jumps. */
        WEIGHT_BACKWARDS,
        /** The weight does not take the sign of a rate. */
        WEIGHT_WITHOUT_SIGN,
        /** The drift takes the moduli of the rates. */
        DRIFT_OF_MODULI,
        /** Jumps come when the norm says, which falls by the signed rates. */
        HAZARD_OF_NORM
    }

    private final Model model;
    private final Rule rule;
    private final int dimension;
    private final List<Channel> channels;
    private final double[] breakpoints;
    private final DormandPrince853Integrator integrator;
    private double time;
    private double branch;
    private double sign = 1;
    /** Real parts, imaginary parts, hazard, ln|μ|, work, drift heat, unitary heat. */
    private double[] y;

    SignedReference(Model model, Rule rule) {
        this.model = model;
        this.rule = rule;
        this.dimension = model.dimension();
        this.channels = model.channels();
        this.breakpoints = model.breakpoints();
        double span = model.time().end() - model.time().start();
        this.integrator = new DormandPrince853Integrator(1e-14 * span, span, 1e-15, 1e-14);
    }

    void start(double[] re, double[] im) {
        y = new double[2 * dimension + 5];
        System.arraycopy(re, 0, y, 0, dimension);
        System.arraycopy(im, 0, y, dimension, dimension);
        time = model.time().start();
        branch = model.time().justAfterStart();
    }

    /** Moves on without a jump, through all breakpoints up to and including {@code to}; a quench there is work. */
    void advance(double to) {
        for (double b : breakpoints) {
            if (b > time && b <= to) {
                integrate(b);
                double next = Arrays.stream(breakpoints).filter(c -> c > b).findFirst().orElse(b + 1);
                double after = 0.5 * (b + next);
                y[2 * dimension + 2] += mean(model.energy(), after) - mean(model.energy(), branch);
                branch = after;
            }
        }
        integrate(to);
    }

    private void integrate(double to) {
        if (to > time) {
            branch = 0.5 * (time + to);
            y = integrator.integrate(new Equation(), new ODEState(time, y), to).getPrimaryState();
            time = to;
        }
    }

    double hazard() {
        return y[2 * dimension];
    }

    double weight() {
        return sign * Math.exp(y[2 * dimension + 1]);
    }

    /** Energy, work, drift heat, unitary heat. */
    double[] state() {
        return new double[] {mean(model.energy(), branch), y[2 * dimension + 2], y[2 * dimension + 3], y[2 * dimension + 4]};
    }

    /** γ_k‖A_kψ‖² of each channel. */
    double[] rates() {
        return channels.stream().mapToDouble(c -> c.rate().at(time, branch).re() * square(product(c.operator(), time, branch, y))).toArray();
    }

    /** Jumps by a channel. */
    void jump(int channel) {
        if (rule != Rule.WEIGHT_WITHOUT_SIGN) {
            sign *= Math.signum(channels.get(channel).rate().at(time, branch).re());
        }
        double[] jumped = product(channels.get(channel).operator(), time, branch, y);
        double norm = Math.sqrt(square(jumped));
        for (int i = 0; i < jumped.length; i++) {
            y[i] = jumped[i] / norm;
        }
        y[2 * dimension] = 0;
    }

    private double mean(TimeDependentOperator o, double side) {
        return inner(y, product(o, time, side, y));
    }

    private double square(double[] ket) {
        return inner(ket, ket);
    }

    private double inner(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < 2 * dimension; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private double[] product(TimeDependentOperator o, double t, double side, double[] ket) {
        return apply(o.at(t, side), ket);
    }

    private double[] apply(SparseMatrix a, double[] ket) {
        double[][] out = new double[2][dimension];
        a.apply(Arrays.copyOf(ket, dimension), Arrays.copyOfRange(ket, dimension, 2 * dimension), out[0], out[1]);
        double[] flat = Arrays.copyOf(out[0], 2 * dimension);
        System.arraycopy(out[1], 0, flat, dimension, dimension);
        return flat;
    }

    private final class Equation implements OrdinaryDifferentialEquation {

        @Override
        public int getDimension() {
            return 2 * dimension + 5;
        }

        @Override
        public double[] computeDerivatives(double t, double[] ket) {
            double[] h = product(model.hamiltonian(), t, branch, ket);
            double[] k = new double[2 * dimension];
            double hazard = 0;
            double growth = 0;
            for (Channel c : channels) {
                double rate = c.rate().at(t, branch).re();
                double drawn = Math.abs(rate);
                SparseMatrix a = c.operator().at(t, branch);
                double[] jumped = apply(a, ket);
                double[] back = apply(a.adjoint(), jumped);
                hazard += (rule == Rule.HAZARD_OF_NORM ? rate : drawn) * square(jumped);
                growth -= (rate - drawn) * square(jumped);
                for (int i = 0; i < k.length; i++) {
                    k[i] += (rule == Rule.DRIFT_OF_MODULI ? drawn : rate) * back[i];
                }
            }
            double meanK = inner(ket, k);
            double[] slope = new double[ket.length];
            for (int i = 0; i < dimension; i++) {
                slope[i] = h[dimension + i] - 0.5 * (k[i] - meanK * ket[i]);
                slope[dimension + i] = -h[i] - 0.5 * (k[dimension + i] - meanK * ket[dimension + i]);
            }
            double[] e = product(model.energy(), t, branch, ket);
            slope[2 * dimension] = hazard;
            slope[2 * dimension + 1] = rule == Rule.WEIGHT_BACKWARDS ? -growth : growth;
            slope[2 * dimension + 2] = inner(ket, apply(model.energy().rateAt(t, branch), ket));
            slope[2 * dimension + 3] = inner(ket, e) * meanK - inner(e, k);
            slope[2 * dimension + 4] = unitaryRate(h, e);
            return slope;
        }

        /** i⟨[H,E]⟩ = −2 Im⟨Hψ|Eψ⟩. */
        private double unitaryRate(double[] h, double[] e) {
            double sum = 0;
            for (int i = 0; i < dimension; i++) {
                sum += h[i] * e[dimension + i] - h[dimension + i] * e[i];
            }
            return -2 * sum;
        }
    }
}
