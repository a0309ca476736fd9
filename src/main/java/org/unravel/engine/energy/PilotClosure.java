package org.unravel.engine.energy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.unravel.engine.drive.ExpressionRounding;
import org.unravel.engine.drive.Step;
import org.unravel.engine.drive.StepSchedule;
import org.unravel.engine.sector.EnergyScale;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.numeric.ChebyshevNodes;
import org.unravel.trajectory.LaneObserver;
import org.unravel.trajectory.LaneValues;
import org.unravel.trajectory.LaneWorker;
import org.unravel.trajectory.Ledger;

/**
 * Watches how far ΔU = W + Q fails to close in each grid interval for a few trajectories: an exact measure of the quadrature error, because
 * closure holds exactly for every trajectory (physics.md, "The ledger").
 */
public final class PilotClosure implements LaneObserver {

    private static final int MOST_TRAJECTORIES = 128;
    private static final int LEAST_TRAJECTORIES = 16;
    /** State amplitudes of all pilot trajectories, so that the pilot of a large model stays short. */
    private static final int AMPLITUDES = 1 << 15;
    /** Any fixed number; the pilot's trajectories are its own and count for nothing else. */
    private static final long SEED = 0x5eedL;

    /** Failure of closure over the whole run, in units of the energy scale, that engines choose their steps for. */
    public static final double TOLERANCE = 1e-11;
    /** What rounding alone can do to closure in one grid interval, in units of the energy scale: some 100 operations of 2e-16. */
    private static final double ROUNDING = 3e-14;

    /** Energies between grid times that are so many times the scale have roundings of their own. */
    private static final double FAR_ABOVE = 2;

    private final Ledger ledger;
    private final int energyChange;
    private final int work;
    private final int heat;
    private final int chemicalWork;
    private final double[] before;
    private final double[] worst;
    private int laneCount;

    private PilotClosure(Model model, int lanes) {
        ledger = new Ledger(model, lanes);
        energyChange = ledger.names().indexOf(Quantity.ENERGY_CHANGE);
        work = ledger.names().indexOf(Quantity.WORK);
        heat = ledger.names().indexOf(Quantity.HEAT);
        chemicalWork = ledger.names().indexOf(Quantity.WORK_CHEMICAL);
        before = new double[lanes];
        worst = new double[model.time().pointCount() - 1];
    }

    /** What a grid interval may fail by, in the unit of energy. */
    public static double allowance(Model model) {
        return EnergyScale.of(model) * Math.max(ROUNDING, TOLERANCE / (model.time().pointCount() - 1));
    }

    /**
     * Failures of closure, those set to zero that are rounding: of an energy which rises far above its scale between grid times, as in a pulse, or of the
     * expressions of energies at both ends.
     *
     * @param worst failures by grid interval
     * @param allowance failures up to this need no second look
     */
    public static double[] beyondRounding(Model model, StepSchedule schedule, double[] worst, double allowance) {
        double[] beyond = worst.clone();
        if (model.energy().isConstant() || Arrays.stream(worst).allMatch(w -> w <= allowance)) {
            return beyond;
        }
        double scale = EnergyScale.of(model);
        for (Step step : schedule.steps()) {
            int i = step.interval();
            if (!(beyond[i] <= allowance)) {
                double energy = largestEnergy(model, step);
                boolean rounded = energy > FAR_ABOVE * scale && beyond[i] <= ROUNDING * energy;
                beyond[i] = rounded || beyond[i] <= atGridTimes(model, step) ? 0 : beyond[i];
            }
        }
        return beyond;
    }

    private static double atGridTimes(Model model, Step step) {
        int i = step.interval();
        return ExpressionRounding.of(model.energy(), StepSchedule.gridTime(model.time(), i, step.branch()))
                + ExpressionRounding.of(model.energy(), StepSchedule.gridTime(model.time(), i + 1, step.branch()));
    }

    private static double largestEnergy(Model model, Step step) {
        double largest = 0;
        for (int j = 0; j < ChebyshevNodes.COUNT; j++) {
            largest = Math.max(largest, step.exactTime(ChebyshevNodes.node(j)).of(model.energy()).rowSumNorm());
        }
        return largest;
    }

    /** What to tell the user where steps were cut as often as an engine does and closure still fails by more than the allowance, at its worst. */
    public static Optional<String> warning(Model model, double[] worst, double allowance) {
        int at = 0;
        for (int i = 1; i < worst.length; i++) {
            at = worst[i] <= worst[at] || worst[at] != worst[at] ? at : i;
        }
        if (worst[at] <= allowance) {
            return Optional.empty();
        }
        double scale = EnergyScale.of(model);
        return Optional.of(String.format(Locale.ROOT, "expected the energy balance of pilot trajectories within %.1e of the energy scale in every grid "
                + "interval, found %.1e between t = %s and t = %s", allowance / scale, worst[at] / scale,
                model.time().time(at), model.time().time(at + 1)));
    }

    /** Pilot trajectories of a model. */
    public static int count(Model model) {
        return Math.max(LEAST_TRAJECTORIES, Math.min(MOST_TRAJECTORIES, AMPLITUDES / model.dimension()));
    }

    /** Largest failure of closure gathered in each grid interval, in the unit of energy, shape [grid intervals]. */
    public static double[] worstByInterval(Model model, LaneWorker worker, int lanes) {
        PilotClosure pilot = new PilotClosure(model, lanes);
        int count = count(model);
        for (int first = 0; first < count; first += lanes) {
            worker.run(SEED, first, Math.min(lanes, count - first), pilot);
        }
        return pilot.worst;
    }

    @Override
    public void begin(long first, int count) {
        laneCount = count;
        ledger.begin();
    }

    @Override
    public void jump(int lane, double time, int channel, double change, double weight) {
        ledger.jump(lane, time, channel, change);
    }

    @Override
    public void gridPoint(int index, LaneValues values) {
        ledger.gridPoint(index, values);
        double[][] v = ledger.values();
        for (int b = 0; b < laneCount; b++) {
            double residual = v[energyChange][b] - v[work][b] - v[heat][b] - (chemicalWork < 0 ? 0 : v[chemicalWork][b]);
            if (index > 0) {
                worst[index - 1] = Math.max(worst[index - 1], Math.abs(residual - before[b]));
            }
            before[b] = residual;
        }
    }
}
