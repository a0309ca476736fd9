package org.unravel.exact;

import java.util.Arrays;

import org.unravel.model.Model;

/**
 * The evolution without jumps over one window of time, for every start at once: V̇ = −iH_effV from V = 1, and for each channel the effect
 * Φ̇_l = V†L_l†L_lV from 0, so that Tr[Φ_lρ] is the probability that the first jump after ρ falls in the window and is of channel l.
 *
 * <p>The variable holds Re V and Im V by rows, then the packed Φ_l. Not safe for threads.
 */
final class DelayWindowSystem extends MovingSystem {

    private final Liouvillian liouvillian;
    private final int dimension;
    private final int size;
    private final DenseMatrix v;
    private final DenseMatrix out;
    private final double[] packed;

    DelayWindowSystem(Model model) {
        this.liouvillian = new Liouvillian(model);
        this.dimension = model.dimension();
        this.size = dimension * dimension;
        this.v = new DenseMatrix(dimension);
        this.out = new DenseMatrix(dimension);
        this.packed = new double[size];
    }

    @Override
    public int getDimension() {
        return effectIndex(liouvillian.channelCount());
    }

    int effectIndex(int channel) {
        return (2 + channel) * size;
    }

    double[] start() {
        double[] y = new double[getDimension()];
        for (int i = 0; i < dimension; i++) {
            y[i * (dimension + 1)] = 1;
        }
        return y;
    }

    @Override
    public double[] computeDerivatives(double sinceStart, double[] y) {
        liouvillian.moveTo(at(sinceStart));
        double[] rate = new double[y.length];
        read(y, v);
        out.clear();
        liouvillian.addNoJump(v, out);
        for (int i = 0; i < dimension; i++) {
            System.arraycopy(out.re()[i], 0, rate, i * dimension, dimension);
            System.arraycopy(out.im()[i], 0, rate, size + i * dimension, dimension);
        }
        for (int l = 0; l < liouvillian.channelCount(); l++) {
            liouvillian.jumpOf(l, v, out);
            out.packGram(packed);
            System.arraycopy(packed, 0, rate, effectIndex(l), size);
        }
        return rate;
    }

    private void read(double[] y, DenseMatrix matrix) {
        for (int i = 0; i < dimension; i++) {
            System.arraycopy(y, i * dimension, matrix.re()[i], 0, dimension);
            System.arraycopy(y, size + i * dimension, matrix.im()[i], 0, dimension);
        }
    }

    /** V and all Φ_l of a variable. */
    DelayWindow window(double[] y) {
        DenseMatrix evolution = new DenseMatrix(dimension);
        read(y, evolution);
        double[][] effects = new double[liouvillian.channelCount()][];
        for (int l = 0; l < effects.length; l++) {
            effects[l] = Arrays.copyOfRange(y, effectIndex(l), effectIndex(l + 1));
        }
        return new DelayWindow(evolution, effects);
    }
}
