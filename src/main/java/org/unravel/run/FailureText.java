package org.unravel.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

import org.unravel.model.Absence;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;
import org.unravel.numeric.Bytes;

/** What went wrong, in words for the user. */
public final class FailureText {

    /** What gives a run more memory. */
    public static final String MORE_MEMORY = "JDK_JAVA_OPTIONS=-Xmx8g allows 8 GiB";
    /** Set to 1 to see stack traces. */
    public static final String DEBUG = "UNRAVEL_DEBUG";

    private FailureText() {
    }

    /** What a failure leaves out: {@code what: message}. */
    static Absence absence(String what, Throwable e) {
        Reason reason = e instanceof ModelException refused ? refused.reason() : e instanceof OutOfMemoryError ? Reason.TOO_MUCH_MEMORY : Reason.FAILED;
        return new Absence(reason, what + ": " + of(e));
    }

    /** The message of an exception; one that nobody foresaw says where to look. */
    public static String of(Throwable e) {
        if (e.getCause() != null && (e instanceof UncheckedIOException || e instanceof ExecutionException || e instanceof CompletionException)) {
            return of(e.getCause());
        }
        if (e instanceof FileSystemException file) {
            return "cannot write " + file.getFile() + (file.getReason() == null ? "" : ": " + file.getReason());
        }
        if (e instanceof OutOfMemoryError) {
            return "out of memory, " + Bytes.shown(Runtime.getRuntime().maxMemory()) + " were allowed; " + MORE_MEMORY;
        }
        String message = e.getMessage();
        boolean foreseen = e instanceof IOException || e instanceof RuntimeException && !(e instanceof NullPointerException
                || e instanceof IndexOutOfBoundsException || e instanceof ClassCastException);
        return foreseen && message != null && !message.isBlank() ? message : "an internal error; " + DEBUG + "=1 shows where";
    }
}
