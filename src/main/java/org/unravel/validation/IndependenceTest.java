package org.unravel.validation;

import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.NeighbourCorrelation;
import org.unravel.ensemble.NeighbourCorrelation.Neighbours;
import org.unravel.statistics.SampleSummary;

/**
 * Neighbouring trajectories must not hang together: their correlation is normal about zero with standard error 1/√n over n pairs, whatever the
 * distribution of the values, if the products that make it up are many of a size: n ≥ 100 κ² with κ the fourth standardised moment. (For a value
 * that is rarely other than zero that means 100 expected coincidences.)
 *
 * @see <a href="https://doi.org/10.1007/978-3-319-29854-2">Brockwell and Davis, Introduction to Time Series and Forecasting, §2.4 (Bartlett)</a>
 */
final class IndependenceTest implements EnsembleTest {

    private static final double LEAST_COINCIDENCES = 100;

    private final NeighbourCorrelation found;
    private final boolean isRounding;
    private final Subject subject;

    IndependenceTest(NeighbourCorrelation found) {
        this(found, false);
    }

    /** Of what a result has found; values whose spread is all rounding say nothing, and their squares may be nothing at all. */
    static IndependenceTest of(NeighbourCorrelation found, EnsembleResult result) {
        SampleSummary values = result.quantities().get(found.quantity());
        return new IndependenceTest(found, values != null && Math.sqrt(values.variance()) <= Sample.ROUNDING * result.firstLaw().scale());
    }

    private IndependenceTest(NeighbourCorrelation found, boolean isRounding) {
        this.found = found;
        this.isRounding = isRounding;
        this.subject = Subject.of(Subject.Kind.INDEPENDENCE, "correlation of " + found.quantity()
                + (found.neighbours() == Neighbours.EVEN_WITH_ODD ? " in pairs" : " with the next"));
    }

    @Override
    public Finding finding() {
        if (isRounding || !Double.isFinite(found.correlation()) || Double.isNaN(found.kurtosis())) {
            return Finding.notMade(subject, Statistic.Z, "the values have no spread");
        }
        double kurtosis = found.kurtosis() + 3;
        if (!(found.pairCount() >= LEAST_COINCIDENCES * kurtosis * kurtosis)) {
            return Finding.notMade(subject, Statistic.Z, "too few pairs for so uneven a quantity");
        }
        MeanTest test = MeanTest.normal(found.correlation(), 1 / Math.sqrt(found.pairCount()));
        return Finding.of(subject, Statistic.Z, test.z(), test.pValue(), found.pairCount() + " pairs");
    }
}
