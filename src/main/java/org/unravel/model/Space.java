package org.unravel.model;

import java.util.List;

import org.unravel.numeric.SparseMatrix;

/**
 * The Hilbert space: the tensor product of subsystems in their order in the file, the first one slowest.
 *
 * @param subsystems the factors; at least one
 */
public record Space(List<Subsystem> subsystems) {

    /** Copies the list. */
    public Space {
        subsystems = List.copyOf(subsystems);
    }

    /** Product of the dimensions of the subsystems. */
    public int dimension() {
        int d = 1;
        for (Subsystem s : subsystems) {
            d = Math.multiplyExact(d, s.dimension());
        }
        return d;
    }

    /** The operator of one subsystem, given by its index, on the whole space. */
    public SparseMatrix embed(int subsystem, SparseMatrix local) {
        int before = 1;
        int after = 1;
        for (int i = 0; i < subsystems.size(); i++) {
            if (i < subsystem) {
                before *= subsystems.get(i).dimension();
            } else if (i > subsystem) {
                after *= subsystems.get(i).dimension();
            }
        }
        return SparseMatrix.identity(before).kronecker(local).kronecker(SparseMatrix.identity(after));
    }
}
