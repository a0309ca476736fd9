package org.unravel.effective;

import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.SparseMatrixBuilder;

/** What the map of a part says at one time: L = Φ'Φ⁻¹, L' = Φ''Φ⁻¹ − L², its canonical K and K', and how well all this is conditioned. */
final class EffectivePoint {

    /** Rounding of the elements of a map. */
    private static final double ROUNDING = 0x1p-52;

    private final double time;
    private final DynamicalMap maps;
    private final SingularValues values;
    private final Superoperator generator;
    private final double[] hamiltonian;
    private final double[] change;
    private final double noise;

    EffectivePoint(double time, DynamicalMap maps) {
        this.time = time;
        this.maps = maps;
        this.values = SingularValues.of(maps.map());
        Superoperator inverse = values.inverse();
        this.generator = maps.first().times(inverse);
        this.hamiltonian = new CanonicalForm(generator).hamiltonian();
        Superoperator acceleration = maps.second().times(inverse);
        this.change = new CanonicalForm(acceleration.minus(generator.times(generator))).hamiltonian();
        this.noise = ROUNDING * values.condition() * (acceleration.norm() + generator.norm() * generator.norm());
    }

    double time() {
        return time;
    }

    /** K, packed, traceless. */
    double[] hamiltonian() {
        return hamiltonian;
    }

    /** K', packed. */
    double[] change() {
        return change;
    }

    /** Canonical rates, ascending. */
    double[] rates() {
        return new CanonicalForm(generator).rates();
    }

    /** Levels of K, ascending. */
    double[] levels() {
        int d = generator.dimension();
        SparseMatrixBuilder k = new SparseMatrixBuilder(d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                k.add(i, j, Bipartition.re(hamiltonian, d, i, j), Bipartition.im(hamiltonian, d, i, j));
            }
        }
        return HermitianEigen.of(k.build()).values();
    }

    /** What rounding may do to K': it grows as the square of the condition where the map vanishes. */
    double noise() {
        return noise;
    }

    double condition() {
        return values.condition();
    }

    /** A time in which the smallest singular value would vanish, or double, at its present pace; infinite where it rests. */
    double patience() {
        double slope = Math.abs(values.slopeOfLeast(maps.first()));
        return slope == 0 ? Double.POSITIVE_INFINITY : values.least() / slope;
    }

    /** The state of the part that began in a packed one, packed. */
    double[] state(double[] initial) {
        return maps.map().apply(initial);
    }

    /** Its derivative. */
    double[] stateChange(double[] initial) {
        return maps.first().apply(initial);
    }
}
