package org.unravel.firstlaw;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.unravel.model.Absence;
import org.unravel.model.Model;

/** One side of a comparison, exact or of a sample: what it knows, and how well. */
interface Side {

    /** The problem. */
    Model model();

    /** Trajectories that were done; 0 of the exact side. */
    long trajectoryCount();

    /** Groups of trajectories; 0 of the exact side. */
    int groups();

    /** Expected numbers of jumps of each bath, where they are known. */
    default Map<String, double[]> jumps() {
        return Map.of();
    }

    /** Why something is missing that these need; empty where nothing is. */
    Optional<Absence> missing(Set<Need> needs);

    /** The canonical Hamiltonians of the parts. */
    EffectiveParts effective();

    /** A curve with what it is good to, of something with these needs, in accounts in which a part is looked at. */
    Estimate estimate(Set<Need> needs, Function<Account, double[]> curve, String part);

    /** What stands in place of trust in these curves of something, in units of which 1e-11 is rounding. */
    List<Warning> warnings(Set<Need> needs, Map<String, Estimate> curves, double unit);
}
