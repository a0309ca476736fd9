package org.unravel.reproduction;

import static org.unravel.reproduction.Sign.INTO_SYSTEM;
import static org.unravel.reproduction.Sign.NONE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.unravel.exact.CountedQuantity;
import org.unravel.exact.LongTimeStatistics;
import org.unravel.figure.Axis;
import org.unravel.firstlaw.Share;
import org.unravel.model.Model;
import org.unravel.run.SweepPoint.Where;

/** The laser-driven atom against a parameter: totals against a rate, the long run against detuning, the generating function of its heats. */
final class LaserDrivenSweeps {

    private static final String MODEL = "model";

    private LaserDrivenSweeps() {
    }

    static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (String start : LaserDrivenAtom.STARTS) {
            entries.add(totals("gamma_up", start));
        }
        for (String start : LaserDrivenAtom.STARTS) {
            entries.add(totals("gamma_0", start));
        }
        entries.add(detuning());
        entries.add(generatingFunction());
        return entries;
    }

    private static Reading in(String name) {
        return Reading.of(MODEL, name);
    }

    private static Entry totals(String rate, String start) {
        ModelSource source = LaserDrivenAtom.started(ModelSource.ofTexts("laser-driven-rates"), start);
        SweepSetting model = SweepSetting.of(MODEL, source, rate, rate, Where.END);
        Setting paths = new ModelNumbers("paths", LaserDrivenAtom.started(ModelSource.ofTexts("laser-driven-rates-turned"), start), Map.of(rate, rate), LaserDrivenSweeps::entropyBased);
        double[] first = switch (start) {
            case "thermal" -> new double[] {-Math.tanh(2 * Math.sqrt(0.29)) * 0.2 / Math.sqrt(0.29), -Math.tanh(2 * Math.sqrt(0.29)) / (2 * Math.sqrt(0.29))};
            case "mixed" -> new double[2];
            default -> new double[] {0, -1};
        };
        Reading gone = Reading.combined(List.of(in("X"), in("Y"), in("Z")), v -> state(v).entropy());
        Reading pure = Reading.combined(List.of(in("X"), in("Y"), in("Z")), v -> state(v).purity());
        TwoLevelSplittings before = state(first[0], 0, first[1]);
        boolean isRaising = rate.equals("gamma_up");
        Axis x = Axis.logarithmic(isRaising ? "γ↑" : "γ₀", "ω₀");
        Panel panel = new Panel("totals", "Totals", "Changes of entropy and energy, conventional and entropy-based heat." + (isRaising ? " The line is where both rates are equal, γ↓ = 0.03." : ""), x,
                Axis.linear("ΔS, ΔU, Q", ""), List.of("dS", "dU_QHB", "Q_c", "Q_EB"));
        return Entry.of("floquet-sweep-" + rate.replace('_', '-') + "-" + start, "Totals from the " + start + " state to the steady state, against " + rate,
                LaserDrivenAtom.TEXT + ", " + (rate.equals("gamma_0") ? "Fig. 3b" : start.equals("thermal") ? "Fig. 3a" : start.equals("mixed") ? "Fig. 6a" : "Fig. 8a"), List.of(model, paths), List.of(
                        Column.of(rate, "w0", NONE, rate.equals("gamma_0") ? "rate of dephasing of the Floquet modes" : "rate of raising jumps between the Floquet modes", Reading.x()),
                        Column.of("kappa", "1", NONE, "(gamma_up - gamma_down)/(gamma_up + gamma_down): the state along the axis of the modes", in("X")),
                        Column.of("dS", "nat", NONE, "change of entropy", gone.affine(1, -before.entropy())),
                        Column.of("dP", "1", NONE, "change of purity", pure.affine(1, -before.purity())),
                        Column.of("dU_QHB", "w0", INTO_SYSTEM, "change of energy, which is Hamiltonian-based heat", in("energy.change")),
                        Column.of("W_c", "w0", INTO_SYSTEM, "conventional work", in("work")),
                        Column.of("Q_c", "w0", INTO_SYSTEM, "conventional heat", in("heat")),
                        Column.of("W_EB", "w0", INTO_SYSTEM, "entropy-based work", entropyBased(Share.WORK)),
                        Column.of("Q_EB", "w0", INTO_SYSTEM, "entropy-based heat", entropyBased(Share.HEAT)),
                        Column.of("W_diss", "w0", INTO_SYSTEM, "dissipative work W_EB - W_c", entropyBased(Share.WORK).with(in("work"), (e, c) -> e - c))),
                List.of(isRaising ? panel.marked(0.03) : panel));
    }

    private static Reading entropyBased(Share share) {
        return Reading.of("paths", AveragedStates.share("entropy-based", share));
    }

    private static Map<String, Double> entropyBased(Model model) {
        Map<String, Double> ends = new LinkedHashMap<>();
        AveragedStates.exact(model.withObservables(List.of()), List.of("entropy-based")).forEach((name, v) -> ends.put(name, v.exact()[1]));
        return ends;
    }

    private static TwoLevelSplittings state(double... bloch) {
        return new TwoLevelSplittings(bloch, new double[3], new double[] {0.2, 0, 0.5}, new double[3], 0, 0);
    }

    private static Entry detuning() {
        ModelSource source = LaserDrivenAtom.set("C");
        SweepSetting model = SweepSetting.of(MODEL, source, "omega_L", "wL", Where.PERIOD);
        Setting rates = new ModelNumbers("rates", source, Map.of("omega_L", "wL"), FloquetRates::of);
        Axis x = Axis.linear("δ", "ω₀");
        return Entry.of("floquet-detuning-sweep", "Currents of the laser-driven atom in the long run, against detuning", LaserDrivenAtom.TEXT + "; heat pump of arXiv:1211.5665", List.of(model, rates), List.of(
                Column.of("delta", "w0", NONE, "detuning w0 - wL", Reading.x()),
                Column.of("wL", "w0", NONE, "frequency of the laser", Reading.x().affine(-1, 1)),
                Column.of("OR", "w0", NONE, "distance of the quasi-energies", Reading.of("rates", "OR")),
                Column.of("gamma_up", "w0", NONE, "summed rate of raising jumps", Reading.of("rates", "gamma_up")),
                Column.of("gamma_down", "w0", NONE, "of lowering jumps", Reading.of("rates", "gamma_down")),
                Column.of("gamma_0", "w0", NONE, "of dephasing jumps", Reading.of("rates", "gamma_0")),
                Column.of("kappa", "1", NONE, "the state along the axis of the modes", in("zbar")),
                Column.of("Jph", "w0^2", INTO_SYSTEM, "heat per time from the photons", in("heat.counted.photon")),
                Column.of("Jd", "w0^2", INTO_SYSTEM, "heat per time from the dephasing bath", in("heat.counted.dephasing")),
                Column.of("P", "w0^2", INTO_SYSTEM, "power of the laser", in("heat.counted").negated()),
                Column.of("sigma", "nat*w0", NONE, "entropy production rate", in("entropy.production")),
                Column.of("U", "w0", INTO_SYSTEM, "mean energy", in("energy"))),
                List.of(new Panel("currents", "Currents", "Where the current of the dephasing bath, the colder one, is positive, the laser cools it.", x, Axis.linear("energy per time", "ω₀²"), List.of("Jph", "Jd", "P"))));
    }

    private static Entry generatingFunction() {
        InternalSetting function = new InternalSetting("internal", rows -> {
            Model atom = LaserDrivenAtom.set("C").open().model();
            LongTimeStatistics statistics = LongTimeStatistics.of(atom);
            CountedQuantity along = CountedQuantity.along(atom, "direction", Map.of("photon", 1.0, "dephasing", 2.0));
            double[] x = rows.column("chi_ph");
            double[] values = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                values[i] = statistics.cumulantGeneratingFunction(along, x[i]);
            }
            return Map.of("scgf", values);
        });
        return Entry.of("floquet-scgf-C", "Scaled cumulant generating function of the heats of set C", LaserDrivenAtom.TEXT + "; symmetry of Gallavotti and Cohen", List.of(function), List.of(
                Column.of("chi_ph", "1/w0", NONE, "counting field of the photons; that of the dephasing bath is twice as large", Reading.x()),
                Column.of("chi_d", "1/w0", NONE, "2 chi_ph", Reading.x().times(2)),
                Column.of("lambda", "w0", NONE, "growth rate of E[exp(chi_ph Q_ph + chi_d Q_d)]", Reading.of("internal", "scgf"))),
                List.of(new Panel("scgf", "Generating function", "Symmetric about 2.5, as the inverse temperatures are 5 and 10.", Axis.linear("χ of photons", "1/ω₀"), Axis.linear("λ", "ω₀"), List.of("lambda"))))
                .untabled(Rows.even("chi_ph", -1, 6, 201));
    }
}
