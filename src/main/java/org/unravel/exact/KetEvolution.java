package org.unravel.exact;

import java.util.List;
import java.util.stream.IntStream;

import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.SparseMatrix;

/**
 * The Schrödinger equation of a model without channels, from any time of a run to any other: of few kets, so that no matrix of the whole space is ever made. Where H is constant and falls into blocks
 * that are not large, by their eigenvectors, which is right at all times; else step by step. Not safe for threads.
 */
public final class KetEvolution {

    /** The largest block whose eigenvectors are worth it. */
    private static final int LARGEST_BLOCK = 200;

    private final Model model;
    private final WorkBudget budget;
    private final List<Block> blocks;
    private final double[] breakpoints;
    private final KetSystem system;
    private ResolvedSteps steps;

    /** Levels of H between some states of the basis. */
    private record Block(int[] states, HermitianEigen levels) {
    }

    /**
     * Of a model without channels.
     *
     * @param multiplyAdds how many are paid for in all, &gt; 0
     */
    public KetEvolution(Model model, double multiplyAdds) {
        if (!model.channels().isEmpty()) {
            throw new IllegalArgumentException("expected a model without channels, found " + model);
        }
        this.model = model;
        this.budget = new WorkBudget(multiplyAdds);
        this.breakpoints = model.breakpoints();
        this.system = new KetSystem(model.drivingHamiltonian());
        this.blocks = blocks(model.drivingHamiltonian());
    }

    private static List<Block> blocks(TimeDependentOperator hamiltonian) {
        if (!hamiltonian.isConstant()) {
            return List.of();
        }
        SparseMatrix h = hamiltonian.at(0);
        List<int[]> sets = ConnectedStates.of(h);
        return sets.stream().anyMatch(s -> s.length > LARGEST_BLOCK) ? List.of() : sets.stream().map(s -> new Block(s, HermitianEigen.of(h.restricted(s)))).toList();
    }

    /**
     * Kets at several times, up to a phase.
     *
     * @param re real parts of the ket at the first time, shape [D]
     * @param im imaginary parts
     * @param times ascending, two at least, inside the run
     * @return real parts (at 0) and imaginary parts (at 1), shape [times][2][D]; the first is the given ket
     * @throws ModelException if the equation cannot be integrated, or takes more work than is paid for
     */
    public double[][][] kets(double[] re, double[] im, double[] times) {
        return blocks.isEmpty() ? stepped(re, im, times) : byLevels(re, im, times);
    }

    private double[][][] byLevels(double[] re, double[] im, double[] times) {
        double[][][] kets = new double[times.length][2][re.length];
        kets[0] = new double[][] {re.clone(), im.clone()};
        for (Block block : blocks) {
            addLevels(block, re, im, times, kets);
        }
        return kets;
    }

    private static void addLevels(Block block, double[] re, double[] im, double[] times, double[][][] kets) {
        int[] states = block.states;
        for (int k = 0; k < states.length; k++) {
            double[] u = block.levels.vectorsRe()[k];
            double[] v = block.levels.vectorsIm()[k];
            double x = 0;
            double y = 0;
            for (int i = 0; i < states.length; i++) {
                x += u[i] * re[states[i]] + v[i] * im[states[i]];
                y += u[i] * im[states[i]] - v[i] * re[states[i]];
            }
            for (int n = 1; n < times.length && (x != 0 || y != 0); n++) {
                double phase = -block.levels.values()[k] * (times[n] - times[0]);
                double c = x * Math.cos(phase) - y * Math.sin(phase);
                double s = x * Math.sin(phase) + y * Math.cos(phase);
                for (int i = 0; i < states.length; i++) {
                    kets[n][0][states[i]] += c * u[i] - s * v[i];
                    kets[n][1][states[i]] += c * v[i] + s * u[i];
                }
            }
        }
    }

    private double[][][] stepped(double[] re, double[] im, double[] times) {
        steps = steps == null ? StopTimes.searched(model) : steps;
        StopTimes stops = StopTimes.at(model, breakpoints, times).with(steps);
        int d = re.length;
        double[] start = new double[2 * d];
        System.arraycopy(re, 0, start, 0, d);
        System.arraycopy(im, 0, start, d, d);
        double[][][] kets = new double[times.length][][];
        kets[0] = new double[][] {re.clone(), im.clone()};
        new PiecewiseIntegration(stops, system, budget, system.work()).advanceToEnd(start,
                (y, index) -> kets[index] = new double[][] {java.util.Arrays.copyOf(y, d), IntStream.range(d, 2 * d).mapToDouble(i -> y[i]).toArray()});
        return kets;
    }
}
