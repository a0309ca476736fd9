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
 * @param dimension D
 * @param realStart slice s has the real entries from {@code realStart[s]} (inclusive) to {@code realStart[s + 1]} (exclusive)
 * @param realOffset column − row of each
 * @param realPlace where its coefficients start in {@code coefficients}
 * @param imaginaryStart the same for the imaginary part
 * @param imaginaryOffset offsets
 * @param imaginaryPlace places
 * @param coefficients {@link #HEIGHT} values at each place
 * @param filling share of the stored coefficients that are not zero
 */
record SlicedRows(int dimension, int[] realStart, int[] realOffset, int[] realPlace, int[] imaginaryStart, int[] imaginaryOffset,
        int[] imaginaryPlace, double[] coefficients, double filling) {

    /** Rows of a slice: two of the widest vectors. */
    static final int HEIGHT = 16;

    static SlicedRows of(SparseMatrix a) {
        Dictionary dictionary = new Dictionary();
        Part real = Part.of(a, a.re(), dictionary);
        Part imaginary = Part.of(a, a.im(), dictionary);
        int stored = HEIGHT * (real.offset.length + imaginary.offset.length);
        return new SlicedRows(a.dimension(), real.start, real.offset, real.place, imaginary.start, imaginary.offset, imaginary.place,
                dictionary.coefficients(), stored == 0 ? 1 : (double) (real.count + imaginary.count) / stored);
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

    /** Vectors of {@link #HEIGHT} coefficients that a product reads. */
    int entryCount() {
        return realOffset.length + imaginaryOffset.length;
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
