package org.unravel.reproduction;

import static org.unravel.reproduction.Sign.INTO_PART;
import static org.unravel.reproduction.Sign.NONE;
import static org.unravel.reproduction.Sign.PROVIDED_BY_PART;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.unravel.figure.Axis;
import org.unravel.firstlaw.JointNumber;
import org.unravel.firstlaw.Share;

/**
 * Columns of the tables of two parts A and B. In these tables heat and work of the autonomous definition are positive when the part provides them, flows by the other definitions when they enter it.
 *
 * @param setting with averaged states of both parts
 */
record PartColumns(String setting) {

    private static final List<String> PARTS = List.of("A", "B");
    private static final String AUTONOMOUS = "autonomous";

    /** Entropy below which a temperature is rounding. */
    private static final double LEAST_ENTROPY = 1e-6;

    /** What all tables of two parts begin with. */
    List<Column> states() {
        List<Column> all = new ArrayList<>();
        all.addAll(both(p -> column("U_" + p, "omega", NONE, "energy", state("energy", p))));
        all.add(column("E_int", "omega", NONE, "energy of interaction", joint(JointNumber.INTERACTION_ENERGY)));
        all.addAll(both(p -> column("dU_" + p, "omega", INTO_PART, "change of energy", state("energy", p).sinceStart())));
        all.addAll(both(p -> column("S_" + p, "nat", NONE, "entropy", state("entropy", p))));
        all.add(column("S_AB", "nat", NONE, "entropy of both together", joint(JointNumber.ENTROPY)));
        all.add(column("I_AB", "nat", NONE, "mutual information", joint(JointNumber.MUTUAL_INFORMATION)));
        all.addAll(both(p -> column("beta_" + p, "1/omega", NONE, "inverse temperature, never negative, of the thermal state of the same entropy; judged where that is at least 1e-6", state("beta.reference", p))
                .whereAbove(LEAST_ENTROPY, state("entropy", p))));
        all.addAll(both(p -> column("Uth_" + p, "omega", NONE, "energy of that thermal state", state("energy.thermal", p))));
        all.addAll(both(p -> column("Q_" + p, "omega", PROVIDED_BY_PART, "heat by the autonomous definition", share(AUTONOMOUS, Share.HEAT, p).negated())));
        all.addAll(both(p -> column("W_" + p, "omega", PROVIDED_BY_PART, "work by the autonomous definition", share(AUTONOMOUS, Share.WORK, p).negated())));
        all.addAll(both(p -> column("erg_" + p, "omega", NONE, "ergotropy", state("ergotropy", p))));
        all.addAll(both(p -> column("exergy_" + p, "omega", NONE, "U - Uth", state("exergy", p))));
        all.addAll(both(p -> column("athermal_" + p, "omega", NONE, "energy of the passive state less Uth", state("athermal", p))));
        all.addAll(both(p -> column("D_pi_th_" + p, "nat", NONE, "relative entropy of the passive to the thermal state: beta times athermal", state("athermal", p).with(state("beta.reference", p),
                (athermal, beta) -> Double.isInfinite(beta) ? 0 : beta * athermal))));
        return all;
    }

    /** Entropy productions, and flows of the other definitions: of closed models. */
    List<Column> flows() {
        List<Column> all = new ArrayList<>();
        all.addAll(both(p -> column("sigma_" + p, "nat", NONE, "entropy production: change of S less beta Q of the partner, beta that of its start", state("entropy.production.autonomous", p))));
        for (String p : PARTS) {
            all.add(column("MCA_work_rate_" + p, "omega^2", INTO_PART, "rate of work of the mean field", Reading.of(setting, MeanFieldRates.work(p))));
            all.add(column("MCA_corr_rate_" + p, "omega^2", INTO_PART, "rate of energy by correlations", Reading.of(setting, MeanFieldRates.correlation(p))));
        }
        for (String p : PARTS) {
            all.add(column("MCA_work_" + p, "omega", INTO_PART, "work of the mean field", share("mean-field", Share.WORK, p)));
            all.add(column("MCA_corr_" + p, "omega", INTO_PART, "energy by correlations", share("mean-field", Share.HEAT, p)));
        }
        for (String p : PARTS) {
            all.add(column("Wst_" + p, "omega", INTO_PART, "work of the change of the effective Hamiltonian", share("semiclassical", Share.WORK, p)));
            all.add(column("Qst_" + p, "omega", INTO_PART, "heat of the change of state by the effective Hamiltonian", share("semiclassical", Share.HEAT, p)));
        }
        return all;
    }

    /**
     * Panels a and b of a figure.
     *
     * @param figure which of the text
     * @param x its horizontal axis
     * @param until where it ends
     */
    static List<Panel> energies(String figure, Axis x, double until) {
        return PARTS.stream().map(p -> new Panel("energies-" + p.toLowerCase(Locale.ROOT), figure + (p.equals("A") ? "a" : "b") + ": energy, heat and work of " + p, "Change of energy, and heat and work that " + p + " provides.", x,
                Axis.linear("energy", "ω"), List.of("dU_" + p, "Q_" + p, "W_" + p)).until(until)).toList();
    }

    private static List<Column> both(Function<String, Column> of) {
        return PARTS.stream().map(of).toList();
    }

    private static Column column(String name, String unit, Sign sign, String definition, Reading reading) {
        return Column.of(name, unit, sign, definition, reading);
    }

    private Reading state(String quantity, String part) {
        return Reading.of(setting, AveragedStates.state(quantity, part));
    }

    private Reading joint(JointNumber number) {
        return Reading.of(setting, AveragedStates.joint(number));
    }

    private Reading share(String definition, Share share, String part) {
        return Reading.of(setting, AveragedStates.share(definition, share, part));
    }
}
