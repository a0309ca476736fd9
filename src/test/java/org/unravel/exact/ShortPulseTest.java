package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.unravel.ModelText;
import org.unravel.TwoPointModels;
import org.unravel.exact.TwoPointStatistics.Moments;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.model.Reason;

/**
 * A weak pulse after a long time in which nothing happens and steps grow: nothing may step over what the master equation, which stops at every time of
 * the grid, has seen.
 */
class ShortPulseTest {

    /** A ground state in a cold bath: nothing moves but the phase before t = 50, and the pulse is as wide as half a step of the grid. */
    private static final String PULSE = """
            unravel: 1
            name: pulse
            parameters: {size: 1e-4, width: 0.3, end: 100}
            space: {q: qubit}
            hamiltonian: sz/2 + size*exp(-((t - 50)/width)^2)*sx
            baths:
              cold: {channels: {down: {operator: sm, rate: 0.02, heat: -1}}}
            initial: g
            time: {end: end, points: 201}
            ensemble: {measure: tpm}
            """;

    /** Errors of 1e-12 a step in the two equations, added up in the excited population and in differences of energies of order 1. */
    private static final double INTEGRATED = 1e-11;

    /** First order in the field: an amplitude 1e-4·0.3·√π·e^{−(0.3/2)²} ≈ 5.2e-5, so an energy of 2.7e-9 is taken up. */
    private static final double LEAST_WORK = 2.6e-9;

    /** Twice the share of a decay inside the pulse, above. */
    private static final double FIRST_ORDER = 8e-5;

    private static double last(ExactCurves curves, String name) {
        double[] curve = curves.curve(name).orElseThrow();
        return curve[curve.length - 1];
    }

    /** At both grid times the energy is e^{−723}, below the normal numbers, so that no tolerance can be a part of it. */
    @Test
    void energiesThatVanishAtAllGridTimesHaveTheSameWorkOnAnyGrid() {
        String text = """
                unravel: 1
                name: flanks
                space: {q: qubit}
                hamiltonian: 40*exp(-((t - 0.5)/0.0186)^2)*sx
                baths:
                  cold: {channels: {c: {operator: sm + 0.3*sp, rate: 2, heat: 0.1}}}
                initial: g
                time: {end: 1, points: POINTS}
                """;
        ExactCurves two = MasterEquation.solve(ModelText.read(text.replace("POINTS", "2")));
        ExactCurves many = MasterEquation.solve(ModelText.read(text.replace("POINTS", "11")));
        for (String name : List.of(Quantity.ENERGY, Quantity.WORK, Quantity.HEAT, Quantity.HEAT_COUNTED)) {
            // errors of 1e-12 a step of a work that is of order 1 on the way
            assertEquals(last(many, name), last(two, name), INTEGRATED, name);
        }
    }

    @Test
    void workOfAPulseIsNotSteppedOver() {
        Model model = ModelText.read(PULSE);
        ExactCurves curves = MasterEquation.solve(model);
        // The first law of what two measurements of the energy and the counted quanta say, on the average.
        double expected = last(curves, Quantity.ENERGY_CHANGE) - last(curves, Quantity.HEAT_COUNTED);
        assertTrue(expected > LEAST_WORK, "a pulse that does something: " + expected);
        TwoPointStatistics s = TwoPointStatistics.solve(model, WorkBudget.of(Effort.MODERATE));
        assertEquals(expected, s.work().mean(), INTEGRATED);
        double ofAtoms = s.workAtoms().orElseThrow().stream().mapToDouble(a -> a.value() * a.probability()).sum();
        assertEquals(expected, ofAtoms, INTEGRATED);
    }

    @Test
    void jumpsAfterAPulseAreNotSteppedOver() {
        Model model = ModelText.read(PULSE);
        double expected = last(MasterEquation.solve(model), Quantity.HEAT_COUNTED);
        CountingStatistics s = CountingStatistics.solve(model, 1, WorkBudget.of(Effort.MODERATE));
        CountingMoments moments = s.moments().get(Quantity.HEAT_COUNTED);
        assertEquals(expected, moments.mean()[1], INTEGRATED);
        // One jump at most but for terms of the second order in the probability, 1e-18: a variance of the mean's size.
        assertEquals(-expected, moments.variance()[1], INTEGRATED);
        CountingDistribution distribution = s.distribution(Quantity.HEAT_COUNTED).orElseThrow();
        assertEquals(-expected, distribution.probability(-1), INTEGRATED);
    }

    /**
     * To first order the pulse takes the qubit up with the probability (size·width·√π e^{−width²/4})², and then W = 1: the moments of order 1 to 4 are that
     * number. Orders beyond are its square, and a decay inside the pulse is 0.02·0.002 of it. The looks at the power of the drive, 0.016 or more off the
     * centre, find e^{−61} of it.
     */
    @Test
    void pulseBetweenTheLooksHasMoments() {
        Model model = ModelText.read(PULSE, Map.of("width", "0.002"));
        double p = Math.PI * Math.pow(1e-4 * 0.002 * Math.exp(-0.002 * 0.002 / 4), 2);
        Moments work = WeakWork.moments(model, WorkBudget.unlimited());
        assertEquals(Optional.empty(), work.absence());
        assertEquals(p, work.mean(), FIRST_ORDER * p);
        assertEquals(p, work.variance(), FIRST_ORDER * p);
        assertEquals(p, work.third(), FIRST_ORDER * p);
        assertEquals(p, work.fourth(), FIRST_ORDER * p);
    }

    /** What cannot be paid is missing with its reason, and what is always computed is there. */
    @Test
    void optionalPartsAreRefusedAndTheRestIsThere() {
        TwoPointStatistics s = TwoPointStatistics.solve(TwoPointModels.stretched(Map.of("part", "1e-6")), new WorkBudget(1));
        assertTrue(s.work().isCancelled() && s.isCutByWork(), s.work().absence().toString());
        String text = s.work().absence().orElseThrow().text();
        assertTrue(text.startsWith("not known to enough digits, too much work for the exact side: "), text);
        assertEquals(1e-6 * Math.tanh(-0.5) / 2, s.work().mean(), INTEGRATED);
        TwoPointStatistics wide = TwoPointStatistics.solve(TwoPointModels.stretched(Map.of("part", "0.3")), new WorkBudget(1));
        assertTrue(wide.characteristicFunction().isEmpty() && wide.function().absence().orElseThrow().isFor(Reason.TOO_MUCH_WORK), wide.function().toString());
    }
}
