package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.ModelText;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Quantity;
import org.unravel.model.TimeGrid;

/** The long run of models with a period, against closed forms, rotating frames, the elimination for models that do not depend on time, and slopes of moments. */
class PeriodicStatisticsTest {

    /** Integration of a period is good to some 1e-12, and a relaxation by a factor 0.3 to 0.9 in a period makes at most 1e-11 of it. */
    private static final double INTEGRATED = 1e-10;

    /** What a planted error must move a number by at least. */
    private static final double SEEN = 1e4 * INTEGRATED;

    private static final String FLUORESCENCE = """
            unravel: 1
            name: fluorescence
            parameters: {omega: 1.3, rabi: 0.8, rate: 1, wrong: 0}
            space: {q: qubit}
            hamiltonian: omega/2*sz + rabi/2*(exp(i*(omega + wrong)*t)*sm + exp(-i*(omega + wrong)*t)*sp)
            energy: omega/2*sz
            baths: {field: {channels: {emission: {operator: sm, rate: rate, heat: -omega}}}}
            initial: {q: g}
            time: {end: 10, points: 11}
            period: 2*pi/(omega + wrong)
            observables: {excited: proj(e), inphase: exp(i*omega*t)*sm + exp(-i*omega*t)*sp, quadrature: i*exp(i*omega*t)*sm - i*exp(-i*omega*t)*sp, lab: sx}
            """;

    private static Model fluorescence(double rabi, double rate, double wrong) {
        return ModelText.read(FLUORESCENCE,
                Map.of("rabi", Double.toString(rabi), "rate", Double.toString(rate), "wrong", Double.toString(wrong)));
    }

    private static CountedQuantity heat(Model model, int bath) {
        return CountedQuantity.heat(model, model.baths().get(bath));
    }

    /** Carmichael (1993): p_e = Ω²/(γ² + 2Ω²), R = γp_e, F = 1 − 6γ²Ω²/(γ² + 2Ω²)²; the dipole's quadrature is γΩ/(γ² + 2Ω²) per unit of σ_y/2 … */
    @ParameterizedTest
    @CsvSource({"0.8, 1", "0.2, 0.5", "2, 0.3"})
    void laserDrivenAtomInTheLabFrameIsResonanceFluorescence(double rabi, double rate) {
        Model model = fluorescence(rabi, rate, 0);
        PeriodicStatistics statistics = PeriodicStatistics.of(model);
        double width = rate * rate + 2 * rabi * rabi;
        double excited = rabi * rabi / width;
        Map<String, Double> means = statistics.means();
        assertEquals(excited, means.get("excited"), INTEGRATED);
        assertEquals(1.3 * (excited - 0.5), means.get("energy"), INTEGRATED);
        assertEquals(2 * rabi * rate / width, Math.abs(means.get("quadrature")), INTEGRATED);
        assertEquals(0, means.get("lab"), INTEGRATED);
        CurrentStatistics.Current jumps = statistics.current(CountingModels.jumps(model, 0, 0));
        assertEquals(rate * excited, jumps.mean(), INTEGRATED);
        assertEquals(1 - 6 * rate * rate * rabi * rabi / (width * width), jumps.fanoFactor(), INTEGRATED);
        Map<String, Double> powers = statistics.powers();
        assertEquals(-1.3 * rate * excited, powers.get("heat.field"), INTEGRATED);
        assertEquals(1.3 * rate * excited, powers.get(Quantity.HEAT_UNITARY), INTEGRATED);
        assertEquals(0, powers.get(Quantity.WORK), INTEGRATED);
        // a laser that is off resonance by 1 %
        assertTrue(Math.abs(PeriodicStatistics.of(fluorescence(rabi, rate, 0.013)).current(CountingModels.jumps(model, 0, 0)).mean() - rate * excited) > SEEN);
    }

    private static final String TWO_BATHS = """
            unravel: 1
            name: two-baths
            parameters: {detuning: 0.3, Omega: 0.4, omega: 1.1}
            space: {q: qubit}
            hamiltonian: HAMILTONIAN
            energy: ENERGY
            baths:
              hot: {beta: 0.5, channels: {down: {operator: sm, rate: 0.3, heat: -omega}, up: {operator: sp, rate: 0.3*exp(-0.5*omega), heat: omega}}}
              cold: {beta: 2, channels: {down: {operator: sm, rate: 0.2, heat: -omega}, up: {operator: sp, rate: 0.2*exp(-2*omega), heat: omega}}}
            initial: {q: g}
            time: {end: 40, points: 81}
            period: PERIOD
            observables: {excited: "proj(q, e)"}
            """;

    private static Model twoBaths(String hamiltonian, String energy, String period) {
        return ModelText.read(TWO_BATHS.replace("HAMILTONIAN", hamiltonian).replace("ENERGY", energy).replace("PERIOD", period));
    }

    private static Model rotating() {
        return twoBaths("detuning/2*sz + Omega/2*sx", "omega/2*sz", "3");
    }

    private static Model lab() {
        return twoBaths("omega/2*sz + Omega/2*(exp(i*(omega - detuning)*t)*sm + exp(-i*(omega - detuning)*t)*sp)", "omega/2*sz", "2*pi/(omega - detuning)");
    }

    private static void assertAlike(LongTimeStatistics expected, LongTimeStatistics found) {
        expected.means().forEach((name, mean) -> assertEquals(mean, found.means().get(name), INTEGRATED, name));
        expected.powers().forEach((name, power) -> assertEquals(power, found.powers().get(name), INTEGRATED, name));
        for (CountedQuantity counted : CountedQuantity.allOf(expected.model())) {
            CurrentStatistics.Current a = expected.current(counted);
            CurrentStatistics.Current b = found.current(counted);
            assertEquals(a.mean(), b.mean(), INTEGRATED, counted.name());
            assertEquals(a.noise(), b.noise(), INTEGRATED, counted.name());
            assertEquals(a.activity(), b.activity(), INTEGRATED, counted.name());
            for (double s : new double[] {-1.5, -0.2, 0.4, 1}) {
                assertEquals(expected.cumulantGeneratingFunction(counted, s), found.cumulantGeneratingFunction(counted, s), INTEGRATED, counted.name() + " at " + s);
            }
        }
        if (expected.model().baths().size() == 2) {
            assertEquals(expected.covariance(heat(expected.model(), 0), heat(expected.model(), 1)), found.covariance(heat(found.model(), 0), heat(found.model(), 1)), INTEGRATED);
        }
    }

    @Test
    void labFrameIsTheRotatingFrame() {
        LongTimeStatistics found = LongTimeStatistics.of(lab());
        assertTrue(found.period().isPresent());
        LongTimeStatistics expected = CurrentStatistics.of(rotating());
        assertAlike(expected, found);
        assertEquals(expected.entropyProductionRate(), found.entropyProductionRate(), INTEGRATED);
        LongTimeStatistics wrong = CurrentStatistics.of(twoBaths("(detuning + 0.001)/2*sz + Omega/2*sx", "omega/2*sz", "3"));
        assertTrue(Math.abs(wrong.current(heat(wrong.model(), 0)).mean() - expected.current(heat(wrong.model(), 0)).mean()) > SEEN / 10);
    }

    /** A model that does not depend on time, by the way of those that do, whatever its period: elimination in 32 digits knows the answer. */
    @ParameterizedTest
    @ValueSource(doubles = {0.7, 3, 25})
    void periodOfAModelThatDoesNotDependOnTimeChangesNothing(double period) {
        Model model = rotating().withPeriod(period);
        assertAlike(CurrentStatistics.of(model), PeriodicStatistics.of(model));
    }

    /** The start of the period is of no matter, nor how many periods are one. */
    @Test
    void periodsAreAlike() {
        LongTimeStatistics one = LongTimeStatistics.of(stroke(0.6));
        Model later = stroke(0.6).withTime(new TimeGrid(0.37, 40.37, 81));
        assertAlike(one, LongTimeStatistics.of(later));
        assertAlike(one, LongTimeStatistics.of(stroke(0.6).withPeriod(4)));
    }

    /** A qubit whose gap is switched, with a bath in each half of the period: an engine's cycle, with quanta and quenches at the switches. */
    private static Model stroke(double depth) {
        return ModelText.read("""
                unravel: 1
                name: stroke
                parameters: {depth: 0.5}
                space: {q: qubit}
                let: {on: step(sin(pi*t))}
                hamiltonian: (1 + depth*on)/2*sz
                baths:
                  hot:
                    beta: 0.4
                    channels:
                      down: {operator: sm, rate: 0.8*on, heat: -(1 + depth)}
                      up: {operator: sp, rate: 0.8*on*exp(-0.4*(1 + depth)), heat: 1 + depth}
                  cold:
                    beta: 1.5
                    channels:
                      down: {operator: sm, rate: 0.5*(1 - on), heat: -1}
                      up: {operator: sp, rate: 0.5*(1 - on)*exp(-1.5), heat: 1}
                initial: {q: e}
                time: {end: 40, points: 81}
                period: 2
                observables: {excited: proj(e), gap: on*id}
                """, Map.of("depth", Double.toString(depth)));
    }

    /** Populations relax to p_h in the first half and to p_c in the second, each by a factor: p(0) = p_c + (p(1) − p_c)f_c, p(1) = p_h + (p(0) − p_h)f_h. */
    @Test
    void twoStrokesHaveTheirClosedForm() {
        double depth = 0.6;
        Model model = stroke(depth);
        LongTimeStatistics statistics = LongTimeStatistics.of(model);
        double ratioHot = Math.exp(-0.4 * (1 + depth));
        double ratioCold = Math.exp(-1.5);
        double hot = ratioHot / (1 + ratioHot);
        double cold = ratioCold / (1 + ratioCold);
        double keptHot = Math.exp(-0.8 * (1 + ratioHot));
        double keptCold = Math.exp(-0.5 * (1 + ratioCold));
        double start = (cold * (1 - keptCold) + hot * (1 - keptHot) * keptCold) / (1 - keptHot * keptCold);
        double middle = hot + (start - hot) * keptHot;
        double moved = (middle - start) / 2;
        Map<String, Double> powers = statistics.powers();
        assertEquals((1 + depth) * moved, powers.get("heat.hot"), INTEGRATED);
        assertEquals(-moved, powers.get("heat.cold"), INTEGRATED);
        assertEquals(-depth * moved, powers.get(Quantity.WORK), INTEGRATED);
        assertEquals(0, powers.get(Quantity.HEAT_QUANTUM), INTEGRATED);
        assertEquals((1 + depth) * moved, statistics.current(heat(model, 0)).mean(), INTEGRATED);
        assertEquals(0.5, statistics.means().get("gap"), INTEGRATED);
        double timeHot = 0.8 * (1 + ratioHot);
        double timeCold = 0.5 * (1 + ratioCold);
        double mean = (hot + (start - hot) * (1 - keptHot) / timeHot + cold + (middle - cold) * (1 - keptCold) / timeCold) / 2;
        assertEquals(mean, statistics.means().get("excited"), INTEGRATED);
        assertTrue(Math.abs(LongTimeStatistics.of(stroke(0.601)).powers().get("heat.hot") - powers.get("heat.hot")) > SEEN / 100);
    }

    /** Slopes of mean, variance and covariance between late times that are a period apart; by then the start is forgotten to e^{−0.5·100}. */
    private static void assertSlopes(Model model, LongTimeStatistics statistics, double end) {
        Model late = model.withTime(new TimeGrid(0, end + model.period().orElseThrow(), 2));
        Model soon = model.withTime(new TimeGrid(0, end, 2));
        Map<String, double[]> slopes = new HashMap<>();
        for (CountedQuantity counted : CountedQuantity.allOf(model)) {
            CountingMoments a = CountingMoments.solve(soon, counted);
            CountingMoments b = CountingMoments.solve(late, counted);
            double t = model.period().orElseThrow();
            slopes.put(counted.name(), new double[] {(b.mean()[1] - a.mean()[1]) / t, (b.variance()[1] - a.variance()[1]) / t});
            CurrentStatistics.Current current = statistics.current(counted);
            // differences of numbers that grew for `end` at 1e-11 each
            assertEquals(slopes.get(counted.name())[0], current.mean(), 1e-9, counted.name());
            assertEquals(slopes.get(counted.name())[1], current.noise(), 1e-8, counted.name());
        }
        if (model.baths().size() == 2) {
            CountedQuantity both = heat(model, 0).plus(heat(model, 1));
            double t = model.period().orElseThrow();
            double slope = (CountingMoments.solve(late, both).variance()[1] - CountingMoments.solve(soon, both).variance()[1]) / t;
            double expected = (slope - slopes.get(heat(model, 0).name())[1] - slopes.get(heat(model, 1).name())[1]) / 2;
            assertEquals(expected, statistics.covariance(heat(model, 0), heat(model, 1)), 1e-8);
        }
    }

    @Test
    void slopesOfMomentsAreCurrentsAndNoise() {
        assertSlopes(stroke(0.6), LongTimeStatistics.of(stroke(0.6)), 100);
        assertSlopes(lab(), LongTimeStatistics.of(lab()), 40 * 2 * Math.PI / 0.8);
        assertSlopes(modulated(), LongTimeStatistics.of(modulated()), 100);
    }

    /** Quanta, rates, the operator of a jump and H all move. */
    private static Model modulated() {
        return ModelText.read("""
                unravel: 1
                name: modulated
                space: {q: qubit}
                hamiltonian: (1 + 0.3*sin(2*pi*t))/2*sz + 0.2*cos(2*pi*t)*sx
                baths:
                  a: {channels: {down: {operator: "sm + 0.2*exp(2*i*pi*t)*sz", rate: 1 + 0.5*cos(2*pi*t), heat: -1 - 0.3*sin(2*pi*t)}}}
                  b: {channels: {up: {operator: sp, rate: 0.4, heat: 1 + 0.3*sin(2*pi*t)}}}
                initial: {q: e}
                time: {end: 10, points: 11}
                period: 1
                observables: {x: sx, decaying: exp(-t)*sx}
                """);
    }

    /** First and second derivative of the generating function at 0 by differences: λ(±h) = ±hJ + h²S/2 + …, off by h² of the next cumulants, of order one. */
    @Test
    void generatingFunctionHasCurrentAndNoiseAtZero() {
        double h = 2e-3;
        for (Model model : List.of(stroke(0.6), lab(), modulated())) {
            LongTimeStatistics statistics = LongTimeStatistics.of(model);
            for (CountedQuantity counted : CountedQuantity.allOf(model)) {
                CurrentStatistics.Current current = statistics.current(counted);
                double plus = statistics.cumulantGeneratingFunction(counted, h);
                double minus = statistics.cumulantGeneratingFunction(counted, -h);
                assertEquals(current.mean(), (plus - minus) / (2 * h), h * h, counted.name());
                assertEquals(current.noise(), (plus + minus) / (h * h), 5 * h * h, counted.name());
            }
        }
    }

    /** Only quanta and an observable move: Poissonian jumps at rate r of quanta 1 + sin, mean r and noise r ⟨(1 + sin)²⟩ = 3r/2. */
    @Test
    void quantaAloneMayMove() {
        Model model = ModelText.read("unravel: 1\nname: clicks\nspace: {q: qubit}\nhamiltonian: 0.5*sx\nbaths: {b: {channels: {z: {operator: sz, rate: 0.7, heat: 1 + sin(t)}}}}\n"
                + "initial: {q: e}\ntime: {end: 10, points: 11}\nperiod: 2*pi\nobservables: {turning: cos(t)^2*id}\n");
        LongTimeStatistics statistics = LongTimeStatistics.of(model);
        assertEquals(0.7, statistics.current(heat(model, 0)).mean(), INTEGRATED);
        assertEquals(1.05, statistics.current(heat(model, 0)).noise(), INTEGRATED);
        assertEquals(0.5, statistics.means().get("turning"), INTEGRATED);
        // λ(s) = r (⟨e^{s(1 + sin)}⟩ − 1) = r (e^s I₀(s) − 1), I₀(1) = 1.26606587775200834
        assertEquals(0.7 * (Math.E * 1.26606587775200834 - 1), statistics.cumulantGeneratingFunction(heat(model, 0), 1), INTEGRATED);
    }

    @Test
    void whatDoesNotRepeatHasNoMean() {
        Map<String, Double> means = LongTimeStatistics.of(modulated()).means();
        assertTrue(Double.isNaN(means.get("decaying")));
        assertTrue(Double.isFinite(means.get("x")));
    }

    /** The first law and its books over a period: work + heat = 0, heats of the baths add up to all heat. */
    @Test
    void booksCloseOverAPeriod() {
        Map<String, Double> powers = LongTimeStatistics.of(modulated()).powers();
        assertTrue(Math.abs(powers.get(Quantity.WORK)) > 0.01);
        assertEquals(0, powers.get(Quantity.WORK) + powers.get(Quantity.HEAT), INTEGRATED);
        assertEquals(powers.get(Quantity.HEAT), powers.get("heat.a") + powers.get("heat.b"), INTEGRATED);
    }

    /** Jarzynski and Wójcik: of two baths λ(x) = λ(1 − x) along Σ β_b Q_b; under a drive that is the same backwards about a time, and not under two shifted ones. */
    @Test
    void symmetryHoldsWhereTheDriveIsTheSameBackwards() {
        assertTrue(PeriodicStatistics.of(twoBaths("omega/2*sz", "omega/2*sz", "3")).symmetryViolation() < 1e-9);
        assertTrue(LongTimeStatistics.of(shifted(0)).symmetryViolation() < 1e-9);
        double broken = LongTimeStatistics.of(shifted(0.25)).symmetryViolation();
        assertTrue(broken > 1e-4, () -> "expected a violation, found " + broken);
    }

    /** Three levels in a ring, rates of three pairs that swell one after the other. */
    private static Model shifted(double by) {
        StringBuilder baths = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            String rate = "(1 + 0.9*cos(2*pi*(t - " + i * by + ")))";
            int low = i == 2 ? 0 : i;
            int high = i == 2 ? 2 : i + 1;
            int gap = high - low;
            double beta = 0.4 + 0.3 * i;
            baths.append("  b").append(i).append(": {beta: ").append(beta).append(", channels: {down: {operator: \"op(s, ").append(low).append(", ").append(high)
                    .append(")\", rate: \"").append(rate).append("\", heat: ").append(-gap).append("}, up: {operator: \"op(s, ").append(high).append(", ").append(low)
                    .append(")\", rate: \"").append(rate).append("*exp(").append(-beta * gap).append(")\", heat: ").append(gap).append("}}}\n");
        }
        return ModelText.read("unravel: 1\nname: ring\nspace: {s: levels(3)}\nhamiltonian: proj(s, 1) + 2*proj(s, 2)\nbaths:\n" + baths
                + "initial: {s: 0}\ntime: {end: 10, points: 11}\nperiod: 1\n");
    }

    @Test
    void moreThanOneStateThatRepeatsIsRefused() {
        Model model = ModelText.read("""
                unravel: 1
                name: apart
                space: {q: qubit, p: qubit}
                hamiltonian: sz(q)*(1 + 0.2*cos(t)) + sz(p)
                baths: {b: {channels: {down: {operator: sm(q), rate: 0.3, heat: -2}}}}
                initial: {q: e, p: e + g}
                time: {end: 10, points: 11}
                period: 2*pi
                """);
        ModelException e = assertThrows(ModelException.class, () -> LongTimeStatistics.of(model));
        assertTrue(e.getMessage().startsWith("expected one state that repeats after the period, found "), e.getMessage());
        ModelException closed = assertThrows(ModelException.class,
                () -> LongTimeStatistics.of(ModelText.read("unravel: 1\nname: closed\nspace: {q: qubit}\nhamiltonian: cos(t)*sx\ninitial: {q: e}\ntime: {end: 10, points: 11}\nperiod: 2*pi\n")));
        assertTrue(closed.getMessage().contains("multipliers of the map over one period"), closed.getMessage());
    }
}
