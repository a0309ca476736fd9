package org.unravel.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.unravel.numeric.SparseMatrix;

/**
 * The whole problem, checked and immutable, and how much of it to sample: what one model file says.
 *
 * @param name {@code [a-z0-9-]+}; names the output folder
 * @param title one line for people; may be empty
 * @param parameters values in the order of the file, command-line overrides included
 * @param space the Hilbert space
 * @param hamiltonian H_gen(t) of the dynamics
 * @param ownEnergy E(t), the operator that counts as the system's energy, where that is not the Hamiltonian
 * @param baths baths with their channels; empty for unitary evolution
 * @param initial the initial state
 * @param time the time grid
 * @param observables in the order of the file
 * @param unraveling the process of single trajectories
 * @param sampling how much to sample where nobody says otherwise; no part of the problem
 * @param caveats what stands between the model and trust in its results; empty where nothing does
 * @param heatBooks whether the heats of several baths are booked apart
 * @param abbreviations what the model file names for its own use, in its order; no part of the problem
 * @param period T &gt; 0 with H(t + T) = H(t), likewise energy, operators, rates and quanta, in the model's unit of time; empty where none is said
 * @param counting what is counted of the record of jumps beside heat, particles and numbers of jumps
 * @param split its two parts, where it has such
 */
public record Model(String name, String title, Map<String, Double> parameters, Space space, TimeDependentOperator hamiltonian,
        Optional<TimeDependentOperator> ownEnergy, List<Bath> baths, InitialState initial, TimeGrid time, List<Observable> observables,
        Unraveling unraveling, SamplingDefaults sampling, List<Caveat> caveats, HeatBooks heatBooks,
        List<Abbreviation> abbreviations, Optional<Double> period, CountingObservables counting, Optional<Split> split) {

    /**
     * Copies the collections.
     *
     * @throws ModelException if a name or the title holds half of a character, which no file can hold
     */
    public Model {
        parameters = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(parameters));
        baths = BathList.of(space.dimension(), baths);
        observables = List.copyOf(observables);
        caveats = List.copyOf(caveats);
        abbreviations = List.copyOf(abbreviations);
        WholeCharacters.require("name of the model", name);
        WholeCharacters.require("title", title);
        parameters.keySet().forEach(p -> WholeCharacters.require("name of a parameter", p));
        baths.forEach(Model::requireWholeNames);
        observables.forEach(o -> WholeCharacters.require("name of an observable", o.name()));
    }

    private static void requireWholeNames(Bath bath) {
        WholeCharacters.require("name of a bath", bath.name());
        Stream.concat(bath.channels().stream().map(Channel::name), bath.silent().stream()).forEach(c -> WholeCharacters.require("name of a channel", c));
    }

    /** A problem without caveats, with the heat of each bath. */
    public Model(String name, String title, Map<String, Double> parameters, Space space, TimeDependentOperator hamiltonian,
            Optional<TimeDependentOperator> ownEnergy, List<Bath> baths, InitialState initial, TimeGrid time, List<Observable> observables,
            Unraveling unraveling, SamplingDefaults sampling) {
        this(name, title, parameters, space, hamiltonian, ownEnergy, baths, initial, time, observables, unraveling, sampling, List.of(),
                HeatBooks.APART, List.of(), Optional.empty(), CountingObservables.NONE, Optional.empty());
    }

    /** The same problem with other caveats. */
    public Model withCaveats(List<Caveat> others) {
        return new Model(name, title, parameters, space, hamiltonian, ownEnergy, baths, initial, time, observables, unraveling, sampling, others, heatBooks, abbreviations, period, counting, split);
    }

    /** The same problem from a file that names these. */
    public Model withAbbreviations(List<Abbreviation> others) {
        return new Model(name, title, parameters, space, hamiltonian, ownEnergy, baths, initial, time, observables, unraveling, sampling, caveats, heatBooks, others, period, counting, split);
    }

    /** The same problem that is said to repeat after a time &gt; 0; what {@link Periodicity} finds is not looked at. */
    public Model withPeriod(double other) {
        return new Model(name, title, parameters, space, hamiltonian, ownEnergy, baths, initial, time, observables, unraveling, sampling, caveats, heatBooks, abbreviations,
                Optional.of(other), counting, split);
    }

    /** The same problem with other observables. */
    public Model withObservables(List<Observable> others) {
        return new Model(name, title, parameters, space, hamiltonian, ownEnergy, baths, initial, time, others, unraveling, sampling, caveats, heatBooks, abbreviations, period, counting, split);
    }

    /** The same problem from another initial state, of the same dimension. */
    public Model withInitial(InitialState other) {
        return new Model(name, title, parameters, space, hamiltonian, ownEnergy, baths, other, time, observables, unraveling, sampling, caveats, heatBooks, abbreviations, period, counting, split);
    }

    /** The same problem on another grid of times. */
    public Model withTime(TimeGrid other) {
        return new Model(name, title, parameters, space, hamiltonian, ownEnergy, baths, initial, other, observables, unraveling, sampling, caveats, heatBooks, abbreviations, period, counting, split);
    }

    /** The same problem with the heats of its baths booked in another way. */
    public Model withHeatBooks(HeatBooks other) {
        return new Model(name, title, parameters, space, hamiltonian, ownEnergy, baths, initial, time, observables, unraveling, sampling, caveats, other, abbreviations, period, counting, split);
    }

    /** The same problem of which other things are counted; all channels that they name are among those of the model, or silent. */
    public Model withCounting(CountingObservables others) {
        return new Model(name, title, parameters, space, hamiltonian, ownEnergy, baths, initial, time, observables, unraveling, sampling, caveats, heatBooks, abbreviations, period, others, split);
    }

    /** The same problem as two parts, of the same space and Hamiltonian. */
    public Model withSplit(Split other) {
        return new Model(name, title, parameters, space, hamiltonian, ownEnergy, baths, initial, time, observables, unraveling, sampling, caveats, heatBooks, abbreviations, period, counting,
                Optional.of(other));
    }

    /** True if a trajectory knows the heat of each bath: of several only where they are booked apart. */
    public boolean hasHeatOfBaths() {
        return baths.size() == 1 || baths.size() > 1 && heatBooks == HeatBooks.APART;
    }

    /** The baths whose drift heat is integrated apart: all but the last, whose drift is what is left. */
    public List<Bath> bathsApart() {
        return baths.size() > 1 && heatBooks == HeatBooks.APART ? baths.subList(0, baths.size() - 1) : List.of();
    }

    /** True if a bath has channels between Floquet modes, whose quanta are paid by the drive as well: there is {@link Quantity#WORK_FLOQUET} then. */
    public boolean hasFloquetWork() {
        return baths.stream().flatMap(b -> b.origin().stream()).anyMatch(o -> o.equation() == MasterEquationKind.FLOQUET);
    }

    /** The baths that give or take particles, in their order. */
    public List<Bath> bathsWithParticles() {
        return baths.stream().filter(Bath::hasParticles).toList();
    }

    /** True if jumps bring particles, so that there is chemical work. */
    public boolean hasParticles() {
        return baths.stream().anyMatch(Bath::hasParticles);
    }

    /** True if the heats of two baths have a joint distribution worth one: constant quanta, and in each bath one that is not zero. */
    public boolean hasJointHeat() {
        return baths.size() == 2 && channels().stream().allMatch(c -> c.heat().isConstant())
                && baths.stream().allMatch(b -> b.channels().stream().anyMatch(c -> c.heat().at(time.start()).re() != 0));
    }

    /** The same problem with other baths. */
    public Model withBaths(List<Bath> others) {
        return new Model(name, title, parameters, space, hamiltonian, ownEnergy, others, initial, time, observables, unraveling, sampling, caveats, heatBooks, abbreviations, period, counting, split);
    }

    /** The same problem unraveled by another process; of one that measures at the ends, the initial state is left as it is, see {@link #measured}. */
    public Model withUnraveling(Unraveling other) {
        return new Model(name, title, parameters, space, hamiltonian, ownEnergy, baths, initial, time, observables, other, sampling, caveats, heatBooks, abbreviations, period, counting, split);
    }

    /** The same problem with other defaults of how much to sample. */
    public Model withSampling(SamplingDefaults other) {
        return new Model(name, title, parameters, space, hamiltonian, ownEnergy, baths, initial, time, observables, unraveling, other, caveats, heatBooks, abbreviations, period, counting, split);
    }

    /** E(t), the operator that counts as the system's energy: one of its own, or the Hamiltonian. */
    public TimeDependentOperator energy() {
        return ownEnergy.orElse(hamiltonian);
    }

    /** Name, dimension, number of channels and times in a line. */
    @Override
    public String toString() {
        return name + ": dimension " + dimension() + ", channels " + channels().size() + ", " + time.pointCount() + " times from " + time.start() + " to " + time.end();
    }

    /** Dimension D of the space. */
    public int dimension() {
        return space.dimension();
    }

    /** The channels of all baths in their order: a channel's index everywhere is its place in this list. */
    public List<Channel> channels() {
        return ofBaths().channels();
    }

    private BathList ofBaths() {
        return (BathList) baths;
    }

    /** For each of the {@link #channels} the place of its bath among the {@link #baths}. */
    public int[] bathOfChannel() {
        return IntStream.range(0, baths.size()).flatMap(b -> baths.get(b).channels().stream().mapToInt(c -> b)).toArray();
    }

    /** The names of {@link #channels}, with those of their baths: {@code hot.emission}. */
    public List<String> channelLabels() {
        return baths.stream().flatMap(b -> b.channels().stream().map(b::label)).toList();
    }

    /** K(t) = Σ_k L_k†L_k (physics.md, "The trajectories"). */
    public TimeDependentOperator jumpRateOperator() {
        return ofBaths().jumpRates();
    }

    /** K_b(t) = Σ_k L_k†L_k over the channels of one bath. */
    public TimeDependentOperator jumpRateOperator(Bath bath) {
        return ofBaths().jumpRates(bath);
    }

    /** What drives states: H(t) without an energy that all levels share ({@link TimeDependentOperator#withoutOffset}); H(t) itself where there is none to speak of. */
    public TimeDependentOperator drivingHamiltonian() {
        return hamiltonian.withoutOffset();
    }

    /** i[H_gen(t), E(t)], whose mean is the rate of unitary heat (physics.md, "The ledger"); the zero operator where the energy is the Hamiltonian. */
    public TimeDependentOperator unitaryHeatOperator() {
        return ownEnergy.map(e -> hamiltonian.commutator(e).scaled(TimeFunction.constant(0, 1))).orElseGet(() -> TimeDependentOperator.zero(dimension()));
    }

    /** True if the energy is not the Hamiltonian, so that there is unitary heat. */
    public boolean hasOwnEnergy() {
        return ownEnergy.isPresent();
    }

    /** True if H, the energy, operators and rates of the channels and the observables do not depend on time; quanta may. */
    public boolean isConstant() {
        return hamiltonian.isConstant() && energy().isConstant() && channels().stream().allMatch(c -> c.operator().isConstant() && c.rate().isConstant())
                && observables.stream().allMatch(o -> o.operator().isConstant());
    }

    /** True if trajectories carry weights that are not all 1. */
    public boolean isWeighted() {
        return unraveling.weights() != WeightSign.NONE;
    }

    /** The law from which jump records are drawn, where it is not the model's own. */
    public Optional<JumpBias> bias() {
        return unraveling.bias();
    }

    /** True if the energy is measured at both ends. */
    public boolean isMeasured() {
        return unraveling.measurement() == Measurement.TWO_POINT;
    }

    /**
     * The same problem measured at both ends: the first measurement dephases the initial state (physics.md, "What is counted, exactly").
     *
     * @throws ModelException if the dimension exceeds {@link Measurement#LARGEST_DIMENSION}, or the trajectories cannot be measured
     */
    public Model measured() {
        if (dimension() > Measurement.LARGEST_DIMENSION) {
            throw new ModelException("expected dimension at most " + Measurement.LARGEST_DIMENSION
                    + " for a measurement of the energy at both ends, found " + dimension(), "ensemble.measure");
        }
        Unraveling measured = unraveling.measured();
        Eigenspaces start = startEnergies();
        List<Caveat> all = Stream.concat(caveats.stream(), closeLevels(start, time.start()).or(() -> closeLevels(endEnergies(), time.end())).stream()).distinct().toList();
        return new Model(name, title, parameters, space, hamiltonian, ownEnergy, baths, initial.measured(start), time, observables, measured, sampling, all, heatBooks, abbreviations, period, counting, split);
    }

    /** Levels that a measurement tells apart although their distance does nothing in the run: they may be meant to be one. */
    private Optional<Caveat> closeLevels(Eigenspaces spaces, double t) {
        double closest = spaces.closest();
        boolean matters = closest * (time.end() - time.start()) > Tolerance.RESULT || closest > Tolerance.RESULT * largestEnergy();
        return matters ? Optional.empty()
                : Optional.of(new Caveat(Caveat.Kind.ROUNDING, String.format(Locale.ROOT, "the measurement of the energy at t = %s tells levels apart that differ by %.1e only: if they "
                        + "are meant to be one, as before a pulse that has hardly begun, let what parts them be exactly 0 there", Double.toString(t).replaceAll("\\.0$", ""), closest)));
    }

    /** A bound of the energy in the whole run, a pulse in between included and what all levels share left out; infinite where it is not known. */
    private double largestEnergy() {
        return energy().terms().stream().mapToDouble(t -> withoutMiddle(t.matrix()).rowSumNorm()
                * t.coefficient().bounds(time.start(), time.end(), (time.start() + time.end()) / 2, 0).modulus(0)).sum();
    }

    private static SparseMatrix withoutMiddle(SparseMatrix matrix) {
        double low = IntStream.range(0, matrix.dimension()).mapToDouble(i -> matrix.re(i, i)).min().orElse(0);
        double high = IntStream.range(0, matrix.dimension()).mapToDouble(i -> matrix.re(i, i)).max().orElse(0);
        return matrix.plus(-(low + (high - low) / 2), 0, SparseMatrix.identity(matrix.dimension()));
    }

    /** Eigenspaces of the energy just after the start. */
    public Eigenspaces startEnergies() {
        return Eigenspaces.of(energyAfter(time.start()));
    }

    /** Eigenspaces of the energy at the end; of the later value where it jumps there, as the curves show. */
    public Eigenspaces endEnergies() {
        return Eigenspaces.of(energyAfter(time.end()));
    }

    private SparseMatrix energyAfter(double t) {
        double coincident = 2 * time.rounding(t);
        double next = t + time.step();
        for (double b : energy().breakpoints(t, t + time.step())) {
            next = b > t + coincident ? Math.min(next, b) : next;
        }
        return energy().at(t, t + (next - t) / 2);
    }

    /** All times in [start, end] at which H, E, a jump operator, a rate, a quantum or an observable may jump or bend, ascending. */
    public double[] breakpoints() {
        double from = time.start();
        double to = time.end();
        double[] all = TimeFunctions.union(hamiltonian.breakpoints(from, to), energy().breakpoints(from, to));
        for (Channel c : channels()) {
            all = TimeFunctions.union(all, c.operator().breakpoints(from, to));
            all = TimeFunctions.union(all, c.rate().breakpoints(from, to));
            all = TimeFunctions.union(all, c.heat().breakpoints(from, to));
        }
        for (Observable o : observables) {
            all = TimeFunctions.union(all, o.operator().breakpoints(from, to));
        }
        return all;
    }
}
