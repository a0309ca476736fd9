package org.unravel.ensemble;

import java.util.Optional;

/**
 * What a run says of fluctuation relations.
 *
 * @param twoPoint measurements at both ends, where the model asks for them
 * @param exchange heat exchange between two baths, where the model allows it
 * @param jointHeat counted heat of both baths of a model with two, where all quanta are constant
 */
public record Fluctuations(Optional<TwoPointResult> twoPoint, Optional<ExchangeRelation> exchange,
        Optional<JointHeat> jointHeat) {

    /** Nothing was asked and nothing applies. */
    public static final Fluctuations NONE = new Fluctuations(Optional.empty(), Optional.empty(), Optional.empty());
}
