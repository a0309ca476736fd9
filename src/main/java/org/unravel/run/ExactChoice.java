package org.unravel.run;

/** Whether the exact ensemble is solved beside the sample. */
public enum ExactChoice {
    /** Up to dimension 200, with some seconds of work for distributions. */
    AUTO,
    /** Whatever it takes. */
    ON,
    /** Not at all. */
    OFF
}
