package org.unravel.firstlaw;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unravel.effective.EffectiveCurves;
import org.unravel.ensemble.EnsembleResult;

/**
 * Heat and work by several definitions, and what the averaged state says beside them, on one side: exact or of a sample.
 *
 * @param times of the grid, in the model's unit
 * @param trajectoryCount trajectories that were done, fewer than planned where a run stops early; 0 of exact curves
 * @param groups of trajectories that errors come from; 0 of exact curves, and where all trajectories are one group
 * @param splits one for each definition and part, in the order of the definitions
 * @param states of each part that has a state, in the order of {@link StateQuantities#all}
 * @param jumps expected number of jumps of each bath in a trajectory, by its name, shape [grid points]; of exact curves only
 * @param joint numbers of both parts together; none without a split
 * @param effective canonical Hamiltonians of the parts of a model that is split, by their names, where minimal dissipation is among the definitions; exact on either side
 * @param origin which trajectories, and how they came about; empty of exact curves
 */
public record FirstLawCurves(double[] times, long trajectoryCount, int groups, List<SplitCurves> splits, List<StateCurve> states, Map<String, double[]> jumps,
        List<JointCurve> joint, Map<String, ? extends EffectiveCurves> effective, Optional<EnsembleResult.Origin> origin) {

    /** Of no sample. */
    public FirstLawCurves(double[] times, long trajectoryCount, int groups, List<SplitCurves> splits, List<StateCurve> states, Map<String, double[]> jumps, List<JointCurve> joint,
            Map<String, ? extends EffectiveCurves> effective) {
        this(times, trajectoryCount, groups, splits, states, jumps, joint, effective, Optional.empty());
    }

    /** The same of a sample. */
    public FirstLawCurves from(EnsembleResult.Origin sample) {
        return new FirstLawCurves(times, trajectoryCount, groups, splits, states, jumps, joint, effective, Optional.of(sample));
    }

    /** Those of a definition and part. */
    public SplitCurves split(String definition, String part) {
        return splits.stream().filter(s -> s.definition().name().equals(definition) && s.part().equals(part)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected a definition and part of the comparison, found " + definition + " of " + part));
    }

    /** That of a quantity of a model without parts. */
    public StateCurve state(String quantity) {
        return state(quantity, Definition.SYSTEM);
    }

    /** That of a quantity and part. */
    public StateCurve state(String quantity, String part) {
        return states.stream().filter(s -> s.quantity().name().equals(quantity) && s.part().equals(part)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected a quantity of the averaged state and a part, found " + quantity + " of " + part));
    }

    /** That of a number of both parts together. */
    public JointCurve joint(JointNumber number) {
        return joint.stream().filter(j -> j.number() == number).findFirst().orElseThrow(() -> new IllegalArgumentException("expected a model in two parts, found one without a split"));
    }
}
