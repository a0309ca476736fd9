package org.unravel.exact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.unravel.model.Bath;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Quantity;
import org.unravel.model.Reason;
import org.unravel.numeric.Rounding;

/**
 * The exact distribution of a counted quantity at the end of the run, by Fourier inversion of the tilted generator (physics.md, "What is counted, exactly"):
 * with N points, χ_j = 2πj/N, P(n) = (1/N) Σ_j e^{−iχ_jn} Tr ρ_{χ_j}.
 *
 * <p>One direction where all quanta are multiples of one unit; two where they need two incommensurate units, or for the joint distribution of
 * two baths. What lies outside the window is folded into it; {@code outside} bounds it. Probabilities are good to {@link #ACCURACY} and not
 * clipped, so that a vanishing one may come out as ±1e-13.
 *
 * @param name what is counted
 * @param units size of one step in each direction, in the model's unit of energy, or 1 for jumps; shape [directions], 0 to 2 of them
 * @param lowest first n in each direction
 * @param size number of n in each direction
 * @param probabilities P(n), shape [product of size], the last direction running fastest
 * @param outside upper bound of the probability of all n outside the window
 * @see <a href="https://doi.org/10.1103/RevModPhys.81.1665">Esposito, Harbola and Mukamel (2009), RMP 81, 1665</a>
 */
public record CountingDistribution(String name, double[] units, int[] lowest, int[] size, double[] probabilities, double outside) {

    /** What a probability is good to: errors of 1e-12 a step add up over a run. */
    public static final double ACCURACY = 1e-11;

    /** Sums of quanta are whole numbers of units up to rounding. */
    private static final double SAME_STEP = 1e-6;

    /** Largest dimension: a larger one takes hours. */
    public static final int MAX_DIMENSION = 100;

    private static final int MAX_DIRECTIONS = 2;

    /**
     * One value and its probability.
     *
     * @param value Σ_f n_f units_f
     * @param probability its probability
     * @param rounding bound of the rounding of the value
     */
    public record Atom(double value, double probability, double rounding) {

        /** A value without rounding. */
        public Atom(double value, double probability) {
            this(value, probability, 0);
        }
    }

    /**
     * The distribution of one quantity.
     *
     * @param model the problem
     * @param counted what is counted, of the same model
     * @param effort how much work it may take
     * @throws ModelException if a quantum depends on time, the quanta need more than two incommensurate units, the dimension exceeds
     *         {@link #MAX_DIMENSION}, the work exceeds what the effort allows, or the equations cannot be integrated
     */
    public static CountingDistribution solve(Model model, CountedQuantity counted, Effort effort) {
        check(counted.name(), model);
        return solve(model, TiltedFlow.of(model), counted, OptionalDouble.empty(), effort.budget());
    }

    static CountingDistribution solve(Model model, TiltedFlow flow, CountedQuantity counted, OptionalDouble variance, WorkBudget budget) {
        return solve(model, flow, counted.name(), lattice(counted), variance, budget);
    }

    /** The joint distribution of the counted heat of two baths; conditions as for {@link #solve}, and one unit for each bath. */
    public static CountingDistribution joint(Model model, Bath first, Bath second, Effort effort) {
        check(Quantity.heatCounted(first, second), model);
        return joint(model, TiltedFlow.of(model), first, second, effort.budget());
    }

    static CountingDistribution joint(Model model, TiltedFlow flow, Bath first, Bath second, WorkBudget budget) {
        CountingLattice one = lattice(CountedQuantity.heat(model, first));
        CountingLattice other = lattice(CountedQuantity.heat(model, second));
        String name = Quantity.heatCounted(first, second);
        if (one.directionCount() != 1 || other.directionCount() != 1) {
            throw new ModelException(Reason.NOT_APPLICABLE, "each bath must have quanta of one common unit for the exact distribution of " + name);
        }
        return solve(model, flow, name, CountingLattice.joint(List.of(one, other)), OptionalDouble.empty(), budget);
    }

    private static void check(String name, Model model) {
        DimensionLimit.check("distribution of " + name, model.dimension(), MAX_DIMENSION);
    }

    private static CountingLattice lattice(CountedQuantity counted) {
        if (!counted.isDiscrete()) {
            throw new ModelException(Reason.NOT_APPLICABLE, "quanta must be constant for the exact distribution of " + counted.name());
        }
        return CountingLattice.of(counted.name(), counted.values());
    }

    private static CountingDistribution solve(Model model, TiltedFlow flow, String name, CountingLattice lattice, OptionalDouble variance,
            WorkBudget budget) {
        if (lattice.directionCount() > MAX_DIRECTIONS) {
            throw new ModelException(Reason.NOT_APPLICABLE, "expected at most " + MAX_DIRECTIONS + " incommensurate quanta for the exact distribution of " + name
                    + ", found " + lattice.directionCount());
        }
        if (lattice.directionCount() == 0) {
            return new CountingDistribution(name, new double[0], new int[0], new int[0], new double[] {1}, 0);
        }
        check(name, model);
        CountingWindow window = CountingWindow.of(model, flow, lattice, variance, budget);
        double[] g = new CharacteristicFunction(model, flow, lattice, window, budget).values();
        return new CountingDistribution(name, lattice.units(), window.lowest(), window.size(), FourierInversion.probabilities(g, window),
                window.outside());
    }

    CountingDistribution named(String other) {
        return new CountingDistribution(other, units, lowest, size, probabilities, outside);
    }

    /** All values with their probabilities, ascending; values that coincide in two directions are not gathered, see {@link Rounding}. */
    public List<Atom> atoms() {
        List<Atom> atoms = new ArrayList<>();
        for (int p = 0; p < probabilities.length; p++) {
            int[] n = indices(p);
            double value = 0;
            double magnitude = 0;
            for (int f = 0; f < n.length; f++) {
                value += n[f] * units[f];
                magnitude += Math.abs(n[f] * units[f]);
            }
            atoms.add(new Atom(value, probabilities[p], Rounding.OF_SUM * magnitude));
        }
        atoms.sort(Comparator.comparingDouble(Atom::value));
        return atoms;
    }

    /** n of a flat index of {@link #probabilities}, shape [directions]. */
    public int[] indices(int flat) {
        int[] n = FourierInversion.indices(flat, size);
        for (int f = 0; f < n.length; f++) {
            n[f] += lowest[f];
        }
        return n;
    }

    /**
     * P(n).
     *
     * @param n one number for each direction
     * @return 0 outside the window
     */
    public double probability(int... n) {
        int p = 0;
        for (int f = 0; f < size.length; f++) {
            if (n[f] < lowest[f] || n[f] - lowest[f] >= size[f]) {
                return 0;
            }
            p = p * size[f] + n[f] - lowest[f];
        }
        return probabilities[p];
    }

    /** The flat index of {@link #probabilities} of values of the directions, in the unit of energy; empty outside the window and between its places. */
    public OptionalInt place(double... values) {
        int p = 0;
        for (int f = 0; f < size.length; f++) {
            double n = values[f] / units[f];
            long step = Math.round(n) - lowest[f];
            if (!(Math.abs(n - Math.rint(n)) <= SAME_STEP) || step < 0 || step >= size[f]) {
                return OptionalInt.empty();
            }
            p = p * size[f] + (int) step;
        }
        return OptionalInt.of(p);
    }
}
