package org.unravel.attack;

import java.util.ArrayList;
import java.util.List;

import org.unravel.attack.Signal.Constant;
import org.unravel.attack.Signal.Decay;
import org.unravel.attack.Signal.Pulse;
import org.unravel.attack.Signal.Ramp;
import org.unravel.attack.Signal.Shape;
import org.unravel.attack.Signal.Sum;
import org.unravel.attack.Signal.Train;
import org.unravel.attack.Signal.Wave;
import org.unravel.attack.Signal.Window;

/** Draws functions of time whose integrals matter. All centres and edges are numbers of few binary digits, so that differences of times are exact. */
final class SignalDraws {

    private static final int TIME_BITS = 42;
    private static final double SHORTEST = 1e-7;
    /** Pulses are at least so many roundings of the time long: shorter ones have no area in double precision. */
    private static final double ROUNDINGS = 1e7;

    private static final double FAR_SECH = 300;

    private final Draws draws;
    private final double start;
    private final double end;
    private final int points;
    private final double quantum;

    SignalDraws(Draws draws, double start, double end, int points) {
        this.draws = draws;
        this.start = start;
        this.end = end;
        this.points = points;
        this.quantum = Math.scalb(1.0, Math.getExponent(Math.max(Math.abs(start), Math.abs(end))) - TIME_BITS);
    }

    double span() {
        return end - start;
    }

    private double exact(double time) {
        return Math.rint(time / quantum) * quantum;
    }

    private double width() {
        double shortest = Math.max(SHORTEST * span(), ROUNDINGS * Math.ulp(Math.max(Math.abs(start), Math.abs(end))));
        return draws.rounded(draws.chance(0.5) ? draws.logUniform(shortest, 0.2 * span()) : draws.logUniform(1e-3 * span(), 0.1 * span()));
    }

    /** Anywhere, or at or near a grid time. */
    private double centre(double width) {
        if (draws.chance(0.3)) {
            double grid = start + draws.index(points) * (span() / (points - 1));
            double near = grid + draws.sign() * width * draws.oneOf(0.0, 0.3, 1.5, 4.0, 20.0);
            return exact(Math.min(end, Math.max(start, near)));
        }
        return exact(draws.uniform(start, end));
    }

    /** A pulse of an area, which may be cut off by an end of the run. */
    Signal pulse(double area) {
        double width = width();
        return pulse(area, centre(width), width);
    }

    Signal pulse(double area, double centre, double width) {
        return switch (draws.index(8)) {
            case 0, 1, 2 -> new Pulse(Shape.GAUSS, area / width / Math.sqrt(Math.PI), centre, width, 0, 0);
            // cosh of more than 700 overflows, as it may in a right model: seldom, so that other attacks are made too
            case 3 -> new Pulse(span() < FAR_SECH * width || draws.chance(0.1) ? Shape.SECH : Shape.GAUSS, area / width / Math.PI, centre, width, 0, 0);
            case 4 -> new Pulse(Shape.GAUSS, 2 * area / width, centre, width, draws.rounded(draws.uniform(0, 20)), draws.rounded(draws.uniform(-3, 3)));
            case 5 -> width > 1e-4 * span() ? new Pulse(Shape.LORENTZ, area / width / Math.PI, centre, width, 0, 0) : window(area, centre, width);
            default -> window(area, centre, width);
        };
    }

    private Signal window(double area, double centre, double width) {
        double from = exact(Math.max(start, centre));
        double to = exact(from + Math.max(width, 64 * quantum));
        return new Window(area / (to - from), from, to);
    }

    /** The same operator hard for a short and softly for a long time, in either order. */
    Signal hardAndSoft(double area) {
        double soft = draws.logUniform(1e-3, 0.1) * span();
        double hard = Math.max(soft / draws.logUniform(1, 1e6), ROUNDINGS * Math.ulp(Math.max(Math.abs(start), Math.abs(end))));
        double early = start + draws.uniform(0.05, 0.4) * span();
        double late = start + draws.uniform(0.6, 0.95) * span();
        boolean hardFirst = draws.chance(0.7);
        return new Sum(List.of(pulse(area, exact(hardFirst ? early : late), draws.rounded(hard)),
                pulse(draws.uniform(0.3, 1.5) * area, exact(hardFirst ? late : early), draws.rounded(soft))));
    }

    Signal train(double area) {
        int count = 2 + draws.index(4);
        double distance = exact(span() / count * draws.uniform(0.6, 1));
        double width = draws.rounded(Math.max(distance * draws.logUniform(1e-5, 0.1), ROUNDINGS * Math.ulp(Math.max(Math.abs(start), Math.abs(end)))));
        double centre = exact(start + draws.uniform(0, 0.4) * distance);
        Shape shape = span() < FAR_SECH * width ? draws.oneOf(Shape.GAUSS, Shape.SECH) : Shape.GAUSS;
        return new Train(new Pulse(shape, area / width / (shape == Shape.GAUSS ? Math.sqrt(Math.PI) : Math.PI), centre, width, 0, 0), distance, count);
    }

    /** A wave of an amplitude. */
    Wave wave(double offset, double height) {
        int periods = draws.oneOf(1, 2, points - 1, 2 * (points - 1), 7);
        double frequency = 2 * Math.PI * Math.min(40, periods) / span() * (draws.chance(0.5) ? 1 : draws.uniform(0.8, 1.2));
        return new Wave(offset, height, frequency, start, Math.min(40, periods) * 2);
    }

    Signal ramp(double height) {
        double from = draws.chance(0.4) ? start : exact(draws.uniform(start, start + 0.7 * span()));
        double to = draws.chance(0.4) ? end : exact(from + draws.logUniform(1e-4, 0.25) * span());
        return new Ramp(height, from, to);
    }

    /** A narrow peak of a small area on something that varies by far more. */
    Signal peakOnVariation(double area) {
        double height = draws.logUniform(0.3, 30) / span();
        Signal slow = draws.chance(0.5) ? ramp(height) : wave(0, height);
        return new Sum(List.of(slow, pulse(draws.logUniform(1e-3, 1) * area)));
    }

    /** What a drive does: an angle of order 1 in each kind. */
    Signal drive() {
        double area = draws.sign() * draws.uniform(0.3, 3);
        return switch (draws.index(8)) {
            case 0 -> new Constant(draws.rounded(area * draws.logUniform(0.3, 10) / span()));
            case 1, 2 -> pulse(area);
            case 3 -> hardAndSoft(area);
            case 4 -> train(area);
            case 5 -> peakOnVariation(area);
            case 6 -> new Sum(List.of(pulse(area), pulse(draws.uniform(0.3, 1) * area)));
            default -> wave(0, draws.rounded(5 * area / span()));
        };
    }

    /** A rate, and about so many jumps of a system that can always jump. */
    Signal rate(double jumps) {
        double constant = draws.rounded(jumps / span());
        return switch (draws.index(12)) {
            case 0, 1, 2, 3, 4 -> new Constant(constant);
            case 5 -> positive(pulse(jumps));
            case 6 -> new Sum(List.of(new Constant(constant), positive(pulse(jumps))));
            case 7 -> wave(constant, constant * draws.oneOf(0.5, 1.0, 0.99));
            case 8 -> decay(jumps);
            case 9 -> draws.chance(0.5) ? new Ramp(2 * constant, start, end) : window(jumps, centre(width()), width());
            case 10 -> positive(train(jumps));
            default -> positive(hardAndSoft(jumps));
        };
    }

    /** No carrier, which would make it negative. */
    private static Signal positive(Signal signal) {
        if (signal instanceof Pulse p) {
            return new Pulse(p.shape(), Math.abs(p.height()), p.centre(), p.width(), 0, 0);
        }
        if (signal instanceof Sum sum) {
            List<Signal> parts = new ArrayList<>();
            sum.parts().forEach(s -> parts.add(positive(s)));
            return new Sum(parts);
        }
        return signal;
    }

    private Signal decay(double jumps) {
        double before = Math.scalb(1.0, (int) Math.floor(Math.log(span() * draws.logUniform(1e-7, 0.3)) / Math.log(2)));
        double pole = start == 0 || before > 1024 * quantum ? start - before : start - Math.max(1024 * quantum, before);
        return new Decay(draws.rounded(Math.min(jumps, 5) / Math.log(1 + span() / (start - pole))), pole, start);
    }

    /** A constant with a narrow dip below zero, or an ordinary pulse with a sign. */
    Signal dip(double constant) {
        return new Sum(List.of(new Constant(constant), new Pulse(Shape.GAUSS, -constant * draws.logUniform(1.01, 100), exact(draws.uniform(start, end)),
                draws.rounded(draws.logUniform(1e-5, 1e-2) * span()), 0, 0)));
    }
}
