package org.unravel.engine;

import java.util.List;

/**
 * Which engine a model gets and what it will need, for people.
 *
 * @param summary the engine, how often a trajectory jumps, time and memory
 * @param details why not another engine, and what its tables are like
 */
public record EngineExplanation(List<String> summary, List<String> details) {

    /** Copies the lists. */
    public EngineExplanation {
        summary = List.copyOf(summary);
        details = List.copyOf(details);
    }
}
