package org.unravel.reproduction;

import static org.unravel.reproduction.Sign.INTO_SYSTEM;
import static org.unravel.reproduction.Sign.NONE;
import static org.unravel.reproduction.Sign.OUT_OF_SYSTEM;

import java.util.ArrayList;
import java.util.List;

import org.unravel.figure.Axis;
import org.unravel.firstlaw.dissipation.Identity;
import org.unravel.firstlaw.dissipation.InternalDissipation;

/** Internal dissipation power where no table is: under a pulse, and where energy leaves in two ways, of which the partition factor says how much goes which way. */
final class DrivesAndLosses {

    private static final String MODEL = "model";
    private static final String TIME = "omega_q_t";
    private static final String POWER = "omega_q^2";
    private static final Axis X = Axis.linear("ω_q t", "");

    private DrivesAndLosses() {
    }

    static List<Entry> entries() {
        return List.of(pulsed(), partition());
    }

    private static Reading in(String name) {
        return Reading.of(MODEL, name);
    }

    private static Column energy() {
        return Column.of("H", "omega_q", INTO_SYSTEM, "mean energy with the drive", in("energy"));
    }

    private static Column excited() {
        return Column.of("P_e", "1", NONE, "population of the excited level", in("excited"));
    }

    private static Column time() {
        return Column.of(TIME, "1", NONE, "time", Reading.x());
    }

    private static Column absorbed() {
        return Column.of("E_absorbed", "omega_q", INTO_SYSTEM, "work of the drive", in("work"));
    }

    private static Column dissipated() {
        return Column.of("E_dissipated", "omega_q", OUT_OF_SYSTEM, "energy that has left: minus the heat", in("heat").negated());
    }

    private static Entry pulsed() {
        ModelSource source = ModelSource.ofTexts("pulsed-qubit");
        TimeSetting model = TimeSetting.of(MODEL, source, TIME, Derived.dissipation("R"));
        return Entry.of("dissipation-power-driven-pulsed", "Qubit under a Gaussian pulse", DissipationPower.TEXT + ", eqs. (19)-(20) with Omega(t)", List.of(model), List.of(
                time(), excited(), energy(),
                Column.of("P", POWER, INTO_SYSTEM, "power of the drive, the mean of dH/dt, with the change of the envelope", in("power")),
                Column.of("R_def", POWER, OUT_OF_SYSTEM, "internal dissipation power, minus the mean of the adjoint dissipator of H(t)", in("R")),
                Column.of("R_main", POWER, OUT_OF_SYSTEM, "what quanta carry", in("R_main")),
                Column.of("R_corr", POWER, OUT_OF_SYSTEM, "Gamma_1/2 times the energy of the drive", in("R_corr")),
                Column.of("R_deph", POWER, OUT_OF_SYSTEM, "2 Gamma_phi times the energy of the drive", in("R_deph")), absorbed(), dissipated()), List.of(
                        new Panel("power", "Dissipation after a pulse", "What leaves, and the part of it that quanta carry: they differ while the pulse lasts.", X, Axis.linear("power", "ω_q²"), List.of("R_def", "R_main")),
                        new Panel("energy", "Energy", "What the pulse has brought, what has left, and what is there.", X, Axis.linear("energy", "ω_q"), List.of("E_absorbed", "E_dissipated", "H"))))
                .untabled(Rows.even(TIME, 0, 100, 201))
                .with(() -> DissipationIdentities.ofQubit(joined(DissipationIdentities.inTime("", source, "R_main", "R_corr", "R_deph"), DissipationIdentities.afterAPulse(source))))
                .remarked("The relation of the text holds for any envelope of the drive. Its claim that the rate follows from power alone needs all of the pulse and of what comes after it. No table is shipped.");
    }

    private static List<Identity> joined(List<Identity> some, Identity... more) {
        List<Identity> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }

    private static Entry partition() {
        ModelSource source = ModelSource.ofTexts("two-ways-out");
        TimeSetting model = TimeSetting.of(MODEL, source, TIME, Derived.dissipation("R"), Derived.dissipation("R.line", "line"), Derived.dissipation("R.internal", "internal"));
        return Entry.of("dissipation-power-partition", "Driven qubit that loses energy into a line and inside", DissipationPower.TEXT + ", sections 3.2 and 3.6: incident less reflected power", List.of(model), List.of(
                time(), excited(), energy(),
                Column.of("P", POWER, INTO_SYSTEM, "power of the drive, the mean of dH/dt", in("power")),
                Column.of("R_total", POWER, OUT_OF_SYSTEM, "power into both", in("R")),
                Column.of("R_line", POWER, OUT_OF_SYSTEM, "power into the line", in("R.line")),
                Column.of("R_internal", POWER, OUT_OF_SYSTEM, "power into the internal bath", in("R.internal")),
                Column.of("Q_line", "omega_q", INTO_SYSTEM, "heat of the line", in("heat.line")),
                Column.of("Q_internal", "omega_q", INTO_SYSTEM, "heat of the internal bath", in("heat.internal")),
                Column.of("f", "1", NONE, "partition factor R_internal/R_total", in("R.internal").with(in("R"), InternalDissipation::partitionFactor)), absorbed()), List.of(
                        new Panel("power", "Two ways out", "What leaves into the line and inside, and both together.", X, Axis.linear("R", "ω_q²"), List.of("R_total", "R_line", "R_internal")),
                        new Panel("heats", "Heats", "Energy that each way out has taken is minus its heat.", X, Axis.linear("heat", "ω_q"), List.of("Q_line", "Q_internal", "E_absorbed"))))
                .untabled(Rows.even(TIME, 0, 60, 201))
                .with(() -> DissipationIdentities.inTime("", source, "R_line", "R_internal"))
                .remarked("What is reflected into the line is a part of R, so that incident less reflected power is the absorbed power less R_line, and not R. f is no constant: it has a pole where R_total changes its sign. No table is shipped.");
    }
}
