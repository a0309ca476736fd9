package org.unravel.ensemble;

import java.util.List;

/**
 * What a model asks to be counted of the record of jumps, beside what every run counts.
 *
 * @param passages times of n-th jumps, in the order of the model
 * @param correlations g² of pairs of channels, likewise
 * @param words rates of successions of channels, in the order of {@link org.unravel.exact.WordRates}
 */
public record JumpRecordResult(List<PassageTimes> passages, List<JumpCorrelation> correlations, List<WordRate> words) {

    /** Nothing. */
    public static final JumpRecordResult NONE = new JumpRecordResult(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public JumpRecordResult {
        passages = List.copyOf(passages);
        correlations = List.copyOf(correlations);
        words = List.copyOf(words);
    }

    JumpRecordResult withoutErrorBars() {
        return new JumpRecordResult(passages.stream().map(PassageTimes::withoutErrorBars).toList(), correlations.stream().map(JumpCorrelation::withoutErrorBars).toList(),
                words.stream().map(WordRate::withoutErrorBar).toList());
    }
}
