package org.unravel.model;

import java.util.List;
import java.util.Optional;

/**
 * A quantity of one trajectory (physics.md, "The ledger"): what it is, and the bath or channel that it belongs to. Two are equal if kind and name are.
 *
 * <p>Every one but {@link Kind#ENERGY}, a weight and observables is cumulative from the start of the run and zero there. The constants and the methods that give a text are names
 * alone, as they stand in columns, files, tables and the keys of results. What a name of a result stands for, {@link Quantities} knows; no name tells.
 */
public final class Quantity {

    /** U(t) = ⟨E(t)⟩. */
    public static final String ENERGY = "energy";
    /** U(t) − U(start). */
    public static final String ENERGY_CHANGE = "energy.change";
    /** ∫⟨Ė⟩dt and quenches. */
    public static final String WORK = "work";
    /** U(t) − U(start) less all quanta that the baths gave, only where a bath comes from the Floquet equation (physics.md, "Floquet channels"). */
    public static final String WORK_FLOQUET = "work.floquet";
    /** Σμn over the particles that the baths gave, only where there are such. */
    public static final String WORK_CHEMICAL = "work.chemical";
    /** Jump, drift and unitary heat together, less chemical work. */
    public static final String HEAT = "heat";
    /** Quanta that the baths gave. */
    public static final String HEAT_COUNTED = "heat.counted";
    /** Back-action of seeing no jump. */
    public static final String HEAT_DRIFT = "heat.drift";
    /** Change of ⟨E⟩ at jumps. */
    public static final String HEAT_JUMP = "heat.jump";
    /** Heat less counted heat. */
    public static final String HEAT_QUANTUM = "heat.quantum";
    /** ∫i⟨[H_gen, E]⟩dt, only where the energy is not the Hamiltonian. */
    public static final String HEAT_UNITARY = "heat.unitary";

    /** Work by two projective measurements of the energy, only where they are made: E_m − E_n − Q_counted (physics.md, "What is counted, exactly"). */
    public static final String WORK_TPM = "work.tpm";
    /** σ = ln p_n − ln p'_m − Σ β_k q_k (physics.md, "What is counted, exactly"), only where the state is measured at both ends. */
    public static final String ENTROPY_PRODUCTION = "entropy.production";

    /** Weight of a trajectory that was drawn from a biased law, each trajectory counted once. */
    public static final String WEIGHT = "weight";

    /** What a quantity is measured in. */
    public enum Unit {
        /** The model's unit of energy. */
        ENERGY,
        /** Entropy with k_B = 1. */
        NATS,
        /** Whole numbers. */
        COUNT,
        /** A pure number, or what the operator of an observable is in. */
        NONE
    }

    /** What keeps the values of all trajectories within a range. */
    public enum Bound {
        /** The spectrum of an operator at that time. */
        OPERATOR,
        /** The operators of the model at all times so far, however many jumps there are. */
        MODEL,
        /** The number of jumps, and what one of them can do. */
        JUMPS,
        /** Nothing that is known of the model alone. */
        NONE
    }

    /** What a quantity is. */
    public enum Kind {
        /** {@link Quantity#ENERGY}. */
        ENERGY(Quantity.ENERGY, Unit.ENERGY, Bound.OPERATOR),
        /** {@link Quantity#ENERGY_CHANGE}. */
        ENERGY_CHANGE(Quantity.ENERGY_CHANGE, Unit.ENERGY, Bound.MODEL),
        /** {@link Quantity#WORK}. */
        WORK(Quantity.WORK, Unit.ENERGY, Bound.MODEL),
        /** {@link Quantity#WORK_FLOQUET}. */
        WORK_FLOQUET(Quantity.WORK_FLOQUET, Unit.ENERGY, Bound.JUMPS),
        /** {@link Quantity#WORK_CHEMICAL}. */
        WORK_CHEMICAL(Quantity.WORK_CHEMICAL, Unit.ENERGY, Bound.JUMPS),
        /** {@link Quantity#HEAT}. */
        HEAT(Quantity.HEAT, Unit.ENERGY, Bound.MODEL),
        /** Jump and drift heat of the channels of one bath, less its chemical work. */
        HEAT_OF_BATH("", Unit.ENERGY, Bound.JUMPS),
        /** {@link Quantity#HEAT_COUNTED}. */
        HEAT_COUNTED(Quantity.HEAT_COUNTED, Unit.ENERGY, Bound.JUMPS),
        /** Quanta that one bath gave. */
        HEAT_COUNTED_OF_BATH("", Unit.ENERGY, Bound.JUMPS),
        /** Quanta that each of two baths gave: two values at once. */
        HEAT_COUNTED_OF_TWO_BATHS("", Unit.ENERGY, Bound.JUMPS),
        /** {@link Quantity#HEAT_DRIFT}. */
        HEAT_DRIFT(Quantity.HEAT_DRIFT, Unit.ENERGY, Bound.JUMPS),
        /** {@link Quantity#HEAT_JUMP}. */
        HEAT_JUMP(Quantity.HEAT_JUMP, Unit.ENERGY, Bound.JUMPS),
        /** {@link Quantity#HEAT_QUANTUM}. */
        HEAT_QUANTUM(Quantity.HEAT_QUANTUM, Unit.ENERGY, Bound.JUMPS),
        /** {@link Quantity#HEAT_UNITARY}. */
        HEAT_UNITARY(Quantity.HEAT_UNITARY, Unit.ENERGY, Bound.MODEL),
        /** {@link Quantity#WORK_TPM}. */
        WORK_TPM(Quantity.WORK_TPM, Unit.ENERGY, Bound.JUMPS),
        /** {@link Quantity#ENTROPY_PRODUCTION}. */
        ENTROPY_PRODUCTION(Quantity.ENTROPY_PRODUCTION, Unit.NATS, Bound.NONE),
        /** {@link Quantity#WEIGHT}. */
        WEIGHT(Quantity.WEIGHT, Unit.NONE, Bound.NONE),
        /** Particles that one bath gave, less those that it took. */
        PARTICLES_OF_BATH("", Unit.COUNT, Bound.JUMPS),
        /** A weighted sum over jumps, as the model file names it. */
        COUNT("", Unit.NONE, Bound.JUMPS),
        /** Number of jumps of one channel. */
        JUMPS("", Unit.COUNT, Bound.JUMPS),
        /** The mean of an operator of the model. */
        OBSERVABLE("", Unit.NONE, Bound.OPERATOR);

        private final String name;
        private final Unit unit;
        private final Bound bound;

        Kind(String name, Unit unit, Bound bound) {
            this.name = name;
            this.unit = unit;
            this.bound = bound;
        }

        /** True if a model has at most one quantity of the kind, which belongs to no bath, no channel and no observable. */
        public boolean isOfTheWhole() {
            return !name.isEmpty();
        }

        /** What its quantities are measured in. */
        public Unit unit() {
            return unit;
        }

        /** What keeps the values of its quantities within a range. */
        public Bound bound() {
            return bound;
        }

        /** True if it is the counted heat of all baths, of one, or of two. */
        public boolean isCountedHeat() {
            return this == HEAT_COUNTED || this == HEAT_COUNTED_OF_BATH || this == HEAT_COUNTED_OF_TWO_BATHS;
        }

        /** True if it changes at jumps only, by what is known of the channel: counted heat, particles, chemical work, a number of jumps or a weighted sum of such. */
        public boolean isCounted() {
            return isCountedHeat() || this == JUMPS || this == PARTICLES_OF_BATH || this == WORK_CHEMICAL || this == COUNT;
        }
    }

    private static final TimeFunction NOTHING = TimeFunction.constant(0);

    private final Kind kind;
    private final String name;
    private final List<Bath> baths;
    private final Optional<Channel> channel;
    private final Optional<JumpCount> count;

    private Quantity(Kind kind, String name, List<Bath> baths, Optional<Channel> channel) {
        this(kind, name, baths, channel, Optional.empty());
    }

    private Quantity(Kind kind, String name, List<Bath> baths, Optional<Channel> channel, Optional<JumpCount> count) {
        this.kind = kind;
        this.name = name;
        this.baths = baths;
        this.channel = channel;
        this.count = count;
    }

    /**
     * The quantity of a kind that belongs to no bath, no channel and no observable.
     *
     * @throws IllegalArgumentException if those of the kind do; it is named
     */
    public static Quantity of(Kind kind) {
        if (!kind.isOfTheWhole()) {
            throw new IllegalArgumentException("expected a kind of which a model has one quantity, found " + kind);
        }
        return new Quantity(kind, kind.name, List.of(), Optional.empty());
    }

    /**
     * The quantity of a kind that belongs to one bath.
     *
     * @throws IllegalArgumentException if no quantity of the kind does; it is named
     */
    public static Quantity of(Kind kind, Bath bath) {
        String name = switch (kind) {
            case HEAT_OF_BATH -> heat(bath);
            case HEAT_COUNTED_OF_BATH -> heatCounted(bath);
            case PARTICLES_OF_BATH -> particles(bath);
            default -> throw new IllegalArgumentException("expected a kind of which every bath has one quantity, found " + kind);
        };
        return new Quantity(kind, name, List.of(bath), Optional.empty());
    }

    /** Joint counted heat of two baths. */
    public static Quantity of(Bath first, Bath second) {
        return new Quantity(Kind.HEAT_COUNTED_OF_TWO_BATHS, heatCounted(first, second), List.of(first, second), Optional.empty());
    }

    /** Number of jumps of a channel of a bath. */
    public static Quantity of(Bath bath, Channel channel) {
        return new Quantity(Kind.JUMPS, jumps(bath, channel), List.of(bath), Optional.of(channel));
    }

    /** A weighted sum over jumps. */
    public static Quantity of(JumpCount count) {
        return new Quantity(Kind.COUNT, count(count), List.of(), Optional.empty(), Optional.of(count));
    }

    /** The mean of an observable. */
    public static Quantity of(Observable observable) {
        return new Quantity(Kind.OBSERVABLE, observable.name(), List.of(), Optional.empty());
    }

    /** Name of the jump and drift heat of one bath. The sum over the baths is the heat less unitary heat. */
    public static String heat(Bath bath) {
        return HEAT + "." + bath.name();
    }

    /** Name of the counted heat of one bath. */
    public static String heatCounted(Bath bath) {
        return HEAT_COUNTED + "." + bath.name();
    }

    /** Name of the particles that one bath gave. */
    public static String particles(Bath bath) {
        return "particles." + bath.name();
    }

    /** Name of a weighted sum over jumps. */
    public static String count(JumpCount count) {
        return "counts." + count.name();
    }

    /** Name of the time of a jump of a given number. */
    public static String passage(Passage passage) {
        return "passages." + passage.name();
    }

    /** Name of the joint counted heat of two baths. */
    public static String heatCounted(Bath first, Bath second) {
        return HEAT_COUNTED + "." + first.name() + "." + second.name();
    }

    /** Name of the covariance of two quantities. */
    public static String covariance(String first, String second) {
        return first + "|" + second;
    }

    /** Name of the number of jumps of one channel. */
    public static String jumps(Bath bath, Channel channel) {
        return "jumps." + bath.label(channel);
    }

    /** Name of the real part of the mean of an operator that is not Hermitian. */
    public static String realPart(String observable) {
        return observable + ".re";
    }

    /** Name of its imaginary part. */
    public static String imaginaryPart(String observable) {
        return observable + ".im";
    }

    /** What it is. */
    public Kind kind() {
        return kind;
    }

    /** Its name in columns, files and tables. */
    public String name() {
        return name;
    }

    /** The bath, or the two, that it belongs to, with its channel that of the channel; empty where it belongs to all. */
    public List<Bath> baths() {
        return baths;
    }

    /** The channel that it belongs to, if it is of one. */
    public Optional<Channel> channel() {
        return channel;
    }

    /** True if it counts the jumps of a channel, or what they bring: {@link Kind#isCounted}, and of that channel or its bath, or of all. */
    public boolean counts(Bath bath, Channel of) {
        boolean ofBath = baths.isEmpty() || baths.stream().anyMatch(b -> b.name().equals(bath.name()));
        return kind.isCounted() && ofBath && count.map(c -> c.weight(bath.label(of)) != 0).orElse(true) && channel.map(c -> c.name().equals(of.name())).orElse(true);
    }

    /** What a jump of a channel of a bath adds to it, in its unit: 0 where it does not count, or the quantity does not change at jumps alone. */
    public TimeFunction increment(Bath bath, Channel of) {
        if (!counts(bath, of)) {
            return NOTHING;
        }
        return switch (kind) {
            case JUMPS -> TimeFunction.constant(1);
            case COUNT -> TimeFunction.constant(count.orElseThrow().weight(bath.label(of)));
            case PARTICLES_OF_BATH -> TimeFunction.constant(of.particles());
            case WORK_CHEMICAL -> TimeFunction.constant(bath.chemicalPotential() * of.particles());
            default -> of.heat();
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Quantity q && q.kind == kind && q.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** Its name. */
    @Override
    public String toString() {
        return name;
    }
}
