package org.unravel.exact;

/**
 * How much work exact counting statistics may take. Counted in multiply-adds, never in measured time, so that the same model gives the same results.
 */
public enum Effort {

    /** 2e9 multiply-adds: some two seconds, as long as a short run of trajectories. */
    MODERATE(2e9),

    /** 1e13 multiply-adds: hours, for those who asked for it. */
    LARGE(1e13);

    private final double multiplyAdds;

    Effort(double multiplyAdds) {
        this.multiplyAdds = multiplyAdds;
    }

    WorkBudget budget() {
        return new WorkBudget(multiplyAdds);
    }
}
