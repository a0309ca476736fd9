package org.unravel.output;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import org.unravel.ensemble.Curve;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Sampling;
import org.unravel.ensemble.VarianceCurve;

/**
 * The identity of a run: the SHA-256 of everything that can change a trajectory or what is summed of it. Runs of one identity differ in the number of their
 * trajectories at most, and only their parts can be put together.
 *
 * <p>It covers the model in normal form without title, number of trajectories, seed and {@code until}; the seed of the run; the recorded curves and what is summed at the end, which
 * hangs on the exact side where entropy production is sampled; engine and kernel
 * as resolved, so that two widths of vectors, which add up in another order, are told apart; the format of written sums and the version of the program. Threads,
 * limits and output change nothing in it.
 */
public final class RunIdentity {

    private RunIdentity() {
    }

    /** The identity of a run; empty for a model that a program has made. */
    public static Optional<String> of(RunReport report) {
        return of(report.info(), report.result());
    }

    /** 64 hexadecimal digits; empty for a model that a program has made, which has no normal form. */
    static Optional<String> of(RunInfo info, EnsembleResult result) {
        if (!info.hasModelText()) {
            return Optional.empty();
        }
        StringBuilder all = new StringBuilder("unravel run\n");
        line(all, "version", info.version());
        line(all, "format", Integer.toString(Sampling.BLOCK_FORMAT));
        line(all, "engine", result.engine());
        line(all, "kernel", result.kernel());
        line(all, "seed", Long.toString(result.seed()));
        result.curves().stream().map(Curve::name).forEach(name -> line(all, "curve", name));
        result.quantities().keySet().forEach(name -> line(all, "quantity", name));
        result.variances().stream().map(VarianceCurve::name).forEach(name -> line(all, "variance", name));
        all.append(info.trajectories());
        try {
            return Optional.of(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void line(StringBuilder all, String key, String value) {
        all.append(key).append(' ').append(value).append('\n');
    }
}
