package org.unravel.firstlaw;

import java.util.Optional;
import java.util.Set;

import org.unravel.model.Absence;
import org.unravel.model.Model;
import org.unravel.model.Reason;

/** The place of a definition that speaks of the two parts of a model and of their interaction: a model of one part has none of these. */
record OfTwoParts(String name, Source source, boolean isLinear) implements Definition {

    OfTwoParts(String name, String doi, String equation, boolean isLinear) {
        this(name, new Source(doi, equation), isLinear);
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.SPLIT);
    }

    @Override
    public Set<Share> gives(Model model, String part) {
        return Set.of(Share.CHANGE, Share.HEAT, Share.WORK);
    }

    @Override
    public Optional<Absence> obstacle(Model model, String part) {
        return Optional.of(new Absence(Reason.NOT_APPLICABLE, model.split().isEmpty() ? "expected a model in two parts that interact, found one that says no split" : name + " is not built yet"));
    }

    @Override
    public double[] share(Share share, Account account, String part) {
        throw new IllegalArgumentException("expected a part of a model in two parts, found " + part);
    }
}
