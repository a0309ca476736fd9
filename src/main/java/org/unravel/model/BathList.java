package org.unravel.model;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The baths of a model, with what is made of all their channels: each thing once, when it is first asked for. Of a thousand channels on forty levels the jump rates alone are
 * 10⁸ products, and models that differ in their grid of times or in what they observe have the same baths.
 *
 * <p>Immutable and safe for threads: two that ask at once may both compute, and get the same.
 */
final class BathList extends AbstractList<Bath> implements RandomAccess {

    private final int dimension;
    private final List<Bath> baths;
    private final Supplier<List<Channel>> channels;
    private final Supplier<TimeDependentOperator> jumpRates;
    private final List<Supplier<TimeDependentOperator>> jumpRatesOfBaths;

    private BathList(int dimension, List<Bath> baths) {
        this.dimension = dimension;
        this.baths = List.copyOf(baths);
        this.channels = once(() -> this.baths.stream().flatMap(b -> b.channels().stream()).toList());
        this.jumpRatesOfBaths = this.baths.stream().map(b -> once(() -> sum(b.channels()))).toList();
        this.jumpRates = this.baths.size() == 1 ? jumpRatesOfBaths.get(0) : once(() -> sum(channels()));
    }

    /** These baths of a system with D levels; what is known of them already stays known. */
    static BathList of(int dimension, List<Bath> baths) {
        return baths instanceof BathList list && list.dimension == dimension ? list : new BathList(dimension, baths);
    }

    private static <T> Supplier<T> once(Supplier<T> computation) {
        return new Supplier<>() {

            private volatile T value;

            @Override
            public T get() {
                T known = value;
                if (known == null) {
                    known = computation.get();
                    value = known;
                }
                return known;
            }
        };
    }

    private TimeDependentOperator sum(List<Channel> some) {
        return TimeDependentOperator.of(dimension, some.stream().flatMap(c -> c.jumpRateOperator().terms().stream()).toList());
    }

    /** The channels of all baths in their order. */
    List<Channel> channels() {
        return channels.get();
    }

    /** Σ_k L_k†L_k over all channels. */
    TimeDependentOperator jumpRates() {
        return jumpRates.get();
    }

    /** The same over the channels of one bath. */
    TimeDependentOperator jumpRates(Bath bath) {
        return IntStream.range(0, size()).filter(i -> baths.get(i) == bath).mapToObj(i -> jumpRatesOfBaths.get(i).get()).findFirst().orElseGet(() -> sum(bath.channels()));
    }

    @Override
    public Bath get(int index) {
        return baths.get(index);
    }

    @Override
    public int size() {
        return baths.size();
    }
}
