package org.unravel.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.unravel.model.Channel;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.numeric.SparseMatrix;

/** Counted heat against sums of decimal numbers without rounding. */
class QuantumCounterTest {

    private static final int CHANNELS = 60;

    private static List<Channel> channels() {
        List<Channel> channels = new ArrayList<>();
        for (int k = 0; k < CHANNELS; k++) {
            double quantum = (k % 2 == 0 ? 1 : -1) * (0.1 + k / 2 * Math.sqrt(0.7)) * (k % 7 == 0 ? 1e-4 : 1);
            channels.add(new Channel("c" + k, TimeDependentOperator.constant(SparseMatrix.identity(2)), TimeFunction.constant(1), TimeFunction.constant(quantum)));
        }
        return channels;
    }

    private static QuantumCounter counter() {
        boolean[] all = new boolean[CHANNELS];
        Arrays.fill(all, true);
        return QuantumCounter.ofHeat(channels(), all, 1);
    }

    /** The nearest number to the sum, whatever the order, and 0 when every jump has been undone. */
    @Test
    void heatIsTheNearestNumberToTheSumInAnyOrder() {
        List<Integer> jumps = new ArrayList<>();
        new Random(5).ints(20_000, 0, CHANNELS).forEach(jumps::add);
        BigDecimal exact = BigDecimal.ZERO;
        for (int k : jumps) {
            exact = exact.add(new BigDecimal(channels().get(k).heat().at(0).re()));
        }
        QuantumCounter first = counter();
        jumps.forEach(k -> first.jump(0, k));
        assertEquals(exact.doubleValue(), first.sum()[0]);
        Collections.shuffle(jumps, new Random(6));
        QuantumCounter second = counter();
        jumps.forEach(k -> second.jump(0, k));
        assertEquals(exact.doubleValue(), second.sum()[0]);
        for (int i = 0; i < first.quanta().length; i++) {
            assertEquals(first.net(0)[i], second.net(0)[i]);
        }
        second.clear();
        assertEquals(0, second.sum()[0]);
    }

    @Test
    void oppositeQuantaCancelExactly() {
        List<Channel> pair = List.of(channel(0.1), channel(-0.1), channel(0.7), channel(-0.7));
        QuantumCounter counter = QuantumCounter.ofHeat(pair, new boolean[] {true, true, true, true}, 1);
        for (int k : new int[] {0, 2, 0, 3, 1, 2, 1, 3}) {
            counter.jump(0, k);
        }
        assertEquals(0.0, counter.sum()[0]);
    }

    private static Channel channel(double quantum) {
        return new Channel("c", TimeDependentOperator.constant(SparseMatrix.identity(2)), TimeFunction.constant(1), TimeFunction.constant(quantum));
    }
}
