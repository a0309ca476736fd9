package org.unravel.cli;

import org.unravel.model.ModelException;
import org.unravel.model.Reason;

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

    /** Of what ended a command: its type decides, never its message. */
    static int of(Throwable e) {
        if (e instanceof InterruptedRunException) {
            return INTERRUPTED;
        }
        if (e instanceof ModelException refused) {
            return of(refused.reason());
        }
        return e instanceof InputException ? WRONG_INPUT : RUN_FAILED;
    }

    /** The input is wrong where another model, another method or a larger budget is asked for; where the machine or the program is at fault the run has failed. */
    static int of(Reason reason) {
        return switch (reason) {
            case BROKEN_RULE, NOT_APPLICABLE, TOO_MUCH_WORK, TOO_INEXACT, OUT_OF_RANGE, GAVE_UP -> WRONG_INPUT;
            case TOO_MUCH_MEMORY, NOT_ASKED, NOT_YET, FAILED -> RUN_FAILED;
        };
    }
}
