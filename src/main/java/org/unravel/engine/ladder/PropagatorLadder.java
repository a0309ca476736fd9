package org.unravel.engine.ladder;

import java.util.Arrays;
import java.util.List;

import org.unravel.engine.sector.Sector;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.numeric.BlockPartition;
import org.unravel.numeric.SparseMatrix;

/**
 * No-jump propagators e^{Gh} of one sector for h = Δ, Δ/2, Δ/4, … of a constant generator G = −iH − K/2, down to steps in which a ket is its Taylor
 * polynomial of degree two to rounding. Any time up to Δ is a sum of them, so a ket is known there after some fifty products, whatever the norm of G. Immutable.
 *
 * <p>They come from the finest by squaring (Moler and Van Loan, 2003, SIAM Rev. 45, 3, method 3) with 32 digits: the error is that of 1e-32 of G over Δ.
 * As long as a propagator is close to one its difference from one is squared, which loses no digit of it. K is the sum of γA†A to all digits, so a state that
 * no channel leaves stays dark.
 */
final class PropagatorLadder {

    /** log₂ of ‖G‖h of the finest step: its cube over 6 is rounding. */
    private static final int FINEST = -24;
    /** log₂ of ‖G‖Δ from which on 32 digits are too few for 1e-9. */
    static final int MOST_ACTION = 74;
    /** Below this the difference from one is the better number. */
    private static final double CLOSE_TO_ONE = 0.5;

    private final BlockPartition partition;
    private final double step;
    private final SparseMatrix generator;
    /** Shape [levels][entries of the partition]. */
    private final double[][] re;
    private final double[][] im;

    private PropagatorLadder(BlockPartition partition, double step, SparseMatrix generator, int levels) {
        this.partition = partition;
        this.step = step;
        this.generator = generator;
        this.re = new double[levels][partition.entryCount()];
        this.im = new double[levels][partition.entryCount()];
    }

    /** The ladder of a sector of a model that does not depend on time. */
    static PropagatorLadder of(Model model, Sector sector) {
        BlockPartition partition = partition(sector);
        SparseMatrix generator = generator(sector);
        double step = sector.time().step();
        int levels = levels(action(sector));
        PropagatorLadder ladder = new PropagatorLadder(partition, step, generator, levels);
        for (int m = 0; m < partition.blockCount(); m++) {
            ladder.fill(m, block(model, sector, partition.block(m)).scaled(step * Math.scalb(1.0, 1 - levels)));
        }
        return ladder;
    }

    /** Blocks that the motion between jumps does not join. */
    static BlockPartition partition(Sector sector) {
        return BlockPartition.of(sector.dimension(), List.of(sector.hamiltonian().at(0), sector.jumpRate().at(0)));
    }

    private static SparseMatrix generator(Sector sector) {
        return sector.hamiltonian().at(0).scaled(0, -1).plus(-0.5, 0, sector.jumpRate().at(0));
    }

    /** ‖G‖Δ. */
    static double action(Sector sector) {
        return generator(sector).rowSumNorm() * sector.time().step();
    }

    /** Propagators of a ladder. */
    static int levels(double action) {
        return 1 + Math.max(0, action > 0 ? Math.getExponent(action) + 1 - FINEST : 0);
    }

    private static ExtendedMatrix block(Model model, Sector sector, int[] block) {
        ExtendedMatrix g = new ExtendedMatrix(block.length);
        g.add(0, -1, sector.hamiltonian().at(0), block);
        int[] place = new int[model.dimension()];
        Arrays.fill(place, -1);
        for (int i = 0; i < block.length; i++) {
            place[sector.states()[block[i]]] = i;
        }
        for (Channel c : model.channels()) {
            addLoss(g, c.operator().at(0), c.rate().at(0).re(), place);
        }
        return g;
    }

    /** Adds −γA†A/2. */
    private static void addLoss(ExtendedMatrix g, SparseMatrix a, double rate, int[] place) {
        for (int row = 0; row < a.dimension(); row++) {
            for (int p = a.rowStart()[row]; p < a.rowStart()[row + 1]; p++) {
                int i = place[a.columns()[p]];
                for (int q = a.rowStart()[row]; i >= 0 && q < a.rowStart()[row + 1]; q++) {
                    int j = place[a.columns()[q]];
                    if (j >= 0) {
                        g.addProduct(i, j, -0.5 * rate, a.re()[p], a.im()[p], a.re()[q], a.im()[q]);
                    }
                }
            }
        }
    }

    private void fill(int m, ExtendedMatrix small) {
        // e^M − 1 = M(1 + M/2(1 + M/3(1 + M/4)))
        ExtendedMatrix horner = small.over(4).plusIdentity();
        for (int k = 3; k >= 2; k--) {
            horner = small.over(k).times(horner).plusIdentity();
        }
        ExtendedMatrix difference = small.times(horner);
        ExtendedMatrix whole = difference.plusIdentity();
        boolean close = true;
        for (int level = re.length - 1; level >= 0; level--) {
            System.arraycopy(whole.re(), 0, re[level], partition.offset(m), whole.dimension() * whole.dimension());
            System.arraycopy(whole.im(), 0, im[level], partition.offset(m), whole.dimension() * whole.dimension());
            close &= difference.rowSumNorm() < CLOSE_TO_ONE;
            if (close) {
                difference = difference.scaled(2).plus(difference.times(difference));
                whole = difference.plusIdentity();
            } else {
                whole = whole.times(whole);
            }
        }
    }

    /** Number of steps. */
    int levels() {
        return re.length;
    }

    /** Length in time of a step. */
    double length(int level) {
        return step * Math.scalb(1.0, -level);
    }

    /** Writes the ket a step later; returns its squared norm. */
    double apply(int level, double[] ketRe, double[] ketIm, double[] outRe, double[] outIm) {
        double[] a = re[level];
        double[] b = im[level];
        double square = 0;
        for (int m = 0; m < partition.blockCount(); m++) {
            int[] block = partition.block(m);
            int p = partition.offset(m);
            for (int i : block) {
                double x = 0;
                double y = 0;
                for (int j : block) {
                    x = Math.fma(a[p], ketRe[j], Math.fma(-b[p], ketIm[j], x));
                    y = Math.fma(a[p], ketIm[j], Math.fma(b[p], ketRe[j], y));
                    p++;
                }
                outRe[i] = x;
                outIm[i] = y;
                square = Math.fma(x, x, Math.fma(y, y, square));
            }
        }
        return square;
    }

    /** Takes a ket on by a time no longer than the finest step, ψ + δG(ψ + δGψ/2); the work arrays are overwritten. */
    void creep(double time, double[] ketRe, double[] ketIm, double[] workRe, double[] workIm, double[] slopeRe, double[] slopeIm) {
        int d = generator.dimension();
        generator.apply(ketRe, ketIm, slopeRe, slopeIm);
        for (int i = 0; i < d; i++) {
            workRe[i] = ketRe[i] + time / 2 * slopeRe[i];
            workIm[i] = ketIm[i] + time / 2 * slopeIm[i];
        }
        generator.apply(workRe, workIm, slopeRe, slopeIm);
        for (int i = 0; i < d; i++) {
            ketRe[i] += time * slopeRe[i];
            ketIm[i] += time * slopeIm[i];
        }
    }

    long bytes() {
        return 16L * re.length * partition.entryCount();
    }
}
