package org.unravel.modes;

import org.unravel.modes.ProductKernel.Block;
import org.unravel.trajectory.TrajectoryStream;

/**
 * Second moments of sampled fluctuations. A thermal mode is a mixture of coherent states whose amplitudes are complex Gaussian numbers of variance n (the Glauber P distribution), and α(t) = Uα(0) for each of them, so that
 * normally ordered averages over amplitudes are those of the state: without bias, for any number of trajectories. Everything that is asked of them is linear or bilinear in α, and follows from Σαα† of a
 * group of trajectories at the start. Displacements are not random; what is linear in the fluctuations averages to zero and is left out.
 *
 * @see <a href="https://doi.org/10.1103/PhysRev.131.2766">Glauber (1963), Phys. Rev. 131, 2766</a>
 */
final class SampledMoments {

    /** Groups of trajectories, as in other comparisons: trajectory i belongs to group i mod 32. */
    static final int GROUPS = 32;

    /** Trajectories whose products are taken together. */
    private static final int BATCH = 64;

    private final NormalModes modes;
    private final double[] numbers;
    private final RealMatrix turned;
    private final long seed;

    SampledMoments(NormalModes modes, long seed) {
        this.modes = modes;
        this.numbers = Moments.numbers(modes);
        this.turned = modes.vectors().transposed();
        this.seed = seed;
    }

    /** Trajectories of a group. */
    static long size(long trajectories, int group) {
        return trajectories / GROUPS + (group < trajectories % GROUPS ? 1 : 0);
    }

    /** Σαα† over a group by normal modes, at the start. */
    ComplexMatrix sum(long trajectories, int group) {
        int n = modes.count();
        ComplexMatrix sum = new ComplexMatrix(n, n);
        long size = size(trajectories, group);
        for (long first = 0; first < size; first += BATCH) {
            int count = (int) Math.min(BATCH, size - first);
            ComplexMatrix local = new ComplexMatrix(n, count);
            for (int i = 0; i < count; i++) {
                draw(new TrajectoryStream(seed, (first + i) * GROUPS + group), local, i);
            }
            add(turned.times(local), sum);
        }
        return sum;
    }

    /** Amplitudes of the local modes of one trajectory: |α|² is exponential. */
    private void draw(TrajectoryStream stream, ComplexMatrix to, int column) {
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] > 0) {
                double modulus = Math.sqrt(-numbers[i] * Math.log(stream.nextJumpThreshold()));
                double phase = 2 * Math.PI * stream.nextUniform();
                to.re().entries()[i * to.columns() + column] = modulus * Math.cos(phase);
                to.im().entries()[i * to.columns() + column] = modulus * Math.sin(phase);
            }
        }
    }

    /** Adds αα†, of which the part below the diagonal follows. */
    private static void add(ComplexMatrix amplitudes, ComplexMatrix sum) {
        RealMatrix re = amplitudes.re().transposed();
        RealMatrix im = amplitudes.im().transposed();
        add(1, amplitudes.re(), re, sum.re());
        add(1, amplitudes.im(), im, sum.re());
        add(1, amplitudes.im(), re, sum.im());
        add(-1, amplitudes.re(), im, sum.im());
    }

    private static void add(double factor, RealMatrix a, RealMatrix b, RealMatrix c) {
        Block to = c.block();
        ProductKernel.FASTEST.add(factor, a.block(), b.block(), to, a.rows(), a.columns(), b.columns());
    }
}
