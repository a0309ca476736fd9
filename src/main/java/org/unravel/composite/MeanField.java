package org.unravel.composite;

import java.util.Arrays;

import org.unravel.model.Split;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/** Tr_i[O ρ_i]: what an operator of both parts is to one of them, in a state of the other. Safe for threads. */
public final class MeanField {

    private final int dimension;
    private final int[] own;
    private final int[] other;
    /** Of the operator that was asked for last: at many times it is the same. */
    private volatile Pattern last;

    /** Where entries of an operator on the whole go to. */
    private record Pattern(SparseMatrix operator, int[] slots, int[] rowStart, int[] columns) {
    }

    private MeanField(int dimension, int[] own, int[] other) {
        this.dimension = dimension;
        this.own = own;
        this.other = other;
    }

    /** On a part of a split. */
    public static MeanField on(Split split, Split.Part part) {
        return new MeanField(part.dimension(), part.states(), split.partner(part).states());
    }

    /**
     * The operator on the space of the part.
     *
     * @param operator on the whole space
     * @param partner the state of the other part
     */
    public SparseMatrix of(SparseMatrix operator, ReducedState partner) {
        Pattern pattern = pattern(operator);
        double[] re = new double[pattern.columns.length];
        double[] im = new double[re.length];
        for (int i = 0; i < operator.dimension(); i++) {
            for (int p = operator.rowStart()[i]; p < operator.rowStart()[i + 1]; p++) {
                int j = operator.columns()[p];
                double x = partner.re(other[j], other[i]);
                double y = partner.im(other[j], other[i]);
                re[pattern.slots[p]] += operator.re()[p] * x - operator.im()[p] * y;
                im[pattern.slots[p]] += operator.re()[p] * y + operator.im()[p] * x;
            }
        }
        return SparseMatrix.of(dimension, pattern.rowStart, pattern.columns, re, im);
    }

    private Pattern pattern(SparseMatrix operator) {
        Pattern known = last;
        if (known != null && known.operator == operator) {
            return known;
        }
        SparseMatrixBuilder builder = new SparseMatrixBuilder(dimension);
        for (int i = 0; i < operator.dimension(); i++) {
            for (int p = operator.rowStart()[i]; p < operator.rowStart()[i + 1]; p++) {
                builder.add(own[i], own[operator.columns()[p]], 1, 0);
            }
        }
        SparseMatrix places = builder.build();
        int[] slots = new int[operator.nonZeroCount()];
        for (int i = 0; i < operator.dimension(); i++) {
            for (int p = operator.rowStart()[i]; p < operator.rowStart()[i + 1]; p++) {
                slots[p] = Arrays.binarySearch(places.columns(), places.rowStart()[own[i]], places.rowStart()[own[i] + 1], own[operator.columns()[p]]);
            }
        }
        known = new Pattern(operator, slots, places.rowStart(), places.columns());
        last = known;
        return known;
    }
}
