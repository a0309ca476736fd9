package org.unravel.reproduction;

import static org.unravel.reproduction.Sign.INTO_SYSTEM;
import static org.unravel.reproduction.Sign.NONE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.unravel.figure.Axis;
import org.unravel.firstlaw.dissipation.Identity;
import org.unravel.firstlaw.dissipation.Identity.Claim;
import org.unravel.model.Model;
import org.unravel.numeric.SparseMatrix;

/** Work and heat by the energy of mean force while the gap of a qubit is driven, at two speeds, beside the isotherm that they tend to. */
final class DrivenMeanForce {

    private static final String ISOTHERM = "isotherm";
    private static final String FAST = "fast";
    private static final String SLOW = "slow";
    private static final double FAST_DURATION = 100;
    private static final double SLOW_DURATION = 1000;
    private static final double FIRST_GAP = 1;
    private static final double LAST_GAP = 2;
    private static final int POINTS = 41;
    /** Of what two speeds say of none: the next order is (1/100)² of the work itself. */
    private static final double EXTRAPOLATION = 1e-4;

    private DrivenMeanForce() {
    }

    static List<Entry> entries() {
        List<Column> columns = new ArrayList<>(List.of(Column.of("gap", "w", NONE, "gap of the qubit", Reading.x())));
        add(columns, ISOTHERM, "quasi-static", Reading.of("states", "pe"), Reading.of(ISOTHERM, "W"),
                Reading.of("states", "U_Tr").sinceStart().with(Reading.of(ISOTHERM, "W"), (u, w) -> u - w));
        for (String speed : List.of(FAST, SLOW)) {
            add(columns, speed, "driven in a time of " + (speed.equals(FAST) ? "100" : "1000"), Reading.of(speed, "excited"), Reading.of(speed, "work"), Reading.of(speed, "heat"));
            columns.add(Column.of("W_excess_" + speed, "w", INTO_SYSTEM, "W_" + speed + " less W_isotherm", Reading.of(speed, "work").with(Reading.of(ISOTHERM, "W"), (w, iso) -> w - iso)));
        }
        Axis x = Axis.linear("gap", "ω");
        List<Setting> settings = List.of(driven(FAST, FAST_DURATION), driven(SLOW, SLOW_DURATION), new ModelNumbers("states", MeanForce.EXCHANGE, Map.of("gap", "gap"), MeanForce::numbers),
                new InternalSetting(ISOTHERM, rows -> MeanForce.path(rows.column("gap"))));
        return List.of(Entry.of("first-law-hmf-driven", "Energy of mean force of a driven qubit, at two speeds", MeanForce.TEXT, settings, columns, List.of(
                new Panel("books", "Work and heat", "Driven slowly they tend to those of the isotherm.", x, Axis.linear("energy", "ω"), List.of("W_isotherm", "W_fast", "W_slow", "Q_isotherm", "Q_fast", "Q_slow")),
                new Panel("excess", "Excess work", "Work beyond that of the isotherm: a tenth of the speed leaves a tenth of it.", x, Axis.linear("W − W of the isotherm", "ω"), List.of("W_excess_fast", "W_excess_slow"))))
                .untabled(rows()).with(DrivenMeanForce::identities)
                .remarked("Both qubits are coupled to a large bath that keeps them in their Gibbs state when driven slowly; a closed pair that is driven slowly keeps its populations, and tends to no isotherm. "
                        + "W - W_isotherm at the end is 1.6e-3 at the higher and 1.8e-4 at the lower speed. Exact alone. No table is shipped; the isotherm has one."));
    }

    private static void add(List<Column> columns, String kind, String how, Reading excited, Reading work, Reading heat) {
        columns.add(Column.of("pe_" + kind, "1", NONE, "excited population, " + how, excited));
        columns.add(Column.of("W_" + kind, "w", INTO_SYSTEM, "integral of Tr rho dH*, " + how, work));
        columns.add(Column.of("Q_" + kind, "w", INTO_SYSTEM, "integral of Tr H* drho, " + how, heat));
    }

    private static Setting driven(String name, double duration) {
        return new Unsampled(TimeSetting.of(name, source(duration), "t_" + name));
    }

    private static ModelSource source(double duration) {
        return ModelSource.ofTexts("mean-force-driven", "duration", Double.toString(duration));
    }

    private static Rows rows() {
        double[] gap = Rows.even("gap", FIRST_GAP, LAST_GAP, POINTS).column("gap");
        Map<String, double[]> given = new LinkedHashMap<>();
        given.put("gap", gap);
        given.put("t_" + FAST, Rows.even("t", 0, FAST_DURATION, POINTS).column("t"));
        given.put("t_" + SLOW, Rows.even("t", 0, SLOW_DURATION, POINTS).column("t"));
        return new Rows(given);
    }

    /** The closed form of H* that the model has is the partial trace, and the work at two speeds is, without what goes with the speed, the change of the free energy. */
    private static List<Identity> identities() {
        List<Identity> identities = new ArrayList<>();
        Model model = source(FAST_DURATION).open().model();
        for (double gap : new double[] {1, 1.37, 2}) {
            Map<String, Double> traced = MeanForce.numbers(MeanForce.EXCHANGE.open(Map.of("gap", gap)).model());
            SparseMatrix closed = model.energy().at((gap - FIRST_GAP) * FAST_DURATION);
            identities.add(Identity.ofMatrices("H* by the partial trace = H* in closed form at a gap of " + gap, SparseMatrix.diagonal(traced.get("Ee_star"), traced.get("Eg_star")),
                    SparseMatrix.diagonal(closed.re(0, 0), closed.re(3, 3))));
        }
        double fast = work(FAST, FAST_DURATION);
        double slow = work(SLOW, SLOW_DURATION);
        double ratio = SLOW_DURATION / FAST_DURATION;
        double free = free(LAST_GAP) - free(FIRST_GAP);
        identities.add(Identity.ofNumbers("work at no speed, from two speeds = change of F*", (ratio * slow - fast) / (ratio - 1), free, Claim.EQUAL).within(EXTRAPOLATION));
        return identities;
    }

    private static double work(String name, double duration) {
        return driven(name, duration).compute(Rows.even("t_" + name, 0, duration, 2), Sample.NOTHING).of("work").exact()[1];
    }

    private static double free(double gap) {
        return MeanForce.numbers(MeanForce.EXCHANGE.open(Map.of("gap", gap)).model()).get("F_star");
    }
}
