package org.unravel.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.SparseMatrix;

/**
 * One trajectory by other means: the unnormalised Schrödinger equation d|ψ⟩/dt = (−iH − ½Σ L†L)|ψ⟩ with the integrals of work, drift heat (of
 * each bath apart too) and unitary heat (physics.md, "The trajectories" and "The ledger"), by the Dormand–Prince method of order 8(5,3). It jumps where it is told to.
 */
final class ReferenceTrajectory {

    private static final double RELATIVE_TOLERANCE = 1e-14;
    private static final double ABSOLUTE_TOLERANCE = 1e-15;

    private final Model model;
    private final int dimension;
    private final List<Channel> channels;
    private final List<TimeDependentOperator> adjoints = new ArrayList<>();
    private final double[] breakpoints;
    private final DormandPrince853Integrator integrator;
    private double time;
    private double branch;
    /** A global phase e^{ict} changes nothing, but the steps of the integrator would have to follow it. */
    private double centre;
    /** Number of baths whose drift heat is integrated apart: the first channels are theirs. */
    private final int apart;
    /** The bath of each channel. */
    private final int[] bathOf;
    /** Real parts, imaginary parts, work, drift heat, unitary heat, drift heat of each bath apart. */
    private double[] y;

    ReferenceTrajectory(Model model) {
        this.model = model;
        this.dimension = model.dimension();
        this.channels = model.channels();
        channels.forEach(c -> adjoints.add(c.operator().adjoint()));
        this.apart = model.bathsApart().size();
        this.bathOf = IntStream.range(0, model.baths().size()).flatMap(b -> model.baths().get(b).channels().stream().mapToInt(c -> b)).toArray();
        this.breakpoints = model.breakpoints();
        double span = model.time().end() - model.time().start();
        this.integrator = new DormandPrince853Integrator(1e-14 * span, span, ABSOLUTE_TOLERANCE, RELATIVE_TOLERANCE);
    }

    /** Starts in a ket. */
    void start(double[] re, double[] im) {
        y = new double[2 * dimension + 3 + apart];
        System.arraycopy(re, 0, y, 0, dimension);
        System.arraycopy(im, 0, y, dimension, dimension);
        time = model.time().start();
        branch = time + 0.5 * model.time().step();
        centre = mean(model.hamiltonian());
    }

    /** Moves on without a jump, through all breakpoints up to and including {@code to}; a quench there is work. */
    void advance(double to) {
        for (double b : breakpoints) {
            if (b > time && b <= to) {
                integrate(b);
                quench(b);
            }
        }
        integrate(to);
    }

    private void integrate(double to) {
        if (to <= time) {
            return;
        }
        // No breakpoint lies between: the middle names the smooth piece.
        branch = 0.5 * (time + to);
        y = integrator.integrate(new Equation(), new ODEState(time, y), to).getPrimaryState();
        time = to;
    }

    private void quench(double t) {
        double next = java.util.Arrays.stream(breakpoints).filter(b -> b > t).findFirst().orElse(t + 1);
        double after = 0.5 * (t + next);
        double[] change = product(model.energy(), t, after, y);
        double[] before = product(model.energy(), t, branch, y);
        for (int i = 0; i < change.length; i++) {
            change[i] -= before[i];
        }
        y[2 * dimension] += inner(y, change) / survival();
        branch = after;
    }

    /** ‖ψ‖² since the last jump. */
    double survival() {
        return inner(y, y);
    }

    /** γ_k‖A_kψ‖² of each channel. */
    double[] rates() {
        double[] rates = new double[channels.size()];
        for (int k = 0; k < rates.length; k++) {
            double[] jumped = product(channels.get(k).operator(), time, branch, y);
            rates[k] = channels.get(k).rate().at(time, branch).re() * inner(jumped, jumped);
        }
        return rates;
    }

    /** Jumps by a channel and normalises. */
    void jump(int channel) {
        double[] jumped = product(channels.get(channel).operator(), time, branch, y);
        double scale = 1 / Math.sqrt(inner(jumped, jumped));
        for (int i = 0; i < jumped.length; i++) {
            y[i] = jumped[i] * scale;
        }
    }

    /** ⟨O⟩ in the normalised state of now. */
    double mean(TimeDependentOperator o) {
        return inner(y, product(o, time, branch, y)) / survival();
    }

    /** Energy, work, drift heat, unitary heat, observables and drift heat of each bath apart, as an engine shows them. */
    double[] state() {
        int observables = model.observables().size();
        double[] state = new double[4 + observables + apart];
        state[0] = mean(model.energy());
        System.arraycopy(y, 2 * dimension, state, 1, 3);
        System.arraycopy(y, 2 * dimension + 3, state, 4 + observables, apart);
        for (int o = 4; o < 4 + observables; o++) {
            state[o] = mean(model.observables().get(o - 4).operator());
        }
        return state;
    }

    private double inner(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < 2 * dimension; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private double[] product(TimeDependentOperator o, double t, double side, double[] ket) {
        double[] sum = new double[2 * dimension];
        for (TimeDependentOperator.Term term : o.terms()) {
            var c = term.coefficient().at(t, side);
            add(c.re(), c.im(), term.matrix(), ket, sum);
        }
        return sum;
    }

    private double[] powerProduct(double t, double[] ket) {
        double[] sum = new double[2 * dimension];
        for (TimeDependentOperator.Term term : model.energy().terms()) {
            var c = term.coefficient().at(t, branch);
            add(c.rateRe(), c.rateIm(), term.matrix(), ket, sum);
        }
        return sum;
    }

    private void add(double re, double im, SparseMatrix a, double[] x, double[] sum) {
        int[] start = a.rowStart();
        for (int i = 0; i < dimension; i++) {
            for (int p = start[i]; p < start[i + 1]; p++) {
                double entryRe = re * a.re()[p] - im * a.im()[p];
                double entryIm = re * a.im()[p] + im * a.re()[p];
                int j = a.columns()[p];
                sum[i] += entryRe * x[j] - entryIm * x[dimension + j];
                sum[dimension + i] += entryRe * x[dimension + j] + entryIm * x[j];
            }
        }
    }

    private final class Equation implements OrdinaryDifferentialEquation {

        @Override
        public int getDimension() {
            return 2 * dimension + 3 + apart;
        }

        @Override
        public double[] computeDerivatives(double t, double[] ket) {
            double[] h = product(model.hamiltonian(), t, branch, ket);
            double[] k = new double[2 * dimension];
            double[][] ofBath = new double[model.baths().size()][2 * dimension];
            for (int c = 0; c < channels.size(); c++) {
                double[] back = product(adjoints.get(c), t, branch, product(channels.get(c).operator(), t, branch, ket));
                double rate = channels.get(c).rate().at(t, branch).re();
                for (int i = 0; i < k.length; i++) {
                    k[i] += rate * back[i];
                    ofBath[bathOf[c]][i] += rate * back[i];
                }
            }
            double[] slope = new double[ket.length];
            for (int i = 0; i < dimension; i++) {
                slope[i] = h[dimension + i] - centre * ket[dimension + i] - 0.5 * k[i];
                slope[dimension + i] = centre * ket[i] - h[i] - 0.5 * k[dimension + i];
            }
            double[] e = model.hasOwnEnergy() ? product(model.energy(), t, branch, ket) : h;
            double n = inner(ket, ket);
            slope[2 * dimension] = inner(ket, powerProduct(t, ket)) / n;
            slope[2 * dimension + 1] = (inner(ket, e) / n * inner(ket, k) - inner(e, k)) / n;
            slope[2 * dimension + 2] = model.hasOwnEnergy() ? unitaryRate(h, e) / n : 0;
            for (int b = 0; b < apart; b++) {
                slope[2 * dimension + 3 + b] = (inner(ket, e) / n * inner(ket, ofBath[b]) - inner(e, ofBath[b])) / n;
            }
            return slope;
        }

        /** i⟨[H,E]⟩ = i(⟨Hψ|Eψ⟩ − ⟨Eψ|Hψ⟩) = −2 Im⟨Hψ|Eψ⟩. */
        private double unitaryRate(double[] h, double[] e) {
            double sum = 0;
            for (int i = 0; i < dimension; i++) {
                sum += h[i] * e[dimension + i] - h[dimension + i] * e[i];
            }
            return -2 * sum;
        }
    }
}
