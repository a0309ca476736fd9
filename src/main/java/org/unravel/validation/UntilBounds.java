package org.unravel.validation;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

import org.unravel.ensemble.StopBounds;
import org.unravel.model.Model;
import org.unravel.model.Quantities;
import org.unravel.model.Quantity;
import org.unravel.model.Quantity.Kind;

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
        return new StopBounds(bounds.width(Quantities.of(model).of(quantity)), jumps, exact);
    }

    private double width(Quantity quantity) {
        return switch (quantity.kind().bound()) {
            case OPERATOR, MODEL -> ranges.width(quantity, end);
            case JUMPS -> widthByJumps(quantity);
            case NONE -> Double.POSITIVE_INFINITY;
        };
    }

    private double widthByJumps(Quantity quantity) {
        double energy = IntStream.rangeClosed(0, end).mapToDouble(i -> ranges.width(Quantity.of(Kind.ENERGY), i)).max().orElseThrow();
        double ofJumps = energy * ranges.jumps(all, end);
        return switch (quantity.kind()) {
            case HEAT_COUNTED, HEAT_COUNTED_OF_BATH, HEAT_COUNTED_OF_TWO_BATHS, WORK_CHEMICAL, PARTICLES_OF_BATH, COUNT -> ranges.countedWidth(quantity, Sample.channelsOf(model, channels, quantity), end);
            case JUMPS -> ranges.jumps(Sample.channelsOf(model, channels, quantity), end);
            case HEAT_JUMP -> ofJumps;
            case HEAT_DRIFT -> ofJumps + ranges.width(Quantity.of(Kind.HEAT), end) + ranges.width(Quantity.of(Kind.HEAT_UNITARY), end);
            case WORK_TPM -> 2 * energy + ranges.countedWidth(Quantity.of(Kind.HEAT_COUNTED), all, end);
            default -> ranges.width(quantity, end);
        };
    }
}
