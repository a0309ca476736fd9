package org.unravel.numeric;

import java.util.Locale;

/**
 * A number of bytes, for people.
 *
 * @param count ≥ 0
 */
public record Bytes(long count) {

    private static final double MEBIBYTE = 0x1p20;
    private static final double GIBIBYTE = 0x1p30;

    /** In MiB, from half a GiB on in GiB, with one digit after the point. */
    public static String shown(double bytes) {
        return bytes >= GIBIBYTE / 2 ? String.format(Locale.ROOT, "%.1f GiB", bytes / GIBIBYTE) : String.format(Locale.ROOT, "%.1f MiB", bytes / MEBIBYTE);
    }

    /** In MiB with two digits after the point, for tables that may be small. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f MiB", count / MEBIBYTE);
    }
}
