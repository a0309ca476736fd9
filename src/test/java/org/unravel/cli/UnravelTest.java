package org.unravel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnravelTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... arguments) {
        return Unravel.execute(arguments, new PrintWriter(out), new PrintWriter(err), ProgressDisplay::none);
    }

    /** One line on stderr, none on stdout, exit code 2. */
    private void assertRefused(String message, String... arguments) {
        assertEquals(ExitCode.WRONG_INPUT, execute(arguments));
        assertEquals("unravel: " + message + System.lineSeparator(), err.toString());
        assertEquals("", out.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = "merge")
    void commandsThatAreNotBuiltAreRefusedByName(String command) {
        assertRefused("'" + command + "' is not built yet", command, "x", "-p", "a=1:2:3", "-o", "d", "--definitions", "all");
    }

    @ParameterizedTest
    @CsvSource({"--resume,", "--shard, 1/2", "--time-limit, 3"})
    void optionsThatAreNotBuiltAreRefusedByName(String option, String value) {
        String[] arguments = value == null ? new String[] {"run", "m", option} : new String[] {"run", "m", option, value};
        assertRefused("'" + option + "' is not built yet", arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "ten", "9007199254740993", "1e16", "1e999999999", "NaN", ""})
    void trajectoryCountsOutOfRangeAreRefused(String count) {
        assertRefused("Invalid value for option '-n': expected an integer from 1 to 2^53, found '" + count + "'", "run", "m", "-n", count);
    }

    @ParameterizedTest
    @CsvSource({"100000, 100000", "1e5, 100000", "9007199254740992, 9007199254740992", "2.5e3, 2500"})
    void trajectoryCountsMayHaveAnExponent(String text, long count) {
        assertEquals(count, new NumberConverters.TrajectoryCount().convert(text));
    }

    @Test
    void valuesOfOtherOptionsAreCheckedToo() {
        assertRefused("Invalid value for option '--threads': expected an integer >= 1, found '0'", "run", "m", "--threads", "0");
    }

    @Test
    void unknownEnginesAreRefusedWithTheKnownOnes() {
        assertEquals(ExitCode.WRONG_INPUT, execute("run", "m", "--engine", "warp"));
        assertTrue(err.toString().startsWith("unravel: Invalid value for option '--engine': expected auto or grid"), err.toString());
    }

    @ParameterizedTest
    @CsvSource({"omega", "=1", "omega="})
    void aParameterNeedsNameAndValue(String override) {
        assertRefused("Invalid value for option '-p': expected name=value, found '" + override + "'", "run", "m", "-p", override);
    }

    @Test
    void aParameterGivenTwiceIsRefused() {
        assertRefused("parameter 'a' is given twice with '-p'", "explain", "m", "-p", "a=1", "-p", "a=2");
    }

    @Test
    void whatIsNotKnownIsNamedInOneLine() {
        assertRefused("expected a command: run, validate, explain, steady, models, compare, calibrate, sweep, reproduce or convert, found 'rum'; did you mean run?", "rum", "m");
    }

    @Test
    void anUnknownOptionComesWithTheNearestOne() {
        assertRefused("unknown option '--thread'; did you mean --threads?", "run", "m", "--thread", "7");
    }

    @ParameterizedTest
    @CsvSource({"-N, -n", "--trajectories, -n", "--output, -o", "--ntraj, -n", "--cores, --threads"})
    void anOptionOfAnotherProgramComesWithTheOneHere(String other, String here) {
        assertRefused("unknown option '" + other + "'; did you mean " + here + "?", "run", "m", other, "7");
    }

    @Test
    void aModelWithoutACommandIsAnsweredWithOne() {
        assertRefused("expected a command: run, validate, explain, steady, models, compare, calibrate, sweep, reproduce or convert, found the model 'thermal-qubit'; write: unravel run thermal-qubit", "thermal-qubit");
    }

    @Test
    void blanksAroundAParameterAreNothing() {
        assertEquals(ExitCode.DONE, execute("explain", "thermal-qubit", "-p", "omega = 2"), err.toString());
        assertTrue(out.toString().contains("omega = 2,"), out.toString());
    }

    @Test
    void anArgumentTooManyIsNamed() {
        assertRefused("expected nothing more, found 'extra'", "run", "m", "extra");
    }

    @Test
    void aRunThatIsRefusedLeavesNoFolder(@TempDir Path directory) {
        assertEquals(ExitCode.WRONG_INPUT, execute("run", "lab-frame-qubit", "--engine", "renewal", "-o", directory.resolve("a/b").toString()));
        assertFalse(Files.exists(directory.resolve("a")));
        assertEquals(ExitCode.DONE, execute("run", "thermal-qubit", "-n", "64", "-o", directory.resolve("a/b").toString()), err.toString());
        assertTrue(Files.exists(directory.resolve("a/b/summary.json")));
    }

    /** The rate is negative for a fiftieth of a grid interval, and H changes faster than steps can follow. */
    @ParameterizedTest
    @CsvSource({"run, rate, 1 - 2*exp(-((t - 5.03)/0.01)^2), 'expected rate >= 0, found -', 8",
            "explain, rate, 1 - 2*exp(-((t - 5.03)/0.01)^2), 'expected rate >= 0, found -', 8",
            "run, drive, cos(1e9*t), 'expected at most 131072 steps from t = 0.0 to t = 10.0, found more: hamiltonian', 4",
            "explain, drive, cos(1e9*t), 'expected at most 131072 steps from t = 0.0 to t = 10.0, found more: hamiltonian', 4"})
    void whatTheEngineRefusesHasAPlaceAndWritesNothing(String command, String part, String expression, String start, int line,
            @TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("m.yaml"), String.join("\n", "unravel: 1", "name: m", "space: {q: qubit}",
                "hamiltonian: sz(q) + 0.1*" + (part.equals("drive") ? expression : "1") + "*sx(q)", "baths:", "  b:", "    channels:",
                "      d: {each: k = 2..2, operator: sz(q), heat: 0, rate: " + (part.equals("rate") ? expression : "1") + "}",
                "initial: {q: g}", "time: {end: 10, points: 11}", ""));
        String[] explain = {command, file.toString()};
        String[] run = {command, file.toString(), "-n", "10", "-o", directory.resolve("o").toString()};
        assertEquals(ExitCode.WRONG_INPUT, execute(command.equals("run") ? run : explain));
        assertEquals("", out.toString());
        String message = err.toString();
        assertTrue(message.startsWith("unravel: " + start) && message.contains("(" + file + ", line " + line + ", column "), message);
        assertFalse(Files.exists(directory.resolve("o")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "9223372036854775808", "0.5", "x"})
    void seedsAreThoseOfAModelFile(String seed) {
        assertRefused("Invalid value for option '--seed': expected an integer from 0 to 2^63 - 1, found '" + seed + "'",
                "run", "m", "--seed", seed);
    }

    /** A run writes its model as model.yaml, which may be the name of the file that it reads. */
    @Test
    void aModelOfOnesOwnIsNotReplaced(@TempDir Path directory) throws IOException {
        Path own = directory.resolve("model.yaml");
        execute("run", "thermal-qubit", "-n", "64", "-o", directory.resolve("a").toString());
        String text = Files.readString(directory.resolve("a/model.source.yaml"));
        Files.writeString(own, text);
        out.getBuffer().setLength(0);
        assertRefused("expected a folder for the results in which nothing of yours has the name of a file of a run, found " + own
                + ", which no run has listed and this one would replace: choose another folder with -o, or remove it if a run has left it", "run", own.toString(), "-o", directory.toString());
        assertEquals(text, Files.readString(own));
        err.getBuffer().setLength(0);
        Path written = directory.resolve("a/model.yaml");
        assertEquals(ExitCode.DONE, execute("run", written.toString(), "-n", "64", "-o", directory.resolve("a").toString()), err.toString());
        assertTrue(Files.readString(written).startsWith("# The model with its parameters as numbers"), Files.readString(written));
    }

    private static final String SUMMARY = "{\"model\": {\"name\": \"x\"}, \"trajectories\": 1, \"stopped\": \"all\", \"version\": \"0\", "
            + "\"files\": [\"curves.csv\", \"summary.json\", \"notes.txt\"]}";

    /** Whatever a summary lists, and whoever wrote it. */
    @Test
    void nothingButFilesOfARunIsTakenAway(@TempDir Path directory) throws IOException {
        Path notes = Files.writeString(directory.resolve("notes.txt"), "mine");
        Files.writeString(directory.resolve("summary.json"), SUMMARY);
        assertEquals(ExitCode.DONE, execute("run", "thermal-qubit", "-n", "64", "-o", directory.toString()), err.toString());
        assertEquals("mine", Files.readString(notes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"files\": [\"notes.txt\", \"summary.json\"], \"title\": \"a dataset\"}", "", "garbage", "[]"})
    void aSummaryOfSomebodyElseIsNotReplaced(String text, @TempDir Path directory) throws IOException {
        Path summary = Files.writeString(directory.resolve("summary.json"), text);
        assertEquals(ExitCode.WRONG_INPUT, execute("run", "thermal-qubit", "-n", "64", "-o", directory.toString()));
        assertTrue(err.toString().contains("found " + summary + ", which no run has listed"), err.toString());
        assertEquals(text, Files.readString(summary));
    }

    /** A process that died while it put its files in their places has left a list of them and no summary. */
    @Test
    void aFolderThatWasLeftInTheMiddleIsCleared(@TempDir Path directory) throws IOException {
        assertEquals(ExitCode.DONE, execute("run", "spontaneous-emission", "-n", "64", "-o", directory.toString()), err.toString());
        Files.writeString(directory.resolve(".unravel-replaced"), "jumps.vacuum.emission.csv\nheat.counted.vacuum.csv\ncurves.csv\nmoments.csv\nwork.csv\nwaiting-times.csv\nheat.counted.csv\nconvergence.csv\ncitations.bib\nreport.html\n"
                + "model.yaml\nmodel.source.yaml\nsummary.json\n../escape.csv\n");
        Files.delete(directory.resolve("summary.json"));
        for (int i = 0; i < 2; i++) {
            assertEquals(ExitCode.DONE, execute("run", "thermal-oscillator", "-n", "64", "-o", directory.toString()), err.toString());
            assertFalse(Files.exists(directory.resolve("jumps.vacuum.emission.csv")));
            assertFalse(Files.exists(directory.resolve(".unravel-replaced")));
        }
    }

    @Test
    void tablesOfOtherCommandsReplaceTheirOwnOnly(@TempDir Path directory) throws IOException {
        assertEquals(ExitCode.DONE, execute("steady", "thermal-qubit", "-o", directory.toString()), err.toString());
        assertEquals(ExitCode.DONE, execute("steady", "thermal-qubit", "-o", directory.toString()), err.toString());
        assertTrue(out.toString().contains("files: " + directory), out.toString());
        Path own = Files.writeString(directory.resolve("scgf.csv"), "mine");
        assertEquals(ExitCode.WRONG_INPUT, execute("steady", "thermal-qubit", "-o", directory.toString()));
        assertEquals("mine", Files.readString(own));
    }

    @Test
    void whatCannotBeShownIsAFailure() {
        java.io.Writer full = new java.io.Writer() {
            @Override
            public void write(char[] text, int from, int count) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {
                // nothing is kept back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        assertEquals(ExitCode.RUN_FAILED, Unravel.execute(new String[] {"models"}, new PrintWriter(full), new PrintWriter(err), ProgressDisplay::none));
        assertTrue(err.toString().contains("standard output cannot be written"), err.toString());
    }

    @Test
    void anOptionThatACommandHasNotIsNotOffered() {
        assertRefused("unknown option '--ntraj'; see --help", "explain", "m", "--ntraj", "5");
    }

    @Test
    void whatNoRunHasWrittenIsNotReplaced(@TempDir Path directory) throws IOException {
        Path own = Files.writeString(directory.resolve("work.csv"), "mine");
        assertEquals(ExitCode.WRONG_INPUT, execute("run", "thermal-qubit", "-n", "64", "-o", directory.toString()));
        assertTrue(err.toString().contains("found " + own + ", which no run has listed"), err.toString());
        assertEquals("mine", Files.readString(own));
    }

    @Test
    void aRunSaysWhichLargerOneItReplaces(@TempDir Path directory) {
        String folder = directory.resolve("a").toString();
        assertEquals(ExitCode.DONE, execute("run", "thermal-qubit", "-n", "200", "-o", folder), err.toString());
        assertFalse(out.toString().contains("will replace"), out.toString());
        execute("run", "thermal-qubit", "-n", "200", "-o", folder);
        assertFalse(out.toString().contains("will replace"), out.toString());
        execute("run", "thermal-qubit", "-n", "100", "-o", folder);
        assertTrue(out.toString().contains("will replace the run of 200 trajectories of thermal-qubit in " + folder), out.toString());
        out.getBuffer().setLength(0);
        execute("run", "spontaneous-emission", "-n", "1000", "-o", folder);
        assertTrue(out.toString().contains("will replace the run of 100 trajectories of thermal-qubit in " + folder), out.toString());
    }

    /** A file that cannot be replaced, as on a disk that is full. */
    @Test
    void resultsThatCannotBeWrittenAreKeptElsewhere(@TempDir Path directory) throws IOException {
        Files.createDirectories(directory.resolve("curves.csv/x"));
        Files.writeString(directory.resolve("summary.json"), SUMMARY);
        assertEquals(ExitCode.RUN_FAILED, execute("run", "thermal-qubit", "-n", "64", "-o", directory.toString()));
        Matcher kept = Pattern.compile("cannot be written to .*; they are in (.*)").matcher(err.toString());
        assertTrue(kept.find(), err.toString());
        Path rescued = Path.of(kept.group(1).strip());
        List<Path> files;
        try (Stream<Path> all = Files.list(rescued)) {
            files = all.toList();
        }
        assertTrue(files.stream().map(f -> f.getFileName().toString()).toList().containsAll(List.of("summary.json", "curves.csv", "model.yaml")), err.toString());
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(rescued);
    }

    @Test
    void anEmptyNameOfAFolderIsRefused() {
        assertRefused("expected a folder for the results, found an empty name", "run", "thermal-qubit", "-o", "");
    }

    /** The exact side on its own thread or after the sampling: the same files. */
    @Test
    void threadsChangeNoCurve(@TempDir Path directory) throws IOException {
        for (String threads : new String[] {"1", "3"}) {
            assertEquals(ExitCode.DONE, execute("run", "thermal-qubit", "-n", "300", "--threads", threads, "-o",
                    directory.resolve(threads).toString()), err.toString());
        }
        assertEquals(-1, Files.mismatch(directory.resolve("1/curves.csv"), directory.resolve("3/curves.csv")));
    }

    @Test
    void helpIsACommandToo() {
        assertEquals(ExitCode.DONE, execute("help", "calibrate"), err.toString());
        assertTrue(out.toString().contains("--errors"), out.toString());
    }

    @Test
    void helpOnWhatIsNotKnownIsRefused() {
        assertRefused("expected a command: run, validate, explain, steady, models, compare, calibrate, sweep, reproduce or convert, found 'rum'", "help", "rum");
    }

    @Test
    void aCommandIsNeeded() {
        assertRefused("expected a command: run, validate, explain, steady, models, compare, calibrate, sweep, reproduce or convert; see unravel --help");
    }

    @Test
    void aMissingModelIsNamed() {
        assertRefused("Missing required parameter: 'MODEL'", "run");
    }

    @Test
    void aModelThatDoesNotShipIsTheUsersMistake() {
        assertEquals(ExitCode.WRONG_INPUT, execute("run", "no-such-model"));
        assertTrue(err.toString().startsWith("unravel: ") && err.toString().contains("no-such-model"), err.toString());
    }

    @Test
    void aModelFileThatIsNotThereWritesNothing(@TempDir Path directory) {
        assertEquals(ExitCode.WRONG_INPUT, execute("run", directory.resolve("absent.yaml").toString(), "-o", directory.resolve("o").toString()));
        assertTrue(err.toString().contains("absent.yaml"), err.toString());
        assertFalse(Files.exists(directory.resolve("o")));
    }

    /** p_e = n/(2n + 1) with n = 1/4 thermal quanta; every absorption is followed by an emission, so currents vanish but jumps go on. */
    @Test
    void steadyShowsTheLongTimeLimitAndWritesGeneratingFunctions(@TempDir Path directory) throws IOException {
        assertEquals(ExitCode.DONE, execute("steady", "thermal-qubit", "-o", directory.resolve("s").toString()), err.toString());
        String table = out.toString();
        assertTrue(table.contains("excited       0.166667"), table);
        assertTrue(table.contains("symmetry of Gallavotti and Cohen: holds"), table);
        List<String> lines = Files.readAllLines(directory.resolve("s/scgf.csv"));
        assertEquals("quantity,field,scgf", lines.get(0));
        assertTrue(lines.stream().anyMatch(l -> l.startsWith("jumps.environment.emission,-2.0,")), lines.toString());
    }

    /** The generator of this chain is defective: an algorithm that asks for all of its eigenvalues does not converge. */
    @Test
    void steadyWritesWhatPlainSteadyShows(@TempDir Path directory) throws IOException {
        String model = Files.writeString(directory.resolve("chain.yaml"), """
                unravel: 1
                name: chain
                space: {s: "qubit[3]"}
                hamiltonian: sum(k, 1, 2, sp(s[k])*sm(s[k+1]) + sm(s[k])*sp(s[k+1]))
                energy: sum(k, 1, 3, sz(s[k]))/2
                baths:
                  source: {channels: {inn: {operator: "sp(s[1])", rate: 2, heat: 1}}}
                  sink: {channels: {out: {operator: "sm(s[3])", rate: 2, heat: -1}}}
                initial: {s: g}
                time: {end: 10, points: 2}
                """).toString();
        assertEquals(ExitCode.DONE, execute("steady", model));
        String plain = out.toString();
        out.getBuffer().setLength(0);
        assertEquals(ExitCode.DONE, execute("steady", model, "-o", directory.resolve("s").toString()), err.toString());
        assertEquals(plain + "files: " + directory.resolve("s") + System.lineSeparator(), out.toString());
        assertTrue(plain.contains("heat.counted.source  0.5      0.0625"), plain);
        assertEquals(1 + 5 * 81, Files.readAllLines(directory.resolve("s/scgf.csv")).size());
    }

    /** What depends on time is named; all else is shown and written. */
    @Test
    void steadyNamesWhatIsNotKnown(@TempDir Path directory) throws IOException {
        String model = Files.writeString(directory.resolve("varying.yaml"), """
                unravel: 1
                name: varying
                space: {q: qubit}
                hamiltonian: "0.5*sx"
                baths:
                  b: {channels: {emission: {operator: sm, rate: 1, heat: "-1 - 0.1*sin(t)"}}}
                initial: {q: g}
                time: {end: 10, points: 2}
                observables: {turning: cos(t)*sx}
                """).toString();
        assertEquals(ExitCode.DONE, execute("steady", model, "-o", directory.resolve("s").toString()), err.toString());
        String table = out.toString();
        assertTrue(table.contains("turning: not known in the long-time limit, its operator depends on time"), table);
        assertTrue(table.contains("heat.counted.b: not known, quanta must be constant"), table);
        assertTrue(table.contains("generating function of heat.counted: not known, quanta must be constant for the long-time limit of heat.counted"), table);
        assertTrue(table.contains("jumps.b.emission  0.333333"), table);
        assertEquals(1 + 81, Files.readAllLines(directory.resolve("s/scgf.csv")).size());
    }

    /** A qubit in the lab frame of its drive, along a direction of its heats. */
    @Test
    void steadyShowsAveragesOverAPeriodAndADirection(@TempDir Path directory) throws IOException {
        String model = Files.writeString(directory.resolve("lab.yaml"), """
                unravel: 1
                name: lab
                space: {q: qubit}
                hamiltonian: sz/2 + 0.4*(exp(i*t)*sm + exp(-i*t)*sp)
                energy: sz/2
                baths:
                  hot: {beta: 1, channels: {down: {operator: sm, rate: 1, heat: -1}, up: {operator: sp, rate: exp(-1), heat: 1}}}
                  cold: {temperature: 0, channels: {down: {operator: sm, rate: 1, heat: -1}}}
                initial: {q: g}
                time: {end: 10, points: 2}
                period: 2*pi
                observables: {excited: proj(e)}
                """).toString();
        assertEquals(ExitCode.DONE, execute("steady", model, "--field", "hot=1,cold=2", "--range", "-1:1:5", "-o", directory.resolve("s").toString()), err.toString());
        String table = out.toString();
        assertTrue(table.contains("average over a period of 6.28319  mean"), table);
        assertTrue(table.contains("heat.hot "), table);
        assertTrue(table.contains("heat.counted.hot|heat.counted.cold  "), table);
        assertTrue(table.contains("  hot=1,cold=2  -1    "), table);
        List<String> lines = Files.readAllLines(directory.resolve("s/scgf.csv"));
        assertEquals(6, lines.size());
        assertEquals("\"hot=1,cold=2\",0.0,0.0", lines.get(3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--field | hat=1 | expected baths of the model in --field, hot or cold, found 'hat'",
        "--field | hot | expected a number in --field, found ''",
        "--field | hot=1,hot=2 | expected each bath once in --field, found 'hot' twice",
        "--field | hot=1, | expected baths of the model in --field, hot or cold, found ''",
        "--field | hot=inf | expected a number in --field, found 'inf'",
        "--range | 0:1:2 | expected --field beside --range, found --range alone",
    })
    void malformedDirectionsAreRefused(String option, String value, String message) {
        assertRefused(message, "steady", "heat-exchange", option, value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1:0:5", "0:1:1", "0:1:2.5", "0:1:1e9", "0:1"})
    void malformedRangesAreRefused(String range) {
        assertEquals(ExitCode.WRONG_INPUT, execute("steady", "heat-exchange", "--field", "beta", "--range", range));
        assertTrue(err.toString().contains("in --range, found '" + range + "'") || err.toString().contains("--range FROM:TO:COUNT, found"), err.toString());
    }

    @Test
    void steadyRefusesADriveThatDependsOnTime() {
        assertRefused("the Hamiltonian, jump operators and rates must not depend on time for the long-time limit of model lab-frame-qubit,"
                + " but the hamiltonian does: go to a rotating frame in which it does not, or say with `period` after which time it repeats",
                "steady", "lab-frame-qubit");
    }

    @Test
    void helpAndVersionSucceed() {
        assertEquals(ExitCode.DONE, execute("--version"));
        assertTrue(out.toString().startsWith("unravel "));
        assertEquals(ExitCode.DONE, execute("run", "--help"));
        assertTrue(out.toString().contains("MODEL"));
        assertEquals("", err.toString());
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("taken"), "");
        InputException e = assertThrows(InputException.class, () -> OutputDirectory.open(file, Set.of()));
        assertTrue(e.getMessage().contains("taken"), e.getMessage());
    }

    @Test
    void theCommandIsKeptAsAShellWouldTakeIt() {
        Console console = new Console(new PrintWriter(out), ProgressDisplay::none, new String[] {"run", "a b.yaml", "-p", "x=it's"});
        assertEquals("unravel run 'a b.yaml' -p 'x=it'\\''s'", console.command());
    }

    @Test
    void unforeseenFailuresShowNoClassNames() {
        assertEquals("an internal error; UNRAVEL_DEBUG=1 shows where", org.unravel.run.FailureText.of(new NullPointerException("org.unravel.X")));
        assertEquals("disk full", org.unravel.run.FailureText.of(new UncheckedIOException(new IOException("disk full"))));
        assertEquals("norm grew", org.unravel.run.FailureText.of(new IllegalStateException("norm grew")));
    }
}
