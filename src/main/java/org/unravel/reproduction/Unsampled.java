package org.unravel.reproduction;

import java.util.Optional;

import org.unravel.modelfile.ModelFile;

/**
 * A setting of which the exact side alone is computed: where trajectories would take much longer than all others together.
 *
 * @param setting the same with a sample
 */
record Unsampled(Setting setting) implements Setting {

    @Override
    public String name() {
        return setting.name();
    }

    @Override
    public Optional<ModelFile> model() {
        return setting.model();
    }

    @Override
    public Known compute(Rows rows, Sample sample) {
        return setting.compute(rows, Sample.NOTHING);
    }
}
