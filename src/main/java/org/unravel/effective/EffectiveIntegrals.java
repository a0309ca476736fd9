package org.unravel.effective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.unravel.numeric.LobattoKronrod;

/**
 * Heat ∫Tr[Kρ']dt and work ∫Tr[K'ρ]dt of a part along its path, each by itself, on panels that are halved where the integrands are not resolved and where the smallest singular value of the map
 * would vanish within three panels at its pace: there peaks of work sit, and a zero of the map is closed in on by panels that shrink with its distance, whether its determinant changes sign
 * there or not. At a condition above {@link MinimalDissipation#MOST_CONDITION} the way ends.
 */
final class EffectiveIntegrals {

    /** Of an integral over a panel, in units of what it adds up and of the energies of K. */
    private static final double TOLERANCE = 1e-13;

    /** The rule of 7 nodes is as much better than that of 4 as its order says. */
    private static final double ORDERS = 10.0 / 6;

    private static final double PACE = 3;

    /** Halvings of a stretch between grid times. */
    private static final int MOST_HALVINGS = 60;

    private final MapPath maps;
    private final double[] initial;
    private final NodeSink sink;
    private EffectivePoint here;
    private double heat;
    private double work;
    private double error;
    private double end = Double.NaN;

    /** Sees the nodes of the panels that were taken, with the middle of the panel and their weights in units of time. */
    interface NodeSink {
        void node(EffectivePoint point, double panel, double weight);
    }

    /**
     * Of a part.
     *
     * @param initial its state at the start, packed
     * @param start the time of the start
     * @param branch a time inside the piece that follows
     */
    EffectiveIntegrals(MapPath maps, double[] initial, double start, double branch, NodeSink sink) {
        this.maps = maps;
        this.initial = initial;
        this.sink = sink;
        this.here = points(new double[] {start}, branch).get(0);
    }

    /** Where it stands. */
    EffectivePoint here() {
        return here;
    }

    double heat() {
        return heat;
    }

    double work() {
        return work;
    }

    /** What the rules differ by, summed. */
    double error() {
        return error;
    }

    /** The time at which the condition grew too large; empty as long as it has not. */
    Optional<Double> end() {
        return Double.isNaN(end) ? Optional.empty() : Optional.of(end);
    }

    /** Steps over a time at which the joint Hamiltonian jumps, and K with it: work without time. */
    void cross(double branch) {
        EffectivePoint after = points(new double[] {here.time()}, branch).get(0);
        double[] state = after.state(initial);
        work += Superoperator.trace(after.hamiltonian(), state) - Superoperator.trace(here.hamiltonian(), state);
        here = after;
    }

    /** Goes on to a later time within a smooth piece, or to the end of the way. */
    void advance(double to, double branch) {
        integrate(to, branch, MOST_HALVINGS);
    }

    private List<EffectivePoint> points(double[] times, double branch) {
        List<DynamicalMap> all = maps.maps(times, branch);
        List<EffectivePoint> points = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            points.add(new EffectivePoint(times[i], all.get(i)));
        }
        return points;
    }

    private void integrate(double to, double branch, int halvings) {
        double from = here.time();
        List<EffectivePoint> panel = panel(from, to, branch, 1);
        if (isSlow(panel, to - from) && (isTaken(panel, 1, to - from) || isTakenFiner(from, to, branch))) {
            return;
        }
        double middle = 0.5 * (from + to);
        boolean isNarrow = halvings == 0 || middle <= from || middle >= to;
        if (isNarrow || isLost(panel.get(0))) {
            stop(panel, branch);
            return;
        }
        integrate(middle, branch, halvings - 1);
        if (end().isEmpty()) {
            integrate(to, branch, halvings - 1);
        }
    }

    private List<EffectivePoint> panel(double from, double to, double branch, int level) {
        int stride = LobattoKronrod.stride(level);
        double[] times = new double[(LobattoKronrod.COUNT - 1) / stride + 1];
        for (int i = 0; i < times.length; i++) {
            times[i] = i + 1 == times.length ? to : from + (to - from) * LobattoKronrod.node(i * stride);
        }
        return points(times, branch);
    }

    private static boolean isLost(EffectivePoint point) {
        return !(point.condition() <= MinimalDissipation.MOST_CONDITION);
    }

    /** Whether no singular value can vanish in the panel at the pace that any node knows, and none has. */
    private static boolean isSlow(List<EffectivePoint> panel, double length) {
        return panel.stream().allMatch(p -> !isLost(p) && PACE * length <= p.patience());
    }

    private boolean isTakenFiner(double from, double to, double branch) {
        List<EffectivePoint> panel = panel(from, to, branch, 2);
        return isSlow(panel, to - from) && isTaken(panel, 2, to - from);
    }

    /** Adds a panel if the rule of a level and that below agree. */
    private boolean isTaken(List<EffectivePoint> panel, int level, double length) {
        double[] heats = panel.stream().mapToDouble(p -> Superoperator.trace(p.hamiltonian(), p.stateChange(initial))).toArray();
        double[] works = panel.stream().mapToDouble(p -> Superoperator.trace(p.change(), p.state(initial))).toArray();
        double scale = panel.stream().mapToDouble(p -> Math.sqrt(Superoperator.trace(p.hamiltonian(), p.hamiltonian()))).max().orElse(0)
                + length * Arrays.stream(works).map(Math::abs).max().orElse(0);
        double noise = length * panel.stream().mapToDouble(EffectivePoint::noise).max().orElse(0);
        double off = Math.max(error(heats, level, length, scale), error(works, level, length, scale));
        if (!(off <= TOLERANCE * scale + noise)) {
            return false;
        }
        int stride = LobattoKronrod.stride(level);
        for (int i = 0; i < heats.length; i++) {
            double weight = length * LobattoKronrod.weight(level, i * stride);
            heat += weight * heats[i];
            work += weight * works[i];
            sink.node(panel.get(i), 0.5 * (panel.get(0).time() + panel.get(panel.size() - 1).time()), weight);
        }
        error += off + noise;
        here = panel.get(panel.size() - 1);
        maps.forgetBefore(here.time());
        return true;
    }

    private static double error(double[] values, int level, double length, double scale) {
        int stride = LobattoKronrod.stride(level);
        double fine = 0;
        double coarse = 0;
        for (int i = 0; i < values.length; i++) {
            fine += LobattoKronrod.weight(level, i * stride) * values[i];
            coarse += i % 2 == 0 ? LobattoKronrod.weight(level - 1, i * stride) * values[i] : 0;
        }
        double ratio = length * Math.abs(fine - coarse) / scale;
        return scale == 0 ? 0 : scale * (ratio < 1 ? Math.pow(ratio, ORDERS) : ratio);
    }

    /** Where the condition passes its bound: between the last node where it holds and the next. */
    private void stop(List<EffectivePoint> panel, double branch) {
        double good = here.time();
        double bad = panel.get(panel.size() - 1).time();
        for (EffectivePoint p : panel) {
            if (isLost(p)) {
                bad = p.time();
                break;
            }
            good = p.time();
        }
        for (double middle = 0.5 * (good + bad); middle > good && middle < bad; middle = 0.5 * (good + bad)) {
            if (isLost(points(new double[] {here.time(), middle}, branch).get(1))) {
                bad = middle;
            } else {
                good = middle;
            }
        }
        end = bad;
    }
}
