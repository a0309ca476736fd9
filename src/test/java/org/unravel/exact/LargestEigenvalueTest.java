package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.ModelText;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;
import org.unravel.model.TimeFunction;
import org.unravel.model.TimeGrid;

/** Generating functions of many numbers, by products alone: of qubits that know nothing of each other they are sums of closed forms, or of those of single qubits by another way. */
class LargestEigenvalueTest {

    /** What is asked for. */
    private static final double ASKED = 1e-10;
    private static final int QUBITS = 5;

    private static double down(int j) {
        return 0.1 + 0.05 * j;
    }

    private static double up(int j) {
        return 0.04 + 0.01 * j;
    }

    /** Qubits that start in superpositions, so that all of the density matrix is reached: of five of them 1024 numbers. */
    private static Model qubits(int from, int to, String drive, String period) {
        String names = IntStream.range(from, to).mapToObj(j -> "q" + j + ": qubit").collect(Collectors.joining(", "));
        String hamiltonian = IntStream.range(from, to).mapToObj(j -> (1 + 0.1 * j) + "*sz(q" + j + ")/2" + drive.replace("sx", "sx(q" + j + ")")).collect(Collectors.joining(" + "));
        String baths = IntStream.range(from, to).mapToObj(j -> "  b" + j + ":\n    channels:\n      down: {operator: sm(q" + j + "), rate: " + down(j) + ", heat: -1}\n"
                + "      up: {operator: sp(q" + j + "), rate: " + up(j) + ", heat: 1}\n").collect(Collectors.joining());
        int count = to - from;
        String kets = IntStream.range(0, 1 << count).mapToObj(n -> "ket(" + IntStream.range(0, count).mapToObj(j -> (n >> j & 1) == 0 ? "g" : "e").collect(Collectors.joining(", ")) + ")")
                .collect(Collectors.joining(" + "));
        return ModelText.read("unravel: 1\nname: qubits\nspace: {" + names + "}\nhamiltonian: " + hamiltonian + "\nbaths:\n" + baths + "initial: " + kets + "\n" + period + "time: {end: 5, points: 2}\n");
    }

    /** Emissions count 1 each. */
    private static CountedQuantity emissions(Model model) {
        return new CountedQuantity("emissions", IntStream.range(0, model.channels().size()).mapToObj(k -> TimeFunction.constant(1 - k % 2)).toList());
    }

    /** −Γ/2 + √((γ↓ − γ↑)²/4 + γ↓γ↑e^s), summed. */
    private static double closedForm(double s) {
        return IntStream.range(0, QUBITS).mapToDouble(j -> -(down(j) + up(j)) / 2 + Math.sqrt(Math.pow(down(j) - up(j), 2) / 4 + down(j) * up(j) * Math.exp(s))).sum();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-2, -0.3, 0.4, 2})
    void constantQubitsAddUpToTheirClosedForm(double s) {
        Model model = qubits(0, QUBITS, "", "");
        PeriodMap map = PeriodMap.ofConstants(model, WorkBudget.unlimited());
        assertTrue(map.size() > 1000, "numbers: " + map.size());
        assertEquals(closedForm(s), map.growth(emissions(model), s), ASKED);
        assertTrue(Math.abs(closedForm(s) - closedForm(s + 1e-3)) > 1e4 * ASKED, "another field went unnoticed");
    }

    /** Each alone has four numbers, of which the matrix of a period is made. */
    @ParameterizedTest
    @ValueSource(doubles = {-1, 0.7})
    void drivenQubitsAddUpToThoseOfEach(double s) {
        String drive = " + 0.3*cos(t)*sx";
        String period = "period: 2*pi\n";
        Model all = qubits(0, QUBITS, drive, period);
        double sum = IntStream.range(0, QUBITS).mapToDouble(j -> {
            Model one = qubits(j, j + 1, drive, period);
            return PeriodicStatistics.of(one).cumulantGeneratingFunction(emissions(one), s);
        }).sum();
        PeriodMap map = new PeriodMap(all.withTime(new TimeGrid(0, 2 * Math.PI, 2)), WorkBudget.unlimited());
        assertTrue(map.size() > PeriodSolver.MOST_DENSE_NUMBERS, "numbers: " + map.size());
        assertEquals(sum, map.growth(emissions(all), s), ASKED);
    }

    /** The same map, of 81 numbers, by its products and by all eigenvalues of its matrix. */
    @Test
    void productsAndMatrixAgree() {
        Model mode = ModelText.read("""
                unravel: 1
                name: mode
                space: {c: boson(9)}
                hamiltonian: num(c) + 0.05*num(c)*num(c) + 0.4*cos(t)*(a(c) + adag(c))
                baths: {b: {channels: {down: {operator: a(c), rate: 0.2, heat: -1}, up: {operator: adag(c), rate: 0.1, heat: 1}}}}
                initial: {c: 0}
                exact-levels: [c]
                period: 2*pi
                time: {end: 5, points: 2}
                """);
        PeriodMap map = new PeriodMap(mode.withTime(new TimeGrid(0, 2 * Math.PI, 2)), WorkBudget.unlimited());
        for (double s : new double[] {-0.5, 0.1, 0.8}) {
            CountedQuantity heat = CountedQuantity.heat(mode);
            assertEquals(map.growthByMatrix(heat, s), map.growth(heat, s), ASKED, "s = " + s);
        }
    }

    /** Eigenvalues 0.9 and 0.9 e^(±i/10), 0.99 of the first: a turn that is hardly weaker. */
    @Test
    void aTurnThatIsHardlyWeakerIsNotTakenForIt() {
        double[][] weak = {{Math.cos(0.1), -Math.sin(0.1)}, {Math.sin(0.1), Math.cos(0.1)}};
        double found = LargestEigenvalue.of(x -> {
            double[] y = new double[200];
            y[0] = 0.9 * x[0] + 0.3 * x[1];
            y[1] = 0.899 * (weak[0][0] * x[1] + weak[0][1] * x[2]);
            y[2] = 0.899 * (weak[1][0] * x[1] + weak[1][1] * x[2]);
            for (int i = 3; i < 200; i++) {
                y[i] = 0.89 * i / 200 * x[i];
            }
            return y;
        }, IntStream.range(0, 200).mapToDouble(i -> 1 + i % 3).toArray());
        assertEquals(0.9, found, ASKED);
    }

    @Test
    void whatLeavesTheRangeOfNumbersIsRefused() {
        Model model = qubits(0, QUBITS, "", "");
        ModelException e = assertThrows(ModelException.class, () -> PeriodMap.ofConstants(model, WorkBudget.unlimited()).growth(emissions(model), 1e5));
        assertEquals(Reason.OUT_OF_RANGE, e.reason(), e.getMessage());
    }

    /** A map without a positive eigenvalue is none that keeps matrices positive. */
    @Test
    void aMapThatOnlyTurnsIsRefused() {
        ModelException e = assertThrows(ModelException.class, () -> LargestEigenvalue.of(x -> new double[] {-x[1], x[0]}, new double[] {1, 2}));
        assertEquals(Reason.TOO_INEXACT, e.reason());
    }

    @Test
    void aLargeConstantModelHasItsGeneratingFunction() {
        Model model = qubits(0, QUBITS, "", "");
        assertEquals(closedForm(0.5), PeriodicStatistics.of(model).cumulantGeneratingFunction(emissions(model), 0.5), ASKED);
    }
}
