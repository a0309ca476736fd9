package org.unravel.cli;

import java.util.Locale;

import org.unravel.engine.EngineSelection;
import org.unravel.engine.SpeedForecast;
import org.unravel.ensemble.RunPlan;

/** Says before a long run how long it may take, and whether another engine would take less. */
final class RunForecast {

    /** Nobody minds waiting for less. */
    private static final double LONG_SECONDS = 10;
    /** A forecast is good to a factor of about two. */
    private static final double MUCH = 3;
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    private final Console console;
    private final RunPlan plan;
    private final int blockSize;

    RunForecast(Console console, RunPlan plan, int blockSize) {
        this.console = console;
        this.plan = plan;
        this.blockSize = blockSize;
    }

    void show(EngineSelection selection) {
        selection.own().filter(own -> seconds(own) > LONG_SECONDS).ifPresent(own -> {
            console.show(String.format(Locale.ROOT, "forecast: about %s for %d trajectories with engine %s on %d cores; Ctrl-C keeps blocks of %d, of which the first takes about %s",
                    shown(seconds(own)), plan.trajectoryCount(), own.engine(), plan.threadCount(), blockSize, shown(own.seconds(Math.min(blockSize, plan.trajectoryCount()), 1))));
            selection.fastest(plan.trajectoryCount(), plan.threadCount()).filter(best -> MUCH * seconds(best) < seconds(own))
                    .ifPresent(best -> console.show(String.format(Locale.ROOT, "forecast: engine %s would take about %s: the choice goes by the number of trajectories of the model file; "
                            + "--engine %s takes it", best.engine(), shown(seconds(best)), best.engine())));
        });
    }

    private double seconds(SpeedForecast forecast) {
        return forecast.seconds(plan.trajectoryCount(), plan.threadCount());
    }

    private static String shown(double seconds) {
        return seconds < MINUTE / 6 ? String.format(Locale.ROOT, "%.1f s", seconds) : seconds < 2 * MINUTE ? String.format(Locale.ROOT, "%.0f s", seconds)
                : seconds < 2 * HOUR ? String.format(Locale.ROOT, "%.0f min", seconds / MINUTE) : String.format(Locale.ROOT, "%.0f h", seconds / HOUR);
    }
}
