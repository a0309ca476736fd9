package org.unravel.bath.coupling;

import java.util.function.DoubleUnaryOperator;

import org.unravel.numeric.Decimals;

/** The spectra that have a name, and those that a program gives. */
final class Spectra {

    private static final int DIGITS = 6;

    private Spectra() {
    }

    private static String number(double x) {
        return Decimals.shown(x, DIGITS);
    }

    record Ohmic(double eta, double cutOff) implements Spectrum {

        @Override
        public double at(double nu) {
            return eta * nu * Math.exp(-nu / cutOff);
        }

        @Override
        public Onset onset(double scale) {
            return new Onset(0, eta);
        }

        @Override
        public double[] landmarks() {
            return new double[] {cutOff};
        }

        @Override
        public String description() {
            return "ohmic(" + number(eta) + ", " + number(cutOff) + ")";
        }
    }

    record Flat(double strength) implements Spectrum {

        @Override
        public double at(double nu) {
            return strength;
        }

        @Override
        public Onset onset(double scale) {
            return new Onset(strength, strength == 0 ? 0 : Double.POSITIVE_INFINITY);
        }

        @Override
        public String description() {
            return "flat(" + number(strength) + ")";
        }
    }

    record Lorentzian(double strength, double width, double centre) implements Spectrum {

        @Override
        public double at(double nu) {
            double x = (nu - centre) / width;
            return strength / (x * x + 1);
        }

        @Override
        public Onset onset(double scale) {
            return new Onset(at(0), strength == 0 ? 0 : Double.POSITIVE_INFINITY);
        }

        @Override
        public double[] landmarks() {
            return new double[] {centre - width, centre, centre + width};
        }

        @Override
        public String description() {
            return "lorentzian(" + number(strength) + ", " + number(width) + ", " + number(centre) + ")";
        }
    }

    record Function(String description, DoubleUnaryOperator j, double[] landmarks) implements Spectrum {

        @Override
        public double at(double nu) {
            return j.applyAsDouble(nu);
        }

        @Override
        public double[] landmarks() {
            return landmarks.clone();
        }
    }
}
