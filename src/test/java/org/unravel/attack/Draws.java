package org.unravel.attack;

import java.util.SplittableRandom;

/** Random choices of one model: the same seed gives the same choices. */
final class Draws {

    private final SplittableRandom random;

    Draws(long seed) {
        this.random = new SplittableRandom(seed);
    }

    double uniform(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    double logUniform(double low, double high) {
        return Math.exp(uniform(Math.log(low), Math.log(high)));
    }

    /** A number of few digits, so that a model file can be read. */
    double rounded(double value) {
        return Double.parseDouble(String.format(java.util.Locale.ROOT, "%.3g", value));
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** From 0 (inclusive) to {@code count} (exclusive). */
    int index(int count) {
        return random.nextInt(count);
    }

    @SafeVarargs
    final <T> T oneOf(T... choices) {
        return choices[index(choices.length)];
    }

    <T> T oneOf(java.util.List<T> choices) {
        return choices.get(index(choices.size()));
    }

    double sign() {
        return chance(0.5) ? 1 : -1;
    }
}
