package org.unravel.engine.drive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.unravel.engine.sector.EnergyScale;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;

/**
 * A function of time that drives a model, with what a change of it does.
 *
 * @param function the function, not constant
 * @param key where the model file says it, e.g. {@code baths.hot.channels.emission.rate}
 * @param rate bound of the norm of what it multiplies in H_eff: a deviation δ over a time τ changes no state by more than rate · δ · τ
 * @param energy bound of the norm of what it multiplies in the energy, in units of the energy scale
 */
public record DrivingFunction(TimeFunction function, String key, double rate, double energy) {

    /** Key of the Hamiltonian. */
    public static final String HAMILTONIAN = "hamiltonian";
    /** Key of the energy. */
    static final String ENERGY = "energy";

    /** The functions of H, K and E, of jump operators and of rates; each once, under the key where it comes first. */
    public static List<DrivingFunction> of(Model model) {
        Map<TimeFunction, DrivingFunction> found = new LinkedHashMap<>();
        add(model.drivingHamiltonian(), HAMILTONIAN, 1, 0, found);
        double scale = EnergyScale.of(model);
        add(model.energy(), model.hasOwnEnergy() ? ENERGY : HAMILTONIAN, 0, 1 / scale, found);
        for (Bath bath : model.baths()) {
            for (Channel c : bath.channels()) {
                if (c.operator().isConstant() && c.rate().isConstant()) {
                    continue;
                }
                String channel = channelKey(bath, c);
                // K decays amplitudes by half of it; its operator and rate alone only share jumps out, as much as they change K.
                TimeDependentOperator jumpRate = c.jumpRateOperator();
                add(jumpRate, channel + (c.rate().isConstant() ? ".operator" : ".rate"), 0.5, 0, found);
                double norm = jumpRate.terms().stream().mapToDouble(t -> t.matrix().rowSumNorm()).max().orElse(0);
                add(c.rate(), channel + ".rate", norm, 0, found);
                for (TimeDependentOperator.Term term : c.operator().terms()) {
                    add(term.coefficient(), channel + ".operator", norm, 0, found);
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** The same and those of i[H,E], which the sparse engine has as functions of their own. */
    static List<DrivingFunction> withUnitaryHeat(Model model) {
        Map<TimeFunction, DrivingFunction> found = new LinkedHashMap<>();
        of(model).forEach(f -> found.put(f.function, f));
        add(model.unitaryHeatOperator(), model.hamiltonian().isConstant() ? ENERGY : HAMILTONIAN, 1 / EnergyScale.of(model), 0, found);
        return List.copyOf(found.values());
    }

    public static String channelKey(Bath bath, Channel c) {
        return "baths." + bath.name() + ".channels." + c.name();
    }

    private static void add(TimeDependentOperator o, String key, double rate, double energy, Map<TimeFunction, DrivingFunction> found) {
        for (TimeDependentOperator.Term term : o.terms()) {
            double norm = term.matrix().rowSumNorm();
            add(term.coefficient(), key, rate * norm, energy * norm, found);
        }
    }

    private static void add(TimeFunction f, String key, double rate, double energy, Map<TimeFunction, DrivingFunction> found) {
        if (!f.isConstant()) {
            found.merge(f, new DrivingFunction(f, key, rate, energy),
                    (a, b) -> new DrivingFunction(f, a.key, a.rate + b.rate, a.energy + b.energy));
        }
    }

    /** Those of some functions that are among others. */
    static List<DrivingFunction> among(List<DrivingFunction> all, List<TimeFunction> some) {
        return all.stream().filter(f -> some.contains(f.function)).toList();
    }

    /** Names of the functions, for messages. */
    static List<String> keys(List<DrivingFunction> functions) {
        return new ArrayList<>(functions.stream().map(DrivingFunction::key).distinct().toList());
    }
}
