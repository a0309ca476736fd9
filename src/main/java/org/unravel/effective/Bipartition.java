package org.unravel.effective;

import java.util.Arrays;

import org.unravel.model.Split;

/**
 * How a basis of a joint space is one of a part and one of the rest: basis state i is |a⟩⊗|e⟩ with a = part[i] and e = rest[i].
 *
 * @param part level of the part, of each joint basis state, shape [D]
 * @param rest level of the rest, same shape
 * @param partDimension d ≥ 1
 * @param restDimension D/d ≥ 1
 */
public record Bipartition(int[] part, int[] rest, int partDimension, int restDimension) {

    /** Requires each pair of levels once. */
    public Bipartition {
        boolean[] seen = new boolean[partDimension * restDimension];
        for (int i = 0; i < part.length; i++) {
            seen[part[i] * restDimension + rest[i]] = true;
        }
        for (boolean s : seen) {
            if (!s || part.length != seen.length) {
                throw new IllegalArgumentException("expected each pair of levels once, found " + Arrays.toString(part) + " with " + Arrays.toString(rest));
            }
        }
    }

    /** A part of a model and its partner. */
    public static Bipartition of(Split.Part part, Split.Part partner) {
        return new Bipartition(part.states(), partner.states(), part.dimension(), partner.dimension());
    }

    /** A part that is the slow index of the joint basis. */
    public static Bipartition ofFirst(int partDimension, int restDimension) {
        int[] part = new int[partDimension * restDimension];
        int[] rest = new int[part.length];
        for (int i = 0; i < part.length; i++) {
            part[i] = i / restDimension;
            rest[i] = i % restDimension;
        }
        return new Bipartition(part, rest, partDimension, restDimension);
    }

    /** The rest as the part, and the part as the rest. */
    public Bipartition swapped() {
        return new Bipartition(rest, part, restDimension, partDimension);
    }

    /** Dimension D of the joint space. */
    public int dimension() {
        return part.length;
    }

    /** Index of each joint basis state by the levels of part and rest, shape [d][D/d]. */
    int[][] joint() {
        int[][] joint = new int[partDimension][restDimension];
        for (int i = 0; i < part.length; i++) {
            joint[part[i]][rest[i]] = i;
        }
        return joint;
    }

    /** The packed Tr_rest X of a packed Hermitian matrix X of the joint space (see {@link org.unravel.exact.StateEvolution}), shape [d²]. */
    public double[] reduced(double[] joint) {
        int d = partDimension;
        int n = part.length;
        double[] out = new double[d * d];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                if (rest[i] != rest[j]) {
                    continue;
                }
                int a = part[i];
                int b = part[j];
                out[Math.max(a, b) * d + Math.min(a, b)] += joint[i * n + j];
                if (a != b) {
                    out[Math.min(a, b) * d + Math.max(a, b)] += a > b ? joint[j * n + i] : -joint[j * n + i];
                }
            }
        }
        return out;
    }

    /** The packed X⊗Y of packed Hermitian matrices X of the part and Y of the rest, shape [D²]. */
    double[] product(double[] ofPart, double[] ofRest) {
        int n = part.length;
        double[] out = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double x = re(ofPart, partDimension, part[i], part[j]);
                double y = im(ofPart, partDimension, part[i], part[j]);
                double u = re(ofRest, restDimension, rest[i], rest[j]);
                double v = im(ofRest, restDimension, rest[i], rest[j]);
                out[i * n + j] = x * u - y * v;
                if (j < i) {
                    // above the diagonal stands the imaginary part of the element above it, which is that below with the other sign
                    out[j * n + i] = -(x * v + y * u);
                }
            }
        }
        return out;
    }

    /** Real part of the element (a, b) of a packed matrix. */
    static double re(double[] packed, int d, int a, int b) {
        return packed[Math.max(a, b) * d + Math.min(a, b)];
    }

    /** Imaginary part of the element (a, b) of a packed matrix. */
    static double im(double[] packed, int d, int a, int b) {
        return a == b ? 0 : a < b ? packed[a * d + b] : -packed[b * d + a];
    }
}
