package org.unravel.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A bath and its channels.
 *
 * @param name its name in the model file
 * @param inverseTemperature β in inverse energy, +∞ for zero temperature; empty where no entropy is assigned
 * @param channels those whose operator is not zero
 * @param silent names of what the model file calls channels and whose operator is identically zero: they do nothing, and are shown only
 * @param origin where the channels come from; empty of channels that the model states by themselves
 * @param chemicalPotential μ, the energy that each of its particles brings as chemical work
 */
public record Bath(String name, OptionalDouble inverseTemperature, List<Channel> channels, List<String> silent, Optional<BathOrigin> origin, double chemicalPotential) {

    /** Copies the lists. */
    public Bath {
        channels = List.copyOf(channels);
        silent = List.copyOf(silent);
    }

    /** A bath without a chemical potential. */
    public Bath(String name, OptionalDouble inverseTemperature, List<Channel> channels, List<String> silent, Optional<BathOrigin> origin) {
        this(name, inverseTemperature, channels, silent, origin, 0);
    }

    /** A bath of channels that are stated by themselves, all of which do something. */
    public Bath(String name, OptionalDouble inverseTemperature, List<Channel> channels) {
        this(name, inverseTemperature, channels, List.of(), Optional.empty());
    }

    /** The bath with other channels. */
    public Bath withChannels(List<Channel> others) {
        return new Bath(name, inverseTemperature, others, silent, origin, chemicalPotential);
    }

    /** The bath with another inverse temperature. */
    public Bath withInverseTemperature(double other) {
        return new Bath(name, OptionalDouble.of(other), channels, silent, origin, chemicalPotential);
    }

    /** True if a jump of one of its channels brings particles. */
    public boolean hasParticles() {
        return channels.stream().anyMatch(c -> c.particles() != 0);
    }

    /** The name of one of its channels among those of all baths, as in files and tables: {@code hot.emission}. */
    public String label(Channel channel) {
        return label(channel.name());
    }

    /** The same of the name of a channel. */
    public String label(String channel) {
        return name + "." + channel;
    }
}
