package org.unravel.model;

/**
 * What a ladder of levels that ends cuts off a coherent or thermal state at the start.
 *
 * @param subsystem its name
 * @param lost population of the levels that are not there, in [0, 1]
 * @param sufficientLevels number of levels that would keep all but {@link CutOffs#NEGLIGIBLE}
 */
public record StartLoss(String subsystem, double lost, int sufficientLevels) {
}
