package org.unravel.engine.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.unravel.MeasuredOrder;
import org.unravel.ModelText;
import org.unravel.ValidationSize;
import org.unravel.engine.RecordedTrajectories;
import org.unravel.engine.drive.ChebyshevSeries;
import org.unravel.engine.grid.FixedSteps;
import org.unravel.engine.sector.Kets;
import org.unravel.model.Model;

/** Errors fall with the length of a step, of a cell of a table, as the guide says they do (engine.md, "A step" and "The renewal engine"). */
class StepOrderTest {

    /** Energy integrals at 5 Gauss nodes. */
    private static final double ORDER_OF_ENERGY = 10;
    /** Polynomials of degree 7. */
    private static final double ORDER_OF_CELL = 8;
    /** As far as an order is known from steps that are not infinitely short: half of the distance to the next one. */
    private static final double OFF = 0.5;
    /** Errors below are rounding: some ten units of 2⁻⁵² in energies of order 1. */
    private static final double ROUNDING = 5e-15;
    /** A propagator leaves out some 1e-12 a step, of some hundred. */
    private static final double KET = 1e-10;
    private static final long SEED = 1;

    private static final int[] DIVISIONS = {4, 5, 6, 7, 8};
    private static final double[] WIDTHS = {0.5, 0.25, 0.125};
    private static final int REFERENCE_DIVISIONS = 16;
    /** Places of a cell that are no nodes. */
    private static final double[] PLACES = {-0.95, -0.61, 0.07, 0.52, 0.9};

    /** A qubit with a smooth drive, on a grid of spacing 1. */
    private static Model driven(double splitting, double amplitude, double frequency) {
        return ModelText.read("""
                unravel: 1
                name: driven
                space: {q: qubit}
                hamiltonian: SPLITTING/2*sz + AMPLITUDE*cos(FREQUENCY*t)*sx
                baths:
                  b:
                    channels:
                      down: {operator: sm, rate: 0.3, heat: -1}
                      up: {operator: sp, rate: 0.1, heat: 1}
                initial: {q: (e + g)/sqrt(2)}
                time: {end: 10, points: 11}
                observables: {x: sx}
                """.replace("SPLITTING", "" + splitting).replace("AMPLITUDE", "" + amplitude).replace("FREQUENCY", "" + frequency));
    }

    private static double[] lengths() {
        return Arrays.stream(DIVISIONS).mapToDouble(d -> 1.0 / d).toArray();
    }

    private static MeasuredOrder closure(Model model, int trajectories) {
        return new MeasuredOrder(lengths(), Arrays.stream(DIVISIONS)
                .mapToDouble(d -> RecordedTrajectories.of(model, FixedSteps.of(model, d), SEED, trajectories).worstClosure()).toArray());
    }

    /** Largest distance of an amplitude at the end from that of short steps, of trajectories with the same channels in the same order. */
    private static double kets(Model model, int trajectories) {
        RecordedTrajectories reference = RecordedTrajectories.of(model, FixedSteps.of(model, REFERENCE_DIVISIONS), SEED, trajectories);
        double worst = 0;
        for (int d : DIVISIONS) {
            RecordedTrajectories found = RecordedTrajectories.of(model, FixedSteps.of(model, d), SEED, trajectories);
            for (int i = 0; i < trajectories; i++) {
                assertEquals(channels(reference, i), channels(found, i), "jumps of trajectory " + i);
                worst = Math.max(worst, distance(reference.endKet(i), found.endKet(i)));
            }
        }
        return worst;
    }

    private static List<Integer> channels(RecordedTrajectories shown, int trajectory) {
        return shown.jumps(trajectory).stream().map(RecordedTrajectories.Jump::channel).toList();
    }

    /** √(1 − |⟨a|b⟩|²) of the rays, from the part of b that is orthogonal to a. */
    private static double distance(double[][] a, double[][] b) {
        double aa = Kets.square(a[0], a[1]);
        double bb = Kets.square(b[0], b[1]);
        double re = 0;
        double im = 0;
        for (int i = 0; i < a[0].length; i++) {
            re += a[0][i] * b[0][i] + a[1][i] * b[1][i];
            im += a[0][i] * b[1][i] - a[1][i] * b[0][i];
        }
        double rest = 0;
        for (int i = 0; i < a[0].length; i++) {
            double x = b[0][i] - (re * a[0][i] - im * a[1][i]) / aa;
            double y = b[1][i] - (re * a[1][i] + im * a[0][i]) / aa;
            rest += x * x + y * y;
        }
        return Math.sqrt(rest / bb);
    }

    /** Means and rates of the first post-jump state that moves, in cells of some widths, by polynomials of so many terms. */
    private static MeasuredOrder cells(Model model, int terms, double... widths) {
        PostJumpState state = PostJumpStates.of(model).states().stream().filter(s -> s.dimension() > 1).findFirst().orElseThrow();
        return new MeasuredOrder(widths, Arrays.stream(widths).map(w -> cellError(state, terms, w)).toArray());
    }

    private static double cellError(PostJumpState state, int terms, double width) {
        AgeCells cells = new AgeCells(state, width);
        double worst = 0;
        double[] exact = new double[cells.quantityCount()];
        for (int cell = 0; cell * width < 4; cell++) {
            for (double x : PLACES) {
                cells.sample(x, exact);
                for (int q = 0; q < exact.length; q++) {
                    worst = q == AgeCells.DRIFT ? worst : Math.max(worst, Math.abs(polynomial(cells.series(q), terms, x) - exact[q]));
                }
            }
            cells.next();
        }
        return worst;
    }

    private static double polynomial(double[] series, int terms, double x) {
        double[] powers = new double[terms];
        ChebyshevSeries.powers(series, terms, powers, 0, 1);
        return IntStream.range(0, terms).mapToDouble(p -> powers[p] * Math.pow(x, p)).sum();
    }

    private static Model still(double splitting, double coupling) {
        return ModelText.read("""
                unravel: 1
                name: still
                space: {q: qubit}
                hamiltonian: SPLITTING/2*sz + COUPLING*sx
                baths:
                  b:
                    channels: {down: {operator: sm, rate: 0.5, heat: -1}}
                initial: {q: g}
                time: {end: 4, points: 5}
                observables: {x: sx, excited: "proj(q, e)"}
                """.replace("SPLITTING", "" + splitting).replace("COUPLING", "" + coupling));
    }

    private static void assertOrder(double stated, MeasuredOrder found) {
        assertEquals(stated, found.order(ROUNDING), OFF, found::toString);
    }

    @Test
    void theEnergyBalanceOfAStepIsOfOrderTen() {
        Model model = driven(4, 0.8, 3);
        assertOrder(ORDER_OF_ENERGY, closure(model, 256));
        assertTrue(kets(model, 256) < KET, "kets " + kets(model, 256));
    }

    @Test
    void theCellsOfATableAreOfOrderEight() {
        assertOrder(ORDER_OF_CELL, cells(still(1, 0.8), RenewalKernel.TERMS, WIDTHS));
        double lower = cells(still(1, 0.8), RenewalKernel.TERMS - 1, WIDTHS).order(ROUNDING);
        assertTrue(lower < ORDER_OF_CELL - OFF, "a term that is missing shows: " + lower);
    }

    @Test
    @Tag(ValidationSize.TAG)
    void ordersOfMoreModels() {
        for (double splitting : new double[] {4, 5}) {
            for (double frequency : new double[] {2, 3}) {
                Model model = driven(splitting, 0.8, frequency);
                MeasuredOrder closure = closure(model, ValidationSize.times(1024));
                double kets = kets(model, ValidationSize.times(1024));
                ValidationSize.show("steps, splitting %.3g, drive %.3g: order of the energy balance %.2f (10) from %s; kets within %.1g", splitting, frequency,
                        closure.order(ROUNDING), closure, kets);
                assertOrder(ORDER_OF_ENERGY, closure);
                assertTrue(kets < KET, "kets " + kets);
            }
        }
        for (double coupling : new double[] {0.8, 1.2, 1.6}) {
            MeasuredOrder cells = cells(still(1, coupling), RenewalKernel.TERMS, WIDTHS);
            ValidationSize.show("cells, coupling %.3g: order %.2f (8) from %s", coupling, cells.order(ROUNDING), cells);
            assertOrder(ORDER_OF_CELL, cells);
        }
    }
}
