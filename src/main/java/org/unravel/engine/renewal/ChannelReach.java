package org.unravel.engine.renewal;

import java.util.ArrayList;
import java.util.List;

import org.unravel.engine.sector.Kets;
import org.unravel.numeric.SparseMatrix;

/**
 * Where one channel leads from the states of a subspace: the images of its basis under the jump operator. They are one ray if the jump forgets
 * what came before (engine.md, "The renewal engine", there for operators of rank one on the whole space).
 */
final class ChannelReach {

    /** A jump that has this probability in the whole run is never drawn: survivals are multiples of 2⁻⁵³. */
    private static final double NEVER = 1e-18;
    /** What of the images may be off the ray: by Schwarz's inequality it changes the probability of no record by more than twice this times √(jumps). */
    private static final double OFF_RAY = 1e-12;
    /** The same in units of the operator's norm: no ray is known better. */
    private static final double ROUNDING = 1e-15;

    private final SparseMatrix operator;
    private final double shortest;
    private final double tolerance;
    private final List<double[]> imageRe = new ArrayList<>();
    private final List<double[]> imageIm = new ArrayList<>();
    private double largest;
    private double[] rayRe;
    private double[] rayIm;

    /**
     * Of a channel.
     *
     * @param operator jump operator
     * @param jumps its rate times the time it acts, &gt; 0
     */
    ChannelReach(SparseMatrix operator, double jumps) {
        this.operator = operator;
        this.shortest = Math.sqrt(NEVER / jumps);
        this.tolerance = Math.max(ROUNDING * operator.rowSumNorm(), OFF_RAY / Math.sqrt(jumps));
    }

    /** Takes the image of one more basis ket; false if the images are no longer one ray. */
    boolean add(double[] ketRe, double[] ketIm) {
        double[] x = new double[ketRe.length];
        double[] y = new double[ketRe.length];
        operator.apply(ketRe, ketIm, x, y);
        imageRe.add(x);
        imageIm.add(y);
        double size = Math.sqrt(Kets.square(x, y));
        // The longest image names the ray best.
        if (size > largest) {
            largest = size;
            rayRe = x.clone();
            rayIm = y.clone();
            Kets.scale(1 / size, rayRe, rayIm);
        }
        return !reaches() || isOneRay();
    }

    private boolean isOneRay() {
        for (int i = 0; i < imageRe.size(); i++) {
            if (!(Kets.distance(rayRe, rayIm, imageRe.get(i), imageIm.get(i)) <= tolerance)) {
                return false;
            }
        }
        return true;
    }

    /** False if no state of the subspace can jump through the channel. */
    boolean reaches() {
        return largest > shortest;
    }

    double[] rayRe() {
        return rayRe;
    }

    double[] rayIm() {
        return rayIm;
    }

    /** Amplitudes √rate ⟨ray|A|q_j⟩ of the basis kets: real parts, then imaginary parts. */
    double[][] amplitudes(double rate) {
        double[][] amplitudes = new double[2][imageRe.size()];
        for (int j = 0; j < imageRe.size(); j++) {
            amplitudes[0][j] = Math.sqrt(rate) * Kets.innerRe(rayRe, rayIm, imageRe.get(j), imageIm.get(j));
            amplitudes[1][j] = Math.sqrt(rate) * Kets.innerIm(rayRe, rayIm, imageRe.get(j), imageIm.get(j));
        }
        return amplitudes;
    }
}
