package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Test;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.modelfile.ModelReader;

/** Waiting times between jumps in a finite run against closed forms. */
class WaitingTimeProbabilitiesTest {

    private static final int BINS = 8;

    /** What {@link WaitingTimeProbabilities} converges to, times ten for the division by counts of 0.1 and more. */
    private static final double PROBABILITY = 1e-8;

    /** Nodes for the closed forms, which are smooth on a bin of at most a few widths: far beyond rounding. */
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(40);

    private static double integral(DoubleUnaryOperator f, double from, double to) {
        double sum = 0;
        for (int i = 0; i < RULE.getNumberOfPoints(); i++) {
            sum += RULE.getWeight(i) * f.applyAsDouble(from + (to - from) * (1 + RULE.getPoint(i)) / 2);
        }
        return sum * (to - from) / 2;
    }

    private static void assertNormalised(WaitingTimeProbabilities found) {
        for (int from = 0; from < found.endings().length; from++) {
            double sum = found.endings()[from];
            for (double[] bins : found.bins()[from]) {
                for (double p : bins) {
                    sum += p;
                }
            }
            assertEquals(1, sum, PROBABILITY);
        }
        assertTrue(found.residual() <= PROBABILITY, () -> "residual " + found.residual());
    }

    /** At a constant rate r a run of length T has r²(T − τ)e^{−rτ}dτ pairs of waiting time τ on average, and rT jumps. */
    private static double poissonPairs(double rate, double end, int bin) {
        double width = end / BINS;
        return integral(tau -> rate * rate * (end - tau) * Math.exp(-rate * tau), bin * width, (bin + 1) * width) / (rate * end);
    }

    @Test
    void constantRateGivesExponentialDelaysCensoredByTheEnd() {
        double rate = 0.7;
        WaitingTimeProbabilities found = WaitingTimeProbabilities.solve(CountingModels.poisson(rate, 1).build(), BINS, Effort.MODERATE);
        double end = 10;
        for (int b = 0; b < BINS; b++) {
            double low = b * end / BINS;
            assertEquals(Math.exp(-rate * low) * -Math.expm1(-rate * end / BINS), found.bins()[0][0][b], PROBABILITY);
            assertEquals(poissonPairs(rate, end, b), found.bins()[1][0][b], PROBABILITY);
        }
        // of rT jumps, the last of each run that has one is followed by none
        assertEquals(-Math.expm1(-rate * end) / (rate * end), found.endings()[1], PROBABILITY);
        assertEquals(rate * end, found.counts()[1], PROBABILITY);
        assertNormalised(found);
    }

    @Test
    void rateTooLargeByFivePerCentIsCaught() {
        WaitingTimeProbabilities wrong = WaitingTimeProbabilities.solve(CountingModels.poisson(0.7 * 1.05, 1).build(), BINS, Effort.MODERATE);
        assertTrue(Math.abs(wrong.bins()[1][0][0] - poissonPairs(0.7, 10, 0)) > 1e3 * PROBABILITY);
    }

    /**
     * Rank one: after each photon the atom is in |g⟩, and w(τ) = γ (Ω/2s)² e^{−γτ/2} sin² sτ with s² = Ω²/4 − γ²/16, from the two
     * amplitudes of H_eff. Pairs follow from w and the mean number of photons M(t): ∫ w(τ) M(T − τ) dτ.
     */
    @Test
    void resonanceFluorescenceHasItsRenewalDensity() {
        double rabi = 0.8;
        double gamma = 1;
        double end = 10;
        double s = Math.sqrt(rabi * rabi / 4 - gamma * gamma / 16);
        DoubleUnaryOperator density = tau -> gamma * Math.pow(rabi / (2 * s) * Math.sin(s * tau), 2) * Math.exp(-gamma * tau / 2);
        Model model = CountingModels.fluorescence(rabi, gamma).build();
        WaitingTimeProbabilities found = WaitingTimeProbabilities.solve(model, BINS, Effort.MODERATE);
        for (int b = 0; b < BINS; b++) {
            double low = b * end / BINS;
            assertEquals(integral(density, low, low + end / BINS), found.bins()[0][0][b], PROBABILITY);
            double expected = integral(tau -> density.applyAsDouble(tau) * photons(rabi, gamma, end - tau), low, low + end / BINS);
            assertEquals(expected / photons(rabi, gamma, end), found.bins()[1][0][b], PROBABILITY);
        }
        assertNormalised(found);
    }

    /**
     * ∫γρ_ee dt from |g⟩: ρ_ee = Ω²/(γ² + 2Ω²) (1 − e^{−3γt/4}(cos mt + (3γ/4m) sin mt)), m² = Ω² − γ²/16 (Torrey 1949; Carmichael 1993),
     * integrated over t.
     */
    private static double photons(double rabi, double gamma, double t) {
        double m = Math.sqrt(rabi * rabi - gamma * gamma / 16);
        double a = 3 * gamma / 4;
        double decay = Math.exp(-a * t);
        double norm = a * a + m * m;
        double cosine = (a + decay * (m * Math.sin(m * t) - a * Math.cos(m * t))) / norm;
        double sine = (m - decay * (a * Math.sin(m * t) + m * Math.cos(m * t))) / norm;
        return gamma * rabi * rabi / (gamma * gamma + 2 * rabi * rabi) * (t - cosine - a / m * sine);
    }

    /** A rate gt: pairs that begin at t have the density gt · g(t + τ) e^{−g((t+τ)² − t²)/2}. */
    @Test
    void rateThatDependsOnTimeIsFollowed() {
        double g = 0.4;
        double end = 3;
        TimeFunction ramp = new Drives.Steps(g, new double[0], new double[] {0});
        Channel channel = new Channel("z", TimeDependentOperator.constant(Operators.SIGMA_Z), ramp, TimeFunction.constant(1));
        Model model = ModelFixture.of(Operators.constant(0.5, Operators.SIGMA_X)).bath("b", channel).time(0, end, 2).build();
        WaitingTimeProbabilities found = WaitingTimeProbabilities.solve(model, BINS, Effort.LARGE);
        double count = g * end * end / 2;
        for (int b = 0; b < BINS; b++) {
            double pairs = integral(tau -> integral(t -> g * g * t * (t + tau) * Math.exp(-g * tau * (t + tau / 2)), 0, end - tau),
                    b * end / BINS, (b + 1) * end / BINS);
            assertEquals(pairs / count, found.bins()[1][0][b], PROBABILITY);
        }
        assertNormalised(found);
    }

    /** A rate that jumps from 1 to 3 at an odd time, and back: every pair of pieces has a Poisson density. */
    @Test
    void rateThatJumpsIsFollowed() {
        double[] times = {0.7, 1.9};
        TimeFunction steps = new Drives.Steps(0, times, new double[] {1, 3, 1});
        Channel channel = new Channel("z", TimeDependentOperator.constant(Operators.SIGMA_Z), steps, TimeFunction.constant(1));
        Model model = ModelFixture.of(Operators.constant(0.5, Operators.SIGMA_X)).bath("b", channel).time(0, 3, 2).build();
        WaitingTimeProbabilities found = WaitingTimeProbabilities.solve(model, BINS, Effort.LARGE);
        assertNormalised(found);
        // Λ(t) = ∫ rate: no jump at all, and the ends of jumps
        assertEquals(Math.exp(-(3 + 2 * 1.2)), found.endings()[0], PROBABILITY);
        assertEquals(3 + 2 * 1.2, found.counts()[1], PROBABILITY);
        assertEquals(-Math.expm1(-(3 + 2 * 1.2)) / (3 + 2 * 1.2), found.endings()[1], PROBABILITY);
    }

    /** Two ways through the same physics: order of integration exchanged, with one integral left, and every start followed through the bins. */
    @Test
    void bothWaysAgreeOnAModelWithTwoChannelsThatAreNotOfRankOne() {
        Model model = ModelFixture.of(Operators.constant(0.6, Operators.SIGMA_X)).bath("b",
                ModelFixture.channel("down", Operators.SIGMA_MINUS, 0.5, -1), ModelFixture.channel("z", Operators.SIGMA_Z, 0.2, 0))
                .time(0, 4, 2).build();
        double[][][] stationary = new StationaryDelays(model, TiltedFlow.of(model), BINS, WorkBudget.unlimited()).pairs(8);
        double[][][] driven = new DrivenDelays(model, TiltedFlow.of(model), BINS, WorkBudget.unlimited()).pairs(8);
        for (int k = 0; k < 2; k++) {
            for (int l = 0; l < 2; l++) {
                for (int b = 0; b < BINS; b++) {
                    assertEquals(stationary[k][l][b], driven[k][l][b], PROBABILITY);
                }
            }
        }
    }

    @Test
    void workBeyondTheBudgetIsRefused() {
        Model model = ModelReader.readShipped("lab-frame-qubit", Map.of());
        assertTrue(assertThrows(ModelException.class, () -> WaitingTimeProbabilities.solve(model, TiltedFlow.of(model), BINS, new WorkBudget(1e6)))
                .getMessage().startsWith("too much work for the exact side: "));
    }
}
