package org.unravel.model;

/** How the heat of a trajectory is booked where there are several baths. */
public enum HeatBooks {
    /** For all baths together; what each bath gave is known by its quanta alone. */
    TOGETHER,
    /** For each bath apart, {@link Quantity#heat(Bath)}: a drift integral more for every bath but the last. */
    APART
}
