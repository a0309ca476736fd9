package org.unravel.exact;

import java.util.Map;
import java.util.Optional;

/**
 * Exact statistics of what a model asks to be counted of the record of jumps, beside what every run counts; only what was asked for and could be computed.
 *
 * @param passages by {@code passages.<name>}
 * @param correlations g² of the pairs of the model, in their order
 * @param words rates of successions of channels
 */
public record JumpRecordStatistics(Map<String, PassageProbabilities> passages, Optional<CorrelationFunctions> correlations, Optional<WordRates> words) {

    /** The names of g² and of the words among the absences, and of their files. */
    public static final String CORRELATIONS = "g2";
    /** {@link #CORRELATIONS}. */
    public static final String WORDS = "words";

    /** Nothing. */
    public static final JumpRecordStatistics NONE = new JumpRecordStatistics(Map.of(), Optional.empty(), Optional.empty());

    /** Copies the map. */
    public JumpRecordStatistics {
        passages = Map.copyOf(passages);
    }
}
