package org.unravel.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.model.TimeGrid;
import org.unravel.statistics.AtomCounts;
import org.unravel.statistics.DurationHistogram;
import org.unravel.statistics.GroupedSample;
import org.unravel.statistics.NumberCounts;
import org.unravel.statistics.SignedHistogram;
import org.unravel.statistics.WeightTable;

/** The merge tree gives what one long sum gives, keeps few nodes, and goes by the number of blocks alone. */
class MergeTreeTest {

    /** Sums of at most a thousand values of order one in another order. */
    private static final double ROUNDING = 1e-12;
    private static final int BLOCK = 3;

    private static double[] values(int count) {
        return new SplittableRandom(2).doubles(count, -1, 1).toArray();
    }

    /** A block of trajectories whose one quantity has the given values. */
    private static BlockResult block(double[] values, int from, int to) {
        CurveSums sums = new CurveSums(1, 1);
        GroupedSample sample = new GroupedSample();
        AtomCounts atoms = new AtomCounts();
        sums.setPivot(0, 0, values[from]);
        for (int i = from; i < to; i++) {
            sums.add(0, 0, i, new double[] {values[i]}, 1);
            sample.add(i, values[i], 1);
            atoms.add(new int[] {i % 4});
        }
        sums.count(to - from);
        DurationHistogram[][] waiting = {{null}, {null}};
        return new BlockResult(to - from, sums.moments(), new GroupedSample[] {sample}, new SignedHistogram(1), new AtomCounts[] {atoms},
                null, waiting, WeightTable.ofCounts(1, 0), new long[][] {{to - from}}, new NumberCounts[] {new NumberCounts()}, Optional.empty(),
                evidence(values, from, to), Optional.empty(), LevelSums.none(), from);
    }

    private static EvidenceSums evidence(double[] values, int from, int to) {
        EvidenceSums evidence = new EvidenceSums(new TimeGrid(0, 1, 2), 0);
        for (int i = from; i < to; i++) {
            evidence.end(i, 1, new double[] {values[i]}, new int[0][], new double[] {1});
        }
        return evidence;
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
        BlockResult merged = tree(values).finish();
        BlockResult straight = block(values, 0, count);
        assertEquals(count, merged.trajectoryCount());
        assertEquals((count + BLOCK - 1) / BLOCK, merged.endings(0).count());
        assertEquals((count - 1) / BLOCK * BLOCK, merged.maxClosureError(), 0);
        assertEquals(count, merged.atoms(0).count());
        Curve expected = straight.curves().curve("q", 0);
        Curve found = merged.curves().curve("q", 0);
        assertArrayEquals(expected.mean(), found.mean(), ROUNDING);
        assertArrayEquals(expected.standardError(), found.standardError(), ROUNDING);
        assertEquals(straight.finals(0).whole().mean(), merged.finals(0).whole().mean(), ROUNDING);
        assertEquals(straight.finals(0).whole().variance(), merged.finals(0).whole().variance(), ROUNDING);
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
        List<Long> sizes = new ArrayList<>(tree.nodes().stream().map(BlockResult::trajectoryCount).toList());
        assertEquals(sizes.stream().sorted().toList(), sizes, "latest and smallest first");
    }

    /** The tree pairs blocks (0 1) (2 3) …, whatever comes later: a part that is merged by hand has the same bits. */
    @Test
    void nodesArePairsOfNeighbours() {
        double[] values = values(4 * BLOCK);
        BlockResult left = block(values, 0, BLOCK);
        left.combine(block(values, BLOCK, 2 * BLOCK));
        BlockResult right = block(values, 2 * BLOCK, 3 * BLOCK);
        right.combine(block(values, 3 * BLOCK, 4 * BLOCK));
        left.combine(right);
        Curve expected = left.curves().curve("q", 0);
        Curve found = tree(values).finish().curves().curve("q", 0);
        assertArrayEquals(expected.mean(), found.mean());
        assertArrayEquals(expected.standardError(), found.standardError());
    }
}
