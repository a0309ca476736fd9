package org.unravel.ensemble;

import java.util.List;

/**
 * How often jumps of given channels were seen to follow one another, without any other between them.
 *
 * @param word one to three times {@code bath.channel}, in the order of time
 * @param rate mean number of times in a run over the length of the run, in the inverse of the model's unit of time
 * @param standardError from the scatter of that number between trajectories
 * @param holders trajectories in which it was seen
 * @param most how often it was seen in one of them at most; the sum of the weights for weighted ones
 */
public record WordRate(List<String> word, double rate, double standardError, long holders, double most) {

    /** Copies the list. */
    public WordRate {
        word = List.copyOf(word);
    }

    WordRate withoutErrorBar() {
        return new WordRate(word, rate, Double.NaN, holders, most);
    }
}
