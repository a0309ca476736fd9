package org.unravel.ensemble;

import java.util.ArrayList;
import java.util.List;

/**
 * Merges blocks, which come in index order, by a fixed binary tree: like a binary counter, two nodes of one height become one. At most
 * one node of each height waits, so the memory grows with the logarithm of the number of blocks.
 */
final class MergeTree {

    private final List<Block> waiting = new ArrayList<>();
    private long blockCount;

    /** Adds the next block. */
    void add(Block block) {
        Block node = block;
        int height = 0;
        for (long n = blockCount; (n & 1) == 1; n >>= 1) {
            Block earlier = waiting.get(height);
            earlier.combine(node);
            node = earlier;
            waiting.set(height++, null);
        }
        if (height == waiting.size()) {
            waiting.add(node);
        } else {
            waiting.set(height, node);
        }
        blockCount++;
    }

    long blockCount() {
        return blockCount;
    }

    /** The waiting nodes, latest trajectories first. */
    List<Block> nodes() {
        return waiting.stream().filter(n -> n != null).toList();
    }

    /** Everything merged into one; the tree is spent. */
    Block finish() {
        Block all = null;
        for (Block node : nodes()) {
            if (all != null) {
                node.combine(all);
            }
            all = node;
        }
        return all;
    }
}
