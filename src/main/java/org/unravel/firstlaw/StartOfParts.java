package org.unravel.firstlaw;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.unravel.composite.JointState;
import org.unravel.composite.ReducedState;
import org.unravel.composite.Reduction;
import org.unravel.composite.Schmidt;
import org.unravel.model.InitialState;
import org.unravel.model.Model;
import org.unravel.model.Split;
import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.SparseMatrix;

/**
 * How the parts of a split start: whether without correlations, and which of them in a Gibbs state of its own energy.
 *
 * @param isProduct whether the mutual information at the start is zero
 * @param betas inverse temperatures, finite and ≥ 0, of the parts that start in a Gibbs state, by their names
 */
record StartOfParts(boolean isProduct, Map<String, Double> betas) {

    private static final double ROUNDING = 1e-11;

    /** Of populations, which may come from a cut ladder of a coherent or thermal state. */
    private static final double SAME = 1e-9;

    /** A dense matrix of more levels is not looked at: kets that are few are no Gibbs state of so many. */
    private static final int LARGEST = 400;

    static StartOfParts of(Model model) {
        Split split = model.split().orElseThrow();
        List<InitialState.Component> kets = model.initial().components();
        JointState.Mixture start = new JointState.Mixture(kets.stream().mapToDouble(InitialState.Component::probability).toArray(), kets.stream().map(InitialState.Component::re).toArray(double[][]::new),
                kets.stream().map(InitialState.Component::im).toArray(double[][]::new), new double[0][], new double[0][]);
        Map<String, Double> betas = new HashMap<>();
        double information = -start.entropy();
        for (Split.Part part : split.parts()) {
            ReducedState state = Reduction.to(split, part).of(start);
            if (state.isVectors()) {
                information += Schmidt.entropy(state.schmidt().populations());
            } else {
                information += Schmidt.entropy(HermitianMatrix.unpacked(state.packed(), part.dimension()).eigen(JointState.NOISE).values());
                beta(model, part, state).ifPresent(b -> betas.put(part.name(), b));
            }
        }
        return new StartOfParts(information <= ROUNDING, Map.copyOf(betas));
    }

    /** The inverse temperature of a part, if it starts in a Gibbs state. */
    OptionalDouble beta(String part) {
        return betas.containsKey(part) ? OptionalDouble.of(betas.get(part)) : OptionalDouble.empty();
    }

    private static OptionalDouble beta(Model model, Split.Part part, ReducedState state) {
        if (part.dimension() > LARGEST) {
            return OptionalDouble.empty();
        }
        SparseMatrix energy = part.hamiltonian().at(model.time().start(), model.time().justAfterStart());
        HermitianEigen levels = HermitianEigen.of(energy);
        double[] populations = HermitianMatrix.unpacked(state.packed(), part.dimension()).eigen(JointState.NOISE).values();
        double beta = ThermalReference.ofLevels(levels.values()).of(populations).beta();
        if (Double.isInfinite(beta)) {
            return OptionalDouble.empty();
        }
        double logPartition = ThermalReference.ofLevels(levels.values()).logPartition(beta);
        HermitianMatrix rho = HermitianMatrix.unpacked(state.packed(), part.dimension());
        double rest = 0;
        for (int n = 0; n < levels.values().length; n++) {
            double expected = Math.exp(-beta * levels.values()[n] - logPartition);
            double found = rho.mean(levels.vectorsRe()[n], levels.vectorsIm()[n]);
            rest = Math.max(rest, Math.abs(found - expected));
        }
        // what is thermal on the levels and as pure as the thermal state has no coherence between them
        double purity = java.util.Arrays.stream(levels.values()).map(e -> Math.exp(2 * (-beta * e - logPartition))).sum();
        return rest <= SAME && Math.abs(rho.traceOfProduct(rho) - purity) <= SAME * SAME + ROUNDING ? OptionalDouble.of(beta) : OptionalDouble.empty();
    }
}
