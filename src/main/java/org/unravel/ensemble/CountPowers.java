package org.unravel.ensemble;

import java.util.Arrays;

/**
 * A whole number of each trajectory of a lane group that jumps change, such as jumps of a channel or quanta received, and Σn to Σn⁴ over the group.
 *
 * <p>The sums change with the jump and not with the grid time, so that a grid time costs the same whatever the number of lanes. They are kept modulo 2⁶⁴, and are exact,
 * so the same for any number of lanes, as long as no number has been {@linkplain #NARROW far} from 0.
 */
final class CountPowers {

    /** Σ(n − p)⁴ over a block of at most 2¹¹ trajectories is below 2⁶³ where neither n nor p is beyond. */
    static final int NARROW = (1 << 12) - 1;
    static final int POWERS = 4;

    private final int[] numbers;
    private final long[] sums = new long[POWERS];
    private int least;
    private int most;

    /** For groups of up to so many lanes. */
    CountPowers(int lanes) {
        numbers = new int[lanes];
    }

    /** A new group, of zeros. */
    void clear() {
        Arrays.fill(numbers, 0);
        Arrays.fill(sums, 0);
        least = 0;
        most = 0;
    }

    /** A trajectory's number grows by a whole step. */
    void add(int lane, int step) {
        long from = numbers[lane];
        long to = from + step;
        numbers[lane] = (int) to;
        least = Math.min(least, (int) to);
        most = Math.max(most, (int) to);
        long sum = step * (to + from);
        long squares = to * to + from * from;
        sums[0] += step;
        sums[1] += sum;
        // to³ − from³ = step (to² + to·from + from²), to⁴ − from⁴ = step (to + from)(to² + from²)
        sums[2] += step * (squares + to * from);
        sums[3] += sum * squares;
    }

    /** Whether a number of the group has been so far from 0 that the sums of a block may leave a word. */
    boolean isWide() {
        return least < -NARROW || most > NARROW;
    }

    /** Σn^(k + 1) modulo 2⁶⁴ for k = 0 to 3. */
    long[] sums() {
        return sums;
    }

    /** The number of each lane, shape [lanes]; 0 where there is no trajectory. */
    int[] numbers() {
        return numbers;
    }
}
