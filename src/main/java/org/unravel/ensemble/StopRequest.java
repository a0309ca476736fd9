package org.unravel.ensemble;

/** Lets another thread end sampling early: what is finished by then, whole blocks from the first on, is the result. */
public final class StopRequest {

    /** Nobody asks. */
    public static final StopRequest NONE = new StopRequest();

    private volatile boolean made;

    /** Asks sampling to end; what it is working on is given up. */
    public void make() {
        if (this == NONE) {
            throw new IllegalStateException("expected a request of one's own, found the one that nobody makes");
        }
        made = true;
    }

    /** True once it was asked. */
    public boolean isMade() {
        return made;
    }
}
