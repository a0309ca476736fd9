package org.unravel.modelfile;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What people write who come from other programs, and how it is written here. */
final class Habits {

    private static final String GREEK = "αβγδεζηθικλμνξοπρστυφχψω";
    private static final List<String> GREEK_NAMES = List.of("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu",
            "nu", "xi", "omicron", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega");
    private static final Set<String> UNITS = Set.of("Hz", "kHz", "MHz", "GHz", "THz", "eV", "meV", "ueV", "K", "mK", "uK", "s", "ms", "us", "ns", "ps", "fs", "J", "Hartree",
            "rad", "cm");
    private static final Set<String> PREFIXES = Set.of("np", "numpy", "math", "cmath", "qt", "qutip", "Math");
    private static final String NO_UNITS = "numbers carry no unit: ħ = k_B = 1, so give all of them in one unit, energies and rates in 1/us, say, and times in us";
    private static final Map<String, String> NAMES = names();
    private static final Map<String, String> KEYS = keys();

    private Habits() {
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (String axis : List.of("x", "y", "z")) {
            String here = "write s" + axis + "(q) for a subsystem q";
            put(names, here, "sigma_" + axis, "sigma" + axis, "pauli_" + axis, "pauli" + axis, axis + "gate");
        }
        put(names, "write sx(q), sy(q) or sz(q) for a subsystem q", "pauli");
        put(names, "write sm(q) for a qubit q, a(m) for a boson m", "sigma_minus", "sigma_m", "sigmam", "sigmaminus", "lowering", "destroy");
        put(names, "write sp(q) for a qubit q, adag(m) for a boson m", "sigma_plus", "sigma_p", "sigmap", "sigmaplus", "raising", "create", "adagger");
        put(names, "write num(m) for a boson m", "number", "n_op");
        put(names, "write id", "identity", "qeye", "eye");
        put(names, "write dag(X)", "dagger", "adjoint", "hc");
        put(names, "operators of different subsystems are multiplied, as sx(a)*sz(b)", "kron", "tensor", "otimes");
        put(names, "write step(x), 0 for x < 0 and 1 from 0 on", "heaviside", "theta", "unitstep", "unit_step", "piecewise", "where");
        put(names, "write 2*step(x) - 1", "sign", "sgn", "signum");
        put(names, "write step(t - 1) - step(t - 2)", "rect", "box", "window", "pulse");
        put(names, "write 2*step(sin(x)) - 1", "square", "squarewave");
        put(names, "write max(x, y)", "maximum");
        put(names, "write min(x, y)", "minimum");
        put(names, "write table(t, [times], [values]) or table(t, file.csv)", "interp", "interpolate", "interp1d", "spline", "lookup");
        put(names, "write 1 - erf(x)", "erfc");
        put(names, "write 1/cosh(x)", "sech");
        put(names, "write 1/cos(x)", "sec");
        put(names, "write exp(-x^2)", "gaussian", "gauss");
        put(names, "write log(x)", "ln");
        put(names, "write log(x)/log(10)", "log10");
        put(names, "write sqrt(x)", "root");
        put(names, "write exp(x)", "expm");
        put(names, "the exponential is exp(x), the upper level of a qubit e is in proj(q, e) and in initial", "e");
        put(names, "numbers are finite; a bath of beta = inf has temperature: 0", "inf", "infinity");
        put(names, "every number must be known", "nan");
        put(names, "write x^y", "pow", "power");
        put(names, "inverse functions are not there: give the angle itself as a parameter", "asin", "acos", "atan", "arcsin", "arccos", "arctan", "atan2");
        put(names, "the imaginary unit is i", "j", "im_unit");
        put(names, "ħ = k_B = 1: leave it out", "hbar", "kb", "k_b", "boltzmann");
        put(names, "the upper level of a qubit is e, the lower one g", "excited", "ground", "up", "down", "upper", "lower");
        put(names, "write nfermi(x, beta)", "fermi", "fermi_dirac", "nfd", "n_fd", "n_f");
        put(names, "write nbar(omega, beta)", "bose", "bose_einstein", "nbe", "n_th", "nth", "planck");
        return Map.copyOf(names);
    }

    private static void put(Map<String, String> names, String here, String... others) {
        for (String other : others) {
            names.put(other, here);
        }
    }

    /** How something of a name that is not known is written here. */
    static Optional<String> ofName(String name) {
        return Optional.ofNullable(NAMES.get(name.toLowerCase(Locale.ROOT))).or(() -> UNITS.contains(name) ? Optional.of(NO_UNITS) : Optional.empty());
    }

    /** The key of some place that is meant by one that is not known there, where none of them is spelt almost like it. */
    static Optional<String> ofKey(String key, List<String> valid) {
        return Names.nearest(key, valid).isPresent() ? Optional.empty() : Optional.ofNullable(KEYS.get(key.toLowerCase(Locale.ROOT)))
                .filter(meant -> valid.stream().anyMatch(v -> meant.startsWith("write " + v))).map(meant -> ": " + meant);
    }

    private static Map<String, String> keys() {
        Map<String, String> keys = new HashMap<>();
        put(keys, "write hamiltonian", "h", "ham", "h0");
        put(keys, "write initial", "psi0", "rho0", "psi", "initial_state", "initialstate", "state", "start_state");
        put(keys, "write baths, each with channels that have operator, rate and heat", "c_ops", "collapse", "dissipators", "lindblad", "jumps_ops", "jump_operators");
        put(keys, "write observables", "e_ops", "expect", "measurements");
        put(keys, "write time: {end: ..., points: ...}", "tlist", "times", "t_end", "tmax");
        put(keys, "write temperature, or beta for its inverse", "t", "temp");
        put(keys, "write points, the number of grid times; steps inside are chosen by the program", "steps", "dt", "n", "nt", "num");
        put(keys, "write ensemble: {trajectories: ...}", "ntraj", "n_traj", "trajectories", "shots");
        put(keys, "write ensemble: {seed: ...}", "seed");
        put(keys, "write operator", "op", "l", "c_op", "jump");
        put(keys, "write rate", "gamma", "kappa");
        put(keys, "write heat: the energy that the system receives at a jump", "quantum", "energy", "q", "work");
        return Map.copyOf(keys);
    }

    /**
     * What may be meant by a token that does not fit.
     *
     * @param before text of the expression before it
     * @param token the token
     */
    static Optional<String> ofToken(String before, String token) {
        String left = before.stripTrailing();
        boolean afterNumber = left.matches("(?s).*(^|[^A-Za-z0-9_.])[0-9.]+([eE][+-]?[0-9]+)?");
        if (token.equals("(") && left.matches("(?s).*[A-Za-z]\\^[0-9]+")) {
            return Optional.of("powers of functions are written sin(t)^2");
        }
        if (token.equals("<") || token.equals(">") || token.equals("=")) {
            return Optional.of("write step(x), 0 for x < 0 and 1 from 0 on");
        }
        if (token.equals("'") || token.equals("†")) {
            return Optional.of("write dag(X)");
        }
        if (token.equals("[") && left.isEmpty()) {
            return Optional.of("matrices are sums of op(q, j, k) = |j><k| and proj(q, k)");
        }
        if (token.equals("*") && left.endsWith("*")) {
            return Optional.of("powers are written ^");
        }
        if (afterNumber && (token.equals("j") || token.equals("J"))) {
            return Optional.of("the imaginary unit is i, as in 2*i");
        }
        if (afterNumber && token.equalsIgnoreCase("e")) {
            return Optional.of("an exponent has digits, as 1e-3");
        }
        if (afterNumber && UNITS.contains(token)) {
            return Optional.of(NO_UNITS);
        }
        if (token.equals(".") && PREFIXES.contains(left.replaceAll("(?s).*[^A-Za-z]", ""))) {
            return Optional.of("functions have no prefix, as cos(x)");
        }
        if (token.equals(".") && (left.endsWith(")") || left.endsWith("]"))) {
            return Optional.of("write dag(X)");
        }
        if (token.equals("|") || token.equals("⟩") || token.equals("⟨")) {
            return Optional.of("kets are written by their levels, as e, g, ket(0) or (e + g)/sqrt(2)");
        }
        return greek(token).or(() -> {
            boolean followsValue = !left.isEmpty() && (afterNumber || left.endsWith(")") || Character.isLetterOrDigit(left.charAt(left.length() - 1)));
            boolean isValue = Character.isLetterOrDigit(token.charAt(0)) || token.equals("(");
            return followsValue && isValue ? Optional.of("a product needs its *") : Optional.empty();
        });
    }

    private static Optional<String> greek(String token) {
        int letter = GREEK.indexOf(token.toLowerCase(Locale.ROOT));
        if (letter < 0 || token.length() != 1) {
            return token.length() == 1 && token.charAt(0) > 127 ? Optional.of("names are made of the letters a to z, digits and _") : Optional.empty();
        }
        String name = GREEK_NAMES.get(letter);
        return Optional.of("write " + (Character.isUpperCase(token.charAt(0)) ? Character.toUpperCase(name.charAt(0)) + name.substring(1) : name));
    }
}
