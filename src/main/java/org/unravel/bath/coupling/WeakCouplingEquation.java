package org.unravel.bath.coupling;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

import org.unravel.model.MasterEquationKind;
import org.unravel.model.ModelException;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.model.TimeGrid;
import org.unravel.numeric.SparseMatrix;

/** How a Hamiltonian takes a coupling apart into jump operators of one frequency each. A new equation is a class of its own and a factory here. */
public interface WeakCouplingEquation {

    /** Largest dimension: eigenvectors of all levels are needed. */
    int LARGEST_DIMENSION = 1024;

    /** Which one it is. */
    MasterEquationKind kind();

    /** H(t) of the whole system, without Lamb shifts. */
    TimeDependentOperator hamiltonian();

    /**
     * The eigen-operators of a coupling.
     *
     * @param coupling S, Hermitian, not zero
     * @throws ModelException if there are none, or too many; says why and, where it depends on time, when
     */
    JumpOperators jumpOperators(SparseMatrix coupling);

    /** f(ν(t)) of the frequency of a jump operator of this equation. */
    TimeFunction along(TimeFunction frequency, DoubleUnaryOperator f);

    /** The sum of w_+(ν)A(ν)†A(ν) + w_−(ν)A(ν)A(ν)† over ν &gt; 0, and w_0A(0)²; as a matrix at each time. */
    TimeDependentOperator weighted(JumpOperators operators, DoubleUnaryOperator weight);

    /** Jumps between the levels of H, which must not depend on time. */
    static WeakCouplingEquation global(TimeDependentOperator hamiltonian) {
        if (!hamiltonian.isConstant()) {
            throw new ModelException("expected a hamiltonian that does not depend on t for equation: global, found one that does: "
                    + "see floquet for a periodic one, adiabatic for a slow one", "equation");
        }
        return new LevelEquation(MasterEquationKind.GLOBAL, hamiltonian, hamiltonian);
    }

    /**
     * Jumps between the levels of a part of H.
     *
     * @param hamiltonian H(t)
     * @param part the part, which must not depend on time
     */
    static WeakCouplingEquation local(TimeDependentOperator hamiltonian, TimeDependentOperator part) {
        if (!part.isConstant()) {
            throw new ModelException("expected a part of the hamiltonian inside the subsystems of the coupling that does not depend on t for equation: local, "
                    + "found one that does", "equation");
        }
        return new LevelEquation(MasterEquationKind.LOCAL, hamiltonian, part);
    }

    /**
     * Jumps between the levels that H(t) has at each time of a run.
     *
     * @param time the times of the run
     * @param period T &gt; 0 with H(t + T) = H(t), which is then followed over one period, wherever the run ends; empty where H need not repeat
     */
    static WeakCouplingEquation adiabatic(TimeDependentOperator hamiltonian, TimeGrid time, Optional<Double> period) {
        return new AdiabaticEquation(hamiltonian, time, period);
    }

    /**
     * Jumps between the Floquet modes of a periodic H(t); any H that does not depend on time has any period.
     *
     * @param period T &gt; 0 with H(t + T) = H(t)
     * @throws ModelException if H does not repeat, with the difference, or changes too fast
     */
    static WeakCouplingEquation floquet(TimeDependentOperator hamiltonian, TimeGrid time, double period) {
        return new FloquetEquation(hamiltonian, time, period);
    }
}
