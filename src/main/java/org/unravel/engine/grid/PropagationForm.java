package org.unravel.engine.grid;

import org.unravel.numeric.BlockPartition;

/** How energies inside a step are got from the step-start state. */
enum PropagationForm {
    /** As Hermitian forms of its outer product: no state inside the step is formed. Cheapest for small blocks. */
    FORMS,
    /** From the states at the nodes. Cheapest for large blocks. */
    STATES;

    /** Σd² up to which forms are used: five forms of Σd² reals against a complex product and sparse rows (engine.md, "A step"). */
    private static final int MOST_FORM_ROWS = 128;

    static PropagationForm of(BlockPartition partition) {
        return partition.entryCount() <= MOST_FORM_ROWS ? FORMS : STATES;
    }
}
