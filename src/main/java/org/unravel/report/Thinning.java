package org.unravel.report;

import java.util.stream.IntStream;

/** Which points of many are shown. */
final class Thinning {

    private Thinning() {
    }

    /** All of so many points, or evenly spread ones of them with the first and the last. */
    static int[] indices(int length, int most) {
        return length <= most ? IntStream.range(0, length).toArray() : IntStream.range(0, most).map(i -> (int) ((long) i * (length - 1) / (most - 1))).toArray();
    }
}
