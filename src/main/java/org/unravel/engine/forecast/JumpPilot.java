package org.unravel.engine.forecast;

import java.util.Arrays;
import java.util.List;

import org.unravel.engine.jump.ChannelChoice;
import org.unravel.engine.sector.Kets;
import org.unravel.engine.sector.Sector;
import org.unravel.engine.sector.SectorMap;
import org.unravel.model.Channel;
import org.unravel.model.InitialState;
import org.unravel.model.JumpBias;
import org.unravel.model.Model;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.WeightSign;
import org.unravel.numeric.SparseMatrix;
import org.unravel.trajectory.TrajectoryStream;

/**
 * Follows a few coarse trajectories of fixed seeds to see how often they jump and in which sectors they are. Used once.
 *
 * <p>They take equal steps, of a norm of at most {@link #MOST_PHASE} at the start. A lane jumps at the end of the step in which the integral of its jump rate reaches
 * −ln u, as −d ln‖ψ̃‖²/dt = ⟨K⟩ (physics.md, "The trajectories"). Jumps are counted by that integral, which scatters less than they do. So the
 * counts are good to some ten per cent; a forecast is worth no more.
 */
final class JumpPilot {

    /** ‖H_eff‖ times a step: a Taylor polynomial of degree 4 then errs by 1/5! at most, in a ket that is normalised again. */
    private static final double MOST_PHASE = 1;
    /** ‖K‖ times a step: further jumps of a step are not seen. */
    private static final double MOST_HAZARD = 0.25;
    private static final int DEGREE = 4;
    private static final int MOST_TRAJECTORIES = 32;
    /** Multiplications that all of them may take: a tenth of a second. */
    private static final double MOST_WORK = 2e7;
    /** What building a matrix costs against multiplying by it, for operators that depend on time. */
    private static final double BUILDING = 50;
    private static final long SEED = 0x5eedL;

    private final SectorMap map;
    private final Model model;
    private final List<Channel> channels;
    private final TimeDependentOperator rateOperator;
    private final boolean constant;
    private final SparseMatrix centres;
    private final double factor;
    private final double steps;
    private final int count;
    private SparseMatrix generator;
    private SparseMatrix jumpRate;
    private SparseMatrix[] operators;
    private double[] rates;
    private final double[] weights;
    private final double[] termRe;
    private final double[] termIm;
    private final double[] nextRe;
    private final double[] nextIm;

    /** A lane on its way. */
    private static final class Lane {

        private final double[] re;
        private final double[] im;
        private final TrajectoryStream stream;
        private int sector;
        private double hazard;
        private double limit;

        Lane(SectorMap map, long index) {
            InitialState state = map.model().initial();
            stream = new TrajectoryStream(SEED, index);
            InitialState.Component ket = state.components().get(state.isPure() ? 0 : state.componentAt(stream.nextUniform()));
            re = ket.re().clone();
            im = ket.im().clone();
            sector = map.sectorOf(ket);
            draw();
        }

        /** When it jumps next. */
        void draw() {
            hazard = 0;
            limit = -Math.log(stream.nextJumpThreshold());
        }
    }

    JumpPilot(SectorMap map) {
        this.map = map;
        this.model = map.model();
        this.channels = model.channels();
        this.rateOperator = model.jumpRateOperator();
        this.constant = model.hamiltonian().isConstant() && channels.stream().allMatch(c -> c.operator().isConstant() && c.rate().isConstant());
        // What else a bias changes is worth no more exact a forecast.
        this.factor = model.bias().map(JumpBias::jumpFactor).orElse(1.0);
        this.centres = centres();
        this.weights = new double[channels.size()];
        this.termRe = new double[model.dimension()];
        this.termIm = new double[termRe.length];
        this.nextRe = new double[termRe.length];
        this.nextIm = new double[termRe.length];
        moveTo(model.time().justAfterStart());
        double duration = model.time().end() - model.time().start();
        // A drive moves within a grid interval if it moves at all.
        this.steps = Math.ceil(Math.max(duration * Math.max(norm(generator) / MOST_PHASE, factor * norm(jumpRate) / MOST_HAZARD),
                constant ? 1 : model.time().pointCount() - 1));
        double entries = generator.nonZeroCount() + jumpRate.nonZeroCount();
        double built = constant ? 0 : BUILDING * entries;
        this.count = (int) Math.max(0, Math.min(MOST_TRAJECTORIES, (MOST_WORK / steps - built) / (DEGREE * entries)));
    }

    /** Of what trajectories come to. */
    private double norm(SparseMatrix a) {
        return a.restricted(map.reached()).rowSumNorm();
    }

    /** The phase of a sector does not matter, but a large one would ask for short steps. */
    private SparseMatrix centres() {
        SparseMatrix h = model.drivingHamiltonian().at(model.time().justAfterStart());
        double[] diagonal = new double[h.dimension()];
        for (Sector sector : map.sectors()) {
            double mean = Arrays.stream(sector.states()).mapToDouble(i -> h.re(i, i)).average().orElse(0);
            for (int i : sector.states()) {
                diagonal[i] = mean;
            }
        }
        return SparseMatrix.diagonal(diagonal);
    }

    private void moveTo(double t) {
        SparseMatrix k = rateOperator.at(t);
        generator = model.drivingHamiltonian().at(t).minus(centres).scaled(0, -1).plus(-0.5, 0, k);
        operators = channels.stream().map(c -> c.operator().at(t)).toArray(SparseMatrix[]::new);
        rates = channels.stream().mapToDouble(c -> c.rate().at(t).re()).toArray();
        jumpRate = k;
        if (model.unraveling().weights() == WeightSign.SIGNED) {
            jumpRate = DrawnRates.at(model, t, t);
            Arrays.setAll(rates, i -> Math.abs(rates[i]));
        }
    }

    /** Trajectories that may be followed; 0 where one takes too long. */
    int count() {
        return count;
    }

    JumpForecast follow() {
        Lane[] lanes = new Lane[count];
        Arrays.setAll(lanes, b -> new Lane(map, b));
        double[] jumps = new double[map.sectors().size()];
        double[] share = new double[jumps.length];
        double step = (model.time().end() - model.time().start()) / steps;
        for (int s = 0; s < steps; s++) {
            if (!constant) {
                moveTo(model.time().start() + (s + 0.5) * step);
            }
            for (int b = 0; b < count; b++) {
                double hazard = factor * step * jumpRate.expectation(lanes[b].re, lanes[b].im);
                jumps[lanes[b].sector] += hazard / count;
                share[lanes[b].sector] += 1 / (count * steps);
                advance(lanes[b], step);
                lanes[b].hazard += hazard;
                if (lanes[b].hazard >= lanes[b].limit) {
                    jump(lanes[b]);
                }
            }
        }
        return new JumpForecast(jumps, share, count, true);
    }

    private void advance(Lane lane, double step) {
        System.arraycopy(lane.re, 0, termRe, 0, termRe.length);
        System.arraycopy(lane.im, 0, termIm, 0, termIm.length);
        for (int n = 1; n <= DEGREE; n++) {
            generator.apply(termRe, termIm, nextRe, nextIm);
            for (int i = 0; i < termRe.length; i++) {
                termRe[i] = nextRe[i] * step / n;
                termIm[i] = nextIm[i] * step / n;
                lane.re[i] += termRe[i];
                lane.im[i] += termIm[i];
            }
        }
        Kets.scale(1 / Math.sqrt(Kets.square(lane.re, lane.im)), lane.re, lane.im);
    }

    private void jump(Lane lane) {
        double total = 0;
        for (int k = 0; k < weights.length; k++) {
            operators[k].apply(lane.re, lane.im, nextRe, nextIm);
            weights[k] = Math.max(0, rates[k]) * Kets.square(nextRe, nextIm);
            total += weights[k];
        }
        if (!(total > 0)) {
            return;
        }
        int channel = ChannelChoice.choose(weights, 0, weights.length, lane.stream.nextUniform(), total);
        operators[channel].apply(lane.re, lane.im, nextRe, nextIm);
        System.arraycopy(nextRe, 0, lane.re, 0, nextRe.length);
        System.arraycopy(nextIm, 0, lane.im, 0, nextIm.length);
        Kets.scale(1 / Math.sqrt(Kets.square(lane.re, lane.im)), lane.re, lane.im);
        lane.sector = map.target()[lane.sector][channel];
        lane.draw();
    }
}
