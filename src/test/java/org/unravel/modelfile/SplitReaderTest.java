package org.unravel.modelfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unravel.model.Model;
import org.unravel.model.Split;
import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.SparseMatrix;

/** Which monomials of H belong to the parts of a split, which to the interaction, and what is refused. */
class SplitReaderTest {

    /** Sums of a few numbers of order one. */
    private static final double ROUNDING = 1e-14;
    private static final double T = 0.7;

    private static final String TEXT = """
            unravel: 1
            name: parts
            parameters: {g: 0.3, w: 2}
            space: {q: qubit, c: boson(3), s: "qubit[2]"}
            SPLIT
            let: {x: a(c) + adag(c)}
            hamiltonian: HAMILTONIAN
            initial: {q: e, c: 0, s: e}
            time: {end: 1, points: 2}
            """;

    private static Model model(String split, String hamiltonian) {
        return ModelReader.readText(TEXT.replace("SPLIT", split.replace("; ", "\n")).replace("HAMILTONIAN", hamiltonian), Map.of());
    }

    private static SparseMatrix of(Model model, String operator) {
        return Expression.parse(new Source("test", "", operator.replaceAll("\\bx\\b", "(a(c) + adag(c))"), 1, 1)).operator(Scope.empty().withParameters(model.parameters()).withSpace(model.space()).withTime()).at(T);
    }

    private static void assertSame(SparseMatrix expected, SparseMatrix found) {
        assertEquals(expected.dimension(), found.dimension());
        assertEquals(0, expected.minus(found).maxModulus(), ROUNDING);
    }

    /** H_j on the whole space, element by element. */
    private static SparseMatrix whole(Split split, Split.Part part) {
        int[] own = part.states();
        int[] other = split.partner(part).states();
        SparseMatrix h = part.hamiltonian().at(T);
        var builder = new org.unravel.numeric.SparseMatrixBuilder(own.length);
        for (int m = 0; m < own.length; m++) {
            for (int n = 0; n < own.length; n++) {
                if (other[m] == other[n]) {
                    builder.add(m, n, h.re(own[m], own[n]), h.im(own[m], own[n]));
                }
            }
        }
        return builder.build();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "w*sz(q) + num(c) + g*sx(q)*x | w*sz(q) | num(c) | g*sx(q)*x",
        "w*sz(q)*id(c) + num(c)*id | w*sz(q) | num(c) | 0*id",
        "sz(q)*sz(q) + 5*id + num(c) | sz(q)*sz(q) | num(c) | 0*id",
        "(w*sz(q) + num(c) + 3*id)^2 | w^2*sz(q)^2 + 6*w*sz(q) | num(c)^2 + 6*num(c) | 2*w*sz(q)*num(c)",
        "cos(t)*sz(s[1]) + cos(t)*sz(q)*(id + num(c)) | cos(t)*sz(q) | cos(t)*sz(s[1]) | cos(t)*sz(q)*num(c)",
        "sum(k, 1, 2, k*sz(s[k])*sx(q)) - sx(q)/3 + 0.1*id | -sx(q)/3 | 0*id | sum(k, 1, 2, k*sz(s[k])*sx(q))",
    })
    void monomialsGoToThePartsThatTheyName(String hamiltonian, String a, String b, String interaction) {
        Model model = model("split: {A: [q], B: [c, s]}", hamiltonian);
        Split split = model.split().orElseThrow();
        assertSame(of(model, a), whole(split, split.a()));
        assertSame(of(model, b), whole(split, split.b()));
        assertSame(of(model, interaction), split.interaction().at(T));
        assertEquals(2, split.a().dimension());
        assertEquals(12, split.b().dimension());
    }

    @Test
    void partsMayLieBetweenEachOther() {
        Model model = model("split: {A: [c, \"s[2]\"], B: [q, \"s[1]\"]}", "num(c) + w*sz(s[2])*num(c) + sx(q)*sx(s[1]) + g*sz(s[1])*sz(s[2])");
        Split split = model.split().orElseThrow();
        assertSame(of(model, "num(c) + w*sz(s[2])*num(c)"), whole(split, split.a()));
        assertSame(of(model, "sx(q)*sx(s[1])"), whole(split, split.b()));
        assertEquals(List.of("c", "s[2]"), split.a().space().subsystems().stream().map(s -> s.name()).toList());
        // |q, c, s1, s2> of 2, 3, 2, 2 levels: c and s2 of state 1*12 + 2*4 + 0*2 + 1
        assertEquals(2 * 2 + 1, split.a().states()[21]);
        assertEquals(2, split.b().states()[21]);
    }

    @Test
    void aGivenInteractionTakesItsOwnTermsFromTheParts() {
        Model model = model("split: {A: [q], B: [c, s]}; interaction: g*(x - w*sz(q))^2", "w*sz(q) + num(c) + g*(x - w*sz(q))^2");
        Split split = model.split().orElseThrow();
        assertSame(of(model, "w*sz(q)"), whole(split, split.a()));
        assertSame(of(model, "num(c)"), whole(split, split.b()));
        assertSame(of(model, "g*(x - w*sz(q))^2"), split.interaction().at(T));
    }

    @Test
    void numbersOfEqualSummandsLeaveNoRounding() {
        TimeDependentOperator interaction = model("split: {A: [q], B: [c, s]}", "0.1*sz(q) + 0.7*num(c) + 1.1*id").split().orElseThrow().interaction();
        assertTrue(interaction.isZero());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "split: {A: [q], B: [c]} | expected every subsystem in 'split', found 's[1]' in neither A nor B (model, line 5, column 8)",
        "split: {A: [q], B: [c, s, q]} | expected each subsystem once in 'split', found 'q' in A and in B (model, line 5, column 27)",
        "split: {A: [q, q], B: [c, s]} | expected each subsystem once in 'split', found 'q' in A twice (model, line 5, column 16)",
        "split: {A: [], B: [c, s, q]} | expected at least one subsystem in 'split.A', found none (model, line 5, column 12)",
        "split: {A: [q]} | missing key 'split.B' (model, line 5, column 8)",
        "split: {A: [q], B: [c, s], C: []} | unknown key 'C' in 'split'",
        "split: {A: q, B: [c, s]} | expected a list [...] for 'split.A', found text 'q' (model, line 5, column 12)",
        "split: [q] | expected a mapping for 'split', found a list (model, line 5, column 8)",
        "split: {A: [p], B: [c, s]} | unknown subsystem 'p' in 'split.A'",
        "interaction: sz(q)*sz(s[1]) | expected 'split' beside 'interaction', found none",
        "split: {A: [q], B: [c, s]}; interaction: 2*sx(q)*x | expected hamiltonian - interaction without terms that name subsystems of both parts, found an entry of modulus 1.5 (model, line 6, column 14)",
        "split: {A: [q], B: [c, s]}; interaction: cos(t)*sx(q)*x | expected hamiltonian - interaction without terms that name subsystems of both parts",
        "split: {A: [q], B: [c, s]}; interaction: sp(q)*a(c) | expected a Hermitian operator for interaction",
        "split: {A: [q], B: [c, s]}; interaction: 2 | a number is not an operator",
    })
    void whatIsNoSplitIsRefusedWithItsPlace(String split, String message) {
        String found = assertThrows(ModelFileException.class, () -> model(split, "sz(q) + num(c) + 0.5*sx(q)*x")).getMessage();
        assertTrue(found.startsWith(message), found);
    }

    @Test
    void fermionsOfAPartStandTogether() {
        String text = """
                unravel: 1
                name: dots
                space: {l: fermion, m: fermion, r: fermion, q: qubit}
                split: {A: [SIDES], B: [REST]}
                hamiltonian: num(l) + cdag(l)*c(m) + cdag(m)*c(l) + cdag(m)*c(r) + cdag(r)*c(m) + sz(q)*num(r)
                initial: {l: 1, m: 0, r: 0, q: e}
                time: {end: 1, points: 2}
                """;
        String found = assertThrows(ModelFileException.class, () -> ModelReader.readText(text.replace("SIDES", "l, r").replace("REST", "m, q"), Map.of())).getMessage();
        assertTrue(found.startsWith("expected the fermions of a part one after another in 'space', found 'm' of B between fermions of A"), found);
        Model model = ModelReader.readText(text.replace("SIDES", "l, q").replace("REST", "m, r"), Map.of());
        Split split = model.split().orElseThrow();
        assertSame(of(model, "cdag(m)*c(r) + cdag(r)*c(m)"), whole(split, split.b()));
        assertSame(of(model, "num(l)"), whole(split, split.a()));
    }

    @Test
    void theNormalFormAndABuilderSayTheSame() {
        String text = TEXT.replace("SPLIT", "split: {A: [q], B: [c, s]}\ninteraction: g*sx(q)*x").replace("HAMILTONIAN", "sz(q) + g*sx(q)*x");
        String without = TEXT.replace("SPLIT\n", "").replace("HAMILTONIAN", "sz(q) + g*sx(q)*x");
        ModelFile file = ModelReader.openText("model.yaml", text, Map.of());
        Model again = ModelReader.readText(file.normalForm(), Map.of());
        assertEquals(file.model().split().orElseThrow().a().space(), again.split().orElseThrow().a().space());
        assertEquals(ModelReader.openText("model.yaml", without, Map.of()).trajectories(), file.trajectories(), "parts change no trajectory");
        Model built = ModelBuilder.named("parts").parameter("g", 0.3).subsystem("q", "qubit").subsystem("c", "boson(3)").subsystem("s", "qubit[2]")
                .split(List.of("q"), List.of("c", "s")).let("x", "a(c) + adag(c)").interaction("g*sx(q)*x").hamiltonian("sz(q) + g*sx(q)*x")
                .initial("q", "e").initial("c", "0").initial("s", "e").time(0, 1, 2).build();
        assertSame(again.split().orElseThrow().interaction().at(0), built.split().orElseThrow().interaction().at(0));
        assertArrayEquals(again.split().orElseThrow().b().states(), built.split().orElseThrow().b().states());
    }

    /** A factor thermal(beta) takes what names its subsystem alone, whatever the interaction takes. */
    @Test
    void thermalStartsKnowNoInteraction() {
        String thermal = TEXT.replace("{q: e, c: 0, s: e}", "{q: thermal(1), c: 0, s: e}").replace("HAMILTONIAN", "sz(q) + num(c) + 0.5*sx(q)*x");
        Model with = ModelReader.readText(thermal.replace("SPLIT", "split: {A: [q], B: [c, s]}\ninteraction: 0.5*sx(q)*x + sz(q)"), Map.of());
        Model without = ModelReader.readText(thermal.replace("SPLIT\n", ""), Map.of());
        assertEquals(without.initial().components().get(0).probability(), with.initial().components().get(0).probability());
    }
}
