package org.unravel.bath.coupling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.model.ModelException;
import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/** Eigen-operators of a coupling: they add up to it, each turns by its own frequency, and frequencies are grouped as the rule says. */
class JumpOperatorsTest {

    private static final double ROUNDING = 1e-13;

    private static SparseMatrix random(int d, long seed) {
        Random random = new Random(seed);
        SparseMatrixBuilder m = new SparseMatrixBuilder(d);
        for (int i = 0; i < d; i++) {
            m.add(i, i, random.nextGaussian(), 0);
            for (int j = i + 1; j < d; j++) {
                double x = random.nextGaussian();
                double y = random.nextGaussian();
                m.add(i, j, x, y).add(j, i, x, -y);
            }
        }
        return m.build();
    }

    private static JumpOperators of(SparseMatrix h, SparseMatrix s) {
        return WeakCouplingEquation.global(TimeDependentOperator.constant(h)).jumpOperators(s);
    }

    private static double[] frequencies(JumpOperators operators) {
        return operators.lowering().stream().mapToDouble(l -> l.frequency().at(0).re()).toArray();
    }

    /** Σ_ν A(ν) + A(ν)† + A(0) = S and [H, A(ν)] = −νA(ν), for random matrices and for those with degenerate levels. */
    @ParameterizedTest
    @CsvSource({"2, 1", "3, 2", "5, 3", "8, 4", "12, 5"})
    void theyAddUpToTheCouplingAndTurnByTheirFrequency(int d, long seed) {
        SparseMatrix s = random(d, seed);
        SparseMatrix h = random(d, seed + 100);
        // a tensor product: each level twice, and equal distances from different levels
        SparseMatrix pair = h.kronecker(SparseMatrix.identity(2)).plus(SparseMatrix.identity(d).kronecker(SparseMatrix.diagonal(0, 0.7)));
        check(h, s);
        check(pair, random(2 * d, seed + 200));
    }

    private static void check(SparseMatrix h, SparseMatrix s) {
        JumpOperators operators = of(h, s);
        SparseMatrix sum = operators.elastic().orElseThrow().at(0);
        double size = h.rowSumNorm();
        assertTrue(h.commutator(sum).maxModulus() <= ROUNDING * size * s.rowSumNorm());
        for (JumpOperators.Lowering lowering : operators.lowering()) {
            SparseMatrix a = lowering.operator().at(0);
            double nu = lowering.frequency().at(0).re();
            assertTrue(nu > 0);
            assertTrue(h.commutator(a).plus(nu, 0, a).maxModulus() <= ROUNDING * size * s.rowSumNorm());
            sum = sum.plus(a).plus(a.adjoint());
        }
        assertTrue(sum.minus(s).maxModulus() <= ROUNDING * s.rowSumNorm());
    }

    /** Two qubits of one frequency that do not speak to each other: four pairs of levels, one operator, as each jumps with the same quantum. */
    @Test
    void equalDistancesAreOneOperator() {
        SparseMatrix sz = SparseMatrix.diagonal(0.5, -0.5);
        SparseMatrix one = SparseMatrix.identity(2);
        SparseMatrix sx = new SparseMatrixBuilder(2).add(0, 1, 1, 0).add(1, 0, 1, 0).build();
        JumpOperators operators = of(sz.kronecker(one).plus(one.kronecker(sz)), sx.kronecker(one).plus(one.kronecker(sx)));
        assertEquals(List.of(1.0), java.util.Arrays.stream(frequencies(operators)).boxed().toList());
        SparseMatrix lowering = new SparseMatrixBuilder(2).add(1, 0, 1, 0).build();
        assertEquals(0, operators.lowering().get(0).operator().at(0).minus(lowering.kronecker(one).plus(one.kronecker(lowering))).maxModulus());
        assertTrue(operators.elastic().isEmpty());
    }

    /** The spread is 2: below 2e-9 two frequencies are one operator, above they are two, however close. Chains hang together. */
    @ParameterizedTest
    @CsvSource({"0, 1", "1.9e-9, 1", "2.1e-9, 2", "1e-6, 2"})
    void theRuleOfGroupingIsABillionthOfTheSpread(double gap, int expected) {
        SparseMatrix h = SparseMatrix.diagonal(0, 1, 2 + gap);
        SparseMatrix s = new SparseMatrixBuilder(3).add(0, 1, 1, 0).add(1, 0, 1, 0).add(1, 2, 1, 0).add(2, 1, 1, 0).build();
        assertEquals(expected, of(h, s).lowering().size());
    }

    @Test
    void aNearlyDegenerateLevelIsElasticBelowTheRuleAndAQuantumAbove() {
        SparseMatrix s = new SparseMatrixBuilder(3).add(0, 1, 1, 0).add(1, 0, 1, 0).build();
        assertTrue(of(SparseMatrix.diagonal(0, 1.9e-9, 2), s).elastic().isPresent());
        JumpOperators apart = of(SparseMatrix.diagonal(0, 3e-9, 2), s);
        assertTrue(apart.elastic().isEmpty());
        assertEquals(3e-9, frequencies(apart)[0], 1e-15);
    }

    /** What is a rounding of the coupling is dropped and counted; 1e-11 of it is kept. */
    @Test
    void roundingsAreDroppedAndCounted() {
        SparseMatrixBuilder s = new SparseMatrixBuilder(3).add(0, 1, 1, 0).add(1, 0, 1, 0);
        assertEquals(1, of(SparseMatrix.diagonal(0, 1, 3), s.add(1, 2, 1e-13, 0).add(2, 1, 1e-13, 0).build()).leftOut());
        JumpOperators kept = of(SparseMatrix.diagonal(0, 1, 3), s.add(1, 2, 1e-11, 0).add(2, 1, 1e-11, 0).build());
        assertEquals(0, kept.leftOut());
        assertEquals(2, kept.lowering().size());
    }

    /** Quanta are the numbers that they are meant to be: a sum of tenths is not to be 0.30000000000000004. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.7, 1, 12.3})
    void frequenciesAreTheShortestNumbersWithinTheirRounding(double nu) {
        SparseMatrix h = SparseMatrix.diagonal(nu / 3, nu / 3 + nu);
        SparseMatrix s = new SparseMatrixBuilder(2).add(0, 1, 1, 0).add(1, 0, 1, 0).build();
        assertEquals(nu, frequencies(of(h, s))[0]);
    }

    @Test
    void aHamiltonianThatMovesIsRefused() {
        TimeDependentOperator moving = TimeDependentOperator.of(2, List.of(new TimeDependentOperator.Term(new Ramp(), SparseMatrix.diagonal(1, -1))));
        assertTrue(assertThrows(ModelException.class, () -> WeakCouplingEquation.global(moving)).getMessage().contains("does not depend on t"));
        assertTrue(assertThrows(ModelException.class, () -> WeakCouplingEquation.local(moving, moving)).getMessage().contains("does not depend on t"));
    }

    /** t, the time. */
    private record Ramp() implements org.unravel.model.TimeFunction {

        @Override
        public Value at(double t, double branch) {
            return new Value(t, 0, 1, 0);
        }

        @Override
        public boolean isConstant() {
            return false;
        }

        @Override
        public double[] breakpoints(double from, double to) {
            return new double[0];
        }
    }
}
