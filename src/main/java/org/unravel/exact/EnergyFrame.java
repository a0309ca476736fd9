package org.unravel.exact;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/**
 * A unitary V(t) that follows the eigenvectors of an energy from one time to another along the shortest way: V(τ) = V(0)e^{Sτ/h} with e^{S} = V(0)†V(h).
 * Whatever the path, ρ̂ = V†ρV with V†V̇ = S/h is exact; a good one keeps populations that differ by many decades apart.
 *
 * <p>Levels closer than what a factor of the fields tells apart make one cluster, in which the vectors turn as little as they can. Immutable.
 */
final class EnergyFrame {

    /** Levels whose weights differ by less than this part are one cluster. */
    private static final double SAME = 1e-2;

    /** Least part of a vector that lies in the cluster it goes to. */
    private static final double LEAST_OVERLAP = 0.7;

    /** Angles below this are rounding of eigenvectors. */
    private static final double LEAST_ANGLE = 1e-15;

    private final DenseMatrix start;
    private final DenseMatrix turning;
    private final double[] angles;
    private final double span;
    private final DenseMatrix connection;

    private EnergyFrame(DenseMatrix start, DenseMatrix turning, double[] angles, double span) {
        this.start = start;
        this.turning = turning;
        this.angles = angles;
        this.span = span;
        this.connection = turning.times(diagonal(new double[angles.length], Arrays.stream(angles).map(a -> a / span).toArray())).times(turning.adjoint());
    }

    /** The eigenvectors of an energy at one time, as columns. */
    static DenseMatrix at(TimeDependentOperator energy, double t, double branch) {
        return columns(HermitianEigen.of(energy.at(t, branch)));
    }

    /** The path that stays where it is. */
    static EnergyFrame resting(DenseMatrix start, double span) {
        return new EnergyFrame(start, DenseMatrix.identity(start.dimension()), new double[start.dimension()], span);
    }

    /**
     * The path to the eigenvectors a time {@code span} later.
     *
     * @param weight of an energy: populations of levels that lie ΔE apart differ by a factor of e^{weight ΔE}
     * @return null if they have turned too far to be told which is which
     */
    static EnergyFrame towards(DenseMatrix start, TimeDependentOperator energy, double t, double branch, double span, double weight) {
        HermitianEigen eigen = HermitianEigen.of(energy.at(t, branch));
        DenseMatrix end = aligned(start, eigen, weight);
        if (end == null) {
            return null;
        }
        DenseMatrix turn = start.adjoint().times(end);
        HermitianEigen sines = HermitianEigen.of(sines(turn));
        double[] angles = Arrays.stream(sines.values()).map(x -> Math.asin(Math.max(-1, Math.min(1, x)))).toArray();
        boolean turns = Arrays.stream(angles).anyMatch(a -> Math.abs(a) > LEAST_ANGLE);
        return turns ? new EnergyFrame(start, columns(sines), angles, span) : resting(start, span);
    }

    /** (R − R†)/2i: its eigenvectors are those of a unitary R that turns by less than a right angle, its eigenvalues the sines. */
    private static SparseMatrix sines(DenseMatrix r) {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(r.dimension());
        for (int i = 0; i < r.dimension(); i++) {
            for (int j = 0; j < r.dimension(); j++) {
                builder.add(i, j, (r.im()[i][j] + r.im()[j][i]) / 2, (r.re()[j][i] - r.re()[i][j]) / 2);
            }
        }
        return builder.build();
    }

    private static DenseMatrix columns(HermitianEigen eigen) {
        int d = eigen.values().length;
        DenseMatrix out = new DenseMatrix(d);
        for (int k = 0; k < d; k++) {
            for (int i = 0; i < d; i++) {
                out.re()[i][k] = eigen.vectorsRe()[k][i];
                out.im()[i][k] = eigen.vectorsIm()[k][i];
            }
        }
        return out;
    }

    /** Eigenvectors, each in the place of the vector of a frame that it comes from. */
    private static DenseMatrix aligned(DenseMatrix frame, HermitianEigen eigen, double weight) {
        int d = frame.dimension();
        DenseMatrix overlap = columns(eigen).adjoint().times(frame);
        int[] cluster = clusters(eigen.values(), weight);
        int[] room = new int[d];
        Arrays.stream(cluster).forEach(c -> room[c]++);
        DenseMatrix inEigenvectors = new DenseMatrix(d);
        for (int j = 0; j < d; j++) {
            int column = j;
            int best = Arrays.stream(cluster).distinct().boxed().max((a, b) -> Double.compare(part(overlap, cluster, a, column), part(overlap, cluster, b, column)))
                    .orElseThrow();
            if (part(overlap, cluster, best, j) < LEAST_OVERLAP || room[best]-- == 0) {
                return null;
            }
            for (int k = 0; k < d; k++) {
                if (cluster[k] == best) {
                    inEigenvectors.re()[k][j] = overlap.re()[k][j];
                    inEigenvectors.im()[k][j] = overlap.im()[k][j];
                }
            }
        }
        orthonormalise(inEigenvectors);
        return columns(eigen).times(inEigenvectors);
    }

    private static int[] clusters(double[] values, double weight) {
        int[] cluster = new int[values.length];
        for (int k = 1; k < values.length; k++) {
            cluster[k] = (values[k] - values[k - 1]) * weight <= SAME ? cluster[k - 1] : k;
        }
        return cluster;
    }

    private static double part(DenseMatrix overlap, int[] cluster, int which, int column) {
        return IntStream.range(0, cluster.length).filter(k -> cluster[k] == which)
                .mapToDouble(k -> overlap.re()[k][column] * overlap.re()[k][column] + overlap.im()[k][column] * overlap.im()[k][column]).sum();
    }

    /** Gram and Schmidt, twice is enough (Kahan). */
    private static void orthonormalise(DenseMatrix m) {
        int d = m.dimension();
        for (int j = 0; j < d; j++) {
            for (int pass = 0; pass < 2; pass++) {
                for (int p = 0; p < j; p++) {
                    double x = 0;
                    double y = 0;
                    for (int i = 0; i < d; i++) {
                        x += m.re()[i][p] * m.re()[i][j] + m.im()[i][p] * m.im()[i][j];
                        y += m.re()[i][p] * m.im()[i][j] - m.im()[i][p] * m.re()[i][j];
                    }
                    for (int i = 0; i < d; i++) {
                        double re = m.re()[i][p];
                        double im = m.im()[i][p];
                        m.re()[i][j] -= x * re - y * im;
                        m.im()[i][j] -= x * im + y * re;
                    }
                }
            }
            double square = 0;
            for (int i = 0; i < d; i++) {
                square += m.re()[i][j] * m.re()[i][j] + m.im()[i][j] * m.im()[i][j];
            }
            double scale = 1 / Math.sqrt(square);
            for (int i = 0; i < d; i++) {
                m.re()[i][j] *= scale;
                m.im()[i][j] *= scale;
            }
        }
    }

    private static DenseMatrix diagonal(double[] re, double[] im) {
        DenseMatrix out = new DenseMatrix(re.length);
        for (int i = 0; i < re.length; i++) {
            out.re()[i][i] = re[i];
            out.im()[i][i] = im[i];
        }
        return out;
    }

    /** V a time after the start, vectors as columns. */
    DenseMatrix vectors(double sinceStart) {
        if (Arrays.stream(angles).allMatch(a -> a == 0)) {
            return start;
        }
        double[] re = Arrays.stream(angles).map(a -> Math.cos(a * sinceStart / span)).toArray();
        double[] im = Arrays.stream(angles).map(a -> Math.sin(a * sinceStart / span)).toArray();
        return start.times(turning.times(diagonal(re, im)).times(turning.adjoint()));
    }

    /** V†V̇, the same at all times. */
    DenseMatrix connection() {
        return connection;
    }

    /** Largest element of V†EV between levels of unlike weight, in units of their distance: how far the path misses the eigenvectors at a time. */
    double miss(CompiledOperator energy, double sinceStart, double weight) {
        int d = start.dimension();
        DenseMatrix v = vectors(sinceStart);
        DenseMatrix ev = new DenseMatrix(d);
        energy.addProduct(1, 0, v, ev);
        DenseMatrix e = v.adjoint().times(ev);
        double most = 0;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < i; j++) {
                double distance = Math.abs(e.re()[i][i] - e.re()[j][j]);
                if (distance * weight > SAME) {
                    most = Math.max(most, Math.hypot(e.re()[i][j], e.im()[i][j]) / distance);
                }
            }
        }
        return most;
    }
}
