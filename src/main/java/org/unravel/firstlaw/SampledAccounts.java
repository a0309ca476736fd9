package org.unravel.firstlaw;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.unravel.ensemble.GroupedStates;
import org.unravel.exact.Generator;
import org.unravel.model.Model;

/**
 * Accounts of the averaged state of a sample, and of the sample without each of its groups. Path integrals take their rates from the generator at the sampled state, on a grid of times that is
 * finer than that of the curves. The same for any number of threads.
 */
final class SampledAccounts {

    private final Model inner;
    private final int refinement;
    private final Replicates replicates;
    private final SmoothPieces pieces;
    private final EnergyPath energy;
    private final boolean hasPath;
    private final int points;
    /** Shape [replicates][numbers][grid points]. */
    private final double[][][] numbers;
    /** Rates on both sides of each inner time, and what quenches add there; shape [replicates][integrals][inner points]. */
    private final double[][][] before;
    private final double[][][] after;
    private final double[][][] quenches;
    /** The same for quenches between an inner time and the next. */
    private final double[][][] quenchesAfter;
    /** Shape [replicates][inner points]. */
    private final boolean[][] deficient;
    /** What populations that may be in another order do: to the passive energy and to that on the levels, shape [2][grid points], and to rates, shape [integrals][inner points]. */
    private final double[][] kinks;
    private final double[][] turns;

    /** Of states that were recorded on a grid finer by a factor than that of the curves. */
    private SampledAccounts(Model inner, int refinement, GroupedStates states, Set<Need> needs) {
        this.inner = inner;
        this.refinement = refinement;
        this.replicates = new Replicates(states);
        this.pieces = new SmoothPieces(inner);
        this.energy = new EnergyPath(inner);
        this.hasPath = needs.contains(Need.PATH);
        this.points = inner.time().pointCount();
        int integrals = hasPath ? PathIntegral.values().length : 0;
        this.numbers = new double[replicates.count()][StateNumber.values().length][(points - 1) / refinement + 1];
        this.before = new double[replicates.count()][integrals][points];
        this.after = new double[replicates.count()][integrals][points];
        this.quenches = new double[replicates.count()][integrals][points];
        this.quenchesAfter = new double[replicates.count()][integrals][points];
        this.deficient = new boolean[replicates.count()][points];
        this.kinks = new double[2][(points - 1) / refinement + 1];
        this.turns = new double[integrals][points];
    }

    /**
     * The accounts.
     *
     * @param accounts in the order of {@link Replicates}
     * @param trajectoryCount trajectories that were done
     * @param groups number of groups that are left out in turn; 0 of a single one
     * @param quadrature what steps of the path integrals of the whole may err by, shape [grid points] each
     * @param crossings what populations may do that the noise may put in another order
     */
    record Result(List<Account> accounts, long trajectoryCount, int groups, Map<PathIntegral, double[]> quadrature, Crossings crossings) {
    }

    static Result of(Model model, Model inner, int refinement, GroupedStates states, Set<Need> needs, int threads) {
        SampledAccounts sampled = new SampledAccounts(inner, refinement, states, needs);
        sampled.look(threads);
        List<Map<String, double[]>> means = sampled.means(states.quantities());
        List<Account> accounts = new ArrayList<>();
        for (int r = 0; r < sampled.replicates.count(); r++) {
            accounts.add(new Account(model, means.get(r), sampled.numbersOf(r), sampled.integralsOf(r)));
        }
        return new Result(List.copyOf(accounts), LongStream.of(states.counts()).sum(), sampled.replicates.leftOutCount(), sampled.quadrature(), sampled.crossings());
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
        if (!hasPath && index % refinement != 0) {
            return;
        }
        double t = inner.time().time(index);
        double[][] sums = replicates.states(index);
        double[][] states = replicates.averages(sums, index);
        EnergyPoint next = energy.at(t, pieces.branchAfter(index));
        double[][] changes = hasPath && index + 1 < points ? changes(sums, index, pieces.branchAfter(index)) : null;
        boolean isLeft = hasPath && index > 0 && (pieces.isEdge(index) || pieces.isCut(index - 1));
        EnergyPoint last = isLeft ? energy.at(t, pieces.branchBefore(index)) : next;
        double[][] changesBefore = isLeft ? changes(sums, index, pieces.branchBefore(index)) : changes;
        StatePoint[] all = new StatePoint[states.length];
        for (int r = 0; r < states.length; r++) {
            HermitianMatrix state = HermitianMatrix.unpacked(states[r], inner.dimension());
            StatePoint point = new StatePoint(state, next);
            all[r] = point;
            deficient[r][index] = point.isRankDeficient();
            if (index % refinement == 0) {
                int replicate = r;
                point.numbers().forEach((number, value) -> numbers[replicate][number.ordinal()][index / refinement] = value);
            }
            if (changes != null) {
                put(after[r], index, point.rates(HermitianMatrix.unpacked(changes[r], inner.dimension())));
            }
            if (changesBefore != null) {
                put(before[r], index, isLeft ? new StatePoint(state, last).rates(HermitianMatrix.unpacked(changesBefore[r], inner.dimension())) : column(after[r], index));
            }
            if (isLeft && pieces.isEdge(index) && Quench.isPossible(inner)) {
                put(quenches[r], index, Quench.of(state, last, next));
            }
        }
        cross(index, all, next, changes);
        quenchInside(index);
    }

    private void cross(int index, StatePoint[] all, EnergyPoint energyNow, double[][] changes) {
        List<StatePoint> leftOut = List.of(all).subList(0, 1 + replicates.leftOutCount());
        double[] spreads = Crossings.spreads(leftOut.stream().map(StatePoint::populations).toArray(double[][]::new));
        if (index % refinement == 0) {
            double[] onLevels = Crossings.spreads(leftOut.stream().map(StatePoint::populationsOnLevels).toArray(double[][]::new));
            kinks[0][index / refinement] = Crossings.ofPassiveEnergy(spreads, energyNow.levels().values());
            kinks[1][index / refinement] = Crossings.ofPassiveEnergy(onLevels, energyNow.levels().values());
        }
        if (changes != null) {
            put(turns, index, Crossings.ofRates(spreads, all[0], HermitianMatrix.unpacked(changes[0], inner.dimension())));
        }
    }

    private Crossings crossings() {
        Map<StateNumber, double[]> ofNumbers = new EnumMap<>(Map.of(StateNumber.ENERGY_PASSIVE, kinks[0], StateNumber.ERGOTROPY, Account.scaled(-1, kinks[0]),
                StateNumber.ERGOTROPY_INCOHERENT, Account.scaled(-1, kinks[1])));
        Map<PathIntegral, double[]> ofIntegrals = new EnumMap<>(PathIntegral.class);
        for (PathIntegral q : PathIntegral.values()) {
            if (hasPath) {
                ofIntegrals.put(q, gathered(turns[q.ordinal()]));
            }
        }
        return new Crossings(ofNumbers, ofIntegrals);
    }

    /** A rate that is only told by its size is taken as constant over each inner step. */
    private double[] gathered(double[] rates) {
        double[] gathered = new double[(points - 1) / refinement + 1];
        double sum = 0;
        for (int i = 0; i + 1 < points; i++) {
            sum += rates[i] * inner.time().step();
            if ((i + 1) % refinement == 0) {
                gathered[(i + 1) / refinement] = sum;
            }
        }
        return gathered;
    }

    /** Inside a step the state of its beginning stands for that at the quench. */
    private void quenchInside(int index) {
        if (!hasPath || index + 1 == points || !pieces.isCut(index) || !Quench.isPossible(inner)) {
            return;
        }
        double[][] states = replicates.averages(replicates.states(index), index);
        double[] edges = pieces.edges(index);
        for (int e = 1; e + 1 < edges.length; e++) {
            EnergyPoint last = energy.at(edges[e], 0.5 * (edges[e - 1] + edges[e]));
            EnergyPoint next = energy.at(edges[e], 0.5 * (edges[e] + edges[e + 1]));
            for (int r = 0; r < states.length; r++) {
                double[] added = Quench.of(HermitianMatrix.unpacked(states[r], inner.dimension()), last, next);
                for (int q = 0; q < added.length; q++) {
                    quenchesAfter[r][q][index] += added[q];
                }
            }
        }
    }

    private double[][] changes(double[][] sums, int index, double branch) {
        Generator generator = new Generator(inner);
        double t = inner.time().time(index);
        double[][] all = new double[sums.length][];
        for (int g = 0; g < sums.length; g++) {
            all[g] = generator.rate(t, branch, sums[g]);
        }
        return replicates.averages(all, index);
    }

    private static void put(double[][] rows, int index, double[] values) {
        for (int q = 0; q < rows.length; q++) {
            rows[q][index] += values[q];
        }
    }

    private static double[] column(double[][] rows, int index) {
        double[] column = new double[rows.length];
        for (int q = 0; q < rows.length; q++) {
            column[q] = rows[q][index];
        }
        return column;
    }

    private List<Map<String, double[]>> means(List<String> quantities) {
        List<Map<String, double[]>> all = new ArrayList<>();
        for (int r = 0; r < replicates.count(); r++) {
            all.add(new HashMap<>());
        }
        for (int q = 0; q < quantities.size(); q++) {
            for (int i = 0; i < points; i += refinement) {
                double[] means = replicates.means(q, i);
                for (int r = 0; r < means.length; r++) {
                    all.get(r).computeIfAbsent(quantities.get(q), name -> new double[(points - 1) / refinement + 1])[i / refinement] = means[r];
                }
            }
        }
        return all;
    }

    private Map<StateNumber, double[]> numbersOf(int replicate) {
        Map<StateNumber, double[]> all = new EnumMap<>(StateNumber.class);
        for (StateNumber number : StateNumber.values()) {
            all.put(number, numbers[replicate][number.ordinal()]);
        }
        return all;
    }

    private UniformRule rule() {
        return new UniformRule(pieces, points, inner.time().step());
    }

    private Map<PathIntegral, double[]> integralsOf(int replicate) {
        Map<PathIntegral, double[]> all = new EnumMap<>(PathIntegral.class);
        for (PathIntegral q : PathIntegral.values()) {
            if (hasPath) {
                all.put(q, integral(replicate, q));
            }
        }
        return all;
    }

    private double[] integral(int replicate, PathIntegral q) {
        double[] fine = rule().integrals(before[replicate][q.ordinal()], after[replicate][q.ordinal()], start(replicate, q));
        double[] coarse = new double[(points - 1) / refinement + 1];
        double quenched = 0;
        boolean isDefined = true;
        for (int i = 0; i < points; i++) {
            quenched += quenches[replicate][q.ordinal()][i] + (i > 0 ? quenchesAfter[replicate][q.ordinal()][i - 1] : 0);
            isDefined &= i == 0 || !q.hasTemperature() || !deficient[replicate][i];
            if (i % refinement == 0) {
                coarse[i / refinement] = isDefined ? fine[i] + quenched : Double.NaN;
            }
        }
        return coarse;
    }

    private UniformRule.Start start(int replicate, PathIntegral q) {
        return q.hasTemperature() && deficient[replicate][0] ? UniformRule.Start.LOGARITHMIC : UniformRule.Start.REGULAR;
    }

    private Map<PathIntegral, double[]> quadrature() {
        Map<PathIntegral, double[]> all = new EnumMap<>(PathIntegral.class);
        for (PathIntegral q : PathIntegral.values()) {
            if (hasPath) {
                double[] fine = rule().errors(before[0][q.ordinal()], after[0][q.ordinal()], start(0, q));
                double[] coarse = new double[(points - 1) / refinement + 1];
                for (int i = 0; i < coarse.length; i++) {
                    coarse[i] = Math.abs(fine[i * refinement]);
                }
                all.put(q, coarse);
            }
        }
        return all;
    }
}
