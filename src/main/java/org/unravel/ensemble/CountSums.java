package org.unravel.ensemble;

import java.math.BigInteger;
import java.util.Arrays;

import org.unravel.statistics.MomentCells;

/**
 * Sums of powers to fourth order of whole numbers at every grid time over the trajectories of one block, all of weight 1: exact, and so the same for any number of lanes.
 *
 * <p>A sum is a word of 64 bits until a number goes {@linkplain CountPowers#NARROW far} from 0, and two from then on.
 */
final class CountSums {

    private static final int POWERS = CountPowers.POWERS;

    private final long[] low;
    private final int[] pivot;
    /** Empty as long as one word is enough. */
    private long[] high = {};

    /** Sums over cells. */
    CountSums(int cells) {
        low = new long[cells * POWERS];
        pivot = new int[cells];
    }

    void clear() {
        Arrays.fill(low, 0);
        high = new long[0];
    }

    /** The number of the block's first trajectory, from which distances are taken so that few digits are lost. */
    void setPivot(int cell, int number) {
        pivot[cell] = number;
    }

    /** Adds the sums of a group to a cell. */
    void add(int cell, CountPowers powers) {
        int base = cell * POWERS;
        if (powers.isWide() || high.length > 0) {
            addWide(base, powers.numbers());
            return;
        }
        long[] of = powers.sums();
        for (int k = 0; k < POWERS; k++) {
            low[base + k] += of[k];
        }
    }

    private void addWide(int base, int[] numbers) {
        if (high.length == 0) {
            high = new long[low.length];
            Arrays.setAll(high, i -> low[i] >> 63);
        }
        for (long n : numbers) {
            long cube = n * n * n;
            long square = n * n;
            carry(base, n, n >> 63);
            carry(base + 1, square, 0);
            carry(base + 2, cube, Math.multiplyHigh(square, n));
            carry(base + 3, square * square, Math.multiplyHigh(square, square));
        }
    }

    private void carry(int place, long lowWord, long highWord) {
        low[place] += lowWord;
        high[place] += highWord + (Long.compareUnsigned(low[place], lowWord) < 0 ? 1 : 0);
    }

    /** Puts the moments of a cell, of so many trajectories, into those of the block. */
    void set(int cell, long count, MomentCells cells) {
        int base = cell * POWERS;
        cells.set(cell, pivot[cell], high.length == 0 ? narrow(base, count, pivot[cell]) : wide(base, count, pivot[cell]));
    }

    /** Σ(n − p)^k from Σn^k, modulo 2⁶⁴ on the way: what comes out is smaller, so it is exact. */
    private double[] narrow(int base, long count, long p) {
        long s1 = low[base];
        long s2 = low[base + 1];
        long s3 = low[base + 2];
        long s4 = low[base + 3];
        return new double[] {count, s1 - p * count, s2 - p * (2 * s1 - p * count), s3 - p * (3 * s2 - p * (3 * s1 - p * count)),
            s4 - p * (4 * s3 - p * (6 * s2 - p * (4 * s1 - p * count)))};
    }

    private double[] wide(int base, long count, long pivotNumber) {
        BigInteger p = BigInteger.valueOf(pivotNumber);
        double[] about = new double[MomentSums.POWERS];
        for (int k = 0; k < about.length; k++) {
            BigInteger sum = BigInteger.ZERO;
            BigInteger factor = BigInteger.ONE;
            for (int j = k; j >= 0; j--) {
                sum = sum.add(factor.multiply(j == 0 ? BigInteger.valueOf(count) : number(base + j - 1)));
                // C(k, j − 1)(−p)^(k − j + 1) from C(k, j)(−p)^(k − j)
                factor = factor.multiply(p.negate()).multiply(BigInteger.valueOf(j)).divide(BigInteger.valueOf(k - j + 1));
            }
            about[k] = sum.doubleValue();
        }
        return about;
    }

    private BigInteger number(int place) {
        return BigInteger.valueOf(high[place]).shiftLeft(Long.SIZE).add(new BigInteger(Long.toUnsignedString(low[place])));
    }
}
