package org.unravel.exact;

import org.unravel.model.Model;

/** ρ̇ = ℒρ of the master equation at any time. A state is packed as in {@link StateEvolution}. Not safe for threads. */
public final class Generator {

    private final DensityMatrixSystem system;

    /** Of a model. */
    public Generator(Model model) {
        this.system = new DensityMatrixSystem(model);
    }

    /** ρ̇ of a packed state, packed, shape [D²]; on the smooth piece that holds at {@code branch}, see {@link org.unravel.model.TimeFunction}. */
    public double[] rate(double time, double branch, double[] state) {
        system.enter(time, branch);
        return system.computeDerivatives(0, state);
    }
}
