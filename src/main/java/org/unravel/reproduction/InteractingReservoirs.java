package org.unravel.reproduction;

import static org.unravel.reproduction.Sign.INTO_SYSTEM;
import static org.unravel.reproduction.Sign.NONE;

import java.util.ArrayList;
import java.util.List;

import org.unravel.figure.Axis;
import org.unravel.firstlaw.JointNumber;
import org.unravel.firstlaw.Share;
import org.unravel.model.Split;

/** Two interacting reservoirs of boson modes: energies, and heat and work of each side by three definitions. */
final class InteractingReservoirs {

    private static final String MODEL = "model";
    private static final String TEXT = "Colla, Vacchini, Smirne, Local energy assignment for two interacting quantum thermal reservoirs (arXiv:2510.06929)";
    private static final String REMARK = "Numbers are not in the text and were chosen; none of them is fitted.";
    private static final Axis TIME = Axis.linear("t", "1/\u03c9\u2082");
    private static final String MINIMAL = "minimal-dissipation";

    /** Of the homogeneous groups: what the hopping of 20 and of 10 modes adds to a frequency, the other frequency, numbers of modes, and inverse temperatures. */
    private static final double SHIFT = 0.38;
    private static final double SECOND = 1.18;
    private static final double INERT = 0.02;
    private static final int[] MODES = {20, 10};
    private static final double[] BETA = {0.5, 1};

    private InteractingReservoirs() {
    }

    static List<Entry> entries() {
        return List.of(homogeneous("dispersive", "1.2", "0.04", "weak beside the detuning"), homogeneous("strong", "1.2", "0.4", "as strong as the detuning is large"),
                homogeneous("ultrastrong", "1.2", "2", "five times the detuning"), homogeneous("near-resonant", "0.81", "0.4", "forty times the detuning"), inhomogeneous(), displaced());
    }

    private static Reading in(String curve) {
        return Reading.of(MODEL, curve);
    }

    private static Reading share(String definition, String part, Share share) {
        return in(ModesSetting.share(definition, part, share));
    }

    private static Entry homogeneous(String name, String omega, String gamma, String title) {
        double first = Double.parseDouble(omega) + SHIFT;
        double numbers = 1 / Math.expm1(BETA[1] * SECOND) - 1 / Math.expm1(BETA[0] * first);
        List<Column> columns = columns();
        columns.add(Column.of("x", "1", NONE, "part of the difference of quanta of the uniform modes that has been exchanged", share("bare", Split.A, Share.CHANGE).times(1 / (first * numbers))));
        columns.add(Column.of("nu_eff_1", "1", NONE, "eigenvalue of k of the uniform mode of side 1", uniform(Split.A, MODES[0], Double.parseDouble(omega) - INERT)));
        columns.add(Column.of("nu_eff_2", "1", NONE, "the same of side 2", uniform(Split.B, MODES[1], 1 - INERT)));
        columns.add(Column.of("damp_collective", "1", NONE, "rate at which the uniform mode of either side loses quanta", in(ModesSetting.effective("damping", Split.A))));
        ModelSource source = ModelSource.shipped("two-reservoirs", "omega", omega, "Gamma", gamma);
        return Entry.of("interacting-baths-" + name, "Two reservoirs of modes, coupling " + title, TEXT, List.of(new ModesSetting(MODEL, source, "t")), columns, panels()).remarked(REMARK);
    }

    /** The sum of all eigenvalues less those of the modes that do not move. */
    private static Reading uniform(String part, int count, double inert) {
        List<Reading> all = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            all.add(in(ModesSetting.effective("ev" + k, part)));
        }
        return Reading.combined(all, values -> java.util.Arrays.stream(values).sum() - (count - 1) * inert);
    }

    private static Entry inhomogeneous() {
        List<Column> columns = columns();
        for (int k = 0; k < 4; k++) {
            columns.add(Column.of("k1_ev" + k, "1", NONE, "eigenvalue of k of side 1", in(ModesSetting.effective("ev" + k, Split.A))));
        }
        for (int k = 0; k < 3; k++) {
            columns.add(Column.of("k2_ev" + k, "1", NONE, "eigenvalue of k of side 2", in(ModesSetting.effective("ev" + k, Split.B))));
        }
        return Entry.of("interacting-baths-inhomogeneous", "Two groups of modes that are all different", TEXT, List.of(new ModesSetting(MODEL, ModelSource.ofTexts("two-groups-inhomogeneous"), "t")), columns, panels())
                .remarked(REMARK);
    }

    /** The other side in a coherent state: its thermal columns are left out. */
    private static Entry displaced() {
        List<Column> columns = new ArrayList<>(columns());
        columns.removeIf(c -> c.name().equals("sigma_1"));
        return Entry.of("interacting-baths-displaced", "A thermal mode beside one in a coherent state, which drives it", TEXT, List.of(new ModesSetting(MODEL, ModelSource.ofTexts("displaced-environment"), "t")), columns,
                panels()).untabled(Rows.even("t", 0, 40, 201)).remarked("K has terms linear in a, i(f a^dag - h.c.) with f of the equation <a>' = G<a> + f; no table is shipped, tests hold it against its closed form.");
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(Column.of("t", "1", NONE, "time", Reading.x()),
                Column.of("dU_I", "1", INTO_SYSTEM, "change of the interaction energy", in(ModesSetting.joint(JointNumber.SWITCHING_WORK)))));
        columns.addAll(side(Split.A, "_1"));
        columns.addAll(side(Split.B, "_2"));
        columns.add(Column.of("I_12", "nat", NONE, "mutual information", in(ModesSetting.joint(JointNumber.MUTUAL_INFORMATION))));
        return columns;
    }

    private static List<Column> side(String part, String suffix) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.of("dU_bare" + suffix, "1", INTO_SYSTEM, "change of its own energy", share("bare", part, Share.CHANGE)),
                Column.of("dU_int" + suffix, "1", INTO_SYSTEM, "change of its own energy and that of the interaction", share("interaction", part, Share.CHANGE)),
                Column.of("Q_int" + suffix, "1", INTO_SYSTEM, "heat by interaction and by bare: what the other side loses", share("interaction", part, Share.HEAT)),
                Column.of("W_bare" + suffix, "1", INTO_SYSTEM, "work by bare: what the interaction loses", share("bare", part, Share.WORK)),
                effective("U_md", INTO_SYSTEM, part, suffix, "Tr K rho"),
                Column.of("dU_md" + suffix, "1", INTO_SYSTEM, "change of Tr K rho", share(MINIMAL, part, Share.CHANGE)),
                Column.of("Q_md" + suffix, "1", INTO_SYSTEM, "integral of Tr K drho", share(MINIMAL, part, Share.HEAT)),
                Column.of("W_md" + suffix, "1", INTO_SYSTEM, "integral of Tr rho dK", share(MINIMAL, part, Share.WORK))));
        columns.addAll(List.of(effective("Qdot_md", INTO_SYSTEM, part, suffix, "its heat per time"), effective("Wdot_md", INTO_SYSTEM, part, suffix, "its work per time"), effective("k_max", NONE, part, suffix, "largest eigenvalue of k"),
                effective("k_min", NONE, part, suffix, "smallest eigenvalue of k"), effective("damp_max", NONE, part, suffix, "largest rate"), effective("damp_min", NONE, part, suffix, "smallest rate"),
                effective("cond_M", NONE, part, suffix, "condition of M"), Column.of("S" + suffix, "nat", NONE, "entropy", in(ModesSetting.state("entropy", part))),
                Column.of("sigma" + suffix, "nat", NONE, "change of S less beta of the other side times Q_int", in(ModesSetting.state("entropy.production.interaction", part)))));
        return columns;
    }

    private static Column effective(String name, Sign sign, String part, String suffix, String definition) {
        return Column.of(name + suffix, "1", sign, definition, in(ModesSetting.effective(name, part)));
    }

    private static List<Panel> panels() {
        return List.of(new Panel("energies", "Energies", "Of both sides and of their interaction.", TIME, Axis.linear("energy", ""), List.of("dU_bare_1", "dU_bare_2", "dU_I")),
                new Panel("heat-1", "Heat of side 1", "Interaction and bare share a heat; minimal dissipation has another.", TIME, Axis.linear("heat", ""), List.of("Q_int_1", "Q_md_1", "dU_bare_1")),
                new Panel("heat-2", "Heat of side 2", "The same of the other side.", TIME, Axis.linear("heat", ""), List.of("Q_int_2", "Q_md_2", "dU_bare_2")),
                new Panel("work-1", "Work on side 1", "Minimal dissipation peaks where the map is worst conditioned.", TIME, Axis.linear("work", ""), List.of("W_bare_1", "W_md_1")),
                new Panel("work-2", "Work on side 2", "The same of the other side.", TIME, Axis.linear("work", ""), List.of("W_bare_2", "W_md_2")));
    }
}
