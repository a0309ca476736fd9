package org.unravel.firstlaw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.unravel.ModelText;
import org.unravel.ReferenceTable;
import org.unravel.effective.MinimalDissipation;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.RunPlan;
import org.unravel.model.Model;
import org.unravel.model.Reason;
import org.unravel.model.Split;

/** Minimal dissipation among the definitions: exact against the table of a pair of qubits, sampled against exact, and where its Hamiltonian ends. */
class MinimalDissipationTest {

    /** The table has 12 digits. */
    private static final double TOLERANCE = 1e-8;

    private static final String PAIR = """
            unravel: 1
            name: pair
            space: {a: qubit, b: qubit}
            split: {A: [a], B: [b]}
            hamiltonian: 0.5*sz(a) + OMEGA/2*sz(b) + 0.1*(sp(a)*sm(b) + sm(a)*sp(b))
            initial: {a: thermal(0.5), b: thermal(2)}
            time: {end: END, points: POINTS}
            """;

    private static Model pair(String omega, String end, String points) {
        return ModelText.read(PAIR.replace("OMEGA", omega).replace("END", end).replace("POINTS", points));
    }

    private static Comparison comparison(Model model) {
        return Comparison.of(model).with(List.of(Definitions.named("minimal-dissipation").orElseThrow()));
    }

    private static RunPlan plan(long trajectories) {
        return new RunPlan(trajectories, 7, 1, EngineChoice.AUTO);
    }

    @Test
    void exactCurvesOfBothPartsAreTheTable() {
        Model model = pair("0.7", "52.2792618422", "201");
        FirstLawCurves exact = comparison(model).exact();
        ReferenceTable table = ReferenceTable.read("interacting_baths_qubit_pair");
        for (String part : List.of("A", "B")) {
            SplitCurves curves = exact.split("minimal-dissipation", part);
            MinimalDissipation effective = (MinimalDissipation) exact.effective().get(part);
            Map<String, double[]> columns = new LinkedHashMap<>();
            columns.put("Q_md_", curves.share(Share.HEAT).orElseThrow().value());
            columns.put("W_md_", curves.share(Share.WORK).orElseThrow().value());
            columns.put("U_md_", effective.energy());
            columns.put("omega_eff_", effective.largestFrequency());
            columns.put("cond_Phi_", effective.condition());
            columns.forEach((name, curve) -> {
                double deviation = Deviation.of(table.column(name + part), curve);
                assertTrue(deviation <= TOLERANCE, () -> name + part + ": " + deviation);
            });
            assertEquals(Optional.empty(), effective.end());
        }
    }

    /** Mixed starts are drawn, so that populations have noise; 12 values at 4.5 standard errors of Student with 31 degrees of freedom: a false alarm in a thousand. */
    @Test
    void sampledCurvesAgreeWithinTheirErrors() {
        Model model = pair("0.7", "26", "53");
        FirstLawCurves exact = comparison(model).exact();
        FirstLawCurves sampled = comparison(model).sampled(plan(4000));
        for (String part : List.of("A", "B")) {
            for (Share share : List.of(Share.CHANGE, Share.HEAT, Share.WORK)) {
                Estimate found = sampled.split("minimal-dissipation", part).share(share).orElseThrow();
                Estimate known = exact.split("minimal-dissipation", part).share(share).orElseThrow();
                for (int i : new int[] {20, 52}) {
                    assertTrue(found.error()[i] > 1e-5, part + " " + share + " has no spread");
                    assertTrue(found.quadrature()[i] < 0.1 * found.error()[i], part + " " + share + ": steps may move it by " + found.quadrature()[i]);
                    assertEquals(known.value()[i], found.value()[i], 4.5 * found.error()[i], part + " " + share);
                    assertTrue(Math.abs(known.value()[i]) > 1e-5);
                }
            }
        }
        assertTrue(new ComparisonReport(model, sampled, Optional.of(exact), Optional.empty()).verdict().isPassed());
    }

    /** A part whose partner decays: density matrices of the whole, and jumps in the sample; six values at 4.5 standard errors of Student. */
    @Test
    void openPairIsSampledToo() {
        Model model = ModelText.read("""
                unravel: 1
                name: open
                space: {a: qubit, b: qubit}
                split: {A: [a], B: [b]}
                hamiltonian: 0.5*sz(a) + 0.35*sz(b) + 0.1*(sp(a)*sm(b) + sm(a)*sp(b))
                baths:
                  cold:
                    temperature: 0
                    channels:
                      loss: {operator: sm(b), rate: 0.2, heat: -0.7}
                initial: {a: thermal(0.5), b: thermal(2)}
                time: {end: 20, points: 41}
                """);
        FirstLawCurves exact = comparison(model).exact();
        FirstLawCurves sampled = comparison(model).sampled(plan(4000));
        for (Share share : List.of(Share.CHANGE, Share.HEAT, Share.WORK)) {
            Estimate found = sampled.split("minimal-dissipation", "A").share(share).orElseThrow();
            Estimate known = exact.split("minimal-dissipation", "A").share(share).orElseThrow();
            for (int i : new int[] {15, 40}) {
                assertTrue(found.error()[i] > 1e-6, share + " has no spread");
                assertEquals(known.value()[i], found.value()[i], 4.5 * found.error()[i] + found.quadrature()[i], share.word());
                assertTrue(found.quadrature()[i] < found.error()[i], share + ": steps may move it by " + found.quadrature()[i]);
                assertTrue(Math.abs(known.value()[i]) > 4.5 * found.error()[i], share + " is lost in its noise");
            }
        }
        ComparisonVerdict verdict = new ComparisonReport(model, sampled, Optional.of(exact), Optional.empty()).verdict();
        assertTrue(verdict.isPassed(), () -> verdict.failures().toString());
    }

    @Test
    void whereTheMapEndsNothingIsDefinedAndAWarningSaysSo() {
        Model model = pair("1", "40", "41");
        FirstLawCurves exact = comparison(model).exact();
        FirstLawCurves sampled = comparison(model).sampled(plan(200));
        // cos(0.1 t) = 0
        double zero = 5 * Math.PI;
        for (FirstLawCurves curves : List.of(exact, sampled)) {
            SplitCurves split = curves.split("minimal-dissipation", "A");
            assertEquals(zero, split.warnings().get(0).t(), 0.01);
            for (Share share : List.of(Share.CHANGE, Share.HEAT, Share.WORK)) {
                double[] values = split.share(share).orElseThrow().value();
                for (int i = 0; i < values.length; i++) {
                    assertEquals(i > zero, Double.isNaN(values[i]), share + " at t = " + i);
                }
            }
        }
        ComparisonVerdict verdict = new ComparisonReport(model, sampled, Optional.of(exact), Optional.empty()).verdict();
        assertTrue(verdict.isPassed(), () -> verdict.failures().toString());
    }

    /** Heat and work are integrated each by itself: a millionth in the heat is a row that does not close, and ten standard errors in the sample are seen. */
    @Test
    void plantedErrorsFailTheVerdict() {
        Model model = pair("0.7", "26", "53");
        FirstLawCurves exact = comparison(model).exact();
        FirstLawCurves sampled = comparison(model).sampled(plan(1000));
        ComparisonVerdict open = new ComparisonReport(model, sampled, Optional.of(shifted(exact, Share.HEAT, 1e-6)), Optional.empty()).verdict();
        assertTrue(open.failures().stream().anyMatch(f -> f.startsWith("minimal-dissipation, A: expected dU = Q + W + C in the exact row")), () -> open.failures().toString());
        double error = sampled.split("minimal-dissipation", "A").share(Share.WORK).orElseThrow().error()[39];
        ComparisonVerdict off = new ComparisonReport(model, shifted(shifted(sampled, Share.WORK, 10 * error), Share.HEAT, -10 * error), Optional.of(exact), Optional.empty()).verdict();
        assertTrue(off.failures().stream().anyMatch(f -> f.startsWith("minimal-dissipation, A: W")), () -> off.failures().toString());
    }

    private static FirstLawCurves shifted(FirstLawCurves right, Share share, double by) {
        List<SplitCurves> splits = right.splits().stream().map(s -> {
            Map<Share, Estimate> shares = new LinkedHashMap<>(s.shares());
            shares.computeIfPresent(share, (name, e) -> new Estimate(Arrays.stream(e.value()).map(v -> v + by).toArray(), e.error()));
            return s.part().equals("A") ? new SplitCurves(s.definition(), s.part(), shares, s.absence(), s.warnings()) : s;
        }).toList();
        return new FirstLawCurves(right.times(), right.trajectoryCount(), right.groups(), splits, right.states(), right.jumps(), right.joint(), right.effective());
    }

    @Test
    void modelOfOnePartHasNone() {
        Model model = ModelText.read(PAIR.replace("split: {A: [a], B: [b]}\n", "").replace("OMEGA", "1").replace("END", "1").replace("POINTS", "3"));
        SplitCurves curves = comparison(model).exact().split("minimal-dissipation", Definition.SYSTEM);
        assertEquals(Reason.NOT_APPLICABLE, curves.absence().orElseThrow().reason());
    }

    /** A part whose map takes too much work says so, and the other one is there. */
    @Test
    void largePartIsRefusedAlone() {
        Model model = ModelText.read("""
                unravel: 1
                name: mode
                space: {q: qubit, c: boson(30)}
                exact-levels: [c]
                split: {A: [q], B: [c]}
                hamiltonian: proj(q, e) + num(c) + 0.1*(sp(q)*a(c) + sm(q)*adag(c))
                initial: {q: e, c: 0}
                time: {end: 5, points: 11}
                """);
        FirstLawCurves exact = comparison(model).exact();
        assertEquals(Reason.TOO_MUCH_WORK, exact.split("minimal-dissipation", Split.B).absence().orElseThrow().reason());
        assertFalse(exact.split("minimal-dissipation", Split.A).absence().isPresent());
        // cos²(gt) of the excitation is left: K is that of a qubit without a shift
        double[] frequency = exact.effective().get(Split.A).largestFrequency();
        double[] resonance = new double[11];
        Arrays.fill(resonance, 1);
        assertArrayEquals(resonance, frequency, 1e-9);
    }
}
