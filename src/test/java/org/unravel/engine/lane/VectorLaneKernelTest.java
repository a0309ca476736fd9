package org.unravel.engine.lane;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unravel.engine.sector.EnergyTerms;

/** The kernel on the Vector API keeps the contract. */
class VectorLaneKernelTest extends LaneKernelContract {

    @Override
    LaneKernel kernel() {
        return new VectorLaneKernel();
    }

    /** A run may start on plain loops and go on with vectors, so both must give the same bits. */
    @ParameterizedTest
    @MethodSource("terms")
    void vectorsGiveTheBitsOfPlainLoops(EnergyTerms terms) {
        for (LaneCase.Shape shape : productShapes()) {
            LaneLoops.assertSame(LaneLoops.run(new PlainLaneKernel(), new LaneCase(shape), terms, shape.lanes()),
                    LaneLoops.run(kernel(), new LaneCase(shape), terms, shape.lanes()), shape.lanes());
        }
    }
}
