package org.unravel.figure;

/**
 * One axis.
 *
 * @param name what is shown, as in files: {@code heat.counted}; a letter such as {@code t}
 * @param unit {@code energy}, {@code 1/energy}, or empty for a pure number; ħ = k_B = 1
 * @param scale how values are spread
 */
public record Axis(String name, String unit, Scale scale) {

    /** How values are spread. */
    public enum Scale { LINEAR, LOGARITHMIC }

    /** Time in units of ħ over energy. */
    public static Axis time() {
        return new Axis("t", "1/energy", Scale.LINEAR);
    }

    /** A linear axis. */
    public static Axis linear(String name, String unit) {
        return new Axis(name, unit, Scale.LINEAR);
    }

    /** A logarithmic axis; values that are not above zero cannot be shown on it. */
    public static Axis logarithmic(String name, String unit) {
        return new Axis(name, unit, Scale.LOGARITHMIC);
    }

    /** Name and unit for people. */
    public String label() {
        return unit.isEmpty() ? name : name + " (" + unit + ")";
    }
}
