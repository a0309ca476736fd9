package org.unravel.bath;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.InitialState;
import org.unravel.model.Model;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.WeightSign;
import org.unravel.numeric.Rounding;
import org.unravel.numeric.SparseMatrix;

/**
 * The exchange relation P(Q)/P(−Q) = e^{ΔβQ} of the heat Q that the hotter of two baths gives, Δβ = β_cold − β_hot.
 *
 * <p>It needs a model without drive, two baths in detailed balance, and an X that H conserves and every jump changes by its quantum:
 * [X, H] = 0 and [X, L_k] = q_k L_k; then heat leaves the hot bath only towards the cold one, but for what the system can store. X is looked for
 * among the operators that are diagonal in the basis of the model. The relation then holds for long times, when |Q| is large beside what is stored:
 * it is claimed only where Q can grow without bound, that is where the states have a cycle that carries heat ({@link HeatCycles}).
 * It holds at every time if ρ(0) = e^{−β_cold X}/Z and H and all L_k are real: L_χ at (χ, H) is then the adjoint of the generator at
 * (−iΔβ − χ, −H) in the scalar product of ρ(0), and complex conjugation turns −H back into H.
 *
 * @param hot name of the bath of smaller β; empty where the relation does not hold
 * @param cold name of the other; empty likewise
 * @param bias Δβ &gt; 0; NaN likewise
 * @param validity at which times it holds
 * @param obstacle why it does not; empty if it does
 * @see <a href="https://doi.org/10.1103/PhysRevLett.92.230602">Jarzynski and Wójcik (2004), Phys. Rev. Lett. 92, 230602, eq. 1</a>
 * @see <a href="https://doi.org/10.1103/RevModPhys.81.1665">Esposito, Harbola and Mukamel (2009), Rev. Mod. Phys. 81, 1665, §IV</a>
 */
public record HeatExchange(String hot, String cold, double bias, Validity validity, String obstacle) {

    /** Inverse temperatures that are typed as expressions agree to this part. */
    private static final double SAME = 1e-9;

    /** Amplitude outside a value of X that is rounding of an eigenvector: probabilities are off by its square. */
    private static final double AMPLITUDE = 1e-9;

    /** At which times it holds. */
    public enum Validity { ALWAYS, LONG_TIMES, NEVER }

    /** Whether it holds for a model. */
    public static HeatExchange of(Model model) {
        List<Bath> warm = model.baths().stream().filter(FluctuationConditions::carriesHeat).toList();
        if (warm.size() != 2) {
            return none("it is about two baths that give heat, found " + warm.size());
        }
        if (model.unraveling().weights() == WeightSign.SIGNED) {
            return none("trajectories carry weights of both signs, so that shares of heat are no probabilities");
        }
        String channels = FluctuationConditions.channelObstacle(model);
        if (!channels.isEmpty()) {
            return none(channels);
        }
        int hotter = beta(warm.get(0)) <= beta(warm.get(1)) ? 0 : 1;
        Bath hot = warm.get(hotter);
        Bath cold = warm.get(1 - hotter);
        if (beta(cold) - beta(hot) <= SAME * Math.abs(beta(cold))) {
            return none("both baths have one temperature");
        }
        if (!isStill(model)) {
            return none("the model depends on time");
        }
        Optional<double[]> charge = charge(model);
        if (charge.isEmpty()) {
            return none("no energy was found that H conserves and every jump changes by its quantum");
        }
        Validity validity = isReal(model) && FluctuationConditions.isGibbs(model.initial(), means(model.initial(), charge.get()), beta(cold))
                && areEigenvectors(model.initial(), charge.get()) ? Validity.ALWAYS : Validity.LONG_TIMES;
        if (validity == Validity.LONG_TIMES && !HeatCycles.existFor(model, hot)) {
            return none("no jumps and no coupling lead heat round from bath " + hot.name() + " to bath " + cold.name()
                    + ", so the heat between them stays bounded by what the system stores");
        }
        return new HeatExchange(hot.name(), cold.name(), beta(cold) - beta(hot), validity, "");
    }

    private static HeatExchange none(String obstacle) {
        return new HeatExchange("", "", Double.NaN, Validity.NEVER, obstacle);
    }

    private static double beta(Bath bath) {
        return bath.inverseTemperature().orElseThrow();
    }

    private static boolean isStill(Model model) {
        return model.hamiltonian().isConstant()
                && model.channels().stream().allMatch(c -> c.operator().isConstant() && c.rate().isConstant() && c.heat().isConstant());
    }

    private static boolean isReal(Model model) {
        return Stream.concat(Stream.of(model.hamiltonian()), model.channels().stream().map(Channel::operator))
                .flatMap((TimeDependentOperator o) -> o.terms().stream())
                .allMatch(t -> t.coefficient().at(0).im() == 0 && java.util.Arrays.stream(t.matrix().im()).allMatch(x -> x == 0));
    }

    /** Diagonal of X, if there is one: basis states joined by H have equal values, those joined by L_k values that are q_k apart. */
    private static Optional<double[]> charge(Model model) {
        Potentials potentials = new Potentials(model.dimension());
        boolean consistent = potentials.join(model.hamiltonian().at(model.time().start()), 0);
        for (Channel c : model.channels()) {
            consistent &= potentials.join(c.operator().at(model.time().start()), c.heat().at(0).re());
        }
        return consistent ? Optional.of(potentials.values()) : Optional.empty();
    }

    private static double[] means(InitialState state, double[] diagonal) {
        SparseMatrix x = SparseMatrix.diagonal(diagonal);
        return state.components().stream().mapToDouble(c -> x.expectation(c.re(), c.im())).toArray();
    }

    private static boolean areEigenvectors(InitialState state, double[] diagonal) {
        return state.components().stream().allMatch(ket -> {
            double[] weight = java.util.stream.IntStream.range(0, diagonal.length)
                    .mapToDouble(i -> ket.re()[i] * ket.re()[i] + ket.im()[i] * ket.im()[i]).toArray();
            int most = java.util.stream.IntStream.range(0, weight.length).reduce(0, (a, b) -> weight[b] > weight[a] ? b : a);
            double outside = 0;
            for (int i = 0; i < weight.length; i++) {
                outside += Rounding.isOne(diagonal[i], ofSums(diagonal.length, diagonal[i]), diagonal[most], ofSums(diagonal.length, diagonal[most]))
                        ? 0 : weight[i];
            }
            return outside <= AMPLITUDE * AMPLITUDE;
        });
    }

    /** Rounding of a potential, which as many sums made as there are states at most. */
    private static double ofSums(int states, double potential) {
        return states * Rounding.OF_SUM * Math.abs(potential);
    }

    /** Values of the basis states up to a constant for each connected set. */
    private static final class Potentials {

        private final int[] set;
        private final double[] value;

        Potentials(int dimension) {
            set = java.util.stream.IntStream.range(0, dimension).toArray();
            value = new double[dimension];
        }

        /** Demands value_i − value_j = quantum for every entry (i, j); false if that contradicts what was demanded before. */
        boolean join(SparseMatrix operator, double quantum) {
            for (int i = 0; i < operator.dimension(); i++) {
                for (int p = operator.rowStart()[i]; p < operator.rowStart()[i + 1]; p++) {
                    if (!join(i, operator.columns()[p], quantum)) {
                        return false;
                    }
                }
            }
            return true;
        }

        private boolean join(int i, int j, double quantum) {
            double excess = value[j] + quantum - value[i];
            if (set[i] == set[j]) {
                return Math.abs(excess) <= ofSums(set.length, Math.max(Math.abs(quantum), largest(set[i])));
            }
            int from = set[i];
            for (int k = 0; k < set.length; k++) {
                if (set[k] == from) {
                    set[k] = set[j];
                    value[k] += excess;
                }
            }
            return true;
        }

        /** Largest |value| of a connected set, in which sums of quanta lead from each state to each other one. */
        private double largest(int of) {
            double largest = 0;
            for (int k = 0; k < set.length; k++) {
                largest = set[k] == of ? Math.max(largest, Math.abs(value[k])) : largest;
            }
            return largest;
        }

        double[] values() {
            return value;
        }
    }
}
