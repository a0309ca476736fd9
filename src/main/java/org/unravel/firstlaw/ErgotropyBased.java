package org.unravel.firstlaw;

import java.util.Set;

/** Work is the change of the ergotropy, heat that of the passive energy; under a drive too. */
final class ErgotropyBased extends EnergySplitting {

    @Override
    public String name() {
        return "ergotropy";
    }

    @Override
    public Source source() {
        return new Source("10.1209/epl/i2004-10101-2", "maximal work extraction");
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.STATE, Need.COHERENCE);
    }

    @Override
    double[] work(Account account) {
        return account.change(StateNumber.ERGOTROPY);
    }

    @Override
    double[] heat(Account account) {
        return account.change(StateNumber.ENERGY_PASSIVE);
    }
}
