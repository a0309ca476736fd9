package org.unravel.model;

import java.util.stream.DoubleStream;

/** Constants, products, sums and conjugates of time functions, folded where an operand is constant. */
final class TimeFunctions {

    private static final double[] NONE = {};

    private TimeFunctions() {
    }

    record Constant(double re, double im) implements TimeFunction {

        @Override
        public Value at(double t, double branch) {
            return new Value(re, im, 0, 0);
        }

        @Override
        public boolean isConstant() {
            return true;
        }

        @Override
        public double[] breakpoints(double from, double to) {
            return NONE;
        }
    }

    private record Product(TimeFunction left, TimeFunction right) implements TimeFunction {

        @Override
        public Value at(double t, double branch) {
            Value a = left.at(t, branch);
            Value b = right.at(t, branch);
            return new Value(a.re() * b.re() - a.im() * b.im(), a.re() * b.im() + a.im() * b.re(),
                    a.rateRe() * b.re() - a.rateIm() * b.im() + a.re() * b.rateRe() - a.im() * b.rateIm(),
                    a.rateRe() * b.im() + a.rateIm() * b.re() + a.re() * b.rateIm() + a.im() * b.rateRe());
        }

        @Override
        public boolean isConstant() {
            return left.isConstant() && right.isConstant();
        }

        @Override
        public double[] breakpoints(double from, double to) {
            return union(left.breakpoints(from, to), right.breakpoints(from, to));
        }

        @Override
        public TimeBounds bounds(double from, double to, double branch, int order) {
            return left.bounds(from, to, branch, order).times(right.bounds(from, to, branch, order));
        }

        @Override
        public boolean repeats(double period, double from, double to) {
            return left.repeats(period, from, to) && right.repeats(period, from, to);
        }
    }

    private record Sum(TimeFunction left, TimeFunction right) implements TimeFunction {

        @Override
        public Value at(double t, double branch) {
            Value a = left.at(t, branch);
            Value b = right.at(t, branch);
            return new Value(a.re() + b.re(), a.im() + b.im(), a.rateRe() + b.rateRe(), a.rateIm() + b.rateIm());
        }

        @Override
        public boolean isConstant() {
            return left.isConstant() && right.isConstant();
        }

        @Override
        public double[] breakpoints(double from, double to) {
            return union(left.breakpoints(from, to), right.breakpoints(from, to));
        }

        @Override
        public TimeBounds bounds(double from, double to, double branch, int order) {
            return left.bounds(from, to, branch, order).plus(right.bounds(from, to, branch, order));
        }

        @Override
        public boolean repeats(double period, double from, double to) {
            return left.repeats(period, from, to) && right.repeats(period, from, to);
        }
    }

    private record Conjugate(TimeFunction of) implements TimeFunction {

        @Override
        public Value at(double t, double branch) {
            Value a = of.at(t, branch);
            return new Value(a.re(), -a.im(), a.rateRe(), -a.rateIm());
        }

        @Override
        public boolean isConstant() {
            return of.isConstant();
        }

        @Override
        public double[] breakpoints(double from, double to) {
            return of.breakpoints(from, to);
        }

        @Override
        public TimeBounds bounds(double from, double to, double branch, int order) {
            return of.bounds(from, to, branch, order).conjugate();
        }

        @Override
        public boolean repeats(double period, double from, double to) {
            return of.repeats(period, from, to);
        }
    }

    static TimeFunction product(TimeFunction a, TimeFunction b) {
        if (a instanceof Constant c && c.re == 1 && c.im == 0) {
            return b;
        }
        if (b instanceof Constant c && c.re == 1 && c.im == 0) {
            return a;
        }
        return folded(new Product(a, b));
    }

    static TimeFunction sum(TimeFunction a, TimeFunction b) {
        return folded(new Sum(a, b));
    }

    static TimeFunction conjugate(TimeFunction a) {
        return folded(new Conjugate(a));
    }

    private static TimeFunction folded(TimeFunction f) {
        if (!f.isConstant()) {
            return f;
        }
        TimeFunction.Value v = f.at(0);
        return new Constant(v.re(), v.im());
    }

    static double[] union(double[] a, double[] b) {
        if (a.length == 0) {
            return b;
        }
        return b.length == 0 ? a : DoubleStream.concat(DoubleStream.of(a), DoubleStream.of(b)).sorted().distinct().toArray();
    }
}
