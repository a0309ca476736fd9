package org.unravel.run;

import java.util.Optional;

import org.unravel.model.Absence;
import org.unravel.model.Model;
import org.unravel.model.Reason;

/** Whether the exact ensemble is solved beside the sample. */
public enum ExactChoice {
    /** Up to dimension 200, with some seconds of work for distributions. */
    AUTO,
    /** Whatever it takes. */
    ON,
    /** Not at all. */
    OFF;

    /** Largest dimension for which {@link #AUTO} solves the master equation (the guide). */
    private static final int MAX_DIMENSION = 200;

    /** Why the exact ensemble of a model is not asked for; empty where it is. */
    public Optional<Absence> absence(Model model) {
        if (this == OFF) {
            return Optional.of(new Absence(Reason.NOT_ASKED, "switched off by --exact off"));
        }
        return this == AUTO && model.dimension() > MAX_DIMENSION
                ? Optional.of(new Absence(Reason.TOO_MUCH_WORK, "dimension " + model.dimension() + " exceeds " + MAX_DIMENSION + " (--exact on computes it all the same)")) : Optional.empty();
    }
}
