package org.unravel.bath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;

import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.InitialState;
import org.unravel.model.Model;
import org.unravel.model.QuantumJumps;
import org.unravel.model.SamplingDefaults;
import org.unravel.model.Space;
import org.unravel.model.Subsystem;
import org.unravel.model.TimeBounds;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.model.TimeGrid;
import org.unravel.numeric.IntervalSeries;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

class DetailedBalanceTest {

    private static final double OMEGA = 1.3;
    private static final double BETA = 0.8;

    private static final TimeDependentOperator LOWERING = TimeDependentOperator.constant(lowering());

    private static SparseMatrix lowering() {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(2);
        builder.add(1, 0, 1, 0);
        return builder.build();
    }

    /** A rate that depends on time, as of a bath whose coupling is switched. */
    private static TimeFunction switched(double scale) {
        return new TimeFunction() {
            @Override
            public Value at(double t, double branch) {
                return new Value(scale * (2 + Math.sin(t)), 0, scale * Math.cos(t), 0);
            }

            @Override
            public boolean isConstant() {
                return false;
            }

            @Override
            public double[] breakpoints(double from, double to) {
                return new double[0];
            }

            @Override
            public TimeBounds bounds(double from, double to, double branch, int order) {
                IntervalSeries t = IntervalSeries.time(order, from, to);
                IntervalSeries wave = IntervalSeries.constant(order, 2).plus(t.sin());
                return new TimeBounds(IntervalSeries.constant(order, scale).times(wave), IntervalSeries.constant(order, 0));
            }
        };
    }

    /** A rate that leaves its partner for an instant. */
    private static TimeFunction bumped(double scale) {
        TimeFunction steady = switched(scale);
        return new TimeFunction() {
            @Override
            public Value at(double t, double branch) {
                double bump = 1 + Math.exp(-1e8 * (t - 4.321) * (t - 4.321));
                return new Value(bump * steady.at(t, branch).re(), 0, 0, 0);
            }

            @Override
            public boolean isConstant() {
                return false;
            }

            @Override
            public double[] breakpoints(double from, double to) {
                return new double[0];
            }

            @Override
            public TimeBounds bounds(double from, double to, double branch, int order) {
                IntervalSeries x = IntervalSeries.time(order, from, to).minus(IntervalSeries.constant(order, 4.321));
                IntervalSeries bump = IntervalSeries.constant(order, 1).plus(IntervalSeries.constant(order, -1e8).times(x.power(2)).exp());
                return steady.bounds(from, to, branch, order).times(new TimeBounds(bump, IntervalSeries.constant(order, 0)));
            }
        };
    }

    /** Between any times that one would look at. */
    @Test
    void ratesThatPartForAnInstantAreNoPair() {
        Channel down = down(switched(1));
        Channel up = up(bumped(Math.exp(-BETA * OMEGA)));
        assertEquals(List.of(down, up), balance(BETA, down, up).unpaired());
        Channel both = down(bumped(1));
        assertEquals(1, balance(BETA, both, up).pairs().size());
    }

    private static DetailedBalance.Balance balance(double beta, Channel... channels) {
        Bath bath = new Bath("b", OptionalDouble.of(beta), List.of(channels));
        TimeDependentOperator hamiltonian = TimeDependentOperator.constant(SparseMatrix.diagonal(OMEGA / 2, -OMEGA / 2));
        Model model = new Model("m", "", Map.of(), new Space(List.of(new Subsystem("q", Subsystem.Kind.QUBIT, List.of("e", "g")))),
                hamiltonian, Optional.empty(), List.of(bath), InitialState.pure(new double[] {1, 0}, new double[2]), new TimeGrid(0, 10, 2),
                List.of(), QuantumJumps.PLAIN, new SamplingDefaults(1, 1, Optional.empty()));
        return DetailedBalance.of(model, bath);
    }

    private static Channel down(TimeFunction rate) {
        return new Channel("down", LOWERING, rate, TimeFunction.constant(-OMEGA));
    }

    private static Channel up(TimeFunction rate) {
        return new Channel("up", LOWERING.adjoint(), rate, TimeFunction.constant(OMEGA));
    }

    @Test
    void boseEinsteinRatesMakeAPairWhateverTheirOrder() {
        double n = 1 / Math.expm1(BETA * OMEGA);
        Channel down = down(TimeFunction.constant(0.3 * (n + 1)));
        Channel up = up(TimeFunction.constant(0.3 * n));
        assertEquals(new DetailedBalance.Balance(List.of(new DetailedBalance.Pair(down, up)), List.of()), balance(BETA, down, up));
        assertEquals(List.of(new DetailedBalance.Pair(up, down)), balance(BETA, up, down).pairs());
        assertEquals(List.of(down, up), balance(1.01 * BETA, down, up).unpaired());
    }

    @Test
    void ratesThatRiseAndFallTogetherStayAPair() {
        Channel down = down(switched(1));
        Channel up = up(switched(Math.exp(-BETA * OMEGA)));
        assertEquals(1, balance(BETA, down, up).pairs().size());
        Channel constant = up(TimeFunction.constant(2 * Math.exp(-BETA * OMEGA)));
        assertEquals(List.of(down, constant), balance(BETA, down, constant).unpaired());
    }

    @Test
    void zeroTemperatureLeavesEmissionAlone() {
        Channel down = down(TimeFunction.constant(1));
        Channel up = up(TimeFunction.constant(0));
        assertEquals(List.of(down, up), balance(Double.POSITIVE_INFINITY, down, up).unpaired());
    }

    @Test
    void withoutAQuantumOnlyANormalOperatorIsItsOwnPair() {
        Channel dephasing = new Channel("z", TimeDependentOperator.constant(SparseMatrix.diagonal(1, -1)), TimeFunction.constant(1),
                TimeFunction.constant(0));
        Channel reset = new Channel("reset", LOWERING, TimeFunction.constant(1), TimeFunction.constant(0));
        DetailedBalance.Balance balance = balance(BETA, dephasing, reset);
        assertEquals(List.of(new DetailedBalance.Pair(dephasing, dephasing)), balance.pairs());
        assertEquals(List.of(reset), balance.unpaired());
    }

    @Test
    void aBathWithoutTemperatureIsRefused() {
        Bath bath = new Bath("b", OptionalDouble.empty(), List.of(down(TimeFunction.constant(1))));
        assertThrows(IllegalArgumentException.class, () -> DetailedBalance.of(null, bath));
    }
}
