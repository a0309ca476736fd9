package org.unravel.reproduction;

import static org.unravel.reproduction.Sign.INTO_SYSTEM;
import static org.unravel.reproduction.Sign.NONE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

import org.unravel.figure.Axis;
import org.unravel.run.SweepPoint.Where;

/** Two coupled qubits between two baths by the local and by the global equation: in time, and in the long run against coupling and temperature. */
final class LocalAndGlobal {

    private static final String TEXT = FirstLawQubits.TEXT + ", local versus global";
    private static final String REMARK = "At equal temperatures the current of the local equation is spurious; it needs qubits of different frequency. With its local quanta that equation obeys the "
            + "fluctuation symmetry all the same: what is wrong is the book of energies, not the counting.";

    private LocalAndGlobal() {
    }

    static List<Entry> entries() {
        return List.of(coupling(), temperature(), time());
    }

    private static Entry coupling() {
        Axis g = Axis.linear("g", "ω₁");
        List<Setting> settings = List.of(SweepSetting.of("local", ModelSource.shipped("two-qubits-local", "T_1", "0.5", "T_2", "0.5"), "g", "g", Where.STEADY),
                SweepSetting.of("global", ModelSource.shipped("two-qubits-global", "T_1", "0.5", "T_2", "0.5"), "g", "g", Where.STEADY));
        return Entry.of("first-law-local-global-coupling", "Steady currents of two qubits at one temperature, against their coupling", TEXT, settings, List.of(
                Column.of("g", "w1", NONE, "coupling", Reading.x()), current("J1_local", "local", "one"), current("J2_local", "local", "two"),
                Column.of("sigma_local", "w1", NONE, "-J1/T1 - J2/T2", production("local", x -> 0.5)),
                current("J1_global", "global", "one"), current("J2_global", "global", "two"),
                Column.of("J1_local_oscillators", "w1^2", INTO_SYSTEM, "the same of two oscillators, by the moment equations of the pair", Reading.function(LocalAndGlobal::oscillators))),
                List.of(new Panel("currents", "Spurious current", "Both baths have the temperature 0.5.", g, Axis.linear("heat per time", "ω₁²"), List.of("J1_local", "J1_global", "J1_local_oscillators"))))
                .remarked(REMARK + " Oscillators: moment equations, as levels that hold the pair to 12 digits are 286.");
    }

    /** Steady state of dN_1 = −G_1(N_1 − n_1) + 2g Im C and its partners, solved. */
    private static double oscillators(double g) {
        double[] omega = {1, 0.6};
        double[] rate = {0.02 * omega[0], 0.02 * omega[1]};
        double[] n = {1 / Math.expm1(omega[0] / 0.5), 1 / Math.expm1(omega[1] / 0.5)};
        if (g == 0) {
            return 0;
        }
        double mean = (rate[0] + rate[1]) / 2;
        double transfer = 2 * g * g * mean / (mean * mean + (omega[0] - omega[1]) * (omega[0] - omega[1]));
        double current = (n[0] - n[1]) / (1 / transfer + 1 / rate[0] + 1 / rate[1]);
        return current * (omega[0] * rate[1] + omega[1] * rate[0]) / (rate[0] + rate[1]);
    }

    private static Column current(String name, String setting, String bath) {
        return Column.of(name, "w1^2", INTO_SYSTEM, "heat per time from bath " + bath + ", with the energy of both qubits", Reading.of(setting, "heat." + bath));
    }

    private static Reading production(String setting, DoubleUnaryOperator second) {
        return Reading.combined(List.of(Reading.of(setting, "heat.one"), Reading.of(setting, "heat.two"), Reading.x()), v -> -v[0] / 0.5 - v[1] / second.applyAsDouble(v[2]));
    }

    private static Entry temperature() {
        Axis x = Axis.linear("T₂", "ω₁");
        List<Setting> settings = List.of(SweepSetting.of("local", ModelSource.shipped("two-qubits-local", "T_1", "0.5"), "T_2", "T2", Where.STEADY),
                SweepSetting.of("global", ModelSource.shipped("two-qubits-global", "T_1", "0.5"), "T_2", "T2", Where.STEADY));
        return Entry.of("first-law-local-global-temperature", "Steady currents of two qubits, against the temperature of the second bath", TEXT, settings, List.of(
                Column.of("T2", "w1", NONE, "temperature of the second bath", Reading.x()), current("J1_local", "local", "one"), current("J2_local", "local", "two"),
                Column.of("sigma_local", "w1", NONE, "-J1/T1 - J2/T2", production("local", t -> t)), current("J1_global", "global", "one"), current("J2_global", "global", "two"),
                Column.of("sigma_global", "w1", NONE, "-J1/T1 - J2/T2", production("global", t -> t))),
                List.of(new Panel("currents", "Heat from the first bath", "It has the temperature 0.5.", x, Axis.linear("heat per time", "ω₁²"), List.of("J1_local", "J1_global")),
                        new Panel("production", "Entropy production", "Of the local equation negative for 0.30 < T₂ < 0.50.", x, Axis.linear("σ", "ω₁"), List.of("sigma_local", "sigma_global"))))
                .remarked(REMARK);
    }

    private static Entry time() {
        List<Column> columns = new ArrayList<>(List.of(Column.of("t", "1/w1", NONE, "time", Reading.x())));
        for (String equation : List.of("local", "global")) {
            Reading energy = Reading.of(equation, "energy");
            columns.add(Column.of("n1_" + equation, "1", NONE, "excited population of the first qubit", Reading.of(equation, "n_1")));
            columns.add(Column.of("n2_" + equation, "1", NONE, "of the second", Reading.of(equation, "n_2")));
            columns.add(Column.of("U_" + equation, "w1", INTO_SYSTEM, "mean energy", energy));
            columns.add(Column.of("J1_" + equation, "w1^2", INTO_SYSTEM, "heat per time from the first bath", Reading.of(equation, "R_1").negated()));
            columns.add(Column.of("J2_" + equation, "w1^2", INTO_SYSTEM, "from the second", Reading.of(equation, "R_2").negated()));
            columns.add(Column.of("Q1_" + equation, "w1", INTO_SYSTEM, "heat from the first bath", Reading.of(equation, "heat.one")));
            columns.add(Column.of("Q2_" + equation, "w1", INTO_SYSTEM, "from the second", Reading.of(equation, "heat.two")));
        }
        Axis t = Axis.linear("t", "1/ω₁");
        return Entry.of("first-law-local-global-time", "Relaxation of two coupled qubits", TEXT, List.of(setting("local"), setting("global")), columns, List.of(
                new Panel("heats", "Heats", "From each bath, by both equations.", t, Axis.linear("heat", "ω₁"), List.of("Q1_local", "Q2_local", "Q1_global", "Q2_global")),
                new Panel("populations", "Populations", "Of both qubits, by both equations.", t, Axis.linear("population", ""), List.of("n1_local", "n2_local", "n1_global", "n2_global"))));
    }

    private static TimeSetting setting(String equation) {
        return TimeSetting.of(equation, ModelSource.shipped("two-qubits-" + equation), "t", Derived.dissipation("R_1", "one"), Derived.dissipation("R_2", "two"));
    }
}
