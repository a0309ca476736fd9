package org.unravel.reproduction;

import static org.unravel.reproduction.Sign.INTO_SYSTEM;
import static org.unravel.reproduction.Sign.NONE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.unravel.figure.Axis;
import org.unravel.numeric.GaussLegendre;

/** A two-level system on a prescribed path of state and field: the three splittings of the first law at each time, and their integrals. */
final class PrescribedPath {

    /** Nodes between two rows of the table: the path is smooth on that scale, with frequencies up to 1.1. */
    private static final GaussLegendre RULE = GaussLegendre.of(12);

    private static final String TEXT = "Juan-Delgado and Chenu, arXiv:2104.10691, eqs. (1)-(16)";

    private PrescribedPath() {
    }

    /** A column with how it follows from the path; an integral is from the first row on. */
    private record Read(String name, String unit, Sign sign, String definition, ToDoubleFunction<TwoLevelSplittings> function, boolean isIntegral) {
    }

    private static Read at(String name, String unit, Sign sign, String definition, ToDoubleFunction<TwoLevelSplittings> function) {
        return new Read(name, unit, sign, definition, function, false);
    }

    private static Read integral(String name, String unit, Sign sign, String definition, ToDoubleFunction<TwoLevelSplittings> function) {
        return new Read(name, unit, sign, definition, function, true);
    }

    private static final List<Read> COLUMNS = List.of(
            at("rx", "1", NONE, "Bloch vector", s -> s.r()[0]), at("ry", "1", NONE, "the same", s -> s.r()[1]), at("rz", "1", NONE, "the same", s -> s.r()[2]),
            at("hx", "E", NONE, "field", s -> s.h()[0]), at("hy", "E", NONE, "the same", s -> s.h()[1]), at("hz", "E", NONE, "the same", s -> s.h()[2]),
            at("E0", "E", NONE, "offset of the energy", TwoLevelSplittings::offset),
            at("U", "E", INTO_SYSTEM, "mean energy", TwoLevelSplittings::energy),
            at("S", "nat", NONE, "entropy", TwoLevelSplittings::entropy),
            at("P", "1", NONE, "purity", TwoLevelSplittings::purity),
            at("beta", "1/E", NONE, "inverse temperature dS/dU", TwoLevelSplittings::beta),
            at("cosxi", "1", NONE, "cosine of the angle between r and h", TwoLevelSplittings::cosine),
            at("dU", "E^2", INTO_SYSTEM, "rate of U", TwoLevelSplittings::energyRate),
            at("dWc", "E^2", INTO_SYSTEM, "conventional work", TwoLevelSplittings::conventionalWork),
            at("dQc", "E^2", INTO_SYSTEM, "conventional heat", TwoLevelSplittings::conventionalHeat),
            at("dWHB", "E^2", INTO_SYSTEM, "Hamiltonian-based work", TwoLevelSplittings::hamiltonianWork),
            at("dQHB", "E^2", INTO_SYSTEM, "Hamiltonian-based heat", TwoLevelSplittings::hamiltonianHeat),
            at("dWEB", "E^2", INTO_SYSTEM, "entropy-based work", TwoLevelSplittings::entropyWork),
            at("dQEB", "E^2", INTO_SYSTEM, "entropy-based heat", TwoLevelSplittings::entropyHeat),
            at("dWdiss", "E^2", INTO_SYSTEM, "dissipative work", TwoLevelSplittings::dissipativeWork),
            at("dS", "nat*E", NONE, "rate of S", TwoLevelSplittings::entropyRate),
            at("dSirrc", "nat*E", NONE, "dS - beta dQc", PrescribedPath::conventional),
            at("dSirrHB", "nat*E", NONE, "dS - beta dQHB", PrescribedPath::hamiltonianBased),
            at("dSirrEB", "nat*E", NONE, "dS - beta dQEB", PrescribedPath::entropyBased),
            integral("W_c", "E", INTO_SYSTEM, "integral of dWc", TwoLevelSplittings::conventionalWork),
            integral("Q_c", "E", INTO_SYSTEM, "of dQc", TwoLevelSplittings::conventionalHeat),
            integral("W_HB", "E", INTO_SYSTEM, "of dWHB", TwoLevelSplittings::hamiltonianWork),
            integral("Q_HB", "E", INTO_SYSTEM, "of dQHB", TwoLevelSplittings::hamiltonianHeat),
            integral("W_EB", "E", INTO_SYSTEM, "of dWEB", TwoLevelSplittings::entropyWork),
            integral("Q_EB", "E", INTO_SYSTEM, "of dQEB", TwoLevelSplittings::entropyHeat),
            integral("Sirr_c", "nat", NONE, "of dSirrc", PrescribedPath::conventional),
            integral("Sirr_HB", "nat", NONE, "of dSirrHB", PrescribedPath::hamiltonianBased),
            integral("Sirr_EB", "nat", NONE, "of dSirrEB", PrescribedPath::entropyBased));

    private static double conventional(TwoLevelSplittings s) {
        return s.irreversibleEntropy(s.conventionalHeat());
    }

    private static double hamiltonianBased(TwoLevelSplittings s) {
        return s.irreversibleEntropy(s.hamiltonianHeat());
    }

    private static double entropyBased(TwoLevelSplittings s) {
        return s.irreversibleEntropy(s.entropyHeat());
    }

    static List<Entry> entries() {
        List<Column> columns = new ArrayList<>(List.of(Column.of("t", "1/E", NONE, "time", Reading.x())));
        COLUMNS.forEach(c -> columns.add(Column.of(c.name(), c.unit(), c.sign(), c.definition(), Reading.of("path", c.name()))));
        Axis t = Axis.linear("t", "1/E");
        return List.of(Entry.of("generic-tls-path", "Two-level system on a prescribed path: three splittings of its first law", TEXT, List.of(new InternalSetting("path", PrescribedPath::curves)), columns, List.of(
                new Panel("heats", "Three heats", "Conventional, Hamiltonian-based, entropy-based.", t, Axis.linear("heat", "E"), List.of("Q_c", "Q_HB", "Q_EB")),
                new Panel("entropies", "Irreversible entropies", "Entropy, and what each heat leaves of it unpaid.", t, Axis.linear("entropy", ""), List.of("S", "Sirr_c", "Sirr_HB", "Sirr_EB")))));
    }

    private static Map<String, double[]> curves(Rows rows) {
        double[] t = rows.column("t");
        Map<String, double[]> curves = new LinkedHashMap<>();
        for (Read c : COLUMNS) {
            curves.put(c.name(), c.isIntegral() ? integrated(t, c.function()) : IntStream.range(0, t.length).mapToDouble(i -> c.function().applyAsDouble(state(t[i]))).toArray());
        }
        return curves;
    }

    private static double[] integrated(double[] t, ToDoubleFunction<TwoLevelSplittings> rate) {
        double[] sums = new double[t.length];
        for (int i = 1; i < t.length; i++) {
            double half = (t[i] - t[i - 1]) / 2;
            sums[i] = sums[i - 1];
            for (int k = 0; k < RULE.count(); k++) {
                sums[i] += half * RULE.weights()[k] * rate.applyAsDouble(state(t[i - 1] + half * (1 + RULE.nodes()[k])));
            }
        }
        return sums;
    }

    /** |r|u(2.2 − 0.3t, 0.4t), |h|u(0.4 + 0.1t, 1.1t) and E_0(t), with their rates. */
    private static TwoLevelSplittings state(double t) {
        double r = 0.35 + 0.45 * Math.exp(-0.2 * t) + 0.1 * Math.sin(0.9 * t);
        double rRate = -0.09 * Math.exp(-0.2 * t) + 0.09 * Math.cos(0.9 * t);
        double h = 0.5 * (1 + 0.3 * Math.sin(0.7 * t));
        double hRate = 0.5 * 0.21 * Math.cos(0.7 * t);
        double[][] bloch = moving(r, rRate, 2.2 - 0.3 * t, -0.3, 0.4 * t, 0.4);
        double[][] field = moving(h, hRate, 0.4 + 0.1 * t, 0.1, 1.1 * t, 1.1);
        return new TwoLevelSplittings(bloch[0], bloch[1], field[0], field[1], 0.1 * Math.sin(0.5 * t), 0.05 * Math.cos(0.5 * t));
    }

    /** A vector of a length, a polar angle and an azimuth, and its rate. */
    private static double[][] moving(double length, double lengthRate, double polar, double polarRate, double azimuth, double azimuthRate) {
        double sp = Math.sin(polar);
        double cp = Math.cos(polar);
        double sa = Math.sin(azimuth);
        double ca = Math.cos(azimuth);
        double[] vector = {length * sp * ca, length * sp * sa, length * cp};
        double[] rate = {lengthRate * sp * ca + length * (cp * ca * polarRate - sp * sa * azimuthRate), lengthRate * sp * sa + length * (cp * sa * polarRate + sp * ca * azimuthRate),
                lengthRate * cp - length * sp * polarRate};
        return new double[][] {vector, rate};
    }
}
