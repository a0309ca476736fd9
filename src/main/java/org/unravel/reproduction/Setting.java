package org.unravel.reproduction;

import java.util.Optional;

import org.unravel.modelfile.ModelFile;

/** One way in which an entry computes: a model in time, a model against a parameter, or the program by itself. */
interface Setting {

    /** Its name among those of the entry. */
    String name();

    /** The file of its model, with the parameters that do not change along the table; empty where there is no model. */
    Optional<ModelFile> model();

    /** That model as it was computed, as a file of its own. */
    default Optional<String> normalForm() {
        return model().map(ModelFile::normalForm);
    }

    /** Computes. */
    Known compute(Rows rows, Sample sample);
}
