package org.unravel.firstlaw;

/** In the eigenbasis of the state: δQ = Σ_k ⟨r_k|E|r_k⟩ dr_k, heat only where the entropy can change; the rest is work. */
final class EntropyBased extends EnergySplitting {

    static final String NAME = "entropy-based";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Source source() {
        return new Source(DRIVEN_TWO_LEVELS, "(13), (14)");
    }

    @Override
    double[] heat(Account account) {
        return account.integral(PathIntegral.HEAT_OF_POPULATIONS);
    }

    @Override
    double[] work(Account account) {
        return Account.difference(account.change(StateNumber.ENERGY), heat(account));
    }
}
