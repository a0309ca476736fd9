package org.unravel.firstlaw;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.unravel.model.Absence;
import org.unravel.model.Bath;
import org.unravel.model.Model;
import org.unravel.model.Quantity;

/** Heat is what quanta bring; work is that of the drive, and what is left is quantum heat. Between Floquet modes all that quanta do not bring is work. */
final class Counted implements Definition {

    static final String NAME = "counted";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Source source() {
        return new Source("10.1038/s41534-017-0008-4", "heat of quanta and quantum heat; for Floquet channels the power of doi:10.1103/PhysRevE.87.012120");
    }

    @Override
    public boolean isLinear() {
        return true;
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.MEANS);
    }

    @Override
    public List<String> parts(Model model) {
        return BathParts.of(model);
    }

    @Override
    public Set<Share> gives(Model model, String part) {
        if (!part.equals(SYSTEM)) {
            return Set.of(Share.HEAT);
        }
        return model.hasFloquetWork() ? Set.of(Share.CHANGE, Share.HEAT, Share.WORK) : Set.of(Share.CHANGE, Share.HEAT, Share.WORK, Share.REMAINDER);
    }

    @Override
    public Optional<Absence> obstacle(Model model, String part) {
        return BathParts.withoutChannels(model);
    }

    @Override
    public double[] share(Share share, Account account, String part) {
        Optional<Bath> bath = BathParts.bath(account.model(), part);
        return switch (share) {
            case CHANGE -> account.mean(Quantity.ENERGY_CHANGE);
            case HEAT -> bath.map(b -> account.mean(Quantity.heatCounted(b))).orElseGet(() -> account.mean(Quantity.HEAT_COUNTED));
            case WORK -> account.model().hasFloquetWork() ? account.mean(Quantity.WORK_FLOQUET) : account.workOfMeans();
            case REMAINDER -> account.mean(Quantity.HEAT_QUANTUM);
        };
    }
}
