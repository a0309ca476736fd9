package org.unravel.engine;

/**
 * The scalars that the sparse engine needs of a ket, all unnormalised and side by side: n = ⟨y|y⟩, ⟨K⟩, ⟨E⟩, Re⟨Ey|Ky⟩ and ⟨i[H,E]⟩. One per
 * worker.
 */
final class SparseForms {

    /** Values of a ket. */
    static final int COUNT = TaylorKernel.FORMS + 1;
    /** Place of ⟨K⟩ among them. */
    static final int JUMP_RATE = 1;
    private static final int ENERGY = 2;
    private static final int ANTICOMMUTATOR = 3;
    private static final int UNITARY = 4;

    private final SparseTables tables;
    private final TaylorKernel kernel;
    private final double[] scratch = new double[TaylorKernel.SCRATCH];

    SparseForms(SparseTables tables, TaylorKernel kernel) {
        this.tables = tables;
        this.kernel = kernel;
    }

    /** Writes the forms of the ket with state 0 at {@code at}. */
    void of(double[] re, double[] im, int at, double[] out, int to) {
        kernel.energyForms(tables.energy(), tables.jumpRate(), re, im, at, out, to, scratch);
        if (tables.terms().unitary()) {
            out[to + UNITARY] = kernel.expectation(tables.unitary(), re, im, at, scratch);
        }
    }

    /** Writes the forms of a lane's ket to the lane. */
    void of(SparseKet ket) {
        of(ket.re(), ket.im(), SlicedRows.HEIGHT, ket.forms(), 0);
    }

    /** Mean energy. */
    static double energy(double[] forms, int at) {
        return forms[at + ENERGY] / forms[at];
    }

    /** Jump rate ⟨K⟩ of the normalised state. */
    static double jumpRate(double[] forms, int at) {
        return forms[at + JUMP_RATE] / forms[at];
    }

    /** Flow of drift heat ⟨E⟩⟨K⟩ − ½⟨{E,K}⟩ (trajectories.md §2). */
    static double drift(double[] forms, int at) {
        double inverse = 1 / forms[at];
        return Math.fma(forms[at + ENERGY] * inverse, forms[at + JUMP_RATE], -forms[at + ANTICOMMUTATOR]) * inverse;
    }

    /** Flow of unitary heat i⟨[H,E]⟩ (trajectories.md §2). */
    static double unitary(double[] forms, int at) {
        return forms[at + UNITARY] / forms[at];
    }
}
