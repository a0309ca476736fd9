package org.unravel.model;

import java.util.List;
import java.util.Optional;

/**
 * What a model asks to be counted of the records of jumps, beside what every run counts (physics.md, "Counting observables").
 *
 * @param counts weighted sums over jumps, in the order of the model file
 * @param passages times of n-th jumps, likewise
 * @param correlations g² of pairs of channels, if any
 * @param wordLength rates of successions of up to so many channels are asked for, 0 to {@link #LONGEST_WORD}
 */
public record CountingObservables(List<JumpCount> counts, List<Passage> passages, Optional<JumpCorrelations> correlations, int wordLength) {

    /** Channels of the longest succession. */
    public static final int LONGEST_WORD = 3;

    /** Most different successions: with 21 channels those of three. */
    public static final int MOST_WORDS = 10_000;

    /** Nothing beside. */
    public static final CountingObservables NONE = new CountingObservables(List.of(), List.of(), Optional.empty(), 0);

    /** Copies the lists. */
    public CountingObservables {
        counts = List.copyOf(counts);
        passages = List.copyOf(passages);
    }

    /** Number of different successions of up to {@link #wordLength} channels out of so many; as a real number, as it may be large. */
    public double wordCount(int channelCount) {
        double sum = 0;
        double ofLength = 1;
        for (int length = 1; length <= wordLength; length++) {
            ofLength *= channelCount;
            sum += ofLength;
        }
        return sum;
    }
}
