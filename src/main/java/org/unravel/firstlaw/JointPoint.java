package org.unravel.firstlaw;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.unravel.composite.JointState;
import org.unravel.composite.ReducedState;
import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.SparseMatrix;

/** A state of the whole at a time: the numbers and rates of each part, and of both together. */
final class JointPoint {

    private final Parts parts;
    private final JointState state;
    private final double time;
    private final double branch;
    private final List<ReducedState> reduced = new ArrayList<>();
    private final List<PartPoint> points = new ArrayList<>();
    private final List<SparseMatrix> fields = new ArrayList<>();
    private final SparseMatrix interaction;

    JointPoint(Parts parts, JointState state, double time, double branch) {
        this.parts = parts;
        this.state = state;
        this.time = time;
        this.branch = branch;
        this.interaction = parts.interaction().map(v -> v.at(time, branch)).orElse(null);
        for (Part part : parts.all()) {
            reduced.add(interaction == null ? whole((JointState.Density) state) : part.reduction().of(state));
            points.add(part.point(reduced.get(reduced.size() - 1), time, branch));
        }
    }

    private static ReducedState whole(JointState.Density density) {
        return ReducedState.dense(density.dimension(), density.state(), density.rate());
    }

    /** The state of a part. */
    PartPoint point(int part) {
        return points.get(part);
    }

    /** Tr_i[Vρ_i] on a part. */
    private SparseMatrix field(int part) {
        if (fields.isEmpty()) {
            for (int p = 0; p < parts.count(); p++) {
                fields.add(parts.all().get(p).field().of(interaction, reduced.get(1 - p)));
            }
        }
        return fields.get(part);
    }

    /** Numbers of a part. */
    Map<StateNumber, Double> numbers(int part) {
        Map<StateNumber, Double> all = points.get(part).numbers();
        if (interaction != null) {
            all.put(StateNumber.ENERGY_EFFECTIVE, all.get(StateNumber.ENERGY) + reduced.get(part).mean(field(part)));
            parts.all().get(part).meanForce().ifPresent(m -> all.put(StateNumber.ENERGY_OF_MEAN_FORCE, reduced.get(part).mean(m.at(time, branch).energy())));
        }
        return all;
    }

    /** Numbers of both parts together; empty without a split. */
    Map<JointNumber, Double> joint() {
        Map<JointNumber, Double> all = new EnumMap<>(JointNumber.class);
        if (interaction != null) {
            double entropy = state.entropy();
            all.put(JointNumber.INTERACTION_ENERGY, state.mean(interaction));
            all.put(JointNumber.ENTROPY, entropy);
            all.put(JointNumber.MUTUAL_INFORMATION, StatePoint.entropy(points.get(0).populations()) + StatePoint.entropy(points.get(1).populations()) - entropy);
        }
        return all;
    }

    /** Rates of the path integrals of a part, shape [integrals]. */
    double[] rates(int part) {
        double[] rates = points.get(part).rates();
        if (interaction != null) {
            SparseMatrix own = parts.all().get(part).energy().at(time, branch);
            double drive = rates[PathIntegral.WORK_OF_DRIVE.ordinal()];
            rates[PathIntegral.WORK_OF_MEAN_FIELD.ordinal()] = reduced.get(part).commutatorMean(field(part), own);
            rates[PathIntegral.WORK_OF_EFFECTIVE_ENERGY.ordinal()] = drive + changingInteraction(part) + reduced.get(1 - part).rateOfMean(field(1 - part));
            parts.all().get(part).meanForce().ifPresent(m -> rates[PathIntegral.WORK_OF_MEAN_FORCE.ordinal()] = reduced.get(part).mean(m.at(time, branch).rate()));
        }
        return rates;
    }

    /** Tr[V̇ ρ_A ⊗ ρ_B]. */
    private double changingInteraction(int part) {
        TimeDependentOperator v = parts.interaction().orElseThrow();
        return v.isConstant() ? 0 : reduced.get(part).mean(parts.all().get(part).field().of(v.rateAt(time, branch), reduced.get(1 - part)));
    }

    /** What a sudden change of energies to those of another point of the same state adds to the path integrals of a part, shape [integrals]. */
    double[] quench(int part, JointPoint after) {
        double[] sum = points.get(part).quench(after.points.get(part));
        if (interaction != null) {
            Map<StateNumber, Double> before = numbers(part);
            after.numbers(part).forEach((number, value) -> {
                if (number == StateNumber.ENERGY_EFFECTIVE) {
                    sum[PathIntegral.WORK_OF_EFFECTIVE_ENERGY.ordinal()] = value - before.get(number);
                } else if (number == StateNumber.ENERGY_OF_MEAN_FORCE) {
                    sum[PathIntegral.WORK_OF_MEAN_FORCE.ordinal()] = value - before.get(number);
                }
            });
        }
        return sum;
    }
}
