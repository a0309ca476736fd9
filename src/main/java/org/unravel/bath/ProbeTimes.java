package org.unravel.bath;

import java.util.stream.DoubleStream;

import org.unravel.model.Channel;
import org.unravel.model.Model;

/** Some times of a run at which a model is looked at: what is found there holds there, and what is not found may be elsewhere. */
final class ProbeTimes {

    /** Inside each smooth piece, as parts of its length: irregular, so that no common period hides what is looked for. */
    private static final double[] PLACES = {0.0718, 0.3127, 0.5391, 0.7213, 0.9347};

    /** More pieces are not looked into: a train of a thousand pulses has one shape. */
    private static final int MOST_PIECES = 64;

    private ProbeTimes() {
    }

    /** Ascending; one time where nothing that a contradiction is about depends on time. */
    static double[] of(Model model) {
        if (isStill(model)) {
            return new double[] {model.time().start()};
        }
        double[] edges = DoubleStream.concat(DoubleStream.of(model.time().start(), model.time().end()), DoubleStream.of(model.breakpoints()))
                .sorted().distinct().toArray();
        int pieces = edges.length - 1;
        int stride = Math.max(1, (pieces + MOST_PIECES - 1) / MOST_PIECES);
        DoubleStream.Builder times = DoubleStream.builder();
        for (int i = 0; i < pieces; i += stride) {
            for (double place : PLACES) {
                times.add(edges[i] + place * (edges[i + 1] - edges[i]));
            }
        }
        return times.build().toArray();
    }

    private static boolean isStill(Model model) {
        return model.energy().isConstant()
                && model.channels().stream().allMatch((Channel c) -> c.operator().isConstant() && c.rate().isConstant() && c.heat().isConstant());
    }
}
