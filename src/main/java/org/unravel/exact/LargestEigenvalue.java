package org.unravel.exact;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;

/**
 * The largest eigenvalue of a map that keeps matrices positive, which is real, by products alone: that of the map in a {@link KrylovSpace}, which begins anew with its eigenvector
 * until that is one of the map.
 *
 * <p>Not safe for threads.
 *
 * @see <a href="https://doi.org/10.1016/0024-3795(80)90169-X">Saad (1980), Linear Algebra Appl. 34, 269</a>
 */
final class LargestEigenvalue {

    /** Vectors that are kept at once, how often the search begins anew, and after how many products it is asked how far it is. */
    private static final int PRODUCTS = 60;
    private static final int MOST_STARTS = 100;
    private static final int BETWEEN = 5;

    /** Residuals in units of the eigenvalue at which a search ends, and what is still taken where it comes no further: a product is integrated to some 1e-12. */
    private static final double ENOUGH = 1e-12;
    private static final double ACCEPTED = 1e-10;

    /** Part by which a residual must shrink from start to start for a search to be worth going on. */
    private static final double SHRINKS = 0.99;

    private final UnaryOperator<double[]> map;
    private double[] vector;
    private double value;
    private double residual = Double.POSITIVE_INFINITY;
    private int productCount;

    private LargestEigenvalue(UnaryOperator<double[]> map, double[] start) {
        this.map = map;
        this.vector = start;
    }

    /**
     * Finds it.
     *
     * @param start a vector that has a part of every eigenvector, not zero
     * @throws ModelException if it is not found, with the residual that was come to; if products leave the range of numbers
     */
    static double of(UnaryOperator<double[]> map, double[] start) {
        LargestEigenvalue search = new LargestEigenvalue(map, start);
        int starts = 0;
        double before;
        do {
            before = search.residual;
            search.improve();
            starts++;
        } while (search.residual > ENOUGH && starts < MOST_STARTS && (search.residual > ACCEPTED || search.residual < SHRINKS * before));
        if (!(search.residual <= ACCEPTED)) {
            throw search.inexact(String.format(Locale.ROOT, "expected a residual of at most %.1e of it, found %.1e after %d products", ACCEPTED, search.residual, search.productCount));
        }
        return search.value;
    }

    /** As many products as are needed, or are kept at most; the next search begins with what was found. */
    private void improve() {
        KrylovSpace space = new KrylovSpace(this::product, vector);
        int most = Math.min(PRODUCTS, vector.length);
        double[][] columns = new double[most][];
        boolean isDone = false;
        for (int k = 1; !isDone; k++) {
            columns[k - 1] = space.extend();
            double rest = columns[k - 1][k];
            boolean isLast = k == most || rest == 0;
            if (isLast || k % BETWEEN == 0) {
                Optional<double[]> parts = eigenvector(columns, k);
                residual = parts.map(p -> rest * Math.abs(p[p.length - 1]) / value).orElse(Double.POSITIVE_INFINITY);
                isDone = isLast || residual <= ENOUGH;
                if (isDone) {
                    vector = new double[vector.length];
                    space.addTo(vector, parts.orElseThrow(() -> inexact("rounding hides it")));
                }
            }
        }
    }

    private double[] product(double[] x) {
        productCount++;
        double[] image = map.apply(x);
        if (!Arrays.stream(image).allMatch(Double::isFinite)) {
            throw outOfRange();
        }
        return image;
    }

    /** Of the map in the space, the eigenvector of norm 1 of the largest real eigenvalue, which becomes the value; empty where none is positive. */
    private Optional<double[]> eigenvector(double[][] columns, int size) {
        DMatrixRMaj matrix = new DMatrixRMaj(size, size);
        for (int j = 0; j < size; j++) {
            for (int i = 0; i <= Math.min(j + 1, size - 1); i++) {
                matrix.set(i, j, columns[j][i]);
            }
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true);
        if (!eigen.decompose(matrix)) {
            return Optional.empty();
        }
        Optional<Integer> largest = IntStream.range(0, size).boxed().filter(i -> eigen.getEigenvalue(i).isReal() && eigen.getEigenvalue(i).getReal() > 0)
                .max(Comparator.comparingDouble(i -> eigen.getEigenvalue(i).getReal()));
        largest.ifPresent(i -> value = eigen.getEigenvalue(i).getReal());
        return largest.map(i -> {
            double[] parts = eigen.getEigenVector(i).getData().clone();
            double norm = KrylovSpace.norm(parts);
            return Arrays.stream(parts).map(p -> p / norm).toArray();
        });
    }

    static ModelException outOfRange() {
        return new ModelException(Reason.OUT_OF_RANGE, "a factor e^(field times quantum) leaves the range of numbers");
    }

    private ModelException inexact(String why) {
        return new ModelException(Reason.TOO_INEXACT, "the largest eigenvalue of the tilted map was not found: " + why);
    }
}
