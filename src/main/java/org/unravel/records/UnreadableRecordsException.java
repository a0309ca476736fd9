package org.unravel.records;

import java.io.IOException;
import java.nio.file.Path;

/** A file that is no file of records, or that is damaged; the message has the rule, what was found, and the name of the file. */
public final class UnreadableRecordsException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableRecordsException(String expected, String found, Path file, Throwable cause) {
        super("expected " + expected + ", found " + found + " (" + file + ")", cause);
    }
}
