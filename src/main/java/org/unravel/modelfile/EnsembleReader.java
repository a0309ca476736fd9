package org.unravel.modelfile;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.unravel.model.Measurement;
import org.unravel.model.Quantity;
import org.unravel.model.QuantumJumps;
import org.unravel.model.SamplingDefaults;
import org.unravel.model.Unraveling;

/** Reads {@code ensemble}. */
final class EnsembleReader {

    private static final long DEFAULT_TRAJECTORIES = 10_000;
    private static final long DEFAULT_SEED = 1;
    /** 2⁵³, the largest number up to which every integer is a double. */
    private static final long MAX_TRAJECTORIES = 1L << 53;

    private EnsembleReader() {
    }

    /** What it says: how much to sample, and of which process. */
    record Ensemble(SamplingDefaults sampling, Unraveling unraveling) {
    }

    /** Reads it; {@code quantities} are those that {@code until} may name without a measurement, {@code bias} reads that key, {@code unraveling} is the process that it is for. */
    static Ensemble read(Scope scope, YamlNode.Mapping ensemble, List<String> quantities, BiasReader bias, UnravelingReader unraveling) {
        ensemble.allow(List.of("trajectories", "seed", "until", "measure", "bias"), List.of());
        long trajectories = ensemble.optional("trajectories").map(n -> trajectories(scope, n)).orElse(DEFAULT_TRAJECTORIES);
        long seed = ensemble.optional("seed").map(n -> seed(scope, n)).orElse(DEFAULT_SEED);
        Measurement measurement = ensemble.optional("measure").map(EnsembleReader::measurement).orElse(Measurement.NONE);
        List<String> valid = new ArrayList<>(quantities);
        if (measurement == Measurement.TWO_POINT) {
            valid.add(Quantity.WORK_TPM);
        }
        Optional<SamplingDefaults.Until> until = ensemble.optional("until").map(n -> until(scope, n.mapping(), valid));
        QuantumJumps jumps = new QuantumJumps(measurement, ensemble.optional("bias").flatMap(bias::read));
        return new Ensemble(new SamplingDefaults(trajectories, seed, until), unraveling.of(jumps, ensemble));
    }

    /** Reads one that says how much to sample and nothing else. */
    static SamplingDefaults readSampling(Scope scope, YamlNode.Mapping ensemble) {
        ensemble.allow(List.of("trajectories", "seed"), List.of());
        return new SamplingDefaults(ensemble.optional("trajectories").map(n -> trajectories(scope, n)).orElse(DEFAULT_TRAJECTORIES),
                ensemble.optional("seed").map(n -> seed(scope, n)).orElse(DEFAULT_SEED), Optional.empty());
    }

    private static long trajectories(Scope scope, YamlNode node) {
        long count = Expression.parse(node.text()).integer(scope);
        if (count < 1 || count > MAX_TRAJECTORIES) {
            throw node.error("expected trajectories from 1 to 2^53, found " + count);
        }
        return count;
    }

    /** A seed uses all 63 bits, more than a number of an expression holds; so digits are read as they are. */
    private static long seed(Scope scope, YamlNode node) {
        String text = node.text().text();
        if (text.matches("[0-9]+")) {
            BigInteger value = new BigInteger(text.substring(0, Math.min(text.length(), 1000)));
            if (text.length() > 1000 || value.bitLength() > 63) {
                throw node.error("expected seed from 0 to 2^63 - 1, found " + NameRules.shortened(text));
            }
            return value.longValue();
        }
        long seed = Expression.parse(node.text()).integer(scope);
        if (seed < 0) {
            throw node.error("expected seed from 0 to 2^63 - 1, found " + seed);
        }
        return seed;
    }

    private static Measurement measurement(YamlNode node) {
        if (!node.text().text().equals("tpm")) {
            throw node.error("expected measure: tpm, found '" + NameRules.shortened(node.text().text()) + "'");
        }
        return Measurement.TWO_POINT;
    }

    private static SamplingDefaults.Until until(Scope scope, YamlNode.Mapping until, List<String> valid) {
        until.allow(List.of("quantity", "se"), List.of());
        YamlNode quantityNode = until.required("quantity");
        String quantity = quantityNode.text().text();
        if (quantity.equals(Quantity.WORK_TPM) && !valid.contains(quantity)) {
            throw quantityNode.error("expected measure: tpm for the quantity '" + Quantity.WORK_TPM + "', found none");
        }
        if (!valid.contains(quantity)) {
            throw quantityNode.error("unknown quantity '" + NameRules.shortened(quantity) + "'" + NameRules.suggestion(quantity, valid));
        }
        YamlNode seNode = until.required("se");
        double se = Expression.parse(seNode.text()).number(scope);
        if (!(se > 0)) {
            throw seNode.error("expected ensemble.until.se > 0, found " + PhysicsCheck.number(se));
        }
        return new SamplingDefaults.Until(quantity, se);
    }
}
