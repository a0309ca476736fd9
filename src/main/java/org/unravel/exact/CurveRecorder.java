package org.unravel.exact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.unravel.model.Bath;
import org.unravel.model.Caveat;
import org.unravel.model.Channel;
import org.unravel.model.JumpCount;
import org.unravel.model.Model;
import org.unravel.model.Quantity;

/** Reads the curves off the variable of {@link MasterEquationSystem} at the grid times. Not safe for threads. */
final class CurveRecorder {

    /** Roundings of a value that is read off: some products and a sum. */
    private static final double ROUNDINGS = 8 * 0x1p-53;

    private final Model model;
    private final MasterEquationSystem system;
    private final CompiledOperator energy;
    private final CompiledOperator[] observables;
    private final Optional<Positivity> positivity;
    private final Map<String, double[]> curves = new LinkedHashMap<>();
    private final Map<String, double[]> rounding = new LinkedHashMap<>();

    CurveRecorder(Model model, MasterEquationSystem system) {
        this.model = model;
        this.system = system;
        this.energy = CompiledOperator.of(model.energy());
        this.observables = model.observables().stream().map(o -> CompiledOperator.of(o.operator())).toArray(CompiledOperator[]::new);
        this.positivity = Positivity.of(model);
    }

    /** Records all curves at one grid time; operators that jump there are taken on the side of {@code branch}. */
    void record(int gridIndex, double branch, double[] y) {
        double t = model.time().time(gridIndex);
        DenseMatrix rho = system.densityMatrix(y);
        positivity.ifPresent(p -> p.look(gridIndex, rho));
        energy.moveTo(t, branch);
        put(Quantity.ENERGY, gridIndex, energy.realTrace(rho));
        putDifference(Quantity.ENERGY_CHANGE, gridIndex, curves.get(Quantity.ENERGY)[gridIndex], curves.get(Quantity.ENERGY)[0]);
        put(Quantity.WORK, gridIndex, y[system.workIndex()]);
        recordParticles(gridIndex, y);
        recordHeat(gridIndex, y);
        for (int i = 0; i < observables.length; i++) {
            observables[i].moveTo(t, branch);
            put(model.observables().get(i).name(), gridIndex, observables[i].realTrace(rho));
        }
        model.counting().counts().forEach(count -> recordCount(count, gridIndex, y));
        recordJumps(gridIndex, y);
    }

    private void recordCount(JumpCount count, int gridIndex, double[] y) {
        List<String> labels = model.channelLabels();
        double sum = 0;
        double magnitude = 0;
        for (int k = 0; k < labels.size(); k++) {
            double part = count.weight(labels.get(k)) * y[system.jumpsIndex(k)];
            sum += part;
            magnitude += Math.abs(part);
        }
        put(Quantity.count(count), gridIndex, sum, magnitude);
    }

    /** Work by the first law, ΔU − Q (physics.md, "The ledger"), for where its own integral is spoilt. */
    double workByBalance(int gridIndex, double branch, double[] y) {
        energy.moveTo(model.time().time(gridIndex), branch);
        double change = energy.realTrace(system.densityMatrix(y)) - curves.get(Quantity.ENERGY)[0];
        return change - y[system.dissipativeHeatIndex()] - y[system.unitaryHeatIndex()];
    }

    private void recordHeat(int gridIndex, double[] y) {
        double change = curves.get(Quantity.ENERGY_CHANGE)[gridIndex];
        double energy = y[system.dissipativeHeatIndex()] + y[system.unitaryHeatIndex()];
        double chemical = model.baths().stream().mapToDouble(b -> chemicalWork(b, y)).sum();
        double heat = energy - chemical;
        double counted = 0;
        for (int b = 0; b < model.baths().size(); b++) {
            counted += y[system.countedHeatIndex(b)];
        }
        if (model.hasFloquetWork()) {
            putDifference(Quantity.WORK_FLOQUET, gridIndex, change, counted);
        }
        putDifference(Quantity.HEAT, gridIndex, energy, chemical);
        if (model.baths().size() == 1) {
            putDifference(Quantity.heat(model.baths().get(0)), gridIndex, y[system.dissipativeHeatIndex()], chemical);
        }
        for (int b = 0; b < system.heatsApart(); b++) {
            putDifference(Quantity.heat(model.baths().get(b)), gridIndex, y[system.heatIndex(b)], chemicalWork(model.baths().get(b), y));
        }
        put(Quantity.HEAT_COUNTED, gridIndex, counted);
        for (int b = 0; b < model.baths().size(); b++) {
            put(Quantity.heatCounted(model.baths().get(b)), gridIndex, y[system.countedHeatIndex(b)]);
        }
        if (model.baths().isEmpty()) {
            put(Quantity.HEAT_DRIFT, gridIndex, 0);
            put(Quantity.HEAT_JUMP, gridIndex, 0);
        }
        putDifference(Quantity.HEAT_QUANTUM, gridIndex, heat, counted);
        if (model.hasOwnEnergy()) {
            put(Quantity.HEAT_UNITARY, gridIndex, y[system.unitaryHeatIndex()]);
        }
    }

    /** μ n of one bath, from the expected jumps of its channels. */
    private double chemicalWork(Bath bath, double[] y) {
        return bath.hasParticles() ? bath.chemicalPotential() * particles(bath, y) : 0;
    }

    private double particles(Bath bath, double[] y) {
        int k = 0;
        double sum = 0;
        for (Bath other : model.baths()) {
            for (Channel channel : other.channels()) {
                sum += other == bath ? channel.particles() * y[system.jumpsIndex(k)] : 0;
                k++;
            }
        }
        return sum;
    }

    private void recordParticles(int gridIndex, double[] y) {
        if (model.hasParticles()) {
            put(Quantity.WORK_CHEMICAL, gridIndex, model.baths().stream().mapToDouble(b -> chemicalWork(b, y)).sum());
        }
        model.bathsWithParticles().forEach(b -> put(Quantity.particles(b), gridIndex, particles(b, y)));
    }

    private void recordJumps(int gridIndex, double[] y) {
        int k = 0;
        for (Bath bath : model.baths()) {
            for (Channel channel : bath.channels()) {
                put(Quantity.jumps(bath, channel), gridIndex, y[system.jumpsIndex(k++)]);
            }
        }
    }

    /** What was recorded at a grid time, by name. */
    Map<String, Double> values(int gridIndex) {
        Map<String, Double> values = new LinkedHashMap<>();
        curves.forEach((name, curve) -> values.put(name, curve[gridIndex]));
        return values;
    }

    private void put(String name, int gridIndex, double value) {
        put(name, gridIndex, value, Math.abs(value));
    }

    private void putDifference(String name, int gridIndex, double value, double other) {
        put(name, gridIndex, value - other, Math.abs(value) + Math.abs(other));
    }

    private void put(String name, int gridIndex, double value, double magnitude) {
        curves.computeIfAbsent(name, n -> new double[model.time().pointCount()])[gridIndex] = value;
        rounding.computeIfAbsent(name, n -> new double[model.time().pointCount()])[gridIndex] = ROUNDINGS * magnitude;
    }

    /**
     * What was recorded, with the error that a check shows: the largest difference up to each time, as errors of a state stay, and the rounding of the value itself.
     *
     * @param check the same curves from an integration that errs more
     * @param checked the grid points that it has, the last one among them
     * @param unseen what both may have missed, in units of the largest value so far
     */
    ExactCurves curves(CurveRecorder check, int[] checked, double unseen, List<Caveat> caveats) {
        Map<String, double[]> errors = new LinkedHashMap<>();
        curves.forEach((name, curve) -> {
            double[] other = check.curves.get(name);
            double[] error = rounding.get(name).clone();
            double most = 0;
            int next = 0;
            double largest = 0;
            for (int i = 0; i < curve.length; i++) {
                if (i > checked[next]) {
                    next++;
                }
                most = Math.max(most, Math.abs(curve[checked[next]] - other[checked[next]]));
                largest = Math.max(largest, Math.abs(curve[i]));
                error[i] += most + unseen * largest;
            }
            errors.put(name, error);
        });
        return new ExactCurves(curves, errors, Stream.concat(caveats.stream(), positivity.flatMap(Positivity::caveat).stream()).toList());
    }
}
