package org.unravel.ensemble;

import java.util.List;

import org.unravel.model.Quantity;

/**
 * The sampled variance of a quantity, or the covariance of two, at every grid time.
 *
 * @param quantities one, or two of which it is the covariance
 * @param variance in the square of their unit, shape [grid points]; NaN from fewer than two trajectories
 * @param standardError of the variance, shape [grid points]
 */
public record VarianceCurve(List<String> quantities, double[] variance, double[] standardError) {

    /** Copies the list. */
    public VarianceCurve {
        quantities = List.copyOf(quantities);
    }

    /** The quantity, or {@link Quantity#covariance}. */
    public String name() {
        return quantities.size() == 1 ? quantities.get(0) : Quantity.covariance(quantities.get(0), quantities.get(1));
    }
}
