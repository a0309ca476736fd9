package org.unravel.exact;

import java.util.Arrays;

import org.unravel.model.TimeFunction;

/** Functions of time for models built in tests. */
final class Drives {

    private Drives() {
    }

    /** amplitude · cos(frequency · t + phase). */
    record Cosine(double amplitude, double frequency, double phase) implements TimeFunction {

        @Override
        public Value at(double t, double branch) {
            double angle = frequency * t + phase;
            return new Value(amplitude * Math.cos(angle), 0, -amplitude * frequency * Math.sin(angle), 0);
        }

        @Override
        public boolean isConstant() {
            return false;
        }

        @Override
        public double[] breakpoints(double from, double to) {
            return new double[0];
        }
    }

    /** {@code values[k]} + {@code slope} · t after the k-th of the ascending {@code times}; one value more than times. */
    record Steps(double slope, double[] times, double[] values) implements TimeFunction {

        @Override
        public Value at(double t, double branch) {
            int k = (int) Arrays.stream(times).filter(b -> b < branch).count();
            return new Value(values[k] + slope * t, 0, slope, 0);
        }

        @Override
        public boolean isConstant() {
            return false;
        }

        @Override
        public double[] breakpoints(double from, double to) {
            return Arrays.stream(times).filter(b -> from <= b && b <= to).toArray();
        }
    }

    static TimeFunction cosine(double amplitude, double frequency) {
        return new Cosine(amplitude, frequency, 0);
    }

    /** 0 before {@code time}, {@code value} from then on. */
    static TimeFunction step(double time, double value) {
        return new Steps(0, new double[] {time}, new double[] {0, value});
    }
}
