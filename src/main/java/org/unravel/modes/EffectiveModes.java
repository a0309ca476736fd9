package org.unravel.modes;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

import org.unravel.effective.EffectiveCurves;

/** The generator of minimal dissipation of one part against time: eigenvalues of k are frequencies, those of the damping are rates. Immutable. */
public final class EffectiveModes implements EffectiveCurves {

    private final double[] times;
    private final MinimalDissipation.Generator[] generators;

    EffectiveModes(double[] times, MinimalDissipation.Generator... generators) {
        this.times = times;
        this.generators = generators;
    }

    private double[] curve(ToDoubleFunction<MinimalDissipation.Generator> of) {
        return Arrays.stream(generators).mapToDouble(g -> g == null ? Double.NaN : of.applyAsDouble(g)).toArray();
    }

    @Override
    public double[] times() {
        return times;
    }

    @Override
    public double[] largestFrequency() {
        return curve(g -> g.frequencies()[g.frequencies().length - 1]);
    }

    @Override
    public double[] smallestFrequency() {
        return curve(g -> g.frequencies()[0]);
    }

    @Override
    public double[] largestRate() {
        return curve(g -> g.rates()[g.rates().length - 1]);
    }

    @Override
    public double[] smallestRate() {
        return curve(g -> g.rates()[0]);
    }

    @Override
    public double[] condition() {
        return curve(MinimalDissipation.Generator::condition);
    }

    /** One of the eigenvalues of k, from 0, ascending; shape [points]. */
    public double[] frequency(int index) {
        return curve(g -> g.frequencies()[index]);
    }

    /** Number of the modes of the part. */
    public int count() {
        return generators[0].frequencies().length;
    }

    /** The sum of all rates, shape [points]. */
    public double[] totalRate() {
        return curve(g -> Arrays.stream(g.rates()).sum());
    }

    /** Heat of the exact state per time, shape [points]. */
    public double[] heatRate() {
        return curve(MinimalDissipation.Generator::heatRate);
    }

    /** Work of the exact state per time, shape [points]. */
    public double[] workRate() {
        return curve(MinimalDissipation.Generator::workRate);
    }
}
