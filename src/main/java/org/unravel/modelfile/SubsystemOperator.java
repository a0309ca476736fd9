package org.unravel.modelfile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import org.unravel.model.Subsystem;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/** The operators of one subsystem by their names (model-file.md, Operators), in the basis of its levels. */
enum SubsystemOperator {
    // Qubit: |e> first; sz = |e><e| - |g><g|, sm = |g><e|.
    SX(Subsystem.Kind.QUBIT, d -> ladder(2, n -> 1).plus(ladder(2, n -> 1).adjoint())),
    SY(Subsystem.Kind.QUBIT, d -> ladder(2, n -> 1).scaled(0, -1).plus(ladder(2, n -> 1).adjoint().scaled(0, 1))),
    SZ(Subsystem.Kind.QUBIT, d -> SparseMatrix.diagonal(1, -1)),
    SP(Subsystem.Kind.QUBIT, d -> ladder(2, n -> 1)),
    SM(Subsystem.Kind.QUBIT, d -> ladder(2, n -> 1).adjoint()),
    // Boson: a|n> = sqrt(n)|n-1>.
    A(Subsystem.Kind.BOSON, d -> ladder(d, n -> Math.sqrt(n + 1))),
    ADAG(Subsystem.Kind.BOSON, d -> ladder(d, n -> Math.sqrt(n + 1)).adjoint()),
    NUM(Subsystem.Kind.BOSON, d -> diagonal(d, n -> n)),
    // Fermion: c|1> = |0>, with the signs of the fermions before it once it is on the whole space.
    C(Subsystem.Kind.FERMION, d -> ladder(2, n -> 1)),
    CDAG(Subsystem.Kind.FERMION, d -> ladder(2, n -> 1).adjoint()),
    // Spin j, level n is m = j - n: jp|m> = sqrt(j(j+1) - m(m+1))|m+1> with j(j+1) - m(m+1) = (n + 1)(2j - n) for m + 1 = j - n.
    JX(Subsystem.Kind.SPIN, d -> raising(d).plus(raising(d).adjoint()).scaled(0.5, 0)),
    JY(Subsystem.Kind.SPIN, d -> raising(d).minus(raising(d).adjoint()).scaled(0, -0.5)),
    JZ(Subsystem.Kind.SPIN, d -> diagonal(d, n -> 0.5 * (d - 1) - n)),
    JP(Subsystem.Kind.SPIN, SubsystemOperator::raising),
    JM(Subsystem.Kind.SPIN, d -> raising(d).adjoint());

    /** One number for each level. */
    private interface Entries {

        double of(int n);
    }

    private final Subsystem.Kind kind;
    private final IntFunction<SparseMatrix> matrix;

    SubsystemOperator(Subsystem.Kind kind, IntFunction<SparseMatrix> matrix) {
        this.kind = kind;
        this.matrix = matrix;
    }

    static List<String> names() {
        return java.util.Arrays.stream(values()).map(SubsystemOperator::spelling).toList();
    }

    /** The operators of a kind, besides the ones that every subsystem has. */
    static List<String> names(Subsystem.Kind kind) {
        List<String> names = new ArrayList<>();
        for (SubsystemOperator operator : values()) {
            if (operator.belongsTo(kind)) {
                names.add(operator.spelling());
            }
        }
        return names;
    }

    static SubsystemOperator named(String name) {
        return valueOf(name.toUpperCase(java.util.Locale.ROOT));
    }

    /** The kind of subsystem that it is defined for. */
    Subsystem.Kind kind() {
        return kind;
    }

    /** True if a subsystem of a kind has it: fermions are counted as bosons are. */
    boolean belongsTo(Subsystem.Kind of) {
        return of == kind || this == NUM && of == Subsystem.Kind.FERMION;
    }

    String spelling() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The matrix for a subsystem of a dimension. */
    SparseMatrix matrix(int dimension) {
        return matrix.apply(dimension);
    }

    private static SparseMatrix raising(int dimension) {
        return ladder(dimension, n -> Math.sqrt((n + 1.0) * (dimension - 1.0 - n)));
    }

    /** Σ_n entries(n) |n⟩⟨n+1|. */
    private static SparseMatrix ladder(int dimension, Entries entries) {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(dimension);
        for (int n = 0; n + 1 < dimension; n++) {
            builder.add(n, n + 1, entries.of(n), 0);
        }
        return builder.build();
    }

    private static SparseMatrix diagonal(int dimension, Entries entries) {
        SparseMatrixBuilder builder = new SparseMatrixBuilder(dimension);
        for (int n = 0; n < dimension; n++) {
            builder.add(n, n, entries.of(n), 0);
        }
        return builder.build();
    }
}
