package org.unravel.validation;

import org.unravel.bath.HeatExchange;
import org.unravel.ensemble.ExchangeRelation;

/** ln P(Q)/P(−Q) = ΔβQ for the heat between two baths, where it holds at every time: z of the slope. */
final class HeatExchangeTest implements EnsembleTest {

    private static final String NAME = "heat exchange";

    private final ExchangeRelation relation;

    HeatExchangeTest(ExchangeRelation relation) {
        this.relation = relation;
    }

    static boolean applies(ExchangeRelation relation) {
        return relation.condition().validity() == HeatExchange.Validity.ALWAYS;
    }

    @Override
    public Finding finding() {
        if (relation.overflow() > 0) {
            return Finding.notMade(NAME, ElementaryTest.Z, relation.overflow() + " trajectories with values beyond the limit");
        }
        long backward = relation.pairs().stream().mapToLong(ExchangeRelation.Pair::backward).sum();
        if (backward < Sample.FEW_EVENTS || Double.isNaN(relation.slope())) {
            return Finding.notMade(NAME, ElementaryTest.Z, backward + " trajectories with heat from cold to hot are too few");
        }
        MeanTest test = MeanTest.normal(relation.slope() - relation.condition().bias(), relation.standardError());
        String note = "slope of ln P(Q)/P(-Q)";
        return backward < Sample.MANY_EVENTS ? Finding.ofBound(NAME, ElementaryTest.Z, test.z(), test.pValue(), note)
                : Finding.of(NAME, ElementaryTest.Z, test.z(), test.pValue(), note);
    }
}
