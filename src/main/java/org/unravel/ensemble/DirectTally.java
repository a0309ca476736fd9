package org.unravel.ensemble;

/** A tally that adds to the sums of the block as it goes. */
abstract class DirectTally<S extends TallySums> implements Tally {

    /** Those of the block that is watched. */
    protected S sums;

    @Override
    public void start() {
        sums = empty();
    }

    @Override
    public S sums() {
        return sums;
    }

    @Override
    public abstract S empty();
}
