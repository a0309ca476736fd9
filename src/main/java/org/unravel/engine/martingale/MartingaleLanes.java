package org.unravel.engine.martingale;

import org.unravel.engine.energy.EnergyIntegrals;
import org.unravel.engine.jump.LaneStreams;
import org.unravel.engine.sector.EnergyTerms;
import org.unravel.model.InitialState;

/**
 * Where the lanes of a group are.
 *
 * @param re real parts of the normalised kets, in the frame of the tables, shape [lanes][D]
 * @param im imaginary parts
 * @param hazard ∫⟨R⟩dt since the last jump, or since the start
 * @param limit the hazard at which a lane jumps next
 * @param logWeight ln|μ|
 * @param sign of μ
 * @param sums energy integrals
 */
record MartingaleLanes(double[][] re, double[][] im, double[] hazard, double[] limit, double[] logWeight, double[] sign, EnergyIntegrals sums) {

    MartingaleLanes(int dimension, int lanes, EnergyTerms terms) {
        this(new double[lanes][dimension], new double[lanes][dimension], new double[lanes], new double[lanes], new double[lanes], new double[lanes], new EnergyIntegrals(terms, lanes));
    }

    /** Starts lanes: μ = 1. */
    void start(LaneStreams streams, int laneCount) {
        sums.clear();
        for (int b = 0; b < laneCount; b++) {
            InitialState.Component ket = streams.initial(b);
            System.arraycopy(ket.re(), 0, re[b], 0, re[b].length);
            System.arraycopy(ket.im(), 0, im[b], 0, im[b].length);
            hazard[b] = 0;
            limit[b] = limit(streams.threshold()[b]);
            logWeight[b] = 0;
            sign[b] = 1;
        }
    }

    /** The hazard at which the survival is u; infinite where a lane never jumps. */
    static double limit(double u) {
        return u > 0 ? -Math.log(u) : Double.POSITIVE_INFINITY;
    }

    /** μ of a lane. */
    double weight(int lane) {
        return sign[lane] * Math.exp(logWeight[lane]);
    }
}
