package org.unravel.ensemble;

import java.util.List;

import org.unravel.ensemble.NeighbourCorrelation.Neighbours;
import org.unravel.statistics.PairedSample;

/** Sums over pairs of neighbouring trajectories for one quantity. Values come in the order of the index; two blocks merge into one. */
final class NeighbourSums {

    private final String quantity;
    private final PairedSample evenWithOdd = new PairedSample();
    private final PairedSample eachWithNext = new PairedSample();
    private double last = Double.NaN;
    private boolean isFirst = true;

    NeighbourSums(String quantity) {
        this.quantity = quantity;
    }

    /** Adds the value of the next trajectory of the block. */
    void add(long trajectory, double value) {
        if (!isFirst) {
            eachWithNext.add(last, value);
            if ((trajectory & 1) == 1) {
                evenWithOdd.add(last, value);
            }
        }
        isFirst = false;
        last = value;
    }

    void combine(NeighbourSums later) {
        evenWithOdd.combine(later.evenWithOdd);
        eachWithNext.combine(later.eachWithNext);
    }

    List<NeighbourCorrelation> correlations() {
        return List.of(correlation(Neighbours.EVEN_WITH_ODD, evenWithOdd), correlation(Neighbours.EACH_WITH_NEXT, eachWithNext));
    }

    private NeighbourCorrelation correlation(Neighbours neighbours, PairedSample pairs) {
        return new NeighbourCorrelation(quantity, neighbours, pairs.count(), pairs.correlation());
    }
}
