package org.unravel.engine.renewal;

/** The kernel on the Vector API keeps the contract. */
class VectorRenewalKernelTest extends RenewalKernelContract {

    @Override
    RenewalKernel kernel() {
        return new VectorRenewalKernel();
    }
}
