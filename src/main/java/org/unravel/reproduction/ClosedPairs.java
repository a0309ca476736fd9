package org.unravel.reproduction;

import static org.unravel.reproduction.Sign.INTO_PART;
import static org.unravel.reproduction.Sign.NONE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.unravel.figure.Axis;

/** A qubit and a mode, and two qubits, that exchange quanta at resonance and nothing else. */
final class ClosedPairs {

    static final double COUPLING = 0.01;

    private static final String PAIR = "model";
    private static final String MEAN_FIELD = "mean-field";
    private static final String GT = "gt";
    private static final String OMEGA_T = "omega_t";
    private static final String MODE = "qubit-and-mode";
    private static final String THERMAL_MODE = "qubit-and-thermal-mode";
    private static final Axis X = Axis.linear(GT, "");
    private static final Axis ENERGY = Axis.linear("energy", "ω");
    private static final double HALF = Math.PI / 2;

    private ClosedPairs() {
    }

    static List<Entry> entries() {
        return List.of(coherent(),
                entry("jc2-excited", "Excited qubit and empty mode", "Fig. 2, eqs. (27)-(33)", ModelSource.ofTexts(MODE), energies("Fig. 2", HALF)).remarked("The text holds that Q_B is smooth at gt = pi/4 because the mode is never inverted. It is "
                        + "inverted afterwards (its ergotropy is above zero); the corner of a qubit comes from S = ln 2, where beta = 0, which the ladder never reaches. Least W_B there: -0.206185 omega."),
                entry("jc3-superposition", "Qubit in a superposition and empty mode", "Fig. 3", ModelSource.ofTexts(MODE, "ground", "1"), energies("Fig. 3", HALF)),
                entry("jc4-mixed", "Maximally mixed qubit and empty mode", "Fig. 4, eqs. (34)-(36)", ModelSource.ofTexts(THERMAL_MODE, "beta_q", "0", "beta_c", "1000", "levels", "3"), energies("Fig. 4", HALF)).remarked(
                        "Equation (34) of the text has its labels swapped: p_e^B belongs to |e>. The qubit stays passive and provides no work; the mode gains up to 0.206185 omega beyond its thermal reference."),
                entry("jc5-thermal", "Thermal qubit and thermal mode", "an addition to Figs. 2-4", ModelSource.ofTexts(THERMAL_MODE), energies("an addition", HALF)).untabled(rows(201)).remarked("No table is shipped. beta_A = 0.2, beta_B = 2, 24 levels. Both entropy "
                        + "productions are finite: with the index that (5) of the text prints, the identity would fail by up to 0.18; the relative entropy is that of the partner. (3) has one solution on beta >= 0 only."),
                entry("qq1-excited", "Excited qubit and one in its ground level", "Figs. 5 and 6", ModelSource.ofTexts("two-qubits"), energies("Fig. 5", HALF, new Panel("information", "Fig. 6: mutual information", "Of the two qubits.", X, Axis.linear("I_AB", ""),
                        List.of("I_AB")).until(HALF))),
                entry("qq2-superposition", "Qubit in a superposition and one in its ground level", "Fig. 7", ModelSource.ofTexts("two-qubits", "ground", "1"), energies("Fig. 7", HALF)).remarked(
                        "The text calls this the same behaviour as with a mode (Fig. 3). So it is, but Q_B and W_B differ by up to 1.6e-3 omega, at gt = pi/4."),
                entry("qq3-thermal", "Two thermal qubits", "an addition to Figs. 5-7", ModelSource.ofTexts("two-thermal-qubits"), energies("an addition", HALF)).untabled(rows(201)).remarked("No table is shipped. beta_A = 0.5, beta_B = 2: only heat is exchanged."));
    }

    /** One period of the exchange. */
    static Rows rows(int count) {
        double[] gt = Rows.even(GT, 0, Math.PI, count).column(GT);
        Map<String, double[]> given = new LinkedHashMap<>();
        given.put(GT, gt);
        given.put(OMEGA_T, Arrays.stream(gt).map(v -> v / COUPLING).toArray());
        return new Rows(given);
    }

    private static Entry coherent() {
        List<Column> columns = new ArrayList<>(columns());
        columns.add(Column.of("meanfield_U_A", "omega", NONE, "energy of the qubit by the semiclassical equations", Reading.of(MEAN_FIELD, "U_A")));
        columns.add(Column.of("meanfield_dU_B", "omega", INTO_PART, "change of that of the mode", Reading.of(MEAN_FIELD, "dU_B")));
        List<Panel> panels = new ArrayList<>(energies("Fig. 1", Double.POSITIVE_INFINITY));
        panels.add(new Panel("mean-field", "The semiclassical limit", "Energy of the qubit, and by the semiclassical equations.", X, ENERGY, List.of("U_A", "meanfield_U_A")));
        return Entry.of(AutonomousSystems.PREFIX + "jc1-coherent", "Qubit and mode in a coherent state of 900 photons", AutonomousSystems.TEXT + ", Fig. 1",
                List.of(new PairSetting(PAIR, ModelSource.ofTexts("qubit-and-coherent-mode"), OMEGA_T), SemiclassicalEquations.setting(MEAN_FIELD, 1)), columns, panels)
                .remarked("1400 levels of the mode. The text says that heat does not oscillate: it grows steadily, but with ripples, and 29 of 200 steps reverse its sign.");
    }

    private static Entry entry(String name, String title, String figure, ModelSource source, List<Panel> panels) {
        return Entry.of(AutonomousSystems.PREFIX + name, title, AutonomousSystems.TEXT + ", " + figure, List.of(new PairSetting(PAIR, source, OMEGA_T)), columns(), panels);
    }

    private static List<Column> columns() {
        PartColumns parts = new PartColumns(PAIR);
        List<Column> columns = new ArrayList<>(List.of(Column.of(GT, "1", NONE, "time in units of the coupling", Reading.x()), Column.of(OMEGA_T, "1", NONE, "time", Reading.of(PAIR, TimeSetting.TIMES))));
        columns.addAll(parts.states());
        columns.addAll(parts.flows());
        return columns;
    }

    private static List<Panel> energies(String figure, double until, Panel... more) {
        List<Panel> panels = new ArrayList<>(PartColumns.energies(figure, X, until));
        panels.addAll(List.of(more));
        return panels;
    }
}
