package org.unravel.reproduction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every entry there is. */
public final class Catalogue {

    private static final List<Entry> ENTRIES = made();

    private Catalogue() {
    }

    /** All entries, text by text. */
    public static List<Entry> entries() {
        return ENTRIES;
    }

    private static List<Entry> made() {
        List<Entry> all = new ArrayList<>();
        all.addAll(DissipationPower.entries());
        all.addAll(DrivesAndLosses.entries());
        all.addAll(RelaxationRate.entries());
        all.addAll(LaserDrivenStates.entries());
        all.addAll(BathHeats.entries());
        all.addAll(LaserDrivenSweeps.entries());
        all.addAll(LaserDrivenNumbers.entries());
        all.addAll(PrescribedTrajectory.entries());
        all.addAll(PrescribedPath.entries());
        all.addAll(FirstLawQubits.entries());
        all.addAll(LocalAndGlobal.entries());
        all.addAll(BathsWithMemory.entries());
        all.addAll(MeanForce.entries());
        all.addAll(InteractingQubits.entries());
        all.addAll(DrivenMeanForce.entries());
        all.addAll(QuasiStatic.entries());
        all.addAll(SemiclassicalEquations.entries());
        all.addAll(ClosedPairs.entries());
        all.addAll(ThermalModeSweep.entries());
        all.addAll(ReactionCoordinate.entries());
        all.addAll(AutonomousSystems.entries());
        all.addAll(EstimatorStatistics.entries());
        all.addAll(InteractingReservoirs.entries());
        return List.copyOf(all);
    }

    /** The entry of a name. */
    public static Optional<Entry> named(String name) {
        return entries().stream().filter(e -> e.name().equals(name)).findFirst();
    }
}
