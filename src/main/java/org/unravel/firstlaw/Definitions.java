package org.unravel.firstlaw;

import java.util.List;
import java.util.Optional;

/** All definitions of heat and work, in the order of files. A further one is a line here and a class of its own. */
public final class Definitions {

    private static final List<Definition> ALL = List.of(new Conventional(), new HamiltonianBased(), new EntropyBased(), new ThreePart(), new ErgotropyBased(),
            new OfTwoParts("autonomous", "10.48550/arXiv.2601.01272", "first law of each system", false),
            new OfTwoParts("mean-field", "10.48550/arXiv.2601.01272", "(22)-(24): flows of the mean field and of correlations", false),
            new OfTwoParts("semiclassical", "10.48550/arXiv.2601.01272", "(14)-(21): product interaction energy", false),
            new OfTwoParts("interaction", "10.48550/arXiv.2510.06929", "energy with the interaction", true),
            new OfTwoParts("bare", "10.48550/arXiv.2510.06929", "energy without the interaction", true),
            new MinimalDissipationBased(), new OfTwoParts("mean-force", "10.1103/PhysRevLett.124.160601", "Hamiltonian of mean force", false), new Counted());

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
