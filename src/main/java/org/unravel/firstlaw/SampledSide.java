package org.unravel.firstlaw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.unravel.model.Absence;
import org.unravel.model.Model;

/** The side of a sample. */
final class SampledSide implements Side {

    /**
     * Part of the standard error from which on that of the coherent ergotropy is what matters. With noise of another kind beside it, as that of populations, at least 94.7 % of Student's intervals hold at this part however
     * small the coherence is, by the expansion of {@link Distrust}; 93.1 % at 0.85, 91 % at 0.9 and 78 % at 1. Both errors scatter by an eighth.
     */
    private static final double DECISIVE = 0.75;

    private final Model model;
    private final List<Account> accounts;
    private final long trajectoryCount;
    private final int groups;
    private final Account shifted;
    /** The whole sample where populations that may be in another order are: at the start, and later. */
    private final List<Account> turned;
    private final Optional<String> obstacle;
    private final Optional<Absence> withoutPath;
    private final EffectiveParts effective;

    /**
     * Of a sample.
     *
     * @param obstacle why no error bar can be believed; empty where they can
     * @param withoutPath why there are no path integrals; empty where there are
     */
    SampledSide(Model model, SampledAccounts.Result sampled, Optional<String> obstacle, Optional<Absence> withoutPath) {
        this.model = model;
        this.accounts = sampled.accounts();
        this.trajectoryCount = sampled.trajectoryCount();
        this.groups = sampled.groups();
        this.shifted = shifted(sampled);
        this.turned = List.of(moved(sampled, 0, 1), moved(sampled, 1, model.time().pointCount()));
        this.obstacle = obstacle;
        this.withoutPath = withoutPath;
        this.effective = sampled.effective();
    }

    private static Account moved(SampledAccounts.Result sampled, int from, int to) {
        return sampled.accounts().get(0).with((part, of) -> sampled.crossings().get(part).moved(of, from, to), m -> m);
    }

    /** The whole sample, its path integrals moved by what their steps may do. */
    private static Account shifted(SampledAccounts.Result sampled) {
        return sampled.accounts().get(0).with((part, of) -> of.withIntegrals((q, curve) -> Account.difference(curve, sampled.quadrature().get(part).get(q))), m -> moved(m, sampled.quadratureOfMeans()));
    }

    private static Map<String, double[]> moved(Map<String, double[]> means, Map<String, double[]> by) {
        Map<String, double[]> all = new HashMap<>(means);
        by.forEach((name, shift) -> all.put(name, Account.difference(means.get(name), shift)));
        return all;
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public long trajectoryCount() {
        return trajectoryCount;
    }

    @Override
    public int groups() {
        return groups;
    }

    @Override
    public Optional<Absence> missing(Set<Need> needs) {
        return needs.contains(Need.PATH) ? withoutPath : Optional.empty();
    }

    @Override
    public EffectiveParts effective() {
        return effective;
    }

    @Override
    public Estimate estimate(Set<Need> needs, Function<Account, double[]> of, String part) {
        Function<Account, double[]> curve = account -> of.apply(account.of(part));
        List<double[]> all = accounts.stream().map(curve).toList();
        double[] whole = all.get(0);
        double[] moved = Account.difference(curve.apply(shifted), whole);
        Estimate plain = Estimate.ofReplicates(all, groups);
        Estimate estimate = new Estimate(plain.value(), plain.error(), plain.bias(), Arrays.stream(moved).map(Math::abs).toArray(), plain.curvature(), plain.coherence(),
                RareStarts.of(model.initial(), trajectoryCount).of(whole), kinks(curve, whole));
        if (obstacle.isPresent()) {
            Arrays.fill(estimate.error(), Double.NaN);
        }
        if (needs.contains(Need.COHERENCE)) {
            compareWithCoherence(estimate, part);
        }
        return estimate;
    }

    private double[] kinks(Function<Account, double[]> curve, double[] whole) {
        double[] kinks = new double[whole.length];
        for (Account account : turned) {
            double[] moved = curve.apply(account);
            for (int i = 0; i < kinks.length; i++) {
                kinks[i] += Double.isFinite(whole[i]) ? Math.abs(moved[i] - whole[i]) : 0;
            }
        }
        return kinks;
    }

    /** Where the error is mostly that of the coherent ergotropy: how well that is known. */
    private void compareWithCoherence(Estimate estimate, String part) {
        Estimate coherent = estimate(Set.of(), a -> Account.difference(a.number(StateNumber.ERGOTROPY), a.number(StateNumber.ERGOTROPY_INCOHERENT)), part);
        for (int i = 0; i < coherent.value().length; i++) {
            boolean isDecisive = coherent.error()[i] > DECISIVE * estimate.error()[i];
            estimate.coherence()[i] = isDecisive ? coherent.error()[i] / Math.abs(coherent.value()[i]) : 0;
        }
    }

    @Override
    public List<Warning> warnings(Set<Need> needs, Map<String, Estimate> curves, double unit) {
        List<Warning> warnings = new ArrayList<>();
        obstacle.ifPresent(o -> warnings.add(new Warning(model.time().start(), "no error bars: " + o)));
        double scale = Math.max(unit, curves.values().stream().mapToDouble(Distrust::scale).max().orElse(0));
        curves.forEach((name, estimate) -> {
            Warning.firstUndefined(model.time(), name, estimate.value()).filter(w -> !needs.contains(Need.MAP)).ifPresent(warnings::add);
            warnings.addAll(Distrust.of(model.time(), name, estimate, scale));
        });
        return List.copyOf(warnings);
    }
}
