package org.unravel.reproduction;

import static org.unravel.reproduction.Sign.INTO_SYSTEM;
import static org.unravel.reproduction.Sign.NONE;
import static org.unravel.reproduction.Sign.OUT_OF_SYSTEM;

import java.util.List;

import org.unravel.figure.Axis;
import org.unravel.run.SweepPoint.Where;

/** The relaxation rate from absorbed power against the frequency of the drive: averages over the period that a driven qubit tends to. */
final class RelaxationRate {

    private static final double RATE = 0.05;
    private static final String POWER = "omega_q^2";
    private static final String REMARK = "Eq. (21) of the text divides by omega_q; exact in the rotating-wave approximation is omega_d (Gamma_est_wd_rwa), so that it is off by omega_d/omega_q "
            + "(Gamma_est_wq). Sampled at three frequencies, over one period from the asymptotic state; columns that quanta or energies do not give over a period are exact alone.";

    private RelaxationRate() {
    }

    static List<Entry> entries() {
        return List.of(entry("T0", "Relaxation rate from absorbed power, zero temperature", 0),
                entry("T0-dephasing", "The same with pure dephasing", 0, "Gamma_phi", "0.02"),
                entry("T0-weak", "The same under a weak drive", 0, "Omega", "0.02"),
                entry("thermal", "The same in a thermal bath", 0.25, "n", "0.25"));
    }

    private static Entry entry(String name, String title, double n, String... parameters) {
        SweepSetting lab = SweepSetting.of("lab", ModelSource.ofTexts("driven-qubit", parameters), "omega_d", "omega_d", Where.PERIOD, Derived.dissipation("R"));
        SweepSetting rwa = SweepSetting.of("rwa", ModelSource.ofTexts("driven-qubit-rwa", parameters), "omega_d", "omega_d", Where.PERIOD, Derived.dissipation("R"));
        Axis x = Axis.linear("ω_d", "ω_q");
        return Entry.of("dissipation-power-steady-" + name, title, DissipationPower.TEXT + ", eq. (21)", List.of(lab, rwa), columns(n), List.of(
                new Panel("rate", "Relaxation rate from power", "Absorbed power over the net number of quanta, divided by the frequency of the drive or of the qubit; the rate is 0.05.", x,
                        Axis.linear("estimate of Γ₁", "ω_q"), List.of("Gamma_est_wq_lab", "Gamma_est_wd_lab", "Gamma_est_wd_rwa")),
                new Panel("power", "Powers", "Averages over a period: absorbed, and the parts of what leaves.", x, Axis.linear("power", "ω_q²"), List.of("P_abs_lab", "R_main_lab", "R_corr_lab", "R_deph_lab"))))
                .with(() -> DissipationIdentities.steady(ModelSource.ofTexts("driven-qubit", parameters), ModelSource.ofTexts("driven-qubit-rwa", parameters)))
                .remarked(REMARK);
    }

    private static List<Column> columns(double n) {
        return List.of(
                Column.of("omega_d", "omega_q", NONE, "frequency of the drive", Reading.x()),
                Column.of("P_e_lab", "1", NONE, "population of the excited level, by the rate of emissions", population("lab", n)),
                Column.of("P_abs_lab", POWER, INTO_SYSTEM, "absorbed power: work per time", Reading.of("lab", "work")),
                Column.of("R_total_lab", POWER, OUT_OF_SYSTEM, "what leaves: minus the heat per time", Reading.of("lab", "heat").negated()),
                Column.of("R_main_lab", POWER, OUT_OF_SYSTEM, "what quanta carry: minus the counted heat per time", Reading.of("lab", "heat.counted").negated()),
                Column.of("R_corr_lab", POWER, OUT_OF_SYSTEM, "Gamma_1 (1 + 2n)/2 times the energy of the drive", Reading.of("lab", "R_corr")),
                Column.of("R_deph_lab", POWER, OUT_OF_SYSTEM, "2 Gamma_phi times the energy of the drive", Reading.of("lab", "R_deph")),
                Column.of("Gamma_est_wq_lab", "omega_q", NONE, "P_abs/(omega_q net), the relation of the text", estimate("lab", n)),
                Column.of("Gamma_est_wd_lab", "omega_q", NONE, "P_abs/(omega_d net)", overDrive(estimate("lab", n))),
                Column.of("Gamma_bare_lab", "omega_q", NONE, "R_main/(omega_q net)", Reading.of("lab", "heat.counted").with(population("lab", n), (q, p) -> -q / net(p, n))),
                Column.of("P_e_rwa", "1", NONE, "as P_e_lab", population("rwa", n)),
                Column.of("P_abs_rwa", POWER, INTO_SYSTEM, "as P_abs_lab", Reading.of("rwa", "work")),
                Column.of("R_main_rwa", POWER, OUT_OF_SYSTEM, "as R_main_lab", Reading.of("rwa", "heat.counted").negated()),
                Column.of("R_corr_rwa", POWER, OUT_OF_SYSTEM, "as R_corr_lab", Reading.of("rwa", "R_corr")),
                Column.of("R_deph_rwa", POWER, OUT_OF_SYSTEM, "as R_deph_lab", Reading.of("rwa", "R_deph")),
                Column.of("Gamma_est_wq_rwa", "omega_q", NONE, "as Gamma_est_wq_lab", estimate("rwa", n)),
                Column.of("Gamma_est_wd_rwa", "omega_q", NONE, "as Gamma_est_wd_lab: the rate itself", overDrive(estimate("rwa", n))));
    }

    private static double net(double population, double n) {
        return (1 + 2 * n) * population - n;
    }

    private static Reading population(String setting, double n) {
        return Reading.of(setting, "jumps.environment.emission").times(1 / (RATE * (1 + n)));
    }

    private static Reading estimate(String setting, double n) {
        return Reading.of(setting, "work").with(population(setting, n), (w, p) -> w / net(p, n));
    }

    private static Reading overDrive(Reading estimate) {
        return estimate.with(Reading.x(), (g, x) -> g / x);
    }
}
