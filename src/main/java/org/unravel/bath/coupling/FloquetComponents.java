package org.unravel.bath.coupling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeDependentOperator.Term;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;
import org.unravel.numeric.SpectralNorm;

/** The Fourier components of a coupling between Floquet modes, ⟨φ_n(t)|S|φ_m(t)⟩ = Σ_q S_q e^{−iqω_d t}, and operators made of some of them. */
final class FloquetComponents {

    /** Of the norm of the coupling: smaller components are dropped, and counted down to what is rounding. */
    private static final double NEGLIGIBLE = 1e-11;
    private static final double ROUNDING = 1e-14;
    /** Of the size of an operator: harmonics below are rounding. */
    private static final double HARMONIC = 1e-13;

    /**
     * One of them.
     *
     * @param from m
     * @param to n
     * @param harmonic q
     * @param nu ε_m − ε_n + qω_d
     */
    record Component(int from, int to, int harmonic, double nu, double re, double im) {
    }

    private final PeriodPropagators propagators;
    private final FloquetModes modes;
    private final List<Component> all = new ArrayList<>();
    private final double norm;
    private long leftOut;
    private boolean resolved = true;

    private FloquetComponents(PeriodPropagators propagators, FloquetModes modes, double norm) {
        this.propagators = propagators;
        this.modes = modes;
        this.norm = norm;
    }

    static FloquetComponents of(PeriodPropagators propagators, FloquetModes modes, SparseMatrix coupling) {
        FloquetComponents components = new FloquetComponents(propagators, modes, SpectralNorm.of(coupling));
        int d = coupling.dimension();
        int count = propagators.count();
        double[][][] element = new double[d * d][2][count];
        double[] re = new double[d];
        double[] im = new double[d];
        for (int k = 0; k < count; k++) {
            for (int m = 0; m < d; m++) {
                coupling.apply(modes.re()[k][m], modes.im()[k][m], re, im);
                for (int n = 0; n < d; n++) {
                    for (int i = 0; i < d; i++) {
                        element[n * d + m][0][k] += modes.re()[k][n][i] * re[i] + modes.im()[k][n][i] * im[i];
                        element[n * d + m][1][k] += modes.re()[k][n][i] * im[i] - modes.im()[k][n][i] * re[i];
                    }
                }
            }
        }
        for (int n = 0; n < d; n++) {
            for (int m = 0; m < d; m++) {
                components.add(m, n, element[n * d + m]);
            }
        }
        return components;
    }

    private void add(int from, int to, double[][] element) {
        int count = propagators.count();
        for (int q = 1 - count / 2; q < count / 2; q++) {
            // e^{+iqωt}: the harmonic −q of the element
            double[] c = coefficient(element, -q);
            double modulus = Math.hypot(c[0], c[1]);
            if (modulus > NEGLIGIBLE * norm) {
                resolved &= Math.abs(q) < count / 4;
                double nu = modes.quasiEnergies()[from] - modes.quasiEnergies()[to] + q * 2 * Math.PI / propagators.period();
                all.add(new Component(from, to, q, nu, c[0], c[1]));
            } else if (modulus > ROUNDING * norm) {
                leftOut++;
            }
        }
    }

    /** (1/N) Σ_k f(t_k) e^{−ihωt_k}, with times from 0 on, so that the start of the period has its phase. */
    private double[] coefficient(double[][] f, int h) {
        int count = propagators.count();
        double first = 2 * Math.PI * h * (propagators.start() / propagators.period());
        double x = 0;
        double y = 0;
        for (int k = 0; k < count; k++) {
            double angle = first + 2 * Math.PI * (((long) h * k) % count) / count;
            double c = Math.cos(angle);
            double s = -Math.sin(angle);
            x += f[0][k] * c - f[1][k] * s;
            y += f[0][k] * s + f[1][k] * c;
        }
        return new double[] {x / count, y / count};
    }

    /** False where harmonics come so close to what the samples can tell that there may be more. */
    boolean isResolved() {
        return resolved;
    }

    /** All that are kept. */
    List<Component> all() {
        return all;
    }

    /** Components that were dropped, roundings not counted. */
    long leftOut() {
        return leftOut;
    }

    /** Σ S_q e^{−iqω_d t}|φ_n(t)⟩⟨φ_m(t)| over some components, as harmonics with constant matrices; empty where more samples are needed. */
    Optional<TimeDependentOperator> operator(List<Component> group, double omega) {
        int d = modes.quasiEnergies().length;
        int count = propagators.count();
        double[][][] entries = new double[d * d][2][count];
        for (int k = 0; k < count; k++) {
            for (Component c : group) {
                addOuter(c, k, omega, entries);
            }
        }
        double rounding = HARMONIC * largest(entries);
        List<Term> terms = new ArrayList<>();
        for (int h = 1 - count / 2; h < count / 2; h++) {
            SparseMatrixBuilder matrix = new SparseMatrixBuilder(d);
            boolean any = false;
            for (int e = 0; e < d * d; e++) {
                double[] c = coefficient(entries[e], h);
                double x = Math.abs(c[0]) > rounding ? c[0] : 0;
                double y = Math.abs(c[1]) > rounding ? c[1] : 0;
                any |= x != 0 || y != 0;
                matrix.add(e / d, e % d, x, y);
            }
            if (any && Math.abs(h) >= count / 2 - 2) {
                return Optional.empty();
            }
            if (any) {
                terms.add(new Term(Harmonic.of(h, omega), matrix.build()));
            }
        }
        return Optional.of(TimeDependentOperator.of(d, terms));
    }

    private static double largest(double[][][] entries) {
        return Arrays.stream(entries).flatMap(Arrays::stream).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
    }

    private void addOuter(Component c, int k, double omega, double[][][] entries) {
        int d = modes.quasiEnergies().length;
        double angle = -c.harmonic() * omega * propagators.time(k);
        double fRe = c.re() * Math.cos(angle) - c.im() * Math.sin(angle);
        double fIm = c.re() * Math.sin(angle) + c.im() * Math.cos(angle);
        double[] nRe = modes.re()[k][c.to()];
        double[] nIm = modes.im()[k][c.to()];
        double[] mRe = modes.re()[k][c.from()];
        double[] mIm = modes.im()[k][c.from()];
        for (int i = 0; i < d; i++) {
            double x = fRe * nRe[i] - fIm * nIm[i];
            double y = fRe * nIm[i] + fIm * nRe[i];
            for (int j = 0; j < d; j++) {
                entries[i * d + j][0][k] += x * mRe[j] + y * mIm[j];
                entries[i * d + j][1][k] += y * mRe[j] - x * mIm[j];
            }
        }
    }
}
