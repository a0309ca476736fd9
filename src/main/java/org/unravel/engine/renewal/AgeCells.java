package org.unravel.engine.renewal;

import java.util.ArrayList;
import java.util.List;

import org.unravel.engine.energy.NodeValues;
import org.unravel.engine.lane.HermitianRows;
import org.unravel.engine.sector.Kets;
import org.unravel.numeric.ChebyshevNodes;

/**
 * Goes along the no-jump evolution of one state in cells of equal width and says what is known of it in each: survival, means and rates as
 * functions of the age, the time since the state was entered. Mutable, for setting up tables.
 *
 * <p>In a cell the ket is its Taylor polynomial to rounding. Quantities are ordered: energy, drift heat, unitary heat where there is any, drift heat of each bath apart, the
 * rates of the jumps, observables. Drift and unitary heat are integrals of their rates (physics.md, "The ledger") over the interpolant at the
 * {@link ChebyshevNodes}, not differences of energies.
 */
final class AgeCells {

    static final int ENERGY = 0;
    static final int DRIFT = 1;
    static final int UNITARY = 2;
    /** Coefficients of a series: the antiderivative of a polynomial of degree 15. */
    static final int SERIES = ChebyshevNodes.COUNT + 1;

    private static final int N = ChebyshevNodes.COUNT;
    /** Terms below this part of the ket are rounding. */
    private static final double NEGLIGIBLE = 0x1p-60;
    private static final int MOST_TERMS = 100;
    private static final double[] ANTIDERIVATIVE = ChebyshevNodes.integrationRows();

    private final PostJumpState state;
    private final double width;
    private final int quantityCount;
    private final double[] ketRe;
    private final double[] ketIm;
    private final List<double[]> termsRe = new ArrayList<>();
    private final List<double[]> termsIm = new ArrayList<>();
    private final double[] workRe;
    private final double[] workIm;
    private final double[] node;
    private final double[][] values;
    private final double[][] series;
    private final double[] survival = new double[2 * N];
    private final double[] base;

    AgeCells(PostJumpState state, double width) {
        this.state = state;
        this.width = width;
        int d = state.dimension();
        ketRe = new double[d];
        ketIm = new double[d];
        ketRe[0] = 1;
        workRe = new double[d];
        workIm = new double[d];
        quantityCount = firstObservable(state) + state.observables().length;
        node = new double[quantityCount];
        values = new double[quantityCount][N];
        series = new double[quantityCount][SERIES];
        base = new double[quantityCount];
        look();
    }

    /** Drift heat of the first bath apart. */
    static int firstApart(PostJumpState state) {
        return state.unitary() == null ? UNITARY : UNITARY + 1;
    }

    static int firstRate(PostJumpState state) {
        return firstApart(state) + state.apart().length;
    }

    static int firstObservable(PostJumpState state) {
        return firstRate(state) + state.jumps().length;
    }

    int quantityCount() {
        return quantityCount;
    }

    /** Goes to the next cell. */
    void next() {
        ketAt(1);
        System.arraycopy(workRe, 0, ketRe, 0, ketRe.length);
        System.arraycopy(workIm, 0, ketIm, 0, ketIm.length);
        for (int q = DRIFT; q < firstRate(state); q++) {
            base[q] = 0;
            for (double c : series[q]) {
                base[q] += c;
            }
        }
        look();
    }

    private void look() {
        expand();
        for (int j = 0; j < N; j++) {
            survival[NodeValues.NORM + j] = sample(ChebyshevNodes.node(j), node);
            survival[NodeValues.JUMP_RATE + j] = state.jumpRate().expectation(workRe, workIm);
            for (int q = 0; q < quantityCount; q++) {
                values[q][j] = node[q];
            }
        }
        for (int q = 0; q < quantityCount; q++) {
            if (q >= DRIFT && q < firstRate(state)) {
                integrate(values[q], base[q], series[q]);
            } else {
                ChebyshevNodes.coefficients(values[q], series[q]);
            }
        }
    }

    private void integrate(double[] rates, double start, double[] out) {
        for (int m = 0; m < SERIES; m++) {
            out[m] = m == 0 ? start : 0;
            for (int j = 0; j < N; j++) {
                out[m] += width / 2 * ANTIDERIVATIVE[m * N + j] * rates[j];
            }
        }
    }

    /** Taylor terms of the ket over the cell: term k is (Gw)^k/k! times the ket at its start. */
    private void expand() {
        termsRe.clear();
        termsIm.clear();
        double[] re = ketRe.clone();
        double[] im = ketIm.clone();
        double size = Kets.square(re, im);
        int small = 0;
        for (int k = 1; small < 2; k++) {
            termsRe.add(re);
            termsIm.add(im);
            double[] x = new double[re.length];
            double[] y = new double[re.length];
            state.generator().apply(re, im, x, y);
            Kets.scale(width / k, x, y);
            re = x;
            im = y;
            small = Kets.square(re, im) <= NEGLIGIBLE * NEGLIGIBLE * size ? small + 1 : 0;
            if (k > MOST_TERMS) {
                throw new IllegalStateException("expected at most " + MOST_TERMS + " Taylor terms in a cell of width " + width);
            }
        }
    }

    private void ketAt(double part) {
        int last = termsRe.size() - 1;
        System.arraycopy(termsRe.get(last), 0, workRe, 0, workRe.length);
        System.arraycopy(termsIm.get(last), 0, workIm, 0, workIm.length);
        for (int k = last - 1; k >= 0; k--) {
            for (int i = 0; i < workRe.length; i++) {
                workRe[i] = Math.fma(part, workRe[i], termsRe.get(k)[i]);
                workIm[i] = Math.fma(part, workIm[i], termsIm.get(k)[i]);
            }
        }
    }

    /**
     * Means and rates at a place x in [−1, 1] of the cell, from the ket there; for drift and unitary heat their rates.
     *
     * @return the survival probability
     */
    double sample(double x, double[] out) {
        ketAt((x + 1) / 2);
        double n = Kets.square(workRe, workIm);
        double energy = state.energy().expectation(workRe, workIm) / n;
        out[ENERGY] = energy;
        out[DRIFT] = (energy * state.jumpRate().expectation(workRe, workIm) - state.anticommutator().expectation(workRe, workIm)) / n;
        if (state.unitary() != null) {
            out[UNITARY] = state.unitary().expectation(workRe, workIm) / n;
        }
        int q = firstApart(state);
        for (PostJumpState.Dissipation bath : state.apart()) {
            out[q++] = (energy * bath.jumpRate().expectation(workRe, workIm) - bath.anticommutator().expectation(workRe, workIm)) / n;
        }
        for (PostJumpState.Jump jump : state.jumps()) {
            out[q++] = jump.rate(workRe, workIm) / n;
        }
        for (HermitianRows o : state.observables()) {
            out[q++] = o.expectation(workRe, workIm) / n;
        }
        return n;
    }

    /** Survival, then its rate of fall ⟨K⟩ in the unnormalised ket, at the nodes; as {@link org.unravel.engine.jump.SurvivalRoot} takes them. */
    double[] survival() {
        return survival;
    }

    /** Largest total jump rate at the nodes of the cell. */
    double largestJumpRate() {
        double largest = 0;
        for (int j = 0; j < N; j++) {
            largest = Math.max(largest, survival[NodeValues.JUMP_RATE + j] / survival[NodeValues.NORM + j]);
        }
        return largest;
    }

    /** Chebyshev coefficients of the logarithm of the survival in the cell. */
    double[] logSurvival() {
        // Relative to the start of the cell, so that a survival near 0 loses no digit of the higher coefficients.
        double start = survival[NodeValues.NORM];
        double[] atNodes = new double[N];
        for (int j = 0; j < N; j++) {
            atNodes[j] = Math.log(survival[NodeValues.NORM + j] / start);
        }
        double[] coefficients = new double[SERIES];
        ChebyshevNodes.coefficients(atNodes, coefficients);
        coefficients[0] += Math.log(start);
        return coefficients;
    }

    double endSurvival() {
        return survival[NodeValues.NORM + N - 1];
    }

    /** Chebyshev coefficients of a quantity in the cell. */
    double[] series(int quantity) {
        return series[quantity];
    }
}
