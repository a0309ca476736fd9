package org.unravel.run;

import java.util.Optional;

import org.unravel.exact.CutOffStudy;
import org.unravel.model.Absence;
import org.unravel.validation.Reference;

/**
 * What is known exactly beside a sample.
 *
 * @param reference as far as it is known
 * @param watched means with the populations of the highest levels, from which cut-offs are studied
 * @param absence why there are no means, or what else has failed
 * @param failure what went wrong, where something did that makes the run a failed one
 */
record ExactSide(Reference reference, Optional<CutOffStudy.Watched> watched, Optional<Absence> absence, Optional<Throwable> failure) {

    /** Absent for a reason that is said once, so that nothing is said of each distribution. */
    static ExactSide absent(Absence why, Optional<Throwable> failure) {
        return new ExactSide(Reference.of(Optional.empty()), Optional.empty(), Optional.of(why), failure);
    }

    ExactSide failed(Absence why, Throwable cause) {
        return new ExactSide(reference, watched, Optional.of(why), Optional.of(cause));
    }

    ExactSide with(Reference other) {
        return new ExactSide(other, watched, absence, failure);
    }
}
