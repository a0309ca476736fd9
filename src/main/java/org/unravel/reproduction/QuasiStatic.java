package org.unravel.reproduction;

import static org.unravel.reproduction.Sign.INTO_SYSTEM;
import static org.unravel.reproduction.Sign.NONE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.unravel.figure.Axis;
import org.unravel.firstlaw.dissipation.Identity;
import org.unravel.firstlaw.dissipation.Identity.Claim;
import org.unravel.numeric.GaussLegendre;

/**
 * Quasi-static processes: a path of Gibbs states, along which heat is T dS. A qubit whose field grows and turns at one temperature, by three splittings; an oscillator whose frequency grows; and the cycle of
 * Carnot of a qubit. Shares are integrals along the path, and are held against the closed forms of the free energy and the entropy.
 */
final class QuasiStatic {

    private static final String PATH = "path";
    private static final String PREFIX = "first-law-quasistatic-";
    private static final String TEXT = FirstLawQubits.TEXT + ", quasi-static processes";
    private static final GaussLegendre RULE = GaussLegendre.of(12);
    private static final double TEMPERATURE = 0.5;
    private static final int POINTS = 201;
    /** Levels of the oscillator: those above hold e^{−180} of it. */
    private static final int LEVELS = 90;
    /** A quadrature of 12 nodes between any two of 201 points leaves rounding alone. */
    private static final double QUADRATURE = 1e-11;

    private QuasiStatic() {
    }

    static List<Entry> entries() {
        return List.of(qubit(), oscillator(), carnot());
    }

    private static Column at(String name, String unit, Sign sign, String definition) {
        return Column.of(name, unit, sign, definition, Reading.of(PATH, name));
    }

    private static double[] integrated(double[] x, DoubleUnaryOperator rate) {
        double[] sums = new double[x.length];
        for (int i = 1; i < x.length; i++) {
            double half = (x[i] - x[i - 1]) / 2;
            sums[i] = sums[i - 1];
            for (int k = 0; k < RULE.count(); k++) {
                sums[i] += half * RULE.weights()[k] * rate.applyAsDouble(x[i - 1] + half * (1 + RULE.nodes()[k]));
            }
        }
        return sums;
    }

    private static double[] mapped(double[] x, DoubleUnaryOperator function) {
        return IntStream.range(0, x.length).mapToDouble(i -> function.applyAsDouble(x[i])).toArray();
    }

    private static double last(double... values) {
        return values[values.length - 1];
    }

    private static Identity equal(String name, double left, double right) {
        return Identity.ofNumbers(name, left, right, Claim.EQUAL).within(QUADRATURE);
    }

    private static Entry qubit() {
        Axis s = Axis.linear("s", "");
        return Entry.of(PREFIX + "qubit", "Isotherm of a qubit whose field grows and turns", TEXT, List.of(new InternalSetting(PATH, rows -> isotherm(rows.column("s")))), List.of(
                Column.of("s", "1", NONE, "place on the path: the gap is 1 + s, the field turns by 2 s from z towards x", Reading.x()),
                at("U", "w", INTO_SYSTEM, "mean energy"), at("S", "nat", NONE, "entropy"), at("F", "w", NONE, "free energy -T ln Z"),
                at("W_c", "w", INTO_SYSTEM, "conventional work, integral of Tr rho dH"), at("Q_c", "w", INTO_SYSTEM, "conventional heat, of Tr H drho"),
                at("Q_HB", "w", INTO_SYSTEM, "Hamiltonian-based heat"), at("Q_EB", "w", INTO_SYSTEM, "entropy-based heat"), at("TdS", "w", INTO_SYSTEM, "T times the change of S")), List.of(
                        new Panel("books", "Work and heat", "Work is the change of F, heat T times the change of S.", s, Axis.linear("energy", "ω"), List.of("W_c", "Q_c")),
                        new Panel("state", "State", "Energy, free energy and entropy.", s, Axis.linear("U, F, S", ""), List.of("U", "F", "S"))))
                .untabled(Rows.even("s", 0, 1, POINTS)).with(QuasiStatic::ofIsotherm)
                .remarked("A Gibbs state commutes with its H, so that the three splittings agree although the field turns. No table is shipped.");
    }

    /** r = −tanh(h/T) along the field, h half the gap. */
    private static TwoLevelSplittings thermal(double s) {
        double h = (1 + s) / 2;
        double r = -Math.tanh(h / TEMPERATURE);
        double rRate = -0.5 / TEMPERATURE * (1 - r * r);
        double[] axis = {Math.sin(2 * s), 0, Math.cos(2 * s)};
        double[] turning = {2 * Math.cos(2 * s), 0, -2 * Math.sin(2 * s)};
        return new TwoLevelSplittings(moved(r, axis, 0, axis), moved(rRate, axis, r, turning), moved(h, axis, 0, axis), moved(0.5, axis, h, turning), 0, 0);
    }

    private static double[] moved(double a, double[] v, double b, double... w) {
        return new double[] {a * v[0] + b * w[0], a * v[1] + b * w[1], a * v[2] + b * w[2]};
    }

    private static Map<String, double[]> isotherm(double... s) {
        Map<String, double[]> curves = new LinkedHashMap<>();
        curves.put("U", mapped(s, v -> thermal(v).energy()));
        curves.put("S", mapped(s, v -> thermal(v).entropy()));
        curves.put("F", mapped(s, v -> -TEMPERATURE * Math.log(2 * Math.cosh((1 + v) / 2 / TEMPERATURE))));
        Map<String, ToDoubleFunction<TwoLevelSplittings>> shares = Map.of("W_c", TwoLevelSplittings::conventionalWork, "Q_c", TwoLevelSplittings::conventionalHeat, "Q_HB",
                TwoLevelSplittings::hamiltonianHeat, "Q_EB", TwoLevelSplittings::entropyHeat);
        shares.forEach((name, share) -> curves.put(name, integrated(s, v -> share.applyAsDouble(thermal(v)))));
        curves.put("TdS", mapped(s, v -> TEMPERATURE * (thermal(v).entropy() - thermal(0).entropy())));
        return curves;
    }

    private static List<Identity> ofIsotherm() {
        Map<String, double[]> path = isotherm(Rows.even("s", 0, 1, POINTS).column("s"));
        double paid = last(path.get("TdS"));
        return List.of(equal("W = change of F", last(path.get("W_c")), last(path.get("F")) - path.get("F")[0]), equal("Q = T times the change of S", last(path.get("Q_c")), paid),
                equal("Hamiltonian-based heat = T times the change of S", last(path.get("Q_HB")), paid), equal("entropy-based heat = T times the change of S", last(path.get("Q_EB")), paid));
    }

    private static Entry oscillator() {
        Axis x = Axis.linear("frequency", "ω");
        return Entry.of(PREFIX + "oscillator", "Isotherm of an oscillator whose frequency grows", TEXT, List.of(new InternalSetting(PATH, rows -> stiffening(rows.column("frequency")))), List.of(
                Column.of("frequency", "w", NONE, "of the oscillator", Reading.x()), at("n", "1", NONE, "mean number of quanta"), at("U", "w", INTO_SYSTEM, "mean energy without that of the vacuum"),
                at("S", "nat", NONE, "entropy"), at("F", "w", NONE, "free energy"), at("W", "w", INTO_SYSTEM, "integral of Tr rho dH, over 90 levels"),
                at("Q", "w", INTO_SYSTEM, "integral of Tr H drho"), at("TdS", "w", INTO_SYSTEM, "T times the change of S")), List.of(
                        new Panel("books", "Work and heat", "Work is the change of F, heat T times the change of S.", x, Axis.linear("energy", "ω"), List.of("W", "Q"))))
                .untabled(Rows.even("frequency", 1, 2, POINTS)).with(QuasiStatic::ofOscillator).remarked("No table is shipped.");
    }

    /** Populations of the levels at a frequency. */
    private static double[] populations(double frequency) {
        double[] p = IntStream.range(0, LEVELS).mapToDouble(k -> Math.exp(-k * frequency / TEMPERATURE)).toArray();
        double sum = IntStream.range(0, LEVELS).mapToDouble(k -> p[k]).sum();
        return mapped(p, v -> v / sum);
    }

    private static double quanta(double frequency) {
        double[] p = populations(frequency);
        return IntStream.range(0, LEVELS).mapToDouble(k -> k * p[k]).sum();
    }

    /** Variance of the number, of which dn/dω is the −1/T fold. */
    private static double spread(double frequency) {
        double[] p = populations(frequency);
        double mean = quanta(frequency);
        return IntStream.range(0, LEVELS).mapToDouble(k -> (k - mean) * (k - mean) * p[k]).sum();
    }

    private static double entropy(double frequency) {
        return IntStream.range(0, LEVELS).mapToDouble(k -> populations(frequency)[k]).filter(v -> v > 0).map(v -> -v * Math.log(v)).sum();
    }

    private static Map<String, double[]> stiffening(double... frequency) {
        Map<String, double[]> curves = new LinkedHashMap<>();
        curves.put("n", mapped(frequency, QuasiStatic::quanta));
        curves.put("U", mapped(frequency, w -> w * quanta(w)));
        curves.put("S", mapped(frequency, QuasiStatic::entropy));
        curves.put("F", mapped(frequency, w -> TEMPERATURE * Math.log(-Math.expm1(-w / TEMPERATURE))));
        curves.put("W", integrated(frequency, QuasiStatic::quanta));
        curves.put("Q", integrated(frequency, w -> -w * spread(w) / TEMPERATURE));
        curves.put("TdS", mapped(curves.get("S"), v -> TEMPERATURE * (v - curves.get("S")[0])));
        return curves;
    }

    private static List<Identity> ofOscillator() {
        Map<String, double[]> path = stiffening(Rows.even("frequency", 1, 2, POINTS).column("frequency"));
        double n = 1 / Math.expm1(2 / TEMPERATURE);
        double first = 1 / Math.expm1(1 / TEMPERATURE);
        double change = (n + 1) * Math.log1p(n) - n * Math.log(n) - (first + 1) * Math.log1p(first) + first * Math.log(first);
        return List.of(equal("W = T ln[(1 - e^(-w2/T))/(1 - e^(-w1/T))]", last(path.get("W")), last(path.get("F")) - path.get("F")[0]),
                equal("Q = T times the change of (n + 1) ln(n + 1) - n ln n", last(path.get("Q")), TEMPERATURE * change));
    }

    private static final double HOT = 1;
    private static final double COLD = 0.5;
    /** gap/T on the two adiabats. */
    private static final double FIRST = 2;
    private static final double SECOND = 1;

    private static Entry carnot() {
        Axis x = Axis.linear("stroke", "");
        return Entry.of(PREFIX + "carnot", "Cycle of Carnot of a qubit", TEXT, List.of(new InternalSetting(PATH, rows -> cycle(rows.column("stroke")))), List.of(
                Column.of("stroke", "1", NONE, "0 to 1: hot isotherm, 1 to 2: adiabat, 2 to 3: cold isotherm, 3 to 4: adiabat", Reading.x()),
                at("gap", "w", NONE, "of the qubit"), at("p_e", "1", NONE, "excited population"), at("T", "w", NONE, "temperature of the state"), at("S", "nat", NONE, "entropy"),
                at("W", "w", INTO_SYSTEM, "work"), at("Q", "w", INTO_SYSTEM, "heat"), at("U", "w", INTO_SYSTEM, "mean energy")), List.of(
                        new Panel("books", "Work and heat", "After a cycle the energy is what it was: what the hot bath gives and the cold one takes is work.", x, Axis.linear("energy", "ω"), List.of("W", "Q", "U")),
                        new Panel("path", "Temperature and entropy", "Isotherms change the entropy, adiabats the temperature.", x, Axis.linear("T, S", ""), List.of("T", "S"))))
                .untabled(Rows.even("stroke", 0, 4, POINTS)).with(QuasiStatic::ofCycle)
                .remarked("On an adiabat the populations stay, and the temperature goes with the gap. Efficiency 1 - T_c/T_h = 0.5. No table is shipped.");
    }

    /** Gap and gap/T at a place of the cycle, both linear in it on each stroke, with their rates. */
    private static double[] place(double x) {
        int stroke = (int) Math.min(3, Math.floor(x));
        double[] gaps = {FIRST * HOT, SECOND * HOT, SECOND * COLD, FIRST * COLD, FIRST * HOT};
        double[] ratios = {FIRST, SECOND, SECOND, FIRST, FIRST};
        double on = x - stroke;
        double gapRate = gaps[stroke + 1] - gaps[stroke];
        double ratioRate = ratios[stroke + 1] - ratios[stroke];
        return new double[] {gaps[stroke] + on * gapRate, ratios[stroke] + on * ratioRate, gapRate, ratioRate};
    }

    private static TwoLevelSplittings state(double x) {
        double[] p = place(x);
        double r = -Math.tanh(p[1] / 2);
        return new TwoLevelSplittings(new double[] {0, 0, r}, new double[] {0, 0, -(1 - r * r) * p[3] / 2}, new double[] {0, 0, p[0] / 2}, new double[] {0, 0, p[2] / 2}, 0, 0);
    }

    private static Map<String, double[]> cycle(double... x) {
        Map<String, double[]> curves = new LinkedHashMap<>();
        curves.put("gap", mapped(x, v -> place(v)[0]));
        curves.put("p_e", mapped(x, v -> (1 + state(v).r()[2]) / 2));
        curves.put("T", mapped(x, v -> 1 / state(v).beta()));
        curves.put("S", mapped(x, v -> state(v).entropy()));
        curves.put("W", integrated(x, v -> state(v).conventionalWork()));
        curves.put("Q", integrated(x, v -> state(v).conventionalHeat()));
        curves.put("U", mapped(x, v -> state(v).energy()));
        return curves;
    }

    private static List<Identity> ofCycle() {
        double[] x = Rows.even("stroke", 0, 4, POINTS).column("stroke");
        Map<String, double[]> path = cycle(x);
        int quarter = (POINTS - 1) / 4;
        double change = path.get("S")[quarter] - path.get("S")[0];
        double[] q = path.get("Q");
        return List.of(equal("heat of the hot isotherm = T_h times the change of S", q[quarter], HOT * change),
                equal("heat of the cold isotherm = T_c times the change of S", q[3 * quarter] - q[2 * quarter], -COLD * change),
                equal("work of the cycle = -(T_h - T_c) times the change of S", last(path.get("W")), -(HOT - COLD) * change),
                equal("efficiency = 1 - T_c/T_h", -last(path.get("W")) / q[quarter], 1 - COLD / HOT));
    }
}
