package org.unravel.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.SparseMatrixBuilder;

/**
 * The initial state as a mixture of orthonormal kets. A pure state has one.
 *
 * @param components kets with their probabilities, which are positive and add up to 1
 * @param losses what ladders that end cut off coherent and thermal states before they were normalised; only what is not zero
 */
public record InitialState(List<Component> components, List<StartLoss> losses) {

    /** Rounding of an eigenvalue of ρ, whose trace is 1: a few units of 2⁻⁵². */
    public static final double ZERO = 1e-15;

    /**
     * One ket of the mixture.
     *
     * @param probability its probability
     * @param re real parts of the normalised ket
     * @param im imaginary parts
     */
    public record Component(double probability, double[] re, double[] im) {
    }

    /** Copies the lists. */
    public InitialState {
        components = List.copyOf(components);
        losses = List.copyOf(losses);
    }

    /** A state of which nothing is cut off. */
    public InitialState(List<Component> components) {
        this(components, List.of());
    }

    /** A pure state from a normalised ket. */
    public static InitialState pure(double[] re, double[] im) {
        return new InitialState(List.of(new Component(1, re, im)));
    }

    /** The ket that a uniform number in [0, 1) chooses. */
    public int componentAt(double uniform) {
        double rest = uniform;
        for (int c = 0; c < components.size(); c++) {
            rest -= components.get(c).probability();
            if (rest < 0) {
                return c;
            }
        }
        return components.size() - 1;
    }

    /**
     * The state after a projective measurement whose outcome is not looked at: ρ → Σ_n Π_n ρ Π_n.
     *
     * <p>Its kets are eigenvectors of that state inside the eigenspaces Π_n, so each has one outcome and they are orthonormal; a ket projected on a
     * degenerate eigenspace stays one ket. Probabilities up to {@link #ZERO} are left out and the others scaled to add up to 1.
     */
    public InitialState measured(Eigenspaces spaces) {
        List<Component> projected = new ArrayList<>();
        for (int n = 0; n < spaces.count(); n++) {
            projected.addAll(projected(spaces, n));
        }
        double total = projected.stream().mapToDouble(Component::probability).sum();
        return new InitialState(projected.stream().map(c -> new Component(c.probability() / total, c.re(), c.im())).toList(), losses);
    }

    private List<Component> projected(Eigenspaces spaces, int space) {
        int[] vectors = IntStream.range(0, spaces.spaceOf().length).filter(k -> spaces.spaceOf()[k] == space).toArray();
        HermitianEigen basis = spaces.eigen();
        SparseMatrixBuilder restricted = new SparseMatrixBuilder(vectors.length);
        for (Component c : components) {
            double[][] amplitudes = amplitudes(basis, vectors, c);
            for (int i = 0; i < vectors.length; i++) {
                for (int j = 0; j < vectors.length; j++) {
                    double p = c.probability();
                    restricted.add(i, j, p * (amplitudes[i][0] * amplitudes[j][0] + amplitudes[i][1] * amplitudes[j][1]),
                            p * (amplitudes[i][1] * amplitudes[j][0] - amplitudes[i][0] * amplitudes[j][1]));
                }
            }
        }
        HermitianEigen inside = HermitianEigen.of(restricted.build());
        List<Component> kept = new ArrayList<>();
        for (int k = 0; k < vectors.length; k++) {
            if (inside.values()[k] > ZERO) {
                kept.add(combination(basis, vectors, inside.vectorsRe()[k], inside.vectorsIm()[k], inside.values()[k]));
            }
        }
        return kept;
    }

    /** ⟨v|ψ⟩ for each of some basis vectors, shape [vectors][2]. */
    private static double[][] amplitudes(HermitianEigen basis, int[] vectors, Component ket) {
        double[][] amplitudes = new double[vectors.length][2];
        for (int i = 0; i < vectors.length; i++) {
            double[] vRe = basis.vectorsRe()[vectors[i]];
            double[] vIm = basis.vectorsIm()[vectors[i]];
            for (int k = 0; k < vRe.length; k++) {
                amplitudes[i][0] += vRe[k] * ket.re()[k] + vIm[k] * ket.im()[k];
                amplitudes[i][1] += vRe[k] * ket.im()[k] - vIm[k] * ket.re()[k];
            }
        }
        return amplitudes;
    }

    private static Component combination(HermitianEigen basis, int[] vectors, double[] cRe, double[] cIm, double probability) {
        double[] re = new double[basis.values().length];
        double[] im = new double[re.length];
        for (int i = 0; i < vectors.length; i++) {
            double[] vRe = basis.vectorsRe()[vectors[i]];
            double[] vIm = basis.vectorsIm()[vectors[i]];
            for (int k = 0; k < re.length; k++) {
                re[k] += cRe[i] * vRe[k] - cIm[i] * vIm[k];
                im[k] += cRe[i] * vIm[k] + cIm[i] * vRe[k];
            }
        }
        return new Component(probability, re, im);
    }

    /** True if there is one ket. */
    public boolean isPure() {
        return components.size() == 1;
    }
}
