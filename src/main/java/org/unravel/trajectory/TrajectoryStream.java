package org.unravel.trajectory;

import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;

/**
 * The random stream of one trajectory, a function of seed and trajectory index alone.
 *
 * <p>The four words of the generator's state are hashes of (seed, index), so streams need no order of creation and any thread may make any
 * of them. Draws come in the order of events: the initial ket where the state is mixed, the law where the model has a bias, the first jump threshold, then for every jump the
 * channel and the next threshold.
 *
 * @see <a href="https://doi.org/10.1145/3460772">Blackman and Vigna (2021), ACM TOMS 47, 36</a>
 */
public final class TrajectoryStream {

    /** ASCII of "measured": any constant does, as it goes through the hash. */
    private static final long FINAL_MEASUREMENT = 0x6d65617375726564L;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private final XoShiRo256PlusPlus generator;

    /** The stream of trajectory {@code index} ≥ 0 under a seed. */
    public TrajectoryStream(long seed, long index) {
        long base = mix(seed + GOLDEN) + index * GOLDEN;
        long a = mix(base);
        long b = mix(a ^ base + 2 * GOLDEN);
        generator = new XoShiRo256PlusPlus(a, b, mix(b ^ base + 3 * GOLDEN), mix(b + a ^ base + 5 * GOLDEN));
    }

    /**
     * The stream from which the outcomes of the final measurements of trajectory {@code index} are drawn. It is apart from the stream of its
     * jumps, which are the same with and without a measurement.
     */
    public static TrajectoryStream ofFinalMeasurement(long seed, long index) {
        return new TrajectoryStream(mix(seed ^ FINAL_MEASUREMENT), index);
    }

    /** Stafford's variant 13 of the MurmurHash3 finaliser: a bijection of 64 bits with good avalanche. */
    private static long mix(long z) {
        long x = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        x = (x ^ x >>> 27) * 0x94d049bb133111ebL;
        return x ^ x >>> 31;
    }

    /** A number in [0, 1). */
    public double nextUniform() {
        return (generator.nextLong() >>> 11) * 0x1.0p-53;
    }

    /** The survival probability at which the next jump happens: a number in (0, 1] (physics.md, "The trajectories"). */
    public double nextJumpThreshold() {
        return ((generator.nextLong() >>> 11) + 1) * 0x1.0p-53;
    }
}
