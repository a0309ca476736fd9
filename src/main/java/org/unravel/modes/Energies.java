package org.unravel.modes;

import org.unravel.model.TimeGrid;

/**
 * Means of operators Σ F_ij a_i†a_j that do not depend on time, at all grid times at once: with F and the moments B by normal modes, ⟨F⟩ = Σ_ab F_ab B_ab e^{−i(ε_a−ε_b)t} is a quadratic form of cos εt and sin εt. Immutable.
 */
final class Energies {

    private final NormalModes modes;
    /** cos and sin of each frequency at each grid time, shape [modes][grid points]. */
    private final RealMatrix cosine;
    private final RealMatrix sine;
    private final RealMatrix[] parts = new RealMatrix[NormalModes.PARTS];

    Energies(NormalModes modes) {
        this.modes = modes;
        TimeGrid grid = modes.model().time();
        cosine = new RealMatrix(modes.count(), grid.pointCount());
        sine = new RealMatrix(modes.count(), grid.pointCount());
        for (int a = 0; a < modes.count(); a++) {
            for (int i = 0; i < grid.pointCount(); i++) {
                double phase = modes.frequencies()[a] * (grid.time(i) - grid.start());
                cosine.entries()[a * grid.pointCount() + i] = Math.cos(phase);
                sine.entries()[a * grid.pointCount() + i] = Math.sin(phase);
            }
        }
        for (int part = 0; part < parts.length; part++) {
            parts[part] = ofPart(part, diagonal(modes.local(part)));
        }
    }

    private static RealMatrix diagonal(double... entries) {
        RealMatrix all = new RealMatrix(entries.length, entries.length);
        for (int i = 0; i < entries.length; i++) {
            all.entries()[i * entries.length + i] = entries[i];
        }
        return all;
    }

    /** An operator of the local modes of a part, by normal modes. */
    RealMatrix ofPart(int part, RealMatrix operator) {
        RealMatrix vectors = modes.vectors(part);
        return vectors.transposed().times(operator.times(vectors));
    }

    /** Energies of part A, part B and their interaction, shape [3][grid points], of second moments ⟨a_j†a_i⟩ by normal modes. */
    double[][] of(ComplexMatrix numbers) {
        double total = 0;
        for (int a = 0; a < modes.count(); a++) {
            total += modes.frequencies()[a] * numbers.re().at(a, a);
        }
        double[] first = means(parts[0], numbers);
        double[] second = means(parts[1], numbers);
        double[] interaction = new double[first.length];
        for (int i = 0; i < interaction.length; i++) {
            interaction[i] = total - first[i] - second[i];
        }
        return new double[][] {first, second, interaction};
    }

    /** Means of one operator, symmetric, by normal modes. */
    double[] means(RealMatrix operator, ComplexMatrix numbers) {
        int points = cosine.columns();
        RealMatrix even = product(operator, numbers.re());
        RealMatrix odd = product(operator, numbers.im());
        RealMatrix ofCosine = even.times(cosine);
        RealMatrix ofSine = even.times(sine);
        RealMatrix mixed = odd.times(sine);
        double[] means = new double[points];
        for (int a = 0; a < modes.count(); a++) {
            for (int i = 0; i < points; i++) {
                double c = cosine.at(a, i);
                means[i] += c * ofCosine.at(a, i) + sine.at(a, i) * ofSine.at(a, i) - 2 * c * mixed.at(a, i);
            }
        }
        return means;
    }

    /** Entry by entry. */
    private static RealMatrix product(RealMatrix a, RealMatrix b) {
        RealMatrix all = new RealMatrix(a.rows(), a.columns());
        for (int i = 0; i < all.entries().length; i++) {
            all.entries()[i] = a.entries()[i] * b.entries()[i];
        }
        return all;
    }

    /** The energy that the displacement of each part has, shape [2][grid points]. */
    double[][] ofDisplacement(ComplexVector amplitude) {
        double[][] all = new double[NormalModes.PARTS][cosine.columns()];
        TimeGrid grid = modes.model().time();
        for (int part = 0; part < all.length && !amplitude.isZero(); part++) {
            RealMatrix vectors = modes.vectors(part);
            double[] local = modes.local(part);
            for (int i = 0; i < grid.pointCount(); i++) {
                ComplexVector a = new Instant(modes, grid.time(i) - grid.start()).amplitude(vectors, amplitude, 0);
                for (int j = 0; j < local.length; j++) {
                    all[part][i] += local[j] * (a.re()[j] * a.re()[j] + a.im()[j] * a.im()[j]);
                }
            }
        }
        return all;
    }
}
