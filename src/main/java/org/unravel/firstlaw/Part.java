package org.unravel.firstlaw;

import java.util.Optional;

import org.unravel.composite.MeanField;
import org.unravel.composite.ReducedState;
import org.unravel.composite.Reduction;
import org.unravel.model.Space;
import org.unravel.model.Split;
import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.SparseMatrix;

/** What states are looked at of: the whole system, or a part of a split. Safe for threads. */
final class Part {

    private final String name;
    private final TimeDependentOperator energy;
    private final Optional<Interacting> interacting;
    private final EnergyPath dense;
    private final OscillatorLadder ladder;
    private final SparseEnergy constant;
    private final Optional<MeanForceEnergy> meanForce;

    /** Where it is one of two. */
    private record Interacting(Reduction reduction, MeanField field) {
    }

    private Part(String name, Space space, TimeDependentOperator energy, Optional<Interacting> interacting, boolean keepsVectors, Optional<MeanForceEnergy> meanForce) {
        this.name = name;
        this.energy = energy;
        this.interacting = interacting;
        this.dense = keepsVectors ? null : new EnergyPath(energy, space);
        this.ladder = new OscillatorLadder(space);
        this.constant = keepsVectors && energy.isConstant() ? sparse(energy.at(0), SparseMatrix.zero(energy.dimension()), false) : null;
        this.meanForce = meanForce;
    }

    /** The whole. */
    static Part system(TimeDependentOperator energy, Space space) {
        return new Part(Definition.SYSTEM, space, energy, Optional.empty(), false, Optional.empty());
    }

    /** A part of a split, in mixtures of so many kets; 0 for density matrices. */
    static Part of(Split split, Split.Part part, int kets, Optional<MeanForceEnergy> meanForce) {
        Reduction reduction = Reduction.to(split, part);
        return new Part(part.name(), part.space(), part.hamiltonian(), Optional.of(new Interacting(reduction, MeanField.on(split, part))), kets > 0 && reduction.keepsVectors(kets), meanForce);
    }

    String name() {
        return name;
    }

    TimeDependentOperator energy() {
        return energy;
    }

    Reduction reduction() {
        return interacting.orElseThrow().reduction;
    }

    MeanField field() {
        return interacting.orElseThrow().field;
    }

    Optional<MeanForceEnergy> meanForce() {
        return meanForce;
    }

    private SparseEnergy sparse(SparseMatrix now, SparseMatrix rate, boolean isMoving) {
        return SparseEnergy.of(now, rate, isMoving, ladder.step(now));
    }

    /** A state of it at a time, on the smooth piece that holds at {@code branch}. */
    PartPoint point(ReducedState state, double time, double branch) {
        if (!state.isVectors()) {
            return DensePoint.of(state.packed(), state.packedRate(), dense.at(time, branch));
        }
        return new SparsePoint(state, constant != null ? constant : sparse(energy.at(time, branch), energy.rateAt(time, branch), true));
    }

    /** Largest less smallest level at a time. */
    double spread(double time, double branch) {
        double[] levels = dense != null ? dense.at(time, branch).levels().values() : (constant != null ? constant : sparse(energy.at(time, branch), energy.rateAt(time, branch), true)).levels().values();
        return levels[levels.length - 1] - levels[0];
    }
}
