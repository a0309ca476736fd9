package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.unravel.model.Bath;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.TimeDependentOperator;
import org.unravel.modelfile.ModelReader;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/** The long-time limit against closed forms. */
class CurrentStatisticsTest {

    /** Elimination of some ten rows of condition 1e3 at most: 1e3 roundings of 1e-16, times ten. */
    private static final double ELIMINATED = 1e-12;

    /** Eigenvalues of such matrices, relative to their norm, which is below 10. */
    private static final double EIGENVALUE = 1e-11;

    private static final double OMEGA = 1;
    private static final double[] COUPLINGS = {0.1, 0.06};
    private static final double[] TEMPERATURES = {1, 0.4};

    /** Rabi frequency and rate: that of the issue, that of dissipation_power_jump_counting.csv, and the overdamped side. */
    static Stream<Arguments> drives() {
        return Stream.of(Arguments.of(0.8, 1.0), Arguments.of(0.2, 0.05), Arguments.of(0.1, 3.0));
    }

    /** Mean waiting time (γ² + 2Ω²)/(γΩ²) and Fano factor 1 − 6γ²Ω²/(γ² + 2Ω²)² (Carmichael 1993, resonance fluorescence on resonance). */
    @ParameterizedTest
    @MethodSource("drives")
    void resonanceFluorescenceIsSubPoissonian(double rabi, double rate) {
        double width = rate * rate + 2 * rabi * rabi;
        double current = rate * rabi * rabi / width;
        double fano = 1 - 6 * rate * rate * rabi * rabi / (width * width);
        Model model = CountingModels.fluorescence(rabi, rate).build();
        CurrentStatistics statistics = CurrentStatistics.of(model);
        CurrentStatistics.Current jumps = statistics.current(CountingModels.jumps(model, 0, 0));
        assertEquals(current, jumps.mean(), ELIMINATED);
        assertEquals(fano, jumps.fanoFactor(), ELIMINATED);
        assertEquals(1 / current, statistics.meanWaitingTimeAfter(0), ELIMINATED / current);
        CurrentStatistics.Current wrong = CurrentStatistics.of(CountingModels.fluorescence(rabi, 1.05 * rate).build())
                .current(CountingModels.jumps(model, 0, 0));
        assertTrue(Math.abs(wrong.fanoFactor() - fano) > 1e6 * ELIMINATED, "a rate too large by 5 % went unnoticed");
    }

    @Test
    void printedValuesOfResonanceFluorescence() {
        Model model = CountingModels.fluorescence(0.8, 1).build();
        CurrentStatistics statistics = CurrentStatistics.of(model);
        assertEquals(3.5625, statistics.meanWaitingTimeAfter(0), 1e-11);
        assertEquals(0.261311, statistics.current(CountingModels.jumps(model, 0, 0)).fanoFactor(), 5e-7);
        Model table = CountingModels.fluorescence(0.2, 0.05).build();
        // the head of dissipation_power_jump_counting.csv, twelve digits
        assertEquals(0.911845730028, CurrentStatistics.of(table).current(CountingModels.jumps(table, 0, 0)).fanoFactor(), 5e-13);
    }

    private static double up(int bath) {
        return COUPLINGS[bath] / Math.expm1(OMEGA / TEMPERATURES[bath]);
    }

    private static double down(int bath) {
        return up(bath) + COUPLINGS[bath];
    }

    private static Model twoBaths(double factor) {
        Bath[] baths = new Bath[2];
        for (int b = 0; b < 2; b++) {
            baths[b] = new Bath("b" + b, OptionalDouble.of(1 / TEMPERATURES[b]),
                    List.of(CountingModels.thermal(COUPLINGS[b] * (b == 0 ? factor : 1), TEMPERATURES[b], OMEGA)));
        }
        return ModelFixture.withBaths(CountingModels.twoBaths().build(), baths);
    }

    /** λ(s) of the two-state process: the larger root of its 2 × 2 generator with e^{±s} on the jumps of the first bath. */
    private static double eigenvalue(double s) {
        double u = up(0) + up(1);
        double d = down(0) + down(1);
        double product = (down(0) * Math.exp(-s) + down(1)) * (up(0) * Math.exp(s) + up(1));
        return -(u + d) / 2 + Math.sqrt((u - d) * (u - d) / 4 + product);
    }

    @Test
    void qubitBetweenTwoBathsIsATwoStateProcess() {
        Model model = twoBaths(1);
        CurrentStatistics statistics = CurrentStatistics.of(model);
        CountedQuantity heat = CountedQuantity.heat(model, model.baths().get(0));
        double sum = up(0) + up(1) + down(0) + down(1);
        double first = down(1) * up(0) - down(0) * up(1);
        double second = down(1) * up(0) + down(0) * up(1);
        CurrentStatistics.Current current = statistics.current(heat);
        // λ'(0) and λ''(0)
        assertEquals(first / sum, current.mean(), ELIMINATED);
        assertEquals(second / sum - 2 * first * first / (sum * sum * sum), current.noise(), ELIMINATED);
        for (double s = -3; s <= 3; s += 0.5) {
            assertEquals(eigenvalue(s), statistics.cumulantGeneratingFunction(heat, s), EIGENVALUE);
        }
        assertTrue(Math.abs(CurrentStatistics.of(twoBaths(1.05)).cumulantGeneratingFunction(heat, 1) - eigenvalue(1)) > 1e6 * EIGENVALUE);
        CurrentStatistics.Current total = statistics.current(CountedQuantity.heat(model));
        assertEquals(0, total.mean(), ELIMINATED);
        assertEquals(0, total.noise(), ELIMINATED);
        assertTrue(Double.isNaN(total.fanoFactor()));
    }

    @Test
    void entropyProductionAndUncertaintyRatio() {
        Model model = twoBaths(1);
        CurrentStatistics statistics = CurrentStatistics.of(model);
        CurrentStatistics.Current current = statistics.current(CountedQuantity.heat(model, model.baths().get(0)));
        double sigma = current.mean() * (1 / TEMPERATURES[1] - 1 / TEMPERATURES[0]);
        assertEquals(sigma, statistics.entropyProductionRate(), ELIMINATED);
        double ratio = current.uncertaintyRatio(statistics.entropyProductionRate());
        assertEquals(current.noise() * sigma / (current.mean() * current.mean()), ratio, ELIMINATED * ratio);
        assertTrue(ratio >= 2, () -> "classical, so at least 2, found " + ratio);
    }

    @Test
    void symmetryHoldsWithDetailedBalance() {
        assertTrue(CurrentStatistics.of(twoBaths(1)).symmetryViolation() <= EIGENVALUE);
    }

    /** Detailed balance holds in each bath, but the drive's Hamiltonian is complex in the basis of the jump operators around a ring. */
    @Test
    void symmetryIsNotBuiltIn() {
        double[] phases = {0.9, 0.9, 0.9};
        SparseMatrixBuilder ring = new SparseMatrixBuilder(3);
        for (int i = 0; i < 3; i++) {
            int j = (i + 1) % 3;
            ring.add(j, i, 0.3 * Math.cos(phases[i]), 0.3 * Math.sin(phases[i]));
            ring.add(i, j, 0.3 * Math.cos(phases[i]), -0.3 * Math.sin(phases[i]));
            ring.add(i, i, i, 0);
        }
        Bath[] baths = new Bath[2];
        for (int b = 0; b < 2; b++) {
            double beta = 1 / TEMPERATURES[b];
            SparseMatrix lower = Operators.unit(3, b, b + 1);
            baths[b] = new Bath("b" + b, OptionalDouble.of(beta), List.of(ModelFixture.channel("down", lower, 0.2, -1),
                    ModelFixture.channel("up", lower.adjoint(), 0.2 * Math.exp(-beta), 1)));
        }
        Model model = ModelFixture.withBaths(
                ModelFixture.of(TimeDependentOperator.constant(ring.build())).build(), baths);
        double violation = CurrentStatistics.of(model).symmetryViolation();
        assertTrue(violation > 1e3 * EIGENVALUE, () -> "expected a violation, found " + violation);
    }

    @Test
    void symmetryIsNotClaimedWithoutDetailedBalance() {
        Model model = CountingModels.twoBaths().build();
        assertEquals("bath one has no temperature", CurrentStatistics.of(model).brokenBalance().orElseThrow());
        assertThrows(ModelException.class, () -> CurrentStatistics.of(model).symmetryViolation());
    }

    @Test
    void whatHasNoLongTimeLimitIsRefused() {
        Model driven = ModelReader.readShipped("lab-frame-qubit", Map.of());
        assertEquals("the Hamiltonian, jump operators and rates must not depend on time for the long-time limit of model lab-frame-qubit, but the hamiltonian"
                + " does: go to a rotating frame in which it does not, or say with `period` after which time it repeats",
                assertThrows(ModelException.class, () -> CurrentStatistics.of(driven)).getMessage());
        Model large = ModelFixture.of(TimeDependentOperator.constant(Operators.number(201))).build();
        assertEquals("expected at most 1024 numbers of the density matrix that the start leads to for the exact long-time limit by elimination, found 40401",
                assertThrows(ModelException.class, () -> CurrentStatistics.of(large)).getMessage());
        assertEquals("expected a dimension of at most 200 for the exact long-time limit, found 201",
                assertThrows(ModelException.class, () -> LongTimeStatistics.of(large)).getMessage());
    }
}
