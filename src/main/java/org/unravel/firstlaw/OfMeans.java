package org.unravel.firstlaw;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.unravel.model.Bath;
import org.unravel.model.Model;
import org.unravel.model.Quantity;

/** A definition whose shares are means over trajectories, of a system without parts and of what each bath gives it. */
abstract class OfMeans implements Definition {

    @Override
    public final boolean isLinear() {
        return true;
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.MEANS);
    }

    @Override
    public final List<String> parts(Model model) {
        return BathParts.of(model);
    }

    @Override
    public final Set<Share> gives(Model model, String part) {
        return BathParts.bath(model, part).isEmpty() ? ofSystem(model) : Set.of(Share.HEAT);
    }

    @Override
    public double[] share(Share share, Account account, String part) {
        Optional<Bath> bath = BathParts.bath(account.model(), part);
        return switch (share) {
            case CHANGE -> account.mean(Quantity.ENERGY_CHANGE);
            case HEAT -> account.mean(bath.map(this::heat).orElse(heat()));
            case WORK -> work(account);
            case REMAINDER -> account.mean(Quantity.HEAT_QUANTUM);
        };
    }

    /** What it gives of the system. */
    abstract Set<Share> ofSystem(Model model);

    /** The quantity that is its heat. */
    abstract String heat();

    /** The quantity that is its heat of a bath. */
    abstract String heat(Bath bath);

    double[] work(Account account) {
        return account.workOfMeans();
    }
}
