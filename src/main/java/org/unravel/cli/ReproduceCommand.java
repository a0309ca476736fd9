package org.unravel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

import org.unravel.reproduction.Catalogue;
import org.unravel.reproduction.CurveComparison.Verdict;
import org.unravel.reproduction.Entry;
import org.unravel.reproduction.EntryOutcome;
import org.unravel.reproduction.Reproduction;
import org.unravel.reproduction.ReproductionFiles;
import org.unravel.reproduction.Sample;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "reproduce", description = "Make the curves of the texts again and hold them against independent tables. Exit code 1 if one fails.")
final class ReproduceCommand implements Callable<Integer> {

    private static final String ALL = "all";
    private static final int MOST_SUGGESTIONS = 3;

    private final Console console;

    @Parameters(paramLabel = "NAME|all", arity = "0..1", description = "Which entry (see --list), or all.")
    private String name;

    @Option(names = "--list", description = "List the entries, with text and figures, and do nothing else.")
    private boolean isList;

    @Option(names = "-n", paramLabel = "N", converter = NumberConverters.TrajectoryCount.class, defaultValue = "1e5", description = "Trajectories of each run (default: 1e5).")
    private long trajectoryCount;

    @Option(names = "--seed", paramLabel = "S", converter = NumberConverters.Seed.class, defaultValue = "1", description = "Seed of all runs (default: 1).")
    private long seed;

    @Option(names = "-o", paramLabel = "DIR", description = "Output folder (default: out/reproduce in the current one).")
    private Path directory;

    ReproduceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (isList) {
            if (name != null) {
                throw new InputException("expected nothing more beside --list, found '" + name + "'");
            }
            list();
            return ExitCode.DONE;
        }
        List<Entry> entries = entries();
        Path folder = directory == null ? Path.of("out", "reproduce") : directory;
        try (OutputDirectory output = OutputDirectory.open(folder, ReproductionFiles.names(entries), isOurs(folder)); Interruption interruption = Interruption.watch(output, console::show)) {
            Path made = output.make();
            List<EntryOutcome> outcomes = new ArrayList<>();
            // from now on an end waits for what is being written, and says how far it has come
            interruption.finishedSome();
            interruption.sampled(() -> console.show(interrupted(outcomes.size(), entries.size(), folder)));
            for (Entry entry : entries) {
                EntryOutcome outcome = outcome(entry, outcomes.size() + 1, entries.size());
                interruption.write(() -> {
                    outcomes.add(outcome);
                    write(outcome, outcomes, made);
                });
            }
            interruption.finish(() -> { });
            return conclude(outcomes, folder);
        }
    }

    private void list() {
        List<Entry> entries = Catalogue.entries();
        int width = entries.stream().mapToInt(e -> e.name().length()).max().orElse(0);
        for (Entry entry : entries) {
            console.show(entry.name() + " ".repeat(width - entry.name().length()) + "  " + entry.title() + " (" + entry.text() + ")"
                    + (entry.table().isPresent() ? "" : "; no table is shipped"));
        }
    }

    private List<Entry> entries() {
        if (name == null) {
            throw new InputException("expected the name of an entry or all, found nothing; see unravel reproduce --list");
        }
        if (name.equals(ALL)) {
            return Catalogue.entries();
        }
        return List.of(Catalogue.named(name).orElseThrow(() -> new InputException("expected the name of an entry or all, found '" + name + "'" + suggestion() + "; see unravel reproduce --list")));
    }

    /** Entries that are meant, by all of the name or by as much of its beginning as any has; nothing where these are many, or little of it. */
    private String suggestion() {
        String meant = name.replace('_', '-').replaceAll("\\.csv$", "");
        List<String> near = List.of();
        for (int letters = meant.length(); near.isEmpty() && letters > meant.length() / 2; letters--) {
            String beginning = meant.substring(0, letters);
            near = Catalogue.entries().stream().map(Entry::name).filter(n -> n.regionMatches(true, 0, beginning, 0, beginning.length())).toList();
        }
        near = near.stream().anyMatch(meant::equalsIgnoreCase) ? near.stream().filter(meant::equalsIgnoreCase).toList() : near;
        return near.isEmpty() || near.size() > MOST_SUGGESTIONS ? "" : "; did you mean " + String.join(" or ", near) + "?";
    }

    /** Ours are a table with our first line, and whatever stands below a folder that has one. */
    private static Predicate<Path> isOurs(Path folder) {
        Path table = folder.resolve(ReproductionFiles.TABLE);
        return file -> Files.isRegularFile(file) && OutputDirectory.beginsWith(table, ReproductionFiles.HEADING);
    }

    private EntryOutcome outcome(Entry entry, int number, int count) {
        try (ProgressDisplay progress = console.progress(ProgressDisplay.ENTRY + entry.name() + " (" + number + " of " + count + ")")) {
            progress.advanced(number, count);
            return Reproduction.of(entry, new Sample(trajectoryCount, seed));
        }
    }

    private static String interrupted(int finished, int count, Path folder) {
        return finished == 0 ? "interrupted: nothing is finished yet, nothing is written"
                : "interrupted: " + finished + " of " + count + " entries " + (finished == 1 ? "is" : "are") + " finished and written: " + folder;
    }

    private void write(EntryOutcome outcome, List<EntryOutcome> all, Path made) throws IOException {
        Path folder = made.resolve(outcome.entry().name());
        ReproductionFiles.write(folder, outcome);
        ReproductionFiles.draw(folder, outcome);
        ReproductionFiles.writeTable(made, all);
        console.show(line(outcome));
        // all of them together have more equations than anybody reads on a terminal
        if (!name.equals(ALL)) {
            outcome.identities().forEach(i -> console.show("  " + i));
        }
    }

    private static String line(EntryOutcome outcome) {
        StringBuilder line = new StringBuilder(outcome.entry().name()).append(": ").append(ReproductionFiles.word(outcome.verdict()));
        outcome.worstExact().ifPresent(c -> line.append(String.format(Locale.ROOT, ", exact to %.1e (%s)", c.deviation(), c.curve())));
        outcome.worstSampled().ifPresent(c -> line.append(String.format(Locale.ROOT, ", sampled within %.1f standard errors (%s, p = %.2g)", c.z(), c.curve(), c.p())));
        return line.append(outcome.entry().remark().isEmpty() ? "" : ". " + outcome.entry().remark()).toString();
    }

    private int conclude(List<EntryOutcome> outcomes, Path folder) {
        console.show("files: " + folder);
        long passed = outcomes.stream().filter(o -> o.verdict() == Verdict.PASSED).count();
        long failed = outcomes.stream().filter(o -> o.verdict() == Verdict.FAILED).count();
        console.show("reproduce: " + passed + " passed, " + failed + " failed, " + (outcomes.size() - passed - failed) + " not made");
        return failed > 0 ? ExitCode.VALIDATION_FAILED : ExitCode.DONE;
    }
}
