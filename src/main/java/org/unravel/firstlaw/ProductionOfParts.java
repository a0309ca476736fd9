package org.unravel.firstlaw;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import org.unravel.model.Absence;
import org.unravel.model.Model;

/** Entropy production of a part of a closed model: what its entropy gains and its partner's thermal state loses. */
final class ProductionOfParts {

    private ProductionOfParts() {
    }

    /** ΔS_j + β_i(0)ΔU_i^th. */
    static StateQuantity autonomous() {
        return new StateQuantity(StateQuantities.PRODUCTION + Autonomous.NAME, Optional.of(Autonomous.NAME), Set.of(Need.STATE), ProductionOfParts::withoutProduct,
                account -> production(account, account.ofPartner().number(StateNumber.BETA_REFERENCE)[0], account.ofPartner().change(StateNumber.ENERGY_THERMAL)));
    }

    /** ΔS_j − β_iQ_j with Q_j = −ΔU_i. */
    static StateQuantity ofReservoir(String definition) {
        return new StateQuantity(StateQuantities.PRODUCTION + definition, Optional.of(definition), Set.of(Need.STATE), ProductionOfParts::withoutReservoir,
                account -> production(account, StartOfParts.of(account.model()).beta(OfParts.partner(account.model(), account.part()).name()).orElseThrow(),
                        account.ofPartner().change(StateNumber.ENERGY)));
    }

    /** From β = ∞ any energy makes it infinite; what is rounding of the largest is none. */
    private static double[] production(Account account, double beta, double[] energyOfPartner) {
        double[] sum = account.change(StateNumber.ENTROPY);
        double largest = Arrays.stream(energyOfPartner).map(Math::abs).max().orElse(0);
        for (int i = 0; i < sum.length; i++) {
            boolean isNone = Double.isInfinite(beta) && Math.abs(energyOfPartner[i]) <= StatePoint.RESOLVED * largest;
            sum[i] += isNone || energyOfPartner[i] == 0 ? 0 : beta * energyOfPartner[i];
        }
        return sum;
    }

    private static Optional<Absence> withoutProduct(Model model, String part) {
        return new Autonomous().obstacle(model, part).or(() -> OfParts.open(model)).or(() -> OfParts.correlatedStart(model));
    }

    private static Optional<Absence> withoutReservoir(Model model, String part) {
        return TwoReservoirs.bare().obstacle(model, part).or(() -> OfParts.correlatedStart(model)).or(() -> OfParts.noGibbsStart(model, part));
    }
}
