package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.unravel.exact.Curves.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.ZMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.model.Channel;
import org.unravel.model.InitialState;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/** Random models, constant between breakpoints, against the exponential of the whole dense generator. */
class MasterEquationExponentialTest {

    /** Ten times what {@link MasterEquation} promises: norms here are about ten, and the largest values near one. */
    private static final double TOLERANCE = 1e-10;

    /** Eigenvalues of ρ may fall below zero by the error of the integration only. */
    private static final double POSITIVITY = 1e-11;

    /** The trace is conserved by every stage of the method, up to rounding. */
    private static final double TRACE = 1e-13;

    private static final double END = 3;
    private static final int POINTS = 7;

    /** Breakpoints: between grid times, at one (1.5), and at the end. */
    private static final double[] BREAKPOINTS = {0.2, 0.7, 1.5, 2.9, END};

    private static SparseMatrix random(int d, Random random) {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                builder.add(i, j, random.nextGaussian(), random.nextGaussian());
            }
        }
        return builder.build();
    }

    private static SparseMatrix hermitian(int d, Random random) {
        SparseMatrix a = random(d, random);
        return a.plus(a.adjoint()).scaled(0.5, 0);
    }

    private static TimeFunction steps(Random random, double least) {
        double[] values = IntStream.rangeClosed(0, BREAKPOINTS.length).mapToDouble(k -> least + 2 * random.nextDouble()).toArray();
        return new Drives.Steps(0, BREAKPOINTS, values);
    }

    private static TimeDependentOperator driven(SparseMatrix constant, SparseMatrix switched, TimeFunction drive) {
        return TimeDependentOperator.constant(constant).plus(Operators.times(drive, switched));
    }

    /** H(t) = H0 + f(t) H1, E(t) likewise, two baths with dense operators of which one is switched too, and a mixed start. */
    private static Model randomModel(int d, long seed) {
        Random random = new Random(seed);
        double weak = 0.3;
        Channel first = new Channel("first", driven(random(d, random), random(d, random), steps(random, -1)),
                TimeFunction.constant(weak), steps(random, -1));
        Channel second = new Channel("second", TimeDependentOperator.constant(random(d, random)), steps(random, 0.1),
                TimeFunction.constant(-0.8));
        Channel third = ModelFixture.channel("third", random(d, random), weak, 0.5);
        double[] up = new double[d];
        up[0] = 0.6;
        double[] upIm = new double[d];
        upIm[1] = 0.8;
        double[] down = new double[d];
        down[0] = 0.8;
        double[] downIm = new double[d];
        downIm[1] = -0.6;
        InitialState mixed = new InitialState(List.of(new InitialState.Component(0.7, up, upIm),
                new InitialState.Component(0.3, down, downIm)));
        return ModelFixture.of(driven(hermitian(d, random), hermitian(d, random), steps(random, -1)))
                .energy(driven(hermitian(d, random), hermitian(d, random), steps(random, -1)))
                .bath("hot", first, third).bath("cold", second).initial(mixed)
                .observable("o", hermitian(d, random)).time(0, END, POINTS).build();
    }

    /** The independent solution at the grid times, with the work of the quenches. */
    private static List<ZMatrixRMaj> solve(Model model, LiouvillianExponential exponential) {
        double[] stops = IntStream.range(0, POINTS).mapToDouble(i -> i * END / (POINTS - 1)).toArray();
        double[] all = DoubleStream.concat(Arrays.stream(stops), Arrays.stream(BREAKPOINTS))
                .sorted().distinct().toArray();
        List<ZMatrixRMaj> states = new ArrayList<>();
        ZMatrixRMaj y = exponential.start();
        states.add(y);
        double side = 1e-6;
        for (int i = 1; i < all.length; i++) {
            y = exponential.advance(y, all[i - 1] + side, all[i] - all[i - 1]);
            SparseMatrix jump = model.energy().at(all[i] + side).minus(model.energy().at(all[i] - side));
            y.set(exponential.workIndex(), 0, y.getReal(exponential.workIndex(), 0) + exponential.mean(jump, y), 0);
            if (Arrays.binarySearch(stops, all[i]) >= 0) {
                states.add(y);
            }
        }
        return states;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void randomModelsAgreeWithTheExponential(long seed) {
        Model model = randomModel(3, seed);
        LiouvillianExponential exponential = new LiouvillianExponential(model);
        List<ZMatrixRMaj> states = solve(model, exponential);
        ExactCurves exact = MasterEquation.solve(model);
        assertEquals(POINTS, states.size());
        for (int i = 0; i < POINTS; i++) {
            ZMatrixRMaj y = states.get(i);
            SparseMatrix energy = model.energy().at(model.time().time(i) + 1e-6);
            check(exact, "energy", i, exponential.mean(energy, y));
            check(exact, "o", i, exponential.mean(model.observables().get(0).operator().at(0), y));
            check(exact, "work", i, y.getReal(exponential.workIndex(), 0));
            double heat = y.getReal(exponential.heatIndex(), 0) + y.getReal(exponential.unitaryIndex(), 0);
            double counted = y.getReal(exponential.countedIndex(0), 0) + y.getReal(exponential.countedIndex(1), 0);
            check(exact, "heat", i, heat);
            check(exact, "heat.unitary", i, y.getReal(exponential.unitaryIndex(), 0));
            check(exact, "heat.quantum", i, heat - counted);
            check(exact, "heat.counted", i, counted);
            check(exact, "heat.counted.hot", i, y.getReal(exponential.countedIndex(0), 0));
            check(exact, "heat.counted.cold", i, y.getReal(exponential.countedIndex(1), 0));
            check(exact, "jumps.hot.first", i, y.getReal(exponential.jumpsIndex(0), 0));
            check(exact, "jumps.hot.third", i, y.getReal(exponential.jumpsIndex(1), 0));
            check(exact, "jumps.cold.second", i, y.getReal(exponential.jumpsIndex(2), 0));
        }
    }

    private static void check(ExactCurves exact, String name, int index, double expected) {
        double[] curve = curve(exact, name);
        assertEquals(expected, curve[index], TOLERANCE * Math.max(1, Curves.largest(curve)), name + " at grid point " + index);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 5})
    void stateStaysAStateAndTheFirstLawHolds(long seed) {
        Model model = randomModel(5, seed);
        List<Double> least = new ArrayList<>();
        ExactCurves exact = MasterEquation.solve(model, (index, rho) -> {
            double trace = IntStream.range(0, 5).mapToDouble(i -> rho.re()[i][i]).sum();
            assertEquals(1, trace, TRACE);
            least.add(leastEigenvalue(rho));
        });
        assertEquals(POINTS, least.size());
        assertTrue(least.stream().allMatch(x -> x > -POSITIVITY), () -> "least eigenvalues " + least);
        for (int i = 0; i < POINTS; i++) {
            double closure = curve(exact, Quantity.ENERGY_CHANGE)[i] - curve(exact, Quantity.WORK)[i] - curve(exact, Quantity.HEAT)[i];
            assertEquals(0, closure, TOLERANCE * Curves.largest(curve(exact, Quantity.HEAT)));
        }
    }

    /** Of the real symmetric embedding (Re −Im; Im Re), which has every eigenvalue twice. */
    private static double leastEigenvalue(DenseMatrix rho) {
        int d = rho.dimension();
        DMatrixRMaj embedded = new DMatrixRMaj(2 * d, 2 * d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                double x = rho.re()[i][j];
                double y = rho.im()[i][j];
                embedded.set(i, j, x);
                embedded.set(d + i, d + j, x);
                embedded.set(i, d + j, -y);
                embedded.set(d + i, j, y);
            }
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(2 * d, false, true);
        assertTrue(eigen.decompose(embedded));
        return IntStream.range(0, 2 * d).mapToObj(eigen::getEigenvalue).mapToDouble(Complex_F64::getReal).min().orElseThrow();
    }
}
