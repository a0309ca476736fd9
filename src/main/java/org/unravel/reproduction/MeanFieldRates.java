package org.unravel.reproduction;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.unravel.composite.JointState;
import org.unravel.composite.MeanField;
import org.unravel.composite.ReducedState;
import org.unravel.composite.Reduction;
import org.unravel.exact.KetEvolution;
import org.unravel.model.InitialState.Component;
import org.unravel.model.Model;
import org.unravel.model.Split;
import org.unravel.model.TimeGrid;
import org.unravel.numeric.SparseMatrix;

/** How fast the mean field of the partner, and correlations, change the energy of each part of a closed model: −i Tr([H_j, Tr_i[Vρ_i]]ρ_j), and what is left of the rate of U_j. */
final class MeanFieldRates {

    /** Multiply-adds: of kets, which are cheap. */
    private static final double WORK = 1e12;
    private static final double[][] NONE = {};

    private MeanFieldRates() {
    }

    /** Name of the rate of work of a part. */
    static String work(String part) {
        return "work:" + part;
    }

    /** Name of the rate by correlations. */
    static String correlation(String part) {
        return "correlation:" + part;
    }

    /** Rates of both parts at the times of the model, shape [grid points] each. */
    static Map<String, double[]> of(Model model) {
        Split split = model.split().orElseThrow();
        TimeGrid grid = model.time();
        Map<String, double[]> rates = new LinkedHashMap<>();
        split.parts().forEach(p -> List.of(work(p.name()), correlation(p.name())).forEach(n -> rates.put(n, new double[grid.pointCount()])));
        List<JointState.Mixture> states = states(model);
        SparseMatrix interaction = split.interaction().at(grid.start());
        List<Reduction> reductions = split.parts().stream().map(p -> Reduction.to(split, p)).toList();
        for (int i = 0; i < states.size(); i++) {
            JointState state = states.get(i);
            List<ReducedState> reduced = reductions.stream().map(r -> r.of(state)).toList();
            for (int p = 0; p < reduced.size(); p++) {
                Split.Part part = split.parts().get(p);
                SparseMatrix energy = part.hamiltonian().at(grid.start());
                double work = reduced.get(p).commutatorMean(MeanField.on(split, part).of(interaction, reduced.get(1 - p)), energy);
                rates.get(work(part.name()))[i] = work;
                rates.get(correlation(part.name()))[i] = reduced.get(p).rateOfMean(energy) - work;
            }
        }
        return rates;
    }

    private static List<JointState.Mixture> states(Model model) {
        TimeGrid grid = model.time();
        double[] times = IntStream.range(0, grid.pointCount()).mapToDouble(grid::time).toArray();
        List<Component> start = model.initial().components();
        KetEvolution evolution = new KetEvolution(model, WORK);
        double[][][][] kets = start.stream().map(c -> evolution.kets(c.re(), c.im(), times)).toArray(double[][][][]::new);
        double[] weights = start.stream().mapToDouble(Component::probability).toArray();
        SparseMatrix hamiltonian = model.drivingHamiltonian().at(grid.start());
        return IntStream.range(0, times.length).mapToObj(i -> new JointState.Mixture(weights, at(kets, i, 0), at(kets, i, 1), NONE, NONE).under(hamiltonian)).toList();
    }

    private static double[][] at(double[][][][] kets, int time, int part) {
        return Arrays.stream(kets).map(k -> k[time][part]).toArray(double[][]::new);
    }
}
