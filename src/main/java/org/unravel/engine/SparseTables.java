package org.unravel.engine;

import java.util.List;

import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.numeric.GaussLegendre;
import org.unravel.numeric.SparseMatrix;

/**
 * What the sparse engine's workers share. Immutable.
 *
 * @param model the model; nothing in it depends on time
 * @param generator −i(H − c) − K/2, c the middle of the diagonal: a global phase that would only cost terms
 * @param energy E
 * @param jumpRate K
 * @param energyRows E for lane loops
 * @param jumpRateRows K for lane loops
 * @param unitaryRows i[H,E] for lane loops
 * @param observables observables for lane loops
 * @param terms which energy integrals there are
 * @param partCount parts of a grid interval
 * @param rule quadrature of the energy integrals between jumps
 */
record SparseTables(Model model, SparseMatrix generator, SparseMatrix energy, SparseMatrix jumpRate, HermitianRows energyRows,
        HermitianRows jumpRateRows, HermitianRows unitaryRows, HermitianRows[] observables, EnergyTerms terms, int partCount,
        GaussLegendre rule) {

    /** Taylor terms stay below e^{h‖G‖}, so some eight digits of cancellation would be lost at 18; at 5 it is two, and 40 terms reach rounding. */
    private static final double MOST_PHASE = 5;
    /** Accuracy of the quadrature for the fastest passage that the rates allow. */
    private static final double QUADRATURE = 1e-12;
    private static final int MOST_NODES = 24;

    /** True if the engine can take a model: H, energy, channels and observables that do not depend on time. */
    static boolean applies(Model model) {
        List<Channel> channels = model.channels();
        return model.hamiltonian().isConstant() && model.energy().isConstant()
                && channels.stream().allMatch(c -> c.operator().isConstant() && c.rate().isConstant())
                && model.observables().stream().allMatch(o -> o.operator().isConstant());
    }

    static SparseTables of(Model model) {
        SparseMatrix h = model.hamiltonian().at(0);
        SparseMatrix k = model.jumpRateOperator().at(0);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < h.dimension(); i++) {
            low = Math.min(low, h.re(i, i));
            high = Math.max(high, h.re(i, i));
        }
        SparseMatrix generator = h.plus(-(low + high) / 2, 0, SparseMatrix.identity(h.dimension())).scaled(0, -1).plus(-0.5, 0, k);
        SparseMatrix unitary = model.unitaryHeatOperator().at(0);
        HermitianRows[] observables = model.observables().stream().map(o -> HermitianRows.of(o.operator().at(0)))
                .toArray(HermitianRows[]::new);
        int parts = Math.max(1, (int) Math.ceil(model.time().step() * generator.rowSumNorm() / MOST_PHASE));
        double length = model.time().step() / parts;
        SparseMatrix energy = model.energy().at(0);
        return new SparseTables(model, generator, energy, k, HermitianRows.of(energy), HermitianRows.of(k), HermitianRows.of(unitary),
                observables, EnergyTerms.of(model), parts, GaussLegendre.of(nodeCount(length * k.rowSumNorm())));
    }

    /**
     * Gauss nodes for a part in which survival may fall by e^{−κh}: the integrands have poles at ±iπ/κ from the part, so n nodes err by ρ^{−2n} with
     * ρ = 2π/κh + √((2π/κh)² + 1) (Trefethen, Approximation Theory and Approximation Practice, theorem 19.3).
     */
    private static int nodeCount(double damping) {
        double x = 2 * Math.PI / Math.max(damping, 1e-3);
        double rho = x + Math.sqrt(x * x + 1);
        return Math.max(3, Math.min(MOST_NODES, (int) Math.ceil(-Math.log(QUADRATURE) / (2 * Math.log(rho)))));
    }

    /** The same with other numbers of parts and nodes. */
    SparseTables with(int parts, int nodes) {
        return new SparseTables(model, generator, energy, jumpRate, energyRows, jumpRateRows, unitaryRows, observables, terms, parts,
                GaussLegendre.of(nodes));
    }

    /** Time step of a part. */
    double partLength() {
        return model.time().step() / partCount;
    }
}
