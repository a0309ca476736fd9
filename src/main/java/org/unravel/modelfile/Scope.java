package org.unravel.modelfile;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.unravel.model.Space;
import org.unravel.model.Subsystem;

/** What the names in an expression mean. Immutable: every {@code with...} method returns a new scope. */
public final class Scope {

    /** What an expression may depend on: nothing, {@code t}, or {@code nu}, the frequency in a spectrum. */
    enum Variable { NONE, TIME, FREQUENCY }

    /** Which kets an expression may hold. */
    enum Kets { NONE, OF_ONE_SUBSYSTEM, OF_SPACE }

    private final Map<String, Double> parameters;
    private final Map<String, Meaning> arrays;
    private final Map<String, Long> indices;
    private final Optional<Space> space;
    private final Variable variable;
    private final Kets kets;
    private final int ketSubsystem;
    private final Optional<Set<Integer>> onlySubsystems;
    private final Abbreviations abbreviations;
    private final Map<String, Integer> subsystemIndices;

    private Scope(Map<String, Double> parameters, Map<String, Meaning> arrays, Map<String, Long> indices, Optional<Space> space, Variable variable, Kets kets,
            int ketSubsystem, Optional<Set<Integer>> onlySubsystems, Abbreviations abbreviations) {
        this.parameters = parameters;
        this.arrays = arrays;
        this.indices = indices;
        this.space = space;
        this.variable = variable;
        this.kets = kets;
        this.ketSubsystem = ketSubsystem;
        this.onlySubsystems = onlySubsystems;
        this.abbreviations = abbreviations;
        this.subsystemIndices = indexed(space);
    }

    /** A scope that knows constants and functions only. */
    public static Scope empty() {
        return new Scope(Map.of(), Map.of(), Map.of(), Optional.empty(), Variable.NONE, Kets.NONE, -1, Optional.empty(), Abbreviations.of(TableFiles.none()));
    }

    /** The scope with these parameters besides the ones it has. */
    public Scope withParameters(Map<String, Double> more) {
        Map<String, Double> all = new LinkedHashMap<>(parameters);
        all.putAll(more);
        return new Scope(all, arrays, indices, space, variable, kets, ketSubsystem, onlySubsystems, abbreviations);
    }

    /** The scope with one more parameter. */
    public Scope withParameter(String name, double value) {
        return withParameters(Map.of(name, value));
    }

    /** The scope with these matrices and kets of a program besides its other names. */
    Scope withArrays(Map<String, Meaning> given) {
        return new Scope(parameters, given, indices, space, variable, kets, ketSubsystem, onlySubsystems, abbreviations);
    }

    /** The scope with a local index, as in {@code sum} and {@code each}; it hides a parameter of the same name. */
    public Scope withIndex(String name, long value) {
        Map<String, Long> all = new LinkedHashMap<>(indices);
        all.put(name, value);
        return new Scope(parameters, arrays, all, space, variable, kets, ketSubsystem, onlySubsystems, abbreviations);
    }

    /** The scope whose operators act on this space; subsystems called {@code s[1]}, {@code s[2]}, ... form the array {@code s}. */
    public Scope withSpace(Space newSpace) {
        return new Scope(parameters, arrays, indices, Optional.of(newSpace), variable, kets, ketSubsystem, onlySubsystems, abbreviations.elsewhere());
    }

    /** The scope in which {@code t} may occur. */
    public Scope withTime() {
        return new Scope(parameters, arrays, indices, space, Variable.TIME, kets, ketSubsystem, onlySubsystems, abbreviations);
    }

    /** The scope in which {@code t} may not occur. */
    public Scope withoutTime() {
        return new Scope(parameters, arrays, indices, space, Variable.NONE, kets, ketSubsystem, onlySubsystems, abbreviations);
    }

    /** The scope in which {@code nu} is the frequency of a spectrum. */
    Scope withFrequency() {
        return new Scope(parameters, arrays, indices, space, Variable.FREQUENCY, kets, ketSubsystem, onlySubsystems, abbreviations);
    }

    /** The scope in which names of levels of one subsystem, given by its index in the space, mean kets of that subsystem. */
    public Scope withKetsOf(int subsystem) {
        return new Scope(parameters, arrays, indices, space, variable, Kets.OF_ONE_SUBSYSTEM, subsystem, onlySubsystems, abbreviations);
    }

    /** The scope in which {@code ket(...)} means a ket of the whole space. */
    public Scope withKets() {
        return new Scope(parameters, arrays, indices, space, variable, Kets.OF_SPACE, -1, onlySubsystems, abbreviations);
    }

    /** The scope in which operators of all other subsystems are zero: of a Hamiltonian, multiplied out, the terms inside these subsystems are left. */
    Scope withOnly(Set<Integer> subsystems) {
        return new Scope(parameters, arrays, indices, space, variable, kets, ketSubsystem, Optional.of(Set.copyOf(subsystems)), abbreviations.elsewhere());
    }

    /** The scope with these names of {@code let} and files. */
    Scope withAbbreviations(Abbreviations others) {
        return new Scope(parameters, arrays, indices, space, variable, kets, ketSubsystem, onlySubsystems, others);
    }

    /** The scope in which what {@code let} names is worked out, wherever it is used: it may depend on time, and knows neither indices nor kets. */
    Scope ofAbbreviations() {
        return new Scope(parameters, arrays, Map.of(), space, Variable.TIME, Kets.NONE, -1, onlySubsystems, abbreviations);
    }

    /** True if operators of some subsystems are taken for zero. */
    boolean silencesSome() {
        return onlySubsystems.isPresent();
    }

    /** True if operators of this subsystem are taken for zero. */
    boolean silences(int subsystem) {
        return onlySubsystems.isPresent() && !onlySubsystems.get().contains(subsystem);
    }

    Map<String, Double> parameters() {
        return parameters;
    }

    Map<String, Meaning> arrays() {
        return arrays;
    }

    Abbreviations abbreviations() {
        return abbreviations;
    }

    Map<String, Long> indices() {
        return indices;
    }

    Optional<Space> space() {
        return space;
    }

    Variable variable() {
        return variable;
    }

    Kets kets() {
        return kets;
    }

    /** The subsystem whose kets are meant, or -1. */
    int ketSubsystem() {
        boolean single = kets == Kets.OF_SPACE && space.isPresent() && space.get().subsystems().size() == 1;
        return single ? 0 : ketSubsystem;
    }

    /** True if a subsystem of the space is a fermion. */
    boolean hasFermions() {
        return space.isPresent() && space.get().subsystems().stream().anyMatch(s -> s.kind() == Subsystem.Kind.FERMION);
    }

    boolean isSubsystem(String name) {
        return subsystemIndices.containsKey(name);
    }

    int subsystemIndex(String name) {
        return subsystemIndices.get(name);
    }

    /** Number of members of an array of subsystems; 0 where there is no such array. */
    int arrayLength(String name) {
        int length = 0;
        while (isSubsystem(name + "[" + (length + 1) + "]")) {
            length++;
        }
        return length;
    }

    Set<String> subsystemNames() {
        return subsystemIndices.keySet().stream().map(n -> n.replaceAll("\\[.*", "")).collect(Collectors.toSet());
    }

    private static Map<String, Integer> indexed(Optional<Space> space) {
        Map<String, Integer> byName = new HashMap<>();
        List<Subsystem> subsystems = space.map(Space::subsystems).orElse(List.of());
        for (int s = 0; s < subsystems.size(); s++) {
            byName.put(subsystems.get(s).name(), s);
        }
        return byName;
    }
}
