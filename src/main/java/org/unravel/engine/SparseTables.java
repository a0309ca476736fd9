package org.unravel.engine;

import java.util.List;

import org.unravel.model.Channel;
import org.unravel.model.InitialState;
import org.unravel.model.Model;
import org.unravel.numeric.GaussLegendre;
import org.unravel.numeric.SparseMatrix;

/**
 * What the sparse engine's workers share. Immutable.
 *
 * @param model the model; nothing in it depends on time
 * @param generator −i(H − c) − K/2, c the energy at the start: a global phase that would only cost terms
 * @param generatorNorm its largest row sum
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
record SparseTables(Model model, SplitRows generator, double generatorNorm, SplitRows energy, SplitRows jumpRate, HermitianRows energyRows,
        HermitianRows jumpRateRows, HermitianRows unitaryRows, HermitianRows[] observables, EnergyTerms terms, int partCount,
        GaussLegendre rule) {

    /** Taylor terms stay below e^{h‖G‖}: at 10 a state at the edge of the spectrum would lose four digits, which the pilot's closure would show. */
    private static final double MOST_PHASE = 10;
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
        double centre = 0;
        for (InitialState.Component c : model.initial().components()) {
            centre += c.probability() * h.expectation(c.re(), c.im());
        }
        SparseMatrix generator = h.plus(-centre, 0, SparseMatrix.identity(h.dimension())).scaled(0, -1).plus(-0.5, 0, k);
        SparseMatrix unitary = model.unitaryHeatOperator().at(0);
        HermitianRows[] observables = model.observables().stream().map(o -> HermitianRows.of(o.operator().at(0)))
                .toArray(HermitianRows[]::new);
        int parts = Math.max(1, (int) Math.ceil(model.time().step() * generator.rowSumNorm() / MOST_PHASE));
        double length = model.time().step() / parts;
        SparseMatrix energy = model.energy().at(0);
        return new SparseTables(model, SplitRows.of(generator), generator.rowSumNorm(), SplitRows.of(energy), SplitRows.of(k), HermitianRows.of(energy), HermitianRows.of(k), HermitianRows.of(unitary),
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
        return new SparseTables(model, generator, generatorNorm, energy, jumpRate, energyRows, jumpRateRows, unitaryRows, observables, terms, parts,
                GaussLegendre.of(nodes));
    }

    /** Time step of a part. */
    double partLength() {
        return model.time().step() / partCount;
    }
}
