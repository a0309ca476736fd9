package org.unravel.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.RunPlan;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.model.SamplingDefaults;
import org.unravel.print.Format;
import org.unravel.run.ExactChoice;
import org.unravel.trajectory.Ledger;
import org.unravel.trajectory.Recording;

import picocli.CommandLine.Option;

/** Options of the commands that sample. */
final class SamplingOptions {

    @Option(names = "-n", paramLabel = "N", converter = NumberConverters.TrajectoryCount.class,
            description = "Trajectories, e.g. 1e5 (default: from the model).")
    private Long trajectoryCount;

    @Option(names = "--seed", paramLabel = "S", converter = NumberConverters.Seed.class, description = "Seed (default: from the model).")
    private Long seed;

    @Option(names = "--threads", paramLabel = "T", converter = NumberConverters.ThreadCount.class,
            description = "Threads (default: all processors). Changes no result.")
    private Integer threadCount;

    @Option(names = "--engine", paramLabel = "auto|NAME", converter = WordConverters.Engine.class, description = "Engine: auto, grid, sparse, renewal, ladder or martingale (default: auto, the one of the shortest forecast for the model's own number of trajectories).")
    private EngineChoice engine = EngineChoice.AUTO;

    @Option(names = "--exact", paramLabel = "auto|on|off", converter = WordConverters.Exact.class,
            description = "Whether to compute the exact ensemble (default: auto, up to dimension 200).")
    private ExactChoice exact = ExactChoice.AUTO;

    @Option(names = "--curves", paramLabel = "all|NAME,...|none",
            description = "Curves to record (default: all). What is not recorded costs nothing; values at the end are there all the same, but for observables and the heats of several baths.")
    private String curves = "all";

    @Option(names = "-o", paramLabel = "DIR", description = "Output folder (default: out/NAME in the current one).")
    private Path directory;

    @Option(names = "--figures", paramLabel = "svg|png", converter = WordConverters.Figures.class, description = "Figures for print in the folder figures of the output folder (default: none).")
    private Format figures;

    @Option(names = "--records", description = "Keep every trajectory: write records.h5 (HDF5), with load.py, load.jl and load.m that read it.")
    private boolean records;

    @Option(names = "--resume", hidden = true)
    private boolean resume;

    @Option(names = "--shard", hidden = true)
    private String shard;

    @Option(names = "--time-limit", hidden = true)
    private String timeLimit;

    /** Refuses, by name, options that are documented and not built yet. */
    void requireBuilt() {
        refuse("--resume", resume);
        refuse("--shard", shard != null);
        refuse("--time-limit", timeLimit != null);
    }

    private static void refuse(String name, boolean given) {
        if (given) {
            throw new InputException("'" + name + "' is not built yet");
        }
    }

    /** Refuses, by name, options that a comparison of definitions has no use for. */
    void requireOfComparison() {
        requireBuilt();
        if (!curves.equals("all")) {
            throw new InputException("expected no '--curves' where definitions are compared, found '" + curves + "': choose by --definitions");
        }
        if (records) {
            throw new InputException("expected no '--records' where definitions are compared: unravel run keeps trajectories");
        }
    }

    /** Refuses, by name, options that have no meaning for boson modes. */
    void requireOfModes() {
        requireBuilt();
        if (engine != EngineChoice.AUTO) {
            throw new InputException("expected no '--engine' for a model of modes: amplitudes are drawn, and nothing jumps");
        }
        if (!curves.equals("all")) {
            throw new InputException("expected no '--curves' for a model of modes, found '" + curves + "'");
        }
        if (records) {
            throw new InputException("expected no '--records' for a model of modes: its trajectories are amplitudes at the start");
        }
    }

    RunPlan plan(Model model) {
        return new RunPlan(trajectories(model.sampling()), seed(model.sampling()), threads(), engine, recording(model));
    }

    long trajectories(SamplingDefaults defaults) {
        return trajectoryCount == null ? defaults.trajectoryCount() : trajectoryCount;
    }

    long seed(SamplingDefaults defaults) {
        return seed == null ? defaults.seed() : seed;
    }

    int threads() {
        return threadCount == null ? Runtime.getRuntime().availableProcessors() : threadCount;
    }

    private Recording recording(Model model) {
        if (curves.equals("all")) {
            return Recording.all();
        }
        if (curves.equals("none")) {
            return Recording.none();
        }
        List<String> known = new ArrayList<>(Ledger.names(model));
        model.observables().forEach(o -> known.add(o.name()));
        List<String> asked = Stream.of(curves.split(",", -1)).flatMap(name -> parts(name, known)).toList();
        for (String name : asked) {
            if (!known.contains(name)) {
                throw new InputException("expected --curves all, none or names of " + String.join(", ", known) + ", found '" + name + "'");
            }
        }
        return Recording.of(asked);
    }

    /** The name of a complex observable stands for both of its parts. */
    private static Stream<String> parts(String name, List<String> known) {
        return known.contains(Quantity.realPart(name)) ? Stream.of(Quantity.realPart(name), Quantity.imaginaryPart(name)) : Stream.of(name);
    }

    /** True if every trajectory is kept. */
    boolean hasRecords() {
        return records;
    }

    ExactChoice exact() {
        return exact;
    }

    /** The kind of figures that were asked for. */
    Optional<Format> figures() {
        return Optional.ofNullable(figures);
    }

    Path directory(Model model) {
        return directory(model.name());
    }

    /** The output folder; where none was asked for, one of such a name. */
    Path directory(String name) {
        return directory == null ? Path.of("out", name) : directory;
    }
}
