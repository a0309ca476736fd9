package org.unravel.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.unravel.ModelText;
import org.unravel.ValidationSize;
import org.unravel.engine.AlteredModel;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.StatisticalTests;

/**
 * Ratios of probabilities at two temperatures, which detailed balance fixes in closed form whatever the rates are; nothing of the program's exact side is in them.
 *
 * <p>Energies at equilibrium, ln p_β₂(E)/p_β₁(E) = −(β₂ − β₁)E + const: the estimate of greatest likelihood of β₂ − β₁ from samples at both. And a system that
 * starts at β₁ and takes the heat Q from baths, of which one has β₂ and all others β₁, for any time: ln P(Q)/P(−Q) = (β₁ − β₂)Q, as each record of jumps between
 * levels is e^{(β₁ − β₂)Q} times as likely as its reverse. Given how many trajectories have |Q|, those with +Q are binomial.
 *
 * @see <a href="https://doi.org/10.1021/ct300688p">Shirts (2013), J. Chem. Theory Comput. 9, 909: ratios at two temperatures</a>
 * @see <a href="https://doi.org/10.1103/PhysRevLett.92.230602">Jarzynski and Wójcik (2004), Phys. Rev. Lett. 92, 230602: heat exchange</a>
 */
class TwoTemperaturesTest {

    /** Of each p-value; there are some twenty in all. */
    private static final double FALSE_ALARM_RATE = 1e-5;
    private static final double COLD = 1.2;
    private static final double WARM = 0.7;
    /** Of the number of trajectories with +Q, from which on it counts as normal; less is added to the next |Q|. */
    private static final double LEAST_VARIANCE = 25;

    /** A ladder of five levels in one bath; relaxed after t = 40 to e^{−20}, as no rate of relaxation is less than 1/2. */
    private static Model ladder(double beta) {
        return ModelText.read("""
                unravel: 1
                name: ladder
                parameters: {beta: BETA}
                space: {c: boson(5)}
                exact-levels: [c]
                hamiltonian: num(c)
                baths:
                  b:
                    beta: beta
                    channels:
                      down: {operator: a(c), rate: "0.6*(1 + nbar(1, beta))", heat: -1}
                      up: {operator: adag(c), rate: "0.6*nbar(1, beta)", heat: 1}
                initial: {c: 0}
                time: {end: 40, points: 2}
                """.replace("BETA", "" + beta));
    }

    /** Three levels, each pair joined by a bath: two with the system's own temperature, the one of the largest gap with another. */
    private static Model triangle(double own, double other, double end) {
        return ModelText.read("""
                unravel: 1
                name: triangle
                parameters: {own: OWN, other: OTHER}
                space: {s: levels(3)}
                hamiltonian: 0.8*proj(s, 1) + 1.4*proj(s, 2)
                baths:
                  b:
                    beta: own
                    channels:
                      down1: {operator: "op(s, 0, 1)", rate: 0.5, heat: -0.8}
                      up1: {operator: "op(s, 1, 0)", rate: 0.5*exp(-0.8*own), heat: 0.8}
                      down2: {operator: "op(s, 1, 2)", rate: 0.7, heat: -0.6}
                      up2: {operator: "op(s, 2, 1)", rate: 0.7*exp(-0.6*own), heat: 0.6}
                  o:
                    beta: other
                    channels:
                      down: {operator: "op(s, 0, 2)", rate: 0.9, heat: -1.4}
                      up: {operator: "op(s, 2, 0)", rate: 0.9*exp(-1.4*other), heat: 1.4}
                initial: thermal(own)
                time: {end: END, points: 2}
                """.replace("OWN", "" + own).replace("OTHER", "" + other).replace("END", "" + end));
    }

    private static Distribution heat(Model model, String name, int trajectories, long seed) {
        return Sampling.run(model, new RunPlan(trajectories, seed, 1, EngineChoice.AUTO), Progress.NONE).counted().get(name);
    }

    /** An estimate with its standard error. */
    private record Estimate(double value, double standardError) {
        double pValue(double exact) {
            return StatisticalTests.normalPValue((value - exact) / standardError);
        }
    }

    /** β of the second sample less that of the first: logistic regression on the energy, by Newton's iteration. */
    private static Estimate difference(Distribution first, Distribution second) {
        double offset = 0;
        double slope = 0;
        double variance = 0;
        for (int i = 0; i < 50; i++) {
            double[] sums = new double[5];
            add(first, 0, offset, slope, sums);
            add(second, 1, offset, slope, sums);
            double det = sums[2] * sums[4] - sums[3] * sums[3];
            offset += (sums[4] * sums[0] - sums[3] * sums[1]) / det;
            slope += (sums[2] * sums[1] - sums[3] * sums[0]) / det;
            variance = sums[2] / det;
        }
        return new Estimate(-slope, Math.sqrt(variance));
    }

    /** Slopes of the likelihood in offset and slope, and the elements of its information. */
    private static void add(Distribution sample, int isSecond, double offset, double slope, double[] sums) {
        for (Distribution.Bin bin : sample.bins()) {
            double p = 1 / (1 + Math.exp(-offset - slope * bin.low()));
            double n = bin.values().count();
            sums[0] += n * (isSecond - p);
            sums[1] += n * (isSecond - p) * bin.low();
            sums[2] += n * p * (1 - p);
            sums[3] += n * p * (1 - p) * bin.low();
            sums[4] += n * p * (1 - p) * bin.low() * bin.low();
        }
    }

    /** p-value of the exchange relation: chi-square of binomial numbers, one for each |Q|. */
    private static double exchangePValue(Distribution heat, double affinity) {
        Map<Double, double[]> pairs = new TreeMap<>();
        heat.bins().forEach(b -> pairs.computeIfAbsent(Math.rint(1e6 * Math.abs(b.low())) / 1e6, q -> new double[2])[b.low() > 0 ? 0 : 1] += b.values().count());
        double chiSquare = 0;
        int cells = 0;
        double off = 0;
        double variance = 0;
        for (Map.Entry<Double, double[]> pair : pairs.entrySet()) {
            double q = pair.getKey();
            if (q > 0) {
                double n = pair.getValue()[0] + pair.getValue()[1];
                double p = 1 / (1 + Math.exp(-affinity * q));
                off += pair.getValue()[0] - n * p;
                variance += n * p * (1 - p);
            }
            if (variance >= LEAST_VARIANCE) {
                chiSquare += off * off / variance;
                cells++;
                off = 0;
                variance = 0;
            }
        }
        assertTrue(cells > 0, "no heat went both ways");
        return ChiSquaredDistribution.of(cells).survivalProbability(chiSquare);
    }

    private static void assertRatios(int trajectories) {
        Estimate found = difference(heat(ladder(WARM), Quantity.HEAT_COUNTED, trajectories, 1), heat(ladder(COLD), Quantity.HEAT_COUNTED, trajectories, 2));
        ValidationSize.show("two temperatures, energies of %d trajectories each: difference %.5f ± %.5f (%.3g)", trajectories, found.value(), found.standardError(), COLD - WARM);
        assertTrue(found.pValue(COLD - WARM) > FALSE_ALARM_RATE, found::toString);
        for (double end : new double[] {0.5, 2, 8}) {
            double p = exchangePValue(heat(triangle(COLD, WARM, end), "heat.counted.o", trajectories, 3), COLD - WARM);
            ValidationSize.show("two temperatures, exchange up to t = %.3g of %d trajectories: p %.3g", end, trajectories, p);
            assertTrue(p > FALSE_ALARM_RATE, "exchange up to t = " + end + ", p = " + p);
        }
    }

    @Test
    void ratiosAtTwoTemperaturesAreThoseOfDetailedBalance() {
        assertRatios(10_000);
    }

    /** ln 1.05 in the difference of two temperatures, which is known to 0.009. */
    @Test
    void aRateFivePercentTooHighAtOneOfTheTemperaturesIsFound() {
        Model wrong = AlteredModel.rateTimes(ladder(WARM), "b", "up", 1.05);
        Estimate found = difference(heat(wrong, Quantity.HEAT_COUNTED, 40_000, 1), heat(ladder(COLD), Quantity.HEAT_COUNTED, 40_000, 2));
        assertTrue(found.pValue(COLD - WARM) < FALSE_ALARM_RATE, found::toString);
        assertEquals(COLD - WARM + Math.log(1.05), found.value(), 5 * found.standardError());
    }

    @Test
    void aRateFivePercentTooHighBreaksTheExchangeRelation() {
        Model wrong = AlteredModel.rateTimes(triangle(COLD, WARM, 8), "o", "up", 1.05);
        double p = exchangePValue(heat(wrong, "heat.counted.o", 100_000, 3), COLD - WARM);
        assertTrue(p < FALSE_ALARM_RATE, "p = " + p);
    }

    @Test
    @Tag(ValidationSize.TAG)
    void ratiosOfMoreTrajectories() {
        assertRatios(ValidationSize.times(400_000));
    }
}
