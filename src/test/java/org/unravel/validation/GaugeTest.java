package org.unravel.validation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.unravel.RandomModel;
import org.unravel.ValidationSize;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.Curve;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.exact.ExactCurves;
import org.unravel.exact.MasterEquation;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Observable;
import org.unravel.model.Quantity;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;
import org.unravel.statistics.StatisticalTests;

/**
 * What the choice of jump operators must not change. ρ, and with it the energy, work and every observable, is the same for channels in another order, for
 * L_k → Σ_j U_kj L_j with a unitary U, and for L_k → L_k + α_k with H → H − (i/2) Σ_k (α_k* L_k − α_k L_k†). Counted heat stays the same where U mixes only
 * channels of one bath and one quantum. Trajectories are different ones each time.
 *
 * @see <a href="https://doi.org/10.1093/acprof:oso/9780199213900.001.0001">Breuer and Petruccione, The Theory of Open Quantum Systems, equations 3.72 and 3.73</a>
 */
class GaugeTest {

    /** Both exact sides are good to 1e-11 of numbers of order 1, and integrals of them over a run. */
    private static final double EXACT = 1e-9;
    /** What a mistake of a tenth does at least. */
    private static final double VISIBLE = 1e-4;
    private static final double FALSE_ALARM_RATE = 1e-4;
    /** Curves and times of a model that are compared, at most. */
    private static final int COMPARISONS = 40;

    /** A change that leaves ρ alone, and whether it leaves counted heat alone. */
    private enum Gauge {
        ORDER(GaugeTest::permuted, true), MIXED_WITHIN_A_QUANTUM(m -> mixed(m, GaugeTest::bathAndQuantum), true), MIXED(m -> mixed(m, k -> ""), false),
        SHIFTED(m -> shifted(m, 1), false);

        private final UnaryOperator<Model> change;
        private final boolean keepsHeat;

        Gauge(UnaryOperator<Model> change, boolean keepsHeat) {
            this.change = change;
            this.keepsHeat = keepsHeat;
        }

        private boolean keeps(Model model, String curve) {
            return curve.equals(Quantity.ENERGY) || curve.equals(Quantity.WORK) || model.observables().stream().anyMatch(o -> o.name().equals(curve))
                    || keepsHeat && curve.startsWith(Quantity.HEAT_COUNTED);
        }
    }

    /** A channel with its bath. */
    private record Place(Bath bath, Channel channel) {
    }

    private static List<Place> places(Model model) {
        return model.baths().stream().flatMap(b -> b.channels().stream().map(c -> new Place(b, c))).toList();
    }

    /** A driven or constant model of two to five levels, without weights, whose rates are constant and which records an operator for each number of ρ. */
    private static Model model(long seed) {
        Model model = LongStream.iterate(1000 * seed, s -> s + 1).mapToObj(s -> RandomModel.of(s, 5))
                .filter(m -> !m.isWeighted() && !m.isMeasured() && m.channels().stream().allMatch(c -> c.rate().isConstant())).findFirst().orElseThrow();
        return model.withObservables(basis(model.dimension()));
    }

    private static List<Observable> basis(int dimension) {
        List<Observable> basis = new ArrayList<>();
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j <= i; j++) {
                basis.add(observable("re" + i + "_" + j, new SparseMatrixBuilder(dimension).add(i, j, 0.5, 0).add(j, i, 0.5, 0)));
                if (j < i) {
                    basis.add(observable("im" + i + "_" + j, new SparseMatrixBuilder(dimension).add(i, j, 0, 0.5).add(j, i, 0, -0.5)));
                }
            }
        }
        return basis;
    }

    private static Observable observable(String name, SparseMatrixBuilder matrix) {
        return new Observable(name, TimeDependentOperator.constant(matrix.build()));
    }

    /** √γ A. */
    private static TimeDependentOperator jump(Channel c) {
        return c.operator().scaled(TimeFunction.constant(Math.sqrt(c.rate().at(0).re())));
    }

    /** Baths and their channels in the opposite order. */
    private static Model permuted(Model model) {
        List<Bath> baths = new ArrayList<>(model.baths().stream().map(b -> {
            List<Channel> channels = new ArrayList<>(b.channels());
            Collections.reverse(channels);
            return new Bath(b.name(), b.inverseTemperature(), channels);
        }).toList());
        Collections.reverse(baths);
        return model.withBaths(baths);
    }

    private interface Key {
        String of(Place place);
    }

    private static String bathAndQuantum(Place place) {
        return place.bath.name() + " " + place.channel.heat().at(0).re();
    }

    /** Jump operators mixed by a random unitary among those with one key. */
    private static Model mixed(Model model, Key key) {
        List<Place> places = places(model);
        Map<String, List<Integer>> groups = new TreeMap<>();
        IntStream.range(0, places.size()).forEach(k -> groups.computeIfAbsent(key.of(places.get(k)), g -> new ArrayList<>()).add(k));
        TimeDependentOperator[] mixed = new TimeDependentOperator[places.size()];
        Random random = new Random(7);
        for (List<Integer> group : groups.values()) {
            double[][][] u = unitary(group.size(), random);
            for (int k = 0; k < group.size(); k++) {
                TimeDependentOperator sum = TimeDependentOperator.zero(model.dimension());
                for (int j = 0; j < group.size(); j++) {
                    sum = sum.plus(jump(places.get(group.get(j)).channel).scaled(TimeFunction.constant(u[k][j][0], u[k][j][1])));
                }
                mixed[group.get(k)] = sum;
            }
        }
        return withJumps(model, mixed);
    }

    /** Rows by Gram and Schmidt. */
    private static double[][][] unitary(int n, Random random) {
        double[][][] u = new double[n][n][2];
        for (int k = 0; k < n; k++) {
            for (double[] z : u[k]) {
                z[0] = random.nextGaussian();
                z[1] = random.nextGaussian();
            }
            for (int other = 0; other < k; other++) {
                double re = 0;
                double im = 0;
                for (int j = 0; j < n; j++) {
                    re += u[other][j][0] * u[k][j][0] + u[other][j][1] * u[k][j][1];
                    im += u[other][j][0] * u[k][j][1] - u[other][j][1] * u[k][j][0];
                }
                for (int j = 0; j < n; j++) {
                    u[k][j][0] -= re * u[other][j][0] - im * u[other][j][1];
                    u[k][j][1] -= re * u[other][j][1] + im * u[other][j][0];
                }
            }
            double norm = Math.sqrt(Stream.of(u[k]).mapToDouble(z -> z[0] * z[0] + z[1] * z[1]).sum());
            for (double[] z : u[k]) {
                z[0] /= norm;
                z[1] /= norm;
            }
        }
        return u;
    }

    private static Model withJumps(Model model, TimeDependentOperator[] jumps) {
        List<Bath> baths = new ArrayList<>();
        int k = 0;
        for (Bath b : model.baths()) {
            List<Channel> channels = new ArrayList<>();
            for (Channel c : b.channels()) {
                channels.add(new Channel(c.name(), jumps[k++], TimeFunction.constant(1), c.heat()));
            }
            baths.add(new Bath(b.name(), b.inverseTemperature(), channels));
        }
        return model.withBaths(baths);
    }

    /** L_k + α_k, and so much of what goes to H; the energy stays what it was. */
    private static Model shifted(Model model, double part) {
        List<Place> places = places(model);
        TimeDependentOperator[] jumps = new TimeDependentOperator[places.size()];
        TimeDependentOperator h = model.hamiltonian();
        TimeDependentOperator one = TimeDependentOperator.constant(SparseMatrix.identity(model.dimension()));
        Random random = new Random(11);
        for (int k = 0; k < jumps.length; k++) {
            TimeDependentOperator l = jump(places.get(k).channel);
            double re = 0.6 * (random.nextDouble() - 0.5);
            double im = 0.6 * (random.nextDouble() - 0.5);
            jumps[k] = l.plus(one.scaled(TimeFunction.constant(re, im)));
            // −(i/2)(α* L − α L†)
            h = h.plus(l.scaled(TimeFunction.constant(-part * im / 2, -part * re / 2)))
                    .plus(l.adjoint().scaled(TimeFunction.constant(-part * im / 2, part * re / 2)));
        }
        Model changed = withJumps(model, jumps);
        return new Model(model.name(), model.title(), model.parameters(), model.space(), h, Optional.of(model.energy()), changed.baths(), model.initial(), model.time(),
                model.observables(), model.unraveling(), model.sampling());
    }

    /** Largest difference of two exact sides. */
    private static double exactDifference(Gauge gauge, Model right, Model changed) {
        ExactCurves expected = MasterEquation.solve(right);
        ExactCurves found = MasterEquation.solve(changed);
        double worst = 0;
        for (Map.Entry<String, double[]> curve : expected.curves().entrySet()) {
            double[] other = found.curve(curve.getKey()).orElse(curve.getValue());
            for (int i = 0; i < other.length && gauge.keeps(right, curve.getKey()); i++) {
                worst = Math.max(worst, Math.abs(other[i] - curve.getValue()[i]));
            }
        }
        return worst;
    }

    /** Largest |z| of the sample of one model against the exact side of the other, in the middle and at the end. */
    private static double sampledDifference(Gauge gauge, Model right, Model changed, int trajectories) {
        Model few = changed.withObservables(fullRank(right.dimension()));
        ExactCurves expected = MasterEquation.solve(right.withObservables(few.observables()));
        EnsembleResult result = Sampling.run(few, new RunPlan(trajectories, 1, 1, EngineChoice.AUTO), Progress.NONE);
        int end = few.time().pointCount() - 1;
        double worst = 0;
        for (Curve c : result.curves()) {
            for (int i : new int[] {end / 2, end}) {
                if (gauge.keeps(few, c.name()) && expected.curve(c.name()).isPresent()) {
                    double off = MeanTest.beyond(c.mean()[i] - expected.curve(c.name()).get()[i], EXACT);
                    worst = Math.max(worst, off == 0 ? 0 : Math.abs(off / c.standardError()[i]));
                }
            }
        }
        return worst;
    }

    /** Three observables whose values are spread, so that their means are normal. */
    private static List<Observable> fullRank(int dimension) {
        Random random = new Random(3);
        return IntStream.range(0, 3).mapToObj(n -> {
            SparseMatrixBuilder matrix = new SparseMatrixBuilder(dimension);
            for (int i = 0; i < dimension; i++) {
                matrix.add(i, i, random.nextGaussian(), 0);
                for (int j = 0; j < i; j++) {
                    double re = random.nextGaussian();
                    double im = random.nextGaussian();
                    matrix.add(i, j, re, im).add(j, i, re, -im);
                }
            }
            return observable("x" + n, matrix);
        }).toList();
    }

    private static void assertGauges(long first, int models, int trajectories) {
        double bound = StatisticalTests.sidakThreshold(FALSE_ALARM_RATE, COMPARISONS * models * Gauge.values().length);
        for (Gauge gauge : Gauge.values()) {
            double exact = 0;
            double sampled = 0;
            for (long seed = first; seed < first + models; seed++) {
                Model right = model(seed);
                double difference = exactDifference(gauge, right, gauge.change.apply(right));
                assertTrue(difference < EXACT, gauge + ", seed " + seed + ": exact side off by " + difference);
                double z = sampledDifference(gauge, right, gauge.change.apply(right), trajectories);
                assertTrue(z < bound, gauge + ", seed " + seed + ": z = " + z);
                exact = Math.max(exact, difference);
                sampled = Math.max(sampled, z);
            }
            ValidationSize.show("gauge %s, %d models: exact side within %.1g, largest |z| %.2f of %d trajectories (below %.2f)", gauge, models, exact, sampled,
                    trajectories, bound);
        }
    }

    @Test
    void nothingDependsOnTheChoiceOfJumpOperators() {
        assertGauges(1, 2, 4000);
    }

    /** Without what the shift does to H, or with nine tenths of it. */
    @Test
    void aShiftWithoutItsPartOfTheHamiltonianIsFound() {
        for (long seed = 1; seed <= 2; seed++) {
            Model right = model(seed);
            assertTrue(exactDifference(Gauge.SHIFTED, right, shifted(right, 0.9)) > VISIBLE, "nine tenths, seed " + seed);
            double z = sampledDifference(Gauge.SHIFTED, right, shifted(right, 0), 10_000);
            assertTrue(z > 6, "nothing, seed " + seed + ": z = " + z);
        }
    }

    @Test
    @Tag(ValidationSize.TAG)
    void theSameForMoreModels() {
        assertGauges(101, ValidationSize.times(25), 20_000);
    }
}
