package org.unravel.firstlaw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.unravel.ModelText;
import org.unravel.composite.JointState;
import org.unravel.composite.ReducedState;
import org.unravel.composite.Reduction;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.RunPlan;
import org.unravel.exact.Generator;
import org.unravel.exact.MasterEquation;
import org.unravel.model.InitialState.Component;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.model.Split;

/** Definitions of two parts on small models against closed forms of Jaynes-Cummings and exchange, and what the verdict makes of errors. */
class TwoPartsTest {

    /** Integrations of 1e-12, and entropies that move as p ln p of populations near 0. */
    private static final double TOLERANCE = 3e-11;

    private static final double G = 0.01;

    private static final String JAYNES_CUMMINGS = """
            unravel: 1
            name: parts
            parameters: {g: 0.01, w: 1}
            space: {q: qubit, c: boson(LEVELS)}
            split: {A: [q], B: [c]}
            hamiltonian: w*proj(q, e) + num(c) + g*(sp(q)*a(c) + sm(q)*adag(c))
            initial: {q: QUBIT, c: MODE}
            time: {end: 1.5/g, points: 7}
            """;

    private static final String EXCHANGE = """
            unravel: 1
            name: parts
            parameters: {g: 0.01}
            space: {a: qubit, b: qubit}
            split: {A: [a], B: [b]}
            hamiltonian: DRIVE*proj(a, e) + proj(b, e) + g*(sp(a)*sm(b) + sm(a)*sp(b))
            initial: {a: ONE, b: OTHER}
            time: {end: 1.5/g, points: 7}
            """;

    private static Model jaynesCummings(int levels, String qubit, String mode) {
        return ModelText.read(JAYNES_CUMMINGS.replace("LEVELS", Integer.toString(levels)).replace("QUBIT", qubit).replace("MODE", mode));
    }

    private static Model exchange(String drive, String one, String other) {
        return ModelText.read(EXCHANGE.replace("DRIVE", drive).replace("ONE", one).replace("OTHER", other));
    }

    private static double h(double p) {
        return p <= 0 || p >= 1 ? 0 : -p * Math.log(p) - (1 - p) * Math.log(1 - p);
    }

    private static void assertCurve(DoubleUnaryOperator expected, double[] found, FirstLawCurves curves) {
        for (int i = 0; i < found.length; i++) {
            assertEquals(expected.applyAsDouble(G * curves.times()[i]), found[i], TOLERANCE, "at " + curves.times()[i]);
        }
    }

    private static double[] share(FirstLawCurves curves, String definition, String part, Share share) {
        return curves.split(definition, part).shares().get(share).value();
    }

    private static double[] state(FirstLawCurves curves, String quantity, String part) {
        return curves.state(quantity, part).estimate().orElseThrow().value();
    }

    private static List<FirstLawCurves> bothSides(Model model) {
        Comparison comparison = Comparison.of(model);
        return List.of(comparison.exact(), comparison.sampled(new RunPlan(40, 1, 2, EngineChoice.AUTO)));
    }

    /** Of a pure start the sample is the exact evolution, whatever its number. */
    @Test
    void anExcitedQubitGivesItsErgotropyAway() {
        for (FirstLawCurves curves : bothSides(jaynesCummings(3, "e", "0"))) {
            DoubleUnaryOperator c2 = x -> Math.cos(x) * Math.cos(x);
            assertCurve(x -> Math.max(0, 2 * c2.applyAsDouble(x) - 1) - 1, share(curves, "autonomous", "A", Share.WORK), curves);
            assertCurve(x -> Math.min(c2.applyAsDouble(x), 1 - c2.applyAsDouble(x)), share(curves, "autonomous", "A", Share.HEAT), curves);
            assertCurve(x -> h(c2.applyAsDouble(x)), state(curves, "entropy", "B"), curves);
            assertCurve(x -> Math.max(0, 1 - 2 * c2.applyAsDouble(x)), state(curves, "ergotropy", "B"), curves);
            assertCurve(x -> 2 * h(c2.applyAsDouble(x)), curves.joint(JointNumber.MUTUAL_INFORMATION).estimate().orElseThrow().value(), curves);
            assertCurve(x -> 0, curves.joint(JointNumber.INTERACTION_ENERGY).estimate().orElseThrow().value(), curves);
            assertCurve(x -> 0, share(curves, "mean-field", "A", Share.WORK), curves);
            assertCurve(x -> 1 - c2.applyAsDouble(x), share(curves, "mean-field", "B", Share.HEAT), curves);
            // as much heat as the other one loses, and work for the rest of nothing: E_int is constant
            assertCurve(x -> 1 - c2.applyAsDouble(x), share(curves, "interaction", "B", Share.HEAT), curves);
            assertCurve(x -> 0, share(curves, "bare", "B", Share.WORK), curves);
            assertEquals(Double.POSITIVE_INFINITY, state(curves, "entropy.production.autonomous", "A")[3]);
            for (SplitCurves split : curves.splits()) {
                split.shares().values().forEach(e -> assertTrue(curves.groups() == 0
                        || IntStream.range(0, e.value().length).allMatch(i -> e.error()[i] == 0 || Double.isNaN(e.value()[i]))));
            }
        }
    }

    /** A mixed start is enumerated: W_A = 0, and the mode has two populations. */
    @Test
    void aMixedQubitGivesHeatAlone() {
        FirstLawCurves curves = Comparison.of(jaynesCummings(4, "mixed", "0")).exact();
        DoubleUnaryOperator s2 = x -> Math.sin(x) * Math.sin(x);
        assertCurve(x -> 0, share(curves, "autonomous", "A", Share.WORK), curves);
        assertCurve(x -> -s2.applyAsDouble(x) / 2, share(curves, "autonomous", "A", Share.HEAT), curves);
        assertCurve(x -> h(s2.applyAsDouble(x) / 2), state(curves, "entropy", "B"), curves);
        assertCurve(x -> Math.log(2), curves.joint(JointNumber.ENTROPY).estimate().orElseThrow().value(), curves);
        assertCurve(x -> 0, state(curves, "ergotropy", "B"), curves);
        // the reference of the mode is the ladder without end, of which it has four levels
        double[] thermal = state(curves, "energy.thermal", "B");
        for (int i = 0; i < thermal.length; i++) {
            double n = thermal[i];
            double entropy = n == 0 ? 0 : Math.log1p(n) + n * Math.log1p(1 / n);
            assertEquals(h(s2.applyAsDouble(G * curves.times()[i]) / 2), entropy, TOLERANCE);
        }
    }

    /** det ρ_A of a superposition: c²/2 (1 − c²/2) − c²/4. */
    @Test
    void aSuperpositionKeepsItsDeterminant() {
        FirstLawCurves curves = Comparison.of(jaynesCummings(3, "(g + e)/sqrt(2)", "0")).exact();
        assertCurve(x -> {
            double c2 = Math.cos(x) * Math.cos(x);
            return 0.5 - Math.sqrt(Math.max(0, 0.25 - (c2 / 2 * (1 - c2 / 2) - c2 / 4)));
        }, state(curves, "energy.thermal", "A"), curves);
    }

    /** Thermal qubits that exchange stay thermal: only heat, and a production that is known in both forms. */
    @Test
    void thermalQubitsProduceEntropy() {
        Model model = exchange("1", "thermal(0.5)", "thermal(2)");
        FirstLawCurves curves = Comparison.of(model).exact();
        double a = 1 / (1 + Math.exp(0.5));
        double b = 1 / (1 + Math.exp(2));
        DoubleUnaryOperator ofA = x -> a + (b - a) * Math.sin(x) * Math.sin(x);
        DoubleUnaryOperator ofB = x -> b + (a - b) * Math.sin(x) * Math.sin(x);
        assertCurve(x -> 0, share(curves, "autonomous", "A", Share.WORK), curves);
        assertCurve(x -> ofA.applyAsDouble(x) - a, share(curves, "autonomous", "A", Share.HEAT), curves);
        assertCurve(x -> h(ofA.applyAsDouble(x)) - h(a) + 2 * (ofB.applyAsDouble(x) - b), state(curves, "entropy.production.autonomous", "A"), curves);
        assertCurve(x -> h(ofB.applyAsDouble(x)) - h(b) + 0.5 * (ofA.applyAsDouble(x) - a), state(curves, "entropy.production.bare", "B"), curves);
        assertEquals(List.of(), new SecondLaws(Optional.of(model), curves).failures());
        assertEquals(6, new SecondLaws(Optional.of(model), curves).claimed().size());
        assertTrue(Arrays.stream(state(curves, "entropy.production.interaction", "A")).skip(1).allMatch(s -> s > 0.01));
    }

    /** W_A + W_B of the semiclassical definition is the change of the interaction energy of the product state: half of each is neither's. */
    @Test
    void semiclassicalWorkAddsUpToTheInteractionOfTheProduct() {
        Model model = jaynesCummings(30, "(g + e)/sqrt(2)", "coherent(1.5)").withTime(new org.unravel.model.TimeGrid(0, 60, 5));
        Model detuned = ModelText.read(JAYNES_CUMMINGS.replace("LEVELS", "30").replace("QUBIT", "(g + e)/sqrt(2)").replace("MODE", "coherent(1.5)"), Map.of("w", "1.3", "g", "0.2")).withTime(model.time());
        FirstLawCurves curves = Comparison.of(detuned).exact();
        double[] a = share(curves, "semiclassical", "A", Share.WORK);
        double[] b = share(curves, "semiclassical", "B", Share.WORK);
        double[] energy = share(curves, "semiclassical", "A", Share.CHANGE);
        double[] own = share(curves, "autonomous", "A", Share.CHANGE);
        for (int i = 0; i < a.length; i++) {
            assertEquals(energy[i] - own[i], a[i] + b[i], 1e-9);
        }
        assertTrue(Math.abs(a[2]) > 0.01);
        double[] meanField = share(curves, "mean-field", "A", Share.WORK);
        assertTrue(Math.abs(meanField[2] - a[2]) > 0.001, "work of the mean field counts no interaction");
    }

    /** With a drive of A both definitions of reservoirs hold its work, which the ledger of the whole knows too; B, whose partner is driven, has neither. */
    @Test
    void aDriveDoesWorkOnItsSide() {
        Model model = exchange("(1 + 0.2*sin(0.1*t))", "thermal(0.5)", "thermal(2)");
        FirstLawCurves curves = Comparison.of(model).exact();
        double[] work = MasterEquation.solve(model).curves().get(Quantity.WORK);
        double[] ofA = share(curves, "interaction", "A", Share.WORK);
        double[] bare = share(curves, "bare", "A", Share.WORK);
        double[] interaction = curves.joint(JointNumber.SWITCHING_WORK).estimate().orElseThrow().value();
        double[] conventional = share(curves, "conventional", "A", Share.WORK);
        for (int i = 0; i < work.length; i++) {
            assertEquals(work[i], ofA[i], TOLERANCE);
            assertEquals(work[i], conventional[i], TOLERANCE);
            assertEquals(work[i] - interaction[i], bare[i], TOLERANCE);
        }
        assertTrue(Arrays.stream(work).map(Math::abs).max().orElse(0) > 0.01);
        assertTrue(curves.split("interaction", "B").absence().isPresent());
        assertTrue(curves.split("autonomous", "A").absence().isPresent());
        assertTrue(curves.split("mean-force", "A").absence().isEmpty());
        assertTrue(curves.split("mean-force", "B").absence().orElseThrow().text().contains("not driven"));
        assertEquals(List.of(), new SecondLaws(Optional.of(model), curves).failures());
        assertEquals(2, new SecondLaws(Optional.of(model), curves).claimed().size());
    }

    /** The Hamiltonian of mean force at weak coupling is the part's own energy: work is that of the drive up to order g². */
    @Test
    void weakMeanForcesDoTheWorkOfTheDrive() {
        Model model = exchange("(1 + 0.2*sin(0.1*t))", "thermal(0.5)", "thermal(2)");
        FirstLawCurves curves = Comparison.of(model).exact();
        double[] force = share(curves, "mean-force", "A", Share.WORK);
        double[] drive = share(curves, "conventional", "A", Share.WORK);
        for (int i = 0; i < force.length; i++) {
            assertEquals(drive[i], force[i], G * G);
        }
    }

    /** Numbers and rates of a mode of 40 levels from two vectors, and from its matrix of 40 by 40 with the master equation's rate. */
    @Test
    void fewVectorsSayWhatTheMatrixSays() {
        Model model = jaynesCummings(40, "(g + e)/sqrt(2)", "coherent(2)");
        Split split = model.split().orElseThrow();
        Component start = model.initial().components().get(0);
        KetCourse course = new KetCourse(model, 1e12);
        JointState.Mixture later = (JointState.Mixture) course.states(course.initial(), new double[] {0, 70})[1];
        JointState.Mixture moving = (JointState.Mixture) course.moving(70, 70, later);
        JointState.Density density = new JointState.Density(model.dimension(), later.packed(), new Generator(model).rate(70, 70, later.packed()));
        ReducedState vectors = Reduction.to(split, split.b()).of(moving);
        ReducedState matrix = Reduction.to(split, split.b()).of(density);
        assertTrue(vectors.isVectors());
        assertFalse(matrix.isVectors());
        PartPoint few = Part.of(split, split.b(), 1, Optional.empty()).point(vectors, 70, 70);
        PartPoint all = Part.of(split, split.b(), 0, Optional.empty()).point(matrix, 70, 70);
        assertEquals(model.dimension(), start.re().length);
        all.numbers().forEach((number, value) -> {
            if (number != StateNumber.BETA) {
                assertEquals(value, few.numbers().get(number), 1e-10 * Math.max(1, Math.abs(value)), number.name());
            }
        });
        assertEquals(all.numbers().get(StateNumber.BETA), few.numbers().get(StateNumber.BETA));
        for (PathIntegral q : List.of(PathIntegral.HEAT_OF_POPULATIONS, PathIntegral.WORK_OF_LEVELS, PathIntegral.WORK_OF_DRIVE)) {
            assertEquals(all.rates()[q.ordinal()], few.rates()[q.ordinal()], 1e-10, q.name());
        }
        assertTrue(Math.abs(few.rates()[PathIntegral.HEAT_OF_POPULATIONS.ordinal()]) > 1e-6);
    }

    /** A sampled mixture is the mixture of what was drawn, with error bars that say how far it is from the exact one. */
    @Test
    void drawnMixturesAgreeWithTheExactOne() {
        Model model = exchange("1", "thermal(0.5)", "thermal(2)");
        Comparison comparison = Comparison.of(model);
        FirstLawCurves exact = comparison.exact();
        ComparisonReport report = new ComparisonReport(model, comparison.sampled(new RunPlan(4000, 5, 2, EngineChoice.AUTO)), Optional.of(exact), Optional.empty());
        assertEquals(List.of(), report.verdict().failures());
        assertTrue(report.verdict().comparisons() > 100);
        assertTrue(report.start().orElseThrow().startsWith("a mixture of 4 kets"));
        Estimate heat = report.sampled().split("autonomous", "A").shares().get(Share.HEAT);
        assertTrue(heat.error()[3] > 1e-4 && heat.error()[3] < 0.05);
    }

    /**
     * Five kets of one thermal mode, two of them in 0.35 % of all trajectories. The flows of the lower ones are nearly alike, so that the error bar of a sample that lacks the highest is far too small: with as few trajectories
     * a warning stands, and a right run does not fail; with as many that 20 are expected to start in each, all is compared.
     */
    @Test
    void rareStartsAreNoFailures() {
        Model model = ModelText.read("""
                unravel: 1
                name: rare-starts
                space: {q: qubit, c: boson(5)}
                exact-levels: [c]
                split: {A: [q], B: [c]}
                hamiltonian: proj(q, e) + 1.45*num(c) + 0.1*sx(q)*(a(c) + adag(c))
                interaction: 0.1*sx(q)*(a(c) + adag(c)) + 0.25*num(c)
                initial: {q: 0.6*e + 0.8*g, c: thermal(1.3)}
                time: {end: 8, points: 41}
                """);
        Comparison comparison = Comparison.of(model);
        Optional<FirstLawCurves> exact = Optional.of(comparison.exact());
        ComparisonReport few = new ComparisonReport(model, comparison.sampled(new RunPlan(500, 3, 2, EngineChoice.AUTO)), exact, Optional.empty());
        Estimate work = few.sampled().split("bare", "A").shares().get(Share.WORK);
        assertTrue(Math.abs(ComparisonVerdict.standardised(work, few.exactOf(few.sampled().split("bare", "A")).orElseThrow().shares().get(Share.WORK), 10)) > 10, "the error bar is too small");
        assertTrue(work.isDistrusted(10));
        assertTrue(few.sampled().split("bare", "A").warnings().stream().anyMatch(w -> w.text().contains("fewer than 20 trajectories")));
        assertEquals(List.of(), few.verdict().failures());
        ComparisonReport many = new ComparisonReport(model, comparison.sampled(new RunPlan(50_000, 3, 2, EngineChoice.AUTO)), exact, Optional.empty());
        assertFalse(many.sampled().split("bare", "A").shares().get(Share.WORK).isDistrusted(10));
        assertEquals(List.of(), many.verdict().failures());
        assertTrue(many.verdict().comparisons() > few.verdict().comparisons());
        RareStarts rare = RareStarts.of(model.initial(), 500);
        double x = Math.exp(-1.3 * 1.45);
        assertEquals(3, rare.kets());
        assertEquals((x * x + x * x * x + x * x * x * x) / (1 + x + x * x + x * x * x + x * x * x * x), rare.probability(), 1e-12);
        assertEquals(0, RareStarts.of(model.initial(), 50_000).kets());
    }

    /** Errors that must be found: a production below zero, one whose second form differs, and a sample that is off without any error bar. */
    @Test
    void plantedErrorsAreFound() {
        Model model = exchange("1", "thermal(0.5)", "thermal(2)");
        Comparison comparison = Comparison.of(model);
        FirstLawCurves exact = comparison.exact();
        assertTrue(failures(model, exact, "entropy.production.autonomous", -0.5).contains("expected a production >= 0"));
        assertTrue(failures(model, exact, "entropy.production.bare", 1e-6).contains("divergence of the partner"));
        assertTrue(failures(model, exact, "entropy", 1e-6).contains("divergence of the partner"));
        assertEquals("", failures(model, exact, "ergotropy", 1e-6));
        Model pure = exchange("1", "e", "g");
        FirstLawCurves right = Comparison.of(pure).exact();
        ComparisonReport report = new ComparisonReport(pure, Comparison.of(pure).sampled(new RunPlan(1, 1, 1, EngineChoice.AUTO)), Optional.of(moved(right, "energy", 1e-6)), Optional.empty());
        assertFalse(report.verdict().isPassed());
        assertTrue(new ComparisonReport(pure, report.sampled(), Optional.of(right), Optional.empty()).verdict().isPassed());
    }

    private static String failures(Model model, FirstLawCurves curves, String quantity, double by) {
        return String.join("; ", new SecondLaws(Optional.of(model), moved(curves, quantity, by)).failures());
    }

    /** With one curve of part A moved at all times but the start. */
    private static FirstLawCurves moved(FirstLawCurves curves, String quantity, double by) {
        List<StateCurve> states = new ArrayList<>(curves.states());
        states.replaceAll(s -> {
            if (!s.quantity().name().equals(quantity) || !s.part().equals("A")) {
                return s;
            }
            double[] value = s.estimate().orElseThrow().value().clone();
            for (int i = 1; i < value.length; i++) {
                value[i] += by;
            }
            return new StateCurve(s.quantity(), s.part(), Optional.of(new Estimate(value, new double[value.length])), Optional.empty(), List.of());
        });
        return new FirstLawCurves(curves.times(), 0, 0, curves.splits(), states, curves.jumps(), curves.joint(), curves.effective());
    }
}
