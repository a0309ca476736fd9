package org.unravel.exact;

import org.unravel.model.CutOffs;
import org.unravel.model.Model;
import org.unravel.model.Space;
import org.unravel.model.Subsystem;

/**
 * The largest populations, over the grid times, of the upper levels of every subsystem that is cut off, by the master equation.
 *
 * <p>Not safe for threads while it observes.
 */
public final class LevelPopulations implements MasterEquation.StateObserver {

    private static final double LEAST_FALL = 0.5;

    private final int[] subsystems;
    private final int[] stride;
    private final double[][] above;
    private final int[][] aboveAt;

    LevelPopulations(Model model) {
        Space space = model.space();
        this.subsystems = CutOffs.of(space);
        this.stride = new int[subsystems.length];
        this.above = new double[subsystems.length][];
        this.aboveAt = new int[subsystems.length][];
        for (int w = 0; w < subsystems.length; w++) {
            int levels = space.subsystems().get(subsystems[w]).dimension();
            stride[w] = space.subsystems().stream().skip(subsystems[w] + 1L).mapToInt(Subsystem::dimension).reduce(1, (a, b) -> a * b);
            above[w] = new double[levels];
            aboveAt[w] = new int[levels];
        }
    }

    @Override
    public void state(int gridIndex, DenseMatrix rho) {
        for (int w = 0; w < subsystems.length; w++) {
            double[] population = new double[above[w].length];
            for (int i = 0; i < rho.dimension(); i++) {
                population[i / stride[w] % population.length] += rho.re()[i][i];
            }
            double sum = 0;
            for (int level = population.length - 1; level >= 0; level--) {
                sum += population[level];
                if (sum > above[w][level]) {
                    above[w][level] = sum;
                    aboveAt[w][level] = gridIndex;
                }
            }
        }
    }

    /**
     * Largest population of all levels from one on.
     *
     * @param watched index among the subsystems that are cut off
     * @param level the lowest of them, counted from 0; beyond the highest there is none
     */
    public double above(int watched, int level) {
        return level >= above[watched].length ? 0 : above[watched][level];
    }

    /** Largest population of the two highest levels. */
    public double highest(int watched) {
        return above(watched, Math.max(0, levelCount(watched) - CutOffs.WATCHED_LEVELS));
    }

    /** The grid time at which it is reached. */
    public int highestAt(int watched) {
        return aboveAt[watched][Math.max(0, levelCount(watched) - CutOffs.WATCHED_LEVELS)];
    }

    /** Number of levels of a subsystem that is cut off. */
    public int levelCount(int watched) {
        return above[watched].length;
    }

    /**
     * Number of levels that would do if populations go on to fall as those of the highest levels do; 0 where they fall by less than a half from
     * two levels to the next two, so that nobody knows.
     */
    int extrapolated(int watched) {
        int levels = levelCount(watched);
        double ratio = levels < 2 * CutOffs.WATCHED_LEVELS ? 1 : highest(watched) / above(watched, levels - 2 * CutOffs.WATCHED_LEVELS);
        return ratio < LEAST_FALL ? levels + 2 * (int) Math.ceil(Math.max(0, Math.log(CutOffs.NEGLIGIBLE / highest(watched)) / Math.log(ratio))) : 0;
    }

    /** The least number of levels of which the two highest would be empty but for {@link CutOffs#NEGLIGIBLE}; one more than there are if none is. */
    int sufficient(int watched) {
        int levels = CutOffs.WATCHED_LEVELS;
        while (levels <= levelCount(watched) && above(watched, levels - CutOffs.WATCHED_LEVELS) >= CutOffs.NEGLIGIBLE) {
            levels++;
        }
        return levels;
    }
}
