package org.unravel.effective;

import java.util.Locale;
import java.util.stream.IntStream;

import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;
import org.unravel.numeric.SparseMatrix;

/**
 * What the dynamical map of a part takes along a whole run, before anything of it is computed.
 *
 * @param partDimension d
 * @param dimension D
 * @param multiplyAdds of all of it
 */
record MapForecast(int partDimension, int dimension, double multiplyAdds) {

    /** Maps at a step of the grid: two panels of seven. */
    private static final int MAPS = 12;

    /** Multiply-adds in units of n³: singular values of n = d² columns with what follows, and eigenvectors of a block of n levels. */
    private static final double SINGULAR_VALUES = 40;
    private static final double EIGENVECTORS = 80;

    /** Largest d: the map of a larger part is a matrix of more than 256 × 256 that is taken apart hundreds of times. */
    static final int LARGEST_PART = 16;

    /** Applications of the generator at a node: three for the derivatives, the others for the way to it. */
    private static final double APPLICATIONS = 30;

    static MapForecast of(Model model, Bipartition parts) {
        double maps = MAPS * (model.time().pointCount() - 1.0);
        double d = parts.partDimension();
        double values = SINGULAR_VALUES * Math.pow(d, 6);
        double start = ProductStart.work(model.initial(), parts);
        if (!MinimalDissipation.isClosed(model)) {
            return new MapForecast(parts.partDimension(), parts.dimension(), start + maps * (values + APPLICATIONS * d * d * entries(model) * parts.dimension()));
        }
        int[] sizes = blockSizes(model.hamiltonian().at(model.time().start()));
        double largest = IntStream.of(sizes).max().orElse(1);
        double eigenvectors = EIGENVECTORS * IntStream.of(sizes).mapToDouble(s -> Math.pow(s, 3)).sum();
        // levels of one vector reach as many levels of the rest, which as many vectors of each part reach again
        double pairs = 0.5 * parts.dimension() * Math.min(parts.dimension(), d * largest * largest);
        return new MapForecast(parts.partDimension(), parts.dimension(), start + eigenvectors + 2 * d * d * largest * (pairs + parts.dimension() * (double) parts.restDimension())
                + maps * (values + 3 * Math.pow(d, 4) * 2 * pairs));
    }

    private static double entries(Model model) {
        return model.hamiltonian().terms().stream().mapToDouble(t -> t.matrix().nonZeroCount()).sum()
                + model.channels().stream().flatMap(c -> c.operator().terms().stream()).mapToDouble(t -> 2.0 * t.matrix().nonZeroCount()).sum();
    }

    /** Numbers of levels that the entries of a matrix join. */
    private static int[] blockSizes(SparseMatrix matrix) {
        int[] label = IntStream.range(0, matrix.dimension()).toArray();
        for (int i = 0; i < label.length; i++) {
            for (int p = matrix.rowStart()[i]; p < matrix.rowStart()[i + 1]; p++) {
                int a = root(label, i);
                int b = root(label, matrix.columns()[p]);
                label[Math.max(a, b)] = Math.min(a, b);
            }
        }
        int[] sizes = new int[label.length];
        for (int i = 0; i < label.length; i++) {
            sizes[root(label, i)]++;
        }
        return IntStream.of(sizes).filter(s -> s > 0).toArray();
    }

    private static int root(int[] label, int level) {
        int root = level;
        while (label[root] != root) {
            root = label[root];
        }
        return root;
    }

    /**
     * Says so if it is more than may be spent.
     *
     * @throws ModelException then
     */
    void require(double allowed) {
        if (partDimension > LARGEST_PART) {
            throw new ModelException(Reason.TOO_MUCH_WORK, "expected a part of dimension at most " + LARGEST_PART + " for its dynamical map, found " + partDimension);
        }
        if (multiplyAdds > allowed) {
            throw new ModelException(Reason.TOO_MUCH_WORK, String.format(Locale.ROOT,
                    "too much work for the dynamical map of a part of dimension %d in a space of dimension %d: some %.1e multiply-adds, allowed are %.1e", partDimension, dimension, multiplyAdds,
                    allowed));
        }
    }
}
