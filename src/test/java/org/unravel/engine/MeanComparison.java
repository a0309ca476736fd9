package org.unravel.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.unravel.ensemble.Curve;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.exact.ExactCurves;
import org.unravel.statistics.SampleSummary;

/** Sampled means beside exact ones at a few times far apart. */
public final class MeanComparison {

    /** The exact curves are good to 1e-11 of their scale; sums of rounding in 20 000 values stay far below a tenth of this too. */
    private static final double EXACT_TOLERANCE = 1e-10;

    /** Of fewer expected jumps in all, the sample's own standard error is not to be trusted. */
    private static final double FEW = 20;

    /**
     * One comparison.
     *
     * @param what curve and time
     * @param z difference in standard errors, +∞ where the sample has no spread and yet differs
     */
    public record Score(String what, double z) {
    }

    private final List<Score> scores = new ArrayList<>();

    /** Compares all curves that have an exact one at four times, and the jumps of each channel at the end. */
    public static MeanComparison of(EnsembleResult result, ExactCurves exact, double scale) {
        MeanComparison comparison = new MeanComparison();
        for (Curve c : result.curves()) {
            exact.curve(c.name()).ifPresent(e -> comparison.curve(c, e, scale));
        }
        result.quantities().forEach((name, s) -> {
            if (name.startsWith("jumps.")) {
                comparison.jumps(name, s, exact.curve(name).orElseThrow(), result.trajectoryCount());
            }
        });
        return comparison;
    }

    private void curve(Curve c, double[] exact, double scale) {
        int last = exact.length - 1;
        for (int quarter = 1; quarter <= 4; quarter++) {
            int i = last * quarter / 4;
            add(c.name() + " at point " + i, c.mean()[i] - exact[i], c.standardError()[i], Math.max(scale, Math.abs(exact[i])));
        }
    }

    /** Of rare jumps a sample may hold none, and then knows nothing of their spread: it is not below that of a Poisson number of the exact mean. */
    private void jumps(String name, SampleSummary s, double[] exact, long count) {
        double last = exact[exact.length - 1];
        double spread = last * count < FEW ? Math.sqrt(Math.max(0, last) / count) : 0;
        add(name, s.mean() - last, Math.max(s.standardError(), spread), Math.max(1, last));
    }

    private void add(String what, double difference, double standardError, double scale) {
        double excess = Math.max(0, Math.abs(difference) - EXACT_TOLERANCE * scale);
        scores.add(new Score(what, excess == 0 ? 0 : Double.isNaN(excess) ? Double.POSITIVE_INFINITY : excess / standardError));
    }

    int count() {
        return scores.size();
    }

    /** The comparison that is farthest off. */
    public Score worst() {
        return scores.stream().max(Comparator.comparingDouble(Score::z)).orElseThrow();
    }
}
