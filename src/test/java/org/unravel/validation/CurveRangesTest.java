package org.unravel.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;

import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.unravel.ModelText;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.model.Quantity.Kind;
import org.unravel.modelfile.ModelReader;

/** Ranges of the driven qubit H = σ_z/2 + Ω cos(t) σ_x, Ω = 0.2, Γ = 0.05 (1 + n), on [0, 100], in closed form. */
class CurveRangesTest {

    private static final long TRAJECTORIES = 1000;

    /** A bound is never below the integral, but for rounding, and a piece is cut until that gains less than a twentieth. */
    private static final double ROUNDING = 1e-9;
    private static final double SHARPNESS = 1.1;

    private static void assertBound(double integral, double bound, double sharpness) {
        assertTrue(bound >= integral * (1 - ROUNDING) && bound <= integral * sharpness, bound + " for an integral of " + integral);
    }

    private static CurveRanges ranges(Model model) {
        TimeCells cells = new TimeCells(model);
        double[] unknown = new double[model.channels().size()];
        Arrays.fill(unknown, Double.POSITIVE_INFINITY);
        return new CurveRanges(model, cells, new ChannelBounds(model, cells), TRAJECTORIES, unknown);
    }

    @Test
    void workOfADrivenQubit() {
        CurveRanges ranges = ranges(ModelReader.readShipped("lab-frame-qubit", Map.of()));
        // ∫ 2Ω|sin t| dt over [0, 100]: 31 whole half periods of 2 and the rest, 1 − cos(100 − 31π)
        double integral = 0.4 * (31 * 2 + 1 - Math.cos(100 - 31 * Math.PI));
        assertBound(integral, ranges.width(Quantity.of(Kind.WORK), 200), SHARPNESS);
        assertEquals(0, ranges.width(Quantity.of(Kind.WORK), 0));
        // The discs at t = 0 have radius Ω about ±1/2.
        assertEquals(1.4, ranges.width(Quantity.of(Kind.ENERGY), 0), 4 * Math.ulp(1.4));
    }

    @Test
    void quantityWithoutABoundIsNamed() {
        CurveRanges ranges = ranges(ModelReader.readShipped("lab-frame-qubit", Map.of()));
        for (int point : new int[] {0, 200}) {
            IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> ranges.width(Quantity.of(Kind.HEAT_JUMP), point));
            assertTrue(e.getMessage().endsWith("found 'heat.jump'"), e.getMessage());
        }
    }

    @Test
    void noTrajectoryHasMoreJumpsThanTheBound() {
        CurveRanges ranges = ranges(ModelReader.readShipped("lab-frame-qubit", Map.of()));
        double bound = ranges.jumps(new int[] {0}, 200);
        // The rate is at most Γ = 0.05, so the number is at most Poisson of mean 5.
        double tail = PoissonDistribution.of(5).survivalProbability((int) Math.floor(bound));
        assertTrue(TRAJECTORIES * tail <= 1e-9 && bound < 50, "bound " + bound + ", tail " + tail);
    }

    /** H = σ_z/2 + A e^{−((t − t₀)/w)²} σ_x: Ė rises and falls once each, by 2A in width each time. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-2, 1e-3, 1e-4, 1e-5, 1e-7, 1e-9})
    void aPulseFarShorterThanAStepIsPartOfTheWork(double width) {
        CurveRanges ranges = ranges(ModelReader.read("src/test/resources/org/unravel/validation/pulse.yaml", Map.of("w", Double.toString(width))));
        assertEquals(0, ranges.width(Quantity.of(Kind.WORK), 49), 1e-6);
        assertBound(4 * 30, ranges.width(Quantity.of(Kind.WORK), 100), 1.5);
    }

    @Test
    void quenchIsPartOfTheWork() {
        Model model = ModelReader.read("src/test/resources/org/unravel/validation/quench.yaml", Map.of());
        CurveRanges ranges = ranges(model);
        // H = σ_z/2 + step(t − 1) σ_x: before the quench nothing moves, at it ⟨σ_x⟩ is in [−1, 1].
        assertEquals(0, ranges.width(Quantity.of(Kind.WORK), 1));
        assertEquals(2, ranges.width(Quantity.of(Kind.WORK), 2), 4 * Math.ulp(2.0));
        assertEquals(2, ranges.width(Quantity.of(Kind.WORK), 4), 4 * Math.ulp(2.0));
    }

    /** A drive that is switched on as the run ends, and off again a hundredth of a grid step later, when nobody looks any more. */
    @Test
    void quenchAtTheEndIsPartOfTheWork() {
        CurveRanges ranges = ranges(ModelText.read("""
                unravel: 1
                name: end
                space: {q: qubit}
                hamiltonian: sz/2 + (step(t - 4) - step(t - 4.01))*sx
                initial: g
                time: {end: 4, points: 5}
                """));
        assertEquals(0, ranges.width(Quantity.of(Kind.WORK), 3));
        assertEquals(2, ranges.width(Quantity.of(Kind.WORK), 4), 4 * Math.ulp(2.0));
        // discs of radius 1 about ±1/2
        assertEquals(3, ranges.width(Quantity.of(Kind.ENERGY), 4), 4 * Math.ulp(3.0));
    }
}
