package org.unravel.firstlaw;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.unravel.model.Absence;
import org.unravel.model.Bath;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.model.Reason;

/** All quantities of the averaged state, in the order of files. Energies in the model's unit, β in its inverse, entropies in nats. */
public final class StateQuantities {

    /** Productions and irreversible entropies begin with these, the name of a definition follows. */
    static final String PRODUCTION = "entropy.production.";
    static final String IRREVERSIBLE = "entropy.irreversible.";

    private static final List<StateQuantity> ALL = List.of(number("energy", StateNumber.ENERGY), number("entropy", StateNumber.ENTROPY),
            number("entropy.diagonal", StateNumber.ENTROPY_DIAGONAL), number("purity", StateNumber.PURITY), number("beta", StateNumber.BETA),
            number("beta.reference", StateNumber.BETA_REFERENCE), number("energy.thermal", StateNumber.ENERGY_THERMAL),
            number("energy.passive", StateNumber.ENERGY_PASSIVE), coherent("ergotropy", a -> a.number(StateNumber.ERGOTROPY)),
            coherent("ergotropy.coherent", a -> Account.difference(a.number(StateNumber.ERGOTROPY), a.number(StateNumber.ERGOTROPY_INCOHERENT))),
            number("ergotropy.incoherent", StateNumber.ERGOTROPY_INCOHERENT),
            of("exergy", a -> Account.difference(a.number(StateNumber.ENERGY), a.number(StateNumber.ENERGY_THERMAL))),
            of("athermal", a -> Account.difference(a.number(StateNumber.ENERGY_PASSIVE), a.number(StateNumber.ENERGY_THERMAL))),
            production(Conventional.NAME, Quantity::heat), production(Counted.NAME, Quantity::heatCounted),
            ProductionOfParts.autonomous(), ProductionOfParts.ofReservoir(TwoReservoirs.INTERACTION), ProductionOfParts.ofReservoir(TwoReservoirs.BARE),
            irreversible(Conventional.NAME, PathIntegral.ENTROPY_OF_CONVENTIONAL_HEAT), irreversible(HamiltonianBased.NAME, PathIntegral.ENTROPY_OF_LEVEL_HEAT),
            irreversible(EntropyBased.NAME, PathIntegral.ENTROPY_OF_POPULATION_HEAT));

    private StateQuantities() {
    }

    /** All of them. */
    public static List<StateQuantity> all() {
        return ALL;
    }

    private static StateQuantity number(String name, StateNumber number) {
        return of(name, a -> a.number(number));
    }

    private static StateQuantity coherent(String name, Function<Account, double[]> curve) {
        return new StateQuantity(name, Optional.empty(), Set.of(Need.STATE, Need.COHERENCE), (model, part) -> Optional.empty(), curve);
    }

    private static StateQuantity of(String name, Function<Account, double[]> curve) {
        return new StateQuantity(name, Optional.empty(), Set.of(Need.STATE), (model, part) -> Optional.empty(), curve);
    }

    /** ΔS − Σ_b β_b Q_b. */
    private static StateQuantity production(String definition, Function<Bath, String> heat) {
        return new StateQuantity(PRODUCTION + definition, Optional.of(definition), Set.of(Need.STATE, Need.MEANS), (model, part) -> withoutTemperatures(model), account -> {
            double[] sum = account.change(StateNumber.ENTROPY);
            for (Bath bath : account.model().baths()) {
                sum = Account.difference(sum, Account.scaled(bath.inverseTemperature().orElseThrow(), account.mean(heat.apply(bath))));
            }
            return sum;
        });
    }

    private static Optional<Absence> withoutTemperatures(Model model) {
        if (model.split().isPresent()) {
            return Optional.of(new Absence(Reason.NOT_APPLICABLE, "expected a model without parts, found a split: baths give heat to the whole"));
        }
        if (model.baths().isEmpty() || !model.hasHeatOfBaths()) {
            return Optional.of(new Absence(Reason.NOT_APPLICABLE, "expected baths whose heats are booked apart, found none"));
        }
        return model.baths().stream().filter(b -> b.inverseTemperature().isEmpty() || !Double.isFinite(b.inverseTemperature().getAsDouble())).findFirst()
                .map(b -> new Absence(Reason.NOT_APPLICABLE, "expected a finite inverse temperature of each bath, found none of " + b.name()));
    }

    /** ΔS − ∫β δQ with the β of the state itself. */
    private static StateQuantity irreversible(String definition, PathIntegral integral) {
        return new StateQuantity(IRREVERSIBLE + definition, Optional.of(definition), Set.of(Need.STATE, Need.PATH), (model, part) -> Optional.empty(),
                account -> Account.difference(account.change(StateNumber.ENTROPY), account.integral(integral)));
    }
}
