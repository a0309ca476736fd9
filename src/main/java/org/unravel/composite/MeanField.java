package org.unravel.composite;

import org.unravel.model.Split;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/** Tr_i[O ρ_i]: what an operator of both parts is to one of them, in a state of the other. Immutable. */
public final class MeanField {

    private final int dimension;
    private final int[] own;
    private final int[] other;

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
        SparseMatrixBuilder builder = new SparseMatrixBuilder(dimension);
        for (int i = 0; i < operator.dimension(); i++) {
            for (int p = operator.rowStart()[i]; p < operator.rowStart()[i + 1]; p++) {
                int j = operator.columns()[p];
                double x = partner.re(other[j], other[i]);
                double y = partner.im(other[j], other[i]);
                builder.add(own[i], own[j], operator.re()[p] * x - operator.im()[p] * y, operator.re()[p] * y + operator.im()[p] * x);
            }
        }
        return builder.build();
    }
}
