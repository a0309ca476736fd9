package org.unravel.effective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.unravel.ModelText;
import org.unravel.exact.Generator;
import org.unravel.exact.GeneratorRate;
import org.unravel.exact.StateEvolution;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;
import org.unravel.model.Split;

/** Maps of parts by the joint master equation: against eigenvectors where nothing is open or driven, against closed forms, and against differences of what they should be derivatives of. */
class JointMapTest {

    /** The joint equation is integrated with errors of 1e-13, and conditions stay below 10. */
    private static final double TOLERANCE = 1e-11;
    private static final double UNLIMITED = 1e12;

    private static final String EXCHANGE = """
            unravel: 1
            name: pair
            space: {q: qubit, m: levels(3)}
            split: {A: [q], B: [m]}
            hamiltonian: 0.5*sz(q) + 0.8*proj(m, 1) + 1.7*proj(m, 2) + 0.15*(sp(q)*op(m, 0, 1) + sm(q)*op(m, 1, 0)) + 0.1*sx(q)*(op(m, 1, 2) + op(m, 2, 1))
            initial: {q: sqrt(0.7)*e + sqrt(0.3)*g, m: thermal(1)}
            time: {end: 6, points: 13}
            """;

    /** A coupling that leaves A's populations alone; B decays from a mixed start. */
    private static final String DISPERSIVE = """
            unravel: 1
            name: dispersive
            space: {a: qubit, b: qubit}
            split: {A: [a], B: [b]}
            hamiltonian: 0.5*sz(a) + 0.3*sz(b) + CHI*sz(a)*sz(b)
            CHANNELS
            initial: {a: sqrt(0.8)*e + sqrt(0.2)*g, b: "density((id + 0.6*sz)/2)"}
            time: {end: 10, points: 21}
            """;

    private static final String DECAY = """
            baths:
              cold:
                temperature: 0
                channels:
                  loss: {operator: sm(b), rate: 0.25, heat: -0.6}
            """.indent(12).strip();

    private static Model dispersive(String chi, String channels) {
        return ModelText.read(DISPERSIVE.replace("CHI", chi).replace("            CHANNELS\n", "").replace("CHANNELS", channels));
    }

    private static MinimalDissipation partA(Model model) {
        return MinimalDissipation.of(model, model.split().orElseThrow().a(), UNLIMITED);
    }

    private static void assertSame(Superoperator expected, Superoperator found, double tolerance) {
        assertEquals(0, expected.minus(found).norm(), tolerance);
    }

    @Test
    void jointEquationAndEigenvectorsAgree() {
        Model model = ModelText.read(EXCHANGE);
        Split split = model.split().orElseThrow();
        for (Split.Part part : split.parts()) {
            Bipartition parts = Bipartition.of(part, split.partner(part));
            double[] rest = parts.swapped().reduced(new StateEvolution(model, UNLIMITED).initial());
            double[] times = {0, 0.3, 1.7, 5};
            List<DynamicalMap> joint = new JointMap(model, parts, rest, UNLIMITED).maps(times, 1);
            List<DynamicalMap> closed = new ClosedMap(model.hamiltonian().at(0), parts, rest, 0).maps(times, 1);
            for (int i = 0; i < times.length; i++) {
                assertSame(closed.get(i).map(), joint.get(i).map(), TOLERANCE);
                assertSame(closed.get(i).first(), joint.get(i).first(), TOLERANCE);
                assertSame(closed.get(i).second(), joint.get(i).second(), 10 * TOLERANCE);
            }
            assertSame(Superoperator.identity(part.dimension()), closed.get(0).map(), 1e-14);
        }
    }

    /** Coherence of A is multiplied by f(t) = Σ over B of e^{∓2iχt} with decay: K = ½(ω − Im f'/f)σ_z, one rate −Re f'/f; populations rest, so that no heat flows and W = ½(ν(t) − ν(0))⟨σ_z⟩. */
    @Test
    void partnerThatDecaysShiftsAndDephases() {
        double chi = 0.35;
        double gamma = 0.25;
        MinimalDissipation found = partA(dispersive("0.35", DECAY));
        for (int i = 0; i < found.times().length; i++) {
            double t = found.times()[i];
            // excited part 0.8 e^{−(2iχ+γ)t}; ground part 0.2 e^{2iχt} + 0.8 γ (e^{2iχt} − e^{−(2iχ+γ)t})/(4iχ + γ)
            double[] fell = times(new double[] {Math.exp(-gamma * t) * Math.cos(2 * chi * t), -Math.exp(-gamma * t) * Math.sin(2 * chi * t)}, 1);
            double[] turned = {Math.cos(2 * chi * t), Math.sin(2 * chi * t)};
            double norm = gamma * gamma + 16 * chi * chi;
            double[] share = {0.8 * gamma * gamma / norm, -0.8 * gamma * 4 * chi / norm};
            double[] e = {0.8 - share[0], -share[1]};
            double[] g = {0.2 + share[0], share[1]};
            double[] f = plus(times(e, fell), times(g, turned));
            double[] rate = plus(times(times(e, fell), new double[] {-gamma, -2 * chi}), times(times(g, turned), new double[] {0, 2 * chi}));
            double[] ratio = times(rate, new double[] {f[0], -f[1]});
            double square = f[0] * f[0] + f[1] * f[1];
            double frequency = 1 - ratio[1] / square;
            assertEquals(frequency, found.largestFrequency()[i], TOLERANCE);
            assertEquals(-ratio[0] / square, largestModulus(found.rates()[i]), TOLERANCE);
            assertEquals(0, found.heat()[i], TOLERANCE);
            assertEquals(0.3 * (frequency - found.largestFrequency()[0]), found.work()[i], TOLERANCE);
        }
        assertEquals(1 + 2 * chi * 0.6, found.largestFrequency()[0], TOLERANCE);
    }

    private static double largestModulus(double[] rates) {
        double least = rates[0];
        double most = rates[rates.length - 1];
        return Math.abs(least) > Math.abs(most) ? least : most;
    }

    private static double[] times(double[] a, double b) {
        return new double[] {a[0] * b, a[1] * b};
    }

    private static double[] times(double[] a, double[] b) {
        return new double[] {a[0] * b[0] - a[1] * b[1], a[0] * b[1] + a[1] * b[0]};
    }

    private static double[] plus(double[] a, double[] b) {
        return new double[] {a[0] + b[0], a[1] + b[1]};
    }

    /** A coupling that is driven: f(t) = cos θ − 0.6 i sin θ with θ = 2∫χ dt, so that the derivative of H is in K'. */
    @Test
    void drivenCouplingDoesItsWork() {
        MinimalDissipation found = partA(dispersive("0.3*cos(2*t)", ""));
        for (int i = 0; i < found.times().length; i++) {
            double t = found.times()[i];
            double theta = 0.3 * Math.sin(2 * t);
            double square = Math.pow(Math.cos(theta), 2) + Math.pow(0.6 * Math.sin(theta), 2);
            double frequency = 1 + 0.6 * 0.6 * Math.cos(2 * t) / square;
            assertEquals(frequency, found.largestFrequency()[i], TOLERANCE);
            assertEquals(0.3 * (frequency - 1.36), found.work()[i], TOLERANCE);
            assertEquals(0, found.heat()[i], TOLERANCE);
        }
    }

    /** A coupling that is switched off between two grid times: K jumps back, and work is done in no time. */
    @Test
    void couplingThatIsSwitchedDoesWorkAtOnce() {
        MinimalDissipation found = partA(dispersive("0.3*step(1.2 - t)", ""));
        int after = 3;
        assertEquals(1.5, found.times()[after], 1e-12);
        assertEquals(1, found.largestFrequency()[after], TOLERANCE);
        assertEquals(0.3 * (1 - 1.36), found.work()[after], TOLERANCE);
        assertEquals(0, found.heat()[after], TOLERANCE);
        assertTrue(found.nodes().stream().anyMatch(n -> Math.abs(n.time() - 1.2) < 1e-12 && n.weight() == 1), "no jump of K at t = 1.2");
    }

    private static final String MOVING = """
            unravel: 1
            name: moving
            space: {a: qubit, b: qubit}
            split: {A: [a], B: [b]}
            hamiltonian: 0.5*(1 + 0.3*sin(t))*sz(a) + 0.4*sz(b) + 0.2*cos(0.7*t)*(sp(a)*sm(b) + sm(a)*sp(b)) + 0.1*sx(a)*sz(b)
            baths:
              one:
                channels:
                  turning: {operator: sz(a) + 0.5*exp(i*t)*sm(b), rate: 0.1 + 0.05*cos(t), heat: 0}
                  loss: {operator: sm(b), rate: 0.2*exp(-t/5), heat: 0}
            initial: {a: sqrt(0.8)*e + sqrt(0.2)*g, b: "density((id + 0.6*sz + 0.3*sx)/2)"}
            time: {end: 4, points: 9}
            """;

    /** ρ̈ = ℒℒρ + ℒ'ρ against differences of ρ̇ along the path, of fourth order: h⁴/30 of the fifth derivative, some 1e-8. */
    @Test
    void generatorRateIsTheDerivativeOfTheGenerator() {
        Model model = ModelText.read(MOVING);
        StateEvolution evolution = new StateEvolution(model, UNLIMITED);
        Generator generator = new Generator(model);
        double h = 0.01;
        double t = 1.3;
        double[] times = {0, t - 2 * h, t - h, t, t + h, t + 2 * h};
        double[][] states = evolution.states(evolution.initial(), times);
        double[][] rates = new double[times.length][];
        for (int i = 0; i < times.length; i++) {
            rates[i] = generator.rate(times[i], times[i], states[i]);
        }
        double[] moved = new GeneratorRate(model).rate(t, t, states[3]);
        double[] twice = generator.rate(t, t, rates[3]);
        double largest = 0;
        for (int k = 0; k < moved.length; k++) {
            double difference = (8 * (rates[4][k] - rates[2][k]) - (rates[5][k] - rates[1][k])) / (12 * h);
            assertEquals(difference, twice[k] + moved[k], 1e-7);
            largest = Math.max(largest, Math.abs(moved[k]));
        }
        assertTrue(largest > 0.01, "nothing moves");
    }

    /** K' by its own formula against differences of K, and heat and work, integrated each by itself, against ΔU. */
    @Test
    void changeOfTheHamiltonianIsItsDerivative() {
        Model model = ModelText.read(MOVING);
        for (Split.Part part : model.split().orElseThrow().parts()) {
            Bipartition parts = Bipartition.of(part, model.split().orElseThrow().partner(part));
            double[] rest = parts.swapped().reduced(new StateEvolution(model, UNLIMITED).initial());
            JointMap maps = new JointMap(model, parts, rest, UNLIMITED);
            double h = 0.01;
            double t = 1.3;
            double[] times = {0, t - 2 * h, t - h, t, t + h, t + 2 * h};
            List<EffectivePoint> points = IntStream.range(0, times.length).mapToObj(i -> new EffectivePoint(times[i], maps.maps(times, t).get(i))).toList();
            for (int k = 0; k < 4; k++) {
                double difference = (8 * (points.get(4).hamiltonian()[k] - points.get(2).hamiltonian()[k]) - (points.get(5).hamiltonian()[k] - points.get(1).hamiltonian()[k])) / (12 * h);
                assertEquals(difference, points.get(3).change()[k], 1e-6);
            }
            MinimalDissipation found = MinimalDissipation.of(model, part, UNLIMITED);
            for (int i = 0; i < found.times().length; i++) {
                assertEquals(found.energy()[i] - found.energy()[0], found.heat()[i] + found.work()[i], 1e-10);
                assertTrue(found.error()[i] < 1e-10, "error " + found.error()[i]);
            }
            assertTrue(Math.abs(found.work()[8]) > 1e-3, "no work is done");
        }
    }

    @Test
    void correlatedStartHasNoMap() {
        Model model = ModelText.read(EXCHANGE.replace("{q: sqrt(0.7)*e + sqrt(0.3)*g, m: thermal(1)}", "(ket(e, 0) + ket(g, 1))/sqrt(2)"));
        ModelException refused = assertThrows(ModelException.class, () -> partA(model));
        assertEquals(Reason.NOT_APPLICABLE, refused.reason());
    }

    @Test
    void workThatIsNotPaidForIsRefused() {
        Model model = ModelText.read(EXCHANGE);
        ModelException refused = assertThrows(ModelException.class, () -> MinimalDissipation.of(model, model.split().orElseThrow().b(), 1e4));
        assertEquals(Reason.TOO_MUCH_WORK, refused.reason());
    }
}
