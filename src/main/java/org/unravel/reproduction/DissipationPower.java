package org.unravel.reproduction;

import static org.unravel.reproduction.Sign.INTO_SYSTEM;
import static org.unravel.reproduction.Sign.NONE;
import static org.unravel.reproduction.Sign.OUT_OF_SYSTEM;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.unravel.figure.Axis;
import org.unravel.firstlaw.dissipation.Identity;
import org.unravel.firstlaw.dissipation.Transitions;

/** The tables of internal dissipation power in time: the damped qubit with and without a drive, levels with many transitions, photons that are counted. */
final class DissipationPower {

    static final String TEXT = "E. Guo, Exact Relation between Internal Dissipation Power and Energy Relaxation Rate (2026)";

    private static final String PREFIX = "dissipation-power-";
    private static final String TIME = "omega_q_t";
    private static final double RATE = 0.05;
    /** Of the thermal bath of the four levels. */
    private static final double BETA = 1.3;

    private DissipationPower() {
    }

    static List<Entry> entries() {
        return List.of(
                undriven("undriven-T0", "Undriven qubit at zero temperature", 0, 0.8, "n", "0"),
                undriven("undriven-T0-dephasing", "The same with pure dephasing, which changes no energy", 0, 0.8, "n", "0", "Gamma_phi", "0.03"),
                undriven("undriven-thermal-excited", "Undriven qubit that cools in a thermal bath", 0.25, 1, "n", "0.25", "P_0", "1"),
                undriven("undriven-thermal-ground", "Undriven qubit that warms up in a thermal bath", 0.25, 0, "n", "0.25", "P_0", "0"),
                driven("driven-resonant", "Driven qubit on resonance", 0),
                driven("driven-detuned", "Driven qubit, detuned", 0, "omega_d", "1.15")
                        .remarked("The text says that the correction to the main term vanishes in the rotating-wave approximation: R_corr_rwa, its co-rotating half, does not."),
                driven("driven-detuned-dephasing", "Driven qubit, detuned, with pure dephasing", 0, "omega_d", "1.15", "Gamma_phi", "0.02").untabled(Rows.even(TIME, 0, 100, 201))
                        .remarked("The text says that R does not depend on pure dephasing; driven, R_deph is not zero. No table is shipped."),
                driven("driven-thermal", "Strongly driven qubit in a thermal bath", 0.25, "Omega", "0.5", "n", "0.25"),
                negative()
                        .remarked("R is negative at the start: the jumps are those of the undriven qubit, so that heat with the full H obeys no second law."),
                driven("driven-thermal-secondlaw", "A state near that of Gibbs from which the full heat breaks the second law", 0.25, "Omega", "0.5", "n", "0.25", "P_0", "n/(1 + 2*n)", "p_x", "-0.1")
                        .untabled(Rows.even(TIME, 0, 100, 201)).remarked("The full heat breaks the second law, heat by the bare energy (sigma_bare) does not. With r_x = -0.1 sigma_full is -2.56e-3 at the start by its closed form, "
                                + "the lowest of all times; a lowest value of -3.3e-5 that has been said of this case is not found. No table is shipped."),
                counting(), levels("multilevel-T0", "Four levels that decay at zero temperature", "beta", "1e6"), levels("multilevel-thermal", "Four levels in a thermal bath"), collective());
    }

    private static Reading in(String name) {
        return Reading.of("model", name);
    }

    private static Entry undriven(String name, String title, double n, double start, String... parameters) {
        ModelSource source = ModelSource.ofTexts("damped-qubit", parameters);
        TimeSetting model = TimeSetting.of("model", source, TIME, Derived.dissipation("R")).with(QubitReadings.rates());
        QubitReadings state = new QubitReadings("model", t -> QubitReadings.Field.along(0.5));
        double equilibrium = n / (1 + 2 * n);
        List<Column> columns = List.of(
                Column.of("Gamma1_t", "1", NONE, "time in units of the relaxation time", Reading.x()),
                Column.of(TIME, "1", NONE, "time", Reading.x().times(1 / RATE)),
                Column.of("P_e", "1", NONE, "population of the excited level", in("excited")),
                Column.of("sigma_z", "1", NONE, "mean of sigma_z", in("sz")),
                Column.of("H", "omega_q", INTO_SYSTEM, "mean energy", in("energy")),
                Column.of("dH_dt", "omega_q^2", INTO_SYSTEM, "its rate, minus R", in("R").negated()),
                Column.of("R_def", "omega_q^2", OUT_OF_SYSTEM, "internal dissipation power, minus the mean of the adjoint dissipator of H", in("R")),
                Column.of("R_formula", "omega_q^2", OUT_OF_SYSTEM, "omega Gamma_1 [(1 + 2n) P_e - n]", in("R_formula")),
                Column.of("R_closed", "omega_q^2", OUT_OF_SYSTEM, "the same with P_e(t) in closed form",
                        Reading.function(t -> RATE * ((1 + 2 * n) * (equilibrium + (start - equilibrium) * Math.exp(-t * (1 + 2 * n))) - n))),
                Column.of("E_dissipated", "omega_q", OUT_OF_SYSTEM, "energy that has left: minus the heat", in("heat").negated()),
                Column.of("jump_rate_down", "omega_q", NONE, "expected rate of emissions", in("down")),
                Column.of("jump_rate_up", "omega_q", NONE, "expected rate of absorptions", in("up")),
                Column.of("S", "nat", NONE, "entropy of the state", state.of(TwoLevelSplittings::entropy)),
                Column.of("entropy_production_rate", "omega_q", INTO_SYSTEM, "dS/dt + beta R", DrivenQubit.production(state, in("R"), n)));
        Axis x = Axis.linear("Γ₁t", "");
        return Entry.of(PREFIX + name, title, TEXT + ", eqs. (7)-(12), (16)-(18)", List.of(model), columns, List.of(
                new Panel("power", "Internal dissipation power", "R by its definition beside the relation to the population.", x, Axis.linear("R", "ω_q²"), List.of("R_def", "R_formula")),
                new Panel("energy", "Energy", "Mean energy, and what has left.", x, Axis.linear("energy", "ω_q"), List.of("H", "E_dissipated"))))
                .with(() -> DissipationIdentities.ofQubit(DissipationIdentities.inTime("", source, "R_formula")));
    }

    private static Entry driven(String name, String title, double n, String... parameters) {
        Axis x = Axis.linear("ω_q t", "");
        return Entry.of(PREFIX + name, title, TEXT + ", eqs. (19)-(23)", DrivenQubit.settings(parameters), DrivenQubit.columns(n), List.of(
                new Panel("power", "Dissipation and drive", "What the drive gives (P) and what leaves (R), with the part of R that quanta carry.", x, Axis.linear("power", "ω_q²"), List.of("P", "R_def", "R_main")),
                new Panel("dissipation", "Internal dissipation power", "R, its part that quanta carry, and R in the rotating-wave approximation.", x, Axis.linear("R", "ω_q²"), List.of("R_def", "R_main", "R_rwa")),
                new Panel("production", "Entropy production", "dS/dt + βR by the full R and by what quanta carry; not defined at zero temperature.", x, Axis.linear("σ", "ω_q"), List.of("sigma_full", "sigma_bare")),
                new Panel("corrections", "What the drive adds to R", "R less its main term, in the laboratory frame and in the rotating-wave approximation.", x, Axis.linear("power", "ω_q²"),
                        List.of("R_corr", "R_corr_rwa", "R_deph")),
                new Panel("population", "Excited population", "In the laboratory frame and in the rotating-wave approximation.", x, Axis.linear("P_e", ""), List.of("P_e", "P_e_rwa"))))
                .with(() -> DissipationIdentities.driven(parameters));
    }

    private static Entry negative() {
        String[] parameters = {"P_0", "0.002", "p_x", "-2*sqrt(P_0*(1 - P_0))"};
        return driven("driven-T0-negative", "Energy drawn from a bath of temperature zero", 0, parameters).with(() -> {
            List<Identity> all = new ArrayList<>(DissipationIdentities.driven(parameters));
            all.add(DissipationIdentities.negativeAtTheStart(ModelSource.ofTexts("driven-qubit", parameters)));
            return all;
        });
    }

    private static Entry counting() {
        TimeSetting model = TimeSetting.of("model", ModelSource.shipped("rwa-qubit"), TIME).withVariances();
        String jumps = "jumps.environment.emission";
        Reading mean = in(jumps);
        Reading variance = Reading.variance("model", jumps);
        Axis x = Axis.linear("ω_q t", "");
        return Entry.of(PREFIX + "jump-counting", "Number of photons of a driven qubit", TEXT + "; relative error of the rate from N clicks", List.of(model), List.of(
                Column.of(TIME, "1", NONE, "time", Reading.x()),
                Column.of("P_e", "1", NONE, "population of the excited level", in("excited")),
                Column.of("jump_rate", "omega_q", NONE, "expected rate of clicks", in("excited").times(RATE)),
                Column.of("mean_N", "1", NONE, "mean number of clicks", mean),
                Column.of("var_N", "1", NONE, "its variance", variance),
                Column.of("Fano", "1", NONE, "variance over mean; 1 at the start", variance.with(mean, (v, m) -> m == 0 ? 1 : v / m))),
                List.of(new Panel("number", "Clicks", "Mean and variance of their number.", x, Axis.linear("number", ""), List.of("mean_N", "var_N")),
                        new Panel("fano", "Fano factor", "It tends to 1 - 6Ω²Γ²/(Γ² + 2Ω²)² = 0.911846.", x, Axis.linear("Fano factor", ""), List.of("Fano"))));
    }

    private static Entry levels(String name, String title, String... parameters) {
        ModelSource source = ModelSource.ofTexts("four-levels", parameters);
        boolean isCold = parameters.length > 0;
        TimeSetting model = TimeSetting.of("model", source, "omega_t", Derived.dissipation("R"), Derived.countedDissipation("R_counted")).defining();
        List<Column> columns = List.of(
                Column.of("omega_t", "1", NONE, "time", Reading.x()),
                Column.of("P_0", "1", NONE, "population of level 0", in("P0")),
                Column.of("P_1", "1", NONE, "population of level 1", in("P1")),
                Column.of("P_2", "1", NONE, "population of level 2", in("P2")),
                Column.of("P_3", "1", NONE, "population of level 3", in("P3")),
                Column.of("H", "1", INTO_SYSTEM, "mean energy", in("energy")),
                Column.of("R_def", "1", OUT_OF_SYSTEM, "internal dissipation power, minus the mean of the adjoint dissipator of H", in("R")),
                Column.of("R_formula", "1", OUT_OF_SYSTEM, "sum over jumps of (E_i - E_j) rate_ij P_i: what their quanta carry", in("R_counted")),
                Column.of("S", "nat", NONE, "entropy of the state", in(AveragedStates.state("entropy"))),
                Column.of("entropy_production_rate", "1", INTO_SYSTEM, "dS/dt + beta R; not defined at zero temperature",
                        Reading.of("entropy", "rate").with(in("R"), (s, r) -> isCold ? Double.NaN : s + BETA * r)));
        Axis x = Axis.linear("ωt", "");
        return Entry.of(PREFIX + name, title, TEXT + ", section 4.4", List.of(model, new InternalSetting("entropy", rows -> Map.of("rate", EntropyRate.of(source.open().model(), rows.column("omega_t"))))), columns, List.of(
                new Panel("populations", "Populations", "Of the four levels.", x, Axis.linear("population", ""), List.of("P_0", "P_1", "P_2", "P_3")),
                new Panel("power", "Internal dissipation power", "R by its definition beside the sum over transitions.", x, Axis.linear("R", "energy²"), List.of("R_def", "R_formula"))))
                .with(() -> Transitions.identities(source.open().model(), Identity.Claim.EQUAL))
                .remarked("Above zero temperature the text's sum over transitions needs those that go up as well.");
    }

    private static Entry collective() {
        ModelSource source = ModelSource.ofTexts("collective-jump");
        TimeSetting model = TimeSetting.of("model", source, "omega_t", Derived.dissipation("R"));
        Axis x = Axis.linear("ωt", "");
        return Entry.of(PREFIX + "multilevel-collective", "One jump operator for two transitions", TEXT + ", section 4.4: a counterexample", List.of(model), List.of(
                Column.of("omega_t", "1", NONE, "time", Reading.x()),
                Column.of("P_1", "1", NONE, "population of level 1", in("P1")),
                Column.of("P_2", "1", NONE, "population of level 2", in("P2")),
                Column.of("Re_rho_12", "1", NONE, "real part of the coherence of levels 1 and 2", in("coherence")),
                Column.of("R_def", "1", OUT_OF_SYSTEM, "internal dissipation power, minus the mean of the adjoint dissipator of H", in("R")),
                Column.of("R_population", "1", OUT_OF_SYSTEM, "the formula by populations", in("R_population")),
                Column.of("R_coherence", "1", OUT_OF_SYSTEM, "what it misses: Gamma (E_1 + E_2) Re rho_12", in("R_coherence"))),
                List.of(new Panel("power", "What populations do not know", "R is the sum of a part by populations and of interference.", x, Axis.linear("R", "energy²"), List.of("R_def", "R_population", "R_coherence"))))
                .with(() -> Transitions.identities(source.open().model(), Identity.Claim.UNEQUAL))
                .remarked("The formula by populations of the text holds only where each transition has a jump operator of its own: here it misses half of R at the start.");
    }
}
