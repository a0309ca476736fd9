package org.unravel.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unravel.engine.sector.EnergyScale;
import org.unravel.model.InitialState;
import org.unravel.model.JumpBias;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.numeric.SparseMatrix;
import org.unravel.trajectory.Engine;
import org.unravel.trajectory.TrajectoryStream;

/** What every engine must show of single trajectories, on every model that it takes. A subclass makes the engine and states how well it closes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class TrajectoryEngineContract {

    private static final long SEED = 20260101;
    private static final int LANES = 64;
    private static final int CLOSURE_TRAJECTORIES = 300;
    /** Models of more than 32 states take up to 20 ms for a trajectory with the plain loops. */
    private static final int CLOSURE_TRAJECTORIES_OF_LARGEST_MODELS = 64;
    /** Grid times, beside the jumps, at which the reference is compared. */
    private static final int COMPARED_POINTS = 6;
    /**
     * Error of 1/w relative to 1 + Λ, in units of the state tolerance. Λ is a product of three factors for each of at most 30 jumps, and of
     * (S^b − F^b)/((1 − F^b)S); in these models 1 − F^b > 0.1 and S ≥ F > 0.05.
     */
    private static final double WEIGHT_FACTORS = 3 * 30 + 1 / (0.1 * 0.05);
    /** A first jump less likely than this is left free, {@link org.unravel.engine.jump.JumpLaw}. */
    private static final double LEAST_JUMP_PROBABILITY = 1e-10;
    /** A uniform number this close to the edge between two channels may fall either way: the rates carry the error of the ket. */
    private static final double CHANNEL_EDGE = 1e-9;
    /**
     * Largest error of a jump time, in units of the grid step: engines aim at 1e-11 of theirs. The reference errs by up to 1e-14 at each of some thousand steps, 1e-11 in the survival or a few
     * times that in the time; seen was 1.5e-11 at most with the grid engine, and ten times more with a ten times looser reference.
     */
    private static final double JUMP_TIME_TOLERANCE = 1e-10;
    /**
     * Largest error of energies (in units of the energy scale) and observables against the reference at equal jump times: its steps have a relative error of 1e-14; some thousand of them
     * follow each other, and jump times differ by 1e-11.
     */
    private static final double STATE_TOLERANCE = 1e-10;
    /** A qubit's energies are of order 1, so sums of some hundred of them keep an absolute error of a few hundred ulp. */
    private static final double ROUNDING = 1e-12;

    /** An engine for a model, with lane groups of up to so many trajectories. */
    public abstract Engine engine(Model model, int lanes);

    /** Largest failure of closure in units of the energy scale. */
    public double closureTolerance() {
        throw new UnsupportedOperationException("an engine states its closure tolerance");
    }

    /** A model like another for which the engine shows the kets at the end. */
    public Model withEndKets(Model model) {
        return model;
    }

    /** Whether there is such a model that the engine takes. */
    public boolean showsEndKets(Model model) {
        return true;
    }

    /** Whether the engine takes a model; most models are taken by every engine. */
    public boolean takes(Model model) {
        return true;
    }

    /** How many trajectories of a model are held against the reference, which takes most of the time. */
    public int followed(Model model) {
        return model.dimension() > 8 ? 8 : 50;
    }

    /** How many trajectories are drawn alone, in sevens and all together: more than seven, so that a group is not full. */
    public int drawnInLanes() {
        return 21;
    }

    List<String> models() {
        return Stream.concat(ContractModels.names().stream(), ContractModels.biased().stream()).filter(name -> takes(ContractModels.model(name))).toList();
    }

    /** Those whose records are drawn from their own law. */
    List<String> ownLawModels() {
        return ContractModels.names().stream().filter(name -> takes(ContractModels.model(name))).toList();
    }

    /** The jumps of another engine beside those found: both keep the contract, so that they are as near to one another as to the reference. */
    public static void assertSameJumps(Model model, RecordedTrajectories expected, RecordedTrajectories found) {
        for (int i = 0; i < expected.count(); i++) {
            List<RecordedTrajectories.Jump> jumps = expected.jumps(i);
            assertEquals(jumps.size(), found.jumps(i).size(), "jumps of trajectory " + i);
            for (int j = 0; j < jumps.size(); j++) {
                assertEquals(jumps.get(j).channel(), found.jumps(i).get(j).channel());
                assertEquals(jumps.get(j).time(), found.jumps(i).get(j).time(), JUMP_TIME_TOLERANCE * model.time().step());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void firstLawClosesForEveryTrajectoryAtEveryGridTime(String name) {
        Model model = ContractModels.model(name);
        int count = model.dimension() > 32 ? CLOSURE_TRAJECTORIES_OF_LARGEST_MODELS : CLOSURE_TRAJECTORIES;
        RecordedTrajectories shown = RecordedTrajectories.of(model, engine(model, LANES), SEED, count);
        assertEquals(count, shown.count());
        assertTrue(shown.worstClosure() <= closureTolerance() * EnergyScale.of(model), "closure " + shown.worstClosure());
    }

    @ParameterizedTest
    @MethodSource("models")
    void jumpsWhenAndWhereTheSchroedingerEquationSays(String name) {
        Model model = ContractModels.model(name);
        int count = followed(model);
        RecordedTrajectories shown = RecordedTrajectories.of(model, engine(model, LANES), SEED, count);
        for (int i = 0; i < count; i++) {
            follow(model, shown, i);
        }
        assertTrue(model.channels().isEmpty() == (shown.jumpCount() == 0), "a model with channels must jump, one without must not");
    }

    /** The kets that a final measurement projects give the means that were shown at the last grid time, in the basis of the model. */
    @ParameterizedTest
    @MethodSource("models")
    void endKetsAreThoseOfTheLastGridTime(String name) {
        if (!showsEndKets(ContractModels.model(name))) {
            return;
        }
        Model model = withEndKets(ContractModels.model(name));
        int count = model.dimension() > 8 ? 8 : LANES + 3;
        RecordedTrajectories shown = RecordedTrajectories.of(model, engine(model, LANES), SEED, count);
        int last = model.time().pointCount() - 1;
        double after = model.time().end() + 1e-9 * model.time().step();
        for (int i = 0; i < count; i++) {
            double[][] ket = shown.endKet(i);
            double norm = SparseMatrix.identity(model.dimension()).expectation(ket[0], ket[1]);
            double[] state = shown.state(i, last);
            double energy = model.energy().at(model.time().end(), after).expectation(ket[0], ket[1]) / norm;
            assertEquals(state[0], energy, STATE_TOLERANCE * EnergyScale.of(model), "energy of trajectory " + i);
            for (int o = 0; o < model.observables().size(); o++) {
                SparseMatrix operator = model.observables().get(o).operator().at(model.time().end(), after);
                assertEquals(state[4 + o], operator.expectation(ket[0], ket[1]) / norm, STATE_TOLERANCE * Math.max(1, operator.rowSumNorm()),
                        model.observables().get(o).name() + " of trajectory " + i);
            }
        }
    }

    /** What an averaged state is made of: at each grid time the kets have the means that are shown beside them, in the basis of the model. */
    @ParameterizedTest
    @MethodSource("models")
    void ketsHaveTheMeansThatAreShownBesideThem(String name) {
        Model model = ContractModels.model(name);
        Engine engine = engine(model, LANES);
        int count = model.dimension() > 8 ? 8 : LANES + 3;
        KetsAndValues found = KetsAndValues.of(model, engine, SEED, count);
        assertEquals(engine.showsKets() ? (long) count * model.time().pointCount() : 0, found.compared());
        assertTrue(found.worst() <= ROUNDING, () -> found.place() + " differs by " + found.worst());
    }

    /** Draws the trajectory's random numbers again and takes the reference from jump to jump. */
    private void follow(Model model, RecordedTrajectories shown, int trajectory) {
        TrajectoryStream stream = new TrajectoryStream(SEED, trajectory);
        ReferenceTrajectory reference = new ReferenceTrajectory(model);
        InitialState.Component start = component(model.initial(), stream);
        boolean plain = model.isWeighted() && stream.nextUniform() < model.bias().orElseThrow().plainShare();
        Optional<ReferenceWeight> weight = Optional.of(model).filter(Model::isWeighted).map(m -> new ReferenceWeight(m, endSurvival(m, start), plain));
        reference.start(start.re(), start.im());
        double threshold = model.channels().isEmpty() ? 0 : threshold(stream, weight);
        List<RecordedTrajectories.Jump> jumps = shown.jumps(trajectory);
        int next = 0;
        int last = model.time().pointCount() - 1;
        for (int p = 1; p <= COMPARED_POINTS; p++) {
            int point = last * p / COMPARED_POINTS;
            for (; next < jumps.size() && jumps.get(next).time() <= model.time().time(point); next++) {
                threshold = jump(model, reference, stream, threshold, jumps.get(next), weight);
            }
            reference.advance(model.time().time(point));
            assertTrue(reference.survival() >= threshold - JUMP_TIME_TOLERANCE * model.time().step() * sum(reference.rates()),
                    "a jump of trajectory " + trajectory + " before grid point " + point + " was left out");
            compare(model, reference.state(), shown.state(trajectory, point), "trajectory " + trajectory + " at grid point " + point);
            weight.ifPresent(w -> compare(w, w.ratio(reference.survival()), shown.weight(trajectory, point)));
        }
        assertEquals(jumps.size(), next, "jumps beyond the end");
    }

    /** F, or 0 where the first jump is free. */
    private static double endSurvival(Model model, InitialState.Component start) {
        if (model.bias().orElseThrow().firstJump() == JumpBias.FirstJump.FREE) {
            return 0;
        }
        ReferenceTrajectory reference = new ReferenceTrajectory(model);
        reference.start(start.re(), start.im());
        reference.advance(model.time().end());
        return 1 - reference.survival() < LEAST_JUMP_PROBABILITY ? 0 : reference.survival();
    }

    private static double threshold(TrajectoryStream stream, Optional<ReferenceWeight> weight) {
        double v = stream.nextJumpThreshold();
        return weight.map(w -> w.threshold(v)).orElse(v);
    }

    private void compare(ReferenceWeight weight, double ratio, double found) {
        assertEquals(1 / weight.weight(ratio), 1 / found, WEIGHT_FACTORS * STATE_TOLERANCE * (1 + ratio), "inverse weight");
    }

    private static InitialState.Component component(InitialState initial, TrajectoryStream stream) {
        List<InitialState.Component> all = initial.components();
        if (all.size() == 1) {
            return all.get(0);
        }
        double uniform = stream.nextUniform();
        double sum = 0;
        for (InitialState.Component c : all) {
            sum += c.probability();
            if (uniform < sum) {
                return c;
            }
        }
        return all.get(all.size() - 1);
    }

    /** Checks one jump and makes it; returns the next threshold. */
    private double jump(Model model, ReferenceTrajectory reference, TrajectoryStream stream, double threshold,
            RecordedTrajectories.Jump jump, Optional<ReferenceWeight> weight) {
        reference.advance(jump.time());
        double[] rates = reference.rates();
        double timeError = Math.abs(reference.survival() - threshold) / sum(rates);
        assertTrue(timeError <= JUMP_TIME_TOLERANCE * model.time().step(), "jump time " + jump.time() + " off by " + timeError);
        double[] drawn = weight.map(w -> w.drawn(rates)).orElse(rates);
        double total = sum(drawn);
        double uniform = stream.nextUniform() * total;
        double below = 0;
        for (int k = 0; k < jump.channel(); k++) {
            below += drawn[k];
        }
        double above = below + drawn[jump.channel()];
        assertTrue(uniform >= below - CHANNEL_EDGE * total && uniform <= above + CHANNEL_EDGE * total,
                "channel " + jump.channel() + " holds [" + below + ", " + above + "], drawn was " + uniform);
        double before = reference.mean(model.energy());
        reference.jump(jump.channel());
        double change = reference.mean(model.energy()) - before;
        assertEquals(change, jump.energyChange(), STATE_TOLERANCE * EnergyScale.of(model), "energy change at t = " + jump.time());
        weight.ifPresent(w -> {
            w.jump(threshold, rates, jump.channel());
            compare(w, w.ratio(1), jump.weight());
        });
        return threshold(stream, weight);
    }

    private void compare(Model model, double[] expected, double[] found, String where) {
        double scale = EnergyScale.of(model);
        List<String> names = new ArrayList<>(List.of("energy", "work", "drift heat", "unitary heat"));
        model.observables().forEach(o -> names.add(o.name()));
        model.bathsApart().forEach(b -> names.add("drift heat of " + b.name()));
        assertEquals(names.size(), found.length);
        for (int q = 0; q < names.size(); q++) {
            int o = q - 4;
            double unit = o < 0 || o >= model.observables().size() ? scale : Math.max(1, model.observables().get(o).operator().at(model.time().start()).rowSumNorm());
            assertEquals(expected[q], found[q], STATE_TOLERANCE * unit, names.get(q) + " of " + where);
        }
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("ownLawModels")
    void trajectoriesOfTheModelsOwnLawHaveWeightOne(String name) {
        Model model = ContractModels.model(name);
        RecordedTrajectories shown = RecordedTrajectories.of(model, engine(model, LANES), SEED, LANES);
        for (int i = 0; i < LANES; i++) {
            assertTrue(shown.jumps(i).stream().allMatch(jump -> jump.weight() == 1), "jumps of trajectory " + i);
            for (int p = 0; p < model.time().pointCount(); p++) {
                assertEquals(1, shown.weight(i, p), 0, "trajectory " + i + " at grid point " + p);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void numberOfLanesChangesNoBitOfATrajectory(String name) {
        Model model = ContractModels.model(name);
        int count = drawnInLanes();
        RecordedTrajectories wide = RecordedTrajectories.of(model, engine(model, LANES), SEED, count);
        for (int lanes : new int[] {1, 7}) {
            RecordedTrajectories narrow = RecordedTrajectories.of(model, engine(model, lanes), SEED, count);
            for (int i = 0; i < count; i++) {
                assertEquals(wide.jumps(i), narrow.jumps(i), "jumps of trajectory " + i + " with " + lanes + " lanes");
                for (int p = 0; p < model.time().pointCount(); p++) {
                    assertArrayEquals(wide.state(i, p), narrow.state(i, p));
                    assertEquals(wide.weight(i, p), narrow.weight(i, p), 0);
                }
            }
        }
    }

    /** A model with a jump rate of at least 0.9, whatever the state, over a time of 12 in 12 steps. */
    public String modelOfManyJumps() {
        return "still-dense-jumps";
    }

    @Test
    void manyJumpsOfOneStepAreAllShown() {
        Model model = ContractModels.model(modelOfManyJumps());
        Engine engine = engine(model, LANES);
        RecordedTrajectories shown = RecordedTrajectories.of(model, engine, SEED, CLOSURE_TRAJECTORIES);
        // Rates of at least 0.9 over a time of 12: at least 10.8 jumps of a Poisson count, here of 300 trajectories.
        double least = 10.8 * CLOSURE_TRAJECTORIES;
        double deviations = 6;
        assertTrue(shown.jumpCount() > least - deviations * Math.sqrt(least), "jumps " + shown.jumpCount());
    }

    @Test
    void spontaneousEmissionGivesOneQuantumExactlyOrNone() {
        Model model = ContractModels.model("spontaneous-emission");
        RecordedTrajectories shown = RecordedTrajectories.of(model, engine(model, LANES), SEED, CLOSURE_TRAJECTORIES);
        for (int i = 0; i < shown.count(); i++) {
            double quanta = shown.jumps(i).isEmpty() ? 0 : -1;
            assertEquals(quanta, shown.atEnd(i, Quantity.HEAT_COUNTED), 0, "counted heat is an atom");
            assertEquals(quanta, shown.atEnd(i, Quantity.HEAT), ROUNDING);
            assertEquals(0, shown.atEnd(i, Quantity.HEAT_DRIFT), ROUNDING);
            assertEquals(0, shown.atEnd(i, Quantity.WORK), 0);
            assertTrue(shown.jumps(i).size() <= 1, "the ground state is dark");
        }
    }

    /**
     * A superposition that sees no jump drifts towards its ground state: p_e = e^{−Γt}/(1 + e^{−Γt}), so the drift heat of a run that jumps
     * (or ends) at t is ω(p_e(t) − ½): never zero. Dalibard, Castin and Mølmer (1992), PRL 68, 580. Dephasing, σ_z at any rate, takes the same from both
     * levels and leaves p_e as it is.
     */
    @ParameterizedTest
    @MethodSource("dephasingRates")
    void coherenceDriftsInEveryRun(double dephasing) {
        Model model = coherentDecay(dephasing);
        RecordedTrajectories shown = RecordedTrajectories.of(model, engine(model, LANES), SEED, CLOSURE_TRAJECTORIES);
        for (int i = 0; i < shown.count(); i++) {
            double t = shown.jumps(i).stream().filter(jump -> jump.channel() == 0).mapToDouble(RecordedTrajectories.Jump::time).findFirst().orElse(6);
            double drift = 2 * (1 / (1 + Math.exp(0.5 * t)) - 0.5);
            assertEquals(drift, shown.atEnd(i, Quantity.HEAT_DRIFT), ROUNDING, "trajectory " + i);
            assertTrue(shown.atEnd(i, Quantity.HEAT_DRIFT) < 0, "drift heat of trajectory " + i);
        }
    }

    List<Double> dephasingRates() {
        return Stream.of(0.0, 7.0).filter(rate -> takes(coherentDecay(rate))).toList();
    }

    private static Model coherentDecay(double dephasing) {
        return ContractModels.read("""
                unravel: 1
                name: coherent-decay
                space: {q: qubit}
                hamiltonian: 2*proj(q, e)
                baths:
                  vacuum:
                    channels: {emission: {operator: sm, rate: 0.5, heat: -2}, z: {operator: sz, rate: DEPHASING, heat: 0}}
                initial: {q: (e + g)/sqrt(2)}
                time: {end: 6, points: 13}
                """.replace("DEPHASING", Double.toString(dephasing)));
    }

    @Test
    void closedSystemNeverJumpsAndKeepsItsEnergy() {
        Model model = ContractModels.model("jaynes-cummings");
        RecordedTrajectories shown = RecordedTrajectories.of(model, engine(model, LANES), SEED, LANES);
        assertEquals(0, shown.jumpCount());
        for (int i = 0; i < shown.count(); i++) {
            for (int p = 0; p < model.time().pointCount(); p++) {
                assertEquals(1, shown.state(i, p)[0], ROUNDING, "energy at grid point " + p);
            }
            assertEquals(0, shown.atEnd(i, Quantity.HEAT), 0);
            assertEquals(0, shown.atEnd(i, Quantity.WORK), 0);
        }
    }
}
