package org.unravel.modelfile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.unravel.model.InitialState;
import org.unravel.model.InitialState.Component;
import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.Rounding;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/**
 * Mixed states as orthonormal kets with probabilities.
 *
 * <p>Probabilities up to {@link #ZERO} are rounding of zero: such kets are left out and the others scaled so that they add up to 1.
 */
final class Mixtures {

    /** Probabilities up to this are none. */
    static final double ZERO = InitialState.ZERO;
    /** Probabilities that agree to this part are one eigenvalue of ρ: some thousand roundings, as an expression may bring. */
    private static final double DEGENERATE = 1e-12;

    private Mixtures() {
    }

    /** One ket, normalised; its squared norm must be positive and finite. */
    static List<Component> pure(Ket ket) {
        double norm = Math.sqrt(ket.squaredNorm());
        return List.of(new Component(1, scaled(ket.re(), 1 / norm), scaled(ket.im(), 1 / norm)));
    }

    /** Every basis state with the same probability: the state 1/d. */
    static List<Component> uniform(int dimension) {
        return IntStream.range(0, dimension).mapToObj(k -> {
            double[] re = new double[dimension];
            re[k] = 1;
            return new Component(1.0 / dimension, re, new double[dimension]);
        }).toList();
    }

    /** The Gibbs state e^{−βH}/Z; energies are counted from the one of largest weight, so that nothing overflows. */
    static List<Component> gibbs(SparseMatrix hamiltonian, double beta) {
        HermitianEigen eigen = HermitianEigen.of(hamiltonian);
        double[] energies = eigen.values();
        double heaviest = beta >= 0 ? energies[0] : energies[energies.length - 1];
        double[] weights = new double[energies.length];
        double sum = 0;
        for (int k = 0; k < energies.length; k++) {
            weights[k] = Math.exp(-beta * (energies[k] - heaviest));
            sum += weights[k];
        }
        return mixture(scaled(weights, 1 / sum), eigen);
    }

    /** Eigenvectors with the given probabilities, those that are zero left out. */
    static List<Component> mixture(double[] probabilities, HermitianEigen eigen) {
        List<Component> kept = new ArrayList<>();
        double sum = 0;
        for (int k = 0; k < probabilities.length; k++) {
            if (probabilities[k] > ZERO) {
                sum += probabilities[k];
                kept.add(new Component(probabilities[k], eigen.vectorsRe()[k], eigen.vectorsIm()[k]));
            }
        }
        double total = sum;
        return kept.stream().map(c -> new Component(c.probability() / total, c.re(), c.im())).toList();
    }

    /** The product state; the first factor is slowest. */
    static List<Component> product(List<Component> first, List<Component> second) {
        List<Component> all = new ArrayList<>();
        for (Component a : first) {
            for (Component b : second) {
                all.add(product(a, b));
            }
        }
        return all;
    }

    private static Component product(Component a, Component b) {
        int n = b.re().length;
        double[] re = new double[a.re().length * n];
        double[] im = new double[re.length];
        for (int i = 0; i < a.re().length; i++) {
            for (int j = 0; j < n; j++) {
                re[i * n + j] = a.re()[i] * b.re()[j] - a.im()[i] * b.im()[j];
                im[i * n + j] = a.re()[i] * b.im()[j] + a.im()[i] * b.re()[j];
            }
        }
        return new Component(a.probability() * b.probability(), re, im);
    }

    /** The same state; inside each degenerate eigenspace of ρ the eigenvectors of H projected on it (model-file.md, "initial"). */
    static List<Component> alongEnergy(List<Component> components, SparseMatrix hamiltonian) {
        List<Component> sorted = new ArrayList<>(components);
        sorted.sort(Comparator.comparingDouble(Component::probability).reversed());
        List<Component> result = new ArrayList<>();
        for (int from = 0; from < sorted.size(); ) {
            int to = from + 1;
            while (to < sorted.size() && isOne(sorted.get(to - 1).probability(), sorted.get(to).probability())) {
                to++;
            }
            List<Component> space = sorted.subList(from, to);
            result.addAll(space.size() == 1 ? space : rotated(space, hamiltonian));
            from = to;
        }
        return result;
    }

    /** Equal to rounding: that of the smaller ones, and of any eigenvalue of a matrix of trace 1. */
    private static boolean isOne(double larger, double smaller) {
        return larger - smaller <= DEGENERATE * larger + Rounding.OF_SUM;
    }

    private static List<Component> rotated(List<Component> space, SparseMatrix hamiltonian) {
        HermitianEigen eigen = HermitianEigen.of(restricted(space, hamiltonian));
        int dimension = hamiltonian.dimension();
        List<Component> result = new ArrayList<>();
        for (int k = 0; k < space.size(); k++) {
            double[] re = new double[dimension];
            double[] im = new double[dimension];
            double probability = 0;
            for (int i = 0; i < space.size(); i++) {
                double x = eigen.vectorsRe()[k][i];
                double y = eigen.vectorsIm()[k][i];
                probability += (x * x + y * y) * space.get(i).probability();
                addScaled(re, im, x, y, space.get(i));
            }
            result.add(new Component(probability, re, im));
        }
        return result;
    }

    private static void addScaled(double[] re, double[] im, double x, double y, Component ket) {
        if (x == 0 && y == 0) {
            return;
        }
        for (int j = 0; j < re.length; j++) {
            re[j] += x * ket.re()[j] - y * ket.im()[j];
            im[j] += x * ket.im()[j] + y * ket.re()[j];
        }
    }

    /** The matrix ⟨v_i|H|v_j⟩. */
    private static SparseMatrix restricted(List<Component> space, SparseMatrix hamiltonian) {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(space.size());
        double[] re = new double[hamiltonian.dimension()];
        double[] im = new double[hamiltonian.dimension()];
        for (int j = 0; j < space.size(); j++) {
            hamiltonian.apply(space.get(j).re(), space.get(j).im(), re, im);
            for (int i = 0; i < space.size(); i++) {
                double[] vRe = space.get(i).re();
                double[] vIm = space.get(i).im();
                double x = 0;
                double y = 0;
                for (int k = 0; k < re.length; k++) {
                    x += vRe[k] * re[k] + vIm[k] * im[k];
                    y += vRe[k] * im[k] - vIm[k] * re[k];
                }
                builder.add(i, j, x, y);
            }
        }
        return builder.build();
    }

    private static double[] scaled(double[] values, double factor) {
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = factor * values[i];
        }
        return result;
    }
}
