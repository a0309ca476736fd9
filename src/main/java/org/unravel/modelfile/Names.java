package org.unravel.modelfile;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names that the expression language itself gives a meaning, and the nearest of some names to a wrong one. */
final class Names {

    static final List<String> CONSTANTS = List.of("t", "i", "pi");
    static final List<String> FUNCTIONS = List.of("sin", "cos", "tan", "sinh", "cosh", "tanh", "exp", "log", "sqrt", "abs", "re", "im",
            "conj", "step", "ramp", "nbar", "nfermi", "sum", "max", "min", "erf", "table");
    static final List<String> OPERATOR_FUNCTIONS = List.of("id", "proj", "op", "dag");
    /** Not reserved: it is the frequency inside a spectrum, and free elsewhere. */
    static final String FREQUENCY = "nu";
    static final String COHERENT = "coherent";
    static final List<String> KET_FUNCTIONS = List.of("ket", "level", COHERENT);
    /** Not reserved: a parameter may be called m. */
    static final String SPIN_LEVEL = "m";
    /** Not reserved either: it annihilates a fermion where the space has one, and a parameter may be called c. */
    static final String ANNIHILATOR = "c";
    private static final List<String> READER_FUNCTIONS = List.of("thermal", "density", "ohmic", "flat", "lorentzian");
    /** Of a name of n letters at most n/3 may be wrong, but at least one if there are two. */
    private static final int LETTERS_PER_MISTAKE = 3;

    private Names() {
    }

    static Set<String> reserved() {
        Set<String> all = new TreeSet<>(CONSTANTS);
        all.addAll(FUNCTIONS);
        all.addAll(OPERATOR_FUNCTIONS);
        all.addAll(SubsystemOperator.names());
        all.remove(ANNIHILATOR);
        all.addAll(KET_FUNCTIONS);
        all.addAll(READER_FUNCTIONS);
        return Set.copyOf(all);
    }

    /** The text {@code ": did you mean 'omega'?"}, or nothing where no name is near. */
    static String suggestion(String wrong, Collection<String> names) {
        return nearest(wrong, names).map(n -> ": did you mean '" + n + "'?").orElse("");
    }

    /** The name that takes the fewest changes of a letter, if these are few. */
    static Optional<String> nearest(String wrong, Collection<String> names) {
        int most = wrong.length() == 1 ? 0 : Math.max(1, wrong.length() / LETTERS_PER_MISTAKE);
        return names.stream().filter(n -> n.length() > 1 || wrong.equalsIgnoreCase(n))
                .filter(n -> distance(wrong, n) <= most || wrong.equalsIgnoreCase(n))
                .min(Comparator.<String>comparingInt(n -> wrong.equalsIgnoreCase(n) ? 0 : distance(wrong, n)).thenComparing(Comparator.naturalOrder()));
    }

    /** Letters to insert, drop, replace or swap with the next: Damerau (1964), doi:10.1145/363958.363994. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1,
                        d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
