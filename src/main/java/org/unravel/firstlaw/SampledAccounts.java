package org.unravel.firstlaw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

import org.unravel.composite.JointState;
import org.unravel.model.Model;

/**
 * Accounts of the averaged state of a sample, and of the sample without each of its groups. Path integrals take their rates from the generator at the sampled state, on a grid of times that is
 * finer than that of the curves. The same for any number of threads.
 */
final class SampledAccounts {

    private final Model inner;
    private final int refinement;
    private final SampledStates states;
    private final Parts parts;
    private final SmoothPieces pieces;
    private final boolean hasPath;
    private final boolean canQuench;
    private final int points;
    private final List<PartBooks> books = new ArrayList<>();
    /** Shape [replicates][joint numbers][grid points]. */
    private final double[][][] joint;
    private final EffectiveSample effective;

    /** Of states that were recorded on a grid finer by a factor than that of the curves. */
    private SampledAccounts(Model inner, int refinement, SampledStates states, Set<Need> needs, EffectiveParts effective) {
        this.inner = inner;
        this.refinement = refinement;
        this.states = states;
        this.parts = Parts.of(inner, states.kets(), needs);
        this.pieces = new SmoothPieces(inner);
        this.hasPath = needs.contains(Need.PATH);
        this.canQuench = parts.canQuench();
        this.points = inner.time().pointCount();
        this.joint = new double[states.count()][JointNumber.values().length][(points - 1) / refinement + 1];
        this.effective = EffectiveSample.of(effective, inner, refinement, states.count());
        parts.all().forEach(p -> books.add(new PartBooks(states.count(), points, refinement, hasPath)));
    }

    /**
     * The accounts.
     *
     * @param accounts in the order of {@link Replicates}
     * @param trajectoryCount trajectories that were done
     * @param groups number of groups that are left out in turn; 0 of a single one
     * @param quadrature what steps of the path integrals of the whole may err by, of each part, shape [grid points] each
     * @param quadratureOfMeans the same of means that are integrals, by their names
     * @param crossings what populations of each part may do that the noise may put in another order
     * @param effective canonical Hamiltonians of the parts
     */
    record Result(List<Account> accounts, long trajectoryCount, int groups, Map<String, Map<PathIntegral, double[]>> quadrature, Map<String, double[]> quadratureOfMeans,
            Map<String, Crossings> crossings, EffectiveParts effective) {
    }

    static Result of(Model model, Model inner, int refinement, SampledStates states, Set<Need> needs, EffectiveParts effective, int threads) {
        SampledAccounts sampled = new SampledAccounts(inner, refinement, states, needs, effective);
        sampled.look(threads);
        return sampled.result(model);
    }

    private Result result(Model model) {
        UniformRule rule = new UniformRule(pieces, points, inner.time().step());
        List<Map<String, double[]>> means = effective.withMeans(states.means(refinement));
        List<Account> accounts = new ArrayList<>();
        for (int r = 0; r < states.count(); r++) {
            accounts.add(states.first(r) < r ? accounts.get(states.first(r)) : new Account(model, means.get(r), accounts(r, rule), jointOf(r)));
        }
        Map<String, Map<PathIntegral, double[]>> quadrature = new LinkedHashMap<>();
        Map<String, Crossings> crossings = new LinkedHashMap<>();
        for (int p = 0; p < parts.count(); p++) {
            quadrature.put(parts.all().get(p).name(), books.get(p).quadrature(rule));
            crossings.put(parts.all().get(p).name(), books.get(p).crossings(inner.time().step()));
        }
        return new Result(List.copyOf(accounts), states.trajectoryCount(), states.leftOutCount(), quadrature, effective.quadrature(), crossings, effective.exact());
    }

    private Map<String, StateAccount> accounts(int replicate, UniformRule rule) {
        Map<String, StateAccount> all = new LinkedHashMap<>();
        for (int p = 0; p < parts.count(); p++) {
            all.put(parts.all().get(p).name(), books.get(p).account(replicate, rule));
        }
        return all;
    }

    private Map<JointNumber, double[]> jointOf(int replicate) {
        Map<JointNumber, double[]> all = new EnumMap<>(JointNumber.class);
        if (parts.interaction().isPresent()) {
            for (JointNumber number : JointNumber.values()) {
                all.put(number, joint[replicate][number.ordinal()]);
            }
            all.put(JointNumber.SWITCHING_WORK, Account.sinceStart(all.get(JointNumber.INTERACTION_ENERGY)));
        }
        return all;
    }

    private void look(int threads) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            pool.submit(() -> IntStream.range(0, points).parallel().forEach(this::lookAt)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** Everything at one inner time. */
    private void lookAt(int index) {
        effective.look(index, states);
        if (!hasPath && index % refinement != 0) {
            return;
        }
        double t = inner.time().time(index);
        boolean hasRates = hasPath && index + 1 < points;
        boolean isLeft = hasPath && index > 0 && (pieces.isEdge(index) || pieces.isCut(index - 1));
        JointPoint[] next = points(hasRates ? states.moving(index, pieces.branchAfter(index)) : states.at(index), t, pieces.branchAfter(index));
        JointPoint[] last = isLeft ? points(states.moving(index, pieces.branchBefore(index)), t, pieces.branchBefore(index)) : next;
        for (int r = 0; r < next.length; r++) {
            if (states.first(r) == r) {
                look(r, index, next[r], last[r], hasRates, isLeft);
            }
        }
        for (int p = 0; p < parts.count(); p++) {
            int part = p;
            books.get(p).cross(index, Arrays.stream(next).limit(1L + states.leftOutCount()).map(j -> j.point(part)).toList(), hasRates);
        }
        quenchInside(index);
    }

    private JointPoint[] points(JointState[] joints, double time, double branch) {
        JointPoint[] all = new JointPoint[joints.length];
        for (int r = 0; r < all.length; r++) {
            all[r] = states.first(r) < r ? all[states.first(r)] : parts.at(joints[r], time, branch);
        }
        return all;
    }

    private void look(int replicate, int index, JointPoint next, JointPoint last, boolean hasRates, boolean isLeft) {
        for (int p = 0; p < parts.count(); p++) {
            PartBooks book = books.get(p);
            book.state(replicate, index, next, p);
            if (hasRates) {
                book.ratesAfter(replicate, index, next.rates(p));
            }
            if (isLeft) {
                book.ratesBefore(replicate, index, last.rates(p));
            }
            if (isLeft && pieces.isEdge(index) && canQuench) {
                book.quench(replicate, index, last.quench(p, next));
            }
        }
        if (index % refinement == 0) {
            next.joint().forEach((number, value) -> joint[replicate][number.ordinal()][index / refinement] = value);
        }
    }

    /** Inside a step the state of its beginning stands for that at the quench. */
    private void quenchInside(int index) {
        if (!hasPath || index + 1 == points || !pieces.isCut(index) || !canQuench) {
            return;
        }
        JointState[] here = states.at(index);
        double[] edges = pieces.edges(index);
        for (int e = 1; e + 1 < edges.length; e++) {
            JointPoint[] last = points(here, edges[e], 0.5 * (edges[e - 1] + edges[e]));
            JointPoint[] next = points(here, edges[e], 0.5 * (edges[e] + edges[e + 1]));
            for (int r = 0; r < here.length; r++) {
                for (int p = 0; p < parts.count() && states.first(r) == r; p++) {
                    books.get(p).quenchAfter(r, index, last[r].quench(p, next[r]));
                }
            }
        }
    }
}
