package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;
import org.unravel.ReferenceTable;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.model.TimeGrid;
import org.unravel.modelfile.ModelReader;
import org.unravel.numeric.SparseMatrix;

/** The moment hierarchy against closed forms and reference tables. */
class CountingMomentsTest {

    /** In units of the largest value of a curve, as {@link CountingMoments#solve} promises: errors of 1e-12 a step add up. */
    private static final double INTEGRATED = 1e-11;

    /** Tables have 12 digits, of which a subtraction of two columns costs one or two. */
    private static final double PRINTED = 1e-10;

    private static void assertCurve(String name, Model model, DoubleUnaryOperator expected, double[] actual) {
        Curves.assertClose(name, Curves.sample(model.time(), expected), actual, INTEGRATED);
    }

    /** All cumulants of a Poisson number are its mean; each quantum q brings a power of q. */
    @Test
    void constantRateGivesPoissonMoments() {
        double rate = 1.3;
        double q = 0.7;
        Model model = CountingModels.poisson(rate, q).build();
        CountingMoments m = CountingMoments.solve(model, CountedQuantity.heat(model));
        assertCurve("mean", model, t -> q * rate * t, m.mean());
        assertCurve("variance", model, t -> q * q * rate * t, m.variance());
        assertCurve("third", model, t -> q * q * q * rate * t, m.third());
        assertCurve("fourth", model, t -> q * q * q * q * (rate * t + 3 * rate * t * rate * t), m.fourth());
    }

    /** A rate γt with a quantum qt: the m-th cumulant is ∫γt (qt)^m dt = γ q^m t^(m+2)/(m + 2). */
    @Test
    void ratesAndQuantaThatDependOnTimeAreIntegrated() {
        TimeFunction ramp = new Drives.Steps(1, new double[0], new double[] {0});
        Channel channel = new Channel("z", TimeDependentOperator.constant(Operators.SIGMA_Z), ramp, ramp.times(TimeFunction.constant(-0.5)));
        Model model = ModelFixture.of(Operators.constant(0.5, Operators.SIGMA_X)).bath("b", channel).time(0, 3, 31).build();
        CountingMoments m = CountingMoments.solve(model, CountedQuantity.heat(model));
        assertCurve("mean", model, t -> -0.5 * t * t * t / 3, m.mean());
        assertCurve("variance", model, t -> 0.25 * Math.pow(t, 4) / 4, m.variance());
        assertCurve("third", model, t -> -0.125 * Math.pow(t, 5) / 5, m.third());
        assertCurve("fourth", model, t -> 0.0625 * Math.pow(t, 6) / 6 + 3 * Math.pow(0.25 * Math.pow(t, 4) / 4, 2), m.fourth());
    }

    /** The number of decayed atoms of two is binomial, p = 1 − e^{−γt}; with v = p(1 − p) its fourth central moment is 2v(1 + 3v(2 − 2)) = 2v. */
    @Test
    void twoAtomsDecayBinomially() {
        double rate = 0.3;
        Model model = CountingModels.twoAtoms(rate).build();
        CountingMoments m = CountingMoments.solve(model, CountedQuantity.heat(model));
        DoubleUnaryOperator p = t -> -Math.expm1(-rate * t);
        DoubleUnaryOperator v = t -> p.applyAsDouble(t) * Math.exp(-rate * t);
        assertCurve("mean", model, t -> -2 * p.applyAsDouble(t), m.mean());
        assertCurve("variance", model, t -> 2 * v.applyAsDouble(t), m.variance());
        assertCurve("third", model, t -> -2 * v.applyAsDouble(t) * (1 - 2 * p.applyAsDouble(t)), m.third());
        assertCurve("fourth", model, t -> 2 * v.applyAsDouble(t), m.fourth());
    }

    @Test
    void jumpNumbersOfTheDrivenQubitAgreeWithTheTable() {
        assertTrue(distanceOfJumpNumbers(1) <= PRINTED, () -> "distance " + distanceOfJumpNumbers(1));
    }

    @Test
    void rateTooLargeByFivePerCentIsCaught() {
        assertTrue(distanceOfJumpNumbers(1.05) > PRINTED);
    }

    /** Largest distance of mean and variance from dissipation_power_jump_counting.csv, the rate multiplied by a factor. */
    private static double distanceOfJumpNumbers(double factor) {
        ReferenceTable table = ReferenceTable.read("dissipation_power_jump_counting");
        double[] t = table.column("omega_q_t");
        Model model = ModelReader.readShipped("rwa-qubit", Map.of("Gamma", Double.toString(0.05 * factor)));
        Model same = ModelFixture.withTime(model, new TimeGrid(0, t[t.length - 1], t.length));
        CountingMoments m = CountingMoments.solve(same, CountingModels.jumps(same, 0, 0));
        return Math.max(Curves.distance(table.column("mean_N"), m.mean()), Curves.distance(table.column("var_N"), m.variance()));
    }

    @Test
    void heatOfTwoBathsAgreesWithTheTable() {
        ReferenceTable table = ReferenceTable.read("first_law_stochastic_heat");
        double[] t = table.column("t");
        Model model = CountingModels.twoBaths().time(0, t[t.length - 1], t.length).build();
        for (int b = 0; b < 2; b++) {
            CountingMoments m = CountingMoments.solve(model, CountedQuantity.heat(model, model.baths().get(b)));
            Curves.assertClose("mean", table.column("mean_Q" + (b + 1)), m.mean(), PRINTED);
            Curves.assertClose("variance", table.column("var_Q" + (b + 1)), m.variance(), PRINTED);
        }
        CountingMoments total = CountingMoments.solve(model, CountedQuantity.heat(model));
        double[] covariance = table.column("cov_Q1_Q2");
        double[] variance = table.column("var_Q1");
        for (int i = 0; i < t.length; i++) {
            variance[i] += table.column("var_Q2")[i] + 2 * covariance[i];
        }
        // the sum cancels all but a bounded part, so the distance is taken in units of the largest term
        for (int i = 0; i < t.length; i++) {
            assertEquals(variance[i], total.variance()[i], PRINTED * Curves.largest(table.column("var_Q1")));
        }
    }

    @Test
    void largerDimensionIsRefused() {
        SparseMatrix large = SparseMatrix.identity(CountingMoments.MAX_DIMENSION + 1);
        Model model = ModelFixture.of(TimeDependentOperator.constant(large)).build();
        ModelException e = assertThrows(ModelException.class, () -> CountingMoments.solve(model, new CountedQuantity("x", List.of())));
        assertEquals("expected a dimension of at most 200 for the exact moments of counting, found 201", e.getMessage());
    }
}
