package org.unravel.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.statistics.GroupedSample;
import org.unravel.statistics.PowerSums;
import org.unravel.trajectory.EngineCounters;

/** The merge tree gives what one long sum gives, keeps few nodes, and goes by the number of blocks alone. */
class MergeTreeTest {

    /** Sums of at most a thousand values of order one in another order. */
    private static final double ROUNDING = 1e-12;
    private static final int BLOCK = 3;

    private static double[] values(int count) {
        return new SplittableRandom(2).doubles(count, -1, 1).toArray();
    }

    /** A block of trajectories whose one quantity has the given values, with a sample of it. */
    private static Block block(double[] values, int from, int to) {
        CurveSums curve = new CurveSums(1, 1);
        Sample sample = new Sample(new GroupedSample());
        curve.setPivot(0, 0, values[from]);
        for (int i = from; i < to; i++) {
            curve.add(0, 0, i, new double[] {values[i]}, 1);
            sample.values.add(i, values[i], 1);
        }
        curve.count(to - from);
        EngineCounters counters = new EngineCounters(to - from, 0, 0, 0, 0, 0);
        return new Block(to - from, counters, List.of(new CurveTally.Sums(new CurveTally.Columns(List.of("q"), List.of(0), 1), curve.moments()), sample));
    }

    private record Sample(GroupedSample values) implements TallySums {

        @Override
        public void combine(TallySums later) {
            values.combine(((Sample) later).values);
        }

        @Override
        public void write(DataOutput out) throws IOException {
            values.write(out);
        }

        @Override
        public void read(DataInput in) throws IOException {
            values.read(in);
        }

        @Override
        public void contribute(ResultParts parts) {
            parts.put("q", values.summary());
        }
    }

    private static Curve curve(Block block) {
        return block.sums(CurveTally.Sums.class).orElseThrow().moments().curve("q", 0);
    }

    private static PowerSums sample(Block block) {
        return block.sums(Sample.class).orElseThrow().values.whole();
    }

    private static MergeTree tree(double[] values) {
        MergeTree tree = new MergeTree();
        for (int from = 0; from < values.length; from += BLOCK) {
            tree.add(block(values, from, Math.min(values.length, from + BLOCK)));
        }
        return tree;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 9, 12, 100, 300, 301, 768})
    void everythingIsThereOnce(int count) {
        double[] values = values(count);
        Block merged = tree(values).finish();
        Block straight = block(values, 0, count);
        assertEquals(count, merged.trajectoryCount());
        assertEquals(count, merged.counters().jumps());
        Curve expected = curve(straight);
        Curve found = curve(merged);
        assertArrayEquals(expected.mean(), found.mean(), ROUNDING);
        assertArrayEquals(expected.standardError(), found.standardError(), ROUNDING);
        assertEquals(count, sample(merged).count());
        assertEquals(sample(straight).mean(), sample(merged).mean(), ROUNDING);
        assertEquals(sample(straight).variance(), sample(merged).variance(), ROUNDING);
    }

    /** A binary counter: one node for each 1 in the number of blocks, so at most log₂ of it. */
    @Test
    void fewNodesWait() {
        MergeTree tree = new MergeTree();
        double[] values = values(BLOCK);
        for (int n = 1; n <= 1000; n++) {
            tree.add(block(values, 0, BLOCK));
            assertEquals(n, tree.blockCount());
            assertEquals(Integer.bitCount(n), tree.nodes().size());
        }
        List<Long> sizes = new ArrayList<>(tree.nodes().stream().map(Block::trajectoryCount).toList());
        assertEquals(sizes.stream().sorted().toList(), sizes, "latest and smallest first");
    }

    /** The tree pairs blocks (0 1) (2 3) …, whatever comes later: a part that is merged by hand has the same bits. */
    @Test
    void nodesArePairsOfNeighbours() {
        double[] values = values(4 * BLOCK);
        Block left = block(values, 0, BLOCK);
        left.combine(block(values, BLOCK, 2 * BLOCK));
        Block right = block(values, 2 * BLOCK, 3 * BLOCK);
        right.combine(block(values, 3 * BLOCK, 4 * BLOCK));
        left.combine(right);
        Curve expected = curve(left);
        Curve found = curve(tree(values).finish());
        assertArrayEquals(expected.mean(), found.mean());
        assertArrayEquals(expected.standardError(), found.standardError());
    }
}
