package org.unravel.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.unravel.engine.forecast.EngineForecast;
import org.unravel.engine.forecast.JumpForecast;
import org.unravel.model.Model;
import org.unravel.numeric.Bytes;
import org.unravel.trajectory.Engine;

/**
 * Which engine a model gets and what it will need, for people.
 *
 * @param summary the engine, how often a trajectory jumps, time and memory
 * @param details why not another engine, and what its tables are like
 */
public record EngineExplanation(List<String> summary, List<String> details) {

    /** Numbers that people read better without a power of ten. */
    private static final double LEAST_PLAIN = 1e-3;
    private static final double MOST_PLAIN = 1e6;

    /** Copies the lists. */
    public EngineExplanation {
        summary = List.copyOf(summary);
        details = List.copyOf(details);
    }

    static EngineExplanation of(AutomaticChoice choice) {
        Model model = choice.shape().model();
        JumpForecast jumps = choice.shape().jumpForecast();
        Engine engine = choice.made();
        long count = model.sampling().trajectoryCount();
        List<String> summary = new ArrayList<>(List.of("engine: " + engine.name()));
        summary.add(String.format(Locale.ROOT, "expected jumps: about %s per trajectory, from %s", twoDigits(jumps.total()), jumps.basis())
                + (model.bias().isPresent() ? "; channel factors and a certain first jump of the bias are not counted" : ""));
        List<String> details = new ArrayList<>();
        for (EngineForecast first : choice.forecasts()) {
            boolean taken = first.engine().equals(engine.name());
            // What was forecast at first sight to be slower deserves a second look when it is what is taken.
            EngineForecast forecast = taken ? choice.taken().forecast(choice.shape()).orElse(first) : first;
            String refusal = choice.refusals().get(first.engine());
            details.add(line(forecast, count) + (refusal == null ? "" : "; not taken: " + refusal));
            if (taken) {
                summary.add(String.format(Locale.ROOT, "forecast: about %s for %d trajectories on one core, %s of memory",
                        time(forecast.nanoseconds(count)), count, Bytes.shown(forecast.memoryBytes())));
            }
        }
        details.add("kernel: " + engine.kernel());
        engine.description().forEach((name, value) -> details.add(name.replace('_', ' ') + ": " + shown(value)));
        return new EngineExplanation(summary, details);
    }

    private static String twoDigits(double x) {
        return x >= LEAST_PLAIN && x < MOST_PLAIN ? new BigDecimal(x, new MathContext(2)).toPlainString() : String.format(Locale.ROOT, "%.1e", x);
    }

    private static String line(EngineForecast forecast, long trajectories) {
        return String.format(Locale.ROOT, "forecast %s: %s; %s of memory, %s to set up, %s per trajectory and core, %s for %d", forecast.engine(),
                forecast.structure(), new Bytes(forecast.memoryBytes()), time(forecast.setUpNanoseconds()), time(forecast.nanoseconds()),
                time(forecast.nanoseconds(trajectories)), trajectories);
    }

    /** For people. */
    static String time(double nanoseconds) {
        if (nanoseconds >= 1e9) {
            return String.format(Locale.ROOT, nanoseconds >= 1e11 && nanoseconds < 1e15 ? "%.0f s" : "%.3g s", nanoseconds * 1e-9);
        }
        return nanoseconds >= 1e6 ? String.format(Locale.ROOT, "%.3g ms", nanoseconds * 1e-6) : String.format(Locale.ROOT, "%.3g us", nanoseconds * 1e-3);
    }

    private static String shown(Object value) {
        return value instanceof Double d ? String.format(Locale.ROOT, "%.1e", d) : value.toString();
    }
}
