package org.unravel;

import java.util.Locale;

/** How large the tests with the tag {@link #TAG} are, and where they show what they found: {@code mvn -B verify -Pvalidation -Dvalidation.size=10}. */
public final class ValidationSize {

    /** Left out of an ordinary test run. */
    public static final String TAG = "validation";

    private ValidationSize() {
    }

    /** So many, times the size that was asked for; 1 without a word. */
    public static int times(int count) {
        return Math.multiplyExact(count, Integer.getInteger("validation.size", 1));
    }

    /** Prints a line of the table. */
    public static void show(String format, Object... values) {
        System.out.println("validation: " + String.format(Locale.ROOT, format, values));
    }
}
