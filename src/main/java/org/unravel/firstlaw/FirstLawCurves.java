package org.unravel.firstlaw;

import java.util.List;

/**
 * Heat and work by several definitions, and what the averaged state says beside them, on one side: exact or of a sample.
 *
 * @param times of the grid, in the model's unit
 * @param groups of trajectories that errors come from; 0 of exact curves
 * @param splits one for each definition and part, in the order of the definitions
 * @param states in the order of {@link StateQuantities#all}
 */
public record FirstLawCurves(double[] times, int groups, List<SplitCurves> splits, List<StateCurve> states) {

    /** Those of a definition and part. */
    public SplitCurves split(String definition, String part) {
        return splits.stream().filter(s -> s.definition().name().equals(definition) && s.part().equals(part)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected a definition and part of the comparison, found " + definition + " of " + part));
    }

    /** That of a quantity. */
    public StateCurve state(String quantity) {
        return states.stream().filter(s -> s.quantity().name().equals(quantity)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected a quantity of the averaged state, found " + quantity));
    }
}
