package org.unravel.engine.taylor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.unravel.engine.drive.Drive;
import org.unravel.numeric.SparseMatrix;

/**
 * A sum of sparse matrices over the functions of a {@link Drive}, Σ_f u_f(t) A_f, in one pattern of slices: at a time it is a {@link SlicedRows} whose
 * coefficients are sums over f. Coefficients that are equal in all A_f are stored once, so that few sums are formed. Immutable.
 *
 * @param rows the pattern, with the coefficients of the first matrix
 * @param functions f of each matrix
 * @param coefficients coefficients of each matrix, in the places that {@code rows} says
 * @param flip flips beyond a slice
 * @param innerFlip flips inside
 * @param bands diagonals
 */
public record SlicedTerms(SlicedRows rows, int[] functions, double[][] coefficients, double[][] flip, double[][] innerFlip, List<Bands> bands) {

    /** All entries in slices. */
    public static SlicedTerms of(SortedMap<Integer, SparseMatrix> terms) {
        return of(terms, terms.values().stream().map(a -> UniformFlips.NONE).toList());
    }

    /** Flips of a kind apart, the rest in slices. */
    public static SlicedTerms withFlips(SortedMap<Integer, SparseMatrix> terms, UniformFlips.Unit unit) {
        return of(terms, UniformFlips.of(List.copyOf(terms.values()), unit));
    }

    private static SlicedTerms of(SortedMap<Integer, SparseMatrix> terms, List<UniformFlips> flips) {
        int[] functions = terms.keySet().stream().mapToInt(f -> f).toArray();
        List<SparseMatrix> rest = new ArrayList<>();
        for (SparseMatrix a : terms.values()) {
            UniformFlips taken = flips.get(rest.size());
            rest.add(taken.masks().length == 0 ? a : taken.withoutFrom(a));
        }
        Dictionary dictionary = new Dictionary(functions.length);
        Part real = Part.of(rest, rest.stream().map(SparseMatrix::re).toList(), dictionary);
        Part imaginary = Part.of(rest, rest.stream().map(SparseMatrix::im).toList(), dictionary);
        int stored = SlicedRows.HEIGHT * (real.offset.length + imaginary.offset.length);
        double filling = stored == 0 ? 1 : (double) (real.count + imaginary.count) / stored;
        List<Bands> bands = flips.get(0).masks().length > 0 ? rest.stream().map(a -> Bands.NONE).toList() : Bands.of(rest);
        double[][] coefficients = new double[functions.length][];
        Arrays.setAll(coefficients, dictionary::coefficients);
        double[][] outer = flips.stream().map(UniformFlips::outerValues).toArray(double[][]::new);
        double[][] inner = flips.stream().map(UniformFlips::innerValues).toArray(double[][]::new);
        SlicedRows rows = new SlicedRows(rest.get(0).dimension(), real.start, real.offset, real.place, imaginary.start, imaginary.offset,
                imaginary.place, coefficients[0], flips.get(0).outerMasks(), outer[0], inner[0], widest(bands), filling);
        return new SlicedTerms(rows, functions, coefficients, outer, inner, bands);
    }

    /** Bands that have no imaginary part only if none of the matrices has one. */
    private static Bands widest(List<Bands> bands) {
        return bands.stream().filter(b -> !b.realDiagonal()).findFirst().orElse(bands.get(0));
    }

    /** True if it does not depend on time. */
    public boolean isConstant() {
        return functions.length == 1 && functions[0] == Drive.ONE;
    }

    /** Bytes of its arrays. */
    public long bytes() {
        long bytes = rows.bytes();
        for (int i = 1; i < functions.length; i++) {
            bytes += 8L * (coefficients[i].length + flip[i].length + innerFlip[i].length) + bands.get(i).bytes();
        }
        return bytes;
    }

    /** The entries of one part of all matrices. */
    private record Part(int[] start, int[] offset, int[] place, int count) {

        static Part of(List<SparseMatrix> terms, List<double[]> values, Dictionary dictionary) {
            int slices = SlicedRows.rows(terms.get(0).dimension()) / SlicedRows.HEIGHT;
            int[] start = new int[slices + 1];
            int[] offset = new int[16];
            int[] place = new int[16];
            int entries = 0;
            int count = 0;
            for (int s = 0; s < slices; s++) {
                Map<Integer, double[]> slice = slice(terms, values, s);
                for (Map.Entry<Integer, double[]> e : slice.entrySet()) {
                    if (entries == offset.length) {
                        offset = Arrays.copyOf(offset, 2 * entries);
                        place = Arrays.copyOf(place, 2 * entries);
                    }
                    offset[entries] = e.getKey();
                    place[entries++] = dictionary.place(e.getValue());
                    count += nonZero(e.getValue());
                }
                start[s + 1] = entries;
            }
            return new Part(start, Arrays.copyOf(offset, entries), Arrays.copyOf(place, entries), count);
        }

        /** By offset, the coefficients of the slice in each matrix one after the other. */
        private static Map<Integer, double[]> slice(List<SparseMatrix> terms, List<double[]> values, int s) {
            Map<Integer, double[]> slice = new TreeMap<>();
            for (int f = 0; f < terms.size(); f++) {
                SparseMatrix a = terms.get(f);
                int first = s * SlicedRows.HEIGHT;
                for (int i = first; i < Math.min(a.dimension(), first + SlicedRows.HEIGHT); i++) {
                    for (int p = a.rowStart()[i]; p < a.rowStart()[i + 1]; p++) {
                        if (values.get(f)[p] != 0) {
                            slice.computeIfAbsent(a.columns()[p] - i, o -> new double[terms.size() * SlicedRows.HEIGHT])[f * SlicedRows.HEIGHT + i - first] = values.get(f)[p];
                        }
                    }
                }
            }
            return slice;
        }

        private static int nonZero(double[] vector) {
            int count = 0;
            for (int i = 0; i < SlicedRows.HEIGHT; i++) {
                boolean any = false;
                for (int j = i; j < vector.length; j += SlicedRows.HEIGHT) {
                    any |= vector[j] != 0;
                }
                count += any ? 1 : 0;
            }
            return count;
        }
    }

    /** Finds equal vectors of coefficients again. */
    private static final class Dictionary {

        private final int terms;
        private final Map<List<Double>, Integer> places = new HashMap<>();
        private final List<double[]> vectors = new ArrayList<>();

        Dictionary(int terms) {
            this.terms = terms;
        }

        int place(double[] vector) {
            return places.computeIfAbsent(Arrays.stream(vector).boxed().toList(), v -> {
                vectors.add(vector);
                return (vectors.size() - 1) * SlicedRows.HEIGHT;
            });
        }

        double[] coefficients(int term) {
            double[] all = new double[vectors.size() * SlicedRows.HEIGHT];
            for (int v = 0; v < vectors.size(); v++) {
                System.arraycopy(vectors.get(v), term * SlicedRows.HEIGHT, all, v * SlicedRows.HEIGHT, SlicedRows.HEIGHT);
            }
            return all;
        }
    }
}
