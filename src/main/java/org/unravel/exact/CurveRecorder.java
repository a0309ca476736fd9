package org.unravel.exact;

import java.util.LinkedHashMap;
import java.util.Map;

import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Quantity;

/** Reads the curves off the variable of {@link MasterEquationSystem} at the grid times. Not safe for threads. */
final class CurveRecorder {

    private final Model model;
    private final MasterEquationSystem system;
    private final CompiledOperator energy;
    private final CompiledOperator[] observables;
    private final Map<String, double[]> curves = new LinkedHashMap<>();

    CurveRecorder(Model model, MasterEquationSystem system) {
        this.model = model;
        this.system = system;
        this.energy = CompiledOperator.of(model.energy());
        this.observables = model.observables().stream().map(o -> CompiledOperator.of(o.operator())).toArray(CompiledOperator[]::new);
    }

    /** Records all curves at one grid time; operators that jump there are taken on the side of {@code branch}. */
    void record(int gridIndex, double branch, double[] y) {
        double t = model.time().time(gridIndex);
        DenseMatrix rho = system.densityMatrix(y);
        energy.moveTo(t, branch);
        put(Quantity.ENERGY, gridIndex, energy.realTrace(rho));
        put(Quantity.ENERGY_CHANGE, gridIndex, curves.get(Quantity.ENERGY)[gridIndex] - curves.get(Quantity.ENERGY)[0]);
        put(Quantity.WORK, gridIndex, y[system.workIndex()]);
        recordHeat(gridIndex, y);
        for (int i = 0; i < observables.length; i++) {
            observables[i].moveTo(t, branch);
            put(model.observables().get(i).name(), gridIndex, observables[i].realTrace(rho));
        }
        recordJumps(gridIndex, y);
    }

    private void recordHeat(int gridIndex, double[] y) {
        double heat = y[system.dissipativeHeatIndex()] + y[system.unitaryHeatIndex()];
        double counted = 0;
        for (int b = 0; b < model.baths().size(); b++) {
            counted += y[system.countedHeatIndex(b)];
        }
        put(Quantity.HEAT, gridIndex, heat);
        put(Quantity.HEAT_COUNTED, gridIndex, counted);
        for (int b = 0; b < model.baths().size(); b++) {
            put(Quantity.heatCounted(model.baths().get(b)), gridIndex, y[system.countedHeatIndex(b)]);
        }
        if (model.baths().isEmpty()) {
            put(Quantity.HEAT_DRIFT, gridIndex, 0);
            put(Quantity.HEAT_JUMP, gridIndex, 0);
        }
        put(Quantity.HEAT_QUANTUM, gridIndex, heat - counted);
        if (model.hasOwnEnergy()) {
            put(Quantity.HEAT_UNITARY, gridIndex, y[system.unitaryHeatIndex()]);
        }
    }

    private void recordJumps(int gridIndex, double[] y) {
        int k = 0;
        for (Bath bath : model.baths()) {
            for (Channel channel : bath.channels()) {
                put(Quantity.jumps(bath, channel), gridIndex, y[system.jumpsIndex(k++)]);
            }
        }
    }

    private void put(String name, int gridIndex, double value) {
        curves.computeIfAbsent(name, n -> new double[model.time().pointCount()])[gridIndex] = value;
    }

    /** What was recorded. */
    ExactCurves curves() {
        return new ExactCurves(curves);
    }
}
