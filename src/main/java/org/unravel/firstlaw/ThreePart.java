package org.unravel.firstlaw;

import java.util.Set;

import org.unravel.model.Model;

/** Heat of the entropy-based splitting, work of the Hamiltonian-based one; what is left is due to coherence between energies. */
final class ThreePart extends EnergySplitting {

    @Override
    public String name() {
        return "three-part";
    }

    @Override
    public Source source() {
        return new Source("10.1103/PhysRevE.102.062152", "heat, work and coherence");
    }

    @Override
    public Set<Share> gives(Model model, String part) {
        return Set.of(Share.CHANGE, Share.HEAT, Share.WORK, Share.REMAINDER);
    }

    @Override
    double[] heat(Account account) {
        return account.integral(PathIntegral.HEAT_OF_POPULATIONS);
    }

    @Override
    double[] work(Account account) {
        return account.integral(PathIntegral.WORK_OF_LEVELS);
    }
}
