package org.unravel.exact;

import java.util.Arrays;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.LUDecomposition;
import org.unravel.model.Model;
import org.unravel.model.ModelException;

/**
 * The steady state of a model that does not depend on time, and the solution of ℒx = b beside it, by dense elimination.
 *
 * <p>One row of ℒ depends on the others, as ℒ keeps the trace: it gives way to the condition on the trace. Not safe for threads.
 */
final class SteadyState {

    /**
     * A pivot below this part of the largest element counts as zero: above the rounding of an elimination of a thousand rows (1e-13), so that
     * a relaxation slower than that by comparison with the fastest rate is not told from none.
     */
    static final double SINGULAR = 1e-12;

    private final int dimension;
    private final DenseSuperoperators parts;
    private final DecompositionSolver solver;
    private final double[] state;

    private SteadyState(Model model) {
        this.dimension = model.dimension();
        this.parts = DenseSuperoperators.of(model);
        double[] ones = new double[parts.channelCount()];
        Arrays.fill(ones, 1);
        double[][] matrix = parts.tiltedReal(ones);
        double largest = largest(matrix);
        for (int j = 0; j < matrix.length; j++) {
            matrix[0][j] = j % (dimension + 1) == 0 ? largest : 0;
        }
        this.solver = new LUDecomposition(new Array2DRowRealMatrix(matrix, false), SINGULAR * largest).getSolver();
        if (!solver.isNonSingular()) {
            throw new ModelException("model " + model.name() + " has more than one steady state, so its long-time limit depends on the start");
        }
        double[] trace = new double[matrix.length];
        trace[0] = largest;
        this.state = solver.solve(new ArrayRealVector(trace, false)).toArray();
    }

    /**
     * The steady state of a model.
     *
     * @throws ModelException if something depends on time, the dimension exceeds the limit, or the steady state is not unique
     */
    static SteadyState of(Model model) {
        DimensionLimit.check("long-time limit", model.dimension(), CurrentStatistics.MAX_DIMENSION);
        if (!DenseSuperoperators.applyTo(model)) {
            throw new ModelException("the Hamiltonian, jump operators and rates must not depend on time for the long-time limit of model "
                    + model.name());
        }
        return new SteadyState(model);
    }

    /** The packed state; its own array. */
    double[] state() {
        return state;
    }

    DenseSuperoperators parts() {
        return parts;
    }

    /** The x of trace zero with ℒx = b; b has trace zero and is written to. */
    double[] solve(double[] b) {
        b[0] = 0;
        return solver.solve(new ArrayRealVector(b, false)).toArray();
    }

    DenseMatrix densityMatrix() {
        DenseMatrix rho = new DenseMatrix(dimension);
        rho.unpack(state);
        return rho;
    }

    /** Σ_k weight_k L_kρL_k† of a packed ρ. */
    double[] jumps(double[] weights, double[] packed) {
        double[] sum = new double[packed.length];
        for (int k = 0; k < weights.length; k++) {
            if (weights[k] != 0) {
                double[][] jump = parts.jump(k);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += weights[k] * dot(jump[i], packed);
                }
            }
        }
        return sum;
    }

    double trace(double[] packed) {
        double sum = 0;
        for (int i = 0; i < packed.length; i += dimension + 1) {
            sum += packed[i];
        }
        return sum;
    }

    /** Largest modulus of an element. */
    static double largest(double[][] matrix) {
        return Arrays.stream(matrix).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
