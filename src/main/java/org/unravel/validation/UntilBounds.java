package org.unravel.validation;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

import org.unravel.ensemble.StopBounds;
import org.unravel.model.Model;
import org.unravel.model.Quantity;

/** What is known of the quantity of {@code until} before a run: how far it can reach, and its exact moments if they were computed. */
public final class UntilBounds {

    private final Model model;
    private final ChannelBounds channels;
    private final CurveRanges ranges;
    private final int end;
    private final int[] all;

    private UntilBounds(Model model, long trajectoryCount) {
        this.model = model;
        TimeCells cells = new TimeCells(model);
        this.channels = new ChannelBounds(model, cells);
        double[] unknown = new double[channels.count()];
        Arrays.fill(unknown, Double.POSITIVE_INFINITY);
        this.ranges = new CurveRanges(model, cells, channels, trajectoryCount, unknown);
        this.end = model.time().pointCount() - 1;
        this.all = IntStream.range(0, channels.count()).toArray();
    }

    /**
     * The bounds of a quantity at the end of a run.
     *
     * @param quantity a quantity of {@code summary.json}
     * @param trajectoryCount the largest number of trajectories
     * @param exact its exact moments, if they are known
     */
    public static StopBounds of(Model model, String quantity, long trajectoryCount, Optional<StopBounds.Spread> exact) {
        UntilBounds bounds = new UntilBounds(model, trajectoryCount);
        double[] jumps = Arrays.stream(bounds.all).mapToDouble(k -> bounds.channels.jumpBound(new int[] {k}, bounds.end)).toArray();
        return new StopBounds(bounds.width(quantity), jumps, exact);
    }

    private double width(String quantity) {
        if (Quantity.isCountedHeat(quantity)) {
            return ranges.countedWidth(Sample.channelsOf(model, channels, quantity), end);
        }
        for (int k : all) {
            if (quantity.equals(channels.name(k))) {
                return ranges.jumps(new int[] {k}, end);
            }
        }
        double energy = IntStream.rangeClosed(0, end).mapToDouble(i -> ranges.width(Quantity.ENERGY, i)).max().orElseThrow();
        double ofJumps = energy * ranges.jumps(all, end);
        return switch (quantity) {
            case Quantity.HEAT_JUMP -> ofJumps;
            case Quantity.HEAT_DRIFT -> ofJumps + ranges.width(Quantity.HEAT, end) + ranges.width(Quantity.HEAT_UNITARY, end);
            case Quantity.WORK_TPM -> 2 * energy + ranges.countedWidth(all, end);
            case Quantity.ENERGY_CHANGE, Quantity.WORK, Quantity.HEAT, Quantity.HEAT_QUANTUM, Quantity.HEAT_UNITARY -> ranges.width(quantity, end);
            default -> Double.POSITIVE_INFINITY;
        };
    }
}
