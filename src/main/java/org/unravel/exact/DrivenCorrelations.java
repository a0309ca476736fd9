package org.unravel.exact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.unravel.model.JumpCorrelations;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;

/**
 * Pairs of jumps where something depends on time: ∫dt Σ_bins ∫_bin dτ Tr[L_b 𝒰(t+τ, t)(L_aρ(t)L_a†)L_b†], t by Gauss nodes in intervals that are halved until halving changes nothing, τ
 * exactly. As functions of t the numbers bend where the edge of a bin reaches a breakpoint or the end of the run: there the intervals begin.
 */
final class DrivenCorrelations implements CorrelationFunctions.PairNumbers {

    private static final int NODES = 8;
    /** Of the largest number of pairs that independent jumps would make in a bin. */
    private static final double CONVERGED = 1e-9;
    private static final int MOST_HALVINGS = 24;
    /** Part of the run below which times coincide. */
    private static final double COINCIDENCE = 1e-12;
    /** Of one step, which each window takes at least. */
    private static final double EVALUATIONS = 12;

    private final Model model;
    private final TiltedFlow flow;
    private final JumpCorrelations asked;
    private final WorkBudget budget;
    private final double start;
    private final double end;
    private final double[] breakpoints;
    private final ResolvedSteps steps;
    private final double tolerance;
    private final GaussIntegrator rule = new GaussIntegratorFactory().legendre(NODES);
    private final TreeMap<Double, double[]> states = new TreeMap<>();

    /** With the largest expected number of jumps of a channel. */
    DrivenCorrelations(Model model, TiltedFlow flow, JumpCorrelations asked, WorkBudget budget, double mostJumps) {
        this.model = model;
        this.flow = flow;
        this.asked = asked;
        this.budget = budget;
        this.start = model.time().start();
        this.end = model.time().end();
        this.breakpoints = model.breakpoints();
        this.steps = StopTimes.searched(model);
        this.tolerance = CONVERGED * Math.max(PiecewiseIntegration.ABSOLUTE_TOLERANCE, mostJumps * mostJumps * asked.longest() / asked.binCount() / (end - start));
        states.put(start, flow.restrict(DenseMatrix.packed(model.initial())));
    }

    @Override
    public double[][] of(int[] firsts, int[] seconds) {
        double[][] pairs = new double[firsts.length][asked.binCount()];
        double[] cuts = cuts();
        budget.require((cuts.length - 1.0) * NODES * EVALUATIONS * flow.work());
        Follower follower = new Follower(firsts, seconds);
        for (int i = 1; i < cuts.length; i++) {
            double[][] coarse = follower.integral(cuts[i - 1], cuts[i]);
            add(follower.refined(cuts[i - 1], cuts[i], coarse, 0), pairs);
            // later intervals need nothing from before
            states.headMap(states.floorKey(cuts[i]), false).clear();
        }
        return pairs;
    }

    private double[] cuts() {
        TreeSet<Double> all = new TreeSet<>(List.of(start, end));
        for (int e = 0; e <= asked.binCount(); e++) {
            double edge = asked.edge(e);
            all.add(end - edge);
            for (double b : breakpoints) {
                all.add(b - edge);
            }
        }
        double coincident = COINCIDENCE * (end - start);
        double[] inside = all.stream().mapToDouble(t -> t).filter(t -> t > start + coincident && t < end - coincident).toArray();
        double[] apart = IntStream.range(0, inside.length).filter(i -> i == 0 || inside[i] - inside[i - 1] > coincident).mapToDouble(i -> inside[i]).toArray();
        return IntStream.range(0, apart.length + 2).mapToDouble(i -> i == 0 ? start : i > apart.length ? end : apart[i - 1]).toArray();
    }

    private static void add(double[][] more, double[][] sum) {
        for (int p = 0; p < sum.length; p++) {
            for (int b = 0; b < sum[p].length; b++) {
                sum[p][b] += more[p][b];
            }
        }
    }

    /** ρ at a time, from the nearest time before at which it is known. */
    private double[] state(double t) {
        Map.Entry<Double, double[]> before = states.floorEntry(t);
        if (before.getKey() == t) {
            return before.getValue();
        }
        FollowingSystem system = new FollowingSystem(flow, 1);
        double[] reached = Arrays.copyOf(integration(StopTimes.at(model, breakpoints, new double[] {before.getKey(), t}).with(steps), system, 1)
                .advanceToEnd(Arrays.copyOf(before.getValue(), system.getDimension())), flow.size());
        states.put(t, reached);
        return reached;
    }

    private PiecewiseIntegration integration(StopTimes stops, PiecewiseIntegration.PieceSystem system, int matrices) {
        return new PiecewiseIntegration(stops, system, budget, matrices * flow.work());
    }

    /** Numbers of later jumps that follow a jump, integrated over the time of that jump. */
    private final class Follower {

        private final int[] firsts;
        private final int[] seconds;
        private final int[] distinct;
        private final int[] rows;

        Follower(int[] firsts, int[] seconds) {
            this.firsts = firsts;
            this.seconds = seconds;
            this.distinct = Arrays.stream(firsts).filter(k -> k >= 0).distinct().toArray();
            List<Integer> places = Arrays.stream(distinct).boxed().toList();
            this.rows = Arrays.stream(firsts).map(places::indexOf).toArray();
        }

        double[][] refined(double from, double to, double[][] coarse, int halvings) {
            double middle = from + (to - from) / 2;
            double[][] left = integral(from, middle);
            double[][] right = integral(middle, to);
            double change = 0;
            for (int p = 0; p < coarse.length; p++) {
                for (int b = 0; b < coarse[p].length; b++) {
                    change = Math.max(change, Math.abs(left[p][b] + right[p][b] - coarse[p][b]));
                }
            }
            if (change > tolerance && halvings < MOST_HALVINGS) {
                left = refined(from, middle, left, halvings + 1);
                right = refined(middle, to, right, halvings + 1);
            } else if (change > tolerance) {
                throw new ModelException(Reason.TOO_INEXACT, String.format(Locale.ROOT, "pairs of jumps change too fast with the time of the first one, near t = %.6g", middle));
            }
            add(right, left);
            return left;
        }

        double[][] integral(double from, double to) {
            double[][] sum = new double[firsts.length][asked.binCount()];
            double half = (to - from) / 2;
            for (int n = 0; n < NODES && distinct.length > 0; n++) {
                double t = from + half * (1 + rule.getPoint(n));
                double weight = half * rule.getWeight(n);
                double[][] numbers = numbers(t);
                for (int p = 0; p < sum.length; p++) {
                    int row = rows[p];
                    for (int b = 0; b < asked.binCount() && row >= 0 && seconds[p] >= 0; b++) {
                        sum[p][b] += weight * numbers[row * flow.channelCount() + seconds[p]][b];
                    }
                }
            }
            return sum;
        }

        /** Expected numbers of jumps of each channel in the bins after a jump of each first channel at a time, times the rate of that jump; shape [firsts × channels][bins]. */
        private double[][] numbers(double t) {
            double[] rho = state(t);
            flow.moveTo(t, t);
            FollowingSystem system = new FollowingSystem(flow, distinct.length);
            double[] y = new double[system.getDimension()];
            for (int i = 0; i < distinct.length; i++) {
                flow.beginEmpty();
                flow.jump(distinct[i], 1, rho, 0);
                flow.end(y, i * flow.size());
            }
            double room = end - t;
            int whole = (int) IntStream.rangeClosed(1, asked.binCount()).filter(e -> asked.edge(e) <= room).count();
            int last = Math.min(asked.binCount(), whole + 1);
            double[] times = IntStream.rangeClosed(0, last).mapToDouble(e -> e <= whole ? t + asked.edge(e) : end).toArray();
            return read(system, times, y);
        }

        private double[][] read(FollowingSystem system, double[] times, double[] begin) {
            double[][] numbers = new double[distinct.length * flow.channelCount()][asked.binCount()];
            StopTimes stops = StopTimes.at(model, breakpoints, times).with(steps);
            double[] before = new double[numbers.length];
            integration(stops, system, distinct.length).advanceToEnd(begin, (y, edge) -> {
                for (int n = 0; n < numbers.length; n++) {
                    numbers[n][edge - 1] = y[system.stateSize() + n] - before[n];
                    before[n] = y[system.stateSize() + n];
                }
            });
            return numbers;
        }
    }

    /** Some matrices under the whole evolution, and the numbers of jumps of every channel since. */
    private static final class FollowingSystem extends FlowSystem {

        private final int matrices;

        FollowingSystem(TiltedFlow flow, int matrices) {
            super(flow);
            this.matrices = matrices;
        }

        @Override
        public int getDimension() {
            return matrices * (size + flow.channelCount());
        }

        @Override
        public int stateSize() {
            return matrices * size;
        }

        @Override
        public double[] computeDerivatives(double sinceStart, double[] y) {
            flow.moveTo(at(sinceStart));
            double[] rate = new double[y.length];
            for (int i = 0; i < matrices; i++) {
                int offset = i * size;
                flow.apply(y, offset, rate, offset);
                for (int k = 0; k < flow.channelCount(); k++) {
                    rate[stateSize() + i * flow.channelCount() + k] = flow.jumpRate(k, y, offset);
                }
            }
            return rate;
        }
    }
}
