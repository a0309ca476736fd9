package org.unravel.engine.renewal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.unravel.engine.drive.ChebyshevSeries;
import org.unravel.engine.sector.EnergyScale;
import org.unravel.model.JumpBias;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.numeric.SparseMatrix;

/** Builds the {@link AgeTable} of each post-jump state: chooses cells so small that short polynomials are good enough, and measures their error. */
final class AgeTableBuilder {

    /** Largest error of a table, in units of each quantity's scale: a hundred jumps then stay within 1e-10. */
    static final double TOLERANCE = 1e-12;
    private static final int TERMS = RenewalKernel.TERMS;
    /** What ‖G‖ times the width of a cell may be at first: the Taylor terms of the ket lose no digit. */
    private static final double MOST_PHASE = 2;
    /** Cells of one state; {@link #cellsPerStep} refuses what needs so many, long before. */
    static final long MOST_CELLS = 1L << 22;
    /** Cells by which a forecast judges. */
    private static final int LOOKED_AT = 4;
    /** −log₂ of the least number that {@link org.unravel.trajectory.TrajectoryStream#nextJumpThreshold()} gives. */
    private static final int THRESHOLD_BITS = 53;
    /** Energies this many times those of a state's own levels would leave too few digits of them. */
    private static final double FAR = 1e3;
    /**
     * Jumps that the largest rate would bring in the run, up to which errors of {@link #TOLERANCE} of it are negligible for every state: where all its rates are
     * smaller, they change the probability of a channel by at most so many times that.
     */
    private static final double FEW_JUMPS = 1e3;
    /** Places between the nodes at which the error is measured. */
    private static final double[] TEST_PLACES = {-0.95, -0.61, 0.07, 0.52, 0.9};

    private final double step;
    private final double duration;
    private final double energyScale;
    private final double rateScale;
    private final SparseMatrix energy;
    private final double[] observableScale;
    private final boolean weighted;
    private final double leastSurvival;
    private PostJumpState owner;
    private double ownEnergy;

    AgeTableBuilder(Model model) {
        step = model.time().step();
        duration = model.time().end() - model.time().start();
        energyScale = EnergyScale.of(model);
        energy = model.energy().at(0);
        rateScale = positive(model.jumpRateOperator().at(0).rowSumNorm());
        weighted = model.isWeighted();
        leastSurvival = leastSurvival(model);
        observableScale = model.observables().stream().mapToDouble(o -> positive(o.operator().at(0).rowSumNorm())).toArray();
    }

    /** No threshold is as small, those u = v^(1/b) of a {@link org.unravel.engine.jump.JumpLaw} included: nobody lives to see what comes after. */
    private static double leastSurvival(Model model) {
        double exponent = model.bias().map(JumpBias::jumpFactor).orElse(1.0);
        return Math.pow(2, -THRESHOLD_BITS / Math.min(1, exponent) - 1);
    }

    private static double positive(double scale) {
        return scale > 0 ? scale : 1;
    }

    /** Cells of a grid step to begin with: a power of two. */
    static long cellsPerStep(PostJumpState state, double step) {
        double least = step * state.generator().rowSumNorm() / MOST_PHASE;
        return least <= 1 ? 1 : 1L << (int) Math.min(60, Math.ceil(Math.log(least) / Math.log(2)));
    }

    /**
     * Cells that {@link #build} is expected to take: as narrow as the first few ask for, up to the age that the mixed state of the subspace hardly
     * survives.
     */
    double expectedCells(PostJumpState state) {
        if (state.dimension() == 1) {
            return 1;
        }
        long parts = cellsPerStep(state, step);
        while (parts * (duration / step + 1) <= MOST_CELLS && !termsSuffice(state, step / parts, LOOKED_AT)) {
            parts *= 2;
        }
        double[] one = new double[state.dimension()];
        double rate = 0;
        for (int i = 0; i < one.length; i++) {
            one[i] = 1;
            rate += state.jumpRate().expectation(one, new double[one.length]) / one.length;
            one[i] = 0;
        }
        return parts * Math.ceil(Math.min(duration + 1.5 * step, -Math.log(leastSurvival) / rate) / step);
    }

    AgeTable build(PostJumpState state, double[] energyAfter) {
        if (state.dimension() == 1) {
            return decay(state, energyAfter);
        }
        for (long parts = cellsPerStep(state, step);; parts *= 2) {
            if (parts * (duration / step + 1) > MOST_CELLS) {
                throw new ModelException("expected a no-jump evolution that " + MOST_CELLS + " cells can follow, found faster change; "
                        + "the grid engine takes it (--engine grid)", "hamiltonian");
            }
            if (termsSuffice(state, step / parts, MOST_CELLS)) {
                return table(state, energyAfter, (int) parts);
            }
        }
    }

    /** The state is an eigenstate of H_eff: it survives as e^{−κτ}, all means stay, and what heat there is grows evenly. */
    private AgeTable decay(PostJumpState state, double[] energyAfter) {
        double[] values = new double[AgeCells.firstObservable(state) + state.observables().length];
        // A cell of no width: nothing but its start is looked at, and a step of the grid may be long for a Taylor polynomial.
        new AgeCells(state, 0).sample(-1, values);
        int width = pointWidth(state);
        double[] points = new double[2 * width];
        double[][] curves = new double[curveCount(state)][];
        for (int q = 0; q < values.length; q++) {
            boolean grows = q >= AgeCells.DRIFT && q < AgeCells.firstRate(state);
            double[] line = grows ? new double[] {0, values[q]} : new double[] {values[q], 0};
            if (q < AgeCells.firstObservable(state)) {
                points[q] = line[0];
                points[width + q] = line[1];
            }
            if (curveOf(state, q) >= 0) {
                curves[curveOf(state, q)] = line;
            }
        }
        double rate = decayRate(state);
        if (weighted) {
            curves[curves.length - 1] = new double[] {0, -rate};
        }
        return new AgeTable(WaitingTimeTable.exponential(rate), 1, 0, width, points, AgeCells.firstRate(state), state.jumps(), energyAfter,
                curves, 1, 0);
    }

    /** The sum of the rates of its jumps: K may have lost a small one in the rounding of large ones that have no effect on the state. */
    private static double decayRate(PostJumpState state) {
        double[] re = {1};
        double[] im = {0};
        double rate = state.jumpRate().expectation(re, im);
        double sum = 0;
        for (PostJumpState.Jump jump : state.jumps()) {
            sum += jump.rate(re, im);
        }
        return Math.abs(rate - sum) <= TOLERANCE * sum ? rate : sum;
    }

    /** Quantities of a point, filled up to a multiple of {@link RenewalKernel#POINT_MULTIPLE}. */
    static int pointWidth(PostJumpState state) {
        int m = RenewalKernel.POINT_MULTIPLE;
        return (AgeCells.firstObservable(state) + m - 1) / m * m;
    }

    /** The curve that a quantity of {@link AgeCells} belongs to, −1 if none. */
    private static int curveOf(PostJumpState state, int quantity) {
        if (quantity < AgeCells.firstApart(state)) {
            return quantity;
        }
        if (quantity < AgeCells.firstRate(state)) {
            return AgeTable.FIRST_APART + quantity - AgeCells.firstApart(state);
        }
        return quantity < AgeCells.firstObservable(state) ? -1 : AgeTable.FIRST_APART + state.apart().length + quantity - AgeCells.firstObservable(state);
    }

    private int curveCount(PostJumpState state) {
        return AgeTable.FIRST_APART + state.apart().length + observableScale.length + (weighted ? 1 : 0);
    }

    /** Those of {@link AgeCells}, and the logarithm of the survival where records are weighted. */
    private int quantityCount(PostJumpState state) {
        return AgeCells.firstObservable(state) + observableScale.length + (weighted ? 1 : 0);
    }

    /** Of a quantity in the present cell. */
    private double[] series(AgeCells cells, int quantity) {
        return quantity < cells.quantityCount() ? cells.series(quantity) : cells.logSurvival();
    }

    private double scale(PostJumpState state, int quantity, AgeCells cells) {
        if (quantity < AgeCells.firstRate(state)) {
            double own = ownEnergy(state);
            return own > 0 && energyScale > FAR * own ? own : energyScale;
        }
        int observable = quantity - AgeCells.firstObservable(state);
        if (observable < 0) {
            // Of many jumps the shares of the channels count, so rates are good to a part of their own sum.
            return rateScale * duration <= FEW_JUMPS ? rateScale : Math.max(1 / duration, cells.largestJumpRate());
        }
        // A weight needs the logarithm of the survival to an absolute error.
        return observable < observableScale.length ? observableScale[observable] : 1;
    }

    /** A bound of the energies of the levels that a state has a part in. */
    private double ownEnergy(PostJumpState state) {
        if (state != owner) {
            owner = state;
            ownEnergy = energy.restricted(state.space().support()).rowSumNorm();
        }
        return ownEnergy;
    }

    /** True as long as there may be lanes of that age, one grid step more included. */
    private boolean isReached(int cell, double width, double survival) {
        return cell * width < duration + 1.5 * step && survival > leastSurvival;
    }

    /** Whether the polynomials of the first so many cells are good enough. */
    private boolean termsSuffice(PostJumpState state, double width, long most) {
        AgeCells cells = new AgeCells(state, width);
        for (int cell = 0;; cell++) {
            for (int q = 0; q < quantityCount(state); q++) {
                // A NaN must not pass for a small rest.
                if (!(ChebyshevSeries.rest(series(cells, q), TERMS) <= TOLERANCE / 2 * scale(state, q, cells))) {
                    return false;
                }
            }
            if (cell + 1 == most || !isReached(cell + 1, width, cells.endSurvival())) {
                return true;
            }
            cells.next();
        }
    }

    private AgeTable table(PostJumpState state, double[] energyAfter, int parts) {
        double width = step / parts;
        AgeCells cells = new AgeCells(state, width);
        WaitingTimeTable.Builder waiting = new WaitingTimeTable.Builder(width);
        List<double[]> all = new ArrayList<>();
        double error = 0;
        for (int cell = 0;; cell++) {
            waiting.add(cells.survival());
            double[] powers = new double[quantityCount(state) * TERMS];
            for (int q = 0; q < quantityCount(state); q++) {
                ChebyshevSeries.powers(series(cells, q), TERMS, powers, q * TERMS, 1);
            }
            error = Math.max(error, error(state, cells, powers));
            all.add(powers);
            if (!isReached(cell + 1, width, cells.endSurvival())) {
                break;
            }
            cells.next();
        }
        int rowLength = (all.size() + parts - 1) / parts + RenewalKernel.OVERREAD;
        return new AgeTable(waiting.build(), parts, width, pointWidth(state), points(state, all), AgeCells.firstRate(state),
                state.jumps(), energyAfter, curves(state, all, parts, rowLength), rowLength, error);
    }

    /** Largest difference from the means in the ket itself, at places that are no nodes. */
    private double error(PostJumpState state, AgeCells cells, double[] powers) {
        double worst = 0;
        double[] exact = new double[quantityCount(state)];
        for (double x : TEST_PLACES) {
            double survival = cells.sample(x, exact);
            if (weighted) {
                exact[exact.length - 1] = Math.log(survival);
            }
            for (int q = 0; q < exact.length; q++) {
                if (q == AgeCells.ENERGY || q >= AgeCells.firstRate(state)) {
                    double found = 0;
                    for (int p = TERMS - 1; p >= 0; p--) {
                        found = Math.fma(found, x, powers[q * TERMS + p]);
                    }
                    double difference = Math.abs(found - exact[q]) / scale(state, q, cells);
                    worst = difference <= worst ? worst : difference;
                }
            }
        }
        return worst;
    }

    private static double[] points(PostJumpState state, List<double[]> all) {
        int width = pointWidth(state);
        double[] points = new double[all.size() * TERMS * width];
        for (int cell = 0; cell < all.size(); cell++) {
            for (int q = 0; q < AgeCells.firstObservable(state); q++) {
                for (int p = 0; p < TERMS; p++) {
                    points[(cell * TERMS + p) * width + q] = all.get(cell)[q * TERMS + p];
                }
            }
        }
        return points;
    }

    private double[][] curves(PostJumpState state, List<double[]> all, int parts, int rowLength) {
        double[][] curves = new double[curveCount(state)][];
        for (int q = 0; q < quantityCount(state); q++) {
            if (curveOf(state, q) < 0) {
                continue;
            }
            double[] rows = new double[parts * TERMS * rowLength];
            for (int cell = 0; cell < all.size(); cell++) {
                for (int p = 0; p < TERMS; p++) {
                    rows[(cell % parts * TERMS + p) * rowLength + cell / parts] = all.get(cell)[q * TERMS + p];
                }
            }
            curves[curveOf(state, q)] = Arrays.stream(rows).allMatch(v -> v == 0) ? null : rows;
        }
        return curves;
    }
}
