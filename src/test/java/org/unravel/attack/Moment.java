package org.unravel.attack;

/**
 * A time as a sum, so that nothing is lost to the rounding of a late time.
 *
 * @param base a time of the mesh
 * @param offset time since then
 * @param inside a time inside the interval of the mesh: on which side of a step or kink the moment is
 */
record Moment(double base, double offset, double inside) {

    double since(double centre) {
        return base - centre + offset;
    }
}
