package org.unravel.print;

import java.util.ArrayList;
import java.util.List;

import org.unravel.figure.Axis;

/** Where an axis has its numbers. The library takes them from the language of the machine, and on a logarithmic axis numbers decades alone. */
final class Ticks {

    private static final int[] STEPS = {1, 2, 5};
    private static final double ROUNDING = 1e-9;

    /** Numbers of a linear axis, about; long ones would touch each other. */
    private static final double NUMBERS = 5;
    private static final double FEW = 2.5;
    private static final int LONG = 6;

    /** Decades above which only powers of ten have numbers, and how many numbers there are at most. */
    private static final double FEW_DECADES = 1.7;
    private static final int MOST = 6;

    private Ticks() {
    }

    /**
     * One tick.
     *
     * @param value where
     * @param text its number; empty for a short tick between numbers
     */
    record Tick(double value, String text) {
    }

    /** The largest of 1, 2 and 5 times a power of ten that is not above a value. */
    static double below(double value) {
        int exponent = TickText.exponent(value);
        double found = power(exponent - 1) * 5;
        for (int step : STEPS) {
            found = step * power(exponent) <= value * (1 + ROUNDING) ? step * power(exponent) : found;
        }
        return found;
    }

    /** The smallest of them that is not below a value. */
    static double above(double value) {
        double found = below(value);
        return found >= value * (1 - ROUNDING) ? found : below(found * 2.6);
    }

    /** All ticks of an axis, ascending. */
    static List<Tick> of(AxisRange range) {
        return range.axis().scale() == Axis.Scale.LINEAR ? linear(range.low(), range.high()) : decades(range.low(), range.high());
    }

    private static List<Tick> linear(double low, double high) {
        List<Tick> ticks = linear(low, high, NUMBERS);
        return ticks.stream().anyMatch(t -> t.text().length() > LONG) ? linear(low, high, FEW) : ticks;
    }

    private static List<Tick> linear(double low, double high, double count) {
        double step = step((high - low) / count);
        TickText text = new TickText(Math.max(Math.abs(low), Math.abs(high)), step);
        List<Tick> ticks = new ArrayList<>();
        long last = (long) Math.floor(high / step + ROUNDING);
        for (long k = (long) Math.ceil(low / step - ROUNDING); k <= last; k++) {
            ticks.add(new Tick(k * step, text.of(k * step)));
        }
        return ticks;
    }

    private static double step(double rough) {
        double below = below(rough);
        double above = above(rough);
        return rough / below < above / rough ? below : above;
    }

    private static List<Tick> decades(double low, double high) {
        List<Tick> ticks = new ArrayList<>();
        double decades = Math.log10(high / low);
        int every = Math.max(1, (int) Math.ceil(decades / MOST));
        for (int k = TickText.exponent(low) - 1; k <= TickText.exponent(high); k++) {
            for (int digit = 1; digit < 10; digit++) {
                double value = digit * power(k);
                if (value >= low * (1 - ROUNDING) && value <= high * (1 + ROUNDING) && (every == 1 || digit == 1)) {
                    ticks.add(new Tick(value, text(digit, k, decades, every)));
                }
            }
        }
        return ticks;
    }

    private static String text(int digit, int exponent, double decades, int every) {
        if (decades > FEW_DECADES) {
            return digit == 1 && Math.floorMod(exponent, every) == 0 ? TickText.power(exponent) : "";
        }
        return digit == 1 || digit == 2 || digit == 5 ? new TickText(digit * power(exponent), power(exponent)).of(digit * power(exponent)) : "";
    }

    private static double power(int exponent) {
        return exponent < 0 ? 1 / Math.pow(10, -exponent) : Math.pow(10, exponent);
    }
}
