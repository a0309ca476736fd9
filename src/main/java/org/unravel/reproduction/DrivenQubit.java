package org.unravel.reproduction;

import static org.unravel.reproduction.Sign.INTO_SYSTEM;
import static org.unravel.reproduction.Sign.NONE;
import static org.unravel.reproduction.Sign.OUT_OF_SYSTEM;

import java.util.List;

import org.unravel.firstlaw.dissipation.InternalDissipation;

/** What the tables of a driven qubit have in common: two settings, the laboratory frame and the rotating-wave approximation, and their columns. */
final class DrivenQubit {

    private static final String LAB = "lab";
    private static final String ROTATING = "rwa";
    private static final String POWER = "omega_q^2";

    private DrivenQubit() {
    }

    static List<Setting> settings(String... parameters) {
        return List.of(
                TimeSetting.of(LAB, ModelSource.ofTexts("driven-qubit", parameters), "omega_q_t", Derived.dissipation("R"), Derived.unitaryRate("P_0", "bare"),
                        new Derived("energy.rate", m -> m.observables().stream().filter(o -> o.name().equals("power")).findFirst().orElseThrow().operator()
                                .minus(InternalDissipation.power(m)))).with(QubitReadings.rates()),
                TimeSetting.of(ROTATING, ModelSource.ofTexts("driven-qubit-rwa", parameters), "omega_q_t", Derived.dissipation("R")));
    }

    private static Reading lab(String name) {
        return Reading.of(LAB, name);
    }

    private static Reading rotating(String name) {
        return Reading.of(ROTATING, name);
    }

    /** The entropy and its rate depend on the state alone, whatever the field. */
    private static final QubitReadings STATE = new QubitReadings(LAB, t -> QubitReadings.Field.along(0.5));

    /** dS/dt + βR with β = ln(1 + 1/n); not defined at zero temperature. */
    static Reading production(QubitReadings state, Reading power, double n) {
        return state.of(TwoLevelSplittings::entropyRate).with(power, (s, r) -> n > 0 ? s + Math.log1p(1 / n) * r : Double.NaN);
    }

    static List<Column> columns(double n) {
        return List.of(
                Column.of("omega_q_t", "1", NONE, "time", Reading.x()),
                Column.of("P_e", "1", NONE, "population of the excited level", lab("excited")),
                Column.of("sigma_x", "1", NONE, "mean of sigma_x", lab("sx")),
                Column.of("sigma_y", "1", NONE, "mean of sigma_y", lab("sy")),
                Column.of("H", "omega_q", INTO_SYSTEM, "mean energy with the drive", lab("energy")),
                Column.of("dH_dt_total", POWER, INTO_SYSTEM, "its rate: P - R", lab("energy.rate")),
                Column.of("P", POWER, INTO_SYSTEM, "power of the drive, the mean of dH/dt", lab("power")),
                Column.of("R_def", POWER, OUT_OF_SYSTEM, "internal dissipation power, minus the mean of the adjoint dissipator of H(t)", lab("R")),
                Column.of("R_formula", POWER, OUT_OF_SYSTEM, "R_main + R_corr + R_deph", lab("R_formula")),
                Column.of("R_main", POWER, OUT_OF_SYSTEM, "omega_q Gamma_1 [(1 + 2n) P_e - n]: what quanta carry", lab("R_main")),
                Column.of("R_corr", POWER, OUT_OF_SYSTEM, "Gamma_1 (1 + 2n)/2 times the energy of the drive", lab("R_corr")),
                Column.of("R_deph", POWER, OUT_OF_SYSTEM, "2 Gamma_phi times the energy of the drive", lab("R_deph")),
                Column.of("P0", POWER, INTO_SYSTEM, "-i Tr H_0[H, rho]: what the drive gives to the bare energy", lab("P_0")),
                Column.of("S", "nat", NONE, "entropy of the state", STATE.of(TwoLevelSplittings::entropy)),
                Column.of("sigma_full", "omega_q", INTO_SYSTEM, "dS/dt + beta R_def", production(STATE, lab("R"), n)),
                Column.of("sigma_bare", "omega_q", INTO_SYSTEM, "dS/dt + beta R_main", production(STATE, lab("R_main"), n)),
                Column.of("P_e_rwa", "1", NONE, "as P_e, in the rotating-wave approximation", rotating("excited")),
                Column.of("sigma_x_rwa", "1", NONE, "x in the frame that rotates with the drive", rotating("x")),
                Column.of("sigma_y_rwa", "1", NONE, "y in that frame", rotating("y")),
                Column.of("P_rwa", POWER, INTO_SYSTEM, "as P", rotating("power")),
                Column.of("R_rwa", POWER, OUT_OF_SYSTEM, "as R_def", rotating("R")),
                Column.of("R_main_rwa", POWER, OUT_OF_SYSTEM, "as R_main", rotating("R_main")),
                Column.of("R_corr_rwa", POWER, OUT_OF_SYSTEM, "as R_corr: it does not vanish", rotating("R_corr")));
    }
}
