package org.unravel.engine;

/** The node kernel on the Vector API keeps the contract. */
class VectorNodeKernelTest extends NodeKernelContract {

    @Override
    NodeKernel kernel() {
        return new VectorLaneKernel().nodeKernel();
    }
}
