package org.unravel.validation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.unravel.model.Model;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.validation.TimeCells.Cell;
import org.unravel.validation.TimeCells.SpanBound;

/**
 * Jumps that are rare because the time in which they matter is short: in a pulse of the energy or of a quantum, each moves a quantity by far more than a jump at any
 * other time. A sample that holds none of them knows nothing of the variance they carry.
 *
 * <p>Jumps are put into levels, each a factor of 2, by what they can do at most. Those of a level and above are rare if few are expected of half their size and more:
 * else there is no gap below them, and what happens often tells of what happens seldom. With k of them a trajectory, each of at most e, and σ² the variance of the
 * sample, the relative variance of the variance is k e⁴/(N(σ² + k e²)²) (moments of a sum with a Poisson number of terms).
 */
final class RareTimes {

    /** Sizes from the largest down to 2⁻⁶⁰ of it; all below are in the last level. */
    private static final int LEVELS = 60;

    private final double trajectoryCount;
    /** By grid time and level: jumps of one trajectory up to then that do so much or more, and the sums of e² and e⁴. */
    private final double[][] jumps;
    private final double[][] squares;
    private final double[][] fourths;

    private RareTimes(int pointCount, double trajectoryCount) {
        this.trajectoryCount = trajectoryCount;
        jumps = new double[pointCount][LEVELS + 1];
        squares = new double[pointCount][LEVELS + 1];
        fourths = new double[pointCount][LEVELS + 1];
    }

    /** What the jumps that count do to a quantity. */
    enum Effect {
        /** They change the energy. */
        ENERGY,
        /** They give a quantum. */
        QUANTUM,
        /** Both. */
        ENERGY_AND_QUANTUM
    }

    /**
     * The rare times of a quantity, or nothing if a jump does the same at all times, however often it comes.
     *
     * @param channels whose jumps count
     * @param expected jumps of one trajectory by channel and grid time; null for a channel of which they are not known
     */
    static Optional<RareTimes> of(Model model, TimeCells cells, int[] channels, Effect effect, double[][] expected, double trajectoryCount) {
        boolean isSteady = effect == Effect.QUANTUM || model.energy().isConstant();
        for (int k : channels) {
            isSteady &= effect == Effect.ENERGY || model.channels().get(k).heat().isConstant();
        }
        if (isSteady) {
            return Optional.empty();
        }
        SpanBound energy = effect == Effect.QUANTUM ? constant(0) : width(model.energy());
        SpanBound[] quanta = Arrays.stream(channels).mapToObj(k -> effect == Effect.ENERGY ? constant(0) : size(model.channels().get(k).heat())).toArray(SpanBound[]::new);
        List<Cell> profile = cells.profile((from, to, branch) -> energy.over(from, to, branch) + largest(quanta, from, to, branch));
        double[] widths = profile.stream().mapToDouble(cell -> energy.over(cell.from(), cell.to(), cell.branch())).toArray();
        double largest = profile.stream().mapToDouble(Cell::bound).max().orElse(0);
        RareTimes times = new RareTimes(model.time().pointCount(), trajectoryCount);
        for (int i = 0; i < channels.length; i++) {
            TimeDependentOperator operator = model.channels().get(channels[i]).jumpRateOperator();
            SpanBound rate = operator.isConstant() ? constant(SpectralBound.of(operator.at(0)).high()) : rate(OperatorBounds.of(operator));
            double[] most = new double[model.time().pointCount()];
            profile.forEach(cell -> most[cell.interval()] += most(cell, rate));
            for (int c = 0; c < widths.length; c++) {
                Cell cell = profile.get(c);
                double size = Math.min(cell.bound(), widths[c] + quanta[i].over(cell.from(), cell.to(), cell.branch()));
                double number = most(cell, rate) * share(cell.interval(), most, expected[channels[i]]);
                times.add(cell.interval(), number, size, largest);
            }
        }
        times.sum();
        return Optional.of(times);
    }

    private static SpanBound size(TimeFunction quantum) {
        return (from, to, branch) -> quantum.bounds(from, to, branch, 0).re().modulus(0);
    }

    private static SpanBound constant(double value) {
        return (from, to, branch) -> value;
    }

    private static SpanBound width(TimeDependentOperator energy) {
        if (energy.isConstant()) {
            return constant(SpectralBound.of(energy.at(0)).width());
        }
        OperatorBounds bounds = OperatorBounds.of(energy);
        return (from, to, branch) -> bounds.over(from, to, branch).width();
    }

    private static SpanBound rate(OperatorBounds bounds) {
        return (from, to, branch) -> Math.max(0, bounds.over(from, to, branch).high());
    }

    private static double largest(SpanBound[] sizes, double from, double to, double branch) {
        double largest = 0;
        for (SpanBound size : sizes) {
            largest = Math.max(largest, size.over(from, to, branch));
        }
        return largest;
    }

    /** Jumps in a cell if the state that jumps most were always there. */
    private static double most(Cell cell, SpanBound rate) {
        return (cell.to() - cell.from()) * rate.over(cell.from(), cell.to(), cell.branch());
    }

    /** Expected jumps of an interval of grid times in units of the most that there could be; 1 where they are not known. */
    private static double share(int interval, double[] most, double[] jumps) {
        return jumps == null || !(most[interval] > 0) ? 1 : Math.max(0, Math.min(1, (jumps[interval] - jumps[interval - 1]) / most[interval]));
    }

    private void add(int point, double number, double size, double largest) {
        int level = size > 0 ? Math.max(0, Math.min(LEVELS, -Math.getExponent(size / largest))) : LEVELS;
        jumps[point][level] += number;
        squares[point][level] += number * size * size;
        fourths[point][level] += number * size * size * size * size;
    }

    /** Over times and, from the largest size down, over levels. */
    private void sum() {
        for (double[][] of : new double[][][] {jumps, squares, fourths}) {
            for (int i = 1; i < of.length; i++) {
                for (int level = 0; level <= LEVELS; level++) {
                    of[i][level] += of[i - 1][level];
                }
            }
            for (double[] levels : of) {
                Arrays.parallelPrefix(levels, Double::sum);
            }
        }
    }

    /**
     * Whether the variance up to a grid time may rest on jumps of which few are expected.
     *
     * @param few jumps in the whole sample
     * @param largest relative variance of the variance
     */
    boolean areFew(int point, double standardError, double few, double largest) {
        double variance = trajectoryCount * standardError * standardError;
        boolean areFew = false;
        for (int level = 0; !areFew && level < LEVELS; level++) {
            double rare = trajectoryCount * jumps[point][level];
            boolean isGap = trajectoryCount * jumps[point][level + 1] < few;
            double sum = variance + squares[point][level];
            areFew = isGap && rare > ErrorMarks.NEVER && fourths[point][level] >= largest * trajectoryCount * sum * sum;
        }
        return areFew;
    }
}
