package org.unravel.ensemble;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.unravel.bath.HeatExchange;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.statistics.AtomCounts;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.SignedHistogram;
import org.unravel.trajectory.Ledger;
import org.unravel.trajectory.QuantumCounter;

/** Distributions of counted heat at the end, of all channels and of each bath, and the exchange relation of two baths that follows from them. */
final class CountedHeatTally extends DirectTally<CountedHeatTally.Sums> implements Tally.OfEnds {

    private final Model model;
    private final List<Quantity> quantities = new ArrayList<>();
    private final QuantumCounter[] counters;
    private final int[] rows;
    private final double unit;

    /** With a finest resolution in the unit of energy, for quanta that depend on time. */
    CountedHeatTally(Model model, Ledger ledger, double unit) {
        this.model = model;
        this.unit = unit;
        this.counters = ledger.quantumCounters();
        quantities.add(Quantity.of(Quantity.Kind.HEAT_COUNTED));
        model.baths().forEach(b -> quantities.add(Quantity.of(Quantity.Kind.HEAT_COUNTED_OF_BATH, b)));
        rows = quantities.stream().map(Quantity::name).mapToInt(ledger.names()::indexOf).toArray();
    }

    @Override
    public void end(LaneGroup group) {
        for (int b = 0; b < group.laneCount(); b++) {
            for (int i = 0; i < rows.length; i++) {
                sums.heats[i].add(group, b, i, rows[i]);
            }
        }
    }

    @Override
    public Sums empty() {
        CountedHeat[] heats = new CountedHeat[rows.length];
        Arrays.setAll(heats, i -> counters[i] == null ? new CountedHeat.Bins(new SignedHistogram(unit))
                : new CountedHeat.Atoms(new AtomCounts(), counters[i].quanta()));
        return new Sums(model, quantities, heats);
    }

    record Sums(Model model, List<Quantity> quantities, CountedHeat[] heats) implements TallySums {

        @Override
        public void combine(TallySums later) {
            for (int i = 0; i < heats.length; i++) {
                heats[i].combine(((Sums) later).heats[i]);
            }
        }

        @Override
        public void write(DataOutput out) throws IOException {
            for (CountedHeat heat : heats) {
                heat.write(out);
            }
        }

        @Override
        public void read(DataInput in) throws IOException {
            for (CountedHeat heat : heats) {
                heat.read(in);
            }
        }

        @Override
        public void contribute(ResultParts parts) {
            HeatExchange condition = HeatExchange.of(model);
            for (int i = 0; i < heats.length; i++) {
                Distribution distribution = heats[i].distribution();
                parts.counted(quantities.get(i).name(), distribution);
                parts.clipped(heats[i].clipped());
                parts.overflow(heats[i].overflow());
                if (condition.validity() != HeatExchange.Validity.NEVER && quantities.get(i).baths().stream().anyMatch(b -> b.name().equals(condition.hot()))) {
                    parts.exchange(ExchangeRelation.of(condition, distribution, heats[i].overflow()));
                }
            }
        }
    }
}
