package org.unravel.bath.coupling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeDependentOperator.Term;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/**
 * Floquet modes as Fourier sums, |φ_n(t)⟩ = Σ_k |φ_n^{(k)}⟩e^{−ikωt}, and operators between them. A mode has few harmonics, and many of their entries are none: products of sums are shorter
 * work than products at all times of a period.
 */
final class ModeHarmonics {

    /** Modes have norm 1, and are known to some of this: smaller entries of a harmonic are none. */
    private static final double NEGLIGIBLE = 1e-15;
    /** Of the largest entry of an operator: entries that are its rounding. */
    private static final double ROUNDING = 1e-13;

    private final FloquetModes modes;
    private final List<List<Ket>> kets = new ArrayList<>();

    /** The ket of one harmonic: its entries that are not zero. */
    private record Ket(int order, int[] places, double[] re, double[] im) {
    }

    /**
     * The harmonics.
     *
     * @param samples equal steps of a period at which the modes are resolved
     */
    ModeHarmonics(FloquetModes modes, FloquetModes.Samples samples) {
        this.modes = modes;
        for (int n = 0; n < modes.dimension(); n++) {
            kets.add(kets(n, samples));
        }
    }

    private List<Ket> kets(int n, FloquetModes.Samples samples) {
        int d = modes.dimension();
        double[][] re = new double[d][samples.count()];
        double[][] im = new double[d][samples.count()];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < samples.count(); j++) {
                re[i][j] = samples.re()[j][n][i];
                im[i][j] = samples.im()[j][n][i];
            }
            modes.coefficients(re[i], im[i]);
        }
        List<Ket> found = new ArrayList<>();
        for (int k = 0; k < samples.count(); k++) {
            int at = k;
            int[] places = IntStream.range(0, d).filter(i -> Math.hypot(re[i][at], im[i][at]) > NEGLIGIBLE).toArray();
            if (places.length > 0) {
                found.add(new Ket(FloquetModes.order(k, samples.count()), places, Arrays.stream(places).mapToDouble(i -> re[i][at]).toArray(),
                        Arrays.stream(places).mapToDouble(i -> im[i][at]).toArray()));
            }
        }
        return found;
    }

    /** Σ S^{(q)}_nm e^{−iqωt}|φ_n(t)⟩⟨φ_m(t)| over some components. */
    TimeDependentOperator operator(List<FloquetComponents.Component> components) {
        Map<Integer, List<FloquetComponents.Component>> byMode = components.stream().collect(Collectors.groupingBy(FloquetComponents.Component::to, TreeMap::new, Collectors.toList()));
        Map<Integer, double[][]> sums = new TreeMap<>();
        byMode.forEach((n, some) -> bras(some).forEach((order, bra) -> {
            int[] columns = IntStream.range(0, bra.length).filter(c -> bra[c] != 0).map(c -> c / 2).distinct().toArray();
            for (Ket ket : kets.get(n)) {
                addOuter(ket, bra, columns, sums.computeIfAbsent(order + ket.order, k -> new double[modes.dimension()][]));
            }
        }));
        return sum(sums);
    }

    /** Σ S^{(q)}_nm e^{−iqωt}⟨φ_m(t)| of one n, by order: real and imaginary parts of entries one after the other. */
    private Map<Integer, double[]> bras(List<FloquetComponents.Component> components) {
        Map<Integer, double[]> bras = new TreeMap<>();
        for (FloquetComponents.Component c : components) {
            for (Ket ket : kets.get(c.from())) {
                double[] bra = bras.computeIfAbsent(c.order() - ket.order, k -> new double[2 * modes.dimension()]);
                for (int p = 0; p < ket.places.length; p++) {
                    bra[2 * ket.places[p]] += c.re() * ket.re[p] + c.im() * ket.im[p];
                    bra[2 * ket.places[p] + 1] += c.im() * ket.re[p] - c.re() * ket.im[p];
                }
            }
        }
        return bras;
    }

    /** Rows are there once something is added to them. */
    private static void addOuter(Ket ket, double[] bra, int[] columns, double[][] sum) {
        for (int p = 0; p < ket.places.length; p++) {
            double[] row = sum[ket.places[p]] == null ? new double[bra.length] : sum[ket.places[p]];
            sum[ket.places[p]] = row;
            for (int c : columns) {
                row[2 * c] += ket.re[p] * bra[2 * c] - ket.im[p] * bra[2 * c + 1];
                row[2 * c + 1] += ket.re[p] * bra[2 * c + 1] + ket.im[p] * bra[2 * c];
            }
        }
    }

    /** The sum by orders, without its rounding. */
    private TimeDependentOperator sum(Map<Integer, double[][]> sums) {
        int d = modes.dimension();
        double largest = 0;
        for (double[][] rows : sums.values()) {
            for (double[] row : rows) {
                for (int c = 0; row != null && c < row.length; c++) {
                    largest = Math.max(largest, Math.abs(row[c]));
                }
            }
        }
        double least = ROUNDING * largest;
        List<Term> terms = new ArrayList<>();
        sums.forEach((order, rows) -> {
            SparseMatrixBuilder matrix = new SparseMatrixBuilder(d);
            for (int i = 0; i < d; i++) {
                for (int c = 0; rows[i] != null && c < d; c++) {
                    matrix.add(i, c, cleaned(rows[i][2 * c], least), cleaned(rows[i][2 * c + 1], least));
                }
            }
            SparseMatrix built = matrix.build();
            if (!built.isZero()) {
                terms.add(new Term(Harmonic.of(modes.frequency(), order), built));
            }
        });
        return TimeDependentOperator.of(d, terms);
    }

    private static double cleaned(double x, double least) {
        return Math.abs(x) <= least ? 0 : x;
    }
}
