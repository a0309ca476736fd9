package org.unravel.firstlaw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Thermal states of an entropy: by numbers of the notes, by Gibbs states themselves, and where entropies say little. */
class ThermalReferenceTest {

    private static final double[] HALF = {0.5, 0.5};

    private static double[] ladder(int levels) {
        return IntStream.range(0, levels).mapToDouble(n -> n).toArray();
    }

    /** Energies at the entropy ln 2: of a ladder without end, and cut to some levels. */
    @ParameterizedTest
    @CsvSource({"3, 0.304247", "4, 0.295769", "6, 0.293909", "10, 0.2938156", "60, 0.293815373"})
    void aCutLadderHasAnotherEnergy(int levels, double energy) {
        assertEquals(energy, ThermalReference.ofLevels(ladder(levels)).of(HALF).energy(), 6e-7);
        assertEquals(0.293815373, ThermalReference.ofLadder(ladder(levels), 1).of(HALF).energy(), 6e-10);
    }

    @Test
    void twoLevelsNeedNoEntropy() {
        ThermalReference qubit = ThermalReference.ofLevels(new double[] {-1, 1});
        assertEquals(0, qubit.of(HALF).energy());
        assertEquals(0, qubit.of(HALF).beta());
        // the entropy of 1/2 - 1e-9 is ln 2 to 1e-18: the root of it would be lost
        assertEquals(-2e-9, qubit.of(new double[] {0.5 + 1e-9, 0.5 - 1e-9}).energy(), 1e-15);
        assertEquals(-1, qubit.of(new double[] {1, 0}).energy());
        assertEquals(Double.POSITIVE_INFINITY, qubit.of(new double[] {1}).beta());
    }

    /** The reference of a Gibbs state is itself, at any β: also where its entropy is that of the ground state to 1e-30, and near ln d. */
    @ParameterizedTest
    @CsvSource({"1e-7", "1e-3", "0.1", "1", "5", "20"})
    void aGibbsStateIsItsOwnReference(double beta) {
        double[] levels = {0, 0.3, 1, 1, 2.5, 4};
        double sum = Arrays.stream(levels).map(e -> Math.exp(-beta * e)).sum();
        double[] populations = Arrays.stream(levels).map(e -> Math.exp(-beta * e) / sum).toArray();
        ThermalReference.Thermal thermal = ThermalReference.ofLevels(levels).of(populations);
        // populations near 1/d are rounded to 1e-16, which is 1e-9 of a difference of 1e-7
        assertEquals(1, thermal.beta() / beta, beta < 1e-5 ? 1e-8 : 1e-10);
        double expected = IntStream.range(0, 6).mapToDouble(n -> populations[n] * levels[n]).sum();
        assertEquals(expected, thermal.energy(), 1e-12);
        if (beta < 0.1) {
            return;
        }
        double[] step = {0, 1, 2};
        double n = 1 / Math.expm1(beta);
        double entropy = Math.log1p(n) + n * Math.log1p(1 / n);
        assertEquals(beta, ThermalReference.ofLadder(step, 1).of(spread(entropy)).beta(), 1e-9 * beta);
    }

    /** Populations of this entropy: equal ones and one that is smaller. */
    private static double[] spread(double entropy) {
        double low = 0;
        double high = 0.5;
        if (entropy > Math.log(2)) {
            int count = (int) Math.floor(Math.exp(entropy));
            double rest = 0;
            double top = 1.0 / (count + 1);
            for (int i = 0; i < 200; i++) {
                double p = 0.5 * (rest + top);
                double s = -p * Math.log(p) - (1 - p) * Math.log((1 - p) / count);
                rest = s < entropy ? p : rest;
                top = s < entropy ? top : p;
            }
            double[] all = new double[count + 1];
            Arrays.fill(all, (1 - rest) / count);
            all[count] = rest;
            return all;
        }
        for (int i = 0; i < 2000; i++) {
            double p = 0.5 * (low + high);
            double s = -p * Math.log(p) - (1 - p) * Math.log1p(-p);
            low = s < entropy ? p : low;
            high = s < entropy ? high : p;
        }
        return new double[] {1 - low, low};
    }

    @Test
    void aDegenerateGroundLevelTakesEntropyWithoutHeat() {
        ThermalReference three = ThermalReference.ofLevels(new double[] {1, 1, 2});
        assertEquals(1, three.of(HALF).energy());
        assertEquals(Double.POSITIVE_INFINITY, three.of(HALF).beta());
        assertEquals(1, three.of(new double[] {0.9, 0.1}).energy());
        assertTrue(three.of(new double[] {0.45, 0.45, 0.1}).energy() > 1);
        assertEquals(3, ThermalReference.ofLevels(new double[] {3, 3}).of(HALF).energy());
    }

    /** D[β ‖ β₀] of populations written out. */
    @ParameterizedTest
    @CsvSource({"0.7, 1.3", "2, 0.1"})
    void divergencesAreThoseOfPopulations(double beta, double reference) {
        double[] levels = ladder(400);
        double sum = 0;
        double norm = -Math.expm1(-beta);
        double normOfReference = -Math.expm1(-reference);
        for (int n = 0; n < levels.length; n++) {
            sum += norm * Math.exp(-beta * n) * (Math.log(norm / normOfReference) - (beta - reference) * n);
        }
        assertEquals(sum, ThermalReference.ofLadder(new double[] {0, 1}, 1).divergence(beta, reference), 1e-12);
        assertEquals(sum, ThermalReference.ofLevels(levels).divergence(beta, reference), 1e-12);
    }
}
