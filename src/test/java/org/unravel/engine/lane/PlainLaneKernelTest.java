package org.unravel.engine.lane;

/** The plain kernel keeps the contract. */
class PlainLaneKernelTest extends LaneKernelContract {

    @Override
    LaneKernel kernel() {
        return new PlainLaneKernel();
    }
}
