package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unravel.ReferenceTable;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.modelfile.ModelReader;

/** Distributions by Fourier inversion against closed forms, a table, and the moment hierarchy. */
class CountingDistributionTest {

    /** Of a probability: errors of the integration of 1e-12 a step, averaged over the fields, and what is folded in, 2e-13. */
    private static final double PROBABILITY = 1e-11;

    /**
     * Of a central moment of order m, in units of the m-th power of the window: the window's edges carry errors of {@link #PROBABILITY}.
     */
    private static final double MOMENT = 1e-10;

    private static CountingDistribution heat(Model model) {
        return CountingDistribution.solve(model, CountedQuantity.heat(model), Effort.MODERATE);
    }

    private static double poisson(double mean, int n) {
        return Math.exp(n * Math.log(mean) - mean - Gamma.logGamma(n + 1));
    }

    private static double distanceFromPoisson(double mean, CountingDistribution found) {
        double distance = 0;
        for (int n = 0; n < found.lowest()[0] + found.size()[0]; n++) {
            distance = Math.max(distance, Math.abs(poisson(mean, n) - found.probability(n)));
        }
        return distance;
    }

    static Stream<Double> means() {
        return Stream.of(0.01, 1.0, 13.0, 300.0, 3000.0, 1e4);
    }

    @ParameterizedTest
    @MethodSource("means")
    void constantRateGivesThePoissonDistribution(double mean) {
        CountingDistribution found = heat(CountingModels.poisson(mean / 10, 0.7).build());
        assertTrue(distanceFromPoisson(mean, found) <= PROBABILITY, () -> "distance " + distanceFromPoisson(mean, found));
        double inside = 0;
        for (int n = found.lowest()[0]; n < found.lowest()[0] + found.size()[0]; n++) {
            inside += poisson(mean, n);
        }
        assertTrue(1 - inside <= found.outside() + PROBABILITY, "the bound of what lies outside is not one");
        assertTrue(found.outside() <= 1e-12, () -> "outside " + found.outside());
    }

    @Test
    void rateTooLargeByFivePerCentIsCaught() {
        assertTrue(distanceFromPoisson(13, heat(CountingModels.poisson(1.3 * 1.05, 0.7).build())) > PROBABILITY);
    }

    @Test
    void twoAtomsDecayBinomially() {
        CountingDistribution found = heat(CountingModels.twoAtoms(0.3).build());
        double p = -Math.expm1(-3);
        assertEquals((1 - p) * (1 - p), found.probability(0), PROBABILITY);
        assertEquals(2 * p * (1 - p), found.probability(-1), PROBABILITY);
        assertEquals(p * p, found.probability(-2), PROBABILITY);
        assertEquals(1, found.units()[0]);
    }

    /** Quanta 1 and 1/√2 of two independent Poisson processes: no common unit, so the joint distribution is a product. */
    @Test
    void incommensurateQuantaHaveAFieldEach() {
        double irrational = Math.sqrt(0.5);
        Model model = ModelFixture.of(Operators.constant(0.5, Operators.SIGMA_X))
                .bath("a", ModelFixture.channel("z", Operators.SIGMA_Z, 0.2, 1))
                .bath("b", ModelFixture.channel("x", Operators.SIGMA_X, 0.1, -irrational)).build();
        CountingDistribution found = heat(model);
        for (int n = 0; n < 8; n++) {
            for (int m = 0; m < 8; m++) {
                assertEquals(poisson(2, n) * poisson(1, m), found.probability(n, -m), PROBABILITY);
            }
        }
        CountingDistribution joint = CountingDistribution.joint(model, model.baths().get(0), model.baths().get(1), Effort.MODERATE);
        assertEquals(poisson(2, 3) * poisson(1, 2), joint.probability(3, -2), PROBABILITY);
    }

    @Test
    void jointDistributionOfTwoBathsHasTheCovarianceOfTheTable() {
        ReferenceTable table = ReferenceTable.read("first_law_stochastic_heat");
        double[] t = table.column("t");
        int row = 40;
        Model model = CountingModels.twoBaths().time(0, t[row], 2).build();
        CountingDistribution joint = CountingDistribution.joint(model, model.baths().get(0), model.baths().get(1), Effort.MODERATE);
        double[] sums = new double[3];
        for (int n = joint.lowest()[0]; n < joint.lowest()[0] + joint.size()[0]; n++) {
            for (int m = joint.lowest()[1]; m < joint.lowest()[1] + joint.size()[1]; m++) {
                double p = joint.probability(n, m);
                sums[0] += n * p;
                sums[1] += m * p;
                sums[2] += n * m * p;
            }
        }
        double scale = joint.size()[0] * joint.size()[1];
        assertEquals(table.column("mean_Q1")[row], sums[0], MOMENT * scale);
        assertEquals(table.column("mean_Q2")[row], sums[1], MOMENT * scale);
        assertEquals(table.column("cov_Q1_Q2")[row], sums[2] - sums[0] * sums[1], MOMENT * scale);
    }

    @Test
    void placesAreThoseOfTheProbabilities() {
        Model model = CountingModels.twoBaths().time(0, 5, 2).build();
        CountingDistribution joint = CountingDistribution.joint(model, model.baths().get(0), model.baths().get(1), Effort.LARGE);
        double sum = 0;
        for (CountingDistribution.Atom atom : CountingDistribution.solve(model, CountedQuantity.heat(model, model.baths().get(0)), Effort.LARGE).atoms()) {
            double marginal = 0;
            for (int other = joint.lowest()[1]; other < joint.lowest()[1] + joint.size()[1]; other++) {
                OptionalInt place = joint.place(atom.value(), other * joint.units()[1]);
                marginal += place.isPresent() ? joint.probabilities()[place.getAsInt()] : 0;
            }
            assertEquals(atom.probability(), marginal, 1e-12, "heat " + atom.value());
            sum += marginal;
        }
        assertEquals(1, sum, 1e-11);
        assertTrue(joint.place(0.5, 0).isEmpty(), "between two places");
        assertTrue(joint.place(0, 1e6).isEmpty(), "outside the window");
    }

    static Stream<String> shippedModels() {
        return Stream.of("lab-frame-qubit", "three-level-maser", "multi-level-cascade", "thermal-qubit");
    }

    /** Two ways through the same physics that share no formula: Fourier inversion, and the hierarchy. */
    @ParameterizedTest
    @MethodSource("shippedModels")
    void distributionHasTheMomentsOfTheHierarchy(String name) {
        Model model = ModelReader.readShipped(name, Map.of());
        CountedQuantity counted = CountedQuantity.heat(model, model.baths().get(0));
        CountingDistribution found = CountingDistribution.solve(model, counted, Effort.LARGE);
        CountingMoments moments = CountingMoments.solve(model, counted);
        int last = model.time().pointCount() - 1;
        double mean = moments.mean()[last];
        double[] sums = new double[5];
        double window = 0;
        for (CountingDistribution.Atom atom : found.atoms()) {
            window = Math.max(window, Math.abs(atom.value() - mean));
            for (int m = 0; m < sums.length; m++) {
                sums[m] += atom.probability() * Math.pow(atom.value() - mean, m);
            }
        }
        double[] expected = {1, 0, moments.variance()[last], moments.third()[last], moments.fourth()[last]};
        for (int m = 0; m < sums.length; m++) {
            assertEquals(expected[m], sums[m], MOMENT * Math.pow(window, m), name + ", order " + m);
        }
    }

    @Test
    void workBeyondTheEffortIsRefused() {
        Model model = ModelFixture.of(Operators.times(Drives.cosine(0.5, 1), Operators.SIGMA_X))
                .bath("b", ModelFixture.channel("z", Operators.SIGMA_Z, 0.2, 1), ModelFixture.channel("x", Operators.SIGMA_X, 0.1, Math.E)).build();
        CountedQuantity counted = CountedQuantity.heat(model);
        TiltedFlow flow = TiltedFlow.of(model);
        assertEquals("too much work for the exact side: takes more computing than was left, which was no time", assertThrows(ModelException.class,
                () -> CountingDistribution.solve(model, flow, counted, OptionalDouble.empty(), new WorkBudget(1e4))).getMessage());
        ModelException e = assertThrows(ModelException.class,
                () -> CountingDistribution.solve(model, flow, counted, OptionalDouble.empty(), new WorkBudget(5e7)));
        assertTrue(e.getMessage().startsWith("too much work for the exact side: would take "), e.getMessage());
    }

    @Test
    void quantumThatDependsOnTimeIsRefused() {
        Model model = ModelFixture.of(Operators.constant(0.5, Operators.SIGMA_X)).bath("b", new Channel("z",
                TimeDependentOperator.constant(Operators.SIGMA_Z), TimeFunction.constant(1),
                Drives.cosine(1, 1))).build();
        assertEquals("quanta must be constant for the exact distribution of heat.counted",
                assertThrows(ModelException.class, () -> heat(model)).getMessage());
    }
}
