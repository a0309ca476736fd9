package org.unravel.numeric;

import java.util.ArrayList;
import java.util.List;

/**
 * The basis split into sets that some matrices do not connect: each of them is block diagonal in this partition.
 *
 * <p>A matrix in it is stored block by block, rows of a block one after the other; see {@link BlockMatrix}.
 */
public final class BlockPartition {

    private final int dimension;
    private final int[][] blocks;
    private final int[] offsets;
    private final int[] blockOf;
    private final int[] placeOf;

    private BlockPartition(int dimension, List<int[]> blocks) {
        this.dimension = dimension;
        this.blocks = blocks.toArray(int[][]::new);
        this.offsets = new int[this.blocks.length + 1];
        this.blockOf = new int[dimension];
        this.placeOf = new int[dimension];
        for (int m = 0; m < this.blocks.length; m++) {
            int[] block = this.blocks[m];
            offsets[m + 1] = (int) Math.min(Integer.MAX_VALUE, offsets[m] + (long) block.length * block.length);
            for (int i = 0; i < block.length; i++) {
                blockOf[block[i]] = m;
                placeOf[block[i]] = i;
            }
        }
    }

    /** One block that holds the whole basis. */
    public static BlockPartition whole(int dimension) {
        int[] all = new int[dimension];
        for (int i = 0; i < dimension; i++) {
            all[i] = i;
        }
        return new BlockPartition(dimension, List.of(all));
    }

    /** The finest partition in which every given matrix is block diagonal: connected components of their common graph. */
    public static BlockPartition of(int dimension, Iterable<SparseMatrix> matrices) {
        int[] parent = new int[dimension];
        for (int i = 0; i < dimension; i++) {
            parent[i] = i;
        }
        for (SparseMatrix matrix : matrices) {
            for (int i = 0; i < dimension; i++) {
                for (int p = matrix.rowStart()[i]; p < matrix.rowStart()[i + 1]; p++) {
                    int a = root(parent, i);
                    int b = root(parent, matrix.columns()[p]);
                    // The smaller index is the root, so blocks come out in the order of their first state.
                    parent[Math.max(a, b)] = Math.min(a, b);
                }
            }
        }
        List<List<Integer>> members = new ArrayList<>();
        int[] blockOfRoot = new int[dimension];
        for (int i = 0; i < dimension; i++) {
            int r = root(parent, i);
            if (r == i) {
                blockOfRoot[i] = members.size();
                members.add(new ArrayList<>());
            }
            members.get(blockOfRoot[r]).add(i);
        }
        return new BlockPartition(dimension, members.stream().map(m -> m.stream().mapToInt(Integer::intValue).toArray()).toList());
    }

    private static int root(int[] parent, int i) {
        int r = i;
        while (parent[r] != r) {
            parent[r] = parent[parent[r]];
            r = parent[r];
        }
        return r;
    }

    /** Dimension of the space. */
    public int dimension() {
        return dimension;
    }

    /** Number of blocks. */
    public int blockCount() {
        return blocks.length;
    }

    /** The basis states of block m, ascending; not to be written. */
    public int[] block(int m) {
        return blocks[m];
    }

    /** Where the entries of block m start in a {@link BlockMatrix}; {@code offset(blockCount())} is their number. */
    public int offset(int m) {
        return offsets[m];
    }

    /**
     * Number of entries of a matrix in this partition: the sum of the squares of the block sizes. {@link Integer#MAX_VALUE} stands for more
     * than an array can hold; no {@link BlockMatrix} can be made then.
     */
    public int entryCount() {
        return offsets[blocks.length];
    }

    /** The block of a basis state. */
    public int blockOf(int state) {
        return blockOf[state];
    }

    /** The place of a basis state in its block. */
    public int placeOf(int state) {
        return placeOf[state];
    }

    /** Size of the largest block. */
    public int largestBlock() {
        int max = 0;
        for (int[] block : blocks) {
            max = Math.max(max, block.length);
        }
        return max;
    }
}
