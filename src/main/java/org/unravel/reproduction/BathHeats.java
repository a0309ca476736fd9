package org.unravel.reproduction;

import static org.unravel.reproduction.Sign.INTO_SYSTEM;
import static org.unravel.reproduction.Sign.NONE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.unravel.figure.Axis;
import org.unravel.model.Quantity;

/** The laser-driven atom in the book of quanta: heat of each bath with its variance and their covariance, and the power of the laser that pays for them. */
final class BathHeats {

    private static final String MODEL = "model";
    private static final String PHOTON = "heat.counted.photon";
    private static final String DEPHASING = "heat.counted.dephasing";

    private BathHeats() {
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

    private static Entry entry(String set, String start) {
        ModelSource source = LaserDrivenAtom.started(LaserDrivenAtom.set(set), start);
        TimeSetting model = TimeSetting.of(MODEL, source, "t", LaserDrivenAtom.current("J_photon", "photon"), LaserDrivenAtom.current("J_dephasing", "dephasing"),
                LaserDrivenAtom.floquetPower("P_F")).with(QubitReadings.rates()).withVariances();
        Axis t = Axis.linear("t", "1/ω₀");
        return Entry.of("floquet-bath-heat-" + set + "-" + start, "Heat of each bath of the laser-driven atom, set " + set + ", from its " + start + " state",
                LaserDrivenAtom.TEXT + "; Szczygielski, Gelbwaser-Klimovsky and Alicki, arXiv:1211.5665", List.of(model),
                columns(LaserDrivenAtom.parameter(source, "T_photon"), LaserDrivenAtom.parameter(source, "T_dephasing")), List.of(
                        new Panel("currents", "Currents", "Heat per time from each bath, and the power of the laser.", t, Axis.linear("energy per time", "ω₀²"), List.of("Jph", "Jd", "PF")),
                        new Panel("variances", "Fluctuations", "Variances of the heats of both baths and their covariance.", t, Axis.linear("variance", "ω₀²"), List.of("var_Q_ph", "var_Q_d", "cov_Q_ph_Q_d"))));
    }

    private static Reading in(String name) {
        return Reading.of(MODEL, name);
    }

    private static List<Column> columns(double photon, double dephasing) {
        Reading entropy = new QubitReadings(MODEL, t -> QubitReadings.Field.along(0.5)).of(TwoLevelSplittings::entropy);
        ToDoubleFunction<double[]> production = v -> v[0] - v[1] / photon - v[2] / dephasing;
        return List.of(
                Column.of("t", "1/w0", NONE, "time", Reading.x()),
                Column.of("Jph", "w0^2", INTO_SYSTEM, "heat per time from the photons, by their quanta", in("J_photon")),
                Column.of("Jd", "w0^2", INTO_SYSTEM, "heat per time from the dephasing bath, by its quanta", in("J_dephasing")),
                Column.of("PF", "w0^2", INTO_SYSTEM, "power of the laser: dU/dt less both currents", in("P_F")),
                Column.of("Q_ph", "w0", INTO_SYSTEM, "heat from the photons", in(PHOTON)),
                Column.of("Q_d", "w0", INTO_SYSTEM, "heat from the dephasing bath", in(DEPHASING)),
                Column.of("W_F", "w0", INTO_SYSTEM, "work of the laser", in(Quantity.WORK_FLOQUET)),
                Column.of("var_Q_ph", "w0^2", NONE, "variance of Q_ph over trajectories", Reading.variance(MODEL, PHOTON)),
                Column.of("var_Q_d", "w0^2", NONE, "variance of Q_d", Reading.variance(MODEL, DEPHASING)),
                Column.of("cov_Q_ph_Q_d", "w0^2", NONE, "their covariance", Reading.variance(MODEL, Quantity.covariance(PHOTON, DEPHASING))),
                Column.of("Sigma", "nat", NONE, "entropy production: change of S less Q_ph/T_ph + Q_d/T_d", Reading.combined(List.of(entropy.sinceStart(), in(PHOTON), in(DEPHASING)), production)));
    }
}
