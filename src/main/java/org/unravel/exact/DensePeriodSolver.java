package org.unravel.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;

/**
 * With the matrix of Φ: (1 − Φ)x + v Tr x = b with a state v. Of this matrix v Tr takes the place of the eigenvalue 0, so that it is as well conditioned as the slowest
 * relaxation allows, and x has the trace of b.
 */
final class DensePeriodSolver implements PeriodSolver {

    private final double[] generic;
    private final Elimination elimination;
    private final List<String> notes = new ArrayList<>();

    /**
     * Makes the matrix.
     *
     * @throws ModelException if more than one state repeats
     */
    DensePeriodSolver(PeriodMap map) {
        double[][] matrix = map.matrix(new CountedQuantity("", List.of()), 0);
        lookAtMultipliers(multipliers(matrix), map.length());
        this.generic = PeriodSolver.generic(map.flow());
        int n = matrix.length;
        double[] trace = new double[n];
        map.flow().putTrace(trace, 0);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i][j] = (i == j ? 1 : 0) - matrix[i][j] + generic[i] * trace[j];
            }
        }
        this.elimination = new Elimination(matrix);
    }

    /** Eigenvalues of a real matrix. */
    static List<Complex_F64> multipliers(double[][] matrix) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(matrix.length, false);
        if (!eigen.decompose(new DMatrixRMaj(matrix))) {
            throw new ModelException(Reason.GAVE_UP, "the eigenvalues of the map over one period of " + matrix.length + " numbers were not found");
        }
        return IntStream.range(0, eigen.getNumberOfEigenvalues()).mapToObj(eigen::getEigenvalue).toList();
    }

    private void lookAtMultipliers(List<Complex_F64> multipliers, double period) {
        List<Complex_F64> staying = multipliers.stream().filter(m -> Math.hypot(m.real - 1, m.imaginary) <= CLOSEST).toList();
        if (staying.size() != 1) {
            throw new ModelException(Reason.NOT_APPLICABLE, "expected one state that repeats after the period, found " + staying.size()
                    + " multipliers of the map over one period within " + CLOSEST + " of 1: the start decides for ever which state is reached");
        }
        double largest = multipliers.stream().filter(m -> m != staying.get(0)).mapToDouble(Complex_F64::getMagnitude).max().orElse(0);
        if (largest >= 1 - CLOSEST) {
            notes.add("a part of the start never dies out and repeats after another time than the period: what is shown is the average over a long time");
        } else if (largest > 0) {
            notes.add(String.format(Locale.ROOT, "slowest relaxation: %.4g per time, a factor of %.4g in a period", -Math.log(largest) / period, largest));
        }
    }

    @Override
    public double[] state() {
        return elimination.solveRefined(generic);
    }

    @Override
    public double[] solve(double[] b) {
        return elimination.solveRefined(b);
    }

    @Override
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** Largest real eigenvalue of a matrix that takes positive matrices to positive ones: its spectral radius. */
    static double spectralRadius(double[][] matrix) {
        List<Complex_F64> all = multipliers(matrix);
        double radius = all.stream().mapToDouble(Complex_F64::getMagnitude).max().orElse(0);
        double real = all.stream().mapToDouble(Complex_F64::getReal).max().orElse(0);
        if (!(real > 0) || radius - real > CLOSEST * radius) {
            throw new ModelException(Reason.TOO_INEXACT, "rounding hides the largest eigenvalue of the tilted map over one period, found " + real + " and a modulus of " + radius);
        }
        return real;
    }
}
