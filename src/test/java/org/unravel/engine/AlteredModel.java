package org.unravel.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.TimeFunction;

/** Models with a planted error in their channels; what the exact side knows stays true. */
public final class AlteredModel {

    private AlteredModel() {
    }

    /** The rate of one channel times a factor. */
    public static Model rateTimes(Model model, String bath, String channel, double factor) {
        return channelChanged(model, bath, channel,
                c -> new Channel(c.name(), c.operator(), c.rate().times(TimeFunction.constant(factor)), c.heat()));
    }

    /** The quantum of one channel with the other sign. */
    static Model quantumFlipped(Model model, String bath, String channel) {
        return channelChanged(model, bath, channel,
                c -> new Channel(c.name(), c.operator(), c.rate(), c.heat().times(TimeFunction.constant(-1))));
    }

    /** One channel that never fires. */
    static Model channelDropped(Model model, String bath, String channel) {
        return rateTimes(model, bath, channel, 0);
    }

    /** The channels of one bath in the opposite order under the old names and quanta. */
    static Model channelsPermuted(Model model, String bath) {
        List<Bath> baths = new ArrayList<>();
        for (Bath b : model.baths()) {
            List<Channel> channels = new ArrayList<>(b.channels());
            int last = channels.size() - 1;
            for (int k = 0; k <= last && b.name().equals(bath); k++) {
                Channel name = b.channels().get(k);
                Channel acts = b.channels().get(last - k);
                channels.set(k, new Channel(name.name(), acts.operator(), acts.rate(), name.heat()));
            }
            baths.add(new Bath(b.name(), b.inverseTemperature(), channels));
        }
        return model.withBaths(baths);
    }

    /** The model with one channel changed. */
    public static Model channelChanged(Model model, String bath, String channel, UnaryOperator<Channel> change) {
        return model.withBaths(model.baths().stream().map(b -> b.withChannels(b.channels().stream()
                .map(c -> b.name().equals(bath) && c.name().equals(channel) ? change.apply(c) : c).toList())).toList());
    }
}
