package org.unravel.bath;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.OperatorEntries;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.model.TimeProof;
import org.unravel.numeric.Rounding;
import org.unravel.numeric.SparseMatrix;

/**
 * Which channels of a bath obey detailed balance: L_↑ = e^{−βω/2} L_↓† with q_↑ = ω and q_↓ = −ω (physics.md, "What is counted, exactly").
 *
 * <p>A channel with q = 0 is its own pair if L is normal. Channels that depend on time are pairs if that is proven at all times of the run ({@link TimeProof}); a
 * look at a few times comes first and drops most candidates.
 */
public final class DetailedBalance {

    /** Relative to the larger of two entries; rates in files are products of a few functions, each good to some ulp. */
    private static final double TOLERANCE = 1e-10;

    /** Inside each smooth piece, as parts of its length: irregular, so that no common period hides a violation. */
    private static final double[] PLACES = {0.0718, 0.3127, 0.5391, 0.7213, 0.9347};

    /** Entries of operators that depend on time, each of which takes a proof; of more nothing is claimed. */
    private static final int MOST_ENTRIES = 256;

    private final double beta;
    private final double[] times;
    private final TimeProof proof;

    private DetailedBalance(double beta, double[] times, TimeProof proof) {
        this.beta = beta;
        this.times = times;
        this.proof = proof;
    }

    /**
     * A pair, or a channel that is its own.
     *
     * @param first one channel
     * @param second its partner; the same where the channel is its own
     */
    public record Pair(Channel first, Channel second) {
    }

    /**
     * What holds for one bath.
     *
     * @param pairs pairs in the order of their first channels
     * @param unpaired channels without a partner, or of which it cannot be proven, in their order
     */
    public record Balance(List<Pair> pairs, List<Channel> unpaired) {
    }

    /**
     * Looks for the pairs of a bath.
     *
     * @param bath a bath of the model with an inverse temperature; an infinite one leaves every channel with q ≠ 0 unpaired
     * @throws IllegalArgumentException if the bath has none
     */
    public static Balance of(Model model, Bath bath) {
        double beta = bath.inverseTemperature()
                .orElseThrow(() -> new IllegalArgumentException("expected a bath with a temperature, found " + bath.name()));
        return new DetailedBalance(beta, times(model), new TimeProof(model.time(), model.breakpoints())).balance(bath.channels());
    }

    private static double[] times(Model model) {
        double[] edges = DoubleStream.concat(DoubleStream.of(model.time().start(), model.time().end()), DoubleStream.of(model.breakpoints()))
                .sorted().distinct().toArray();
        DoubleStream.Builder times = DoubleStream.builder();
        for (int i = 1; i < edges.length; i++) {
            for (double place : PLACES) {
                times.add(edges[i - 1] + place * (edges[i] - edges[i - 1]));
            }
        }
        return times.build().toArray();
    }

    private Balance balance(List<Channel> channels) {
        List<Channel> left = new ArrayList<>(channels);
        List<Pair> pairs = new ArrayList<>();
        List<Channel> unpaired = new ArrayList<>();
        while (!left.isEmpty()) {
            Channel first = left.remove(0);
            if (isOwnPair(first)) {
                pairs.add(new Pair(first, first));
                continue;
            }
            left.stream().filter(c -> isPair(first, c)).findFirst().ifPresentOrElse(second -> {
                left.remove(second);
                pairs.add(new Pair(first, second));
            }, () -> unpaired.add(first));
        }
        return new Balance(pairs, unpaired);
    }

    private boolean isPair(Channel up, Channel down) {
        return !Double.isInfinite(beta) && times(up, down).allMatch(t -> {
            double q = heat(up, t);
            // quanta first: of thousands of channels few pairs come to their operators
            return Math.abs(q + heat(down, t)) <= TOLERANCE * Math.abs(q)
                    && agree(jumpOperator(up, t), jumpOperator(down, t).adjoint().scaled(Math.exp(-beta * q / 2), 0));
        }) && isProven(up, down);
    }

    /** q_↑ + q_↓ = 0, and, unless the operators are the same by their form, γ_↑a² = e^{−βq}γ_↓b² for each entry a of A_↑ and b of A_↓†: with the signs seen before, that is L_↑ = e^{−βq/2}L_↓†. */
    private boolean isProven(Channel up, Channel down) {
        if (isConstant(up) && isConstant(down)) {
            return true;
        }
        TimeFunction boltzmann = new BoltzmannFactor(beta, up.heat());
        TimeDependentOperator raising = up.operator();
        TimeDependentOperator lowering = down.operator().adjoint();
        if (raising.terms().equals(lowering.terms())) {
            return holds(List.of(up.heat(), down.heat()), 1, 1) && holds(List.of(up.rate(), boltzmann.times(down.rate())), 1, -1);
        }
        boolean still = raising.isConstant() && lowering.isConstant();
        List<int[]> places = places(raising);
        return holds(List.of(up.heat(), down.heat()), 1, 1) && places.size() <= MOST_ENTRIES && places.stream().limit(still ? 1 : MOST_ENTRIES).allMatch(p -> {
            TimeFunction a = entry(raising, p);
            TimeFunction b = entry(lowering, p);
            return holds(List.of(a.times(a).times(up.rate()), boltzmann.times(b).times(b).times(down.rate())), 1, -1);
        });
    }

    /** When two channels are looked at: once where neither changes. */
    private DoubleStream times(Channel up, Channel down) {
        return DoubleStream.of(times).limit(isConstant(up) && isConstant(down) ? 1 : times.length);
    }

    private static boolean isConstant(Channel channel) {
        return channel.operator().isConstant() && channel.rate().isConstant() && channel.heat().isConstant();
    }

    private boolean holds(List<TimeFunction> functions, double... factors) {
        double[] magnitude = DoubleStream.of(factors).map(f -> TOLERANCE / TimeProof.ROUNDING * Math.abs(f)).toArray();
        return proof.vanish(functions, List.of(new TimeProof.Sum(factors, new double[factors.length], magnitude))).outcome() == TimeProof.Outcome.PROVEN;
    }

    private static List<int[]> places(TimeDependentOperator operator) {
        return operator.terms().stream().map(TimeDependentOperator.Term::matrix).flatMap(m -> IntStream.range(0, m.dimension()).boxed()
                .flatMap(i -> IntStream.range(m.rowStart()[i], m.rowStart()[i + 1]).mapToObj(p -> List.of(i, m.columns()[p]))))
                .distinct().map(p -> new int[] {p.get(0), p.get(1)}).toList();
    }

    private static TimeFunction entry(TimeDependentOperator operator, int[] place) {
        TimeFunction sum = TimeFunction.constant(0);
        for (TimeDependentOperator.Term term : operator.terms()) {
            sum = sum.plus(term.coefficient().times(TimeFunction.constant(term.matrix().re(place[0], place[1]), term.matrix().im(place[0], place[1]))));
        }
        return sum;
    }

    private boolean isOwnPair(Channel channel) {
        return times(channel, channel).allMatch(t -> heat(channel, t) == 0 && isNormal(jumpOperator(channel, t))) && (isConstant(channel) || isProvenOwn(channel));
    }

    /** LL† = L†L, entry by entry, to the rounding of the products that an entry is added up of. */
    private static boolean isNormal(SparseMatrix jump) {
        SparseMatrix square = jump.times(jump.adjoint());
        SparseMatrix difference = square.minus(jump.adjoint().times(jump));
        SparseMatrix moduli = jump.moduli().times(jump.moduli().adjoint()).plus(jump.moduli().adjoint().times(jump.moduli()));
        for (int i = 0; i < difference.dimension(); i++) {
            for (int p = difference.rowStart()[i]; p < difference.rowStart()[i + 1]; p++) {
                int j = difference.columns()[p];
                double size = TOLERANCE * Math.hypot(square.re(i, j), square.im(i, j)) + Rounding.OF_SUM * moduli.re(i, j);
                if (!(Math.hypot(difference.re()[p], difference.im()[p]) <= size)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isProvenOwn(Channel channel) {
        TimeDependentOperator a = channel.operator();
        if (Set.copyOf(a.terms()).equals(Set.copyOf(a.adjoint().terms()))) {
            return holds(List.of(channel.heat()), 1);
        }
        TimeDependentOperator square = a.times(a.adjoint());
        // what cancels in the squares is rounded in what it was made of
        TimeDependentOperator moduli = TimeDependentOperator.of(a.dimension(), a.terms().stream().map(t -> new TimeDependentOperator.Term(t.coefficient(), t.matrix().moduli())).toList());
        OperatorEntries entries = OperatorEntries.of(square.minus(a.adjoint().times(a)), moduli.times(moduli.adjoint()).plus(moduli.adjoint().times(moduli)));
        return holds(List.of(channel.heat()), 1)
                && (a.isConstant() || proof.vanish(entries.functions(), entries.sums()).outcome() == TimeProof.Outcome.PROVEN);
    }

    /** Entry by entry, as a small one may belong to a channel that is rare and not slow. */
    private static boolean agree(SparseMatrix a, SparseMatrix b) {
        return isNear(a, b) && isNear(b, a);
    }

    /** True if what is not zero in one matrix is the same in another. */
    private static boolean isNear(SparseMatrix a, SparseMatrix b) {
        for (int i = 0; i < a.dimension(); i++) {
            for (int p = a.rowStart()[i]; p < a.rowStart()[i + 1]; p++) {
                double re = b.re(i, a.columns()[p]);
                double im = b.im(i, a.columns()[p]);
                double size = Math.max(Math.hypot(a.re()[p], a.im()[p]), Math.hypot(re, im));
                if (!(Math.hypot(a.re()[p] - re, a.im()[p] - im) <= TOLERANCE * size)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double heat(Channel channel, double t) {
        return channel.heat().at(t).re();
    }

    private static SparseMatrix jumpOperator(Channel channel, double t) {
        TimeFunction.Value rate = channel.rate().at(t);
        return channel.operator().at(t).scaled(Math.sqrt(rate.re()), 0);
    }
}
