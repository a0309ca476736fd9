package org.unravel.ensemble;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;

/**
 * Channels whose waiting times are looked at together, as those of all pairs of many channels would take more room than all else of a run. Up to {@link #MOST} channels stand for
 * themselves; of more, those of one bath whose quanta have one sign are a group; of more such groups than that, all channels whose quanta have one sign.
 *
 * @param names of the groups: that of a channel, or as {@code photon in}, {@code photon out} and {@code photon elastic} for energy into the system, out of it, and none
 * @param groupOf the group of each channel, from 0, shape [channels]
 */
public record ChannelGroups(List<String> names, int[] groupOf) {

    /** Most groups. */
    public static final int MOST = 8;

    /** The groups of a model. */
    public static ChannelGroups of(Model model) {
        ChannelGroups each = of(model, Bath::label);
        if (each.names.size() <= MOST) {
            return each;
        }
        ChannelGroups byBath = of(model, (bath, channel) -> bath.name() + " " + direction(model, channel));
        return byBath.names.size() <= MOST ? byBath : of(model, (bath, channel) -> direction(model, channel));
    }

    private static ChannelGroups of(Model model, BiFunction<Bath, Channel, String> name) {
        Map<String, Integer> places = new LinkedHashMap<>();
        IntStream.Builder groups = IntStream.builder();
        for (Bath bath : model.baths()) {
            for (Channel channel : bath.channels()) {
                String group = name.apply(bath, channel);
                places.putIfAbsent(group, places.size());
                groups.add(places.get(group));
            }
        }
        return new ChannelGroups(List.copyOf(places.keySet()), groups.build().toArray());
    }

    /** By the quantum at the start. */
    private static String direction(Model model, Channel channel) {
        double quantum = channel.heat().at(model.time().start()).re();
        return quantum > 0 ? "in" : quantum < 0 ? "out" : "elastic";
    }

    /** The channels of a group, ascending. */
    public int[] channels(int group) {
        return IntStream.range(0, groupOf.length).filter(k -> groupOf[k] == group).toArray();
    }
}
