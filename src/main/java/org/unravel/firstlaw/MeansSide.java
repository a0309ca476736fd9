package org.unravel.firstlaw;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.unravel.ensemble.Curve;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.model.Absence;
import org.unravel.model.Model;

/** The side of a sample whose averaged states are not kept: what is a mean over trajectories, with its own standard error. */
final class MeansSide implements Side {

    /** Degrees of freedom of means over many trajectories are as good as infinite. */
    private static final int MANY = 1 << 20;

    private final Account means;
    private final Account errors;
    private final Absence withoutStates;
    private final long trajectoryCount;

    MeansSide(Model model, EnsembleResult result, Absence withoutStates) {
        Map<String, double[]> values = new HashMap<>();
        Map<String, double[]> standardErrors = new HashMap<>();
        for (Curve curve : result.curves()) {
            values.put(curve.name(), curve.mean());
            standardErrors.put(curve.name(), curve.standardError());
        }
        this.means = new Account(model, values, Map.of(), Map.of());
        this.errors = new Account(model, standardErrors, Map.of(), Map.of());
        this.withoutStates = withoutStates;
        this.trajectoryCount = result.trajectoryCount();
    }

    @Override
    public Model model() {
        return means.model();
    }

    @Override
    public long trajectoryCount() {
        return trajectoryCount;
    }

    @Override
    public int groups() {
        return MANY;
    }

    @Override
    public Optional<Absence> missing(Set<Need> needs) {
        return needs.contains(Need.STATE) || needs.contains(Need.PATH) ? Optional.of(withoutStates) : Optional.empty();
    }

    @Override
    public EffectiveParts effective() {
        return EffectiveParts.none(means.model());
    }

    /** A share is a quantity or the sum of two, whose errors then add up: an upper bound. */
    @Override
    public Estimate estimate(Set<Need> needs, Function<Account, double[]> curve, String part) {
        double[] value = curve.apply(means);
        double[] zero = new double[value.length];
        return new Estimate(value, Arrays.stream(curve.apply(errors)).map(Math::abs).toArray(), zero, zero, zero, zero, RareStarts.of(means.model().initial(), trajectoryCount).of(value), zero);
    }

    @Override
    public List<Warning> warnings(Set<Need> needs, Map<String, Estimate> curves, double unit) {
        return List.of();
    }
}
