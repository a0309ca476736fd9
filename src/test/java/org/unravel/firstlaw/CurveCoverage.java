package org.unravel.firstlaw;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

import org.apache.commons.statistics.distribution.TDistribution;

/** How often intervals of 95 % of one curve hold its exact value, over many seeds, at each grid time; the same where the bias is not removed, and where standard errors are 15 % too small. */
final class CurveCoverage {

    static final double TOO_SMALL = 0.85;

    /** Parts of a value below which it has no spread: an interval of rounding holds nothing. */
    private static final double ROUNDING = 1e-9;

    private final String entry;
    private final String curve;
    private final double[] times;
    private final Estimate exact;
    private final double quantile;
    private final CoverageRow.Counts[] counts;

    CurveCoverage(String entry, String curve, double[] times, Estimate exact, int groups) {
        this.entry = entry;
        this.curve = curve;
        this.times = times;
        this.exact = exact;
        this.quantile = TDistribution.of(groups - 1).inverseCumulativeProbability(0.975);
        this.counts = new CoverageRow.Counts[times.length];
        for (int i = 0; i < times.length; i++) {
            counts[i] = new CoverageRow.Counts();
        }
    }

    /** One more seed. */
    void add(Estimate sampled) {
        for (int i = 0; i < times.length; i++) {
            if (sampled.error()[i] > ROUNDING * Math.max(1, Distrust.scale(sampled))) {
                double known = exact.value()[i];
                double slack = quantile * sampled.error()[i] + sampled.quadrature()[i] + exact.error()[i];
                double slackOfSmall = slack - (1 - TOO_SMALL) * quantile * sampled.error()[i];
                double off = sampled.value()[i] - known;
                double biased = off + sampled.bias()[i];
                counts[i].add(off, biased, sampled.quadrature()[i], sampled.isDistrusted(i), Math.abs(off) <= slack, Math.abs(biased) <= slack, Math.abs(off) <= slackOfSmall);
            }
        }
    }

    /** Rows of the times at which the curve has a spread. */
    List<CoverageRow> rows() {
        List<CoverageRow> rows = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            if (counts[i].seeds > 0) {
                rows.add(counts[i].row(entry, curve, times[i], exact.value()[i]));
            }
        }
        return rows;
    }

    /** Share over some rows. */
    static double share(List<CoverageRow> rows, ToIntFunction<CoverageRow> held) {
        return rows.stream().mapToInt(held).sum() / (double) rows.stream().mapToInt(CoverageRow::seeds).sum();
    }
}
