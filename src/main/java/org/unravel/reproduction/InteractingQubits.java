package org.unravel.reproduction;

import static org.unravel.reproduction.Sign.INTO_SYSTEM;
import static org.unravel.reproduction.Sign.NONE;

import java.util.ArrayList;
import java.util.List;

import org.unravel.figure.Axis;
import org.unravel.firstlaw.Share;
import org.unravel.model.Split;

/** Minimal dissipation in finite dimension: two qubits that exchange quanta, and a qubit with a few oscillators. */
final class InteractingQubits {

    private static final String TEXT = "Colla, Vacchini and Smirne, arXiv:2510.06929; Colla and Breuer (2022), Phys. Rev. A 105, 052216";
    private static final String MODEL = "model";
    private static final Axis TIME = Axis.linear("t", "");

    /** Parameters of the text's tables. */
    private static final double OMEGA_A = 1;
    private static final double OMEGA_B = 0.7;
    private static final double EXCITED_A = 1 / (1 + Math.exp(0.5 * OMEGA_A));
    private static final double EXCITED_B = 1 / (1 + Math.exp(2 * OMEGA_B));
    private static final double BETA = 2;
    private static final double START_OF_MODES = 1.1 / 2 * (0.7 - 0.3);

    private InteractingQubits() {
    }

    static List<Entry> entries() {
        return List.of(pair(), modes());
    }

    private static Reading in(String curve) {
        return Reading.of(MODEL, curve);
    }

    private static Reading change(String observable) {
        return in(DrawnSetting.change(observable));
    }

    private static Entry pair() {
        List<Column> columns = new ArrayList<>(List.of(Column.of("t", "1", NONE, "time", Reading.x()),
                Column.of("x", "1", NONE, "part of the difference of populations that has been exchanged", change("excited").times(1 / (EXCITED_B - EXCITED_A))),
                Column.of("dU_I", "1", INTO_SYSTEM, "change of the interaction energy", change("coupling"))));
        columns.addAll(side(Split.A, "a", "b", OMEGA_A * (EXCITED_A - 0.5)));
        columns.addAll(side(Split.B, "b", "a", OMEGA_B * (EXCITED_B - 0.5)));
        return Entry.of("interacting-baths-qubit-pair", "Two qubits that exchange quanta: three definitions on both sides", TEXT, List.of(new DrawnSetting(MODEL, ModelSource.ofTexts("qubit-exchange"), "t")),
                columns, List.of(
                        new Panel("heat", "Heat of A", "Interaction and bare share a heat; minimal dissipation has another.", TIME, Axis.linear("heat", ""), List.of("Q_int_A", "Q_md_A", "dU_bare_A")),
                        new Panel("work", "Work on A and B", "Peaks where the dynamical map is worst conditioned.", TIME, Axis.linear("work", ""), List.of("W_bare_A", "W_md_A", "W_bare_B", "W_md_B")),
                        new Panel("frequency", "Effective frequencies", "Of both sides.", TIME, Axis.linear("frequency", ""), List.of("omega_eff_A", "omega_eff_B")),
                        new Panel("rates", "Canonical rates of A", "One of them is negative half of the time.", TIME, Axis.linear("rate", ""), List.of("gamma_min_A", "gamma_mid_A", "gamma_max_A"))));
    }

    /** Columns of one side; its own observable and the partner's. */
    private static List<Column> side(String part, String own, String partner, double start) {
        String of = " of " + part;
        List<Column> columns = new ArrayList<>(List.of(
                Column.of("dU_bare_" + part, "1", INTO_SYSTEM, "change of its own energy" + of, change(own)),
                Column.of("Q_int_" + part, "1", INTO_SYSTEM, "heat by interaction and by bare: what the partner loses" + of, change(partner).negated()),
                Column.of("W_bare_" + part, "1", INTO_SYSTEM, "work by bare: what the interaction loses" + of, change("coupling").negated()),
                Column.of("omega_eff_" + part, "1", NONE, "frequency of K" + of, in(DrawnSetting.hamiltonian(part, 'z')))));
        columns.addAll(dissipative(part, "_" + part, start));
        return columns;
    }

    private static List<Column> dissipative(String part, String suffix, double start) {
        return List.of(Column.of("U_md" + suffix, "1", INTO_SYSTEM, "Tr K rho of " + part, in(DrawnSetting.share(part, Share.CHANGE)).affine(1, start)),
                Column.of("Q_md" + suffix, "1", INTO_SYSTEM, "integral of Tr K drho of " + part, in(DrawnSetting.share(part, Share.HEAT))),
                Column.of("W_md" + suffix, "1", INTO_SYSTEM, "integral of Tr rho dK of " + part, in(DrawnSetting.share(part, Share.WORK))),
                Column.of("gamma_min" + suffix, "1", NONE, "smallest canonical rate of " + part, in(DrawnSetting.rate(part, 0))),
                Column.of("gamma_mid" + suffix, "1", NONE, "the next one of " + part, in(DrawnSetting.rate(part, 1))),
                Column.of("gamma_max" + suffix, "1", NONE, "the largest one of " + part, in(DrawnSetting.rate(part, 2))),
                Column.of("cond_Phi" + suffix, "1", NONE, "condition of the dynamical map of " + part, in(DrawnSetting.condition(part))));
    }

    private static Entry modes() {
        Reading entropy = Reading.combined(List.of(in("sx"), in("sy"), in("excited").affine(2, -1)), InteractingQubits::entropy);
        List<Column> columns = new ArrayList<>(List.of(Column.of("t", "1", NONE, "time", Reading.x()),
                Column.of("dU_bare", "1", INTO_SYSTEM, "change of its own energy", change("qubit")),
                Column.of("Q_int", "1", INTO_SYSTEM, "heat by interaction and by bare: what the modes lose", change("modes").negated()),
                Column.of("W_bare", "1", INTO_SYSTEM, "work by bare: what the interaction loses", change("coupling").negated()),
                Column.of("Kz", "1", NONE, "of K = (Kx sx + Ky sy + Kz sz)/2", in(DrawnSetting.hamiltonian(Split.A, 'z'))),
                Column.of("Kx", "1", NONE, "of K", in(DrawnSetting.hamiltonian(Split.A, 'x'))), Column.of("Ky", "1", NONE, "of K", in(DrawnSetting.hamiltonian(Split.A, 'y')))));
        columns.addAll(dissipative(Split.A, "", START_OF_MODES));
        columns.addAll(List.of(Column.of("rho_ee", "1", NONE, "excited population", in("excited")), Column.of("Re_rho_eg", "1", NONE, "coherence", in("sx").times(0.5)),
                Column.of("Im_rho_eg", "1", NONE, "coherence", in("sy").times(-0.5)), Column.of("S", "nat", NONE, "entropy of the qubit", entropy),
                Column.of("sigma_S", "nat", NONE, "entropy production, change of S and of the modes' energy times beta", entropy.with(change("modes"), (s, u) -> s + BETA * u))));
        return Entry.of("interacting-baths-qubit-modes", "Qubit with three oscillators: an effective Hamiltonian along all axes", TEXT,
                List.of(new DrawnSetting(MODEL, ModelSource.ofTexts("qubit-with-modes"), "t")), columns, List.of(
                        new Panel("hamiltonian", "Effective Hamiltonian", "Its three components.", TIME, Axis.linear("K", ""), List.of("Kz", "Kx", "Ky")),
                        new Panel("heat", "Heat", "By two definitions, beside the bare energy.", TIME, Axis.linear("heat", ""), List.of("Q_int", "Q_md", "dU_bare")),
                        new Panel("work", "Work", "By two definitions.", TIME, Axis.linear("work", ""), List.of("W_bare", "W_md")),
                        new Panel("rates", "Canonical rates", "Of both signs.", TIME, Axis.linear("rate", ""), List.of("gamma_min", "gamma_mid", "gamma_max"))));
    }

    /** Of a Bloch vector; a pure state has none. */
    private static double entropy(double... bloch) {
        double r = Math.min(1, Math.sqrt(bloch[0] * bloch[0] + bloch[1] * bloch[1] + bloch[2] * bloch[2]));
        return -xLog((1 + r) / 2) - xLog((1 - r) / 2);
    }

    private static double xLog(double p) {
        return p > 0 ? p * Math.log(p) : 0;
    }
}
