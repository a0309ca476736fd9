package org.unravel.engine.lane;

/** The plain node kernel keeps the contract. */
class PlainNodeKernelTest extends NodeKernelContract {

    @Override
    NodeKernel kernel() {
        return new PlainLaneKernel().nodeKernel();
    }
}
