package org.unravel.modelfile;

/**
 * Bounds of a real function and of its time derivative over an interval of times.
 *
 * @param value holds every value
 * @param rate holds every derivative
 */
record Enclosure(Interval value, Interval rate) implements Real<Enclosure> {

    static Enclosure of(double value) {
        return new Enclosure(Interval.point(value), Interval.ZERO);
    }

    private Enclosure chain(Interval result, Interval slope) {
        return new Enclosure(result, slope.times(rate));
    }

    @Override
    public Enclosure constant(double constant) {
        return of(constant);
    }

    @Override
    public Enclosure plus(Enclosure other) {
        return new Enclosure(value.plus(other.value), rate.plus(other.rate));
    }

    @Override
    public Enclosure minus(Enclosure other) {
        return new Enclosure(value.minus(other.value), rate.minus(other.rate));
    }

    @Override
    public Enclosure times(Enclosure other) {
        return new Enclosure(value.times(other.value), rate.times(other.value).plus(value.times(other.rate)));
    }

    @Override
    public Enclosure over(Enclosure other) {
        Interval quotient = value.over(other.value);
        return new Enclosure(quotient, rate.minus(quotient.times(other.rate)).over(other.value));
    }

    @Override
    public Enclosure negated() {
        return new Enclosure(value.negated(), rate.negated());
    }

    @Override
    public Enclosure sin() {
        return chain(value.sin(), value.cos());
    }

    @Override
    public Enclosure cos() {
        return chain(value.cos(), value.sin().negated());
    }

    @Override
    public Enclosure tan() {
        Interval tangent = value.tan();
        return chain(tangent, Interval.ONE.plus(tangent.squared()));
    }

    @Override
    public Enclosure sinh() {
        return chain(value.sinh(), value.cosh());
    }

    @Override
    public Enclosure cosh() {
        return chain(value.cosh(), value.sinh());
    }

    @Override
    public Enclosure tanh() {
        return chain(value.tanh(), Interval.ONE.over(value.cosh().squared()));
    }

    @Override
    public Enclosure exp() {
        Interval exponential = value.exp();
        return chain(exponential, exponential);
    }

    @Override
    public Enclosure log() {
        return chain(value.log(), Interval.ONE.over(value));
    }

    @Override
    public Enclosure sqrt() {
        Interval root = value.sqrt();
        return chain(root, Interval.point(0.5).over(root));
    }

    @Override
    public Enclosure power(double exponent) {
        return chain(value.power(exponent), exponent == 0 ? Interval.ZERO : Interval.point(exponent).times(value.power(exponent - 1)));
    }

    @Override
    public Enclosure power(Enclosure exponent) {
        return exponent.times(log()).exp();
    }

    @Override
    public Enclosure hypot(Enclosure other) {
        Interval modulus = value.squared().plus(other.value.squared()).sqrt();
        return new Enclosure(modulus, value.times(rate).plus(other.value.times(other.rate)).over(modulus));
    }

    @Override
    public Enclosure angle(Enclosure x) {
        Interval square = value.squared().plus(x.value.squared());
        return new Enclosure(value.angle(x.value), x.value.times(rate).minus(value.times(x.rate)).over(square));
    }

    @Override
    public Enclosure bose() {
        Interval occupation = value.bose();
        return chain(occupation, occupation.times(occupation.plus(Interval.ONE)).negated());
    }
}
