package org.unravel.exact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.unravel.model.Model;
import org.unravel.model.Quantity;

/** Work and heats per time of a state that does not change, or that repeats (physics.md, "The ledger"). */
final class Powers {

    /** Roundings of doubles that a power comes with, in units of the norm of the energy times the rate of all jumps, or of the norm of [H, E]. */
    private static final double ROUNDINGS = 64 * Math.ulp(1.0);

    /** Part of the largest power that sums of powers which cancel are good to over a period. */
    private static final double INTEGRATED = 1e-12;

    private Powers() {
    }

    private static List<String> names(Model model) {
        return model.hasOwnEnergy() ? List.of(Quantity.WORK, Quantity.WORK_FLOQUET, Quantity.HEAT, Quantity.HEAT_UNITARY, Quantity.HEAT_QUANTUM)
                : List.of(Quantity.WORK, Quantity.WORK_FLOQUET, Quantity.HEAT, Quantity.HEAT_QUANTUM);
    }

    /** Of a state that does not change; empty where the energy or a quantum depends on time. What is no more than rounding is zero. */
    static Map<String, Double> at(Model model, DenseMatrix rho) {
        if (!MasterEquationSystem.isConstant(model)) {
            return Map.of();
        }
        MasterEquationSystem system = new MasterEquationSystem(model);
        double t = model.time().start();
        double branch = StopTimes.of(model).branchAfter(0);
        double[] packed = new double[model.dimension() * model.dimension()];
        new DenseMatrix(model.dimension()).plus(0.5, rho).packWithAdjoint(packed);
        system.enter(t, branch);
        double[] rate = system.computeDerivatives(0, system.start(packed));
        CurveRecorder recorder = new CurveRecorder(model, system);
        recorder.record(0, branch, rate);
        double jumps = 0;
        for (int k = 0; k < model.channels().size(); k++) {
            jumps += rate[system.jumpsIndex(k)];
        }
        CompiledOperator unitary = CompiledOperator.of(model.unitaryHeatOperator());
        double rounding = ROUNDINGS * (system.energyScale(t, branch) * jumps + unitary.rowSumNorm());
        Map<String, Double> powers = new LinkedHashMap<>();
        recorder.values(0).forEach((name, value) -> {
            if (isPower(model, name)) {
                powers.put(name, Math.abs(value) <= rounding ? 0 : value);
            }
        });
        return powers;
    }

    private static boolean isPower(Model model, String name) {
        return name.equals(Quantity.WORK_CHEMICAL) || names(model).contains(name) || model.baths().stream().anyMatch(b -> Quantity.heat(b).equals(name));
    }

    /** Averages over the run of a model, one period that begins and ends in a packed state. What is no more than its own error, or a part of 1e-12 of the largest, is zero. */
    static Map<String, Double> over(Model period, double[] state) {
        double length = period.time().end() - period.time().start();
        ExactCurves curves = MasterEquation.solveFrom(period, state);
        Map<String, Double> powers = new LinkedHashMap<>();
        int end = period.time().pointCount() - 1;
        double largest = curves.curves().entrySet().stream().filter(e -> isPower(period, e.getKey())).mapToDouble(e -> Math.abs(e.getValue()[end])).max().orElse(0);
        curves.curves().forEach((name, curve) -> {
            if (isPower(period, name)) {
                powers.put(name, Math.abs(curve[end]) <= Math.max(curves.error(name, end), INTEGRATED * largest) ? 0 : curve[end] / length);
            }
        });
        return powers;
    }
}
