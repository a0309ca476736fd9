package org.unravel.ensemble;

/**
 * The sampled mean of a quantity or observable at every grid time.
 *
 * @param name its column (see {@link org.unravel.model.Quantity}) or the observable's name
 * @param mean shape [grid points]
 * @param standardError of the mean, shape [grid points]
 */
public record Curve(String name, double[] mean, double[] standardError) {
}
