package org.unravel.engine.taylor;

/** The Taylor kernel in plain Java keeps the contract. */
class PlainTaylorKernelTest extends TaylorKernelContract {

    @Override
    TaylorKernel kernel() {
        return new PlainTaylorKernel();
    }
}
