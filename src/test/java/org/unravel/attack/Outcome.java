package org.unravel.attack;

/** What became of one model. Those from {@link #SILENT_EXACT} on are defects. */
enum Outcome {
    /** Right, and called consistent. */
    RIGHT("right and called consistent"),
    /** Right as far as can be seen, and not judged. */
    NOT_JUDGED("right, not judged"),
    /** Right, called consistent, with a caveat. */
    CAVEAT("right, with a caveat"),
    /** A wrong model that was refused. */
    REFUSED_WRONG("wrong model refused"),
    /** A right run called inconsistent once, not with other seeds. */
    CHANCE("right, called inconsistent by chance"),
    /** An exact curve is off, and the run says that something was not proven. */
    SAID_WRONG("off, and not judged or with a caveat"),
    /** The oracle has no answer. */
    NO_ORACLE("the oracle has no answer"),

    /** An exact curve is wrong, and the run is called consistent. */
    SILENT_EXACT("SILENT: exact curve wrong, called consistent"),
    /** A sampled mean is wrong, and the run is called consistent. */
    SILENT_SAMPLE("SILENT: sampled mean wrong, called consistent"),
    /** A wrong model is run without a word. */
    SILENT_ACCEPTANCE("SILENT: wrong model accepted, called consistent"),
    /** An exact curve is wrong, and the verdict found that something is. */
    WRONG_EXACT("exact curve wrong, called inconsistent"),
    /** A sampled mean is wrong, and the verdict found it. */
    WRONG_SAMPLE("sampled mean wrong, called inconsistent"),
    /** Right, and called inconsistent with most seeds. */
    FALSE_ALARM("FALSE ALARM: right, called inconsistent with most seeds"),
    /** A right model refused. */
    REFUSED_RIGHT("right model refused"),
    /** No exact side or no verdict for a right model. */
    NO_VERDICT("right model without exact curves or verdict"),
    /** Another exception than one with a message for people. */
    CRASH("CRASH"),
    /** The process that had it took too long and was ended. */
    TOO_LONG("TOO LONG");

    final String text;

    Outcome(String text) {
        this.text = text;
    }

    boolean isDefect() {
        return ordinal() >= SILENT_EXACT.ordinal();
    }

    boolean isSilent() {
        return this == SILENT_EXACT || this == SILENT_SAMPLE || this == SILENT_ACCEPTANCE;
    }
}
