package org.unravel.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A bath and its channels.
 *
 * @param name its name in the model file
 * @param inverseTemperature β in inverse energy, +∞ for zero temperature; empty where no entropy is assigned
 * @param channels at least one
 * @param origin where the channels come from; empty of channels that the model states by themselves
 */
public record Bath(String name, OptionalDouble inverseTemperature, List<Channel> channels, Optional<BathOrigin> origin) {

    /** Copies the list of channels. */
    public Bath {
        channels = List.copyOf(channels);
    }

    /** A bath of channels that are stated by themselves. */
    public Bath(String name, OptionalDouble inverseTemperature, List<Channel> channels) {
        this(name, inverseTemperature, channels, Optional.empty());
    }

    /** The name of one of its channels among those of all baths, as in files and tables: {@code hot.emission}. */
    public String label(Channel channel) {
        return name + "." + channel.name();
    }
}
