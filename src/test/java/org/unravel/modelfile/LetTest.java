package org.unravel.modelfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unravel.model.Model;

/** Names of {@code let} against the same model written out, and every way to get one wrong. */
class LetTest {

    private static final String NAMED = """
            unravel: 1
            name: named
            parameters: {w: 1.3, g: 0.2}
            space: {q: qubit, c: boson(4)}
            exact-levels: [c]
            let:
              pulse: exp(-(t - 2)^2)
              n_th: nbar(w, 2)
              bare: w/2*sz(q) + w*num(c)
              swap: sp(q)*a(c) + dag(sp(q)*a(c))
              drive: g*pulse*swap
              long: 3 + n_th
            hamiltonian: bare + drive
            energy: bare
            baths:
              air:
                beta: 2
                channels:
                  down: {each: k = 1..2, operator: sm(q), rate: k*g*(1 + n_th)*pulse, heat: -w}
                  up: {operator: sp(q), rate: g*n_th, heat: w}
            initial: {q: thermal(n_th), c: "level(0) + n_th*level(1)"}
            time: {end: long, points: 5}
            observables: {drive: drive, x: "sum(k, 2, 1, swap)"}
            """;

    private static final String WRITTEN = """
            unravel: 1
            name: named
            parameters: {w: 1.3, g: 0.2}
            space: {q: qubit, c: boson(4)}
            exact-levels: [c]
            hamiltonian: (w/2*sz(q) + w*num(c)) + (g*(exp(-(t - 2)^2))*(sp(q)*a(c) + dag(sp(q)*a(c))))
            energy: w/2*sz(q) + w*num(c)
            baths:
              air:
                beta: 2
                channels:
                  down: {each: k = 1..2, operator: sm(q), rate: "k*g*(1 + nbar(w, 2))*(exp(-(t - 2)^2))", heat: -w}
                  up: {operator: sp(q), rate: "g*nbar(w, 2)", heat: w}
            initial: {q: "thermal(nbar(w, 2))", c: "level(0) + nbar(w, 2)*level(1)"}
            time: {end: "3 + nbar(w, 2)", points: 5}
            observables: {drive: g*(exp(-(t - 2)^2))*(sp(q)*a(c) + dag(sp(q)*a(c))), x: "sum(k, 2, 1, sz(q))"}
            """;

    @TempDir
    private Path folder;

    /** The same functions of time by their form, the same matrices and the same kets, to the last bit. */
    @Test
    void meansWhatItSaysWrittenOut() {
        Model named = ModelReader.readText(NAMED, Map.of());
        Model written = ModelReader.readText(WRITTEN, Map.of());
        assertEquals(written.hamiltonian().terms(), named.hamiltonian().terms());
        assertEquals(written.energy().terms(), named.energy().terms());
        assertEquals(written.time(), named.time());
        assertEquals(3, named.channels().size());
        for (int k = 0; k < 3; k++) {
            assertEquals(written.channels().get(k).rate(), named.channels().get(k).rate());
            assertEquals(written.channels().get(k).heat(), named.channels().get(k).heat());
            assertEquals(written.channels().get(k).operator().terms(), named.channels().get(k).operator().terms());
        }
        for (int c = 0; c < written.initial().components().size(); c++) {
            assertEquals(written.initial().components().get(c).probability(), named.initial().components().get(c).probability());
            org.junit.jupiter.api.Assertions.assertArrayEquals(written.initial().components().get(c).re(), named.initial().components().get(c).re());
        }
        assertEquals(written.observables().get(0).operator().terms(), named.observables().get(0).operator().terms());
        assertTrue(named.observables().get(1).operator().isZero());
        assertEquals(written.caveats().toString(), named.caveats().toString());
    }

    /** Quanta that are left out, and digits that are lost, are looked for in the summands of H. */
    @Test
    void isTakenApartLikeWhatItStandsFor() {
        Scope space = ExpressionProbe.scope(Map.of("w", 1.3), ExpressionProbe.space(ExpressionProbe.qubit("q"), ExpressionProbe.qubit("p")));
        YamlNode.Mapping let = YamlDocument.parse("let.yaml", "two: sz(p) + sum(k, 1, 3, k*sx(q))\nall: w*two - sy(q)\n");
        var named = Expression.parse(new Source("model.yaml", "hamiltonian", "2*all - sm(q)*sm(p)", 1, 1)).summands(LetReader.read(space, let));
        var written = Expression.parse(new Source("model.yaml", "hamiltonian", "2*(w*(sz(p) + sum(k, 1, 3, k*sx(q))) - sy(q)) - sm(q)*sm(p)", 1, 1)).summands(space);
        assertEquals(6, named.size());
        for (int k = 0; k < 6; k++) {
            assertEquals(written.get(k).at(0), named.get(k).at(0));
        }
    }

    /** A coupling, and the part of H that belongs to it, named and written out: the same channels of the local and of the global equation. */
    @Test
    void namesStandInACouplingAndInTheHamiltonianOfTheLocalEquation() {
        String file = """
                unravel: 1
                name: pair
                parameters: {w: 1.3, g: 0.2}
                space: {a: qubit, b: qubit}
                %s
                hamiltonian: %s
                baths: {hot: {beta: 2, coupling: "%s", spectrum: "ohmic(%s, 10)", equation: %s}}
                initial: ground
                time: {end: 3, points: 5}
                """;
        for (String equation : new String[] {"local", "global"}) {
            Model named = ModelReader.readText(file.formatted("let: {eta: g/10, bare: w/2*sz(a) + 0.6*sz(b), swap: sp(a)*sm(b) + sm(a)*sp(b), both: bare + g*swap, x: 2*sx(a)}", "both", "x", "eta", equation), Map.of());
            Model written = ModelReader.readText(file.formatted("", "w/2*sz(a) + 0.6*sz(b) + g*(sp(a)*sm(b) + sm(a)*sp(b))", "2*sx(a)", "g/10", equation), Map.of());
            assertEquals(equation.equals("local") ? 2 : 4, named.channels().size());
            for (int k = 0; k < named.channels().size(); k++) {
                assertEquals(written.channels().get(k).rate(), named.channels().get(k).rate());
                assertEquals(written.channels().get(k).heat(), named.channels().get(k).heat());
                assertEquals(written.channels().get(k).operator().terms(), named.channels().get(k).operator().terms());
            }
        }
    }

    /** On a longer ladder, and for one subsystem alone, an operator of let is that of the space at hand. */
    @Test
    void followsTheSpace() throws Exception {
        Path file = folder.resolve("named.yaml");
        Files.writeString(file, NAMED);
        Model longer = ModelReader.read(file.toString(), Map.of(), Map.of("c", 7));
        assertEquals(14, longer.dimension());
        assertEquals(14, longer.observables().get(0).operator().dimension());
    }

    @Test
    void normalFormKeepsIt() throws Exception {
        Path file = folder.resolve("named.yaml");
        Files.writeString(file, NAMED);
        ModelFile first = ModelReader.open(file.toString(), Map.of("g", "0.4"));
        Path again = folder.resolve("again.yaml");
        Files.writeString(again, first.normalForm());
        ModelFile second = ModelReader.open(again.toString(), Map.of());
        assertEquals(first.normalForm(), second.normalForm());
        assertEquals(first.model().hamiltonian().terms(), second.model().hamiltonian().terms());
        assertTrue(first.normalForm().contains("let:\n  pulse: exp(-(t - 2)^2)\n"), first.normalForm());
    }

    @Test
    void aProgramMayNameToo() {
        Model built = ModelBuilder.named("built").subsystem("q", "qubit").let("x", "sx(q)").let("h", "0.5*x + sz(q)").let("r", "table(t, [0, 2], [1, 3])")
                .hamiltonian("h").bath("b").channel("down", "sm(q)", "r", "-1").initial("q", "e").time(0, 2, 3).build();
        Model plain = ModelBuilder.named("built").subsystem("q", "qubit").hamiltonian("0.5*sx(q) + sz(q)").bath("b").channel("down", "sm(q)", "1 + t", "-1")
                .initial("q", "e").time(0, 2, 3).build();
        assertEquals(plain.hamiltonian().terms(), built.hamiltonian().terms());
        assertEquals(plain.channels().get(0).rate().at(0.75).re(), built.channels().get(0).rate().at(0.75).re(), 1e-15);
    }

    /** A chain in which each name stands twice in the next: 2^40 terms where it were written out. */
    @Test
    void isWorkedOutOnce() {
        StringBuilder let = new StringBuilder("  x0: sz(q)\n");
        for (int k = 1; k <= 40; k++) {
            let.append("  x").append(k).append(": (x").append(k - 1).append(" + x").append(k - 1).append(")/2\n");
        }
        Model model = ModelReader.readText("unravel: 1\nname: chain\nspace: {q: qubit}\nlet:\n" + let + "hamiltonian: x40\ninitial: {q: x}\ntime: {end: 1, points: 2}\n"
                .replace("{q: x}", "{q: e}"), Map.of());
        assertEquals(1, model.hamiltonian().at(0).re(0, 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "x: y; y: 1 | expressions of let use earlier ones, found 'y', which is this one itself or comes later, in 'y' (model, line 6, column 6)",
        "x: x + 1 | expressions of let use earlier ones, found 'x', which is this one itself or comes later",
        "x: z | unknown name 'z' in 'z'",
        "w: 2 | 'w' is a parameter and cannot be defined by let (model, line 6, column 3)",
        "q: 2 | 'q' is a subsystem and cannot be defined by let",
        "s: 2 | 's' is a subsystem and cannot be defined by let",
        "sin: 2 | 'sin' has a meaning of its own and cannot be defined by let",
        "max: 2 | 'max' has a meaning of its own and cannot be defined by let",
        "sz: 2 | 'sz' has a meaning of its own and cannot be defined by let",
        "x: 1; x: 2 | key 'let.x' is repeated, first on line 6",
        "x-y: 1 | expected a name of letters, digits and _ that starts with a letter, at most 100 long, as name of the let, found 'x-y'",
        "x: ket(e, e) | 'ket' can be used in initial only",
        "x: log(0) | expected a finite value",
        "x: sz(q) + 1 | a number is not an operator: write 1*id",
        "x: k*2 | unknown name 'k'",
        "x:  | key 'let.x' has no value",
        "x: [1, 2] | expected text for 'let.x', found a list",
        "y: 1; z: y(2) | 'y' is defined by let and no function: write y*(...) in 'y(2)'",
    })
    void aWrongOneIsRefused(String let, String expected) {
        String text = "unravel: 1\nname: wrong\nparameters: {w: 1}\nspace: {q: qubit, s: \"qubit[2]\"}\nlet:\n  " + let.replace("; ", "\n  ")
                + "\nhamiltonian: sz(q)\ninitial: {q: e, s: g}\ntime: {end: 1, points: 2}\nobservables: {n: \"sum(k, 1, 2, k*sz(q))\"}\n";
        String message = assertThrows(ModelFileException.class, () -> ModelReader.readText(text, Map.of())).getMessage();
        assertTrue(message.startsWith(expected), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "time: {end: pulse, points: 5} | expected a constant, found 'pulse', which depends on t, in 'pulse' (model, line 22, column 13)",
        "initial: {q: density(swap), c: 0} | 'swap' of let means nothing here: unknown subsystem 'c'",
        "hamiltonian: bar | unknown name 'bar' in 'bar': did you mean 'bare'?",
        "hamiltonian: n_th | a number is not an operator: write n_th*id (model, line 13, column 14)",
    })
    void wrongUse(String line, String expected) {
        String key = line.substring(0, line.indexOf(':'));
        String text = NAMED.replaceAll("(?m)^" + key + ": .*$", java.util.regex.Matcher.quoteReplacement(line));
        String message = assertThrows(ModelFileException.class, () -> ModelReader.readText(text, Map.of())).getMessage();
        assertTrue(message.startsWith(expected), message);
    }

    @Test
    void theCommandLineChangesParametersOnly() {
        String message = assertThrows(ModelFileException.class, () -> ModelReader.readText(NAMED, Map.of("long", "4"))).getMessage();
        assertTrue(message.startsWith("unknown parameter 'long': it is defined by let, and -p changes parameters"), message);
    }
}
