package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

import org.unravel.ensemble.NeighbourCorrelation.Neighbours;
import org.unravel.statistics.PairedSample;
import org.unravel.statistics.PowerSums;

/** Sums over pairs of neighbouring trajectories for one quantity. Values come in the order of the index; two blocks merge into one. */
final class NeighbourSums {

    private final String quantity;
    private final PairedSample evenWithOdd = new PairedSample();
    private final PairedSample eachWithNext = new PairedSample();
    private final PowerSums values = new PowerSums();
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
        values.add(value);
        isFirst = false;
        last = value;
    }

    void combine(NeighbourSums later) {
        values.combine(later.values);
        evenWithOdd.combine(later.evenWithOdd);
        eachWithNext.combine(later.eachWithNext);
    }

    List<NeighbourCorrelation> correlations() {
        return List.of(correlation(Neighbours.EVEN_WITH_ODD, evenWithOdd), correlation(Neighbours.EACH_WITH_NEXT, eachWithNext));
    }

    private NeighbourCorrelation correlation(Neighbours neighbours, PairedSample pairs) {
        return new NeighbourCorrelation(quantity, neighbours, pairs.count(), pairs.correlation(), values.kurtosis());
    }

    void write(DataOutput out) throws IOException {
        values.write(out);
        evenWithOdd.write(out);
        eachWithNext.write(out);
    }

    void read(DataInput in) throws IOException {
        values.read(in);
        evenWithOdd.read(in);
        eachWithNext.read(in);
    }
}
