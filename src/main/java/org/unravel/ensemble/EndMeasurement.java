package org.unravel.ensemble;

import java.util.Optional;

import org.unravel.model.Quantity;
import org.unravel.numeric.HermitianEigen;
import org.unravel.trajectory.LaneKets;
import org.unravel.trajectory.Ledger;
import org.unravel.trajectory.QuantumCounter;
import org.unravel.trajectory.TrajectoryStream;

/**
 * Draws the outcomes of the measurements at the end of each trajectory and books what follows from them. One per worker thread.
 *
 * <p>The outcome at the start is that of the ket which the trajectory's own stream chose; those at the end come from a stream of their own, first that
 * of the energy, then that of ρ(τ): two different experiments on one jump record.
 */
final class EndMeasurement {

    /** The master equation is good to some 1e-12; populations below that are not known, and hardly ever found. */
    private static final double LEAST_POPULATION = 1e-12;

    private final EndStates ends;
    private final long seed;
    private final Ledger ledger;
    private final QuantumCounter counter;
    private final double unit;
    private final int countedRow;
    private final double[] re;
    private final double[] im;
    private final MeasuredBasis energies;
    private final MeasuredBasis populations;
    private final int[] atom;
    private final double[] logStart;
    private final double[] logEnd;
    private final double[][] measured;
    private double normSquared;

    EndMeasurement(EndStates ends, long seed, Ledger ledger, double unit) {
        this.ends = ends;
        this.seed = seed;
        this.ledger = ledger;
        this.countedRow = ledger.names().indexOf(Quantity.HEAT_COUNTED);
        this.unit = unit;
        this.counter = ends.hasFewPairs() ? ledger.quantumCounters()[0] : null;
        int dimension = ends.end().spaceOf().length;
        this.measured = new double[ends.hasEntropyProduction() ? 4 : 3][ledger.values()[countedRow].length];
        this.re = new double[dimension];
        this.im = new double[dimension];
        this.energies = MeasuredBasis.ascending(ends.end().eigen());
        this.populations = ends.finalState().map(MeasuredBasis::descending).orElse(null);
        this.atom = new int[2 + (counter == null ? 0 : counter.quanta().length)];
        this.logStart = ends.initial().components().stream().mapToDouble(c -> Math.log(c.probability())).toArray();
        this.logEnd = ends.finalState().map(HermitianEigen::values).orElse(new double[0]).clone();
        for (int m = 0; m < logEnd.length; m++) {
            logEnd[m] = Math.log(Math.max(logEnd[m], LEAST_POPULATION));
        }
    }

    /**
     * What was measured of the group that came last: energy at the start, energy at the end, work, and where it is sampled entropy production; shape [3 or 4][lanes].
     * The arrays are the measurement's own.
     */
    double[][] measured() {
        return measured;
    }

    /** Sums for a new block. */
    TwoPointSums newSums() {
        return new TwoPointSums(ends, quanta(), unit);
    }

    /** Sums for a new block of weighted trajectories. */
    TwoPointSums newWeightedSums() {
        return TwoPointSums.weighted(ends, quanta(), unit);
    }

    private Optional<double[]> quanta() {
        return Optional.ofNullable(counter).map(QuantumCounter::quanta);
    }

    /** Measures a lane group that has come to its end with weights, shape [lanes]. */
    void measure(long first, int laneCount, LaneKets kets, double[] weight, TwoPointSums sums) {
        for (int b = 0; b < laneCount; b++) {
            kets.copy(b, re, im);
            normSquared = normSquared();
            int ket = startKet(first + b);
            TrajectoryStream stream = TrajectoryStream.ofFinalMeasurement(seed, first + b);
            work(first + b, b, ends.startSpace()[ket], stream, weight[b], sums);
            if (ends.hasEntropyProduction()) {
                entropy(first + b, b, ket, stream, weight[b], sums);
            }
            sums.added(first + b);
        }
    }

    private double normSquared() {
        double sum = 0;
        for (int i = 0; i < re.length; i++) {
            sum += re[i] * re[i] + im[i] * im[i];
        }
        return sum;
    }

    /** The first draw of a trajectory chooses its ket where there are several. */
    private int startKet(long trajectory) {
        return ends.initial().isPure() ? 0 : ends.initial().componentAt(new TrajectoryStream(seed, trajectory).nextUniform());
    }

    private void work(long trajectory, int lane, int startSpace, TrajectoryStream stream, double weight, TwoPointSums sums) {
        int endSpace = ends.end().spaceOf()[energies.outcome(re, im, normSquared, stream.nextUniform())];
        double value = ends.isWithoutWork() ? 0
                : ends.end().values()[endSpace] - ends.start().values()[startSpace] - ledger.values()[countedRow][lane];
        measured[0][lane] = ends.start().values()[startSpace];
        measured[1][lane] = ends.end().values()[endSpace];
        measured[2][lane] = value;
        if (counter != null) {
            atom[0] = startSpace;
            atom[1] = endSpace;
            System.arraycopy(counter.net(lane), 0, atom, 2, atom.length - 2);
        }
        sums.addWork(trajectory, value, atom, weight);
    }

    private void entropy(long trajectory, int lane, int ket, TrajectoryStream stream, double weight, TwoPointSums sums) {
        HermitianEigen state = ends.finalState().orElseThrow();
        int m = populations.outcome(re, im, normSquared, stream.nextUniform());
        double value = logStart[ket] - logEnd[m];
        double[] beta = ends.conditions().entropyProduction().betaOfBath();
        for (int i = 0; i < beta.length; i++) {
            value -= beta[i] * ledger.values()[countedRow + 1 + i][lane];
        }
        measured[3][lane] = value;
        sums.addEntropy(trajectory, value, state.values()[m] < LEAST_POPULATION ? 1 : 0, weight);
    }
}
