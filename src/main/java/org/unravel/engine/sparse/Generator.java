package org.unravel.engine.sparse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.unravel.engine.drive.Drive;
import org.unravel.engine.drive.DriveBuilder;
import org.unravel.engine.taylor.SlicedRows;
import org.unravel.engine.taylor.TaylorKernel;
import org.unravel.engine.taylor.UniformFlips;
import org.unravel.model.InitialState;
import org.unravel.model.Model;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/**
 * The generator of the no-jump evolution, G(t) = −i(H(t) − c) − K(t)/2 = Σ_f u_f(t) G_f (physics.md, "The trajectories"), c the energy at the start: a global phase
 * that would only cost terms. Immutable.
 *
 * @param functions f of each matrix
 * @param rows the matrices
 * @param norms their largest row sums
 */
public record Generator(int[] functions, SlicedRows[] rows, double[] norms) {

    /** A quotient times its divisor is the dividend up to two roundings. */
    private static final double ROUNDING = 4.0 / (1L << 53);

    static Generator of(Model model, DriveBuilder drive, TaylorKernel kernel) {
        SortedMap<Integer, SparseMatrix> h = drive.operator(model.drivingHamiltonian());
        SortedMap<Integer, SparseMatrix> k = drive.operator(model.jumpRateOperator());
        SparseMatrix zero = SparseMatrix.zero(model.dimension());
        double centre = centre(model, drive);
        TreeMap<Integer, SparseMatrix> terms = new TreeMap<>();
        SparseMatrix still = h.getOrDefault(Drive.ONE, zero).plus(-centre, 0, SparseMatrix.identity(zero.dimension())).scaled(0, -1);
        terms.put(Drive.ONE, still.plus(-0.5, 0, k.getOrDefault(Drive.ONE, zero)));
        h.tailMap(Drive.ONE + 1).forEach((f, a) -> terms.put(f, a.scaled(0, -1)));
        k.tailMap(Drive.ONE + 1).forEach((f, a) -> terms.merge(f, a.scaled(-0.5, 0), SparseMatrix::plus));
        terms.tailMap(Drive.ONE + 1).values().removeIf(SparseMatrix::isZero);
        return of(absorbed(terms, drive), kernel);
    }

    private static Generator of(SortedMap<Integer, SparseMatrix> terms, TaylorKernel kernel) {
        SlicedRows[] rows = terms.values().stream()
                .map(a -> kernel.takesFlips() ? SlicedRows.withFlips(a, UniformFlips.Unit.I) : SlicedRows.of(a)).toArray(SlicedRows[]::new);
        if (rows.length > 1) {
            Arrays.setAll(rows, i -> rows[i].bands().mainDiagonal() ? rows[i].withoutBands() : rows[i]);
        }
        return new Generator(terms.keySet().stream().mapToInt(f -> f).toArray(), rows,
                terms.values().stream().mapToDouble(SparseMatrix::rowSumNorm).toArray());
    }

    private static double centre(Model model, DriveBuilder drive) {
        SparseMatrix h = model.drivingHamiltonian().at(model.time().start(), drive.firstBranch());
        double centre = 0;
        for (InitialState.Component c : model.initial().components()) {
            centre += c.probability() * h.expectation(c.re(), c.im());
        }
        return centre;
    }

    /** Where G_0 is c G_f wherever G_f has entries, u_0 G_0 + u_f G_f = (G_0 − c G_f) + (u_f + c) G_f takes fewer products: a field that is modulated. */
    private static SortedMap<Integer, SparseMatrix> absorbed(SortedMap<Integer, SparseMatrix> terms, DriveBuilder drive) {
        TreeMap<Integer, SparseMatrix> result = new TreeMap<>();
        SparseMatrix still = terms.get(Drive.ONE);
        List<Integer> varying = new ArrayList<>(terms.tailMap(Drive.ONE + 1).keySet());
        for (int f : varying) {
            SparseMatrix a = terms.get(f);
            double c = multiple(still, a);
            if (c == 0) {
                result.merge(f, a, SparseMatrix::plus);
            } else {
                still = without(still, a);
                result.merge(drive.shifted(f, c), a, SparseMatrix::plus);
            }
        }
        if (!still.isZero() || result.isEmpty()) {
            result.put(Drive.ONE, still);
        }
        return result;
    }

    /** The real c with b = c a wherever a has entries, or 0. */
    private static double multiple(SparseMatrix b, SparseMatrix a) {
        double c = 0;
        for (int i = 0; i < a.dimension(); i++) {
            for (int p = a.rowStart()[i]; p < a.rowStart()[i + 1]; p++) {
                double re = b.re(i, a.columns()[p]);
                double im = b.im(i, a.columns()[p]);
                if (c == 0) {
                    c = a.re()[p] != 0 ? re / a.re()[p] : im / a.im()[p];
                }
                if (c == 0 || Math.hypot(re - c * a.re()[p], im - c * a.im()[p]) > ROUNDING * Math.hypot(re, im)) {
                    return 0;
                }
            }
        }
        return c;
    }

    /** b without the entries that a has. */
    private static SparseMatrix without(SparseMatrix b, SparseMatrix a) {
        SparseMatrixBuilder rest = new SparseMatrixBuilder(b.dimension());
        for (int i = 0; i < b.dimension(); i++) {
            for (int p = b.rowStart()[i]; p < b.rowStart()[i + 1]; p++) {
                if (a.re(i, b.columns()[p]) == 0 && a.im(i, b.columns()[p]) == 0) {
                    rest.add(i, b.columns()[p], b.re()[p], b.im()[p]);
                }
            }
        }
        return rest.build();
    }

    /** True if it does not depend on time. */
    boolean isConstant() {
        return functions.length == 1 && functions[0] == Drive.ONE;
    }

    /** A bound of the norm in a piece: Σ_f max|u_f| ‖G_f‖. */
    double norm(Drive drive, int piece) {
        double norm = 0;
        for (int i = 0; i < functions.length; i++) {
            norm += drive.largest(piece, functions[i]) * norms[i];
        }
        return norm;
    }

    /**
     * A bound of ∫‖G(z)‖|dz| from the start of a segment to twice its length, in every complex direction, by the moduli of the Taylor coefficients of the functions: the largest of those that fit a piece one after the other.
     * A state's series is bounded on that circle by its exponential.
     */
    double majorant(Drive drive, int piece, double length) {
        double ratio = 2 * length / drive.length(piece);
        double largest = 0;
        for (double y = -1; y < 1 - ratio / 2; y += ratio) {
            double sum = 0;
            for (int i = 0; i < functions.length; i++) {
                sum += norms[i] * drive.majorant(piece, functions[i], y, ratio);
            }
            largest = Math.max(largest, length * sum);
        }
        return largest;
    }

    /** Bytes of the matrices. */
    long bytes() {
        long bytes = 0;
        for (SlicedRows a : rows) {
            bytes += a.bytes();
        }
        return bytes;
    }

    /** Multiply-adds of whole slices of kets that a term of the series takes. */
    int productCount() {
        int count = 0;
        for (SlicedRows a : rows) {
            count += a.productCount();
        }
        return count;
    }
}
