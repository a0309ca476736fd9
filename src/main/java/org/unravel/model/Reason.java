package org.unravel.model;

/** What kind of thing stands in the way of something that is not done or not known: code decides by this, and by no text. */
public enum Reason {

    /** The problem as stated breaks a rule: another model is needed. */
    BROKEN_RULE,
    /** The method does not take such a model; another method may. */
    NOT_APPLICABLE,
    /** The computing that it would take is more than may be spent on it: a larger budget may do. */
    TOO_MUCH_WORK,
    /** The memory that it would take is more than there is. */
    TOO_MUCH_MEMORY,
    /** Rounding leaves too few digits. */
    TOO_INEXACT,
    /** The value is too large or too small for a number. */
    OUT_OF_RANGE,
    /** A solver gave up: its steps or its search came to no end. */
    GAVE_UP,
    /** Nobody asked for it. */
    NOT_ASKED,
    /** The run has ended, or has been looked at, before it was done. */
    NOT_YET,
    /** Something failed that nobody foresaw. */
    FAILED
}
