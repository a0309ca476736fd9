package org.unravel.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.modelfile.ModelReader;
import org.unravel.output.SweepFiles;
import org.unravel.output.SweepRow;
import org.unravel.run.SweepPoint;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "sweep", description = "Run a model for many values of its parameters, and show what it comes to for each of them: at the end of the run, in the steady state, or on average over its period.")
final class SweepCommand implements Callable<Integer> {

    /** Runs of one sweep, at most. */
    private static final long MOST_POINTS = 100_000;

    private final Console console;

    @Parameters(paramLabel = "MODEL", description = "A model file (ends in .yaml or holds a /), or the name of a shipped model.")
    private String model;

    @Option(names = "-p", paramLabel = "name=from:to:count[:log]", required = true,
            description = "Values of a parameter, evenly spread or by equal factors (log); several: all combinations. With name=value a parameter has one other value.")
    private List<String> values = new ArrayList<>();

    @Option(names = "--at", paramLabel = "end|steady|period", defaultValue = "end", converter = WordConverters.SweepPlace.class,
            description = "At the end of the run, in the steady state, or on average over the period of a driven model (default: end). In a long time work, heats and jumps are per time.")
    private SweepPoint.Where where;

    @Option(names = "-n", paramLabel = "N", converter = NumberConverters.TrajectoryCount.class, description = "Trajectories of each run (default: from the model).")
    private Long trajectoryCount;

    @Option(names = "--seed", paramLabel = "S", converter = NumberConverters.Seed.class, description = "Seed of all runs (default: from the model).")
    private Long seed;

    @Option(names = "-o", paramLabel = "DIR", description = "Output folder (default: out/NAME/sweep in the current one).")
    private Path directory;

    SweepCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Map<String, String> fixed = new LinkedHashMap<>();
        List<SweepRange> ranges = new ArrayList<>();
        separate(fixed, ranges);
        List<Map<String, Double>> points = points(ranges);
        String name = read(fixed, points.get(0)).name();
        Path folder = directory == null ? Path.of("out", name, "sweep") : directory;
        try (OutputDirectory output = OutputDirectory.open(folder, SweepFiles.NAMES, SweepCommand::isOurs)) {
            List<SweepRow> rows = new ArrayList<>();
            for (Map<String, Double> point : points) {
                rows.add(row(fixed, point));
            }
            SweepFiles.write(output.make(), rows);
            SweepFigure.write(output.path(), rows, ranges, where);
            console.show(rows.size() + " points, " + rows.get(0).values().size() + " quantities each");
            console.show("files: " + folder);
            return ExitCode.DONE;
        }
    }

    private void separate(Map<String, String> fixed, List<SweepRange> ranges) {
        for (Map.Entry<String, String> value : ModelArguments.parameters(values).entrySet()) {
            if (SweepRange.isRange(value.getValue())) {
                ranges.add(SweepRange.read(value.getKey(), value.getValue()));
            } else {
                fixed.put(value.getKey(), value.getValue());
            }
        }
        long count = ranges.stream().mapToLong(SweepRange::count).reduce(1, Math::multiplyExact);
        if (ranges.isEmpty() || count > MOST_POINTS) {
            throw new InputException(ranges.isEmpty() ? "expected a range -p name=from:to:count[:log] for a sweep, found none"
                    : "expected at most " + MOST_POINTS + " combinations of values, found " + count);
        }
    }

    /** All combinations, the last parameter fastest. */
    private static List<Map<String, Double>> points(List<SweepRange> ranges) {
        List<Map<String, Double>> points = List.of(Map.of());
        for (SweepRange range : ranges) {
            List<Map<String, Double>> more = new ArrayList<>();
            for (Map<String, Double> point : points) {
                for (double value : range.values()) {
                    Map<String, Double> next = new LinkedHashMap<>(point);
                    next.put(range.name(), value);
                    more.add(next);
                }
            }
            points = more;
        }
        return points;
    }

    private Model read(Map<String, String> fixed, Map<String, Double> point) {
        Map<String, String> all = new LinkedHashMap<>(fixed);
        point.forEach((name, value) -> all.put(name, Double.toString(value)));
        return ModelReader.read(model, all);
    }

    private SweepRow row(Map<String, String> fixed, Map<String, Double> point) {
        Model here = read(fixed, point);
        try {
            long n = trajectoryCount == null ? here.sampling().trajectoryCount() : trajectoryCount;
            Map<String, SweepPoint.Value> found = SweepPoint.of(here, where).sampled(n, seed == null ? here.sampling().seed() : seed);
            Map<String, SweepRow.Value> shown = new LinkedHashMap<>();
            found.forEach((q, v) -> shown.put(q, new SweepRow.Value(v.mean(), v.standardError(), v.exact())));
            return new SweepRow(point, shown);
        } catch (ModelException e) {
            throw ModelReader.placed(model, e);
        }
    }

    /** A table of an earlier sweep, or a picture beside one. */
    private static boolean isOurs(Path file) {
        try (BufferedReader in = Files.newBufferedReader(file.resolveSibling(SweepFiles.TABLE))) {
            String heading = in.readLine();
            return heading != null && heading.matches(".*\\.se,.*\\.exact");
        } catch (IOException e) {
            return false;
        }
    }
}
