package org.unravel.validation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

import org.unravel.numeric.Rounding;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.Distribution.Bin;
import org.unravel.statistics.WeightedCount;
import org.unravel.validation.AtomsTest.Expected;

/**
 * The exact and the sampled values of a quantity put together: values of either side that cannot be told apart are one for both ({@link Rounding}).
 *
 * @param probabilities exact ones, of each value that has one, ascending
 * @param observed sampled trajectories at each of them
 * @param stray sampled trajectories elsewhere
 */
record PooledAtoms(double[] probabilities, WeightedCount[] observed, WeightedCount stray) {

    static PooledAtoms of(List<Expected> exact, Distribution sampled) {
        List<Bin> bins = sampled.bins();
        int[] sets = Rounding.sets(
                DoubleStream.concat(exact.stream().mapToDouble(Expected::value), bins.stream().mapToDouble(Bin::low)).toArray(),
                DoubleStream.concat(exact.stream().mapToDouble(Expected::rounding), bins.stream().mapToDouble(Bin::rounding)).toArray());
        int[] ofExact = Arrays.copyOf(sets, exact.size());
        int[] known = Arrays.stream(ofExact).sorted().distinct().toArray();
        double[] probabilities = new double[known.length];
        WeightedCount[] observed = new WeightedCount[known.length];
        Arrays.fill(observed, WeightedCount.NONE);
        for (int a = 0; a < ofExact.length; a++) {
            probabilities[Arrays.binarySearch(known, ofExact[a])] += exact.get(a).probability();
        }
        WeightedCount stray = WeightedCount.NONE;
        for (int b = 0; b < bins.size(); b++) {
            int place = Arrays.binarySearch(known, sets[exact.size() + b]);
            if (place < 0) {
                stray = stray.plus(bins.get(b).values());
            } else {
                observed[place] = observed[place].plus(bins.get(b).values());
            }
        }
        return new PooledAtoms(probabilities, observed, stray);
    }
}
