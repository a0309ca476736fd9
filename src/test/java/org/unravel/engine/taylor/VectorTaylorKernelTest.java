package org.unravel.engine.taylor;

/** The Taylor kernel on the Vector API keeps the contract. */
class VectorTaylorKernelTest extends TaylorKernelContract {

    @Override
    TaylorKernel kernel() {
        return new VectorTaylorKernel();
    }
}
