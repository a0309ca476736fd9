package org.unravel.reproduction;

import static org.unravel.reproduction.Sign.INTO_PART;
import static org.unravel.reproduction.Sign.NONE;
import static org.unravel.reproduction.Sign.PROVIDED_BY_PART;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.unravel.figure.Axis;

/** A qubit driven by a mode of 900 photons in the semiclassical approximation, whose equations are not linear in the state: no trajectories stand behind them. */
final class SemiclassicalEquations {

    private static final String SETTING = "mean-field";
    private static final double COUPLING = ClosedPairs.COUPLING;
    private static final double MODE = 1;
    private static final double AMPLITUDE = 30;
    private static final Axis X = Axis.linear("gt", "");
    private static final Axis ENERGY = Axis.linear("energy", "ω");

    private SemiclassicalEquations() {
    }

    static List<Entry> entries() {
        return List.of(entry("resonant", "resonant", MODE).remarked("At resonance the energy of interaction stays zero. Equation (21) of the text mixes signs: with its (16), the standard work into A is minus the work that A provides plus the "
                + "energy of interaction, W_st_A = -W_aut_A + E_int; (19) should read change of U_st."),
                entry("detuned", "detuned, so that the energy of interaction moves", 1.3).remarked("Not in the text. Here W_st_A, W_MCA_A and -W_aut_A differ by the energy of interaction, as the corrected (21) says."));
    }

    private static Entry entry(String kind, String title, double qubit) {
        return Entry.of("autonomous-jc1-semiclassical-" + kind, "Qubit and 900 photons in the semiclassical approximation, " + title, AutonomousSystems.TEXT + ", eqs. (14)-(21), (26)",
                List.of(setting(SETTING, qubit)), columns(), List.of(
                        new Panel("energies", "Energies", "Of the qubit and of the mode, and what belongs to neither.", X, ENERGY, List.of("U_A", "dU_B", "E_int")),
                        new Panel("works", "Work by three definitions", "Provided by the qubit (W_aut_A), and into it by the standard and the mean-field definition.", X, ENERGY,
                                List.of("W_aut_A", "W_st_A", "W_MCA_A"))));
    }

    /** The equations for a frequency of the qubit, that of the mode being 1. */
    static Setting setting(String name, double qubit) {
        return new InternalSetting(name, rows -> curves(rows.column("gt"), qubit));
    }

    private static List<Column> columns() {
        return List.of(Column.of("gt", "1", NONE, "time in units of the coupling", Reading.x()),
                column("U_A", INTO_PART, "energy of the qubit"), column("dU_B", INTO_PART, "change of the energy of the mode"), column("E_int", NONE, "energy of interaction"),
                column("U_st_A", INTO_PART, "mean of the effective Hamiltonian of the qubit"), column("W_st_A", INTO_PART, "work of the change of that Hamiltonian"),
                column("W_MCA_A", INTO_PART, "work of the mean field"), column("W_aut_A", PROVIDED_BY_PART, "work that the qubit provides; its heat is zero"));
    }

    private static Column column(String name, Sign sign, String definition) {
        return Column.of(name, "omega_B", sign, definition, Reading.of(SETTING, name));
    }

    /** Rates of work are proportional to that of the population: of the frequency of the mode for the standard work, of the qubit for that of the mean field. */
    private static Map<String, double[]> curves(double[] gt, double qubit) {
        Map<String, double[]> curves = new LinkedHashMap<>();
        List.of("U_A", "dU_B", "E_int", "U_st_A", "W_st_A", "W_MCA_A", "W_aut_A").forEach(n -> curves.put(n, new double[gt.length]));
        MeanFieldExchange exchange = new MeanFieldExchange((qubit - MODE) / COUPLING, AMPLITUDE);
        for (int i = 0; i < gt.length; i++) {
            exchange.advance(gt[i] - (i == 0 ? 0 : gt[i - 1]));
            double energy = qubit * exchange.population();
            double interaction = COUPLING * exchange.interaction();
            curves.get("U_A")[i] = energy;
            curves.get("dU_B")[i] = MODE * (exchange.quanta() - AMPLITUDE * AMPLITUDE);
            curves.get("E_int")[i] = interaction;
            curves.get("U_st_A")[i] = energy + interaction;
            curves.get("W_st_A")[i] = MODE * exchange.population();
            curves.get("W_MCA_A")[i] = energy;
            curves.get("W_aut_A")[i] = -energy;
        }
        return curves;
    }
}
