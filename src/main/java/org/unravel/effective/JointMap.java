package org.unravel.effective;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.unravel.exact.Generator;
import org.unravel.exact.GeneratorRate;
import org.unravel.exact.StateEvolution;
import org.unravel.model.Model;

/**
 * Of any joint system, driven or open: the joint master equation on G_b⊗ρ_E for each basis matrix of the part, with Φ' = Tr_E ℒX and Φ'' = Tr_E(ℒℒ + ℒ')X.
 */
final class JointMap implements MapPath {

    private final Model model;
    private final Bipartition parts;
    private final StateEvolution evolution;
    private final Generator generator;
    private final GeneratorRate generatorRate;
    /** Joint matrices at times that the next call may begin with, shape [d²][D²]. */
    private final TreeMap<Double, double[][]> known = new TreeMap<>();

    /**
     * Of a model.
     *
     * @param rest ρ_E at the start, packed
     * @param multiplyAdds how many are paid for in all, &gt; 0
     */
    JointMap(Model model, Bipartition parts, double[] rest, double multiplyAdds) {
        this.model = model;
        this.parts = parts;
        this.evolution = new StateEvolution(model, multiplyAdds);
        this.generator = new Generator(model);
        this.generatorRate = new GeneratorRate(model);
        int d = parts.partDimension();
        double[][] start = new double[d * d][];
        for (int b = 0; b < start.length; b++) {
            start[b] = parts.product(Superoperator.packedBasis(b, d), rest);
        }
        known.put(model.time().start(), start);
    }

    @Override
    public int dimension() {
        return parts.partDimension();
    }

    @Override
    public List<DynamicalMap> maps(double[] times, double branch) {
        double[][] from = known.get(times[0]);
        if (from == null) {
            throw new IllegalArgumentException("expected a time that was asked for before, found " + times[0]);
        }
        double[][][] states = new double[times.length][from.length][];
        for (int b = 0; b < from.length; b++) {
            double[][] ofOne = times.length == 1 ? new double[][] {from[b]} : evolution.states(from[b], times);
            for (int i = 0; i < times.length; i++) {
                states[i][b] = ofOne[i];
            }
        }
        List<DynamicalMap> maps = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            known.put(times[i], states[i]);
            maps.add(map(times[i], branch, states[i]));
        }
        return maps;
    }

    private DynamicalMap map(double time, double branch, double[][] states) {
        int d = parts.partDimension();
        int size = d * d;
        double[][][] entries = new double[3][size][size];
        for (int b = 0; b < size; b++) {
            double[] first = generator.rate(time, branch, states[b]);
            double[] second = generator.rate(time, branch, first);
            double[] moved = generatorRate.rate(time, branch, states[b]);
            for (int i = 0; i < second.length; i++) {
                second[i] += moved[i];
            }
            put(entries[0], b, states[b]);
            put(entries[1], b, first);
            put(entries[2], b, second);
        }
        return new DynamicalMap(new Superoperator(entries[0]), new Superoperator(entries[1]), new Superoperator(entries[2]));
    }

    private void put(double[][] entries, int column, double[] joint) {
        double[] x = Superoperator.coordinates(parts.reduced(joint), parts.partDimension());
        for (int a = 0; a < x.length; a++) {
            entries[a][column] = x[a];
        }
    }

    @Override
    public void forgetBefore(double time) {
        known.headMap(time).clear();
    }
}
