package org.unravel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;
import org.unravel.modelfile.ModelReader;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Exit codes follow from the type of what went wrong, whatever its message says. */
class FailuresTest {

    private final StringWriter err = new StringWriter();

    private int report(Exception e) {
        return Failures.report(e, new CommandLine(CommandSpec.create()).setErr(new PrintWriter(err)));
    }

    @ParameterizedTest
    @CsvSource({"BROKEN_RULE, 2", "NOT_APPLICABLE, 2", "TOO_MUCH_WORK, 2", "TOO_MUCH_MEMORY, 3", "TOO_INEXACT, 2", "OUT_OF_RANGE, 2", "GAVE_UP, 2", "NOT_ASKED, 3",
        "NOT_YET, 3", "FAILED, 3"})
    void refusalHasTheExitCodeOfItsReason(Reason reason, int code) {
        assertEquals(code, report(new ModelException(reason, "expected one thing, found another")));
        assertEquals("unravel: " + (code == 2 ? "" : "the run failed: ") + "expected one thing, found another", err.toString().strip());
    }

    @Test
    void messageDecidesNothing() {
        assertEquals(2, report(new ModelException("the run failed: out of memory, too much work for the exact side")));
        assertEquals(3, report(new IllegalStateException("expected rate >= 0, found -1 (model.yaml, line 1, column 1)")));
        assertEquals(2, report(new InputException("the run was interrupted")));
    }

    @Test
    void interruptedRunHasSaidItself() {
        assertEquals(130, report(new InterruptedRunException("nothing is finished yet")));
        assertEquals("", err.toString());
    }

    /** The place is added to the message, and the reason stays. */
    @Test
    void placeInTheFileKeepsTheReason() {
        ModelException placed = ModelReader.placed("spontaneous-emission", new ModelException(Reason.GAVE_UP, "expected an end, found none", "time.end"));
        assertEquals(Reason.GAVE_UP, placed.reason());
        assertTrue(placed.getMessage().matches("expected an end, found none \\(spontaneous-emission.yaml, line [0-9]+, column [0-9]+\\)"), placed.getMessage());
        assertEquals(Reason.BROKEN_RULE, ModelReader.placed("spontaneous-emission", new ModelException("expected an end", "time.end")).reason());
    }
}
