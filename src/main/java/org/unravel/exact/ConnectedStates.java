package org.unravel.exact;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.unravel.numeric.SparseMatrix;

/** Sets of states of a basis between which a matrix leads, directly or by others. */
public final class ConnectedStates {

    private ConnectedStates() {
    }

    /** The sets of a Hermitian matrix, each ascending. */
    public static List<int[]> of(SparseMatrix matrix) {
        int[] parent = IntStream.range(0, matrix.dimension()).toArray();
        for (int i = 0; i < parent.length; i++) {
            for (int p = matrix.rowStart()[i]; p < matrix.rowStart()[i + 1]; p++) {
                int a = root(parent, i);
                int b = root(parent, matrix.columns()[p]);
                parent[Math.max(a, b)] = Math.min(a, b);
            }
        }
        int[] size = new int[parent.length];
        IntStream.range(0, parent.length).forEach(i -> size[root(parent, i)]++);
        int[][] sets = new int[parent.length][];
        int[] filled = new int[parent.length];
        for (int i = 0; i < parent.length; i++) {
            int root = root(parent, i);
            sets[root] = sets[root] == null ? new int[size[root]] : sets[root];
            sets[root][filled[root]++] = i;
        }
        return Arrays.stream(sets).filter(s -> s != null).toList();
    }

    /** The size of the largest set. */
    public static int largest(SparseMatrix matrix) {
        return of(matrix).stream().mapToInt(s -> s.length).max().orElse(0);
    }

    private static int root(int[] parent, int of) {
        int i = of;
        while (parent[i] != i) {
            parent[i] = parent[parent[i]];
            i = parent[i];
        }
        return i;
    }
}
