package org.unravel.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.ModelText;
import org.unravel.engine.EngineChoice;
import org.unravel.engine.Engines;
import org.unravel.ensemble.Curve;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.exact.MasterEquation;
import org.unravel.model.Model;
import org.unravel.model.Quantity;

/** Whether an energy that jumps a few roundings from a grid time has jumped there is one rule, for the sample, the exact side and a measurement at the end. */
class SameTimeTest {

    @ParameterizedTest
    @ValueSource(ints = {-40, -20, -12, -9, -7, -5, -3, -1, 0, 1, 3, 4, 5, 7, 8, 9, 10, 12, 15, 17, 20, 40})
    void bothSidesShowTheSameEnergy(int roundings) {
        for (double time : new double[] {0.113, 0.339}) {
            double at = time + roundings * Math.ulp(time);
            Model model = ModelText.read("""
                    unravel: 1
                    name: jump
                    space: {q: qubit}
                    hamiltonian: (1 + step(t - AT))*proj(q, e)
                    initial: {q: e}
                    time: {end: 0.339, points: 4}
                    """.replace("AT", Double.toString(at)));
            double[] exact = MasterEquation.solve(model).curve(Quantity.ENERGY).orElseThrow();
            for (EngineChoice choice : List.of(new EngineChoice("grid"), new EngineChoice("sparse"))) {
                EnsembleResult result = Sampling.run(Engines.create(model, choice), model, new RunPlan(2, 1, 1, choice), Progress.NONE);
                double[] sampled = result.curves().stream().filter(c -> c.name().equals(Quantity.ENERGY)).findFirst().map(Curve::mean).orElseThrow();
                for (int i = 0; i < exact.length; i++) {
                    assertEquals(exact[i], sampled[i], 1e-12, choice + ", jump at " + at + ", grid time " + model.time().time(i));
                }
            }
            assertEquals(exact[exact.length - 1], model.endEnergies().eigen().values()[1], 1e-12, "measured, jump at " + at);
        }
    }
}
