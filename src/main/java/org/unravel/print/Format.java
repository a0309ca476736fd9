package org.unravel.print;

import java.util.Locale;

/** Kind of file of a picture. */
public enum Format {

    /** Vector picture whose texts stay texts. */
    SVG,
    /** Image of 200 dots per inch. */
    PNG;

    /** Word on the command line, and ending of a file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
