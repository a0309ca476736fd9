package org.unravel.exact;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;
import org.unravel.model.TimeFunction;
import org.unravel.model.TimeGrid;

/**
 * The map of packed Hermitian matrices over one period, with each jump of channel k multiplied by e^{sq_k(t)}: by integration of the tilted equation, one matrix or
 * several at once. Not safe for threads.
 */
final class PeriodMap {

    /** Bound of the generator times the length of a period of a model that does not depend on time. */
    private static final double ACTION = 40;

    /** Most numbers of which the matrix is cheaper than some fifty products and their rounding. */
    private static final int FEW_NUMBERS = 64;

    /** Columns that are integrated at once: what an integrator keeps of them stays near the processor. */
    private static final int COLUMNS = 4;

    private final Model model;
    private final TiltedFlow flow;
    private final StopTimes stops;
    private final WorkBudget budget;

    /**
     * The map over the run of a model.
     *
     * @param period a model whose run is one period
     * @param budget pays for all that is integrated
     */
    PeriodMap(Model period, WorkBudget budget) {
        this.model = period;
        this.flow = TiltedFlow.of(period);
        this.stops = StopTimes.of(period);
        this.budget = budget;
    }

    /** The map of a model that does not depend on time over so long that a series of some hundred terms is one. */
    static PeriodMap ofConstants(Model model, WorkBudget budget) {
        double start = model.time().start();
        return new PeriodMap(model.withTime(new TimeGrid(start, start + lengthOfConstants(model), 2)), budget);
    }

    /** Such a time. */
    static double lengthOfConstants(Model model) {
        double action = Influence.actionOfConstants(model) / (model.time().end() - model.time().start());
        return action > 0 ? ACTION / action : 1;
    }

    TiltedFlow flow() {
        return flow;
    }

    /** How many numbers a matrix has. */
    int size() {
        return flow.size();
    }

    /** T. */
    double length() {
        return stops.time(stops.count() - 1) - stops.time(0);
    }

    /** The image of one matrix without a field. */
    double[] of(double[] x) {
        return mapped(x, 1, List.of(), 0);
    }

    /** The map as a matrix, shape [n][n], the first index is the row. */
    double[][] matrix(CountedQuantity counted, double field) {
        int n = size();
        double[][] rows = new double[n][n];
        int most = flow.isConstant() ? n : COLUMNS;
        for (int first = 0; first < n; first += most) {
            int count = Math.min(most, n - first);
            double[] basis = new double[n * count];
            for (int j = 0; j < count; j++) {
                basis[j * n + first + j] = 1;
            }
            double[] images = mapped(basis, count, counted.quanta(), field);
            for (int j = 0; j < count; j++) {
                for (int i = 0; i < n; i++) {
                    rows[i][first + j] = images[j * n + i];
                }
            }
        }
        return rows;
    }

    /**
     * λ(s) = ln Λ/T with the largest eigenvalue Λ of the map: of few numbers from its matrix, else by products alone, and from its matrix after all where these come to no end.
     *
     * @throws ModelException if it is not found
     */
    double growth(CountedQuantity counted, double field) {
        if (counted.quanta().stream().anyMatch(q -> q.isConstant() && Double.isInfinite(Math.exp(field * q.at(0).re())))) {
            throw LargestEigenvalue.outOfRange();
        }
        if (size() <= FEW_NUMBERS) {
            return growthByMatrix(counted, field);
        }
        try {
            return Math.log(LargestEigenvalue.of(x -> mapped(x, 1, counted.quanta(), field), PeriodSolver.generic(flow))) / length();
        } catch (ModelException e) {
            if (e.reason() != Reason.TOO_INEXACT || size() > PeriodSolver.MOST_DENSE_NUMBERS) {
                throw e;
            }
            return growthByMatrix(counted, field);
        }
    }

    /** The same from the matrix of the map. */
    double growthByMatrix(CountedQuantity counted, double field) {
        double[][] matrix = matrix(counted, field);
        if (!Arrays.stream(matrix).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
            throw LargestEigenvalue.outOfRange();
        }
        return Math.log(DensePeriodSolver.spectralRadius(matrix)) / length();
    }

    private double[] mapped(double[] x, int columns, List<TimeFunction> quanta, double field) {
        double scale = Arrays.stream(x).map(Math::abs).max().orElse(0);
        if (scale == 0) {
            return x.clone();
        }
        TiltSystem system = new TiltSystem(columns, quanta, field);
        return integrated(system, x, IntStream.range(0, x.length).mapToDouble(i -> scale).toArray(), columns);
    }

    /** The variable of a system at the end of the period; {@code scales} are what its numbers are good to in units of the tolerance. */
    double[] integrated(PiecewiseIntegration.PieceSystem system, double[] start, double[] scales, int flows) {
        double[] tolerances = Arrays.stream(scales).map(s -> PiecewiseIntegration.ABSOLUTE_TOLERANCE * s).toArray();
        return new PiecewiseIntegration(stops, system, tolerances, budget, flows * flow.work()).advanceToEnd(start);
    }

    /** Several matrices, each by the same tilted equation. */
    private final class TiltSystem extends MovingSystem {

        private final int columns;
        private final List<TimeFunction> quanta;
        private final double field;

        TiltSystem(int columns, List<TimeFunction> quanta, double field) {
            this.columns = columns;
            this.quanta = quanta;
            this.field = field;
        }

        @Override
        public int getDimension() {
            return columns * size();
        }

        @Override
        public boolean isLinearAndConstant() {
            return flow.isConstant() && quanta.stream().allMatch(TimeFunction::isConstant);
        }

        @Override
        public double[] computeDerivatives(double sinceStart, double[] y) {
            Instant now = at(sinceStart);
            flow.moveTo(now);
            double[] factors = new double[flow.channelCount()];
            Arrays.setAll(factors, k -> quanta.isEmpty() ? 1 : Math.exp(field * now.real(quanta.get(k))));
            double[] rate = new double[y.length];
            for (int c = 0; c < columns; c++) {
                flow.apply(factors, y, c * size(), rate, c * size());
            }
            return rate;
        }
    }
}
