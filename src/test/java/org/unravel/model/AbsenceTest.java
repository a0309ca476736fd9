package org.unravel.model;

import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Why something is not there: the reason stays whatever the words. */
class AbsenceTest {

    @Test
    void reasonOfARefusalIsThatOfWhatItLeavesOut() {
        assertEquals(new Absence(Reason.TOO_MUCH_WORK, "too long"), Absence.of(new ModelException(Reason.TOO_MUCH_WORK, "too long")));
        assertEquals(Reason.BROKEN_RULE, Absence.of(new ModelException("expected rate >= 0", "baths.hot")).reason());
    }

    @Test
    void otherWordsKeepTheReason() {
        Absence said = new Absence(Reason.GAVE_UP, "no end").saying("its moments: no end");
        assertEquals(new Absence(Reason.GAVE_UP, "its moments: no end"), said);
    }

    @Test
    void wayThatLedNowhereIsAReasonToo() {
        Absence both = new Absence(Reason.TOO_INEXACT, "too few digits").after(new Absence(Reason.TOO_MUCH_WORK, "too long"));
        assertEquals("too few digits, too long", both.text());
        assertEquals(Reason.TOO_INEXACT, both.reason());
        assertTrue(both.isFor(Reason.TOO_INEXACT) && both.isFor(Reason.TOO_MUCH_WORK));
        assertFalse(both.isFor(Reason.GAVE_UP));
        assertTrue(both.saying("neither").isFor(Reason.TOO_MUCH_WORK));
    }

    @Test
    void attemptIsAValueOrTheReasonOfARefusal() {
        Attempt<Integer> found = Attempt.of(() -> 3);
        assertEquals(Optional.of(3), found.value());
        assertEquals(Optional.empty(), found.absence());
        Attempt<Integer> missing = Attempt.of(() -> {
            throw new ModelException(Reason.TOO_INEXACT, "no digits");
        });
        assertEquals(Optional.empty(), missing.value());
        assertEquals(Optional.of(new Absence(Reason.TOO_INEXACT, "no digits")), missing.absence());
    }

    @Test
    void mistakeOfTheProgramIsNoReason() {
        assertThrows(IllegalStateException.class, () -> Attempt.of(() -> {
            throw new IllegalStateException("a mistake");
        }));
    }
}
