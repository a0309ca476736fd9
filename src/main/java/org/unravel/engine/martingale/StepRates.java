package org.unravel.engine.martingale;

import org.unravel.engine.energy.EnergyIntegrals;
import org.unravel.engine.energy.NodeValues;
import org.unravel.engine.lane.NodeKernel;
import org.unravel.engine.lane.OuterProduct;
import org.unravel.engine.sector.EnergyTerms;
import org.unravel.numeric.ChebyshevNodes;

/**
 * What one ket does along a step without a jump, as rates at the 16 Chebyshev nodes: of its energies (physics.md, "The ledger"), its hazard ⟨R⟩ and the growth ⟨R − K⟩ of ln|μ|, all of
 * the normalised ket. One per worker.
 */
final class StepRates {

    private static final int N = ChebyshevNodes.COUNT;
    private static final double[] WHOLE = new double[N];
    private static final double[] NOTHING = new double[N];

    static {
        ChebyshevNodes.integrationWeights(1, new double[N + 1], WHOLE);
    }

    private final EnergyTerms terms;
    private final OuterProduct outer;
    private final NodeKernel kernel;
    private final int energies;
    private final double[] rows;
    private final double[] values;
    private final double[] rates;

    StepRates(EnergyTerms terms, OuterProduct outer, NodeKernel kernel) {
        this.terms = terms;
        this.outer = outer;
        this.kernel = kernel;
        this.energies = EnergyIntegrals.count(terms);
        this.rows = new double[outer.rowCount()];
        this.values = new double[(terms.allFormCount() + 1) * N];
        this.rates = new double[(energies + 2) * N];
    }

    /** Weights of the integral over the whole step, for values at the nodes. */
    static double[] whole() {
        return WHOLE;
    }

    /** Weights of the integral over nothing. */
    static double[] nothing() {
        return NOTHING;
    }

    /** Takes a ket at the start of a step, of any norm. */
    void of(MartingaleStep table, double[] re, double[] im) {
        outer.of(re, im, rows);
        kernel.combine(table.forms(), 0, values.length, rows, rows.length, values);
        kernel.rates(terms, values, rates);
        for (int i = 0; i < terms.apart(); i++) {
            kernel.driftRates(values, NodeValues.apart(terms, i), rates, (EnergyIntegrals.APART + i) * N);
        }
        int excess = terms.allFormCount() * N;
        int hazard = energies * N;
        for (int j = 0; j < N; j++) {
            double inverse = 1 / values[NodeValues.NORM + j];
            rates[hazard + N + j] = values[excess + j] * inverse;
            rates[hazard + j] = (values[NodeValues.JUMP_RATE + j] + values[excess + j]) * inverse;
        }
    }

    /** Where the hazards are in {@link #rates}. */
    int hazardAt() {
        return energies * N;
    }

    /** Rates at the nodes: of drift, work, unitary and apart as {@link NodeKernel#rates} lays them out, then hazard, then growth. */
    double[] rates() {
        return rates;
    }

    /** ∫⟨R⟩dt between two places of a step, given by the weights of the integrals up to them. */
    double hazard(double half, double[] from, double[] upTo) {
        return half * kernel.differenceDot(upTo, from, rates, hazardAt());
    }

    /** The same of the growth of ln|μ|. */
    double growth(double half, double[] from, double[] upTo) {
        return half * kernel.differenceDot(upTo, from, rates, hazardAt() + N);
    }

    /** Adds the energies between two places to those of a lane. */
    void addEnergies(double half, double[] from, double[] upTo, EnergyIntegrals sums, int lane) {
        sums.drift()[lane] += half * kernel.differenceDot(upTo, from, rates, 0);
        if (terms.power()) {
            sums.work()[lane] += half * kernel.differenceDot(upTo, from, rates, N);
        }
        if (terms.unitary()) {
            sums.unitary()[lane] += half * kernel.differenceDot(upTo, from, rates, 2 * N);
        }
        for (int i = 0; i < terms.apart(); i++) {
            sums.apart(i)[lane] += half * kernel.differenceDot(upTo, from, rates, (EnergyIntegrals.APART + i) * N);
        }
    }

    /** ⟨E⟩ at a place, given by its interpolation weights. */
    double energy(double[] here) {
        return NodeKernel.dot(here, values, NodeValues.ENERGY) / NodeKernel.dot(here, values, NodeValues.NORM);
    }
}
