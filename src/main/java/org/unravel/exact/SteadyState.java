package org.unravel.exact;

import java.util.Arrays;
import java.util.Optional;

import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;

/**
 * What the start of a model that does not depend on time tends to, averaged over a long time, and the solution of ℒx = b beside it, by elimination in
 * {@link Extended} numbers on the numbers that the start leads to. Where ℒ has several steady states, it is the mixture of them that the start leads to.
 */
final class SteadyState {

    /** As far as the generator in extended numbers is looked at. */
    private static final int MOST_LEVELS = 200;

    private final ExtendedGenerator generator;
    private final int[] place;
    private final NullProjection kept;
    private final ExtendedMatrix state;

    private SteadyState(Model model) {
        this.generator = ExtendedGenerator.of(model);
        double[] packed = DenseMatrix.packed(model.initial());
        this.place = places(generator, packed);
        Extended[] ones = new Extended[generator.channelCount()];
        Arrays.fill(ones, Extended.of(1));
        this.kept = new NullProjection(generator.tilted(ones, place));
        ExtendedMatrix limit = kept.of(restricted(packed));
        Extended trace = trace(limit);
        for (int i = 0; i < limit.rows(); i++) {
            limit.set(i, 0, limit.get(i, 0).over(trace));
        }
        this.state = limit;
    }

    /**
     * The long-time average of a model.
     *
     * @throws ModelException if something depends on time, or the start leads to too many numbers
     */
    static SteadyState of(Model model) {
        dependingOnTime(model).ifPresent(what -> {
            throw new ModelException(Reason.NOT_APPLICABLE, "the Hamiltonian, jump operators and rates must not depend on time for the long-time limit of model " + model.name()
                    + ", but " + what + " does: go to a rotating frame in which it does not, or say with `period` after which time it repeats");
        });
        DimensionLimit.checkNumbers("long-time limit by elimination", numberCount(model), CurrentStatistics.MOST_NUMBERS);
        return new SteadyState(model);
    }

    private static int[] places(ExtendedGenerator generator, double[] packed) {
        boolean[] start = new boolean[packed.length];
        for (int i = 0; i < start.length; i++) {
            start[i] = packed[i] != 0;
        }
        return generator.reach(start, ExtendedGenerator.Evolution.WITH_JUMPS);
    }

    /** How many numbers of the density matrix the start of a model that does not depend on time leads to; of a model of more than 200 levels all D². */
    static int numberCount(Model model) {
        int d = model.dimension();
        return d > MOST_LEVELS ? d * d : Arrays.stream(places(ExtendedGenerator.of(model), DenseMatrix.packed(model.initial()))).max().orElse(-1) + 1;
    }

    private static Optional<String> dependingOnTime(Model model) {
        if (!model.hamiltonian().isConstant()) {
            return Optional.of("the hamiltonian");
        }
        for (Channel c : model.channels()) {
            if (!c.operator().isConstant() || !c.rate().isConstant()) {
                return Optional.of("the " + (c.rate().isConstant() ? "operator" : "rate") + " of channel " + c.name());
            }
        }
        return Optional.empty();
    }

    private ExtendedMatrix restricted(double[] packed) {
        double[] some = new double[Arrays.stream(place).max().orElse(-1) + 1];
        for (int i = 0; i < place.length; i++) {
            if (place[i] >= 0) {
                some[place[i]] = packed[i];
            }
        }
        return ExtendedMatrix.column(some);
    }

    ExtendedGenerator generator() {
        return generator;
    }

    /** Place of each of all packed numbers among those that the start leads to, −1 for the others. */
    int[] place() {
        return place;
    }

    /** The state, a column on those numbers. */
    ExtendedMatrix state() {
        return state;
    }

    /** Independent matrices that do not change in time, as columns; one if the start leads to one steady state. */
    ExtendedMatrix invariants() {
        return kept.vectors();
    }

    /** The x with ℒx = b that nothing of an unchanging matrix is added to; what of b does not change is left out. */
    ExtendedMatrix solve(ExtendedMatrix b) {
        return kept.solve(b);
    }

    DenseMatrix densityMatrix() {
        int d = generator.dimension();
        double[] packed = new double[d * d];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = place[i] < 0 ? 0 : state.high()[place[i]][0];
        }
        DenseMatrix rho = new DenseMatrix(d);
        rho.unpack(packed);
        return rho;
    }

    /** Levels with a population in the state of the start or on the way from it. */
    boolean[] levels() {
        boolean[] some = new boolean[generator.dimension()];
        for (int i = 0; i < some.length; i++) {
            some[i] = place[i * (some.length + 1)] >= 0;
        }
        return some;
    }

    /** Σ_k weight_k L_kρL_k† of a column. */
    ExtendedMatrix jumps(double[] weights, ExtendedMatrix rho) {
        return generator.jumps(weights, rho, place);
    }

    Extended trace(ExtendedMatrix rho) {
        return generator.trace(rho, place);
    }
}
