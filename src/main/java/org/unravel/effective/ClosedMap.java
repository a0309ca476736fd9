package org.unravel.effective;

import java.util.Arrays;
import java.util.List;

import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.SparseMatrix;

/**
 * Of a closed joint system whose H does not depend on time: Φ_t[X] = Tr_E e^{−iHt}(X⊗ρ_E)e^{iHt} in the eigenbasis of H, where each derivative is a factor −iω_pq.
 *
 * <p>With A^a = G_a⊗1 and B^b = G_b⊗ρ_E between eigenvectors, Φ_ab = Re Σ_pq conj(A^a_pq) B^b_pq e^{−iω_pq t}; pairs p &lt; q count twice, and pairs that no A reaches are left out.
 */
final class ClosedMap implements MapPath {

    private final int dimension;
    private final double start;
    private final double[] energies;
    /** Levels of the kept pairs, shape [pairs]. */
    private final int[] lower;
    private final int[] upper;
    /** conj(A) of the pairs, weighted, real parts and imaginary parts behind each other, shape [d²][2 pairs]. */
    private final double[][] observed;
    /** B of the pairs, shape [d²][pairs] each. */
    private final double[][] startRe;
    private final double[][] startIm;

    /**
     * Of a Hamiltonian.
     *
     * @param hamiltonian H of the joint space
     * @param parts the part and what surrounds it
     * @param rest ρ_E at the start, packed
     * @param start the time of the start
     */
    ClosedMap(SparseMatrix hamiltonian, Bipartition parts, double[] rest, double start) {
        this.dimension = parts.partDimension();
        this.start = start;
        HermitianEigen eigen = HermitianEigen.of(hamiltonian);
        this.energies = eigen.values();
        EigenPairs pairs = new EigenPairs(eigen, parts, rest);
        this.lower = pairs.lower();
        this.upper = pairs.upper();
        int size = dimension * dimension;
        this.observed = new double[size][];
        this.startRe = new double[size][];
        this.startIm = new double[size][];
        for (int a = 0; a < size; a++) {
            observed[a] = pairs.observed(a);
            double[][] b = pairs.prepared(a);
            startRe[a] = b[0];
            startIm[a] = b[1];
        }
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public List<DynamicalMap> maps(double[] times, double branch) {
        return Arrays.stream(times).mapToObj(this::at).toList();
    }

    private DynamicalMap at(double time) {
        int size = dimension * dimension;
        int n = lower.length;
        double[][][] entries = new double[3][size][size];
        double[][] moved = new double[3][2 * n];
        double[] cosine = new double[n];
        double[] sine = new double[n];
        phases(time, cosine, sine);
        for (int b = 0; b < size; b++) {
            for (int k = 0; k < n; k++) {
                double omega = energies[lower[k]] - energies[upper[k]];
                double x = startRe[b][k] * cosine[k] + startIm[b][k] * sine[k];
                double y = startIm[b][k] * cosine[k] - startRe[b][k] * sine[k];
                moved[0][k] = x;
                moved[0][n + k] = y;
                moved[1][k] = omega * y;
                moved[1][n + k] = -omega * x;
                moved[2][k] = -omega * omega * x;
                moved[2][n + k] = -omega * omega * y;
            }
            for (int order = 0; order < 3; order++) {
                for (int a = 0; a < size; a++) {
                    entries[order][a][b] = Superoperator.dot(observed[a], moved[order]);
                }
            }
        }
        return new DynamicalMap(new Superoperator(entries[0]), new Superoperator(entries[1]), new Superoperator(entries[2]));
    }

    private void phases(double time, double[] cosine, double[] sine) {
        double[] c = Arrays.stream(energies).map(e -> Math.cos((e - energies[0]) * (time - start))).toArray();
        double[] s = Arrays.stream(energies).map(e -> Math.sin((e - energies[0]) * (time - start))).toArray();
        for (int k = 0; k < cosine.length; k++) {
            int p = lower[k];
            int q = upper[k];
            cosine[k] = c[p] * c[q] + s[p] * s[q];
            sine[k] = s[p] * c[q] - c[p] * s[q];
        }
    }
}
