package org.unravel.reproduction;

/**
 * The three first laws of a two-level system at one instant, from its Bloch vector r and its field h in H = E_0 + h·σ and how both move: conventional, Hamiltonian-based and entropy-based. Rates are
 * per time, energies in the unit of h, entropy in nats; heat and work are positive into the system.
 *
 * @param r Bloch vector, shape [3]
 * @param rRate its rate
 * @param h field, shape [3], not zero
 * @param hRate its rate
 * @param offset E_0
 * @param offsetRate its rate
 * @see <a href="https://arxiv.org/abs/2104.10691">Juan-Delgado and Chenu (2021), eqs. (1)-(16)</a>
 */
record TwoLevelSplittings(double[] r, double[] rRate, double[] h, double[] hRate, double offset, double offsetRate) {

    /** Length of a Bloch vector that is rounding of none. */
    private static final double ORIGIN = 1e-13;

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    private static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    double length() {
        return norm(r);
    }

    /** dr/dt; at the origin the one that follows. */
    double lengthRate() {
        double length = length();
        return length > ORIGIN ? dot(r, rRate) / length : norm(rRate);
    }

    /** The cosine of the angle between r and h; at the origin the one that follows. */
    double cosine() {
        double length = length();
        return length > ORIGIN ? dot(h, r) / (norm(h) * length) : dot(h, rRate) / (norm(h) * norm(rRate));
    }

    /** artanh r: half the distance of the two eigenvalues of −ln ρ. */
    private double artanh() {
        double length = length();
        return length < 1 ? 0.5 * (Math.log1p(length) - Math.log1p(-length)) : Double.POSITIVE_INFINITY;
    }

    /** The cosine of the angle of r and h in the plane across z, in which a laser turns; where r is on the axis the one that follows. */
    double planeCosine() {
        double across = Math.hypot(r[0], r[1]);
        double[] v = across > ORIGIN ? r : rRate;
        return (h[0] * v[0] + h[1] * v[1]) / (Math.hypot(h[0], h[1]) * Math.hypot(v[0], v[1]));
    }

    /** 2|ρ_eg|. */
    double coherence() {
        return Math.hypot(r[0], r[1]);
    }

    double energy() {
        return offset + dot(h, r);
    }

    double entropy() {
        double length = Math.min(1, length());
        return term((1 + length) / 2) + term((1 - length) / 2);
    }

    private static double term(double p) {
        return p > 0 ? -p * Math.log(p) : 0;
    }

    double purity() {
        return (1 + dot(r, r)) / 2;
    }

    double beta() {
        return length() <= ORIGIN ? 0 : -artanh() * cosine() / norm(h);
    }

    double energyRate() {
        return offsetRate + dot(hRate, r) + dot(h, rRate);
    }

    double conventionalWork() {
        return offsetRate + dot(r, hRate);
    }

    double conventionalHeat() {
        return dot(h, rRate);
    }

    double hamiltonianWork() {
        return offsetRate + dot(h, r) * dot(h, hRate) / dot(h, h);
    }

    double hamiltonianHeat() {
        return energyRate() - hamiltonianWork();
    }

    double entropyWork() {
        return energyRate() - entropyHeat();
    }

    double entropyHeat() {
        return norm(h) * cosine() * lengthRate();
    }

    /** What the entropy-based work has over the conventional one. */
    double dissipativeWork() {
        return conventionalHeat() - entropyHeat();
    }

    /** d/dt of h·r + hr, where the field rests. */
    double ergotropyRate() {
        return dot(h, rRate) + norm(h) * lengthRate();
    }

    double entropyRate() {
        return length() <= ORIGIN ? 0 : -artanh() * lengthRate();
    }

    /** dS/dt − β dQ/dt of a splitting, without the difference of two infinities. */
    double irreversibleEntropy(double heatRate) {
        return length() <= ORIGIN ? 0 : -artanh() * (lengthRate() - cosine() / norm(h) * heatRate);
    }
}
