package org.unravel.firstlaw;

import java.util.List;
import java.util.Optional;

/** All definitions of heat and work, in the order of files. A further one is a line here and a class of its own. */
public final class Definitions {

    private static final List<Definition> ALL = List.of(new Conventional(), new HamiltonianBased(), new EntropyBased(), new ThreePart(), new ErgotropyBased(),
            new Autonomous(), new MeanFieldFlows(), new Semiclassical(), TwoReservoirs.interaction(), TwoReservoirs.bare(),
            new MinimalDissipationBased(), new MeanForce(), new Counted());

    private Definitions() {
    }

    /** All of them. */
    public static List<Definition> all() {
        return ALL;
    }

    /** The one of a name. */
    public static Optional<Definition> named(String name) {
        return ALL.stream().filter(d -> d.name().equals(name)).findFirst();
    }

    /** The names of all. */
    public static List<String> names() {
        return ALL.stream().map(Definition::name).toList();
    }
}
