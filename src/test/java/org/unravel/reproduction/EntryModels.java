package org.unravel.reproduction;

import org.unravel.model.Model;

/** Models of entries, for tests of other packages. */
public final class EntryModels {

    private EntryModels() {
    }

    /** The first model of an entry. */
    public static Model of(String entry) {
        return Catalogue.named(entry).orElseThrow().settings().stream().filter(s -> s instanceof TimeSetting).map(s -> ((TimeSetting) s).source().open().model()).findFirst().orElseThrow();
    }
}
