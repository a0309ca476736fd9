package org.unravel.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.InitialState;
import org.unravel.model.Model;
import org.unravel.model.Observable;
import org.unravel.model.QuantumJumps;
import org.unravel.model.SamplingDefaults;
import org.unravel.model.Space;
import org.unravel.model.Subsystem;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.model.TimeGrid;
import org.unravel.numeric.SparseMatrix;

/** Builds models without a file. */
final class ModelFixture {

    private final TimeDependentOperator hamiltonian;
    private Optional<TimeDependentOperator> energy = Optional.empty();
    private final List<Bath> baths = new ArrayList<>();
    private final List<Observable> observables = new ArrayList<>();
    private InitialState initial;
    private TimeGrid time = new TimeGrid(0, 10, 101);

    private ModelFixture(TimeDependentOperator hamiltonian) {
        this.hamiltonian = hamiltonian;
    }

    /** A model with a Hamiltonian, in its last basis state, on 101 points from 0 to 10. */
    static ModelFixture of(TimeDependentOperator hamiltonian) {
        return new ModelFixture(hamiltonian).level(hamiltonian.dimension() - 1);
    }

    static Channel channel(String name, SparseMatrix operator, double rate, double heat) {
        return new Channel(name, TimeDependentOperator.constant(operator), TimeFunction.constant(rate), TimeFunction.constant(heat));
    }

    ModelFixture energy(TimeDependentOperator operator) {
        this.energy = Optional.of(operator);
        return this;
    }

    ModelFixture bath(String name, Channel... channels) {
        baths.add(new Bath(name, OptionalDouble.empty(), List.of(channels)));
        return this;
    }

    ModelFixture observable(String name, SparseMatrix operator) {
        return observable(name, TimeDependentOperator.constant(operator));
    }

    ModelFixture observable(String name, TimeDependentOperator operator) {
        observables.add(new Observable(name, operator));
        return this;
    }

    /** Starts in one basis state. */
    ModelFixture level(int index) {
        double[] re = new double[hamiltonian.dimension()];
        re[index] = 1;
        return initial(InitialState.pure(re, new double[re.length]));
    }

    ModelFixture initial(InitialState state) {
        this.initial = state;
        return this;
    }

    ModelFixture time(double start, double end, int points) {
        this.time = new TimeGrid(start, end, points);
        return this;
    }

    Model build() {
        int d = hamiltonian.dimension();
        List<String> levels = IntStream.range(0, d).mapToObj(Integer::toString).toList();
        Space space = new Space(List.of(new Subsystem("s", Subsystem.Kind.LEVELS, levels)));
        return new Model("fixture", "", Map.of(), space, hamiltonian, energy, baths, initial, time, observables,
                QuantumJumps.PLAIN, new SamplingDefaults(1, 1, Optional.empty()));
    }

    /** A model like another with other baths. */
    static Model withBaths(Model model, Bath... baths) {
        return model.withBaths(List.of(baths));
    }

    /** A model like another on another grid of times. */
    static Model withTime(Model model, TimeGrid time) {
        return model.withTime(time);
    }
}
