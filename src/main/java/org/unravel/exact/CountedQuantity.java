package org.unravel.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.model.TimeFunction;

/**
 * A sum over jumps: each jump of channel k adds its quantum. Counted heat of all baths or of one, chemical work, particles of a bath, what a model counts by weights of its own, or the number of jumps of a channel.
 *
 * @param name as in files, see {@link Quantity}
 * @param quanta one for each channel of the model in their order; zero for a channel that does not count. In the model's unit of
 *        energy and positive into the system for heat and chemical work; numbers for particles; 1 for a number of jumps
 */
public record CountedQuantity(String name, List<TimeFunction> quanta) {

    private static final TimeFunction NOTHING = TimeFunction.constant(0);
    private static final TimeFunction ONE = TimeFunction.constant(1);

    /** Copies the list. */
    public CountedQuantity {
        quanta = List.copyOf(quanta);
    }

    /** {@code heat.counted}, then that of each bath, with particles {@code work.chemical} and {@code particles.<bath>}, then {@code counts.<name>}, then {@code jumps.<bath>.<channel>} of each channel; empty for a model without channels. */
    public static List<CountedQuantity> allOf(Model model) {
        List<CountedQuantity> all = new ArrayList<>();
        if (model.baths().isEmpty()) {
            return all;
        }
        all.add(heat(model));
        for (Bath bath : model.baths()) {
            all.add(heat(model, bath));
        }
        if (model.hasParticles()) {
            all.add(of(model, Quantity.of(Quantity.Kind.WORK_CHEMICAL)));
        }
        model.bathsWithParticles().forEach(bath -> all.add(particles(model, bath)));
        model.counting().counts().forEach(count -> all.add(of(model, Quantity.of(count))));
        for (Bath bath : model.baths()) {
            for (Channel channel : bath.channels()) {
                all.add(jumps(model, bath, channel));
            }
        }
        return all;
    }

    /** Counted heat of all baths. */
    public static CountedQuantity heat(Model model) {
        return new CountedQuantity(Quantity.HEAT_COUNTED, model.channels().stream().map(Channel::heat).toList());
    }

    /** Counted heat of one bath of the model. */
    public static CountedQuantity heat(Model model, Bath bath) {
        return new CountedQuantity(Quantity.heatCounted(bath), quanta(model, (b, c) -> b == bath ? c.heat() : NOTHING));
    }

    /** What {@code work.floquet} is in the long run, where the energy stays within bounds: the counted heats of all baths, taken back. Of a run of finite length it lacks the energy change. */
    public static CountedQuantity floquetWork(Model model) {
        return new CountedQuantity(Quantity.WORK_FLOQUET, model.channels().stream().map(c -> c.heat().times(TimeFunction.constant(-1))).toList());
    }

    /** Particles that one bath of the model gives. */
    public static CountedQuantity particles(Model model, Bath bath) {
        return of(model, Quantity.of(Quantity.Kind.PARTICLES_OF_BATH, bath));
    }

    private static CountedQuantity of(Model model, Quantity quantity) {
        return new CountedQuantity(quantity.name(), quanta(model, quantity::increment));
    }

    /** The number of jumps of one channel of a bath of the model. */
    public static CountedQuantity jumps(Model model, Bath bath, Channel channel) {
        return new CountedQuantity(Quantity.jumps(bath, channel), quanta(model, (b, c) -> b == bath && c == channel ? ONE : NOTHING));
    }

    /**
     * A weighted sum of the counted heats of baths.
     *
     * @param name a name for it
     * @param weights by the names of baths; those without one do not count
     */
    public static CountedQuantity along(Model model, String name, Map<String, Double> weights) {
        return new CountedQuantity(name, quanta(model, (b, c) -> weights.containsKey(b.name()) ? c.heat().times(TimeFunction.constant(weights.get(b.name()))) : NOTHING));
    }

    /** The sum of this and another quantity of the same model. */
    CountedQuantity plus(CountedQuantity other) {
        return new CountedQuantity(name + "+" + other.name, IntStream.range(0, quanta.size()).mapToObj(k -> sum(quanta.get(k), other.quanta.get(k))).toList());
    }

    /** What does not count leaves the other as it is, so that equal quanta are known to be so. */
    private static TimeFunction sum(TimeFunction one, TimeFunction other) {
        return one.equals(NOTHING) ? other : other.equals(NOTHING) ? one : one.plus(other);
    }

    private static List<TimeFunction> quanta(Model model, BiFunction<Bath, Channel, TimeFunction> quantum) {
        List<TimeFunction> quanta = new ArrayList<>();
        for (Bath bath : model.baths()) {
            for (Channel channel : bath.channels()) {
                quanta.add(quantum.apply(bath, channel));
            }
        }
        return quanta;
    }

    /** True if no quantum depends on time, so that the quantity has a distribution on few values. */
    public boolean isDiscrete() {
        return quanta.stream().allMatch(TimeFunction::isConstant);
    }

    /** The constant quanta. */
    double[] values() {
        return quanta.stream().mapToDouble(q -> q.at(0).re()).toArray();
    }
}
