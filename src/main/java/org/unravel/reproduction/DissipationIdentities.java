package org.unravel.reproduction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.unravel.exact.ExactCurves;
import org.unravel.exact.MasterEquation;
import org.unravel.firstlaw.dissipation.DampedQubit;
import org.unravel.firstlaw.dissipation.Identity;
import org.unravel.firstlaw.dissipation.Identity.Claim;
import org.unravel.firstlaw.dissipation.InternalDissipation;
import org.unravel.model.Model;
import org.unravel.model.Observable;
import org.unravel.model.Quantity;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeGrid;
import org.unravel.numeric.SparseMatrix;
import org.unravel.run.SweepPoint;
import org.unravel.run.SweepPoint.Where;

/** The equations of internal dissipation power with both of their sides, for the qubits of this package: of operators in the Heisenberg picture, the first law over a run, and what holds in the long run. */
final class DissipationIdentities {

    /** Where in its run an operator that depends on time is looked at, in units of its length: at the start and at two times that are no multiple of a period. */
    private static final double[] PLACES = {0, 0.13, 0.61};

    /** A frequency of the drive off resonance, in units of the qubit's. */
    private static final double DETUNED = 1.15;

    private DissipationIdentities() {
    }

    /**
     * R = −𝒟†(H) is the sum of the named observables, element by element, and the energy that has come in is work less what has left.
     *
     * @param frame goes before each equation
     */
    static List<Identity> inTime(String frame, ModelSource source, String... parts) {
        Model model = source.open().model();
        List<Identity> identities = new ArrayList<>();
        TimeDependentOperator power = InternalDissipation.power(model);
        double[] places = model.isConstant() ? new double[1] : PLACES;
        for (double place : places) {
            double t = model.time().start() + place * (model.time().end() - model.time().start());
            SparseMatrix sum = SparseMatrix.zero(model.dimension());
            for (String part : parts) {
                sum = sum.plus(Derived.observable(model, part).at(t));
            }
            identities.add(Identity.ofMatrices(at(frame + "R = -D†(H) = " + String.join(" + ", parts), model, t), power.at(t), sum));
            if (!model.isConstant()) {
                identities.add(Identity.ofMatrices(at(frame + "dH/dt = power", model, t), model.energy().rateAt(t, t), Derived.observable(model, "power").at(t)));
            }
        }
        identities.add(firstLaw(frame, model));
        return identities;
    }

    private static String at(String equation, Model model, double t) {
        return equation + (model.isConstant() ? "" : String.format(Locale.ROOT, " at t = %.4g", t));
    }

    private static Identity firstLaw(String frame, Model model) {
        ExactCurves curves = MasterEquation.solve(model.withTime(new TimeGrid(model.time().start(), model.time().end(), 2)));
        double change = end(curves, Quantity.ENERGY_CHANGE);
        return Identity.ofNumbers(String.format(Locale.ROOT, "%s<H>(t) - <H>(0) = integral of P - R at t = %.4g", frame, model.time().end()), change,
                end(curves, Quantity.WORK) + end(curves, Quantity.HEAT), Claim.EQUAL).within(Identity.INTEGRATION);
    }

    private static double end(ExactCurves curves, String name) {
        return curves.curve(name).orElseThrow()[1];
    }

    /** Adjoint dissipators of a qubit, then those of a model. */
    static List<Identity> ofQubit(List<Identity> others) {
        List<Identity> all = new ArrayList<>(DampedQubit.identities());
        all.addAll(others);
        return all;
    }

    /** Of a qubit that is driven, in both frames. */
    static List<Identity> driven(String... parameters) {
        List<Identity> all = new ArrayList<>(inTime("lab: ", ModelSource.ofTexts("driven-qubit", parameters), "R_main", "R_corr", "R_deph"));
        all.addAll(inTime("rwa: ", ModelSource.ofTexts("driven-qubit-rwa", parameters), "R_main", "R_corr", "R_deph"));
        return ofQubit(all);
    }

    /** In the long run, off resonance: P = R, its parts, and what the text divides by. */
    static List<Identity> steady(ModelSource lab, ModelSource rwa) {
        Map<String, Double> inLab = period(lab);
        Map<String, Double> inRwa = period(rwa);
        Model model = rwa.open().model();
        double n = model.parameters().get("n");
        double main = model.parameters().get("Gamma") * ((1 + 2 * n) * inRwa.get("excited") - n);
        double power = inRwa.get(Quantity.WORK);
        String where = " at omega_d = " + DETUNED;
        return List.of(
                equal("lab on period average: P = R" + where, inLab.get(Quantity.WORK), inLab.get("R")),
                equal("lab on period average: P = R_main + R_corr + R_deph" + where, inLab.get(Quantity.WORK), inLab.get("R_main") + inLab.get("R_corr") + inLab.get("R_deph")),
                equal("rwa: P = R" + where, power, inRwa.get("R")),
                equal("rwa: R_corr + R_deph = (omega_d - omega_q) Gamma_1 [(1 + 2n) P_e - n]" + where, inRwa.get("R_corr") + inRwa.get("R_deph"), (DETUNED - 1) * main),
                equal("rwa: P = omega_d Gamma_1 [(1 + 2n) P_e - n]" + where, power, DETUNED * main),
                Identity.ofNumbers("rwa: P is not omega_q Gamma_1 [(1 + 2n) P_e - n] of eq. (21)" + where, power, main, Claim.UNEQUAL));
    }

    private static Identity equal(String name, double left, double right) {
        return Identity.ofNumbers(name, left, right, Claim.EQUAL).within(Identity.INTEGRATION);
    }

    private static Map<String, Double> period(ModelSource source) {
        Model model = source.open(Map.of("omega_d", DETUNED)).model();
        List<Observable> observables = new ArrayList<>(model.observables());
        observables.add(Derived.dissipation("R").of(model));
        Map<String, Double> values = new HashMap<>();
        SweepPoint.of(model.withObservables(observables), Where.PERIOD).exact().forEach((name, v) -> values.put(name, v.exact()));
        return values;
    }

    /** R(0)/Γ₁ = P_e − Ω√(P_e(1 − P_e)) of a pure state that leans against the drive, at temperature zero: negative. */
    static Identity negativeAtTheStart(ModelSource source) {
        Model model = source.open().model();
        double excited = model.parameters().get("P_0");
        double expected = model.parameters().get("Gamma") * (excited - model.parameters().get("Omega") * Math.sqrt(excited * (1 - excited)));
        return equal("lab: R(0) = Gamma_1 (P_e - Omega sqrt(P_e (1 - P_e))) < 0", start(model, "R", Derived.dissipation("R")), expected);
    }

    private static double start(Model model, String name, Derived... derived) {
        List<Observable> observables = new ArrayList<>(model.observables());
        for (Derived d : derived) {
            observables.add(d.of(model));
        }
        TimeGrid two = new TimeGrid(model.time().start(), model.time().end(), 2);
        return MasterEquation.solve(model.withObservables(observables).withTime(two)).curve(name).orElseThrow()[0];
    }

    /** All that a pulse has brought has left, when it is long gone: a population e^{−30} is still there. */
    static Identity afterAPulse(ModelSource source) {
        Model model = source.open().model();
        ExactCurves curves = MasterEquation.solve(model.withTime(new TimeGrid(0, 600, 2)));
        return equal("absorbed = dissipated at t = 600", end(curves, Quantity.WORK), -end(curves, Quantity.HEAT));
    }
}
