package org.unravel.modelfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.unravel.model.TimeFunction;

/** The kinds of {@link Scalar}, and how they are put together with constants folded. */
final class Scalars {

    static final Constant ONE = new Constant(1, 0);
    static final Constant ZERO = new Constant(0, 0);

    private Scalars() {
    }

    record Constant(double re, double im) implements Scalar {

        /** Without the negative zero, so that equal numbers are equal. */
        Constant {
            re += 0.0;
            im += 0.0;
        }

        @Override
        public <R extends Real<R>> Complex<R> evaluate(Moment<R> moment) {
            return new Complex<>(moment.constants().apply(re), im == 0 ? null : moment.constants().apply(im));
        }

        @Override
        public List<Scalar> operands() {
            return List.of();
        }

        @Override
        public boolean isReal() {
            return im == 0;
        }

        Constant plus(Constant other) {
            return new Constant(re + other.re, im + other.im);
        }

        Constant times(Constant other) {
            return new Constant(re * other.re - im * other.im, re * other.im + im * other.re);
        }

        boolean isFinite() {
            return Double.isFinite(re) && Double.isFinite(im);
        }
    }

    /**
     * A part of a product.
     *
     * @param divides true if the product is divided by it
     */
    record Factor(Scalar scalar, boolean divides) {
    }

    record Time() implements Scalar {

        @Override
        public <R extends Real<R>> Complex<R> evaluate(Moment<R> moment) {
            return Complex.real(moment.time());
        }

        @Override
        public List<Scalar> operands() {
            return List.of();
        }

        @Override
        public boolean isConstant() {
            return false;
        }

        @Override
        public boolean repeats(double period, double from, double to) {
            return false;
        }

        @Override
        public Optional<Constant> slope() {
            return Optional.of(ONE);
        }
    }

    private record Total(List<Scalar> operands) implements Scalar {

        @Override
        public <R extends Real<R>> Complex<R> evaluate(Moment<R> moment) {
            Complex<R> sum = operands.get(0).evaluate(moment);
            for (int i = 1; i < operands.size(); i++) {
                sum = sum.plus(operands.get(i).evaluate(moment));
            }
            return sum;
        }

        @Override
        public Optional<Constant> slope() {
            return operands.stream().map(Scalar::slope).reduce(Optional.of(ZERO), (a, b) -> a.flatMap(x -> b.map(x::plus)));
        }
    }

    /** At least two factors; a constant is the first of them. */
    private record Product(List<Scalar> operands) implements Scalar {

        @Override
        public <R extends Real<R>> Complex<R> evaluate(Moment<R> moment) {
            Complex<R> product = operands.get(0).evaluate(moment);
            for (int i = 1; i < operands.size(); i++) {
                product = product.times(operands.get(i).evaluate(moment));
            }
            return product;
        }

        @Override
        public Optional<Constant> slope() {
            return varying().size() == 1 ? varying().get(0).slope().map(factor(this)::times) : Optional.empty();
        }

        List<Scalar> varying() {
            return operands.get(0) instanceof Constant ? operands.subList(1, operands.size()) : operands;
        }
    }

    private record Quotient(Scalar left, Scalar right) implements Scalar {

        @Override
        public <R extends Real<R>> Complex<R> evaluate(Moment<R> moment) {
            return left.evaluate(moment).over(right.evaluate(moment));
        }

        @Override
        public List<Scalar> operands() {
            return List.of(left, right);
        }
    }

    /** A quotient by cosh(x) of a real x, or by a power of it, which is too large for a number where the quotient is a pulse that has died out. */
    private record OverCosh(Scalar left, Scalar argument, double power) implements Scalar {

        @Override
        public <R extends Real<R>> Complex<R> evaluate(Moment<R> moment) {
            return left.evaluate(moment).overCosh(argument.evaluate(moment).re(), power);
        }

        @Override
        public List<Scalar> operands() {
            return List.of(left, argument);
        }
    }

    /** A power without a cut: of a base that is real by its form, or a whole one. */
    private record Power(Scalar left, Scalar right) implements Scalar {

        @Override
        public <R extends Real<R>> Complex<R> evaluate(Moment<R> moment) {
            Complex<R> base = left.evaluate(moment);
            return right instanceof Constant c && c.isReal() ? base.power(c.re, 1) : base.power(right.evaluate(moment), 1);
        }

        @Override
        public List<Scalar> operands() {
            return List.of(left, right);
        }
    }

    private record Applied(ScalarFunction function, Scalar argument) implements Scalar {

        @Override
        public <R extends Real<R>> Complex<R> evaluate(Moment<R> moment) {
            return function.apply(argument.evaluate(moment));
        }

        @Override
        public List<Scalar> operands() {
            return List.of(argument);
        }

        @Override
        public boolean isReal() {
            return function.makesReal() || argument.isReal();
        }

        @Override
        public boolean repeats(double period, double from, double to) {
            return argument.repeats(period, from, to)
                    || argument.slope().map(s -> function.turns(s.re, s.im, period, from, to)).orElse(false);
        }
    }

    static Scalar constant(double re, double im) {
        return new Constant(re, im);
    }

    /** The sum; all constants become one. */
    static Scalar total(List<Scalar> terms) {
        double re = 0;
        double im = 0;
        List<Scalar> varying = new ArrayList<>();
        for (Scalar term : terms) {
            if (term instanceof Constant c) {
                re += c.re;
                im += c.im;
            } else {
                varying.add(term);
            }
        }
        if (varying.isEmpty() || re != 0 || im != 0) {
            varying.add(0, new Constant(re, im));
        }
        return varying.size() == 1 ? varying.get(0) : new Total(List.copyOf(varying));
    }

    static Scalar product(Scalar left, Scalar right) {
        return product(List.of(new Factor(left, false), new Factor(right, false)));
    }

    /** The product of factors and divisors, worked off from the left; all constants become one, in front. */
    static Scalar product(List<Factor> factors) {
        Constant constant = ONE;
        List<Scalar> above = new ArrayList<>();
        List<Scalar> below = new ArrayList<>();
        for (Factor f : factors) {
            Constant c = factor(f.scalar);
            constant = f.divides ? (Constant) folded(new Quotient(constant, c)) : constant.times(c);
            (f.divides ? below : above).addAll(varying(f.scalar));
        }
        if (above.isEmpty() && below.isEmpty() || constant.re == 0 && constant.im == 0) {
            return constant;
        }
        if (!below.isEmpty()) {
            above = new ArrayList<>(List.of(quotient(joined(above), below)));
        }
        if (!constant.equals(ONE)) {
            above.add(0, constant);
        }
        return joined(above);
    }

    private static Scalar quotient(Scalar above, List<Scalar> below) {
        Scalar quotient = above;
        List<Scalar> others = new ArrayList<>();
        for (Scalar factor : below) {
            boolean isPower = factor instanceof Power p && p.right instanceof Constant c && c.isReal() && c.re > 0;
            Scalar base = isPower ? ((Power) factor).left : factor;
            if (base instanceof Applied a && a.function == ScalarFunction.COSH && a.argument.isReal()) {
                quotient = new OverCosh(quotient, a.argument, isPower ? ((Constant) ((Power) factor).right).re : 1);
            } else {
                others.add(factor);
            }
        }
        return others.isEmpty() ? quotient : new Quotient(quotient, joined(others));
    }

    private static Scalar joined(List<Scalar> factors) {
        return factors.isEmpty() ? ONE : factors.size() == 1 ? factors.get(0) : new Product(List.copyOf(factors));
    }

    private static List<Scalar> varying(Scalar scalar) {
        if (scalar instanceof Constant) {
            return List.of();
        }
        return scalar instanceof Product p ? p.varying() : List.of(scalar);
    }

    static Scalar power(Scalar base, Scalar exponent) {
        boolean isWhole = exponent instanceof Constant c && c.isReal() && c.re == Math.rint(c.re);
        return folded(base.isReal() || isWhole ? new Power(base, exponent) : new Cuts.Power(base, exponent));
    }

    static Scalar apply(ScalarFunction function, Scalar argument) {
        boolean same = function == ScalarFunction.CONJ || function == ScalarFunction.RE;
        if (same && argument.isReal()) {
            return argument;
        }
        return folded(function.hasCut() && !argument.isReal() ? new Cuts.Cut(function, argument) : new Applied(function, argument));
    }

    /**
     * The complex conjugate, taken of what entire functions are made of where they are: f(z)* = f(z*) if f is real on the real axis, so that a phase and its
     * conjugate are seen to be one by their form.
     */
    static Scalar conjugate(Scalar scalar) {
        if (scalar.isReal()) {
            return scalar;
        } else if (scalar instanceof Constant c) {
            return new Constant(c.re, -c.im);
        } else if (scalar instanceof Total t) {
            return total(t.operands.stream().map(Scalars::conjugate).toList());
        } else if (scalar instanceof Product p) {
            return product(p.operands.stream().map(f -> new Factor(conjugate(f), false)).toList());
        } else if (scalar instanceof Quotient q) {
            return product(List.of(new Factor(conjugate(q.left), false), new Factor(conjugate(q.right), true)));
        } else if (scalar instanceof OverCosh q) {
            return new OverCosh(conjugate(q.left), q.argument, q.power);
        } else if (scalar instanceof Applied a && a.function.isEntire()) {
            return apply(a.function, conjugate(a.argument));
        }
        return apply(ScalarFunction.CONJ, scalar);
    }

    /** The modulus; it bends at the zeros of a real argument, and is taken to be smooth for a complex one. */
    static Scalar abs(Scalar argument) {
        return folded(argument.isReal() ? new Kinks.Abs(argument) : new Kinks.Modulus(argument));
    }

    /** The larger of two real scalars; it bends where they cross. */
    static Scalar larger(Scalar left, Scalar right) {
        return extremum(left, right, 1);
    }

    /** The smaller of two real scalars. */
    static Scalar smaller(Scalar left, Scalar right) {
        return extremum(left, right, -1);
    }

    private static Scalar extremum(Scalar left, Scalar right, int sign) {
        return left.equals(right) ? left : folded(new Kinks.Extremum(left, right, total(List.of(left, product(constant(-1, 0), right))), sign));
    }

    static Scalar table(Scalar argument, TablePoints points) {
        return folded(new Table(argument, points));
    }

    static Scalar step(Scalar argument) {
        return folded(new Kinks.Step(argument));
    }

    static Scalar ramp(Scalar argument, double start, double end) {
        return folded(new Kinks.Ramp(argument, start, end));
    }

    /** The constant factor in front, 1 if there is none. */
    static Constant factor(Scalar scalar) {
        Scalar first = scalar instanceof Product p ? p.operands.get(0) : scalar;
        return first instanceof Constant c ? c : ONE;
    }

    /** What is left without {@link #factor}. */
    static Scalar withoutFactor(Scalar scalar) {
        return joined(varying(scalar));
    }

    private static Scalar folded(Scalar scalar) {
        if (!scalar.isConstant()) {
            return scalar;
        }
        TimeFunction.Value v = scalar.at(0);
        return new Constant(v.re(), v.im());
    }
}
