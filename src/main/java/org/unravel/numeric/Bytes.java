package org.unravel.numeric;

import java.util.Locale;

/** Numbers of bytes for people. */
public final class Bytes {

    private static final double MEBIBYTE = 0x1p20;
    private static final double GIBIBYTE = 0x1p30;

    private Bytes() {
    }

    /** In MiB, from half a GiB on in GiB, with one digit after the point. */
    public static String shown(double bytes) {
        return bytes >= GIBIBYTE / 2 ? String.format(Locale.ROOT, "%.1f GiB", bytes / GIBIBYTE) : String.format(Locale.ROOT, "%.1f MiB", bytes / MEBIBYTE);
    }
}
