package org.unravel.effective;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;
import org.unravel.model.Split;
import org.unravel.model.TimeGrid;
import org.unravel.numeric.SparseMatrix;

/**
 * The energy, heat and work of a part of a joint system by its own exact evolution: with the canonical Hamiltonian K of the generator L = Φ'Φ⁻¹, whose dissipator is minimal, U = Tr Kρ,
 * Q = ∫Tr Kρ'dt and W = ∫Tr K'ρdt (physics.md, "Definitions of heat and work"). K belongs to the map, so to the rest's initial state, and not to the part's. Where Φ cannot be inverted, K does not exist: from the
 * first time at which the condition of Φ exceeds {@link #MOST_CONDITION} on, everything is NaN. Arrays are not to be written.
 *
 * @param times of the grid, shape [points]
 * @param dimension d of the part
 * @param hamiltonians K, packed as in {@link org.unravel.exact.StateEvolution}, traceless, shape [points][d²]
 * @param levels of K, ascending, shape [points][d]
 * @param rates canonical rates, ascending, of jump operators of unit Hilbert–Schmidt norm, may be negative, shape [points][d² − 1]
 * @param condition largest over smallest singular value of Φ, shape [points]
 * @param energy U, shape [points]
 * @param heat Q into the part since the start, same shape
 * @param work W into the part, same shape
 * @param error of energy, heat and work: what quadrature rules differ by, and what rounding may do, which grows with the condition; |ΔU − Q − W|, which is not part of it, stays below. Same shape
 * @param end the time from which on nothing is known; empty where all is
 * @param nodes of all panels that were integrated, ascending in time: Σ weight Tr[change ρ(time)] is the work
 */
public record MinimalDissipation(double[] times, int dimension, double[][] hamiltonians, double[][] levels, double[][] rates, double[] condition, double[] energy, double[] heat,
        double[] work, double[] error, Optional<Double> end, List<Node> nodes) implements EffectiveCurves {

    /** Above this condition of Φ the derivative of K, which loses twice its digits, is rounding. */
    public static final double MOST_CONDITION = 1e8;

    /** Elements of a product state that are rounding. */
    private static final double PRODUCT = 1e-12;

    /**
     * A place at which work is done.
     *
     * @param time between grid times, or at one
     * @param panel middle of the panel that it belongs to; the time itself where K jumps
     * @param weight in the unit of time; 1 where K jumps
     * @param change K' there, or by how much K jumps; packed
     */
    public record Node(double time, double panel, double weight, double[] change) {
    }

    /**
     * Of a closed system whose Hamiltonian does not depend on time.
     *
     * @param hamiltonian H of the joint space, Hermitian
     * @param parts the part and the rest
     * @param part the part's state at the first time, packed, trace 1
     * @param rest the rest's state there, packed, trace 1
     * @param times ascending, two at least
     */
    public static MinimalDissipation of(SparseMatrix hamiltonian, Bipartition parts, double[] part, double[] rest, double[] times) {
        MapPath maps = new ClosedMap(hamiltonian, parts, rest, times[0]);
        double[][] edges = IntStream.range(0, times.length - 1).mapToObj(i -> new double[] {times[i], times[i + 1]}).toArray(double[][]::new);
        return new MinimalDissipationPath(maps, part, times, edges, times[times.length - 1]).solve();
    }

    /**
     * Of a part of a model in two parts.
     *
     * @param part one of the model's split
     * @param multiplyAdds how many may be spent, &gt; 0
     * @throws ModelException if the start is no product of states of the parts, so that there is no map, if it takes more work, or the joint master equation cannot be integrated
     */
    public static MinimalDissipation of(Model model, Split.Part part, double multiplyAdds) {
        Bipartition parts = Bipartition.of(part, model.split().orElseThrow().partner(part));
        MapForecast.of(model, parts).require(multiplyAdds);
        ProductStart start = ProductStart.of(model.initial(), parts);
        if (!(start.defect() <= PRODUCT)) {
            throw new ModelException(Reason.NOT_APPLICABLE, String.format(Locale.ROOT, "expected a start that is a product of a state of each part, found one that differs from it by %.1e: its "
                    + "correlations leave the parts without dynamical maps", start.defect()));
        }
        return of(model, parts, start.part(), start.rest(), multiplyAdds);
    }

    /**
     * Of a part of a model, driven or open or neither.
     *
     * @param part the part's state at the start, packed, trace 1; that of the whole is the product
     * @param rest the rest's state there, packed, trace 1
     * @param multiplyAdds how many may be spent, &gt; 0
     * @throws ModelException if it takes more, or the joint master equation cannot be integrated
     */
    public static MinimalDissipation of(Model model, Bipartition parts, double[] part, double[] rest, double multiplyAdds) {
        MapForecast.of(model, parts).require(multiplyAdds);
        MapPath maps = isClosed(model) ? new ClosedMap(model.hamiltonian().at(model.time().start()), parts, rest, model.time().start()) : new JointMap(model, parts, rest, multiplyAdds);
        TimeGrid grid = model.time();
        double[] breakpoints = model.breakpoints();
        double[] times = IntStream.range(0, grid.pointCount()).mapToDouble(grid::time).toArray();
        double[][] edges = IntStream.range(0, times.length - 1).mapToObj(i -> edges(grid, breakpoints, times[i], times[i + 1])).toArray(double[][]::new);
        return new MinimalDissipationPath(maps, part, times, edges, grid.afterEnd()).solve();
    }

    /** Whether there are eigenvectors that hold all the time. */
    static boolean isClosed(Model model) {
        return model.channels().isEmpty() && model.hamiltonian().isConstant();
    }

    private static double[] edges(TimeGrid grid, double[] breakpoints, double from, double to) {
        double margin = grid.rounding(to);
        return DoubleStream.concat(DoubleStream.of(from, to), Arrays.stream(breakpoints).filter(b -> b > from + margin && b < to - margin)).sorted().toArray();
    }

    /** Tr Kρ at a grid time of any state of the part, packed; NaN where K is not known. */
    public double energyOf(double[] state, int gridIndex) {
        return Superoperator.trace(hamiltonians[gridIndex], state);
    }

    /** Largest gap between neighbouring levels of K; of a part of two levels its gap with the sign of K₀₀ − K₁₁, where 0 is the excited level of a qubit; shape [points]. */
    @Override
    public double[] largestFrequency() {
        return IntStream.range(0, times.length).mapToDouble(i -> gap(i, true)).toArray();
    }

    /** The smallest one. */
    @Override
    public double[] smallestFrequency() {
        return IntStream.range(0, times.length).mapToDouble(i -> gap(i, false)).toArray();
    }

    @Override
    public double[] largestRate() {
        return IntStream.range(0, times.length).mapToDouble(i -> rates[i][rates[i].length - 1]).toArray();
    }

    @Override
    public double[] smallestRate() {
        return IntStream.range(0, times.length).mapToDouble(i -> rates[i][0]).toArray();
    }

    private double gap(int index, boolean isLargest) {
        double[] ascending = levels[index];
        if (dimension == 2) {
            return Math.copySign(ascending[1] - ascending[0], hamiltonians[index][0] - hamiltonians[index][3]);
        }
        DoubleStream gaps = IntStream.range(1, ascending.length).mapToDouble(k -> ascending[k] - ascending[k - 1]);
        return (isLargest ? gaps.max() : gaps.min()).orElse(Double.NaN);
    }
}
