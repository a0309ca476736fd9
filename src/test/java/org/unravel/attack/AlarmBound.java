package org.unravel.attack;

import org.apache.commons.statistics.distribution.BinomialDistribution;

import org.unravel.validation.ValidationReport;

/** How many right runs may be called inconsistent: the verdict promises a thousandth of them at most. */
final class AlarmBound {

    /** Chance that a verdict which keeps its promise fails here. */
    static final double CONFIDENCE = 1e-4;

    private AlarmBound() {
    }

    static boolean allows(int alarms, int runs) {
        return alarms == 0 || 1 - BinomialDistribution.of(runs, ValidationReport.FAMILY_WISE_RATE).cumulativeProbability(alarms - 1) > CONFIDENCE;
    }
}
