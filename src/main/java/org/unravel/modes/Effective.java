package org.unravel.modes;

/**
 * The generator of minimal dissipation of one part: K = Σ k_ij a_i†a_j + Σ(φ_i a_i† + h.c.) and what it dissipates. With ⟨a⟩ = M⟨a⟩₀ + d, where d is what a displaced partner adds, ⟨a⟩' = G⟨a⟩ + f,
 * G = M'M⁻¹, f = d' − Gd. Jump operators linear in a and a†, without a constant, give G a Hermitian matrix and nothing else, so that k = (i/2)(G − G†) and, as [a, φa†] = φ, φ = i f.
 *
 * @param k shape [modes of the part][modes of the part], Hermitian, in local modes
 * @param kRate its rate
 * @param drive φ, shape [modes of the part]
 * @param driveRate its rate
 * @param generator G
 * @param map M, which becomes singular where the generator does not exist
 * @param inverse M⁻¹
 * @see <a href="https://doi.org/10.1103/PhysRevA.105.052216">Colla and Breuer (2022), Phys. Rev. A 105, 052216</a>
 */
record Effective(ComplexMatrix k, ComplexMatrix kRate, ComplexVector drive, ComplexVector driveRate, ComplexMatrix generator, ComplexMatrix map, ComplexMatrix inverse) {

    /**
     * At a time.
     *
     * @param part rows of V of the part
     * @param partner amplitudes of the normal modes at the start that the partner alone is displaced by
     */
    static Effective of(Instant instant, RealMatrix part, ComplexVector partner) {
        ComplexMatrix map = instant.propagator(part, part, 0);
        ComplexMatrix inverse = Inverse.of(map);
        ComplexMatrix g = instant.propagator(part, part, 1).times(inverse);
        ComplexMatrix gRate = instant.propagator(part, part, 2).times(inverse).plus(-1, g.times(g));
        ComplexVector f = ComplexVector.zero(part.rows());
        ComplexVector fRate = f;
        if (!partner.isZero()) {
            ComplexVector d = instant.amplitude(part, partner, 0);
            ComplexVector dRate = instant.amplitude(part, partner, 1);
            f = dRate.plus(-1, g.times(d));
            fRate = instant.amplitude(part, partner, 2).plus(-1, gRate.times(d)).plus(-1, g.times(dRate));
        }
        return new Effective(hamiltonian(g), hamiltonian(gRate), f.turned(), fRate.turned(), g, map, inverse);
    }

    /** (i/2)(G − G†). */
    private static ComplexMatrix hamiltonian(ComplexMatrix g) {
        return g.plus(-1, g.adjoint()).scaled(0, 0.5);
    }

    /** −(G + G†): its eigenvalues are rates at which quanta leave, or, where they are negative, come back. */
    ComplexMatrix damping() {
        return generator.plus(1, generator.adjoint()).scaled(-1, 0);
    }

    /** ‖M‖ ‖M⁻¹‖ by singular values. */
    double condition() {
        return Math.sqrt(largest(map.times(map.adjoint())) * largest(inverse.times(inverse.adjoint())));
    }

    private static double largest(ComplexMatrix square) {
        double[] values = HermitianSpectrum.of(square);
        return values[values.length - 1];
    }

    /** An upper bound of the condition, by norms of Frobenius, at most as many times as large as there are modes. */
    double conditionBound() {
        return map.norm() * inverse.norm();
    }

    /** Tr G: the rate of ln det M, which is singular wherever M is. */
    double[] trace() {
        double[] trace = new double[2];
        for (int i = 0; i < generator.rows(); i++) {
            trace[0] += generator.re().at(i, i);
            trace[1] += generator.im().at(i, i);
        }
        return trace;
    }
}
