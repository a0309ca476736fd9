package org.unravel.firstlaw;

import java.util.List;
import java.util.Optional;

import org.unravel.model.Absence;

/**
 * A quantity of the averaged state against time.
 *
 * @param quantity which
 * @param part {@code system}, A or B
 * @param estimate empty where it is absent
 * @param absence why
 * @param warnings in place of trust
 */
public record StateCurve(StateQuantity quantity, String part, Optional<Estimate> estimate, Optional<Absence> absence, List<Warning> warnings) {
}
