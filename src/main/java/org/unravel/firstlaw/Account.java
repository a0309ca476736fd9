package org.unravel.firstlaw;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.model.Split;

/**
 * What is known of one averaged state on its way, exact or of a sample, at the grid times: what definitions make their shares of. The arrays are its own: not to be written.
 *
 * @param model the problem
 * @param means of quantities of the ledger, by their names, shape [grid points] each
 * @param parts what is known of the state of each part: of the system, or of A and B
 * @param joint numbers of both parts together, shape [grid points] each; none without a split
 * @param part which of the parts is looked at; empty for none
 */
public record Account(Model model, Map<String, double[]> means, Map<String, StateAccount> parts, Map<JointNumber, double[]> joint, String part) {

    /** Copies the maps. */
    public Account {
        means = Map.copyOf(means);
        parts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        joint = joint.isEmpty() ? Map.of() : new EnumMap<>(joint);
    }

    /** One of which no part is looked at yet. */
    Account(Model model, Map<String, double[]> means, Map<String, StateAccount> parts, Map<JointNumber, double[]> joint) {
        this(model, means, parts, joint, "");
    }

    /** The same where one part is looked at. */
    Account of(String other) {
        return new Account(model, means, parts, joint, other);
    }

    /** The same where the other part of a split is looked at. */
    Account ofPartner() {
        return of(part.equals(Split.A) ? Split.B : Split.A);
    }

    /** The same with other accounts of the parts. */
    Account with(java.util.function.BiFunction<String, StateAccount, StateAccount> change, UnaryOperator<Map<String, double[]>> ofMeans) {
        Map<String, StateAccount> changed = new LinkedHashMap<>(parts);
        changed.replaceAll(change);
        return new Account(model, ofMeans.apply(means), changed, joint, part);
    }

    /** The mean of a quantity. */
    double[] mean(String quantity) {
        return known(quantity, means.get(quantity));
    }

    double[] number(StateNumber number) {
        return known(number.name(), looked().numbers().get(number));
    }

    double[] integral(PathIntegral integral) {
        return known(integral.name(), looked().integrals().get(integral));
    }

    double[] joint(JointNumber number) {
        return known(number.name(), joint.get(number));
    }

    private StateAccount looked() {
        StateAccount looked = parts.get(part);
        if (looked == null) {
            throw new IllegalArgumentException("expected an account of part '" + part + "', found " + parts.keySet());
        }
        return looked;
    }

    private static double[] known(String name, double[] curve) {
        if (curve == null) {
            throw new IllegalArgumentException("expected an account that holds " + name + ", found none");
        }
        return curve;
    }

    /** Since the start. */
    double[] change(StateNumber number) {
        return sinceStart(number(number));
    }

    static double[] sinceStart(double[] values) {
        double[] change = new double[values.length];
        for (int i = 0; i < change.length; i++) {
            change[i] = values[i] - values[0];
        }
        return change;
    }

    /** Work of the drive and of particles. */
    double[] workOfMeans() {
        double[] work = mean(Quantity.WORK);
        return model.hasParticles() ? difference(work, scaled(-1, mean(Quantity.WORK_CHEMICAL))) : work;
    }

    static double[] scaled(double factor, double[] a) {
        double[] out = new double[a.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = factor * a[i];
        }
        return out;
    }

    static double[] sum(double[] a, double[] b) {
        return difference(a, scaled(-1, b));
    }

    static double[] difference(double[] a, double[] b) {
        double[] out = new double[a.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] - b[i];
        }
        return out;
    }
}
