package org.unravel.composite;

import org.unravel.model.Split;

/** Takes one part out of joint states: Tr over the other part. Immutable. */
public final class Reduction {

    /** Below this dimension a part is a dense matrix whatever the joint state is. */
    private static final int SMALL = 16;

    private final int dimension;
    private final int otherDimension;
    /** Place in the basis of the whole, shape [states of the other part][states of this one]. */
    private final int[][] places;

    private Reduction(int[] own, int[] other, int dimension, int otherDimension) {
        this.dimension = dimension;
        this.otherDimension = otherDimension;
        this.places = new int[otherDimension][dimension];
        for (int n = 0; n < own.length; n++) {
            places[other[n]][own[n]] = n;
        }
    }

    /** To a part of a split. */
    public static Reduction to(Split split, Split.Part part) {
        Split.Part other = split.partner(part);
        return new Reduction(part.states(), other.states(), part.dimension(), other.dimension());
    }

    /** Dimension d of the part. */
    public int dimension() {
        return dimension;
    }

    /** Whether the state of the part is kept as vectors in a mixture of so many kets, because they are fewer than its levels. */
    public boolean keepsVectors(int kets) {
        return dimension > SMALL && (long) kets * otherDimension < dimension;
    }

    /** The state of the part, with its rate where the joint state has one. */
    public ReducedState of(JointState joint) {
        if (joint instanceof JointState.Density density) {
            return ReducedState.dense(dimension, traced(density.state(), density.dimension()), density.rate().length == 0 ? density.rate() : traced(density.rate(), density.dimension()));
        }
        JointState.Mixture mixture = (JointState.Mixture) joint;
        double[][][] x = vectors(mixture.weights(), mixture.re(), mixture.im());
        double[][][] y = mixture.rateRe().length == 0 ? new double[2][0][] : vectors(mixture.weights(), mixture.rateRe(), mixture.rateIm());
        ReducedState state = ReducedState.ofVectors(dimension, x, y);
        return keepsVectors(mixture.weights().length) ? state : state.asMatrix();
    }

    private double[] traced(double[] joint, int whole) {
        double[] out = new double[dimension * dimension];
        for (int[] place : places) {
            for (int i = 0; i < dimension; i++) {
                for (int j = 0; j <= i; j++) {
                    out[i * dimension + j] += PackedMatrix.re(joint, whole, place[i], place[j]);
                    if (j < i) {
                        out[j * dimension + i] += PackedMatrix.im(joint, whole, place[j], place[i]);
                    }
                }
            }
        }
        return out;
    }

    /** √w ψ(·, o) of each ket and each state o of the other part; real parts at 0, imaginary at 1. Shape [2][kets · other][d]. */
    private double[][][] vectors(double[] weights, double[][] re, double[][] im) {
        double[][][] out = new double[2][weights.length * otherDimension][dimension];
        for (int c = 0, m = 0; c < weights.length; c++) {
            double amplitude = Math.sqrt(weights[c]);
            for (int o = 0; o < otherDimension; o++, m++) {
                for (int i = 0; i < dimension; i++) {
                    out[0][m][i] = amplitude * re[c][places[o][i]];
                    out[1][m][i] = amplitude * im[c][places[o][i]];
                }
            }
        }
        return out;
    }
}
