package org.unravel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unravel.reproduction.Catalogue;

/** {@code unravel reproduce} and {@code unravel sweep}: files, columns, last lines, exit codes, and what is refused. */
class ReproduceCommandTest {

    private static final String ENTRY = "dissipation-power-multilevel-collective";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... arguments) {
        return Unravel.execute(arguments, new PrintWriter(out, true), new PrintWriter(err, true), ProgressDisplay::none);
    }

    private String lastLine() {
        List<String> lines = out.toString().lines().toList();
        return lines.get(lines.size() - 1);
    }

    private void assertRefused(String part, String... arguments) {
        assertEquals(ExitCode.WRONG_INPUT, execute(arguments));
        assertEquals("", out.toString());
        assertTrue(err.toString().contains(part), err.toString());
        assertEquals(1, err.toString().lines().count());
    }

    @Test
    void listHasEveryEntryWithItsText() {
        assertEquals(ExitCode.DONE, execute("reproduce", "--list"));
        assertTrue(out.toString().lines().anyMatch(l -> l.startsWith("floquet-A-thermal ") && l.contains("Figs. 2 and 4")));
        assertTrue(out.toString().lines().anyMatch(l -> l.startsWith("floquet-scgf-C ") && l.endsWith("; no table is shipped")));
    }

    @Test
    void anEntryLeavesItsFiles() throws IOException {
        assertEquals(ExitCode.DONE, execute("reproduce", ENTRY, "-n", "300", "--seed", "3", "-o", folder.toString()));
        assertEquals("reproduce: 1 passed, 0 failed, 0 not made", lastLine());
        List<String> table = Files.readAllLines(folder.resolve("reproduce.csv"));
        assertEquals("entry,curve,kind,rows,skipped,scale,deviation,tolerance,z,p,verdict,reference,remark", table.get(0));
        assertTrue(table.get(1).startsWith(ENTRY + ",P_1,exact,201,0,0.5,"), table.get(1));
        List<String> curves = Files.readAllLines(folder.resolve(ENTRY).resolve("curves.csv"));
        assertTrue(curves.get(0).startsWith("omega_t,P_1,P_1.mean,P_1.se,P_2,"), curves.get(0));
        assertEquals(202, curves.size());
        List<String> signs = Files.readAllLines(folder.resolve(ENTRY).resolve("signs.csv"));
        assertEquals("column,sign,unit,definition", signs.get(0));
        assertTrue(signs.stream().anyMatch(l -> l.startsWith("R_def,positive out of the system,")), signs.toString());
        assertTrue(Files.readString(folder.resolve(ENTRY).resolve("model.yaml")).contains("name: collective-jump"));
        assertTrue(Files.readString(folder.resolve(ENTRY).resolve("figure-power.svg")).contains("<svg"));
        assertEquals("identity,row,column,left.re,left.im,right.re,right.im", Files.readAllLines(folder.resolve(ENTRY).resolve("identities.csv")).get(0));
        // the same once more: its own files may be replaced
        assertEquals(ExitCode.DONE, execute("reproduce", ENTRY, "-n", "300", "--seed", "3", "-o", folder.toString()));
        assertEquals(table, Files.readAllLines(folder.resolve("reproduce.csv")));
    }

    @Test
    void anInternalEntryHasNoModelAndOneWithoutATableIsNotMade() throws IOException {
        assertEquals(ExitCode.DONE, execute("reproduce", "floquet-scgf-C", "-n", "10", "-o", folder.toString()));
        assertEquals("reproduce: 0 passed, 0 failed, 1 not made", lastLine());
        assertFalse(Files.exists(folder.resolve("floquet-scgf-C/model.yaml")));
        assertEquals("floquet-scgf-C,,,201,,,,,,,not-made,,", Files.readAllLines(folder.resolve("reproduce.csv")).get(1));
    }

    /** Two entries one after the other, and the first once more with another seed: the table has both, each as it was made last, in the order of the catalogue. */
    @Test
    void rowsOfOtherEntriesStay() throws IOException {
        assertEquals(ExitCode.DONE, execute("reproduce", "first-law-quasistatic-qubit", "-n", "10", "-o", folder.toString()));
        List<String> alone = Files.readAllLines(folder.resolve("reproduce.csv"));
        assertEquals(ExitCode.DONE, execute("reproduce", ENTRY, "-n", "300", "--seed", "3", "-o", folder.toString()));
        List<String> both = Files.readAllLines(folder.resolve("reproduce.csv"));
        assertTrue(both.get(1).startsWith(ENTRY + ","), both.get(1));
        assertEquals(alone.subList(1, alone.size()), both.subList(both.size() - alone.size() + 1, both.size()));
        assertEquals(ExitCode.DONE, execute("reproduce", ENTRY, "-n", "300", "--seed", "4", "-o", folder.toString()));
        List<String> again = Files.readAllLines(folder.resolve("reproduce.csv"));
        assertEquals(both.size(), again.size());
        assertNotEquals(both, again, "sampled with another seed");
        assertTrue(again.containsAll(alone));
        assertTrue(Files.exists(folder.resolve("first-law-quasistatic-qubit/curves.csv")));
    }

    /** Of an entry that this version does not know, as an older or a newer one may have left. */
    @Test
    void rowsOfUnknownEntriesStay() throws IOException {
        String unknown = "an-entry-of-another-version,x,exact,2,0,1.0,0.0,1.0E-8,,,passed,a.csv,\"one, two\"";
        Files.write(folder.resolve("reproduce.csv"), List.of("entry,curve,kind,rows,skipped,scale,deviation,tolerance,z,p,verdict,reference,remark", unknown));
        assertEquals(ExitCode.DONE, execute("reproduce", "first-law-quasistatic-qubit", "-n", "10", "-o", folder.toString()));
        List<String> rows = Files.readAllLines(folder.resolve("reproduce.csv"));
        assertEquals(unknown, rows.get(rows.size() - 1));
    }

    @Test
    void oneEntryShowsBothSidesOfItsIdentities() {
        assertEquals(ExitCode.DONE, execute("reproduce", "first-law-quasistatic-qubit", "-n", "10", "-o", folder.toString()));
        assertTrue(out.toString().lines().anyMatch(l -> l.startsWith("  W = change of F: -0.445611 = -0.445611, residual ")), out.toString());
    }

    /** Ends itself as by Ctrl-C when the second entry begins: what the first has come to is written and said. */
    static final class EndsItself {

        private EndsItself() {
        }

        /** Runs the program. */
        public static void main(String[] arguments) {
            PrintWriter out = new PrintWriter(System.out, true);
            Thread end = new Thread(() -> System.exit(130));
            System.exit(Unravel.execute(arguments, out, out, task -> {
                if (task.startsWith("entry ") && task.contains("(2 of ")) {
                    end.start();
                    try {
                        // nothing more is computed until the process is gone: the hook has all the time it wants
                        Thread.sleep(Long.MAX_VALUE);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
                return ProgressDisplay.none(task);
            }));
        }
    }

    @Test
    void anEndedProcessSaysWhatIsWritten() throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Path made = folder.resolve("made");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"), EndsItself.class.getName(),
                "reproduce", "all", "-n", "10", "-o", made.toString()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertEquals(130, process.waitFor(), () -> log.toString());
        String said = Files.readString(log);
        assertTrue(said.contains("interrupted: 1 of " + Catalogue.entries().size() + " entries is finished and written: " + made), said);
        String first = Catalogue.entries().get(0).name();
        List<String> rows = Files.readAllLines(made.resolve("reproduce.csv"));
        assertTrue(rows.stream().skip(1).allMatch(r -> r.startsWith(first + ",")), rows.toString());
        assertTrue(Files.readString(made.resolve(first).resolve("figure-power.svg")).endsWith("</svg>"));
        try (Stream<Path> files = Files.list(made)) {
            assertEquals(Set.of(first, "reproduce.csv"), files.map(f -> f.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    @Test
    void unknownAndMissingNamesAreRefused() {
        assertRefused("found 'floquet-Z'; see unravel reproduce --list", "reproduce", "floquet-Z", "-o", folder.toString());
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        assertRefused("expected the name of an entry or all, found nothing", "reproduce");
    }

    @ParameterizedTest
    @CsvSource({"floquet_A_thermal, floquet-A-thermal", "floquet_A_thermal.csv, floquet-A-thermal", "floquet-A-therml, floquet-A-thermal", "First-Law-Frame, first-law-frame"})
    void theEntryThatIsMeantIsNamed(String wrong, String meant) {
        assertRefused("found '" + wrong + "'; did you mean " + meant + "?; see unravel reproduce --list", "reproduce", wrong, "-o", folder.toString());
    }

    @Test
    void aNameBesideTheListIsRefused() {
        assertRefused("expected nothing more beside --list, found 'floquet-A-thermal'", "reproduce", "--list", "floquet-A-thermal");
    }

    @Test
    void aFolderThatIsAFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        assertRefused("expected a folder for the results, found a file", "reproduce", ENTRY, "-o", file.toString());
    }

    @Test
    void filesOfOthersAreNotReplaced() throws IOException {
        Path mine = Files.createDirectories(folder.resolve(ENTRY)).resolve("curves.csv");
        Files.writeString(mine, "mine");
        assertRefused("which it would replace", "reproduce", ENTRY, "-o", folder.toString());
        assertEquals("mine", Files.readString(mine));
        assertFalse(Files.exists(folder.resolve("reproduce.csv")));
    }

    @Test
    void aSweepHasEveryQuantityAtEveryPoint() throws IOException {
        assertEquals(ExitCode.DONE, execute("sweep", "thermal-qubit", "-p", "Gamma=0.05:0.1:2", "-p", "n=0.25:4:3:log", "-n", "200", "-o", folder.toString()));
        List<String> rows = Files.readAllLines(folder.resolve("sweep.csv"));
        assertEquals(7, rows.size());
        assertTrue(rows.get(0).startsWith("Gamma,n,energy,energy.se,energy.exact,"), rows.get(0));
        assertTrue(rows.get(0).contains(",heat.drift,heat.drift.se,heat.drift.exact"), rows.get(0));
        assertTrue(rows.get(2).startsWith("0.05,1.0"), rows.get(2));
        assertTrue(Files.readString(folder.resolve("sweep.svg")).contains("<svg"));
    }

    /** The excited population n/(1 + 2n), by a run that starts in the steady state. */
    @Test
    void aSweepOfSteadyStates() throws IOException {
        assertEquals(ExitCode.DONE, execute("sweep", "thermal-qubit", "-p", "n=0.25:1:2", "--at", "steady", "-n", "2000", "-o", folder.toString()));
        assertTrue(Files.readString(folder.resolve("sweep.svg")).contains("<svg"));
        List<String> rows = Files.readAllLines(folder.resolve("sweep.csv"));
        int column = List.of(rows.get(0).split(",")).indexOf("excited");
        for (int i = 1; i <= 2; i++) {
            String[] cells = rows.get(i).split(",", -1);
            double n = Double.parseDouble(cells[0]);
            assertEquals(n / (1 + 2 * n), Double.parseDouble(cells[column + 2]), 1e-12);
            assertEquals(n / (1 + 2 * n), Double.parseDouble(cells[column]), 5 * Double.parseDouble(cells[column + 1]), "five standard errors: once in two million");
        }
    }

    /** In the rotating-wave approximation absorbed power is ω_d Γ [(1 + 2n) P_e − n], with P_e = Ω²/(Γ² + 2Ω²) on resonance; sampled over a period from the state that repeats. */
    @Test
    void aSweepOfPeriodAverages() throws IOException {
        Path model = Files.writeString(folder.resolve("driven.yaml"), """
                unravel: 1
                name: driven
                parameters: {Omega: 0.2, Gamma: 0.05}
                space: {q: qubit}
                hamiltonian: sz(q)/2 + Omega/2*(exp(-i*t)*sp(q) + exp(i*t)*sm(q))
                period: 2*pi
                baths: {environment: {channels: {emission: {operator: sm(q), rate: Gamma, heat: -1}}}}
                initial: {q: g}
                time: {end: 1, points: 2}
                """);
        Path made = folder.resolve("made");
        assertEquals(ExitCode.DONE, execute("sweep", model.toString(), "-p", "Omega=0.1:0.2:2", "--at", "period", "-n", "2000", "-o", made.toString()));
        List<String> rows = Files.readAllLines(made.resolve("sweep.csv"));
        int column = List.of(rows.get(0).split(",")).indexOf("work");
        for (int i = 1; i <= 2; i++) {
            String[] cells = rows.get(i).split(",", -1);
            double omega = Double.parseDouble(cells[0]);
            double power = 0.05 * omega * omega / (0.0025 + 2 * omega * omega);
            assertEquals(power, Double.parseDouble(cells[column + 2]), 1e-9);
            assertEquals(power, Double.parseDouble(cells[column]), 5 * Double.parseDouble(cells[column + 1]), "five standard errors: once in two million");
        }
        assertTrue(Files.readString(made.resolve("sweep.svg")).contains("<svg"));
    }

    @Test
    void whatCannotBeSweptIsRefused() {
        for (String range : List.of("n=1:1:3", "n=0:1:3:log", "n=0:1:1", "n=0:1:2.5", "n=0:1", "n=a:1:3", "n=0:1:3:lin", "n=0:inf:3")) {
            out.getBuffer().setLength(0);
            err.getBuffer().setLength(0);
            assertRefused("expected -p n=from:to:count[:log]", "sweep", "thermal-qubit", "-p", range, "-o", folder.toString());
        }
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        assertRefused("expected a range", "sweep", "thermal-qubit", "-p", "n=1", "-o", folder.toString());
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        assertRefused("expected a model with a period", "sweep", "lab-frame-qubit", "-p", "Omega=0.1:0.2:2", "--at", "period", "-o", folder.toString());
        assertFalse(Files.exists(folder.resolve("sweep.csv")));
    }
}
