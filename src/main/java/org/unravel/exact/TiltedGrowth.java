package org.unravel.exact;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.unravel.model.ModelException;
import org.unravel.model.Reason;

/**
 * The rate λ at which the trace grows under a tilted generator 𝒢: lim ln Tr e^{𝒢t}ρ / t, the largest real part of its eigenvalues, as e^{𝒢t} keeps
 * matrices positive (Evans and Høegh-Krohn). No other eigenvalue is needed, and none need be simple.
 *
 * <p>Levels that lead to each other form classes, and λ is the largest λ of a class. In a class the resolvent proves on which side of λ a number lies:
 * (μ − 𝒢)⁻¹1 = ∫e^{(𝒢−μ)t}1 dt is positive for μ &gt; λ, and is not for μ ≤ λ, as (μ − λ) Tr φx = Tr φ &gt; 0 with the left eigenmatrix φ ≥ 0 of λ. Newton
 * steps on 1/Tr x, a zero of which is λ, and bisection where they do not shrink the bracket, go on until it is closed.
 *
 * <p>EJML's eigenvalues of a generator take as long as 8 to 25 resolvents, n = 36 to 256: 0.17 to 0.5 ms and 69 to 132 ms, for 0.02 and 5.6 ms, measured on one thread.
 * With rates over twelve decades they err by up to 8e-9 of λ, and nothing proves on which side of it a number lies.
 *
 * @see <a href="https://doi.org/10.1112/jlms/s2-17.2.345">Evans and Høegh-Krohn (1978), J. London Math. Soc. 17, 345: positive maps have a positive
 *      eigenvector to their spectral radius</a>
 */
final class TiltedGrowth {

    /** Roundings of an elimination and what an eigenvalue makes of them, in units of the largest row sum. */
    private static final double ROUNDINGS = 64;

    /** How far λ is found: what is written shows more digits than that nowhere. */
    private static final double RELATIVE = 1e-12;

    /** How far a λ must be above the rounding of plain numbers to be taken from them. */
    private static final double TRUSTED = 1e-11;

    /** Below this part of the largest row sum there is no telling from zero. */
    private static final double LEAST = 1e-30;

    /** A bisection alone takes 60 steps for the digits of a double and 100 for those of an extended number. */
    private static final int MOST_STEPS = 300;

    private final ExtendedGenerator generator;
    private final int dimension;
    private final List<int[]> classes;
    private final List<int[]> places;

    /** Of the classes of levels that some levels lead to. */
    TiltedGrowth(ExtendedGenerator generator, boolean[] levels) {
        this.generator = generator;
        this.dimension = generator.dimension();
        this.classes = generator.classesFrom(levels);
        this.places = classes.stream().map(generator::reachWithin).toList();
    }

    /**
     * λ for factors of the jumps of each channel.
     *
     * @throws ModelException if a factor is no number, or rounding leaves no bracket
     */
    double rate(Extended[] factors) {
        for (Extended factor : factors) {
            if (!(factor.high() > 0) || !Double.isFinite(factor.high())) {
                throw new ModelException(Reason.OUT_OF_RANGE, "a factor e^(field times quantum) leaves the range of numbers");
            }
        }
        return IntStream.range(0, classes.size()).mapToDouble(c -> new OfClass(classes.get(c), places.get(c), factors).rate()).max().orElseThrow();
    }

    /** x and y in (μ − 𝒢)x = 1, (μ − 𝒢)y = x; empty where μ is an eigenvalue to rounding. */
    private interface Resolvent {

        ExtendedMatrix[] at(Extended mu);
    }

    /** One class. */
    private final class OfClass {

        private final int[] levels;
        private final int[] place;
        private final ExtendedMatrix matrix;
        private final double norm;
        private Extended low;
        private Extended high;

        OfClass(int[] levels, int[] place, Extended[] factors) {
            this.levels = levels;
            this.place = place;
            this.matrix = generator.tilted(factors, place);
            this.norm = matrix.rowSumNorm();
        }

        double rate() {
            if (matrix.rows() == 1) {
                return matrix.high()[0][0];
            }
            double rounding = ROUNDINGS * Math.ulp(1.0) * norm;
            low = Extended.of(-2 * norm);
            high = Extended.of(2 * norm);
            close(this::plain, rounding);
            if (rounding <= TRUSTED * Math.abs(high.high())) {
                return middle().high();
            }
            widen(2 * rounding);
            close(this::extended, LEAST * norm);
            double rate = middle().high();
            return Math.abs(rate) <= 2 * LEAST * norm ? 0 : rate;
        }

        /** Moves the ends of a bracket that plain numbers have found outwards until extended ones prove it. */
        private void widen(double first) {
            double by = first;
            for (high = high.plus(Extended.of(by)); high.high() < 2 * norm && !isAbove(high); by *= 2) {
                high = high.plus(Extended.of(by));
            }
            by = first;
            for (low = low.minus(Extended.of(by)); low.high() > -2 * norm && isAbove(low); by *= 2) {
                low = low.minus(Extended.of(by));
            }
        }

        /** True if a number is above λ. */
        private boolean isAbove(Extended mu) {
            ExtendedMatrix[] x = extended(mu);
            return x.length == 0 || isPositive(x[0]);
        }

        private Extended middle() {
            return low.plus(high).times(0.5);
        }

        /** Shrinks the bracket to the tolerance. */
        private void close(Resolvent resolvent, double least) {
            Extended mu = high;
            for (int step = 0; step < MOST_STEPS; step++) {
                double width = high.minus(low).high();
                double tolerance = Math.max(least, RELATIVE * Math.abs(mu.high()));
                if (width <= 2 * tolerance) {
                    return;
                }
                ExtendedMatrix[] x = resolvent.at(mu);
                if (x.length == 0) {
                    mu = mu.plus(Extended.of(tolerance / 4));
                    continue;
                }
                if (isPositive(x[0])) {
                    high = mu;
                } else {
                    low = mu;
                }
                Extended newton = mu.minus(generator.trace(x[0], place).over(generator.trace(x[1], place)));
                mu = next(newton, tolerance, 2 * high.minus(low).high() > width && step % 3 == 2);
            }
            throw new ModelException(Reason.TOO_INEXACT, "rounding hides the largest eigenvalue of the tilted generator, between " + low.high() + " and " + high.high());
        }

        /** Inside the bracket, and where a step has come to its end, a tolerance beyond it. */
        private Extended next(Extended newton, double tolerance, boolean halve) {
            Extended least = low.plus(Extended.of(tolerance));
            Extended most = high.minus(Extended.of(tolerance));
            if (halve || !Double.isFinite(newton.high())) {
                return middle();
            }
            if (newton.minus(most).high() >= 0) {
                return most;
            }
            return newton.minus(least).high() <= 0 ? least : newton;
        }

        /** True if a column is a positive matrix on the levels: by its real form [[X, −Y], [Y, X]]. */
        private boolean isPositive(ExtendedMatrix x) {
            int n = levels.length;
            ExtendedMatrix form = new ExtendedMatrix(2 * n, 2 * n);
            for (int a = 0; a < n; a++) {
                for (int b = 0; b < n; b++) {
                    int i = Math.max(levels[a], levels[b]);
                    int j = Math.min(levels[a], levels[b]);
                    Extended re = at(x, i * dimension + j);
                    Extended im = a == b ? Extended.ZERO : at(x, j * dimension + i);
                    im = levels[a] < levels[b] ? im : im.negated();
                    form.set(a, b, re);
                    form.set(n + a, n + b, re);
                    form.set(n + a, b, im);
                    form.set(a, n + b, im.negated());
                }
            }
            return form.isPositiveDefinite();
        }

        private Extended at(ExtendedMatrix x, int number) {
            return place[number] < 0 ? Extended.ZERO : x.get(place[number], 0);
        }

        private ExtendedMatrix shifted(Extended mu) {
            ExtendedMatrix out = new ExtendedMatrix(matrix.rows(), matrix.rows()).minus(matrix);
            for (int i = 0; i < matrix.rows(); i++) {
                out.add(i, i, mu);
            }
            return out;
        }

        private ExtendedMatrix identity() {
            ExtendedMatrix one = new ExtendedMatrix(matrix.rows(), 1);
            for (int i : levels) {
                one.set(place[i * (dimension + 1)], 0, Extended.of(1));
            }
            return one;
        }

        private ExtendedMatrix[] extended(Extended mu) {
            ExtendedElimination elimination = ExtendedElimination.ofRegular(shifted(mu));
            if (elimination.rank() < matrix.rows()) {
                return new ExtendedMatrix[0];
            }
            ExtendedMatrix x = elimination.solve(identity());
            return new ExtendedMatrix[] {x, elimination.solve(x)};
        }

        private ExtendedMatrix[] plain(Extended mu) {
            Elimination elimination = new Elimination(shifted(mu).high());
            double[] x = elimination.solve(Arrays.stream(identity().high()).mapToDouble(row -> row[0]).toArray());
            double[] y = elimination.solve(x);
            boolean isFinite = DoubleStream.concat(Arrays.stream(x), Arrays.stream(y)).allMatch(Double::isFinite);
            return isFinite ? new ExtendedMatrix[] {ExtendedMatrix.column(x), ExtendedMatrix.column(y)} : new ExtendedMatrix[0];
        }
    }
}
