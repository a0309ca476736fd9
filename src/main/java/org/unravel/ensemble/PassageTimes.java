package org.unravel.ensemble;

import org.unravel.model.Passage;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.SampleSummary;

/**
 * Sampled times from the start to the n-th jump of a channel.
 *
 * @param passage which jump
 * @param distribution equal bins that cover the run, and a last one with high = +∞ of the trajectories in which the jump did not come; all add up to 1
 * @param times mean, variance and their standard errors of the times of those in which it came, in the model's unit of time
 */
public record PassageTimes(Passage passage, Distribution distribution, SampleSummary times) {

    /** The bin of the trajectories in which the jump did not come. */
    public Distribution.Bin never() {
        return distribution.bins().get(distribution.bins().size() - 1);
    }

    PassageTimes withoutErrorBars() {
        return new PassageTimes(passage, distribution.withoutErrorBars(), times.withoutErrorBars());
    }
}
