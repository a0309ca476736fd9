package org.unravel.exact;

import java.util.Arrays;
import java.util.stream.DoubleStream;

import org.unravel.exact.TwoPointStatistics.Moments;
import org.unravel.model.Model;
import org.unravel.model.TimeGrid;

/** Moments of W_TPM where it is small beside the energies: see {@link GaugedWorkSystem}. */
final class WeakWork {

    /** Largest dimension: its products of dense matrices take D³ work each, hundreds of them in every evaluation. */
    static final int MAX_DIMENSION = 16;

    /** Products of matrices in an evaluation: commutators and sums of the generator, then of each channel. */
    private static final double PRODUCTS = 35;
    private static final double PRODUCTS_OF_CHANNEL = 40;

    /** Times between two stops at which the power of the drive is looked at: an oscillation may vanish at the stops themselves. */
    private static final int LOOKS = 64;

    private WeakWork() {
    }

    /** The moments, each as far as it is known. */
    static Moments moments(Model model, WorkBudget budget) {
        StopTimes stops = StopTimes.of(model, new TimeGrid(model.time().start(), model.time().end(), 2));
        GaugedWorkSystem system = new GaugedWorkSystem(model);
        double scale = scale(stops, system);
        if (scale == 0) {
            return new Moments(0, 0, 0, 0);
        }
        double[] absolute = new double[system.getDimension()];
        for (int i = 0; i < absolute.length; i++) {
            int order = i == system.meanIndex() ? 1 : i / (system.meanIndex() / (MomentSystem.ORDER + 1));
            absolute[i] = PiecewiseIntegration.ABSOLUTE_TOLERANCE * Math.pow(scale, order);
        }
        double work = (PRODUCTS + PRODUCTS_OF_CHANNEL * model.channels().size()) * 4 * Math.pow(model.dimension(), 3);
        PiecewiseIntegration integration = new PiecewiseIntegration(model.name(), stops, system, absolute, budget, work);
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

    /** Size of the work: what the drive may do in the run, what its jumps do, and what jumps of the system may leave uncounted. */
    private static double scale(StopTimes stops, GaugedWorkSystem system) {
        double sum = 0;
        double mismatch = 0;
        for (int s = 1; s < stops.count(); s++) {
            double from = stops.time(s - 1);
            double length = stops.time(s) - from;
            double inside = stops.branchAfter(s - 1);
            double[] looks = DoubleStream.iterate(0, x -> x + 1).limit(LOOKS).map(i -> from + length * (i + 0.5) / LOOKS).toArray();
            sum += length * Arrays.stream(looks).map(t -> system.drivePower(t, inside)).max().orElse(0);
            mismatch = Math.max(mismatch, Arrays.stream(looks).map(t -> system.mismatch(t, inside)).max().orElse(0));
            sum += system.quench(stops.time(s), inside, stops.branchAfter(s), new double[system.getDimension()]);
        }
        return sum + mismatch;
    }
}
