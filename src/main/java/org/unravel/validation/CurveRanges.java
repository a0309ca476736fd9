package org.unravel.validation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.unravel.model.Bath;
import org.unravel.model.InitialState.Component;
import org.unravel.model.JumpBias;
import org.unravel.model.Model;
import org.unravel.model.Observable;
import org.unravel.model.Quantity;
import org.unravel.model.Quantity.Kind;
import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.SparseMatrix;

/**
 * How far apart the values of two trajectories can be at most, quantity by quantity and grid time by grid time, from the model alone.
 *
 * <ul>
 * <li>U(t) and observables: the width of a {@link SpectralBound}; U(t) − U(0): that and the spread of ⟨E(0)⟩ over the initial kets;
 * <li>W(t) = ∫⟨Ė⟩dt: the integral of the width of Ė, and the width of E(t⁺) − E(t⁻) at each quench; unitary heat likewise from i[H, E];
 * <li>Q = ΔU − W: the sum of both;
 * <li>counted heat: not bounded, but the number of jumps is at most a Poisson number whose mean Λ is the integral of the largest rate.
 *     A trajectory has more than n* = Λ + √(2Λℓ) + ℓ/3 with probability e^{−ℓ} (Bernstein); ℓ makes that 1e-9 in the whole sample;
 * <li>particles and chemical work W_chem: likewise; where there are particles Q = ΔU − W − W_chem is as wide as all three;
 * <li>quantum heat = Q − Q_counted: the sum of both; Floquet work = ΔU − Q_counted likewise;
 * <li>heat of one of several baths: a jump changes ⟨E⟩ by no more than the width ΔE of the energy at any time so far, and drift heat flows at
 *     |½⟨{E,K}⟩ − ⟨E⟩⟨K⟩| ≤ σ_E σ_K ≤ ΔE ΔK/4 (Cauchy and Schwarz; Popoviciu), of which ∫ΔK is at most the Λ of that bath.
 * </ul>
 *
 * @see <a href="https://doi.org/10.1093/acprof:oso/9780199535255.001.0001">Boucheron, Lugosi and Massart, Concentration Inequalities, §2.4
 *      and corollary 2.11</a>
 */
final class CurveRanges {

    /** Chance that any trajectory has more jumps than the bound: nothing beside the family-wise rate. */
    private static final double EXCESS_CHANCE = 1e-9;

    private static final Quantity HEAT_COUNTED = Quantity.of(Kind.HEAT_COUNTED);

    private final Model model;
    private final TimeCells cells;
    private final ChannelBounds channels;
    private final double exponent;
    private final double[] mostJumps;
    private final double initialSpread;
    private final double[] work;
    private final double[] unitary;
    private final double[] energy;
    /** Of every quantity that has a bound: its width at a grid time. */
    private final Map<Quantity, IntToDoubleFunction> widths = new HashMap<>();

    /**
     * Ranges of a model's curves.
     *
     * @param mostJumps of each channel: a number of jumps that no trajectory exceeds; infinite where none is known
     */
    CurveRanges(Model model, TimeCells cells, ChannelBounds channels, long trajectoryCount, double[] mostJumps) {
        this.model = model;
        this.mostJumps = mostJumps.clone();
        this.cells = cells;
        this.channels = channels;
        this.exponent = Math.log(trajectoryCount / EXCESS_CHANCE);
        this.initialSpread = initialSpread();
        this.work = work();
        TimeDependentOperator gain = model.unitaryHeatOperator();
        OperatorBounds gains = OperatorBounds.of(gain);
        this.unitary = gain.isZero() ? cells.integral(0) : cells.integral((from, to, branch) -> gains.over(from, to, branch).width());
        this.energy = widths(model.energy());
        putWidths();
    }

    private void putWidths() {
        int[] all = IntStream.range(0, channels.count()).toArray();
        widths.put(Quantity.of(Kind.ENERGY), i -> energy[i]);
        for (Observable o : model.observables()) {
            double[] own = widths(o.operator());
            widths.put(Quantity.of(o), i -> own[i]);
        }
        putCumulative(Kind.ENERGY_CHANGE, this::changeWidth);
        putCumulative(Kind.WORK, i -> work[i]);
        putCumulative(Kind.HEAT_UNITARY, i -> unitary[i]);
        putCumulative(Kind.HEAT, i -> changeWidth(i) + work[i] + chemicalWidth(all, i));
        putCumulative(Kind.HEAT_QUANTUM, i -> changeWidth(i) + work[i] + countedWidth(HEAT_COUNTED, all, i) + chemicalWidth(all, i));
        putCumulative(Kind.WORK_FLOQUET, i -> changeWidth(i) + countedWidth(HEAT_COUNTED, all, i));
        int first = 0;
        for (Bath bath : model.baths()) {
            int[] of = IntStream.range(first, first + bath.channels().size()).toArray();
            first += of.length;
            widths.put(Quantity.of(Kind.HEAT_OF_BATH, bath), i -> i == 0 ? 0 : heatWidth(of, i) + chemicalWidth(of, i));
        }
    }

    private double chemicalWidth(int[] of, int point) {
        return model.hasParticles() ? countedWidth(Quantity.of(Kind.WORK_CHEMICAL), of, point) : 0;
    }

    /** Jump and drift heat of the channels of one bath. */
    private double heatWidth(int[] of, int point) {
        if (of.length == channels.count()) {
            return changeWidth(point) + work[point] + unitary[point];
        }
        double mostEnergy = energy[0] + work[point];
        return mostEnergy * (2 * jumps(of, point) + channels.jumpBound(of, point) / 2);
    }

    /** What is zero at the start in every trajectory. */
    private void putCumulative(Kind kind, IntToDoubleFunction width) {
        widths.put(Quantity.of(kind), i -> i == 0 ? 0 : width.applyAsDouble(i));
    }

    private double changeWidth(int point) {
        return energy[point] + initialSpread;
    }

    private double initialSpread() {
        SparseMatrix energy = model.energy().at(model.time().start(), cells.after(model.time().start()));
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Component c : model.initial().components()) {
            double u = energy.expectation(c.re(), c.im());
            low = Math.min(low, u);
            high = Math.max(high, u);
        }
        return high - low;
    }

    private double[] work() {
        TimeDependentOperator energy = model.energy();
        OperatorBounds rates = OperatorBounds.ofRate(energy);
        double[] sums = energy.isConstant() ? cells.integral(0) : cells.integral((from, to, branch) -> rates.over(from, to, branch).width());
        for (double t : energy.breakpoints(model.time().start(), model.time().end())) {
            double quench = SpectralBound.of(energy.at(t, cells.after(t)).minus(energy.at(t, cells.before(t)))).width();
            for (int i = 0; i < sums.length; i++) {
                sums[i] += model.time().time(i) >= t ? quench : 0;
            }
        }
        return sums;
    }

    /** At a quench a point may show either side. */
    private SpectralBound bound(TimeDependentOperator operator, int point) {
        double t = model.time().time(point);
        return SpectralBound.of(operator.at(t, cells.after(t))).hull(SpectralBound.of(operator.at(t, cells.before(t))));
    }

    private double[] widths(TimeDependentOperator operator) {
        if (operator.isConstant()) {
            double width = SpectralBound.of(operator.at(0)).width();
            return IntStream.range(0, model.time().pointCount()).mapToDouble(i -> width).toArray();
        }
        return IntStream.range(0, model.time().pointCount()).mapToDouble(i -> bound(operator, i).width()).toArray();
    }

    /** Largest norm of an observable at the grid times: the scale of its curve. */
    double norm(Observable observable) {
        int points = observable.operator().isConstant() ? 1 : model.time().pointCount();
        return IntStream.range(0, points).mapToDouble(i -> bound(observable.operator(), i).norm()).max().orElseThrow();
    }

    /** True if a bound of the quantity is known; of what is counted {@link #countedWidth} is one. */
    boolean isKnown(Quantity quantity) {
        return widths.containsKey(quantity);
    }

    /**
     * The widest distance of two trajectories' values of an observable, an energy, work, or a heat that is not counted.
     *
     * @throws IllegalArgumentException if no bound is known of the quantity; it is named
     */
    double width(Quantity quantity, int point) {
        IntToDoubleFunction width = widths.get(quantity);
        if (width == null) {
            String known = widths.keySet().stream().map(Quantity::name).sorted().collect(Collectors.joining(", "));
            throw new IllegalArgumentException("expected a quantity whose range is known (" + known + "), found '" + quantity.name() + "'");
        }
        return width.applyAsDouble(point);
    }

    /** The widest distance of what is counted at the jumps of some channels in two trajectories. */
    double countedWidth(Quantity counted, int[] of, int point) {
        return channels.countedWidth(counted, of, jumps(of, point));
    }

    /**
     * The number n* of jumps of some channels that no trajectory of the sample exceeds; one more where a bias makes the first jump certain. The largest numbers
     * of the whole run, where they are known of each channel, hold at all times.
     */
    double jumps(int[] of, int point) {
        double sum = 0;
        for (int k : of) {
            sum += mostJumps[k];
        }
        return Math.min(sum, poissonBound(of, point));
    }

    private double poissonBound(int[] of, int point) {
        double mean = model.bias().map(b -> biasedJumpBound(b, of, point)).orElseGet(() -> channels.jumpBound(of, point));
        boolean certain = model.bias().map(b -> b.firstJump() == JumpBias.FirstJump.CERTAIN).orElse(false);
        return mean == 0 ? 0 : mean + Math.sqrt(2 * mean * exponent) + exponent / 3 + (certain ? 1 : 0);
    }

    /**
     * Jumps are b times as frequent, and a channel takes at most max c/min c times the share of them that it takes in the model; some trajectories are
     * drawn from the model's own law.
     */
    private double biasedJumpBound(JumpBias bias, int[] of, int point) {
        double[] c = bias.factors(model.baths());
        double contrast = c.length == 0 ? 1 : Arrays.stream(c).max().orElseThrow() / Arrays.stream(c).min().orElseThrow();
        int[] all = IntStream.range(0, channels.count()).toArray();
        double frequency = Math.max(1, bias.jumpFactor());
        return frequency * Math.min(channels.jumpBound(all, point), contrast * channels.jumpBound(of, point));
    }
}
