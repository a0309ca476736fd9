package org.unravel.exact;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unravel.model.Absence;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Quantity;

/**
 * Exact variances of what is counted at every grid time, and covariances of the counted heats, and of the particles, of two baths: 2 Cov(a, b) = Var(a + b) − Var(a) − Var(b).
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

        private final MomentsByQuanta moments;
        private final Map<String, double[]> curves = new LinkedHashMap<>();
        private final Map<String, Absence> absences = new LinkedHashMap<>();

        Collection(Model model, WorkBudget budget) {
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

        void addCovariances(List<CountedQuantity> of) {
            for (int i = 0; i < of.size(); i++) {
                for (int j = i + 1; j < of.size(); j++) {
                    addCovariance(of.get(i), of.get(j));
                }
            }
        }

        private void addCovariance(CountedQuantity first, CountedQuantity second) {
            String name = Quantity.covariance(first.name(), second.name());
            try {
                double[] a = variance(first);
                double[] b = variance(second);
                double[] both = variance(first.plus(second));
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
        all.addCovariances(model.baths().stream().map(b -> CountedQuantity.heat(model, b)).toList());
        all.addCovariances(model.bathsWithParticles().stream().map(b -> CountedQuantity.particles(model, b)).toList());
        return new CountingVariances(all.curves, all.absences);
    }

    /** The curve of a name. */
    public Optional<double[]> of(String name) {
        return Optional.ofNullable(curves.get(name));
    }
}
