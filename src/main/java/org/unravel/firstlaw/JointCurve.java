package org.unravel.firstlaw;

import java.util.List;
import java.util.Optional;

import org.unravel.model.Absence;

/**
 * A number of both parts of a model together against time.
 *
 * @param number which
 * @param estimate empty where it is absent
 * @param absence why
 * @param warnings in place of trust
 */
public record JointCurve(JointNumber number, Optional<Estimate> estimate, Optional<Absence> absence, List<Warning> warnings) {
}
