package org.unravel.modelfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.unravel.modelfile.ExpressionProbe.chain;
import static org.unravel.modelfile.ExpressionProbe.matrix;
import static org.unravel.modelfile.ExpressionProbe.numbered;
import static org.unravel.modelfile.ExpressionProbe.parse;
import static org.unravel.modelfile.ExpressionProbe.qubit;
import static org.unravel.modelfile.ExpressionProbe.scope;
import static org.unravel.modelfile.ExpressionProbe.space;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.unravel.model.Space;
import org.unravel.model.Subsystem;
import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.SparseMatrix;

/** Operators against matrices written by hand and identities of their algebra. */
class ExpressionOperatorTest {

    /** Entries up to 12 from a few products of square roots, each rounded to 2⁻⁵³. */
    private static final double ROUNDING = 8 * 12 * 0x1p-53;

    private static final Space QUBIT = space(qubit("q"));
    private static final Space BOSON = space(numbered("c", Subsystem.Kind.BOSON, 5));
    private static final Space BOTH = space(qubit("q"), numbered("c", Subsystem.Kind.BOSON, 3));

    private static void assertEntries(double[][] re, double[][] im, SparseMatrix actual) {
        for (int i = 0; i < re.length; i++) {
            for (int j = 0; j < re.length; j++) {
                assertEquals(re[i][j], actual.re(i, j), 0, "real part at " + i + ", " + j);
                assertEquals(im[i][j], actual.im(i, j), 0, "imaginary part at " + i + ", " + j);
            }
        }
    }

    private static void assertSame(String expected, String actual, Space space) {
        assertEquals(0, matrix(expected, space).minus(matrix(actual, space)).maxModulus(), ROUNDING, expected + " = " + actual);
    }

    @Test
    void pauliMatricesHaveTheExcitedStateFirst() {
        double[][] zero = new double[2][2];
        assertEntries(new double[][] {{0, 1}, {1, 0}}, zero, matrix("sx(q)", QUBIT));
        assertEntries(zero, new double[][] {{0, -1}, {1, 0}}, matrix("sy(q)", QUBIT));
        assertEntries(new double[][] {{1, 0}, {0, -1}}, zero, matrix("sz(q)", QUBIT));
        assertEntries(new double[][] {{0, 0}, {1, 0}}, zero, matrix("sm(q)", QUBIT));
        assertEntries(new double[][] {{0, 1}, {0, 0}}, zero, matrix("sp(q)", QUBIT));
        assertEntries(new double[][] {{1, 0}, {0, 0}}, zero, matrix("proj(q, e)", QUBIT));
        assertEntries(new double[][] {{0, 1}, {0, 0}}, zero, matrix("op(q, e, g)", QUBIT));
    }

    @Test
    void theOnlySubsystemMayBeLeftOut() {
        for (String name : new String[] {"sx", "sy", "sz", "sm", "sp", "id"}) {
            assertEquals(matrix(name + "(q)", QUBIT), matrix(name, QUBIT));
        }
        assertEquals(matrix("proj(q, g)", QUBIT), matrix("proj(g)", QUBIT));
        assertEquals(matrix("op(q, g, e)", QUBIT), matrix("op(g, e)", QUBIT));
    }

    @Test
    void qubitAlgebra() {
        assertSame("id", "sx^2", QUBIT);
        assertSame("2*i*sz", "sx*sy - sy*sx", QUBIT);
        assertSame("sx", "sp + sm", QUBIT);
        assertSame("i*sy", "sp - sm", QUBIT);
        assertSame("dag(sp*3*i)", "-3*i*sm", QUBIT);
        assertSame("id", "sz^0", QUBIT);
        assertSame("sz", "2*proj(e) - id", QUBIT);
        assertSame("-(sx^2)", "-sx^2", QUBIT);
        assertSame("sz/4", "sz/2/2", QUBIT);
    }

    @Test
    void bosonAlgebra() {
        // On N levels [a, a†] = 1 - N |N-1><N-1|.
        assertSame("id - 5*proj(c, 4)", "a*adag - adag*a", BOSON);
        assertSame("adag*a", "num(c)", BOSON);
        assertEquals(Math.sqrt(3), matrix("a", BOSON).re(2, 3), 0);
        assertSame("op(c, 1, 3)*sqrt(6)", "a^2*proj(c, 1+2)", BOSON);
    }

    @Test
    void spinAlgebra() {
        for (int dimension : new int[] {2, 3, 4, 7}) {
            Space spin = space(numbered("s", Subsystem.Kind.SPIN, dimension));
            double j = 0.5 * (dimension - 1);
            assertSame("i*jz", "jx*jy - jy*jx", spin);
            assertSame("jp", "jx + i*jy", spin);
            assertSame("jm", "dag(jp)", spin);
            assertSame(j * (j + 1) + "*id", "jx^2 + jy^2 + jz^2", spin);
            assertEquals(j, matrix("jz", spin).re(0, 0), 0);
        }
    }

    @Test
    void operatorsOfDifferentSubsystemsCommuteAndTheFirstIsSlowest() {
        assertSame("sx(q)*a(c)", "a(c)*sx(q)", BOTH);
        SparseMatrix number = matrix("num(c)", BOTH);
        SparseMatrix inversion = matrix("sz(q)", BOTH);
        for (int i = 0; i < 6; i++) {
            assertEquals(i % 3, number.re(i, i), 0);
            assertEquals(i < 3 ? 1 : -1, inversion.re(i, i), 0);
        }
        assertEquals(SparseMatrix.identity(6), matrix("id", BOTH));
        assertEquals(SparseMatrix.identity(6), matrix("id(c)", BOTH));
    }

    @Test
    void levelNamesWinOverParameters() {
        Scope scope = scope(Map.of("e", 1.0, "n", 2.0), BOTH);
        assertEquals(matrix("proj(q, e)", BOTH), parse("proj(q, e)").operator(scope).at(0));
        assertEquals(matrix("proj(c, 2)", BOTH), parse("proj(c, n)").operator(scope).at(0));
    }

    @Test
    void arraysAndSums() {
        Space three = chain(3);
        assertSame("sz(s[1])*sz(s[2]) + sz(s[2])*sz(s[3])", "sum(k, 1, 2, sz(s[k])*sz(s[k+1]))", three);
        assertEquals(SparseMatrix.zero(8), matrix("sum(k, 1, 0, sx(s[k]))", three));
        assertEquals(matrix("sx(s[3])", three), matrix("sx(s[3]) + sum(k, 3, 2, 2*dag(sm(s[k+7])))", three));
    }

    /** The transverse Ising chain, entry by entry: diagonal −J Σ s_k s_{k+1}, and −h for each single flip. */
    @Test
    void isingChainOfSixteenQubits() {
        int length = 16;
        Scope scope = scope(Map.of("N", (double) length, "J", 1.0, "h", 0.75), chain(length));
        SparseMatrix h = parse("-J*sum(k, 1, N-1, sz(s[k])*sz(s[k+1])) - h*sum(k, 1, N, sx(s[k]))").operator(scope).at(0);
        for (int i : new int[] {0, 1, 43_690, 31_337, 65_535}) {
            int equalNeighbours = length - 1 - Integer.bitCount((i ^ i >> 1) & (1 << length - 1) - 1);
            assertEquals(-(2 * equalNeighbours - (length - 1)), h.re(i, i), 0);
            for (int k = 0; k < length; k++) {
                assertEquals(-0.75, h.re(i, i ^ 1 << k), 0);
            }
        }
        // Each row has its flips, and a diagonal entry, for 15 is odd.
        assertEquals((length + 1) << length, h.nonZeroCount());
    }

    @Test
    void constantAndVaryingPartsAreKeptApart() {
        Scope scope = scope(Map.of("w", 2.0), BOTH);
        TimeDependentOperator h = parse("w*sz(q)/2 + 3*cos(w*t)*sx(q) + num(c) - cos(w*t)*sy(q) + sin(t)*(a(c)+adag(c))*2").operator(scope);
        assertEquals(3, h.terms().size());
        assertTrue(h.terms().get(0).coefficient().isConstant());
        double t = 0.7;
        SparseMatrix expected = matrix("sz(q) + num(c)", BOTH).plus(Math.cos(2 * t), 0, matrix("3*sx(q) - sy(q)", BOTH))
                .plus(2 * Math.sin(t), 0, matrix("a(c) + adag(c)", BOTH));
        assertEquals(0, expected.minus(h.at(t)).maxModulus(), ROUNDING);
        SparseMatrix rate = matrix("-2*(3*sx(q) - sy(q))", BOTH).scaled(Math.sin(2 * t), 0)
                .plus(2 * Math.cos(t), 0, matrix("a(c) + adag(c)", BOTH));
        assertEquals(0, rate.minus(h.rateAt(t, t)).maxModulus(), ROUNDING);
        assertTrue(parse("cos(w)*sx(q)").operator(scope).isConstant());
        assertFalse(parse("sx(q)*t").operator(scope).isConstant());
        assertTrue(parse("t*sx(q) - sx(q)*t").operator(scope).isZero());
    }

    @Test
    void rotatingDriveIsHermitian() {
        TimeDependentOperator h = parse("exp(-3*i*t)*sp + dag(exp(-3*i*t)*sp)").operator(scope(Map.of(), QUBIT));
        assertEquals(0, h.at(0.3).hermiticityDefect(), 0);
        assertEquals(Math.cos(0.9), h.at(0.3).re(0, 1), ROUNDING);
        assertEquals(-Math.sin(0.9), h.at(0.3).im(0, 1), ROUNDING);
    }

    @Test
    void ketsOfOneSubsystem() {
        Scope qubit = Scope.empty().withSpace(BOTH).withKetsOf(0).withParameter("e", 5);
        Ket plus = parse("(e+g)/sqrt(2)").ket(qubit);
        assertArrayEquals(new double[] {Math.sqrt(0.5), Math.sqrt(0.5)}, plus.re(), ROUNDING);
        assertArrayEquals(new double[] {1, 0}, parse("e").ket(qubit).re(), 0);
        Scope boson = Scope.empty().withSpace(BOTH).withKetsOf(1);
        Ket sum = parse("level(0)+i*level(1)").ket(boson);
        assertArrayEquals(new double[] {1, 0, 0}, sum.re(), 0);
        assertArrayEquals(new double[] {0, 1, 0}, sum.im(), 0);
        assertArrayEquals(new double[] {0, 0, 1}, parse("2").ket(boson).re(), 0);
    }

    @Test
    void ketsOfTheSpace() {
        Ket ket = parse("ket(e,0) - 2*ket(g,1)").ket(Scope.empty().withSpace(BOTH).withKets());
        assertArrayEquals(new double[] {1, 0, 0, 0, -2, 0}, ket.re(), 0);
        assertEquals(5, ket.squaredNorm(), 0);
    }

    /** Neighbouring amplitudes of a coherent state have the ratio α/√n, and a|α⟩ = α|α⟩ but for the last level. */
    @Test
    void coherentStates() {
        int dimension = 1200;
        Space large = space(numbered("c", Subsystem.Kind.BOSON, dimension));
        Scope scope = Scope.empty().withSpace(large).withKetsOf(0);
        Ket ket = parse("coherent(30)").ket(scope);
        // Around the largest amplitude, n = |α|² = 900; logarithms up to 2000 there, rounded at each of 900 steps.
        double roundingOfLogarithms = 900 * 2000 * 0x1p-53;
        for (int n = 880; n < 920; n++) {
            assertEquals(30 / Math.sqrt(n), ket.re()[n] / ket.re()[n - 1], roundingOfLogarithms);
        }
        Ket turned = parse("coherent(-0.5*i)").ket(scope);
        assertEquals(-0.5, turned.im()[1] / turned.re()[0], ROUNDING);
        assertEquals(-0.25 / Math.sqrt(2), turned.re()[2] / turned.re()[0], ROUNDING);
    }

    /** Parts of a superposition have norm 1 each: |α⟩ + |β⟩ has ⟨n⟩ = (|α|² + |β|² + 2 Re α*β ⟨α|β⟩)/(2 + 2 Re⟨α|β⟩), ⟨α|β⟩ = exp(−|α − β|²/2) for real ones. */
    @ParameterizedTest
    @CsvSource({"2, 0", "2, 1", "-1, 3", "0.1, 4"})
    void coherentStatesAddUpWithTheirNorms(double a, double b) {
        Scope scope = Scope.empty().withSpace(space(numbered("c", Subsystem.Kind.BOSON, 80))).withKetsOf(0);
        Ket ket = parse("coherent(" + a + ") + coherent(" + b + ")").ket(scope);
        double quanta = 0;
        for (int n = 0; n < ket.dimension(); n++) {
            quanta += n * ket.re()[n] * ket.re()[n];
        }
        double overlap = Math.exp(-(a - b) * (a - b) / 2);
        assertEquals((a * a + b * b + 2 * a * b * overlap) / (2 + 2 * overlap), quanta / ket.squaredNorm(), 1e-12);
        assertEquals(2 + 2 * overlap, ket.squaredNorm(), 1e-12);
    }

    @Test
    void aLevelBesideACoherentStateHasItsWeight() {
        Scope scope = Scope.empty().withSpace(space(numbered("c", Subsystem.Kind.BOSON, 60))).withKetsOf(0);
        Ket ket = parse("(coherent(3) + i*level(0))/sqrt(2)").ket(scope);
        assertEquals(1, ket.squaredNorm(), 1e-12);
    }
}
