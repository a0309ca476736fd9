package org.unravel.attack;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.unravel.ensemble.Curve;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.exact.ExactCurves;

/** Holds curves of the program against the oracle. */
final class Comparison {

    /** The tolerance that the program states, of the scale of each curve. */
    private static final double EXACT = 1e-9;
    /** What has no scatter must agree to ten times that. */
    private static final double CERTAIN = 1e-8;
    private static final double STANDARD_ERRORS = 7;
    /** Widths that the empirical Bernstein bound of Maurer and Pontil adds for a chance of 1e-9, times the number of trajectories: 7/3 ln(2e9). */
    private static final double WIDTHS = 50;
    private static final int MANY = 30;

    private final AttackModel model;
    private final OracleCurves right;

    Comparison(AttackModel model, OracleCurves right) {
        this.model = model;
        this.right = right;
    }

    /** Where an exact curve is off, the worst place. */
    Optional<String> wrong(ExactCurves exact) {
        double worst = 1;
        Optional<String> where = Optional.empty();
        for (Map.Entry<String, double[]> e : right.curves().entrySet()) {
            double[] found = exact.curves().get(e.getKey());
            if (found == null) {
                return Optional.of(e.getKey() + " is missing");
            }
            for (int g = 0; g < found.length; g++) {
                // what the exact side says that it is off by is shown, and forgiven by every test
                double tolerance = right.scales().get(e.getKey()) * (EXACT + right.rounding()) + exact.error(e.getKey(), g);
                double off = Math.abs(found[g] - e.getValue()[g]) / tolerance;
                if (!(off <= worst)) {
                    worst = off;
                    where = Optional.of(shown("exact " + e.getKey(), g, found[g], e.getValue()[g], off * (EXACT + right.rounding())));
                }
            }
        }
        return where;
    }

    /** The same where another grid was taken: only the ends are common. */
    Optional<String> wrongEnd(ExactCurves other, int points) {
        double worst = 1;
        Optional<String> where = Optional.empty();
        for (String name : right.curves().keySet()) {
            double found = other.curves().get(name)[points - 1];
            double tolerance = right.scales().get(name) * (EXACT + right.rounding()) + other.error(name, points - 1);
            double off = Math.abs(found - right.end(name)) / tolerance;
            if (!(off <= worst)) {
                worst = off;
                where = Optional.of("on a grid of " + points + " points: "
                        + shown("exact " + name, model.points() - 1, found, right.end(name), off * (EXACT + right.rounding())));
            }
        }
        return where;
    }

    /** Where a sampled mean is off by more than chance. */
    Optional<String> wrong(EnsembleResult sample) {
        double worst = 1;
        Optional<String> where = Optional.empty();
        for (Map.Entry<String, double[]> e : right.curves().entrySet()) {
            if (e.getKey().startsWith("jumps.")) {
                continue;
            }
            Curve found = sample.curve(e.getKey());
            for (int g = 0; g < found.mean().length; g++) {
                double allowed = allowed(e.getKey(), found.standardError()[g], sample.trajectoryCount(), g);
                double off = Math.abs(found.mean()[g] - e.getValue()[g]) / allowed;
                if (!(off <= worst)) {
                    worst = off;
                    where = Optional.of(shown("sampled " + e.getKey(), g, found.mean()[g], e.getValue()[g], allowed));
                }
            }
        }
        return where.or(() -> wrongJumps(sample));
    }

    private double allowed(String name, double se, long trajectories, int g) {
        double scale = right.scales().get(name);
        double certain = scale * (CERTAIN + right.rounding());
        if (model.channels().isEmpty() && !model.initial().isThermal() && !model.sampling().measured()) {
            return certain;
        }
        double many = name.startsWith("heat") || name.equals("work") ? 1 + MANY * Math.min(1, right.jumps()) + right.jumps() : 2;
        return STANDARD_ERRORS * se + WIDTHS * many * scale / trajectories + certain;
    }

    /** Jumps of all trajectories against a Poisson number with clusters. */
    private Optional<String> wrongJumps(EnsembleResult sample) {
        for (Map.Entry<String, double[]> e : sample.jumpNumbers().entrySet()) {
            int last = e.getValue().length - 1;
            double expected = right.curve(e.getKey())[last] * sample.trajectoryCount();
            double clusters = 1 + 2 * right.jumps();
            double allowed = STANDARD_ERRORS * Math.sqrt(Math.max(0, expected) * clusters) + MANY * clusters;
            if (!(Math.abs(e.getValue()[last] - expected) <= allowed)) {
                return Optional.of(shown("sampled " + e.getKey(), last, e.getValue()[last], expected, allowed));
            }
        }
        return Optional.empty();
    }

    private String shown(String what, int g, double found, double expected, double measure) {
        return String.format(Locale.ROOT, "%s at t = %s: found %.12g, right %.12g (%.2g)", what, model.time(g), found, expected, measure);
    }
}
