package org.unravel.modelfile;

import org.unravel.numeric.Interval;
import org.unravel.numeric.IntervalSeries;

/**
 * Bounds of a real function and of its Taylor coefficients over an interval of times.
 *
 * @param series the bounds
 */
record Enclosure(IntervalSeries series) implements Real<Enclosure> {

    static Enclosure of(int order, double value) {
        return new Enclosure(IntervalSeries.constant(order, value));
    }

    /** Holds every value. */
    Interval value() {
        return series.coefficient(0);
    }

    /** Holds every derivative. */
    Interval rate() {
        return series.coefficient(1);
    }

    @Override
    public Enclosure constant(double constant) {
        return of(series.order(), constant);
    }

    @Override
    public Enclosure plus(Enclosure other) {
        return new Enclosure(series.plus(other.series));
    }

    @Override
    public Enclosure minus(Enclosure other) {
        return new Enclosure(series.minus(other.series));
    }

    @Override
    public Enclosure times(Enclosure other) {
        return new Enclosure(this == other ? series.times(series) : series.times(other.series));
    }

    @Override
    public Enclosure over(Enclosure other) {
        return new Enclosure(series.over(other.series));
    }

    @Override
    public Enclosure negated() {
        return new Enclosure(series.negated());
    }

    @Override
    public Enclosure sin() {
        return new Enclosure(series.sin());
    }

    @Override
    public Enclosure cos() {
        return new Enclosure(series.cos());
    }

    @Override
    public Enclosure tan() {
        return new Enclosure(series.tan());
    }

    @Override
    public Enclosure sinh() {
        return new Enclosure(series.sinh());
    }

    @Override
    public Enclosure cosh() {
        return new Enclosure(series.cosh());
    }

    @Override
    public Enclosure tanh() {
        return new Enclosure(series.tanh());
    }

    @Override
    public Enclosure overCosh(Enclosure x, double power) {
        return new Enclosure(series.overCosh(x.series, power));
    }

    @Override
    public Enclosure exp() {
        return new Enclosure(series.exp());
    }

    @Override
    public Enclosure erf() {
        return new Enclosure(series.erf());
    }

    @Override
    public Enclosure log() {
        return new Enclosure(series.log());
    }

    @Override
    public Enclosure sqrt() {
        return new Enclosure(series.sqrt());
    }

    @Override
    public Enclosure bose() {
        return new Enclosure(series.bose());
    }

    @Override
    public Enclosure fermi() {
        return new Enclosure(series.fermi());
    }

    @Override
    public Enclosure power(double exponent) {
        return new Enclosure(series.power(exponent));
    }

    @Override
    public Enclosure power(Enclosure exponent) {
        return new Enclosure(series.power(exponent.series));
    }

    @Override
    public Enclosure hypot(Enclosure other) {
        return new Enclosure(series.hypot(other.series));
    }

    @Override
    public Enclosure angle(Enclosure x, int side) {
        return new Enclosure(series.angle(x.series, side));
    }
}
