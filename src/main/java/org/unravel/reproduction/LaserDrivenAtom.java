package org.unravel.reproduction;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.unravel.firstlaw.dissipation.InternalDissipation;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.TimeDependentOperator;

/** The sets of parameters of the laser-driven atom, its starts, and its field. */
final class LaserDrivenAtom {

    static final String TEXT = "Juan-Delgado and Chenu, First Law of Quantum Thermodynamics in a Driven Open Two-Level System, arXiv:2104.10691";

    private static final String FILE = "laser-driven-atom";
    private static final Map<String, ModelSource> SETS = new TreeMap<>(Map.of("A", ModelSource.ofTexts(FILE),
            "B", ModelSource.ofTexts(FILE, "Omega", "0.1", "eta_photon", "0.2", "eta_dephasing", "0.001"),
            "C", ModelSource.ofTexts(FILE, "omega_L", "0.8", "Omega", "0.1", "eta_photon", "0.01", "T_photon", "0.2", "nu_photon", "10", "eta_dephasing", "0.02", "T_dephasing", "0.1")));

    static final List<String> STARTS = List.of("ground", "mixed", "thermal");

    private LaserDrivenAtom() {
    }

    static List<String> sets() {
        return List.copyOf(SETS.keySet());
    }

    static ModelSource set(String name) {
        return SETS.get(name);
    }

    /** The same from another state: of the full H(0) at β = 2, fully mixed, or the ground state. */
    static ModelSource started(ModelSource source, String start) {
        return switch (start) {
            case "thermal" -> source.with("X_0", "-tanh(2*sqrt(1/4 + Omega^2))*Omega/sqrt(1/4 + Omega^2)", "Z_0", "-tanh(2*sqrt(1/4 + Omega^2))/(2*sqrt(1/4 + Omega^2))");
            case "mixed" -> source.with("X_0", "0", "Z_0", "0");
            default -> source;
        };
    }

    /** h = (Ω cos ω_Lt, Ω sin ω_Lt, ω_0/2). */
    static QubitReadings.Field field(double rabi, double laser, double t) {
        double x = rabi * Math.cos(laser * t);
        double y = rabi * Math.sin(laser * t);
        return new QubitReadings.Field(new double[] {x, y, 0.5}, new double[] {-laser * y, laser * x, 0});
    }

    static double parameter(ModelSource source, String name) {
        return source.open().model().parameters().get(name);
    }

    /** What the quanta of a bath bring per time: Σ q γ L†L. */
    static Derived current(String name, String bath) {
        return new Derived(name, m -> current(m, bath));
    }

    private static TimeDependentOperator current(Model model, String bath) {
        TimeDependentOperator sum = TimeDependentOperator.zero(model.dimension());
        for (Bath b : model.baths()) {
            if (b.name().equals(bath)) {
                for (Channel c : b.channels()) {
                    sum = sum.plus(c.jumpRateOperator().scaled(c.heat()));
                }
            }
        }
        return sum;
    }

    /** d⟨H⟩/dt, with the observable {@code power} for the mean of dH/dt. */
    static TimeDependentOperator energyRate(Model model) {
        return model.observables().stream().filter(o -> o.name().equals("power")).findFirst().orElseThrow().operator().minus(InternalDissipation.power(model));
    }

    /** The power of the drive in the book of quanta: the rate of the energy less the currents of both baths. */
    static Derived floquetPower(String name) {
        return new Derived(name, m -> energyRate(m).minus(current(m, "photon")).minus(current(m, "dephasing")));
    }
}
