package org.unravel.engine;

/** The kernel on the Vector API keeps the contract. */
class VectorRenewalKernelTest extends RenewalKernelContract {

    @Override
    RenewalKernel kernel() {
        return new VectorRenewalKernel();
    }
}
