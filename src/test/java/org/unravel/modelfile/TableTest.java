package org.unravel.modelfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unravel.model.Model;
import org.unravel.model.TimeFunction;

/** Tables: from lists, from files, written out, and refused with a place. */
class TableTest {

    private static final String MODEL = """
            unravel: 1
            name: pulsed
            space: {q: qubit}
            hamiltonian: sz(q)/2 + %s*sx(q)
            initial: {q: g}
            time: {end: 4, points: 5}
            """;

    @TempDir
    private Path folder;

    private ModelFile model(String pulse) throws IOException {
        Path file = folder.resolve("pulsed.yaml");
        Files.writeString(file, MODEL.formatted(pulse));
        return ModelReader.open(file.toString(), Map.of());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static String message(ThrowingModel model) {
        String message = assertThrows(ModelFileException.class, model::read).getMessage();
        assertFalse(message.contains("\n"), message);
        return message;
    }

    private interface ThrowingModel {
        void read() throws IOException;
    }

    /** A triangle as a table, and by ramps. */
    @Test
    void isTheBrokenLineThroughItsPoints() {
        TimeFunction table = ExpressionProbe.function("table(t, [0, 1, 3, 4], [0, 2, 2, -1])");
        TimeFunction ramps = ExpressionProbe.function("2*ramp(t, 0, 1) - 3*ramp(t, 3, 4)");
        for (double t = 0.05; t < 4; t += 0.1) {
            // a few roundings of numbers up to 8
            assertEquals(ramps.at(t).re(), table.at(t).re(), 8 * 4 * 0x1p-53, "t = " + t);
            assertEquals(ramps.at(t).rateRe(), table.at(t).rateRe(), 8 * 4 * 0x1p-53, "t = " + t);
        }
        assertEquals(2, table.at(2).re());
        assertEquals(0, table.at(2).rateRe());
        assertEquals(2, table.at(1, 0.5).rateRe());
        assertEquals(0, table.at(1, 1.5).rateRe());
        assertEquals(ExpressionProbe.function("table(t, [0, 1], [0, 2])"), ExpressionProbe.function("table(t, [0, 2/2], [0, 2])"));
        assertNotEquals(ExpressionProbe.function("table(t, [0, 1], [0, 2])"), ExpressionProbe.function("table(t, [0, 1], [0, 3])"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "p.csv | time,pulse\\n0,0\\n1,2\\n4,0.5\\n", "p.csv | 0,0\\n1,2\\n4,0.5", "p.csv | \\uFEFFt;x\\r\\n0;0\\r\\n1;2\\r\\n4;0.5\\r\\n",
        "p.dat | # t x\\n\\n0 0\\n  1\\t2   # the top\\n4.0e0 .5\\n", "p.tsv | t\\tx\\n+0\\t-0\\n1\\t2\\n4\\t5E-1\\n", "p.txt | 0,\\t0\\n1 , 2\\n4 0.5"})
    void filesOfManyKinds(String name, String text) throws IOException {
        write(name, text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t").replace("\\uFEFF", "\uFEFF"));
        ModelFile fromFile = model("table(t, " + name + ")");
        ModelFile written = model("table(t, [0, 1, 4], [0, 2, 0.5])");
        assertEquals(written.normalForm(), fromFile.normalForm());
        assertEquals(written.trajectories(), fromFile.trajectories());
        assertEquals(written.model().hamiltonian().terms().get(1).coefficient(), fromFile.model().hamiltonian().terms().get(1).coefficient());
    }

    /** What a file says is part of the normal form, and with it of the identity of a run; where the file lies is not. */
    @Test
    void theContentIsWrittenOut() throws IOException {
        write("p.csv", "0,0\n1,2\n4,0.1\n");
        Files.createDirectory(folder.resolve("my data"));
        write("my data/q 1.csv", "0,0\n1,2\n4,0.1\n");
        ModelFile first = model("table(t, p.csv)");
        assertTrue(first.normalForm().contains("table(t, [0, 1, 4], [0, 2, 0.1])*sx(q)"), first.normalForm());
        assertTrue(first.text().contains("p.csv"));
        assertEquals(first.normalForm(), model("table(t, \"my data/q 1.csv\")").normalForm());
        write("p.csv", "0,0\n1,2\n4,0.2\n");
        assertNotEquals(first.trajectories(), model("table(t, p.csv)").trajectories());
        Model elsewhere = ModelReader.readText(first.normalForm(), Map.of());
        assertEquals(first.model().hamiltonian().at(2.5), elsewhere.hamiltonian().at(2.5));
    }

    /** As many points as there may be: more characters than an expression has. */
    @Test
    void aLongTableIsReadAgain() throws IOException {
        write("p.csv", IntStream.range(0, TablePoints.MOST).mapToObj(k -> 4.0 * k / (TablePoints.MOST - 1) + "," + Math.sin(0.1 * k)).collect(Collectors.joining("\n")));
        ModelFile first = model("table(t, p.csv)");
        assertTrue(first.normalForm().length() > 65536 * 4);
        Model again = ModelReader.readText(first.normalForm(), Map.of());
        assertEquals(first.model().hamiltonian().terms().get(1).coefficient(), again.hamiltonian().terms().get(1).coefficient());
        assertEquals(TablePoints.MOST, again.breakpoints().length);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "0,0\\n1,2\\n0.5,1\\n4,0 | expected times of a table that strictly increase, found 0.5 after 1.0 (.../p.csv, line 3, column 1)",
        "0,0\\n1,2\\n1,1\\n4,0 | expected times of a table that strictly increase, found 1.0 after 1.0 (.../p.csv, line 3, column 1)",
        "t,x\\n0,0\\n1,two\\n4,0 | expected a finite number, found 'two' (.../p.csv, line 3, column 3)",
        "0,0\\n1,nan\\n4,0 | expected a finite number, found 'nan' (.../p.csv, line 2, column 3)",
        "nan,0\\n1,1\\n4,0 | expected a finite number, found 'nan' (.../p.csv, line 1, column 1)",
        "0,0\\n1,1e999\\n4,0 | expected a finite number, found '1e999' (.../p.csv, line 2, column 3)",
        "0,0\\n1,\\n4,0 | expected a finite number, found '' (.../p.csv, line 2, column 3)",
        "0,0\\n\\n  1,2,3\\n4,0 | expected a time and a value, found 3 fields (.../p.csv, line 3, column 3)",
        "0,0;1,5\\n4,0;2,5 | expected a time and a value, found 4 fields: decimals have a point (.../p.csv, line 1, column 1)",
        "t,x\\ns,V\\n0,0\\n4,0 | expected a finite number, found 's' (.../p.csv, line 2, column 1)",
        "5\\n6 | expected a time and a value, found 1 field (.../p.csv, line 1, column 1)",
        "t,x\\n0,0 | expected at least 2 points of a table, found 1 (.../p.csv)",
        "# nothing | expected at least 2 points of a table, found 0 (.../p.csv)",
        "0,0\\n3,1 | expected times from 0 to 3 in table(t, ...), found t = 4: a table must hold for the whole run, add points to it (.../pulsed.yaml, line 4, column 14)",
        "1,0\\n4,1 | expected times from 1 to 4 in table(t, ...), found t = 0: a table must hold for the whole run, add points to it (.../pulsed.yaml, line 4, column 14)",
    })
    void aBadFileIsRefusedAtItsPlace(String text, String expected) throws IOException {
        write("p.csv", text.replace("\\n", "\n"));
        assertEquals(expected, message(() -> model("table(t, p.csv)")).replace(folder.toString(), "..."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "table(t, no.csv) | expected a file with a table beside the model file, found nothing of the name 'no.csv' (.../pulsed.yaml, line 4, column 33)",
        "table(t, pulse) | expected table(t, [times], [values]) or table(t, file.csv), found 'table(t, pulse)'; the name of a file ends in .csv, .tsv, .dat or .txt, or stands in quotes",
        "table() | expected table(t, [times], [values]), found no arguments in 'table()'",
        "table(t, [0, 4]) | expected table(t, [times], [values]) or table(t, file.csv), found",
        "table(t, [0, 4], [0]) | expected as many values as times of a table, found 1 for 2",
        "table(t, [0], [0]) | expected from 2 to 10000 times of a table, found 1",
        "table(t, [0, 2, 2, 4], [0, 1, 2, 3]) | expected times of a table that strictly increase, found 2.0 after 2.0 (.../pulsed.yaml, line 4, column 40)",
        "table(t, [0, 4], [0, i]) | expected a real number, found 0.0 + 1.0*i in 'i'",
        "table(t, [0, t], [0, 1]) | expected a constant, found 't'",
        "table(i*t, [0, 4], [0, 1]) | expected a real argument of table, found a complex one: 'i*t'; take re or im of it",
        "table(2*t, [0, 4], [0, 1]) | expected x from 0 to 4 in table(x, ...), found x = 8 at t = 4: a table must hold for the whole run, add points to it",
        "table(5, [0, 4], [0, 1]) | expected x from 0.0 to 4.0 in table(x, ...), found 5.0",
        "[1, 2] | a list belongs in table(t, [times], [values]) or is the whole of an initial state, found '[1, 2]'",
        "p.csv | a file belongs in table(t, file.csv) alone, found 'p.csv'",
        "max(t) | expected max(x, y), or more than two, found 1 argument in 'max(t)'",
        "min(t, i) | expected a real argument of min, found a complex one: 'i'; take re or im of it",
        "erf(i*t) | expected a real argument of erf, found a complex one: 'i*t'; take re or im of it",
        "erf(1, 2) | expected erf(x), found 2 arguments in 'erf(1, 2)'",
    })
    void aBadCallIsRefused(String call, String expected) {
        String message = message(() -> model(call)).replace(folder.toString(), "...");
        assertTrue(message.startsWith(expected), message);
    }

    @Test
    void whatIsNoFileIsRefused() throws IOException {
        Files.createDirectory(folder.resolve("d.csv"));
        assertTrue(message(() -> model("table(t, d.csv)")).startsWith("expected a table, found a directory"));
        Files.write(folder.resolve("p.csv"), new byte[] {(byte) 0xff, 1});
        assertTrue(message(() -> model("table(t, p.csv)")).startsWith("expected text in UTF-8, found other bytes"));
        write("p.csv", IntStream.rangeClosed(0, TablePoints.MOST).mapToObj(k -> k + ",0").collect(Collectors.joining("\n")));
        assertTrue(message(() -> model("table(t, p.csv)")).startsWith("expected at most 10000 points of a table, found more"));
        String twice = IntStream.rangeClosed(0, 9999).mapToObj(k -> 4.0 * k / 9999 + "," + Math.sin(k)).collect(Collectors.joining("\n"));
        write("p.csv", twice);
        String observables = IntStream.range(0, 12).mapToObj(k -> "  o" + k + ": table(t, p.csv)*sz(q)\n").collect(Collectors.joining("", "observables:\n", ""));
        Path file = folder.resolve("many.yaml");
        Files.writeString(file, MODEL.formatted("1") + observables);
        String message = message(() -> ModelReader.open(file.toString(), Map.of()));
        assertTrue(message.startsWith("expected a model of at most 4194304 bytes with the points of its tables written out, found "), message);
    }
}
