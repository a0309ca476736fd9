package org.unravel.trajectory;

import java.util.List;
import java.util.Map;

import org.unravel.model.Caveat;

/**
 * A propagation strategy, ready for one model: the immutable tables that all workers share.
 *
 * <p>Every engine shows the same trajectories of the same model to its observers, up to rounding and the tolerance it states; with one
 * kernel they are the same bits for any number of lanes and threads.
 */
public interface Engine {

    /** Key of {@link #description} where an engine misses an accuracy that it aims at: a sentence for people, shown with every result. */
    String WARNING = "warning";

    /** Key of {@link #description} where records are drawn from a biased law: that law for people, with what it leaves unbiased. */
    String BIAS = "bias";

    /** Its name on the command line. */
    String name();

    /** Name of the arithmetic: results of different kernels differ by rounding, those of one have the same bits. */
    String kernel();

    /** Most lanes of a group. */
    int laneCount();

    /** Length of the arrays in {@link LaneValues}: lanes beyond the group's are there to fill vectors and mean nothing. */
    int paddedLaneCount();

    /** A new worker that shows its lanes at every grid time, or at the first and the last only. */
    LaneWorker worker(Recording.Times times);

    /** A new worker that shows its lanes at every grid time. */
    default LaneWorker worker() {
        return worker(Recording.Times.ALL);
    }

    /** Whether its workers show kets at grid times, {@link LaneObserver#kets}. */
    default boolean showsKets() {
        return true;
    }

    /** What could not be made sure of when the tables were built; empty where nothing. */
    default List<Caveat> caveats() {
        return List.of();
    }

    /** Facts about the tables for people: steps, memory, tolerance reached, fallbacks. By name, in order. */
    Map<String, Object> description();
}
