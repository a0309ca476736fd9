package org.unravel.modelfile;

import java.util.List;
import java.util.Optional;

import org.unravel.model.InfluenceMartingale;
import org.unravel.model.QuantumJumps;
import org.unravel.model.Unraveling;

/** Reads {@code unraveling}: the process of single trajectories. */
final class UnravelingReader {

    static final String KEY = "unraveling";
    static final String JUMPS = QuantumJumps.PLAIN.word();
    static final String MARTINGALE = new InfluenceMartingale().word();

    private final boolean signed;

    /** Reads the word; {@code jumps} where there is none. */
    UnravelingReader(YamlNode.Mapping file) {
        Optional<YamlNode> node = file.optional(KEY);
        String word = node.map(n -> n.text().text()).orElse(JUMPS);
        if (!word.equals(JUMPS) && !word.equals(MARTINGALE)) {
            throw node.orElseThrow().error("expected unraveling: jumps or unraveling: martingale, found '" + NameRules.shortened(word) + "'"
                    + NameRules.suggestion(word, List.of(JUMPS, MARTINGALE)));
        }
        signed = word.equals(MARTINGALE);
    }

    /** True if rates may have both signs. */
    boolean takesSignedRates() {
        return signed;
    }

    /** The process, where {@code ensemble} asks for nothing that it has not. */
    Unraveling of(QuantumJumps jumps, YamlNode.Mapping ensemble) {
        if (!signed) {
            return jumps;
        }
        refuse(ensemble, "measure", "shares of outcomes would be sums of weights of both signs, and no probabilities");
        refuse(ensemble, "bias", "trajectories carry weights of their own");
        return new InfluenceMartingale();
    }

    private static void refuse(YamlNode.Mapping ensemble, String key, String why) {
        ensemble.entry(key).ifPresent(e -> {
            throw e.error("expected no ensemble." + key + " with unraveling: martingale, found one: " + why);
        });
    }
}
