package org.unravel.reproduction;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Columns that are functions of the state of a qubit and of how it moves: read from the exact means of its Bloch vector and of their rates. They are not linear in the state, so that the mean over
 * trajectories says nothing of them by itself.
 *
 * @param setting with observables sx, sy, sz and sx.rate, sy.rate, sz.rate
 * @param field h and E_0 at a time
 */
record QubitReadings(String setting, Function<Double, Field> field) {

    /**
     * H = E_0 + h·σ at one time.
     *
     * @param h shape [3]
     * @param rate of h
     */
    record Field(double[] h, double[] rate) {

        /** A field along z. */
        static Field along(double z) {
            return new Field(new double[] {0, 0, z}, new double[3]);
        }
    }

    private static final List<String> NAMES = List.of("sx", "sy", "sz", "sx.rate", "sy.rate", "sz.rate");

    /** The rates that a setting needs beside the Bloch vector. */
    static List<Derived> rates() {
        return List.of(Derived.rate("sx.rate", "sx"), Derived.rate("sy.rate", "sy"), Derived.rate("sz.rate", "sz"));
    }

    /** A function of the state and its motion. */
    Reading of(ToDoubleFunction<TwoLevelSplittings> function) {
        return (known, x) -> {
            Known curves = known.get(setting);
            double[][] bloch = NAMES.stream().map(n -> curves.of(n).exact()).toArray(double[][]::new);
            double[] t = curves.of(TimeSetting.TIMES).exact();
            double[] values = new double[x.length];
            for (int i = 0; i < values.length; i++) {
                Field f = field.apply(t[i]);
                values[i] = function.applyAsDouble(new TwoLevelSplittings(new double[] {bloch[0][i], bloch[1][i], bloch[2][i]}, new double[] {bloch[3][i], bloch[4][i], bloch[5][i]},
                        f.h(), f.rate(), 0, 0));
            }
            return Values.exact(values);
        };
    }
}
