package org.unravel.engine;

import org.unravel.trajectory.LaneObserver;

/** Makes the jumps of the sparse engine. One per worker. */
final class SparseJump {

    private final SparseTables tables;
    private final TaylorKernel kernel;
    private final LaneStreams streams;
    private final SparseForms forms;
    private final ChannelTable channels;
    private final int dimension;
    private final double[] scratch = new double[TaylorKernel.SCRATCH];
    private final double[] ketRe;
    private final double[] ketIm;
    private long jumps;
    private long laterJumps;
    private long grazings;

    SparseJump(SparseTables tables, TaylorKernel kernel, LaneStreams streams, SparseForms forms) {
        this.tables = tables;
        this.kernel = kernel;
        this.streams = streams;
        this.forms = forms;
        this.dimension = tables.model().dimension();
        this.channels = new ChannelTable(tables.model(), BlockFrame.none(tables.model()));
        this.ketRe = new double[dimension];
        this.ketIm = new double[dimension];
    }

    /**
     * Makes a lane jump from the end of the quadrature; where no channel can fire it goes on without a jump.
     *
     * @param time of the jump
     * @param later a jump of the same grid interval came before
     * @param rest time that the jump is still away from the end of the quadrature, close to zero
     */
    void at(int lane, SparseKet ket, double time, boolean later, SegmentQuadrature quadrature, double rest, LaneObserver observer) {
        arrive(quadrature, rest);
        double[] end = quadrature.forms();
        int at = quadrature.endForms();
        double energy = SparseForms.energy(end, at) + rest * flow(end, at);
        double total = channels.weigh(time, time, ketRe, ketIm);
        if (total > 0) {
            int channel = channels.choose(streams.stream(lane).nextUniform(), total);
            channels.apply(channel, time, time, ketRe, ketIm);
            streams.threshold()[lane] = streams.stream(lane).nextJumpThreshold();
            ket.set(ketRe, ketIm, dimension);
            forms.of(ket);
            observer.jump(lane, time, channel, SparseForms.energy(ket.forms(), 0) - energy);
            jumps++;
            laterJumps += later ? 1 : 0;
        } else {
            grazings++;
            streams.threshold()[lane] = LaneStreams.NEVER;
            ket.set(ketRe, ketIm, dimension);
            forms.of(ket);
        }
    }

    private double flow(double[] end, int at) {
        return SparseForms.drift(end, at) + (tables.terms().unitary() ? SparseForms.unitary(end, at) : 0);
    }

    /** The ket at the jump: ψ + rest·Gψ. */
    private void arrive(SegmentQuadrature quadrature, double rest) {
        double[] re = quadrature.endRe();
        double[] im = quadrature.endIm();
        int at = quadrature.endAt();
        // The first ket of the pass is not needed any more.
        int free = SlicedRows.HEIGHT;
        kernel.nextTerm(tables.generator(), rest, re, im, at, free, scratch);
        for (int i = 0; i < dimension; i++) {
            ketRe[i] = re[at + i] + re[free + i];
            ketIm[i] = im[at + i] + im[free + i];
        }
    }

    long jumps() {
        return jumps;
    }

    long laterJumps() {
        return laterJumps;
    }

    long grazings() {
        return grazings;
    }
}
