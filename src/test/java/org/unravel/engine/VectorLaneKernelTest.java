package org.unravel.engine;

/** The kernel on the Vector API keeps the contract. */
class VectorLaneKernelTest extends LaneKernelContract {

    @Override
    LaneKernel kernel() {
        return new VectorLaneKernel();
    }
}
