package org.unravel.firstlaw;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.unravel.model.TimeGrid;

/**
 * What stands in place of trust in a value.
 *
 * @param t from this time on, or at it, as the text says
 * @param text for people
 */
public record Warning(double t, String text) {

    /** Those of sampled curves of one thing whose error bars are not to be trusted, by their names. */
    public static List<Warning> ofNoise(TimeGrid grid, Map<String, Estimate> curves) {
        double scale = curves.values().stream().mapToDouble(Distrust::scale).max().orElse(0);
        return curves.entrySet().stream().flatMap(c -> Distrust.of(grid, c.getKey(), c.getValue(), scale).stream()).toList();
    }

    /** That a curve is not defined from a time on, or infinite; empty where it is finite everywhere. */
    static Optional<Warning> firstUndefined(TimeGrid grid, String name, double[] values) {
        return IntStream.range(0, values.length).filter(i -> !Double.isFinite(values[i])).boxed().findFirst()
                .map(i -> new Warning(grid.time(i), name + (Double.isNaN(values[i]) ? " is not defined" : " is infinite") + " from here on at "
                        + IntStream.range(0, values.length).filter(k -> !Double.isFinite(values[k])).count() + " of " + values.length
                        + " times: a population of the averaged state is zero as far as can be told (below 1e-12), or negative, or all levels of the energy are one"));
    }
}
