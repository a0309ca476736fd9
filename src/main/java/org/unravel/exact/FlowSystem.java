package org.unravel.exact;

/** Equations for matrices under one flow, linear, in which nothing else depends on time. */
abstract class FlowSystem extends MovingSystem {

    final TiltedFlow flow;
    /** How many numbers a matrix has. */
    final int size;

    FlowSystem(TiltedFlow flow) {
        this.flow = flow;
        this.size = flow.size();
    }

    @Override
    public final boolean isLinear() {
        return true;
    }

    @Override
    public final boolean isLinearAndConstant() {
        return flow.isConstant();
    }
}
