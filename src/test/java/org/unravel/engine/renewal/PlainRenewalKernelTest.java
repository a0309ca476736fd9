package org.unravel.engine.renewal;

/** The plain kernel keeps the contract. */
class PlainRenewalKernelTest extends RenewalKernelContract {

    @Override
    RenewalKernel kernel() {
        return new PlainRenewalKernel();
    }
}
