package org.unravel.bath.coupling;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.MasterEquationKind;
import org.unravel.model.TimeGrid;
import org.unravel.numeric.SpectralNorm;

/**
 * Whether rates are far below the distances of Bohr frequencies, without which terms that turn against each other are not to be dropped (physics.md, "From a bath to its channels").
 *
 * @param bath a bath that comes from a coupling
 * @param rate the largest rate of its channels in states of its temperature ({@link ThermalRate}), where it is largest beside the distance
 * @param distance the smallest distance of two frequencies of jumps, both signs and 0 included; +∞ where there is one only
 * @param time where that was found; NaN where nothing depends on time
 */
public record SecularCondition(Bath bath, double rate, double distance, double time) {

    /** A rate of this part of the distance is doubtful. */
    private static final double DOUBTFUL = 0.1;
    /** Frequencies as close as this beside the largest are one, written twice. */
    private static final double ONE = 1e-12;

    /** The condition at the time at which it holds worst. */
    public static SecularCondition of(Bath bath, TimeGrid grid) {
        // between Floquet modes rates and frequencies do not move
        boolean still = bath.origin().orElseThrow().equation() == MasterEquationKind.FLOQUET || bath.channels().stream().allMatch(c -> c.heat().isConstant() && c.operator().isConstant() && c.rate().isConstant());
        return Arrays.stream(LookedAt.times(grid, still)).mapToObj(t -> at(bath, t, still)).max(Comparator.comparingDouble(c -> c.rate / c.distance)).orElseThrow();
    }

    private static SecularCondition at(Bath bath, double t, boolean still) {
        ThermalRate rates = new ThermalRate(bath.origin().orElseThrow().hamiltonian().at(t), bath.inverseTemperature().orElseThrow());
        double rate = bath.channels().stream().mapToDouble(c -> rates.of(c, t)).max().orElse(0);
        double[] nu = bath.channels().stream().mapToDouble(c -> c.heat().at(t).re()).flatMap(q -> DoubleStream.of(-q, q)).sorted().toArray();
        double one = nu.length == 0 ? 0 : ONE * nu[nu.length - 1];
        double distance = IntStream.range(1, nu.length).mapToDouble(i -> nu[i] - nu[i - 1]).filter(d -> d > one).min().orElse(Double.POSITIVE_INFINITY);
        return new SecularCondition(bath, rate, distance, still ? Double.NaN : t);
    }

    /** The largest rate at which a channel makes a state jump: γ‖A‖². */
    public static double largestRate(Channel channel, double t) {
        double norm = SpectralNorm.of(channel.operator().at(t));
        return channel.rate().at(t).re() * norm * norm;
    }

    /** What is doubtful; empty where nothing is. */
    public Optional<String> doubt() {
        if (!(rate > DOUBTFUL * distance)) {
            return Optional.empty();
        }
        return Optional.of("bath " + bath.name() + ": the secular approximation is doubtful, as a rate of " + BathRate.number(rate)
                + " exceeds 0.1 of the smallest distance of Bohr frequencies, "
                + BathRate.number(distance) + (Double.isNaN(time) ? "" : ", near t = " + BathRate.number(time)));
    }
}
