package org.unravel.bath.coupling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.unravel.numeric.Decimals;
import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.SpectralNorm;
import org.unravel.numeric.SparseMatrix;

/**
 * Which pairs of levels a coupling joins, in groups of one Bohr frequency ν = ε' − ε ≥ 0 (contract: closer than 1e-9 of the spread of H is one, directly or through others in between).
 *
 * @param groups ascending in ν; the first one may be that of ν = 0
 * @param leftOut pairs whose element is a rounding of the coupling, and not zero
 */
record BohrFrequencies(List<Group> groups, int leftOut) {

    /** Of the spread of H: closer frequencies are one. */
    static final double ONE = 1e-9;
    /** Of the norm of the coupling: smaller elements join nothing. */
    static final double NEGLIGIBLE = 1e-12;

    /** A jump of levels. */
    record Pair(int from, int to) {
    }

    /**
     * The pairs of one frequency; of ν &gt; 0 those that lower the energy, of 0 both directions.
     *
     * @param nu ν, 0 for pairs inside degenerate levels
     */
    record Group(double nu, List<Pair> pairs) {
    }

    /** Eigenvalues are good to some units in the last place of the largest one. */
    private static final int ROUNDINGS = 8;

    private record Jump(Pair pair, double nu, double weight) {
    }

    static BohrFrequencies of(LevelBasis basis, SparseMatrix coupling) {
        HermitianEigen eigen = basis.eigen();
        int n = basis.dimension();
        double spread = eigen.values()[n - 1] - eigen.values()[0];
        double negligible = NEGLIGIBLE * SpectralNorm.of(coupling);
        List<Jump> jumps = new ArrayList<>();
        int leftOut = 0;
        for (int to = 0; to < n; to++) {
            for (int from = to; from < n; from++) {
                double modulus = basis.modulus(to, from);
                if (modulus > negligible) {
                    jumps.add(new Jump(new Pair(from, to), eigen.values()[from] - eigen.values()[to], modulus * modulus));
                } else if (modulus > 0) {
                    leftOut++;
                }
            }
        }
        jumps.sort(Comparator.comparingDouble(Jump::nu));
        double rounding = ROUNDINGS * Math.ulp(Math.max(Math.abs(eigen.values()[0]), Math.abs(eigen.values()[n - 1])));
        return new BohrFrequencies(grouped(jumps, ONE * spread, rounding), leftOut);
    }

    private static List<Group> grouped(List<Jump> jumps, double one, double rounding) {
        List<Group> groups = new ArrayList<>();
        int first = 0;
        for (int k = 1; k <= jumps.size(); k++) {
            if (k == jumps.size() || jumps.get(k).nu - jumps.get(k - 1).nu > one) {
                List<Jump> members = jumps.subList(first, k);
                groups.add(members.get(0).nu <= one ? atZero(members) : above(members, rounding));
                first = k;
            }
        }
        return groups;
    }

    private static Group atZero(List<Jump> members) {
        List<Pair> pairs = new ArrayList<>();
        for (Jump jump : members) {
            pairs.add(jump.pair);
            if (jump.pair.from != jump.pair.to) {
                pairs.add(new Pair(jump.pair.to, jump.pair.from));
            }
        }
        return new Group(0, pairs);
    }

    /** The frequency that leaves the least of [H, A] = −νA, as the shortest number within what eigenvalues are known to: 1 is to be 1. */
    private static Group above(List<Jump> members, double rounding) {
        double sum = 0;
        double weight = 0;
        for (Jump jump : members) {
            sum += jump.weight * jump.nu;
            weight += jump.weight;
        }
        return new Group(Decimals.shortest(sum / weight, rounding), members.stream().map(Jump::pair).toList());
    }
}
