package org.unravel.engine.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.engine.ContractModels;
import org.unravel.engine.sparse.SparseEngine;
import org.unravel.engine.sparse.SparseTables;
import org.unravel.engine.sparse.TaylorSeries;
import org.unravel.engine.taylor.PlainTaylorKernel;
import org.unravel.engine.taylor.SlicedRows;
import org.unravel.engine.taylor.TaylorKernel;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeGrid;
import org.unravel.numeric.SparseMatrix;

/** The polynomials that the sparse engine takes for what depends on time, against the model itself between their nodes. */
class DriveTest {

    /**
     * Polynomials leave out 1e-15 of the largest value and half of MOST_POWERS times what the rounding of time does, ulp(10) ω = 5e-15 for the ω = 3 here;
     * for a derivative relative to its own largest value.
     */
    private static final double ACCURACY = 4e-14;
    private static final int TIMES = 200;

    private static Model model(String hamiltonian, String rate) {
        return ContractModels.read("""
                unravel: 1
                name: drive
                space: {q: qubit}
                hamiltonian: HAMILTONIAN
                baths:
                  b:
                    channels: {down: {operator: sm, rate: RATE, heat: -1}}
                initial: {q: g}
                time: {end: 10, points: 11}
                """.replace("HAMILTONIAN", hamiltonian).replace("RATE", rate));
    }

    /** Σ_f u_f(t) O_f, with the values of a state at a time of the run. */
    private static SparseMatrix sum(Map<Integer, SparseMatrix> terms, double[] values) {
        SparseMatrix sum = SparseMatrix.zero(terms.values().iterator().next().dimension());
        for (Map.Entry<Integer, SparseMatrix> e : terms.entrySet()) {
            sum = sum.plus(values[e.getKey()], 0, e.getValue());
        }
        return sum;
    }

    /** Goes to a time in the run; returns the smooth piece there. */
    private static double enter(DriveState state, double t) {
        Drive drive = state.drive();
        int piece = IntStream.range(0, drive.pieceCount()).filter(p -> t < drive.start(p) + drive.length(p)).findFirst().orElseThrow();
        state.enter(piece);
        return t - drive.start(piece);
    }

    @ParameterizedTest
    @ValueSource(strings = {"driven-rates", "pulses", "own-energy", "two-tones", "ladder", "driven-chain", "rwa-qubit", "driven-three-level"})
    void operatorsAndTheirRatesAreThoseOfTheModel(String name) {
        Model model = ContractModels.model(name);
        DriveBuilder builder = new DriveBuilder(model);
        Map<Integer, SparseMatrix> h = builder.operator(model.hamiltonian());
        Map<Integer, SparseMatrix> k = builder.operator(model.jumpRateOperator());
        Map<Integer, SparseMatrix> power = builder.rate(model.energy());
        DriveState state = new DriveState(builder.drive(), new int[0]);
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < TIMES; i++) {
            double t = random.nextDouble(model.time().start(), model.time().end());
            state.at(enter(state, t));
            compare(model.hamiltonian().at(t), sum(h, state.values()), largest(model.hamiltonian(), model));
            compare(model.jumpRateOperator().at(t), sum(k, state.values()), largest(model.jumpRateOperator(), model));
            compare(model.energy().rateAt(t, t), sum(power, state.values()), 4 * largest(model.energy(), model));
        }
    }

    /** The derivatives of these models are at most four times as large as the operators: frequencies up to 3, amplitudes below the rest. */
    private static double largest(TimeDependentOperator o, Model model) {
        return IntStream.range(0, 100).mapToDouble(i -> o.at(model.time().start() + (model.time().end() - model.time().start()) * (i + 0.5) / 100)
                .rowSumNorm()).max().orElseThrow();
    }

    private static void compare(SparseMatrix expected, SparseMatrix found, double scale) {
        assertEquals(0, expected.minus(found).maxModulus(), ACCURACY * scale);
    }

    @ParameterizedTest
    @ValueSource(strings = {"driven-rates", "ladder", "driven-chain", "lab-frame-qubit"})
    void generatorIsThatOfTheModelUpToAPhase(String name) {
        Model model = ContractModels.model(name);
        SparseTables tables = SparseTables.of(model, new PlainTaylorKernel());
        DriveState state = new DriveState(tables.drive(), tables.generator().functions());
        TaylorKernel kernel = new PlainTaylorKernel();
        int stride = TaylorSeries.stride(model.dimension());
        SplittableRandom random = new SplittableRandom(5);
        for (int n = 0; n < 20; n++) {
            double t = random.nextDouble(model.time().start(), model.time().end());
            state.at(enter(state, t));
            double[] x = random.doubles(model.dimension(), -1, 1).toArray();
            double[] re = new double[2 * stride + SlicedRows.HEIGHT];
            double[] im = re.clone();
            System.arraycopy(x, 0, re, SlicedRows.HEIGHT, x.length);
            double[] slopeRe = new double[x.length];
            double[] slopeIm = new double[x.length];
            for (int i = 0; i < tables.generator().rows().length; i++) {
                kernel.nextTerm(tables.generator().rows()[i], state.values()[tables.generator().functions()[i]], re, im, SlicedRows.HEIGHT,
                        SlicedRows.HEIGHT + stride, new double[TaylorKernel.SCRATCH]);
                for (int a = 0; a < x.length; a++) {
                    slopeRe[a] += re[SlicedRows.HEIGHT + stride + a];
                    slopeIm[a] += im[SlicedRows.HEIGHT + stride + a];
                }
            }
            SparseMatrix expected = model.hamiltonian().at(t).scaled(0, -1).plus(-0.5, 0, model.jumpRateOperator().at(t));
            double[] re0 = new double[x.length];
            double[] im0 = new double[x.length];
            expected.apply(x, new double[x.length], re0, im0);
            // −i(H − c) differs from −iH by ic: the imaginary part by a multiple of x.
            double c = (slopeIm[0] - im0[0]) / x[0];
            double scale = expected.rowSumNorm() * (1 + Math.abs(c));
            for (int a = 0; a < x.length; a++) {
                assertEquals(re0[a], slopeRe[a], 10 * ACCURACY * scale);
                assertEquals(im0[a] + c * x[a], slopeIm[a], 10 * ACCURACY * scale / Math.abs(x[0]));
            }
        }
    }

    @Test
    void segmentsHaveTheFunctionsOfTheirPiece() {
        Model model = ContractModels.model("driven-chain");
        SparseTables tables = SparseTables.of(model, new PlainTaylorKernel());
        int[] functions = tables.generator().functions();
        DriveState state = new DriveState(tables.drive(), functions);
        SplittableRandom random = new SplittableRandom(11);
        for (int n = 0; n < TIMES; n++) {
            state.enter(random.nextInt(tables.drive().pieceCount()));
            double whole = tables.drive().length(state.piece());
            double offset = random.nextDouble(0, whole);
            double length = random.nextDouble(0, whole - offset);
            double x = random.nextDouble();
            state.expand(offset, length);
            state.at(offset + x * length);
            for (int i = 0; i < functions.length; i++) {
                double sum = 0;
                for (int m = state.degree(i); m >= 0; m--) {
                    sum = sum * x + state.taylor(i)[m];
                }
                assertEquals(state.values()[functions[i]], sum, ACCURACY);
            }
        }
    }

    /** Re e^{−iωt} = Re e^{iωt} and Im e^{−iωt} = −Im e^{iωt}: two functions, not four. A modulated field and the field at rest are one function. */
    @Test
    void functionsThatAreOneAreKeptOnce() {
        Model rotating = model("exp(-2*i*t)*sp + exp(2*i*t)*sm", "1");
        SparseTables tables = SparseTables.of(rotating, new PlainTaylorKernel());
        assertEquals(1 + 2, tables.generator().rows().length, "−i(H − c) − K/2 at rest, and two fields");
        Model modulated = model("(0.7 + 0.3*cos(t))*sx", "1");
        SparseTables absorbed = SparseTables.of(modulated, new PlainTaylorKernel());
        SlicedRows still = absorbed.generator().rows()[0];
        assertEquals(1, still.realOffset().length + still.imaginaryOffset().length, "what is left at rest is the decay, a diagonal");
        assertEquals(2, absorbed.generator().rows().length);
    }

    @Test
    void piecesBreakWhereTheModelDoes() {
        Model model = model("sx + 0.5*step(t - 2.5)*sz + 0.1*ramp(t, 4, 6)*sx + cos(t)*sy", "1");
        DriveBuilder builder = new DriveBuilder(model);
        builder.operator(model.energy());
        builder.rate(model.energy());
        Drive drive = builder.drive();
        for (int p = 0; p < drive.pieceCount(); p++) {
            double end = drive.start(p) + drive.length(p);
            boolean breaks = IntStream.of(25, 40, 60).anyMatch(b -> Math.abs(end - b / 10.0) < 1e-9);
            assertEquals(breaks, drive.breaksAfter(p), "at t = " + end);
        }
    }

    @Test
    void fastFunctionsGetShortPieces() {
        Model model = model("sz + cos(40*t)*sx", "1");
        SparseTables tables = SparseTables.of(model, new PlainTaylorKernel());
        assertTrue(tables.drive().pieceCount() >= 10 * 8, "pieces " + tables.drive().pieceCount());
        DriveState state = new DriveState(tables.drive(), tables.generator().functions());
        for (double t = 0.01; t < 10; t += 0.1) {
            state.at(enter(state, t));
            assertEquals(Math.cos(40 * t), state.values()[1], 40 * 10 * ACCURACY);
        }
    }

    /** 131072 pieces, of some five radians at most. */
    @Test
    void functionsThatNoPolynomialFollowsAreRefused() {
        Model model = model("sz + sin(1e8*t)*sx", "1").withTime(new TimeGrid(0, 1, 2));
        ModelException e = assertThrows(ModelException.class, () -> SparseEngine.of(model));
        assertTrue(e.getMessage().startsWith("expected at most 131072 steps from t = 0.0 to t = 1.0, found more: hamiltonian"), e.getMessage());
        assertEquals("hamiltonian", e.key());
    }

    /** The rate 1 − t/20 is none after t = 20, in a grid that the reader of the model did not see. */
    @Test
    void negativeRatesAreRefusedByName() {
        Model model = model("sz", "1 - t/20").withTime(new TimeGrid(0, 40, 3));
        ModelException e = assertThrows(ModelException.class, () -> SparseEngine.of(model));
        assertTrue(e.getMessage().startsWith("expected rate >= 0 and finite for baths.b.channels.down.rate, found -"), e.getMessage());
        assertEquals("baths.b.channels.down.rate", e.key());
    }
}
