package org.unravel.bath.coupling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.unravel.model.ModelException;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeDependentOperator.Term;
import org.unravel.numeric.HermitianEigen;

/**
 * Which levels of H(t) stay together, and which pairs of them have one Bohr frequency, at all times of a run; proven, or refused with a time at which that changes.
 *
 * <p>A level moves no faster than ‖Ḣ‖ (Weyl). So levels that are g apart at a time do not meet within g/(2‖Ḣ‖) of it, and frequencies do not within a quarter of their distance: spans of
 * time are halved until that covers them.
 */
final class AdiabaticTracks {

    /** Times looked at before the proof is given up. */
    private static final int MOST_LOOKS = 20_000;
    /** As many halvings of a span of time as tell a change to the digits that are shown. */
    private static final int HALVINGS = 40;

    /** Levels that are one at all times: from the first to the last. */
    record Level(int first, int last) {
    }

    /** A pair of levels, the upper one first. */
    record Step(int upper, int lower) {
    }

    private final TimeDependentOperator hamiltonian;
    private final List<Level> levels;
    private final List<Step> steps;
    private int looked;
    private List<List<Step>> groups = List.of();

    private AdiabaticTracks(TimeDependentOperator hamiltonian, List<Level> levels, List<Step> steps) {
        this.hamiltonian = hamiltonian;
        this.levels = levels;
        this.steps = steps;
    }

    /** The levels of H at one time. */
    static List<Level> levels(HermitianEigen eigen) {
        double[] e = eigen.values();
        double one = one(e);
        List<Level> found = new ArrayList<>();
        int first = 0;
        for (int k = 1; k <= e.length; k++) {
            if (k == e.length || e[k] - e[k - 1] > one) {
                found.add(new Level(first, k - 1));
                first = k;
            }
        }
        return found;
    }

    private static double one(double[] e) {
        return BohrFrequencies.ONE * (e[e.length - 1] - e[0]);
    }

    /**
     * Follows levels over a run.
     *
     * @param edges ascending times between which H is smooth, both ends included
     * @param levels those of H at the start
     * @param steps the pairs that the coupling joins
     * @throws ModelException if levels meet or part, or frequencies do; says when
     */
    static AdiabaticTracks over(TimeDependentOperator hamiltonian, double[] edges, List<Level> levels, List<Step> steps) {
        AdiabaticTracks tracks = new AdiabaticTracks(hamiltonian, levels, steps);
        double middle = edges[0] + (edges[1] - edges[0]) / 2;
        tracks.groups = tracks.groups(tracks.energies(HermitianEigen.of(hamiltonian.at(edges[0], middle))));
        for (int i = 1; i < edges.length; i++) {
            double branch = edges[i - 1] + (edges[i] - edges[i - 1]) / 2;
            tracks.requireSame(edges[i - 1], edges[i - 1], branch);
            tracks.follow(edges[i - 1], edges[i], branch);
            tracks.requireSame(edges[i - 1], edges[i], branch);
        }
        return tracks;
    }

    /** Steps of one frequency, ascending at the start. */
    List<List<Step>> groups() {
        return groups;
    }

    /** False if the proof was given up: then it holds wherever it was looked at. */
    boolean isProven() {
        return looked <= MOST_LOOKS;
    }

    /** Nothing changes before {@code from}. */
    private void follow(double from, double to, double branch) {
        double middle = from + (to - from) / 2;
        requireSame(from, middle, branch);
        double margin = margin(middle, branch);
        double speed = speed(from, to, branch);
        if (margin > speed * (to - from) / 2 || looked++ > MOST_LOOKS || !(middle > from && middle < to)) {
            return;
        }
        follow(from, middle, branch);
        follow(middle, to, branch);
    }

    /** Refuses a change at a time, and says when it came since an earlier one. */
    private void requireSame(double earlier, double t, double branch) {
        Change change = change(t, branch);
        if (change == Change.NONE) {
            return;
        }
        double same = earlier;
        double changed = change(earlier, branch) == Change.NONE ? t : earlier;
        for (int k = 0; k < HALVINGS && changed > same; k++) {
            double middle = same + (changed - same) / 2;
            Change here = change(middle, branch);
            same = here == Change.NONE ? middle : same;
            changed = here == Change.NONE ? changed : middle;
            change = here == Change.NONE ? change : here;
        }
        throw new ModelException((change == Change.LEVELS ? "expected levels of the hamiltonian that do not cross, meet or part for equation: adiabatic, found that they do near t = "
                : "expected Bohr frequencies of the hamiltonian that stay together or apart at all times for equation: adiabatic, found that two of them meet near t = ")
                + BathRate.number(changed), "equation");
    }

    private enum Change { NONE, LEVELS, FREQUENCIES }

    private Change change(double t, double branch) {
        HermitianEigen eigen = HermitianEigen.of(hamiltonian.at(t, branch));
        if (!levels(eigen).equals(levels)) {
            return Change.LEVELS;
        }
        return sets(groups(energies(eigen))).equals(sets(groups)) ? Change.NONE : Change.FREQUENCIES;
    }

    /** A bound of ‖Ḣ‖ over a span. */
    private double speed(double from, double to, double branch) {
        double sum = 0;
        for (Term term : hamiltonian.terms()) {
            sum += term.coefficient().isConstant() ? 0 : term.coefficient().bounds(from, to, branch, 1).modulus(1) * term.matrix().rowSumNorm();
        }
        return sum;
    }

    /** By how much a level may move before anything changes. */
    private double margin(double t, double branch) {
        double[] energies = energies(HermitianEigen.of(hamiltonian.at(t, branch)));
        double margin = Double.POSITIVE_INFINITY;
        for (int k = 1; k < energies.length; k++) {
            margin = Math.min(margin, (energies[k] - energies[k - 1]) / 2);
        }
        List<List<Step>> now = groups(energies);
        for (int k = 1; k < now.size(); k++) {
            margin = Math.min(margin, (frequency(energies, now.get(k).get(0)) - frequency(energies, now.get(k - 1).get(0))) / 4);
        }
        return margin;
    }

    private static Set<Set<Step>> sets(List<List<Step>> groups) {
        return groups.stream().map(Set::copyOf).collect(Collectors.toSet());
    }

    /** Energy of each level. */
    private double[] energies(HermitianEigen eigen) {
        return levels.stream().mapToDouble(l -> Arrays.stream(eigen.values(), l.first, l.last + 1).average().orElseThrow()).toArray();
    }

    static double frequency(double[] energies, Step step) {
        return energies[step.upper] - energies[step.lower];
    }

    private List<List<Step>> groups(double[] energies) {
        double one = one(energies);
        List<Step> ascending = steps.stream().filter(s -> s.upper != s.lower).sorted(Comparator.comparingDouble(s -> frequency(energies, s))).toList();
        List<List<Step>> found = new ArrayList<>();
        double before = Double.NEGATIVE_INFINITY;
        for (Step step : ascending) {
            double nu = frequency(energies, step);
            if (nu - before > one) {
                found.add(new ArrayList<>());
            }
            found.get(found.size() - 1).add(step);
            before = nu;
        }
        return found;
    }
}
