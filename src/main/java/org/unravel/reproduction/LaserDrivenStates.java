package org.unravel.reproduction;

import static org.unravel.reproduction.Sign.INTO_SYSTEM;
import static org.unravel.reproduction.Sign.NONE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.unravel.figure.Axis;
import org.unravel.firstlaw.Share;

/** The laser-driven atom in time: Bloch vector, energy, entropy and the three splittings of its first law. */
final class LaserDrivenStates {

    private static final String MODEL = "model";
    private static final String RATE = "w0^2";
    private static final String REMARK = "Parameters of the figures are not in the text: set A was chosen so that the shapes described appear; the drive is Omega (sigma_+ e^{-i w_L t} + h.c.), the "
            + "thermal start is that of H(0).";

    private LaserDrivenStates() {
    }

    static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (String set : LaserDrivenAtom.sets()) {
            for (String start : LaserDrivenAtom.STARTS) {
                Entry entry = entry(set, start);
                entries.add(set.equals("C") ? entry.untabled(Rows.even("t", 0, 400, 201)) : entry);
            }
        }
        return entries;
    }

    private static Reading in(String name) {
        return Reading.of(MODEL, name);
    }

    private static Reading averaged(String quantity) {
        return in(AveragedStates.state(quantity));
    }

    private static Entry entry(String set, String start) {
        ModelSource source = LaserDrivenAtom.started(LaserDrivenAtom.set(set), start);
        double rabi = LaserDrivenAtom.parameter(source, "Omega");
        double laser = LaserDrivenAtom.parameter(source, "omega_L");
        TimeSetting model = TimeSetting.of(MODEL, source, "t", Derived.dissipation("R"), new Derived("energy.rate", LaserDrivenAtom::energyRate)).with(QubitReadings.rates()).defining("conventional", "hamiltonian-based", "entropy-based");
        Axis t = Axis.linear("t", "1/ω₀");
        return Entry.of("floquet-" + set + "-" + start, "Laser-driven atom, set " + set + ", from its " + start + " state", LaserDrivenAtom.TEXT + ", " + figures(start), List.of(model),
                columns(new QubitReadings(MODEL, time -> LaserDrivenAtom.field(rabi, laser, time))), panels(set, t)).remarked(REMARK);
    }

    private static List<Panel> panels(String set, Axis t) {
        List<Panel> panels = new ArrayList<>(List.of(
                        new Panel("bloch", "Bloch vector", "Components in the laboratory.", t, Axis.linear("r", ""), List.of("rx", "ry", "rz")),
                        new Panel("heats", "Rates of the three heats", "Conventional, Hamiltonian-based, entropy-based.", t, Axis.linear("heat per time", "ω₀²"), List.of("dQc", "dQHB", "dQEB")),
                        new Panel("entropy", "Entropy and irreversible entropies", "Rates.", t, Axis.linear("entropy per time", "ω₀"), List.of("dS", "dSirrc", "dSirrHB", "dSirrEB")),
                        new Panel("irreversible", "Entropy and irreversible entropies", "Entropy, and what has been produced since the start.", t, Axis.linear("entropy", ""), List.of("S", "Sirr_c", "Sirr_HB", "Sirr_EB")),
                        new Panel("beta", "Inverse temperature", "Of the state, beside r_z.", t, Axis.linear("β, r_z", ""), List.of("beta", "rz"))));
        if (set.equals("A")) {
            // the times of the other sets are too far apart for a path
            panels.add(Panel.sphere("sphere", "Path in the Bloch sphere", "Exact.", "rx", "ry", "rz"));
        }
        return panels;
    }

    private static String figures(String start) {
        return switch (start) {
            case "thermal" -> "Figs. 2 and 4";
            case "mixed" -> "Figs. 5 and 6b";
            default -> "Figs. 7 and 8b";
        };
    }

    private static Column of(QubitReadings state, String name, String unit, Sign sign, String definition, ToDoubleFunction<TwoLevelSplittings> function) {
        return Column.of(name, unit, sign, definition, state.of(function));
    }

    private static List<Column> columns(QubitReadings state) {
        return List.of(
                Column.of("t", "1/w0", NONE, "time", Reading.x()),
                Column.of("rx", "1", NONE, "Bloch vector in the laboratory", in("sx")),
                Column.of("ry", "1", NONE, "the same", in("sy")),
                Column.of("rz", "1", NONE, "the same", in("sz")),
                Column.of("zbar", "1", NONE, "Bloch vector along the axes of the Floquet modes", in("zbar")),
                Column.of("xbar", "1", NONE, "the same", in("xbar")),
                Column.of("ybar", "1", NONE, "the same", in("Y")),
                of(state, "r", "1", NONE, "length of the Bloch vector", TwoLevelSplittings::length),
                of(state, "coh", "1", NONE, "coherence 2|rho_eg|", TwoLevelSplittings::coherence),
                of(state, "cosphi", "1", NONE, "cosine of the in-plane angle between r and h", TwoLevelSplittings::planeCosine),
                of(state, "cosxi", "1", NONE, "cosine of the angle between r and h", TwoLevelSplittings::cosine),
                Column.of("U", "w0", INTO_SYSTEM, "mean energy", in("energy")),
                Column.of("S", "nat", NONE, "entropy of the state", averaged("entropy")),
                Column.of("P", "1", NONE, "purity", averaged("purity")),
                Column.of("beta", "1/w0", NONE, "inverse temperature dS/dU", averaged("beta")),
                Column.of("dU", RATE, INTO_SYSTEM, "rate of U", in("energy.rate")),
                Column.of("dWc", RATE, INTO_SYSTEM, "conventional work, the mean of dH/dt", in("power")),
                Column.of("dQc", RATE, INTO_SYSTEM, "conventional heat, Tr H drho/dt", in("R").negated()),
                Column.of("dQHB", RATE, INTO_SYSTEM, "Hamiltonian-based heat: all of dU, as the levels do not move", in("energy.rate")),
                of(state, "dWEB", RATE, INTO_SYSTEM, "entropy-based work", TwoLevelSplittings::entropyWork),
                of(state, "dQEB", RATE, INTO_SYSTEM, "entropy-based heat, by the eigenvalues of the state", TwoLevelSplittings::entropyHeat),
                of(state, "dWdiss", RATE, INTO_SYSTEM, "dissipative work dWEB - dWc", TwoLevelSplittings::dissipativeWork),
                of(state, "dS", "nat*w0", NONE, "rate of S", TwoLevelSplittings::entropyRate),
                of(state, "dSirrc", "nat*w0", NONE, "dS - beta dQc", s -> s.irreversibleEntropy(s.conventionalHeat())),
                of(state, "dSirrHB", "nat*w0", NONE, "dS - beta dQHB", s -> s.irreversibleEntropy(s.hamiltonianHeat())),
                of(state, "dSirrEB", "nat*w0", NONE, "dS - beta dQEB", s -> s.irreversibleEntropy(s.entropyHeat())),
                Column.of("W_c", "w0", INTO_SYSTEM, "conventional work", in("work")),
                Column.of("Q_c", "w0", INTO_SYSTEM, "conventional heat", in("heat")),
                Column.of("Q_HB", "w0", INTO_SYSTEM, "Hamiltonian-based heat", in("energy.change")),
                Column.of("W_EB", "w0", INTO_SYSTEM, "entropy-based work", in(AveragedStates.share("entropy-based", Share.WORK))),
                Column.of("Q_EB", "w0", INTO_SYSTEM, "entropy-based heat", in(AveragedStates.share("entropy-based", Share.HEAT))),
                Column.of("Sirr_c", "nat", NONE, "irreversible entropy by conventional heat", averaged("entropy.irreversible.conventional")),
                Column.of("Sirr_HB", "nat", NONE, "by Hamiltonian-based heat", averaged("entropy.irreversible.hamiltonian-based")),
                Column.of("Sirr_EB", "nat", NONE, "by entropy-based heat", averaged("entropy.irreversible.entropy-based")));
    }
}
