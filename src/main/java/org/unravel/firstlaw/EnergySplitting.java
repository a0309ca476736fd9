package org.unravel.firstlaw;

import java.util.Set;

import org.unravel.model.Model;

/** A definition that splits the energy of the averaged state along its path. */
abstract class EnergySplitting implements Definition {

    /** The source of the splittings by a basis. */
    static final String DRIVEN_TWO_LEVELS = "10.1103/PhysRevA.104.022219";

    @Override
    public final boolean isLinear() {
        return false;
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.STATE, Need.PATH);
    }

    @Override
    public Set<Share> gives(Model model, String part) {
        return Set.of(Share.CHANGE, Share.HEAT, Share.WORK);
    }

    @Override
    public final double[] share(Share share, Account account, String part) {
        return switch (share) {
            case CHANGE -> account.change(StateNumber.ENERGY);
            case HEAT -> heat(account);
            case WORK -> work(account);
            case REMAINDER -> Account.difference(Account.difference(account.change(StateNumber.ENERGY), heat(account)), work(account));
        };
    }

    abstract double[] heat(Account account);

    abstract double[] work(Account account);
}
