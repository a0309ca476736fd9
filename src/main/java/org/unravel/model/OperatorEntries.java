package org.unravel.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.unravel.numeric.SparseMatrix;

/**
 * The entries of an operator as sums of its coefficients, for {@link TimeProof#vanish}; equal ones stand once.
 *
 * @param functions coefficients of the operator, then those of its magnitude
 * @param sums of them, one for each distinct entry
 */
public record OperatorEntries(List<TimeFunction> functions, List<TimeProof.Sum> sums) {

    /**
     * The entries of an operator that should vanish.
     *
     * @param operator Σ_f f(t) M_f
     * @param magnitude Σ_g |g(t)| |N_g|, entry by entry: what the entries were made of and are rounded in
     */
    public static OperatorEntries of(TimeDependentOperator operator, TimeDependentOperator magnitude) {
        List<TimeDependentOperator.Term> terms = new ArrayList<>(operator.terms());
        terms.addAll(magnitude.terms());
        int count = terms.size();
        Map<Long, double[]> entries = new LinkedHashMap<>();
        for (int f = 0; f < operator.terms().size(); f++) {
            SparseMatrix m = terms.get(f).matrix();
            for (int i = 0; i < m.dimension(); i++) {
                for (int p = m.rowStart()[i]; p < m.rowStart()[i + 1]; p++) {
                    double[] entry = entries.computeIfAbsent((long) i * m.dimension() + m.columns()[p], k -> new double[3 * count]);
                    entry[f] = m.re()[p];
                    entry[count + f] = m.im()[p];
                }
            }
        }
        entries.forEach((place, entry) -> {
            for (int f = operator.terms().size(); f < count; f++) {
                SparseMatrix m = terms.get(f).matrix();
                int i = (int) (place / m.dimension());
                int j = (int) (place % m.dimension());
                entry[2 * count + f] = Math.hypot(m.re(i, j), m.im(i, j));
            }
        });
        List<TimeProof.Sum> sums = entries.values().stream().map(Key::new).distinct().map(k -> k.sum(count)).toList();
        return new OperatorEntries(terms.stream().map(TimeDependentOperator.Term::coefficient).toList(), sums);
    }

    private record Key(double[] entry) {

        TimeProof.Sum sum(int count) {
            return new TimeProof.Sum(Arrays.copyOf(entry, count), Arrays.copyOfRange(entry, count, 2 * count), Arrays.copyOfRange(entry, 2 * count, 3 * count));
        }

        @Override
        public boolean equals(Object o) {
            return o instanceof Key k && Arrays.equals(entry, k.entry);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(entry);
        }
    }
}
