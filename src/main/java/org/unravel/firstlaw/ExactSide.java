package org.unravel.firstlaw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.unravel.model.Absence;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Quantity;

/** The exact side. */
final class ExactSide implements Side {

    private final ExactAccount exact;
    private final Account shifted;

    ExactSide(ExactAccount exact) {
        this.exact = exact;
        this.shifted = shifted(exact);
    }

    /** Everything moved by what it is good to. */
    private static Account shifted(ExactAccount exact) {
        Map<String, double[]> means = new HashMap<>(exact.account().means());
        means.replaceAll((name, curve) -> sum(curve, exact.errorsOfMeans().get(name)));
        return exact.account().with((part, of) -> of.withIntegrals((q, curve) -> sum(curve, exact.errors().get(part).get(q))), m -> means);
    }

    private static double[] sum(double[] a, double[] b) {
        return b == null ? a : Account.difference(a, Account.scaled(-1, b));
    }

    @Override
    public Model model() {
        return exact.account().model();
    }

    @Override
    public long trajectoryCount() {
        return 0;
    }

    @Override
    public int groups() {
        return 0;
    }

    @Override
    public Map<String, double[]> jumps() {
        Map<String, double[]> all = new HashMap<>();
        for (Bath bath : model().baths()) {
            double[] sum = new double[model().time().pointCount()];
            for (Channel channel : bath.channels()) {
                sum = sum(sum, exact.account().means().get(Quantity.jumps(bath, channel)));
            }
            all.put(bath.name(), sum);
        }
        return all;
    }

    @Override
    public Optional<Absence> missing(Set<Need> needs) {
        return needs.stream().sorted().flatMap(n -> Optional.ofNullable(exact.absences().get(n)).stream()).findFirst();
    }

    @Override
    public EffectiveParts effective() {
        return exact.effective();
    }

    @Override
    public Estimate estimate(Set<Need> needs, Function<Account, double[]> curve, String part) {
        double[] value = curve.apply(exact.account().of(part));
        double[] error = Account.difference(curve.apply(shifted.of(part)), value);
        for (int i = 0; i < error.length; i++) {
            error[i] = Math.abs(error[i]);
        }
        return new Estimate(value, error);
    }

    @Override
    public List<Warning> warnings(Set<Need> needs, Map<String, Estimate> curves, double unit) {
        List<Warning> warnings = new ArrayList<>();
        if (needs.contains(Need.MAP)) {
            return warnings;
        }
        curves.forEach((name, estimate) -> Warning.firstUndefined(model().time(), name, estimate.value()).ifPresent(warnings::add));
        return List.copyOf(warnings);
    }
}
