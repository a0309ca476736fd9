package org.unravel.firstlaw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.unravel.engine.Engines;
import org.unravel.model.Absence;

/** Makes the curves of definitions and quantities from what a side knows. */
final class Assembly {

    private final Side side;

    private Assembly(Side side) {
        this.side = side;
    }

    static FirstLawCurves of(Side side, List<Definition> definitions, List<StateQuantity> quantities) {
        Assembly assembly = new Assembly(side);
        List<SplitCurves> splits = new ArrayList<>();
        for (Definition definition : definitions) {
            for (String part : definition.parts(side.model())) {
                splits.add(assembly.split(definition, part));
            }
        }
        double[] times = IntStream.range(0, side.model().time().pointCount()).mapToDouble(side.model().time()::time).toArray();
        List<StateCurve> states = Definition.ofStates(side.model()).stream().flatMap(part -> quantities.stream().map(q -> assembly.state(q, part))).toList();
        return new FirstLawCurves(times, side.trajectoryCount(), side.groups(), List.copyOf(splits), states, side.jumps(), assembly.joint(), side.effective().known());
    }

    private SplitCurves split(Definition definition, String part) {
        Optional<Absence> absence = definition.obstacle(side.model(), part).or(() -> side.missing(definition.needs(side.model(), part)))
                .or(() -> definition.needs().contains(Need.MAP) ? side.effective().absence(part) : Optional.empty());
        if (absence.isPresent()) {
            return new SplitCurves(definition, part, Map.of(), absence, List.of());
        }
        Set<Need> needs = definition.needs(side.model(), part);
        Map<Share, Estimate> shares = new EnumMap<>(Share.class);
        Map<String, Estimate> named = new LinkedHashMap<>();
        for (Share share : Share.values()) {
            if (definition.gives(side.model(), part).contains(share)) {
                shares.put(share, side.estimate(needs, account -> definition.share(share, account, part), part));
                named.put(share.word(), shares.get(share));
            }
        }
        List<Warning> warnings = new ArrayList<>();
        if (needs.contains(Need.MAP)) {
            side.effective().end(part).ifPresent(warnings::add);
        }
        warnings.addAll(side.warnings(needs, named, Engines.energyScale(side.model())));
        return new SplitCurves(definition, part, shares, Optional.empty(), List.copyOf(warnings));
    }

    private StateCurve state(StateQuantity quantity, String part) {
        Optional<Absence> absence = quantity.obstacle().apply(side.model(), part).or(() -> side.missing(quantity.needs()));
        if (absence.isPresent()) {
            return new StateCurve(quantity, part, Optional.empty(), absence, List.of());
        }
        Estimate estimate = side.estimate(quantity.needs(), quantity.curve(), part);
        return new StateCurve(quantity, part, Optional.of(estimate), Optional.empty(), side.warnings(quantity.needs(), Map.of(quantity.name(), estimate), unit()));
    }

    /** Of energies or of pure numbers, whichever is larger. */
    private double unit() {
        return Math.max(1, Engines.energyScale(side.model()));
    }

    private List<JointCurve> joint() {
        return side.model().split().isEmpty() ? List.of() : Arrays.stream(JointNumber.values()).map(this::joint).toList();
    }

    private JointCurve joint(JointNumber number) {
        Set<Need> needs = Set.of(Need.STATE);
        Optional<Absence> absence = side.missing(needs);
        if (absence.isPresent()) {
            return new JointCurve(number, Optional.empty(), absence, List.of());
        }
        Estimate estimate = side.estimate(needs, account -> account.joint(number), "");
        return new JointCurve(number, Optional.of(estimate), Optional.empty(), side.warnings(needs, Map.of(number.word(), estimate), unit()));
    }
}
