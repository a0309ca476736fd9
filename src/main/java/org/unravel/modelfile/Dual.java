package org.unravel.modelfile;

import org.unravel.numeric.ErrorFunction;
import org.unravel.numeric.IntervalSeries;

/**
 * A real number with its time derivative at one time; the rules of differentiation carry the derivative exactly (forward automatic
 * differentiation).
 *
 * @param value the number
 * @param rate its derivative
 */
record Dual(double value, double rate) implements Real<Dual> {

    static Dual of(double value) {
        return new Dual(value, 0);
    }

    /** The chain rule; a number that stands still stays still, even where the slope is infinite or unknown. */
    private Dual chain(double result, double slope) {
        return new Dual(result, rate == 0 ? 0 : slope * rate);
    }

    @Override
    public Dual constant(double constant) {
        return of(constant);
    }

    @Override
    public Dual plus(Dual other) {
        return new Dual(value + other.value, rate + other.rate);
    }

    @Override
    public Dual minus(Dual other) {
        return new Dual(value - other.value, rate - other.rate);
    }

    @Override
    public Dual times(Dual other) {
        return new Dual(value * other.value, rate * other.value + value * other.rate);
    }

    @Override
    public Dual over(Dual other) {
        double quotient = value / other.value;
        if (Double.isInfinite(other.rate) && Math.abs(quotient) < IntervalSeries.UNDERFLOWN) {
            // a divisor whose slope is too large for a number, as of 1/cosh far out: nothing is left of the quotient, nor of its slope
            return of(quotient);
        }
        return new Dual(quotient, (rate - (other.rate == 0 ? 0 : quotient * other.rate)) / other.value);
    }

    @Override
    public Dual negated() {
        return new Dual(-value, -rate);
    }

    @Override
    public Dual sin() {
        return chain(Math.sin(value), Math.cos(value));
    }

    @Override
    public Dual cos() {
        return chain(Math.cos(value), -Math.sin(value));
    }

    @Override
    public Dual tan() {
        double tangent = Math.tan(value);
        return chain(tangent, 1 + tangent * tangent);
    }

    @Override
    public Dual sinh() {
        return chain(Math.sinh(value), Math.cosh(value));
    }

    @Override
    public Dual cosh() {
        return chain(Math.cosh(value), Math.sinh(value));
    }

    @Override
    public Dual tanh() {
        double cosh = Math.cosh(value);
        return chain(Math.tanh(value), 1 / (cosh * cosh));
    }

    @Override
    public Dual exp() {
        double exponential = Math.exp(value);
        return chain(exponential, exponential);
    }

    @Override
    public Dual erf() {
        return chain(ErrorFunction.of(value), ErrorFunction.SLOPE * Math.exp(-value * value));
    }

    @Override
    public Dual log() {
        return chain(Math.log(value), 1 / value);
    }

    @Override
    public Dual sqrt() {
        double root = Math.sqrt(value);
        return chain(root, 0.5 / root);
    }

    @Override
    public Dual power(double exponent) {
        return chain(Math.pow(value, exponent), exponent == 0 ? 0 : exponent * Math.pow(value, exponent - 1));
    }

    @Override
    public Dual power(Dual exponent) {
        Dual alongBase = power(exponent.value);
        double alongExponent = exponent.rate == 0 ? 0 : alongBase.value * Math.log(value) * exponent.rate;
        return new Dual(alongBase.value, alongBase.rate + alongExponent);
    }

    @Override
    public Dual hypot(Dual other) {
        double modulus = Math.hypot(value, other.value);
        // At the origin the modulus bends; the derivative to the right is the modulus of the derivative.
        double slope = modulus == 0 ? Math.hypot(rate, other.rate) : value / modulus * rate + other.value / modulus * other.rate;
        return new Dual(modulus, slope);
    }

    @Override
    public Dual angle(Dual x, int side) {
        double modulus = Math.hypot(value, x.value);
        boolean isOnSide = x.value >= 0 || side * value > 0;
        return new Dual(isOnSide ? Math.atan2(value, x.value) : side * Math.PI + Math.atan(value / x.value), (x.value / modulus * rate - value / modulus * x.rate) / modulus);
    }

    @Override
    public Dual bose() {
        double occupation = 1 / Math.expm1(value);
        // d/dy 1/(e^y - 1) = -n(n + 1), which cannot overflow as e^y/(e^y - 1)^2 would.
        return chain(occupation, -occupation * (occupation + 1));
    }

    @Override
    public Dual fermi() {
        // of an exponential that cannot overflow; what is empty is computed as such, not as the rest to 1
        double small = Math.exp(-Math.abs(value));
        double occupation = (value > 0 ? small : 1) / (1 + small);
        double hole = (value > 0 ? 1 : small) / (1 + small);
        return chain(occupation, -occupation * hole);
    }
}
