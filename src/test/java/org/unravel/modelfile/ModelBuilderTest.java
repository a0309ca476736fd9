package org.unravel.modelfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.unravel.model.Channel;
import org.unravel.model.JumpBias;
import org.unravel.model.Model;
import org.unravel.numeric.SparseMatrix;

/** A model built in code is the one of a file that says the same, and is checked like it. */
class ModelBuilderTest {

    private static final String FILE = """
            unravel: 1
            name: driven
            title: Driven qubit
            parameters: {omega: 1, Omega: 0.2}
            space: {q: qubit}
            hamiltonian: omega/2*sz(q) + Omega*cos(omega*t)*sx(q)
            energy: omega/2*sz(q)
            baths:
              cold:
                beta: 2
                channels:
                  emission: {operator: sm(q), rate: 0.3, heat: -omega}
                  absorption: {operator: sp(q), rate: 1e-5, heat: omega}
            initial: {q: (e + i*g)/sqrt(2)}
            time: {start: -1, end: 7, points: 9}
            observables: {excited: "proj(q, e)"}
            """;

    private static final double H = Math.sqrt(0.5);

    private static ModelBuilder driven() {
        return ModelBuilder.named("driven").title("Driven qubit").parameter("omega", 1).parameter("Omega", 0.2).subsystem("q", "qubit")
                .hamiltonian("omega/2*sz(q) + Omega*cos(omega*t)*sx(q)").energy("omega/2*sz(q)")
                .bath("cold", "2").channel("emission", "sm(q)", "0.3", "-omega").channel("absorption", "sp(q)", "1e-5", "omega")
                .time(-1, 7, 9).observable("excited", "proj(q, e)");
    }

    /** The same operators as matrices. */
    private static ModelBuilder ofMatrices() {
        return ModelBuilder.named("driven").title("Driven qubit").parameter("omega", 1).parameter("Omega", 0.2).subsystem("q", "levels(2)")
                .matrix("Sz", new double[][] {{1, 0}, {0, -1}}).matrix("Sx", new double[][] {{0, 1}, {1, 0}})
                .matrix("Up", new double[][] {{0, 1}, {0, 0}}).matrix("P", SparseMatrix.diagonal(1, 0)).ket("psi", new double[] {H, 0}, new double[] {0, H})
                .hamiltonian("omega/2*Sz + Omega*cos(omega*t)*Sx").energy("omega/2*Sz")
                .bath("cold", "2").channel("emission", "dag(Up)", "0.3", "-omega").channel("absorption", "Up", "1e-5", "omega")
                .time(-1, 7, 9).observable("excited", "P");
    }

    private static void assertSame(Model expected, Model found) {
        assertEquals(expected.name(), found.name());
        assertEquals(expected.title(), found.title());
        assertEquals(expected.parameters(), found.parameters());
        assertEquals(expected.time(), found.time());
        assertEquals(expected.baths().get(0).name(), found.baths().get(0).name());
        assertEquals(expected.baths().get(0).inverseTemperature(), found.baths().get(0).inverseTemperature());
        for (double t : new double[] {-1, 0.3, 7}) {
            assertEquals(expected.hamiltonian().at(t), found.hamiltonian().at(t));
            assertEquals(expected.energy().at(t), found.energy().at(t));
        }
        assertEquals(expected.channels().size(), found.channels().size());
        for (int k = 0; k < expected.channels().size(); k++) {
            Channel a = expected.channels().get(k);
            Channel b = found.channels().get(k);
            assertEquals(a.name(), b.name());
            assertEquals(a.operator().at(0), b.operator().at(0));
            assertEquals(a.rate().at(0), b.rate().at(0));
            assertEquals(a.heat().at(0), b.heat().at(0));
        }
        assertArrayEquals(expected.initial().components().get(0).re(), found.initial().components().get(0).re(), 1e-15);
        assertArrayEquals(expected.initial().components().get(0).im(), found.initial().components().get(0).im(), 1e-15);
        assertEquals(expected.observables().get(0).operator().at(0), found.observables().get(0).operator().at(0));
        assertEquals(expected.sampling(), found.sampling());
        assertEquals(expected.unraveling(), found.unraveling());
    }

    @Test
    void expressionsGiveTheModelOfTheFile() {
        Model expected = ModelReader.readText(FILE, Map.of());
        assertSame(expected, driven().initial("q", "(e + i*g)/sqrt(2)").build());
        assertEquals(expected.space(), driven().initial("q", "e").build().space());
    }

    @Test
    void matricesAndKetsGiveTheModelOfTheFile() {
        assertSame(ModelReader.readText(FILE, Map.of()), ofMatrices().initial("psi").build());
        assertSame(ModelReader.readText(FILE, Map.of()), ofMatrices().initial("q", "psi").build());
    }

    @Test
    void aComplexMatrixMayBeADensityMatrix() {
        Model model = ofMatrices().matrix("rho", new double[][] {{0.5, 0}, {0, 0.5}}, new double[][] {{0, -0.3}, {0.3, 0}}).initial("density(rho)").build();
        assertEquals(2, model.initial().components().size());
        assertEquals(0.8, model.initial().components().stream().mapToDouble(c -> c.probability()).max().orElseThrow(), 1e-12);
    }

    /** As in a file, q of [H, A] = qA. */
    @Test
    void aHeatMayBeLeftOut() {
        Model model = ModelBuilder.named("decay").subsystem("q", "levels(2)").matrix("H", SparseMatrix.diagonal(1.5, 0)).hamiltonian("H")
                .bath("vacuum").channel("emission", "op(q, 1, 0)", "0.5").initial("q", "0").time(0, 1, 2).build();
        assertEquals(-1.5, model.channels().get(0).heat().at(0).re());
        assertTrue(model.baths().get(0).inverseTemperature().isEmpty());
    }

    /** Amplitudes of a boson that a program gives are all there are: nothing is lost at the cut-off, and a larger space is not asked for. */
    @Test
    void aKetOfABosonEndsWithItsLadder() {
        ModelBuilder mode = ModelBuilder.named("mode").subsystem("a", "boson(3)").hamiltonian("num(a)").ket("psi", new double[] {1, 2, 2}, new double[3]).time(0, 1, 2);
        Model model = mode.initial("psi").build();
        assertArrayEquals(new double[] {1.0 / 3, 2.0 / 3, 2.0 / 3}, model.initial().components().get(0).re(), 1e-15);
        assertTrue(model.initial().losses().isEmpty());
    }

    @Test
    void aLadderMayHaveMoreLevels() {
        ModelBuilder mode = ModelBuilder.named("mode").parameter("N", 3).subsystem("a", "boson(N)").hamiltonian("num(a)").initial("a", "0").time(0, 1, 2);
        assertEquals(5, mode.resized("a", 5).dimension());
        assertEquals(5.0, mode.resized("a", 5).parameters().get("N"));
        assertEquals(3, mode.build().dimension());
        ModelBuilder ofMatrix = mode.matrix("X", SparseMatrix.identity(3)).observable("x", "X");
        assertRefused("expected an operator of dimension 5, found 'X' of dimension 3 (mode, observables.x)", () -> ofMatrix.resized("a", 5));
    }

    @Test
    void ensembleAndLaddersGiveTheModelOfTheFile() {
        String more = FILE.replace("space: {q: qubit}", "space: {q: qubit, c: boson(3), d: boson(2)}").replace("initial: {q: (e + i*g)/sqrt(2)}", "initial: {q: e, c: 0, d: 0}") + """
                cut: [c]
                exact-levels: [d]
                ensemble:
                  trajectories: 500
                  seed: 7
                  measure: tpm
                  until: {quantity: work.tpm, se: 0.01}
                  bias: {jumps: 1.5, channels: {cold.emission: 2}, first-jump: certain, plain: 0.25}
                """;
        Model expected = ModelReader.readText(more, Map.of());
        Model found = driven().subsystem("c", "boson(3)").subsystem("d", "boson(2)").initial("q", "e").initial("c", "0").initial("d", "0").cut("c").exactLevels("d")
                .ensemble(500, 7).measured().until("work.tpm", 0.01).bias(new JumpBias(1.5, Map.of("cold.emission", 2.0), JumpBias.FirstJump.CERTAIN, 0.25)).build();
        assertEquals(expected.sampling(), found.sampling());
        assertEquals(expected.unraveling(), found.unraveling());
        assertEquals(expected.space(), found.space());
        assertRefused("unknown subsystem 'x' in 'cut': expected one of q (more, cut)", () -> ModelBuilder.named("more").subsystem("q", "qubit").hamiltonian("sz").initial("e").time(0, 1, 2)
                .cut("x").build());
    }

    @Test
    void aBuilderGoesOn() {
        ModelBuilder decay = driven().initial("q", "e");
        assertEquals(1, decay.build().observables().size());
        assertEquals(2, decay.observable("ground", "proj(q, g)").build().observables().size());
    }

    private static void assertRefused(String message, Executable built) {
        assertEquals(message, assertThrows(ModelFileException.class, built).getMessage());
    }

    private static Executable with(UnaryOperator<ModelBuilder> change) {
        return () -> change.apply(ofMatrices().initial("psi")).build();
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() {
        assertRefused("expected rate >= 0, found -1; 'unraveling: martingale' takes rates of both signs (driven, baths.cold.channels.third.rate)", with(b -> b.channel("third", "Up", "-1", "0")));
        assertRefused("'Up' is a matrix or ket and cannot be defined by let (driven, let.Up)", with(b -> b.let("Up", "1")));
        assertRefused("expected an operator of dimension 2, found 'B' of dimension 3 (driven, observables.b)",
                with(b -> b.matrix("B", SparseMatrix.identity(3)).observable("b", "B")));
        assertRefused("a ket can be used in initial only, found 'psi' (driven, observables.b)", with(b -> b.observable("b", "psi")));
        assertRefused("missing key 'initial' (driven)", () -> ofMatrices().build());
        assertRefused("expected a state that can be normalised, found squared norm 0 (driven, initial)",
                () -> ofMatrices().ket("none", new double[2], new double[2]).initial("none").build());
    }

    @Test
    void namesThatMeanTwoThingsAreRefused() {
        assertRefused("expected 'cold' once, found it twice (driven, cold)", with(b -> b.bath("cold")));
        assertRefused("expected 'Sx' once, found it twice (driven, Sx)", with(b -> b.matrix("Sx", SparseMatrix.identity(2))));
        assertRefused("'omega' has a meaning already and cannot be the name of a matrix, ket or spectrum (driven)", with(b -> b.matrix("omega", SparseMatrix.identity(2))));
        assertRefused("'sin' has a meaning already and cannot be the name of a matrix, ket or spectrum (driven)", with(b -> b.matrix("sin", SparseMatrix.identity(2))));
        assertRefused("'e' has a meaning already and cannot be the name of a matrix, ket or spectrum (driven)",
                () -> driven().ket("e", new double[2], new double[2]).initial("q", "e").build());
        assertRefused("expected one state of the whole or one of each subsystem, found both (driven, initial)", with(b -> b.initial("q", "psi")));
    }

    @Test
    void arraysOfAnotherShapeAreRefused() {
        assertRefused("expected a square matrix, 2 x 2, found 2 rows of [2, 1] numbers (driven, B)", with(b -> b.matrix("B", new double[][] {{1, 0}, {0}})));
        assertRefused("expected as many imaginary parts as real parts of a ket, found 1 and 2 (driven, phi)", with(b -> b.ket("phi", new double[2], new double[1])));
        assertRefused("expected a bath before its channels, found none (early, c)", () -> ModelBuilder.named("early").channel("c", "sm", "1"));
    }

    /** The matrix of a whole space cannot say which of its terms are those of one part. */
    @Test
    void theThermalStateOfAPartNeedsATermOfItsOwn() {
        ModelBuilder two = ModelBuilder.named("two").subsystem("a", "qubit").subsystem("b", "qubit").matrix("H", SparseMatrix.diagonal(2, 1, 1, 0))
                .time(0, 1, 2).hamiltonian("H");
        assertRefused("expected terms that act on one subsystem, found the matrix 'H' of the whole space: write the thermal state of a subsystem as density(...) "
                + "(two, hamiltonian)", () -> two.initial("a", "thermal(1)").initial("b", "g").build());
    }

    @Test
    void theTextOfAModelIsReadWithOverrides() {
        assertEquals(0.5, ModelReader.readText(FILE, Map.of("Omega", "1/2")).parameters().get("Omega"));
        ModelFileException e = assertThrows(ModelFileException.class, () -> ModelReader.readText(FILE.replace("rate: 0.3", "rate: -0.3"), Map.of()));
        assertEquals("expected rate >= 0, found -0.3; 'unraveling: martingale' takes rates of both signs (model, line 12, column 41)", e.getMessage());
        assertThrows(ModelFileException.class, () -> ModelReader.readText(" ", Map.of()));
    }
}
