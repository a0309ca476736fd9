package org.unravel.bath.coupling;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

import org.unravel.model.ModelException;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.numeric.BlockMatrix;
import org.unravel.numeric.BlockPartition;
import org.unravel.numeric.ChebyshevNodes;
import org.unravel.numeric.CollocationPropagator;
import org.unravel.numeric.SparseMatrix;

/** U(t, t_0) of a Hamiltonian within one period from t_0 on, at any time, good to some 1e-15 for each step. */
final class PeriodPropagator {

    private static final int N = ChebyshevNodes.COUNT;
    /** Least number of steps: a pulse that is narrower than the distance of nodes then has more harmonics than anybody follows. */
    private static final int LEAST_STEPS = 16;
    /** Of an angle: h‖H‖ of a step. */
    private static final double LONGEST = 2;
    /** Of the largest value in a period: what the last coefficients of H over a step may be. */
    private static final double ROUNDING = 1e-14;
    private static final int MOST_STEPS = 1 << 14;

    /** A step, U from its start to each node, and U(start of the step, t_0). */
    private record Step(double from, double to, BlockMatrix[] nodes, BlockMatrix before) {
    }

    private record Span(double from, double to, double branch) {

        double middle() {
            return from + (to - from) / 2;
        }

        double node(int j) {
            return j == 0 ? from : j == N - 1 ? to : middle() + ChebyshevNodes.node(j) * (to - from) / 2;
        }
    }

    private final TimeDependentOperator hamiltonian;
    private final double start;
    private final double period;
    private final BlockPartition partition;
    private final List<Step> steps = new ArrayList<>();
    private double[] sizes;
    private BlockMatrix whole;

    /**
     * Propagates over a period.
     *
     * @param hamiltonian H(t)
     * @param start t_0
     * @param period &gt; 0
     * @throws ModelException if H changes too fast to be followed
     */
    PeriodPropagator(TimeDependentOperator hamiltonian, double start, double period) {
        this.hamiltonian = hamiltonian;
        this.start = start;
        this.period = period;
        this.partition = BlockPartition.of(hamiltonian.dimension(), hamiltonian.terms().stream().map(TimeDependentOperator.Term::matrix).toList());
        this.whole = BlockMatrix.identity(partition);
        Deque<Span> spans = spans();
        this.sizes = hamiltonian.terms().stream().mapToDouble(t -> spans.stream().mapToDouble(s -> size(t.coefficient(), s)).max().orElse(0)).toArray();
        while (!spans.isEmpty()) {
            Span span = spans.pop();
            if (!advance(span)) {
                requireRoom(span);
                spans.push(new Span(span.middle(), span.to, span.branch));
                spans.push(new Span(span.from, span.middle(), span.branch));
            }
        }
    }

    private Deque<Span> spans() {
        double[] inside = hamiltonian.breakpoints(start, start + period);
        Deque<Span> spans = new ArrayDeque<>();
        double from = start;
        for (int i = 0; i <= inside.length; i++) {
            double to = i < inside.length ? inside[i] : start + period;
            int count = (int) Math.ceil(LEAST_STEPS * (to - from) / period);
            double branch = from + (to - from) / 2;
            for (int k = 0; k < count; k++) {
                spans.addLast(new Span(from + k * (to - from) / count, k + 1 == count ? to : from + (k + 1) * (to - from) / count, branch));
            }
            from = to;
        }
        return spans;
    }

    private void requireRoom(Span span) {
        if (steps.size() > MOST_STEPS || !(span.to - span.from > period / MOST_STEPS / MOST_STEPS)) {
            throw new ModelException("expected a hamiltonian that can be followed over its period for equation: floquet, found that it changes too fast near t = "
                    + BathRate.number(span.middle()), "period");
        }
    }

    private static double size(TimeFunction f, Span span) {
        return IntStream.range(0, N).mapToObj(j -> f.at(span.node(j), span.branch)).mapToDouble(v -> Math.hypot(v.re(), v.im())).max().orElse(0);
    }

    private boolean advance(Span span) {
        SparseMatrix[] generators = new SparseMatrix[N];
        double largest = 0;
        for (int j = 0; j < N; j++) {
            SparseMatrix h = hamiltonian.at(span.node(j), span.branch);
            largest = Math.max(largest, h.rowSumNorm());
            generators[j] = h.scaled(0, -1);
        }
        if ((span.to - span.from) * largest > LONGEST || !isResolved(span)) {
            return false;
        }
        BlockMatrix[] nodes = CollocationPropagator.solve(partition, generators, span.to - span.from);
        if (nodes == null) {
            return false;
        }
        steps.add(new Step(span.from, span.to, nodes, whole));
        whole = nodes[N - 1].times(whole);
        return true;
    }

    /** By the last coefficients of each function over the step. */
    private boolean isResolved(Span span) {
        for (int k = 0; k < sizes.length; k++) {
            TimeFunction f = hamiltonian.terms().get(k).coefficient();
            double[] re = new double[N];
            double[] im = new double[N];
            for (int j = 0; j < N && !f.isConstant(); j++) {
                TimeFunction.Value value = f.at(span.node(j), span.branch);
                re[j] = value.re();
                im[j] = value.im();
            }
            for (int m = N - 2; m < N; m++) {
                if (!(Math.hypot(ChebyshevNodes.coefficient(re, m), ChebyshevNodes.coefficient(im, m)) <= ROUNDING * sizes[k])) {
                    return false;
                }
            }
        }
        return true;
    }

    /** U(t_0 + T, t_0). */
    BlockMatrix whole() {
        return whole;
    }

    /** U(t, t_0), t from t_0 to t_0 + T. */
    BlockMatrix at(double t) {
        int low = 0;
        int high = steps.size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (t <= steps.get(middle).to) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        Step step = steps.get(low);
        double x = ((t - step.from) - (step.to - t)) / (step.to - step.from);
        return CollocationPropagator.at(x, step.nodes).times(step.before);
    }
}
