package org.unravel.exact;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unravel.model.Absence;
import org.unravel.model.Bath;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Quantity;

/**
 * Exact variances of what is counted at every grid time, and covariances of the counted heats of two baths: 2 Cov(a, b) = Var(a + b) − Var(a) − Var(b).
 *
 * <p>Nothing is judged by them, so they come last and take what is left of a budget.
 *
 * @param curves by name of the quantity, or {@link Quantity#covariance}; shape [grid points]
 * @param absences why one is missing, likewise
 */
public record CountingVariances(Map<String, double[]> curves, Map<String, Absence> absences) {

    /** None, and nothing to be said about it. */
    public static final CountingVariances NONE = new CountingVariances(Map.of(), Map.of());

    private static final class Collection {

        private final Model model;
        private final MomentsByQuanta moments;
        private final Map<String, double[]> curves = new LinkedHashMap<>();
        private final Map<String, Absence> absences = new LinkedHashMap<>();

        Collection(Model model, WorkBudget budget) {
            this.model = model;
            this.moments = new MomentsByQuanta(model, TiltedFlow.of(model), model.time(), budget);
        }

        private double[] variance(CountedQuantity q) {
            return moments.of(q).variance();
        }

        void add(CountedQuantity q) {
            try {
                curves.put(q.name(), variance(q));
            } catch (ModelException e) {
                absences.put(q.name(), Absence.of(e));
            }
        }

        void addCovariance(Bath first, Bath second) {
            String name = Quantity.covariance(Quantity.heatCounted(first), Quantity.heatCounted(second));
            try {
                double[] a = variance(CountedQuantity.heat(model, first));
                double[] b = variance(CountedQuantity.heat(model, second));
                double[] both = variance(CountedQuantity.heat(model, first, second));
                double[] covariance = new double[both.length];
                Arrays.setAll(covariance, i -> (both[i] - a[i] - b[i]) / 2);
                curves.put(name, covariance);
            } catch (ModelException e) {
                absences.put(name, Absence.of(e));
            }
        }
    }

    /** Computes what the budget allows, variances first. */
    public static CountingVariances solve(Model model, WorkBudget budget) {
        if (model.channels().isEmpty()) {
            return NONE;
        }
        Collection all = new Collection(model, budget);
        CountedQuantity.allOf(model).forEach(all::add);
        List<Bath> baths = model.baths();
        for (int i = 0; i < baths.size(); i++) {
            for (int j = i + 1; j < baths.size(); j++) {
                all.addCovariance(baths.get(i), baths.get(j));
            }
        }
        return new CountingVariances(all.curves, all.absences);
    }

    /** The curve of a name. */
    public Optional<double[]> of(String name) {
        return Optional.ofNullable(curves.get(name));
    }
}
