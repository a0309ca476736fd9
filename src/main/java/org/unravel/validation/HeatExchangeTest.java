package org.unravel.validation;

import org.unravel.bath.HeatExchange;
import org.unravel.ensemble.ExchangeRelation;
import org.unravel.statistics.WeightedCount;

/** ln P(Q)/P(−Q) = ΔβQ for the heat between two baths, where it holds at every time: z of the slope, normal from 1000 trajectories of either sign on. */
final class HeatExchangeTest implements EnsembleTest {

    private static final Subject SUBJECT = Subject.of(Subject.Kind.RELATION, "heat exchange");

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
            return Finding.notMade(SUBJECT, Statistic.Z, relation.overflow() + " trajectories with values beyond the limit");
        }
        double backward = relation.pairs().stream().map(ExchangeRelation.Pair::backward).reduce(WeightedCount.NONE, WeightedCount::plus).effectiveCount();
        double forward = relation.pairs().stream().map(ExchangeRelation.Pair::forward).reduce(WeightedCount.NONE, WeightedCount::plus).effectiveCount();
        if (Math.min(forward, backward) < Sample.MANY_EVENTS || Double.isNaN(relation.slope())) {
            return Finding.notMade(SUBJECT, Statistic.Z, "fewer than " + Digits.six(Sample.MANY_EVENTS) + " trajectories of one sign: "
                    + Digits.count(forward) + " with heat from hot to cold, " + Digits.count(backward) + " from cold to hot");
        }
        MeanTest test = MeanTest.normal(relation.slope() - relation.condition().bias(), relation.standardError());
        return Finding.of(SUBJECT, Statistic.Z, test.z(), test.pValue(), "slope of ln P(Q)/P(-Q)");
    }
}
