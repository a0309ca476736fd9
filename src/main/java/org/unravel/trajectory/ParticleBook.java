package org.unravel.trajectory;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;

/** Books the particles of each bath, and the chemical work that they bring, for a whole lane group. Costs nothing where there are none. Not thread-safe. */
final class ParticleBook {

    private final List<Bath> baths;
    private final List<QuantumCounter> counters;
    /** Of each bath of the model its place among those with particles, or −1. */
    private final int[] placeOfBath;
    private final int[] placeOfChannel;
    private final double[] mu;
    private final double[] work;

    ParticleBook(Model model, int[] bathOfChannel, int lanes) {
        baths = model.bathsWithParticles();
        List<Channel> channels = model.channels();
        placeOfBath = model.baths().stream().mapToInt(baths::indexOf).toArray();
        placeOfChannel = Arrays.stream(bathOfChannel).map(b -> placeOfBath[b]).toArray();
        mu = baths.stream().mapToDouble(Bath::chemicalPotential).toArray();
        counters = IntStream.range(0, baths.size()).mapToObj(p -> {
            boolean[] counted = new boolean[channels.size()];
            for (int k = 0; k < counted.length; k++) {
                counted[k] = placeOfChannel[k] == p;
            }
            return QuantumCounter.ofParticles(channels, counted, lanes);
        }).toList();
        work = new double[lanes];
    }

    void clear() {
        counters.forEach(QuantumCounter::clear);
        Arrays.fill(work, 0);
    }

    /** Work is summed over particle numbers and not over jumps, so that what is equal is so to the last digit. */
    void jump(int lane, int channel) {
        if (placeOfChannel[channel] < 0) {
            return;
        }
        counters.get(placeOfChannel[channel]).jump(lane, channel);
        double sum = 0;
        for (int p = 0; p < mu.length; p++) {
            sum += mu[p] * counters.get(p).sum()[lane];
        }
        work[lane] = sum;
    }

    /** Takes all chemical work out of a heat of each lane. */
    void takeWork(double[] heat) {
        for (int b = 0; b < heat.length && !baths.isEmpty(); b++) {
            heat[b] -= work[b];
        }
    }

    /** Takes that of one bath, by its place in the model. */
    void takeWorkOf(int bath, double[] heat) {
        int place = placeOfBath[bath];
        for (int b = 0; b < heat.length && place >= 0; b++) {
            heat[b] -= mu[place] * counters.get(place).sum()[b];
        }
    }

    /** The counter of a bath that has particles. */
    QuantumCounter of(Bath bath) {
        return counters.get(baths.indexOf(bath));
    }

    List<QuantumCounter> counters() {
        return counters;
    }

    /** Σμn of every lane, the book's own array. */
    double[] work() {
        return work;
    }
}
