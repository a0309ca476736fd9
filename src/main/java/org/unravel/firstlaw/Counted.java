package org.unravel.firstlaw;

import java.util.Optional;
import java.util.Set;

import org.unravel.model.Absence;
import org.unravel.model.Bath;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.model.Reason;

/** Heat is what quanta bring; work is that of the drive, and what is left is quantum heat. Between Floquet modes all that quanta do not bring is work. */
final class Counted extends OfMeans {

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
    public Optional<Absence> obstacle(Model model, String part) {
        boolean isOfPart = model.split().isPresent() && BathParts.bath(model, part).isEmpty();
        return BathParts.withoutChannels(model).or(() -> isOfPart
                ? Optional.of(new Absence(Reason.NOT_APPLICABLE, "expected the whole of a model or a bath, found a part: quanta belong to the whole")) : Optional.empty());
    }

    @Override
    Set<Share> ofSystem(Model model) {
        return model.hasFloquetWork() ? Set.of(Share.CHANGE, Share.HEAT, Share.WORK) : Set.of(Share.CHANGE, Share.HEAT, Share.WORK, Share.REMAINDER);
    }

    @Override
    String heat() {
        return Quantity.HEAT_COUNTED;
    }

    @Override
    String heat(Bath bath) {
        return Quantity.heatCounted(bath);
    }

    @Override
    double[] work(Account account) {
        return account.model().hasFloquetWork() ? account.mean(Quantity.WORK_FLOQUET) : super.work(account);
    }
}
