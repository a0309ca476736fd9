package org.unravel.ensemble;

import java.util.List;
import java.util.stream.Stream;

import org.unravel.model.Quantity;
import org.unravel.statistics.PowerSums;

/**
 * What a quantity at the end comes to while a run is on its way; of whole blocks from the first on.
 *
 * @param quantity its name
 * @param mean so far
 * @param standardError of it; NaN where it is not known
 */
public record RunningMean(String quantity, double mean, double standardError) {

    private static final List<String> HEADLINES = List.of(Quantity.WORK, Quantity.HEAT, Quantity.HEAT_COUNTED);

    /** Those of work, heat and counted heat, of nodes with the latest trajectories first. */
    static List<RunningMean> of(List<Block> nodes) {
        return HEADLINES.stream().flatMap(q -> of(q, nodes)).toList();
    }

    private static Stream<RunningMean> of(String quantity, List<Block> nodes) {
        PowerSums sums = new PowerSums();
        for (int n = nodes.size() - 1; n >= 0; n--) {
            sums.combine(nodes.get(n).sums(EndValueTally.Sums.class).orElseThrow().sample(quantity).whole());
        }
        return sums.count() == 0 ? Stream.empty() : Stream.of(new RunningMean(quantity, sums.mean(), sums.standardError()));
    }
}
