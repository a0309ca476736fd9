package org.unravel.modelfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unravel.model.Caveat;
import org.unravel.model.CutOffs;
import org.unravel.model.Model;
import org.unravel.model.StartLoss;

/** Which ladders are cut off, what that takes from the state at the start, and the same model with other numbers of levels. */
class CutOffReaderTest {

    /** Sums of a hundred populations. */
    private static final double ROUNDING = 1e-13;

    private static final String MODES = """
            unravel: 1
            name: modes
            parameters: {N: 4, w: 1}
            space: {q: qubit, c: boson(N), d: boson(6)}
            LADDERS
            hamiltonian: w*num(c) + sum(k, 0, 5, k*proj(d, k)) + sz(q)
            initial: {q: e, c: STATE, d: 0}
            time: {end: 1, points: 2}
            """;

    @TempDir
    Path directory;

    private static Model read(String ladders, String state) {
        return ModelReader.read("model.yaml", MODES.replace("LADDERS", ladders).replace("STATE", state), Map.of());
    }

    private static StartLoss loss(String state) {
        List<StartLoss> losses = read("title: x", state).initial().losses();
        assertEquals(1, losses.size());
        assertEquals("c", losses.get(0).subsystem());
        return losses.get(0);
    }

    /** Σ_{n ≥ from} e^{−m} mⁿ/n!, added up from below. */
    private static double poissonTail(double mean, int from) {
        double term = Math.exp(-mean);
        double[] terms = new double[400];
        for (int n = 0; n < terms.length; n++) {
            terms[n] = term;
            term *= mean / (n + 1);
        }
        return IntStream.range(0, terms.length - from).mapToDouble(k -> terms[terms.length - 1 - k]).sum();
    }

    @ParameterizedTest
    @CsvSource({"coherent(2), 4", "coherent(-0.1), 0.01", "coherent(3*i), 9", "coherent(10), 100", "coherent(0.3 + 0.4*i), 0.25"})
    void aCoherentStartLosesThePoissonTail(String state, double quanta) {
        StartLoss loss = loss(state);
        double tail = poissonTail(quanta, 4);
        assertEquals(tail, loss.lost(), ROUNDING * (1 + tail / ROUNDING * 1e-3));
        int enough = IntStream.range(4, 400).filter(n -> poissonTail(quanta, n) < CutOffs.NEGLIGIBLE).findFirst().orElseThrow();
        assertEquals(enough, loss.sufficientLevels());
    }

    /** A state of the whole is that of its one subsystem. */
    @Test
    void aStateOfTheWholeLosesAsMuch() {
        String text = "unravel: 1\nname: m\nspace: {c: boson(4)}\nhamiltonian: num(c)\ninitial: coherent(2)\ntime: {end: 1, points: 2}\n";
        assertEquals(poissonTail(4, 4), ModelReader.read("model.yaml", text, Map.of()).initial().losses().get(0).lost(), ROUNDING);
    }

    /** The parity of a cat state empties every second level. */
    @Test
    void aCatLosesWhatItHas() {
        double even = IntStream.range(2, 60).mapToDouble(k -> Math.exp(2 * k * Math.log(4) - logFactorial(2 * k))).sum() / Math.cosh(4);
        assertEquals(even, loss("coherent(2) + coherent(-2)").lost(), ROUNDING);
    }

    private static double logFactorial(int n) {
        return IntStream.rangeClosed(1, n).mapToDouble(Math::log).sum();
    }

    @ParameterizedTest
    @CsvSource({"1", "0.1", "5", "0.001"})
    void aThermalStartLosesTheGeometricTail(double beta) {
        StartLoss loss = loss("thermal(" + beta + ")");
        // a ratio of two populations that lost some digits in the eigenvalues
        assertEquals(Math.exp(-4 * beta), loss.lost(), 1e-9 * Math.exp(-4 * beta) + ROUNDING);
        double exact = Math.max(4, Math.log(1e6) / beta);
        assertEquals(exact, loss.sufficientLevels(), 2.01);
    }

    /** Among many other subsystems the ladder is not made longer: its own populations say how they go on. */
    @Test
    void aLargeSpaceIsNotMadeLarger() {
        String text = MODES.replace("LADDERS", "title: x").replace("q: qubit,", "q: qubit, r: levels(400),").replace("STATE, d: 0", "thermal(1), d: 0, r: 0");
        StartLoss loss = ModelReader.read("model.yaml", text, Map.of()).initial().losses().get(0);
        assertEquals(Math.exp(-4), loss.lost(), 1e-9);
        assertEquals(Math.log(1e6), loss.sufficientLevels(), 2.01);
    }

    @Test
    void theWholeThermalStateIsLookedAtToo() {
        String text = MODES.replace("LADDERS", "exact-levels: [d]").replace("{q: e, c: STATE, d: 0}", "thermal(2)");
        List<StartLoss> losses = ModelReader.read("model.yaml", text, Map.of()).initial().losses();
        assertEquals(1, losses.size());
        assertEquals(Math.exp(-8), losses.get(0).lost(), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"0", "3", "(level(0) + level(3))/sqrt(2)", "mixed", "coherent(0)", "thermal(-1)"})
    void whatEndsWithTheLadderLosesNothing(String state) {
        assertEquals(List.of(), read("title: x", state).initial().losses());
        assertEquals(List.of(), read("title: x", state).caveats());
    }

    /** Of the mean m photons of a coherent state four or more have a probability of m⁴/24·(1 − 4m/5 …). */
    @Test
    void theWarningComesFromAMillionthOn() {
        List<Caveat> caveats = read("title: x", "coherent(2)").caveats();
        assertEquals(List.of(Caveat.Kind.CUT_OFF), caveats.stream().map(Caveat::kind).toList());
        assertEquals("the state of c at the start loses 0.56653 of its norm by the cut-off; 18 levels would hold it", caveats.get(0).text());
        assertEquals(1, read("title: x", "coherent(sqrt(0.072))").caveats().size());
        assertEquals(0, read("title: x", "coherent(sqrt(0.07))").caveats().size());
    }

    @Test
    void bosonsAreCutUnlessTheirLevelsAreExact() {
        assertEquals(List.of(1, 2), cut(read("title: x", "0")));
        assertEquals(List.of(2), cut(read("exact-levels: [c]", "0")));
        assertEquals(List.of(), read("exact-levels: [c]", "coherent(2)").initial().losses());
        assertEquals(List.of(0, 1), cut(read("exact-levels: [d]\ncut: [q]", "0")));
    }

    private static List<Integer> cut(Model model) {
        return IntStream.of(CutOffs.of(model.space())).boxed().toList();
    }

    @Test
    void anArrayStandsForItsMembers() {
        String text = MODES.replace("LADDERS", "exact-levels: [d]").replace("d: boson(6)", "d: \"boson(3)[2]\"").replace("sum(k, 0, 5, k*proj(d, k))", "num(d[1])")
                .replace("STATE", "0");
        assertEquals(List.of(1), cut(ModelReader.read("model.yaml", text, Map.of())));
        assertEquals(List.of(1, 2), cut(ModelReader.read("model.yaml", text.replace("[d]", "[\"d[2]\"]"), Map.of())));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '~', value = {
        "cut: [e] | unknown subsystem 'e' in 'cut'",
        "cut: c | expected a list [...] for 'cut', found text 'c'",
        "cut: [[c]] | expected text for 'cut', found a list",
        "exact-level: [c] | unknown key 'exact-level': did you mean 'exact-levels'?",
        "exact-levels: [c] NEXT cut: [c] | 'c' is in 'cut' and in 'exact-levels'"
    })
    void mistakesAreNamed(String ladders, String message) {
        ModelFileException e = assertThrows(ModelFileException.class, () -> read(ladders.replace(" NEXT ", "\n"), "0"));
        assertTrue(e.getMessage().contains(message), e.getMessage());
        assertTrue(e.getMessage().contains("line "), e.getMessage());
    }

    /** A size that is a parameter takes what else counts with it along; levels that are written out do not grow. */
    @Test
    void aModelIsReadWithOtherNumbersOfLevels() throws IOException {
        String text = MODES.replace("LADDERS", "observables: {top: \"proj(c, N - 1)\"}").replace("STATE", "1");
        String file = Files.writeString(directory.resolve("model.yaml"), text).toString();
        Model longer = ModelReader.read(file, Map.of(), Map.of("c", 9));
        assertEquals(2 * 9 * 6, longer.dimension());
        assertEquals(9, longer.parameters().get("N"));
        int top = 8 * 6;
        assertEquals(1, longer.observables().get(0).operator().at(0).re(top, top));
        assertEquals(2 * 5 * 7, ModelReader.read(file, Map.of("N", "5"), Map.of("d", 7)).dimension());
        assertThrows(ModelFileException.class, () -> ModelReader.read(file, Map.of(), Map.of("d", 5)));
        assertEquals(2 * 4 * 6, ModelReader.read(file, Map.of(), Map.of("q", 5)).dimension());
        assertThrows(ModelFileException.class, () -> ModelReader.read(file, Map.of(), Map.of("c", 1 << 15)));
    }
}
