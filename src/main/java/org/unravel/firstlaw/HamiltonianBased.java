package org.unravel.firstlaw;

/** In the eigenbasis of the energy: δW = Σ_n p_n dE_n, δQ = Σ_n E_n dp_n. */
final class HamiltonianBased extends EnergySplitting {

    static final String NAME = "hamiltonian-based";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Source source() {
        return new Source(DRIVEN_TWO_LEVELS, "(11), (12)");
    }

    @Override
    double[] work(Account account) {
        return account.integral(PathIntegral.WORK_OF_LEVELS);
    }

    @Override
    double[] heat(Account account) {
        return Account.difference(account.change(StateNumber.ENERGY), work(account));
    }
}
