package org.unravel.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A random model in closed form: what the file says, and what the oracle needs to know.
 *
 * @param seed it was drawn from
 * @param space with its operators
 * @param hamiltonian H(t)
 * @param energy E(t), if it is an operator of its own
 * @param baths with their channels
 * @param initial state
 * @param start first time
 * @param end last time
 * @param points of the grid
 * @param observables X(t)
 * @param sampling how it is sampled
 * @param flaw what a reader has to refuse; empty where the model is right
 */
record AttackModel(long seed, TestSpace space, OperatorSum hamiltonian, Optional<OperatorSum> energy, List<BathPart> baths, Start initial,
        double start, double end, int points, List<ObservablePart> observables, SamplingPart sampling, String flaw) {

    /** A bath; its inverse temperature is NaN where it has none. */
    record BathPart(String name, double beta, List<ChannelPart> channels) {
    }

    /** A channel; {@code writesHeat} is false where the quantum is left to the reader. */
    record ChannelPart(String name, OperatorSum operator, Signal rate, Signal heat, boolean writesHeat) {
    }

    /** An initial state; the matrix is that of the file where it does not depend on H. */
    record Start(String text, SmallMatrix rho, double beta) {
        boolean isThermal() {
            return rho == null;
        }
    }

    /** An observable. */
    record ObservablePart(String name, OperatorSum operator) {
    }

    /** Trajectories and the measurements at both ends. */
    record SamplingPart(int trajectories, long seed, boolean measured) {
    }

    AttackModel withPoints(int other) {
        return new AttackModel(seed, space, hamiltonian, energy, baths, initial, start, end, other, observables, sampling, flaw);
    }

    AttackModel withSampling(SamplingPart other) {
        return new AttackModel(seed, space, hamiltonian, energy, baths, initial, start, end, points, observables, other, flaw);
    }

    AttackModel withBaths(List<BathPart> others) {
        return new AttackModel(seed, space, hamiltonian, energy, others, initial, start, end, points, observables, sampling, flaw);
    }

    AttackModel withHamiltonian(OperatorSum other) {
        return new AttackModel(seed, space, other, energy, baths, initial, start, end, points, observables, sampling, flaw);
    }

    AttackModel withFlaw(String other) {
        return new AttackModel(seed, space, hamiltonian, energy, baths, initial, start, end, points, observables, sampling, other);
    }

    int dimension() {
        return space.dimension();
    }

    /** The operator that counts as the energy. */
    OperatorSum countedEnergy() {
        return energy.orElse(hamiltonian);
    }

    List<ChannelPart> channels() {
        return baths.stream().flatMap(b -> b.channels().stream()).toList();
    }

    /** Time of a grid point, as a model file says it. */
    double time(int index) {
        return index == points - 1 ? end : start + index * ((end - start) / (points - 1));
    }

    List<Signal> signals() {
        List<Signal> all = new ArrayList<>(hamiltonian.signals());
        energy.ifPresent(e -> all.addAll(e.signals()));
        for (ChannelPart c : channels()) {
            all.addAll(c.operator().signals());
            all.add(c.rate());
            all.add(c.heat());
        }
        observables.forEach(o -> all.addAll(o.operator().signals()));
        return all;
    }

    /** Part of its scale that a result may be off because times in the file are rounded. */
    double roundingOfTime() {
        return signals().stream().mapToDouble(Signal::roundingOfTime).max().orElse(0);
    }

    String yaml() {
        StringBuilder file = new StringBuilder("unravel: 1\nname: attack-" + seed + "\nspace: {" + space.text() + "}\n");
        line(file, "", "hamiltonian", hamiltonian.text());
        energy.ifPresent(e -> line(file, "", "energy", e.text()));
        file.append(baths.isEmpty() ? "" : "baths:\n");
        for (BathPart b : baths) {
            file.append("  ").append(b.name()).append(":\n");
            if (!Double.isNaN(b.beta())) {
                line(file, "    ", "beta", Signal.number(b.beta()));
            }
            file.append("    channels:\n");
            for (ChannelPart c : b.channels()) {
                file.append("      ").append(c.name()).append(":\n");
                line(file, "        ", "operator", c.operator().text());
                line(file, "        ", "rate", c.rate().text());
                if (c.writesHeat()) {
                    line(file, "        ", "heat", c.heat().text());
                }
            }
        }
        file.append("initial: ").append(initial.text()).append('\n');
        file.append("time: {start: ").append(start).append(", end: ").append(end).append(", points: ").append(points).append("}\n");
        file.append(observables.isEmpty() ? "" : "observables:\n");
        observables.forEach(o -> line(file, "  ", o.name(), o.operator().text()));
        file.append("ensemble: {trajectories: ").append(sampling.trajectories()).append(", seed: ").append(sampling.seed())
                .append(sampling.measured() ? ", measure: tpm" : "").append("}\n");
        return file.toString();
    }

    private static void line(StringBuilder file, String indent, String key, String expression) {
        file.append(indent).append(key).append(": \"").append(expression).append("\"\n");
    }
}
