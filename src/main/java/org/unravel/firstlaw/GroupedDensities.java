package org.unravel.firstlaw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.unravel.composite.JointState;
import org.unravel.ensemble.GroupedStates;
import org.unravel.exact.Generator;
import org.unravel.model.Model;

/** Density matrices that were recorded for each group. */
final class GroupedDensities implements SampledStates {

    private static final double[] NONE = {};

    private final Model inner;
    private final GroupedStates states;
    private final Replicates replicates;

    GroupedDensities(Model inner, GroupedStates states) {
        this.inner = inner;
        this.states = states;
        this.replicates = new Replicates(states);
    }

    @Override
    public int count() {
        return replicates.count();
    }

    @Override
    public int leftOutCount() {
        return replicates.leftOutCount();
    }

    @Override
    public long trajectoryCount() {
        return LongStream.of(states.counts()).sum();
    }

    @Override
    public int kets() {
        return 0;
    }

    @Override
    public int first(int replicate) {
        return replicate;
    }

    @Override
    public JointState[] at(int index) {
        double[][] averages = replicates.averages(replicates.states(index), index);
        JointState[] all = new JointState[averages.length];
        for (int r = 0; r < all.length; r++) {
            all[r] = new JointState.Density(inner.dimension(), averages[r], NONE);
        }
        return all;
    }

    @Override
    public JointState[] moving(int index, double branch) {
        double[][] sums = replicates.states(index);
        Generator generator = new Generator(inner);
        double[][] changes = new double[sums.length][];
        for (int g = 0; g < sums.length; g++) {
            changes[g] = generator.rate(inner.time().time(index), branch, sums[g]);
        }
        double[][] averages = replicates.averages(sums, index);
        double[][] rates = replicates.averages(changes, index);
        JointState[] all = new JointState[averages.length];
        for (int r = 0; r < all.length; r++) {
            all[r] = new JointState.Density(inner.dimension(), averages[r], rates[r]);
        }
        return all;
    }

    @Override
    public List<Map<String, double[]>> means(int refinement) {
        int points = inner.time().pointCount();
        List<Map<String, double[]>> all = new ArrayList<>();
        for (int r = 0; r < count(); r++) {
            all.add(new HashMap<>());
        }
        for (int q = 0; q < states.quantities().size(); q++) {
            for (int i = 0; i < points; i += refinement) {
                double[] means = replicates.means(q, i);
                for (int r = 0; r < means.length; r++) {
                    all.get(r).computeIfAbsent(states.quantities().get(q), name -> new double[(points - 1) / refinement + 1])[i / refinement] = means[r];
                }
            }
        }
        return all;
    }
}
