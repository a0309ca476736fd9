package org.unravel.firstlaw;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unravel.model.Absence;

/**
 * The shares that a definition gives of a part against time.
 *
 * @param definition which
 * @param part {@code system}, A, B, or {@code system/<bath>}
 * @param shares those that it gives; none where it is absent
 * @param absence why there are none
 * @param warnings in place of trust
 */
public record SplitCurves(Definition definition, String part, Map<Share, Estimate> shares, Optional<Absence> absence, List<Warning> warnings) {

    /** One of them. */
    public Optional<Estimate> share(Share share) {
        return Optional.ofNullable(shares.get(share));
    }
}
