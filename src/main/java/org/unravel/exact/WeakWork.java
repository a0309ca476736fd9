package org.unravel.exact;

import java.util.Arrays;
import java.util.stream.DoubleStream;

import org.unravel.exact.TwoPointStatistics.Moments;
import org.unravel.model.Model;

/** Moments of W_TPM where it is small beside the energies: see {@link GaugedWorkSystem}. */
final class WeakWork {

    /** Largest dimension: its products of dense matrices take D³ work each, hundreds of them in every evaluation. */
    static final int MAX_DIMENSION = 16;

    /** Products of matrices in an evaluation: commutators and sums of the generator, then of each channel. */
    private static final double PRODUCTS = 35;
    private static final double PRODUCTS_OF_CHANNEL = 40;

    /** Times in each step of the grid at which the power of the drive is looked at: more than the 12 stages by which a step of the integration sees it. */
    private static final int LOOKS = 16;

    /**
     * Smallest scale in units of the largest energy: the looks may miss a drive, and a scale of 0 would claim that it does nothing. Its fourth power, 1e-48,
     * leaves a tolerance that is a number.
     */
    private static final double LEAST_SCALE = 1e-12;

    private WeakWork() {
    }

    /** The moments, each as far as it is known. */
    static Moments moments(Model model, WorkBudget budget) {
        StopTimes stops = StopTimes.of(model);
        GaugedWorkSystem system = new GaugedWorkSystem(model);
        budget.spend(workOfLooks(model, stops));
        double scale = scale(stops, system);
        if (scale == 0 && system.isConstant()) {
            return new Moments(0, 0, 0, 0);
        }
        scale = Math.max(scale, leastScale(stops, system));
        double[] absolute = new double[system.getDimension()];
        for (int i = 0; i < absolute.length; i++) {
            int order = i == system.meanIndex() ? 1 : i / (system.meanIndex() / (MomentSystem.ORDER + 1));
            absolute[i] = PiecewiseIntegration.ABSOLUTE_TOLERANCE * Math.pow(scale, order);
        }
        PiecewiseIntegration integration = new PiecewiseIntegration(stops, system, absolute, budget, workOfEvaluation(model));
        double[] y = system.start(model);
        for (int s = 1; s < stops.count(); s++) {
            y = integration.advance(s, y);
            system.quench(stops.time(s), stops.branchAfter(s - 1), stops.branchAfter(s), y);
        }
        double[] central = new double[MomentSystem.ORDER + 1];
        double[] magnitude = new double[central.length];
        for (int m = 0; m < central.length; m++) {
            central[m] = system.moment(y, m);
            magnitude[m] = Math.pow(scale, m);
        }
        return Moments.ofCentral(y[system.meanIndex()], central, magnitude);
    }

    /** Multiply-adds that {@link #moments} takes with so many evaluations, for a forecast. */
    static double work(Model model, double evaluationCount) {
        return evaluationCount * workOfEvaluation(model) + workOfLooks(model, StopTimes.of(model));
    }

    private static double workOfEvaluation(Model model) {
        return (PRODUCTS + PRODUCTS_OF_CHANNEL * model.channels().size()) * ofProduct(model);
    }

    /** A commutator for each channel. */
    private static double workOfLooks(Model model, StopTimes stops) {
        return (double) LOOKS * stops.count() * 2 * model.channels().size() * ofProduct(model);
    }

    private static double ofProduct(Model model) {
        return 4 * Math.pow(model.dimension(), 3);
    }

    /** What the energy goes through from a stop by the looks to the next one. */
    private static double variation(GaugedWorkSystem system, double from, double[] looks, double to, double inside) {
        double sum = system.energyChange(from, looks[0], inside) + system.energyChange(looks[looks.length - 1], to, inside);
        for (int i = 1; i < looks.length; i++) {
            sum += system.energyChange(looks[i - 1], looks[i], inside);
        }
        return sum;
    }

    private static double leastScale(StopTimes stops, GaugedWorkSystem system) {
        double energy = 0;
        for (int s = 0; s < stops.count(); s++) {
            energy = Math.max(energy, system.energyScale(stops.time(s), stops.branchAfter(s)));
        }
        return LEAST_SCALE * (energy > 0 ? energy : 1);
    }

    /** Size of the work: what the drive may do in the run, what its jumps do, and what jumps of the system may leave uncounted. */
    private static double scale(StopTimes stops, GaugedWorkSystem system) {
        double sum = 0;
        double mismatch = 0;
        for (int s = 1; s < stops.count(); s++) {
            double from = stops.time(s - 1);
            double length = stops.time(s) - from;
            double inside = stops.branchAfter(s - 1);
            double[] looks = DoubleStream.iterate(0, x -> x + 1).limit(LOOKS).map(i -> from + length * (i + 0.5) / LOOKS).toArray();
            double power = length * Arrays.stream(looks).map(t -> system.drivePower(t, inside)).max().orElse(0);
            // a pulse with its top at a stop, the only place where the integration may see it, has no power there
            sum += Math.max(power, variation(system, from, looks, stops.time(s), inside));
            mismatch = Math.max(mismatch, Arrays.stream(looks).map(t -> system.mismatch(t, inside)).max().orElse(0));
            sum += system.quench(stops.time(s), inside, stops.branchAfter(s), new double[system.getDimension()]);
        }
        return sum + mismatch;
    }
}
