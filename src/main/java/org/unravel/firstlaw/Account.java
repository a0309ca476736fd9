package org.unravel.firstlaw;

import java.util.EnumMap;
import java.util.Map;

import org.unravel.model.Model;
import org.unravel.model.Quantity;

/**
 * What is known of one averaged state on its way, exact or of a sample, at the grid times: what definitions make their shares of. The arrays are its own: not to be written.
 *
 * @param model the problem
 * @param means of quantities of the ledger, by their names, shape [grid points] each
 * @param numbers of the state, shape [grid points] each
 * @param integrals along its path, shape [grid points] each, 0 at the start
 */
public record Account(Model model, Map<String, double[]> means, Map<StateNumber, double[]> numbers, Map<PathIntegral, double[]> integrals) {

    /** Copies the maps. */
    public Account {
        means = Map.copyOf(means);
        numbers = numbers.isEmpty() ? Map.of() : new EnumMap<>(numbers);
        integrals = integrals.isEmpty() ? Map.of() : new EnumMap<>(integrals);
    }

    /** The mean of a quantity. */
    double[] mean(String quantity) {
        return known(quantity, means.get(quantity));
    }

    double[] number(StateNumber number) {
        return known(number.name(), numbers.get(number));
    }

    double[] integral(PathIntegral integral) {
        return known(integral.name(), integrals.get(integral));
    }

    private static double[] known(String name, double[] curve) {
        if (curve == null) {
            throw new IllegalArgumentException("expected an account that holds " + name + ", found none");
        }
        return curve;
    }

    /** Since the start. */
    double[] change(StateNumber number) {
        double[] values = number(number);
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

    static double[] difference(double[] a, double[] b) {
        double[] out = new double[a.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] - b[i];
        }
        return out;
    }
}
