package org.unravel.cli;

/** Exit codes of every command (the guide). */
final class ExitCode {

    static final int DONE = 0;
    static final int VALIDATION_FAILED = 1;
    static final int WRONG_INPUT = 2;
    static final int RUN_FAILED = 3;
    /** As shells have it: 128 and the number of the signal of Ctrl-C. */
    static final int INTERRUPTED = 130;

    private ExitCode() {
    }
}
