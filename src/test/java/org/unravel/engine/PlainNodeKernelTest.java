package org.unravel.engine;

/** The plain node kernel keeps the contract. */
class PlainNodeKernelTest extends NodeKernelContract {

    @Override
    NodeKernel kernel() {
        return new PlainLaneKernel().nodeKernel();
    }
}
