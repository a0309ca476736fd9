package org.unravel.engine;

import java.util.List;

import org.unravel.model.Channel;
import org.unravel.model.InitialState;
import org.unravel.model.Model;
import org.unravel.numeric.SparseMatrix;

/**
 * What the sparse engine's workers share. Immutable.
 *
 * @param model the model; nothing in it depends on time
 * @param generator G = −i(H − c) − K/2, c the energy at the start: a global phase that would only cost terms
 * @param generatorNorm its largest row sum
 * @param energy E
 * @param jumpRate K
 * @param unitary i[H,E]
 * @param observables observables
 * @param channels jump operators, without their rates
 * @param terms which energy integrals there are
 * @param longest longest segment in time
 * @param energyScale the unit of tolerances
 */
record SparseTables(Model model, SlicedRows generator, double generatorNorm, SlicedRows energy, SlicedRows jumpRate, SlicedRows unitary,
        SlicedRows[] observables, SlicedRows[] channels, EnergyTerms terms, double longest, double energyScale) {

    /** Taylor terms stay below e^{h‖G‖}: at 10 a state at the edge of the spectrum would lose four digits, which closure would show. */
    private static final double MOST_PHASE = 10;
    /** Failure of closure over the whole run, in units of the energy scale; a segment may use up its share of time. */
    private static final double CLOSURE = 1e-12;
    /** What rounding alone can do to the energy of a segment, in units of the energy scale: some 100 operations of 2e-16. */
    private static final double ROUNDING = 3e-14;

    /** True if the engine can take a model: H, energy, channels and observables that do not depend on time. */
    static boolean applies(Model model) {
        List<Channel> channels = model.channels();
        return model.hamiltonian().isConstant() && model.energy().isConstant()
                && channels.stream().allMatch(c -> c.operator().isConstant() && c.rate().isConstant())
                && model.observables().stream().allMatch(o -> o.operator().isConstant());
    }

    static SparseTables of(Model model, TaylorKernel kernel) {
        SparseMatrix h = model.hamiltonian().at(0);
        SparseMatrix k = model.jumpRateOperator().at(0);
        double centre = 0;
        for (InitialState.Component c : model.initial().components()) {
            centre += c.probability() * h.expectation(c.re(), c.im());
        }
        SparseMatrix generator = h.plus(-centre, 0, SparseMatrix.identity(h.dimension())).scaled(0, -1).plus(-0.5, 0, k);
        SlicedRows[] observables = model.observables().stream().map(o -> SlicedRows.of(o.operator().at(0))).toArray(SlicedRows[]::new);
        SlicedRows[] channels = model.channels().stream().map(c -> SlicedRows.of(c.operator().at(0))).toArray(SlicedRows[]::new);
        double norm = generator.rowSumNorm();
        return new SparseTables(model, rows(generator, UniformFlips.Unit.I, kernel), norm,
                rows(model.energy().at(0), UniformFlips.Unit.ONE, kernel), SlicedRows.of(k),
                SlicedRows.of(model.unitaryHeatOperator().at(0)), observables, channels, EnergyTerms.of(model),
                Math.min(model.time().step(), MOST_PHASE / norm),
                EnergyScale.of(model));
    }

    private static SlicedRows rows(SparseMatrix a, UniformFlips.Unit unit, TaylorKernel kernel) {
        return kernel.takesFlips() ? SlicedRows.withFlips(a, unit) : SlicedRows.of(a);
    }

    /** Bytes of all operators. */
    long bytes() {
        long bytes = generator.bytes() + energy.bytes() + jumpRate.bytes() + unitary.bytes();
        for (SlicedRows a : observables) {
            bytes += a.bytes();
        }
        for (SlicedRows a : channels) {
            bytes += a.bytes();
        }
        return bytes;
    }

    /** What closure of a segment of a length in time may fail by, in the unit of energy. */
    double tolerance(double length) {
        return energyScale * Math.max(ROUNDING, CLOSURE * length / (model.time().end() - model.time().start()));
    }
}
