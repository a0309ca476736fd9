package org.unravel.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import org.unravel.ModelText;

/** Jump rates are kept beside the baths that they are of, and are the sum over channels one by one. */
class BathListTest {

    private static final Model MODEL = ModelText.read("""
            unravel: 1
            name: two
            space: {q: qubit, c: boson(3)}
            hamiltonian: sz(q) + num(c) + 0.1*cos(t)*sx(q)
            baths:
              one:
                channels:
                  a: {operator: sm(q) + 0.3*a(c), rate: 1 + 0.5*sin(t), heat: -1}
                  b: {operator: exp(-i*t)*sp(q) + 0.2*adag(c), rate: 0.3, heat: 1}
              other:
                channels:
                  c: {operator: a(c), rate: 0.7, heat: -1}
            initial: {q: e, c: 1}
            time: {end: 3, points: 4}
            """);

    private static TimeDependentOperator oneByOne(List<Channel> channels) {
        TimeDependentOperator sum = TimeDependentOperator.zero(MODEL.dimension());
        for (Channel channel : channels) {
            sum = sum.plus(channel.jumpRateOperator());
        }
        return sum;
    }

    /** To the last bit, as both add up entries in the order of the channels. */
    @Test
    void jumpRatesAreTheSumOverTheChannels() {
        for (double t : new double[] {0, 0.7, 2.9}) {
            assertEquals(oneByOne(MODEL.channels()).at(t), MODEL.jumpRateOperator().at(t), "t = " + t);
            for (Bath bath : MODEL.baths()) {
                assertEquals(oneByOne(bath.channels()).at(t), MODEL.jumpRateOperator(bath).at(t), bath.name());
            }
        }
    }

    @Test
    void oneSumServesAllModelsOfTheSameBaths() {
        assertSame(MODEL.jumpRateOperator(), MODEL.jumpRateOperator());
        assertSame(MODEL.jumpRateOperator(), MODEL.withTime(new TimeGrid(0, 1, 2)).withObservables(List.of()).jumpRateOperator());
        assertSame(MODEL.jumpRateOperator(MODEL.baths().get(0)), MODEL.jumpRateOperator(MODEL.baths().get(0)));
    }

    @Test
    void otherBathsHaveTheirOwn() {
        Model one = MODEL.withBaths(MODEL.baths().subList(0, 1));
        assertNotSame(MODEL.jumpRateOperator(), one.jumpRateOperator());
        assertEquals(oneByOne(one.channels()).at(1), one.jumpRateOperator().at(1));
        Bath stranger = new Bath("stranger", OptionalDouble.empty(), one.channels(), List.of(), Optional.empty());
        assertEquals(oneByOne(one.channels()).at(1), MODEL.jumpRateOperator(stranger).at(1));
    }
}
