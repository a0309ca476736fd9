package org.unravel.engine.martingale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unravel.engine.ContractModels;
import org.unravel.engine.RecordedTrajectories;
import org.unravel.engine.lane.PlainLaneKernel;
import org.unravel.engine.martingale.SignedReference.Rule;
import org.unravel.engine.sector.EnergyScale;
import org.unravel.model.InitialState;
import org.unravel.model.Model;
import org.unravel.trajectory.TrajectoryStream;

/** Single trajectories with rates of both signs against the definition of the process, integrated by other means; and errors that are planted in that definition. */
class SignedTrajectoriesTest {

    private static final long SEED = 20260101;
    private static final int COUNT = 60;
    /** As many of them as the reference follows: it takes most of the time, and a wrong rule is wrong in every trajectory with a jump. */
    private static final int FOLLOWED = 12;
    /** More than seven, so that a group of lanes is not full. */
    private static final int DRAWN = 16;
    /** Of energies in units of the scale, of weights and hazards: as the contract of engines has it, the reference's own error over a few ten jumps. */
    private static final double TOLERANCE = 1e-10;

    static Stream<String> models() {
        return ContractModels.signed().stream();
    }

    static Stream<Rule> planted() {
        return Stream.of(Rule.values()).filter(r -> r != Rule.RIGHT);
    }

    private static RecordedTrajectories shown(Model model, int lanes, int count) {
        return RecordedTrajectories.of(model, MartingaleEngine.of(model, lanes), SEED, count);
    }

    @ParameterizedTest
    @MethodSource("models")
    void trajectoriesAreThoseOfTheDefinition(String name) {
        Model model = ContractModels.model(name);
        RecordedTrajectories shown = shown(model, 64, FOLLOWED);
        double worst = 0;
        int jumps = 0;
        for (int i = 0; i < FOLLOWED; i++) {
            worst = Math.max(worst, new Following(model, shown, i, Rule.RIGHT).worst);
            jumps += shown.jumps(i).size();
        }
        assertTrue(jumps > FOLLOWED / 4, "jumps " + jumps);
        assertTrue(worst <= TOLERANCE, "worst deviation " + worst);
    }

    /** A rule that is wrong agrees with no run: by 1e-3 or more, a ten-million-fold of what the right one is allowed. */
    @ParameterizedTest
    @MethodSource("planted")
    void plantedErrorsAreFound(Rule rule) {
        for (String name : List.of("nonmarkovian-oscillating", "signed-drive")) {
            Model model = ContractModels.model(name);
            RecordedTrajectories shown = shown(model, 64, FOLLOWED);
            double worst = 0;
            for (int i = 0; i < FOLLOWED; i++) {
                worst = Math.max(worst, new Following(model, shown, i, rule).worst);
            }
            assertFalse(worst < 1e-3, rule + " passes in " + name);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void firstLawCloses(String name) {
        Model model = ContractModels.model(name);
        double worst = RecordedTrajectories.of(model, MartingaleEngine.of(model), SEED, 300).worstClosure();
        assertTrue(worst <= 1e-11 * EnergyScale.of(model), "closure " + worst);
    }

    /** Neither lanes nor kernel: the Vector API and plain loops give the same bits. */
    @ParameterizedTest
    @MethodSource("models")
    void lanesAndKernelsChangeNoBit(String name) {
        Model model = ContractModels.model(name);
        RecordedTrajectories expected = shown(model, 64, DRAWN);
        RecordedTrajectories plain = RecordedTrajectories.of(model, MartingaleEngine.of(model, 64, new PlainLaneKernel().nodeKernel()), SEED, DRAWN);
        for (RecordedTrajectories other : List.of(shown(model, 1, DRAWN), shown(model, 7, DRAWN), plain)) {
            for (int i = 0; i < DRAWN; i++) {
                assertEquals(expected.jumps(i), other.jumps(i));
                for (int g = 0; g < model.time().pointCount(); g++) {
                    assertEquals(expected.weight(i, g), other.weight(i, g));
                    assertEquals(expected.state(i, g)[0], other.state(i, g)[0]);
                }
            }
        }
    }

    /** |μ| of the eternal case is cosh t whatever a trajectory does, as ‖Aψ‖² = 1 for every Pauli operator: d ln|μ| = 2 · tanh(t)/2. */
    @Test
    void weightsOfTheEternalCaseAreKnown() {
        Model model = ContractModels.model("eternal-nonmarkovian");
        RecordedTrajectories shown = shown(model, 64, COUNT);
        for (int i = 0; i < COUNT; i++) {
            long flips = shown.jumps(i).stream().filter(j -> j.channel() == 2).count();
            assertEquals((flips % 2 == 0 ? 1 : -1) * Math.cosh(2), shown.weight(i, model.time().pointCount() - 1), 1e-12);
        }
    }

    /** One trajectory of a run beside the reference that jumps when it does. */
    private static final class Following {

        private final Model model;
        private double worst;

        Following(Model model, RecordedTrajectories shown, int trajectory, Rule rule) {
            this.model = model;
            TrajectoryStream stream = new TrajectoryStream(SEED, trajectory);
            InitialState initial = model.initial();
            InitialState.Component start = initial.components().get(initial.components().size() == 1 ? 0 : initial.componentAt(stream.nextUniform()));
            SignedReference reference = new SignedReference(model, rule);
            reference.start(start.re(), start.im());
            double limit = -Math.log(stream.nextJumpThreshold());
            List<RecordedTrajectories.Jump> jumps = shown.jumps(trajectory);
            int next = 0;
            for (int p = 1; p < model.time().pointCount(); p++) {
                for (; next < jumps.size() && jumps.get(next).time() <= model.time().time(p); next++) {
                    limit = jump(reference, stream, limit, jumps.get(next));
                }
                reference.advance(model.time().time(p));
                note(Math.max(0, reference.hazard() - limit));
                double[] state = reference.state();
                for (int q = 0; q < state.length; q++) {
                    note((state[q] - shown.state(trajectory, p)[q]) / EnergyScale.of(model));
                }
                note(shown.weight(trajectory, p) / reference.weight() - 1);
            }
        }

        private double jump(SignedReference reference, TrajectoryStream stream, double limit, RecordedTrajectories.Jump jump) {
            reference.advance(jump.time());
            note(reference.hazard() - limit);
            double[] rates = reference.rates();
            double uniform = stream.nextUniform();
            double total = 0;
            for (double r : rates) {
                total += Math.abs(r);
            }
            double before = 0;
            for (int k = 0; k < jump.channel(); k++) {
                before += Math.abs(rates[k]);
            }
            // on the wrong side of the edge between two channels by so much
            note(Math.max(0, Math.max(before / total - uniform, uniform - (before + Math.abs(rates[jump.channel()])) / total)));
            double energy = reference.state()[0];
            reference.jump(jump.channel());
            note((reference.state()[0] - energy - jump.energyChange()) / EnergyScale.of(model));
            note(jump.weight() / reference.weight() - 1);
            return -Math.log(stream.nextJumpThreshold());
        }

        /** What is no number is as wrong as can be. */
        private void note(double deviation) {
            worst = Math.abs(deviation) <= worst ? worst : Double.isNaN(deviation) ? Double.POSITIVE_INFINITY : Math.abs(deviation);
        }
    }
}
