package org.unravel.model;

import java.util.List;
import java.util.Optional;

import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

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

    /**
     * The operator of one subsystem, given by its index, on the whole space. What changes the number of a fermion carries the sign (−1)^n of every fermion declared before it, so that
     * fermions anticommute: Jordan and Wigner (1928), doi:10.1007/BF01331938.
     */
    public SparseMatrix embed(int subsystem, SparseMatrix local) {
        if (subsystems.get(subsystem).kind() != Subsystem.Kind.FERMION) {
            return embedPlain(subsystem, local);
        }
        SparseMatrixBuilder diagonal = new SparseMatrixBuilder(local.dimension());
        for (int n = 0; n < local.dimension(); n++) {
            diagonal.add(n, n, local.re(n, n), local.im(n, n));
        }
        SparseMatrix even = diagonal.build();
        return embedPlain(subsystem, even).plus(signsBefore(subsystem).times(embedPlain(subsystem, local.minus(even))));
    }

    /** Π(−1)^n over the fermions before a subsystem. */
    private SparseMatrix signsBefore(int subsystem) {
        SparseMatrix signs = SparseMatrix.identity(1);
        for (int i = 0; i < subsystems.size(); i++) {
            Subsystem s = subsystems.get(i);
            signs = signs.kronecker(i < subsystem && s.kind() == Subsystem.Kind.FERMION ? SparseMatrix.diagonal(1, -1) : SparseMatrix.identity(s.dimension()));
        }
        return signs;
    }

    /**
     * Of each state of the basis whether its number of fermions is odd; empty in a space without fermions.
     */
    public Optional<boolean[]> oddStates() {
        return fermionNumbers().map(numbers -> {
            boolean[] odd = new boolean[numbers.length];
            for (int n = 0; n < odd.length; n++) {
                odd[n] = numbers[n] % 2 == 1;
            }
            return odd;
        });
    }

    /**
     * How many fermions each state of the basis holds, shape [D]; empty in a space without fermions.
     */
    public Optional<int[]> fermionNumbers() {
        if (subsystems.stream().noneMatch(s -> s.kind() == Subsystem.Kind.FERMION)) {
            return Optional.empty();
        }
        int[] numbers = new int[dimension()];
        int apart = numbers.length;
        for (Subsystem s : subsystems) {
            apart /= s.dimension();
            for (int n = 0; s.kind() == Subsystem.Kind.FERMION && n < numbers.length; n++) {
                numbers[n] += n / apart % s.dimension();
            }
        }
        return Optional.of(numbers);
    }

    private SparseMatrix embedPlain(int subsystem, SparseMatrix local) {
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
