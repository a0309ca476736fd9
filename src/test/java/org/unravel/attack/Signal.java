package org.unravel.attack;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A real function of time with a closed form, which knows where it has to be looked at. */
interface Signal {

    /** As it stands in a model file. */
    String text();

    double value(Moment moment);

    /** Times between which it is smooth and, on the scale of their distance, slow. */
    double[] marks();

    /** True if it is constant between two neighbouring marks, to far below the tolerance of the attack. */
    boolean isConstant(double from, double to);

    /** Largest modulus. */
    double peak();

    /** Rounding of the time in units of the shortest time in which it changes. */
    default double roundingOfTime() {
        return 0;
    }

    static String number(double value) {
        String shown = value == Math.rint(value) && Math.abs(value) < 1e7 ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
        return value < 0 ? "(" + shown + ")" : shown;
    }

    private static String since(double centre) {
        return centre == 0 ? "t" : "(t - " + number(centre) + ")";
    }

    /** A number. */
    record Constant(double value) implements Signal {

        @Override
        public String text() {
            return number(value);
        }

        @Override
        public double value(Moment moment) {
            return value;
        }

        @Override
        public double[] marks() {
            return new double[0];
        }

        @Override
        public boolean isConstant(double from, double to) {
            return true;
        }

        @Override
        public double peak() {
            return Math.abs(value);
        }
    }

    /** Shapes of pulses. */
    enum Shape {
        GAUSS(7, "exp(-(%s/%s)^2)") {
            @Override
            double at(double x) {
                return Math.exp(-x * x);
            }
        },
        SECH(42, "1/cosh(%s/%s)") {
            @Override
            double at(double x) {
                return 1 / Math.cosh(x);
            }
        },
        LORENTZ(Double.POSITIVE_INFINITY, "1/(1 + (%s/%s)^2)") {
            @Override
            double at(double x) {
                return 1 / (1 + x * x);
            }
        };

        /** Half-widths beyond which it is below 1e-18 of its height. */
        final double reach;
        private final String format;

        Shape(double reach, String format) {
            this.reach = reach;
            this.format = format;
        }

        abstract double at(double x);

        String text(double centre, double width) {
            return String.format(format, since(centre), number(width));
        }
    }

    /** A pulse, perhaps on a carrier whose frequency moves: height · shape(x) · cos(carrier · x + chirp · x²), x = (t − centre)/width. */
    record Pulse(Shape shape, double height, double centre, double width, double carrier, double chirp) implements Signal {

        private static final double[] STATIONS = {0, 0.5, 1, 1.5, 2, 3, 4, 5, 7, 10, 14, 20, 30, 42};
        private static final int FAR = 60;

        @Override
        public String text() {
            String x = "(" + since(centre) + "/" + number(width) + ")";
            String cosine = carrier == 0 && chirp == 0 ? "" : "*cos(" + number(carrier) + "*" + x + " + " + number(chirp) + "*" + x + "^2)";
            return number(height) + "*" + shape.text(centre, width) + cosine;
        }

        @Override
        public double value(Moment moment) {
            double x = moment.since(centre) / width;
            return height * shape.at(x) * Math.cos(carrier * x + chirp * x * x);
        }

        @Override
        public double[] marks() {
            DoubleStream near = DoubleStream.of(STATIONS).filter(x -> x <= shape.reach);
            DoubleStream far = Double.isInfinite(shape.reach) ? IntStream.range(6, FAR).mapToDouble(k -> Math.scalb(1.0, k)) : DoubleStream.empty();
            return DoubleStream.concat(near, far).flatMap(x -> DoubleStream.of(centre - x * width, centre + x * width)).toArray();
        }

        @Override
        public boolean isConstant(double from, double to) {
            double middle = from + (to - from) / 2;
            return Math.abs(middle - centre) > shape.reach * width;
        }

        @Override
        public double peak() {
            return Math.abs(height);
        }

        @Override
        public double roundingOfTime() {
            double turns = 1 + Math.abs(carrier) + Math.abs(chirp);
            return 2 * Math.ulp(Math.abs(centre) + width) * turns / width;
        }
    }

    /** Constant in a window. */
    record Window(double height, double from, double to) implements Signal {

        @Override
        public String text() {
            return number(height) + "*(step(t - " + number(from) + ") - step(t - " + number(to) + "))";
        }

        @Override
        public double value(Moment moment) {
            return moment.inside() >= from && moment.inside() < to ? height : 0;
        }

        @Override
        public double[] marks() {
            return new double[] {from, to};
        }

        @Override
        public boolean isConstant(double a, double b) {
            return true;
        }

        @Override
        public double peak() {
            return Math.abs(height);
        }
    }

    /** From 0 to its height along a line. */
    record Ramp(double height, double from, double to) implements Signal {

        @Override
        public String text() {
            return number(height) + "*ramp(t, " + number(from) + ", " + number(to) + ")";
        }

        @Override
        public double value(Moment moment) {
            if (moment.inside() < from) {
                return 0;
            }
            return moment.inside() >= to ? height : height * (moment.since(from) / (to - from));
        }

        @Override
        public double[] marks() {
            return new double[] {from, to};
        }

        @Override
        public boolean isConstant(double a, double b) {
            return b <= from || a >= to;
        }

        @Override
        public double peak() {
            return Math.abs(height);
        }
    }

    /** offset + height · cos(frequency · (t − start)), over some periods. */
    record Wave(double offset, double height, double frequency, double start, int periods) implements Signal {

        @Override
        public String text() {
            return "(" + number(offset) + " + " + number(height) + "*cos(" + number(frequency) + "*" + since(start) + "))";
        }

        @Override
        public double value(Moment moment) {
            return offset + height * Math.cos(frequency * moment.since(start));
        }

        @Override
        public double[] marks() {
            return IntStream.rangeClosed(0, 4 * periods).mapToDouble(k -> start + k * Math.PI / 2 / frequency).toArray();
        }

        @Override
        public double roundingOfTime() {
            return 2 * Math.ulp(start + 2 * Math.PI * periods / frequency) * frequency;
        }

        @Override
        public boolean isConstant(double from, double to) {
            return height == 0;
        }

        @Override
        public double peak() {
            return Math.abs(offset) + Math.abs(height);
        }
    }

    /** height/(t − pole), the pole before the run. */
    record Decay(double height, double pole, double start) implements Signal {

        private static final int OCTAVES = 70;

        @Override
        public String text() {
            return number(height) + "/" + since(pole);
        }

        @Override
        public double value(Moment moment) {
            return height / moment.since(pole);
        }

        @Override
        public double[] marks() {
            return IntStream.range(0, OCTAVES).mapToDouble(k -> pole + Math.scalb(start - pole, k)).toArray();
        }

        @Override
        public boolean isConstant(double from, double to) {
            return false;
        }

        @Override
        public double peak() {
            return Math.abs(height / (start - pole));
        }
    }

    /** The same pulse again and again. */
    record Train(Pulse first, double distance, int count) implements Signal {

        @Override
        public String text() {
            return "sum(k, 0, " + (count - 1) + ", " + number(first.height) + "*"
                    + String.format(first.shape.format, "(t - " + number(first.centre) + " - k*" + number(distance) + ")", number(first.width)) + ")";
        }

        private Pulse pulse(int k) {
            return new Pulse(first.shape, first.height, first.centre + k * distance, first.width, 0, 0);
        }

        @Override
        public double value(Moment moment) {
            return IntStream.range(0, count).mapToDouble(k -> pulse(k).value(moment)).sum();
        }

        @Override
        public double[] marks() {
            return IntStream.range(0, count).mapToObj(this::pulse).flatMapToDouble(p -> DoubleStream.of(p.marks())).toArray();
        }

        @Override
        public boolean isConstant(double from, double to) {
            return IntStream.range(0, count).allMatch(k -> pulse(k).isConstant(from, to));
        }

        @Override
        public double peak() {
            return first.peak();
        }

        @Override
        public double roundingOfTime() {
            return pulse(count - 1).roundingOfTime();
        }
    }

    /** A sum. */
    record Sum(List<Signal> parts) implements Signal {

        @Override
        public String text() {
            return parts.stream().map(Signal::text).collect(Collectors.joining(" + ", "(", ")"));
        }

        @Override
        public double value(Moment moment) {
            double sum = 0;
            for (Signal part : parts) {
                sum += part.value(moment);
            }
            return sum;
        }

        @Override
        public double[] marks() {
            return marksOf(parts);
        }

        @Override
        public boolean isConstant(double from, double to) {
            return parts.stream().allMatch(p -> p.isConstant(from, to));
        }

        @Override
        public double peak() {
            return parts.stream().mapToDouble(Signal::peak).sum();
        }

        @Override
        public double roundingOfTime() {
            return parts.stream().mapToDouble(Signal::roundingOfTime).max().orElse(0);
        }
    }

    static double[] marksOf(Collection<Signal> signals) {
        return signals.stream().flatMapToDouble(s -> DoubleStream.of(s.marks())).toArray();
    }

    /** True if it is the same number at all times. */
    default boolean isNumber() {
        return this instanceof Constant;
    }
}
