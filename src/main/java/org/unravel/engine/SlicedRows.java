package org.unravel.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
record SlicedRows(int dimension, int[] realStart, int[] realOffset, int[] realPlace, int[] imaginaryStart, int[] imaginaryOffset,
        int[] imaginaryPlace, double[] coefficients, int[] flipMask, double[] flip, double[] innerFlip, Bands bands, double filling) {

    /** Rows of a slice: two of the widest vectors. */
    static final int HEIGHT = 16;

    /** All entries in slices. */
    static SlicedRows of(SparseMatrix a) {
        return of(a, UniformFlips.NONE);
    }

    /** Flips of a kind apart, the rest in slices. */
    static SlicedRows withFlips(SparseMatrix a, UniformFlips.Unit unit) {
        UniformFlips flips = UniformFlips.of(a, unit);
        return of(flips.withoutFrom(a), flips);
    }

    private static SlicedRows of(SparseMatrix a, UniformFlips flips) {
        Dictionary dictionary = new Dictionary();
        Part real = Part.of(a, a.re(), dictionary);
        Part imaginary = Part.of(a, a.im(), dictionary);
        int stored = HEIGHT * (real.offset.length + imaginary.offset.length);
        return new SlicedRows(a.dimension(), real.start, real.offset, real.place, imaginary.start, imaginary.offset, imaginary.place,
                dictionary.coefficients(), flips.outerMasks(), flips.outerValues(), flips.innerValues(),
                flips.masks().length > 0 ? Bands.NONE : Bands.of(a), stored == 0 ? 1 : (double) (real.count + imaginary.count) / stored);
    }

    /** Rows of all slices: the dimension, rounded up to whole slices. */
    static int rows(int dimension) {
        return (dimension + HEIGHT - 1) / HEIGHT * HEIGHT;
    }

    /** Length of an array for a ket with state 0 at {@link #HEIGHT} and zeros around. */
    static int paddedLength(int dimension) {
        return rows(dimension) + 2 * HEIGHT;
    }

    /** Number of slices. */
    int sliceCount() {
        return realStart.length - 1;
    }

    /** True if some of the matrix is in flips. */
    boolean hasFlips() {
        return flipMask.length > 0 || innerFlip[0] != 0 || innerFlip[1] != 0 || innerFlip[2] != 0 || innerFlip[3] != 0;
    }

    /** Bytes of its arrays. */
    long bytes() {
        return 4L * (realStart.length + imaginaryStart.length + 2 * (realOffset.length + imaginaryOffset.length) + flipMask.length)
                + 8L * (coefficients.length + flip.length + innerFlip.length) + bands.bytes();
    }

    /** Multiply-adds of whole slices of kets that a product makes. */
    int productCount() {
        if (bands.exist()) {
            return sliceCount() * (bands.realDiagonal() ? 1 : Bands.MOST);
        }
        return realOffset.length + imaginaryOffset.length + (hasFlips() ? sliceCount() * (flipMask.length + innerFlip.length) : 0);
    }

    /** The entries of one part of a matrix. */
    private record Part(int[] start, int[] offset, int[] place, int count) {

        static Part of(SparseMatrix a, double[] values, Dictionary dictionary) {
            int slices = rows(a.dimension()) / HEIGHT;
            int[] start = new int[slices + 1];
            int[] offset = new int[16];
            int[] place = new int[16];
            int entries = 0;
            int count = 0;
            for (int s = 0; s < slices; s++) {
                Map<Integer, double[]> slice = slice(a, values, s);
                for (Map.Entry<Integer, double[]> e : slice.entrySet()) {
                    if (entries == offset.length) {
                        offset = Arrays.copyOf(offset, 2 * entries);
                        place = Arrays.copyOf(place, 2 * entries);
                    }
                    offset[entries] = e.getKey();
                    place[entries++] = dictionary.place(e.getValue());
                    count += (int) Arrays.stream(e.getValue()).filter(v -> v != 0).count();
                }
                start[s + 1] = entries;
            }
            return new Part(start, Arrays.copyOf(offset, entries), Arrays.copyOf(place, entries), count);
        }

        private static Map<Integer, double[]> slice(SparseMatrix a, double[] values, int s) {
            Map<Integer, double[]> slice = new TreeMap<>();
            for (int i = s * HEIGHT; i < Math.min(a.dimension(), (s + 1) * HEIGHT); i++) {
                for (int p = a.rowStart()[i]; p < a.rowStart()[i + 1]; p++) {
                    if (values[p] != 0) {
                        slice.computeIfAbsent(a.columns()[p] - i, o -> new double[HEIGHT])[i - s * HEIGHT] = values[p];
                    }
                }
            }
            return slice;
        }
    }

    /** Finds equal vectors of coefficients again. */
    private static final class Dictionary {

        private final Map<List<Double>, Integer> places = new HashMap<>();
        private final List<double[]> vectors = new ArrayList<>();

        int place(double[] vector) {
            return places.computeIfAbsent(Arrays.stream(vector).boxed().toList(), v -> {
                vectors.add(vector);
                return (vectors.size() - 1) * HEIGHT;
            });
        }

        double[] coefficients() {
            double[] all = new double[vectors.size() * HEIGHT];
            for (int v = 0; v < vectors.size(); v++) {
                System.arraycopy(vectors.get(v), 0, all, v * HEIGHT, HEIGHT);
            }
            return all;
        }
    }
}
