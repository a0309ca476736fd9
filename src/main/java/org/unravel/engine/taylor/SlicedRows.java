package org.unravel.engine.taylor;

import java.util.Map;
import java.util.TreeMap;

import org.unravel.engine.drive.Drive;
import org.unravel.numeric.SparseMatrix;

/**
 * A sparse matrix for loops along the state index: rows in slices of {@link #HEIGHT}, in each slice one entry for each offset column − row that
 * occurs there, with the coefficients of all its rows. So a slice of a product is a few multiply-adds of whole vectors at shifted places, without
 * gathers.
 *
 * <p>Operators of product spaces have few offsets: one of a single site of stride s joins states at multiples of s. A ladder operator has one
 * entry a slice, σ_x one where s ≥ HEIGHT and two (half filled) below. Equal coefficients are stored once, so that those of a chain of spins stay in the
 * first-level cache whatever its length. A matrix without such order is still right; its entries are then mostly zeros
 * ({@link #filling}).
 *
 * <p>Real and imaginary parts are lists of their own: entries of physics are mostly one or the other. Kets have {@link #HEIGHT} zeros before and
 * after them, see {@link #paddedLength}, as shifted vectors may reach over the ends.
 *
 * <p><b>Flips.</b> A sum of σ_x over a chain of spins joins state i to i xor a power of two, all with one coefficient. Where a kernel asks for them, such
 * parts of a matrix of dimension 2^n are taken out as flips: no coefficients are read, and those inside a slice are permutations in registers. Flips
 * are all real or all imaginary, as those of an energy and of its generator are.
 *
 * @param dimension D
 * @param realStart slice s has the real entries from {@code realStart[s]} (inclusive) to {@code realStart[s + 1]} (exclusive)
 * @param realOffset column − row of each
 * @param realPlace where its coefficients start in {@code coefficients}
 * @param imaginaryStart the same for the imaginary part
 * @param imaginaryOffset offsets
 * @param imaginaryPlace places
 * @param coefficients {@link #HEIGHT} values at each place
 * @param flipMask masks of the flips beyond a slice: multiples of {@link #HEIGHT}
 * @param flip coefficient of each, or its imaginary part
 * @param innerFlip the same of the flips of masks 1, 2, 4 and 8, zero for those that there are not
 * @param bands the whole matrix once more, if it has few diagonals
 * @param filling share of the stored coefficients that are not zero
 */
public record SlicedRows(int dimension, int[] realStart, int[] realOffset, int[] realPlace, int[] imaginaryStart, int[] imaginaryOffset,
        int[] imaginaryPlace, double[] coefficients, int[] flipMask, double[] flip, double[] innerFlip, Bands bands, double filling) {

    /** Rows of a slice: two of the widest vectors. */
    public static final int HEIGHT = 16;

    /** All entries in slices. */
    public static SlicedRows of(SparseMatrix a) {
        return SlicedTerms.of(new TreeMap<>(Map.of(Drive.ONE, a))).rows();
    }

    /** Flips of a kind apart, the rest in slices. */
    public static SlicedRows withFlips(SparseMatrix a, UniformFlips.Unit unit) {
        return SlicedTerms.withFlips(new TreeMap<>(Map.of(Drive.ONE, a)), unit).rows();
    }

    /** The same matrix without its {@link Bands}. */
    public SlicedRows withoutBands() {
        return new SlicedRows(dimension, realStart, realOffset, realPlace, imaginaryStart, imaginaryOffset, imaginaryPlace, coefficients, flipMask,
                flip, innerFlip, Bands.NONE, filling);
    }

    /** Rows of all slices: the dimension, rounded up to whole slices. */
    public static int rows(int dimension) {
        return (dimension + HEIGHT - 1) / HEIGHT * HEIGHT;
    }

    /** Length of an array for a ket with state 0 at {@link #HEIGHT} and zeros around. */
    public static int paddedLength(int dimension) {
        return rows(dimension) + 2 * HEIGHT;
    }

    /** Number of slices. */
    public int sliceCount() {
        return realStart.length - 1;
    }

    /** True if some of the matrix is in flips. */
    boolean hasFlips() {
        return flipMask.length > 0 || innerFlip[0] != 0 || innerFlip[1] != 0 || innerFlip[2] != 0 || innerFlip[3] != 0;
    }

    /** Bytes of its arrays. */
    public long bytes() {
        return 4L * (realStart.length + imaginaryStart.length + 2 * (realOffset.length + imaginaryOffset.length) + flipMask.length)
                + 8L * (coefficients.length + flip.length + innerFlip.length) + bands.bytes();
    }

    /** Multiply-adds of whole slices of kets that a product makes. */
    public int productCount() {
        if (bands.exist()) {
            return sliceCount() * (bands.realDiagonal() ? 1 : Bands.MOST);
        }
        return realOffset.length + imaginaryOffset.length + (hasFlips() ? sliceCount() * (flipMask.length + innerFlip.length) : 0);
    }
}
