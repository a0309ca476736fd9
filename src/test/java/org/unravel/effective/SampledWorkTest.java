package org.unravel.effective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.unravel.ModelText;
import org.unravel.exact.StateEvolution;
import org.unravel.model.Model;
import org.unravel.model.Split;
import org.unravel.model.TimeGrid;

/** Work from states at some times against the work that was integrated along the path. */
class SampledWorkTest {

    private static final String PAIR = """
            unravel: 1
            name: pair
            space: {a: qubit, b: qubit}
            split: {A: [a], B: [b]}
            hamiltonian: 0.5*sz(a) + 0.35*sz(b) + 0.1*(sp(a)*sm(b) + sm(a)*sp(b)) + DRIVE*sx(a)*sz(b)
            initial: {a: sqrt(0.8)*e + sqrt(0.2)*g, b: thermal(2)}
            time: {end: 12, points: POINTS}
            """;

    private record Found(double[] exact, double[] sampled, double[] error) {

        double distance() {
            return IntStream.range(0, exact.length).mapToDouble(i -> Math.abs(exact[i] - sampled[i])).max().orElse(0);
        }

        double largestError() {
            return IntStream.range(0, exact.length).mapToDouble(i -> error[i]).max().orElse(0);
        }
    }

    private static Found of(String drive, int points, List<int[]> stretches) {
        Model model = ModelText.read(PAIR.replace("POINTS", Integer.toString(points)).replace("DRIVE", drive));
        Split split = model.split().orElseThrow();
        MinimalDissipation exact = MinimalDissipation.of(model, split.a(), 1e12);
        Bipartition parts = Bipartition.of(split.a(), split.b());
        TimeGrid grid = model.time();
        double[] times = IntStream.range(0, points).mapToDouble(grid::time).toArray();
        StateEvolution evolution = new StateEvolution(model, 1e12);
        double[][] states = evolution.states(evolution.initial(), times);
        double[][] reduced = new double[points][];
        for (int i = 0; i < points; i++) {
            reduced[i] = parts.reduced(states[i]);
        }
        SampledWork rule = SampledWork.of(exact, times, stretches);
        return new Found(exact.work(), rule.work(reduced), rule.error(reduced));
    }

    /** Six states: steps that are half as long err by a 32nd at least, and the error that is said holds. */
    @Test
    void errsByTheSixthOrderOfItsSteps() {
        Found coarse = of("0.1", 25, List.of(new int[] {0, 24}));
        Found fine = of("0.1", 49, List.of(new int[] {0, 48}));
        assertTrue(coarse.distance() > 1e-9, "nothing to compare: " + coarse.distance());
        assertTrue(fine.distance() < coarse.distance() / 32, fine.distance() + " after " + coarse.distance());
        assertTrue(coarse.distance() < coarse.largestError() && fine.distance() < fine.largestError());
        assertTrue(IntStream.range(0, 25).mapToDouble(i -> Math.abs(coarse.exact()[i])).max().orElse(0) > 1e-3, "no work is done");
    }

    /** A jump of the coupling at a grid time and one between two: polynomials end there. */
    @Test
    void jumpsOfTheCouplingAreNotSmoothedOver() {
        Found cut = of("0.2*step(6 - t)", 49, List.of(new int[] {0, 24}, new int[] {24, 48}));
        assertEquals(0, cut.distance(), 1e-6);
        Found inside = of("0.2*step(6.1 - t)", 49, List.of(new int[] {0, 24}, new int[] {24, 25}, new int[] {25, 48}));
        assertTrue(inside.distance() < 2e-3 && inside.distance() < 2 * inside.largestError(), inside.distance() + " with an error of " + inside.largestError());
        Found smoothed = of("0.2*step(6 - t)", 49, List.of(new int[] {0, 48}));
        assertTrue(smoothed.distance() > 10 * cut.distance(), "a kink that is smoothed over is not seen");
    }
}
