package org.unravel.engine;

/** The plain kernel keeps the contract. */
class PlainLaneKernelTest extends LaneKernelContract {

    @Override
    LaneKernel kernel() {
        return new PlainLaneKernel();
    }
}
