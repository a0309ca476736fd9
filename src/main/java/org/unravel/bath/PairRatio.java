package org.unravel.bath;

import java.util.Arrays;
import java.util.OptionalDouble;

import org.unravel.model.Channel;
import org.unravel.model.Tolerance;
import org.unravel.numeric.SparseMatrix;

/**
 * Whether two channels undo each other with one ratio of rates: L_↑ = c L_↓† with q_↑ = −q_↓, |c|² the same at all times that are looked at.
 *
 * <p>At detailed balance |c|² = e^{−βω}, ω = q_↑ (physics.md, "What is counted, exactly").
 */
final class PairRatio {

    private PairRatio() {
    }

    /** ln |c|², infinite where one of the two never jumps; empty where they are no such pair. */
    static OptionalDouble of(Channel up, Channel down, double[] times) {
        double first = Double.NaN;
        for (double t : times) {
            double ratio = isOpposite(up, down, t) ? logRatio(up, down, t) : Double.NaN;
            if (Double.isNaN(ratio) || !Double.isNaN(first) && !agree(ratio, first)) {
                return OptionalDouble.empty();
            }
            first = Double.isNaN(first) ? ratio : first;
        }
        return Double.isNaN(first) ? OptionalDouble.empty() : OptionalDouble.of(first);
    }

    /** Whether two logarithms of ratios, each finite or infinite, are the same. */
    static boolean agree(double a, double b) {
        return a == b || Double.isFinite(a) && Double.isFinite(b) && Math.abs(a - b) <= Tolerance.RESULT * Math.max(1, Math.abs(a));
    }

    private static boolean isOpposite(Channel up, Channel down, double t) {
        double q = up.heat().at(t).re();
        return q != 0 && Math.abs(q + down.heat().at(t).re()) <= Tolerance.RESULT * Math.abs(q);
    }

    private static double logRatio(Channel up, Channel down, double t) {
        SparseMatrix a = up.operator().at(t);
        SparseMatrix b = down.operator().at(t).adjoint();
        if (a.isZero() || a.nonZeroCount() != b.nonZeroCount() || !Arrays.equals(a.columns(), b.columns()) || !Arrays.equals(a.rowStart(), b.rowStart())) {
            return Double.NaN;
        }
        int p = largest(b);
        double norm = b.re()[p] * b.re()[p] + b.im()[p] * b.im()[p];
        double re = (a.re()[p] * b.re()[p] + a.im()[p] * b.im()[p]) / norm;
        double im = (a.im()[p] * b.re()[p] - a.re()[p] * b.im()[p]) / norm;
        SparseMatrix defect = a.minus(b.scaled(re, im));
        if (defect.maxModulus() > Tolerance.RESULT * a.maxModulus()) {
            return Double.NaN;
        }
        return Math.log((re * re + im * im) * up.rate().at(t).re() / down.rate().at(t).re());
    }

    private static int largest(SparseMatrix m) {
        int best = 0;
        for (int p = 1; p < m.re().length; p++) {
            best = Math.hypot(m.re()[p], m.im()[p]) > Math.hypot(m.re()[best], m.im()[best]) ? p : best;
        }
        return best;
    }
}
