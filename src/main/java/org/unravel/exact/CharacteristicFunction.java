package org.unravel.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.unravel.model.Model;
import org.unravel.model.TimeGrid;

/**
 * G(χ) = Tr[𝒯exp(∫ℒ_χdt) ρ(0)] at the end of the run (physics.md, "What is counted, exactly"), on all points of a reciprocal grid.
 *
 * <p>Where nothing depends on time and D is small, as the exponential of the dense tilted generator; else by integration in matrix form.
 * Not safe for threads.
 */
final class CharacteristicFunction {

    /** Numbers of a matrix up to which the exponential, of n³ work for each field, is the faster way. */
    private static final int MAX_EXPONENTIAL_SIZE = 64;

    /** Numbers of one integration: enough to share the cost of moving H(t), few enough for the second-level cache. */
    private static final int NUMBERS_AT_ONCE = 4096;

    private final Model model;
    private final CountingLattice lattice;
    private final CountingWindow window;
    private final WorkBudget budget;
    private final TiltedFlow flow;

    /** Bound of the generator times the run from which on doubles are not enough: their rounding, 1e-16 of it, shows. */
    private static final double STIFF = 1e4;

    /** Products of matrices in the exponential of a stiff generator, halvings included. */
    private static final double STIFF_PRODUCTS = 60;

    CharacteristicFunction(Model model, TiltedFlow flow, CountingLattice lattice, CountingWindow window, WorkBudget budget) {
        this.model = model;
        this.lattice = lattice;
        this.window = window;
        this.budget = budget;
        this.flow = flow;
    }

    /** Re and Im of G, interleaved; half of the points from the other half by G(−χ) = G(χ)*. */
    double[] values() {
        List<Integer> own = new ArrayList<>();
        for (int j = 0; j < window.pointCount(); j++) {
            if (j <= FourierInversion.opposite(j, window.size())) {
                own.add(j);
            }
        }
        double[] g = new double[2 * window.pointCount()];
        if (flow.isConstant() && Influence.actionOfConstants(model) > STIFF) {
            stiff(own, g);
        } else if (flow.isConstant() && flow.size() <= MAX_EXPONENTIAL_SIZE) {
            exponentials(own, g);
        } else {
            integrals(own, g);
        }
        return g;
    }

    private void exponentials(List<Integer> fields, double[] g) {
        DenseSuperoperators all = DenseSuperoperators.of(model, flow);
        double span = model.time().end() - model.time().start();
        double[] start = flow.restrict(DenseMatrix.packed(model.initial()));
        double[] realPart = new double[start.length];
        double[] imaginaryPart = new double[start.length];
        for (int j : fields) {
            ComplexMatrix generator = all.tilted(phases(j));
            double work = generator.exponentialWork(span);
            if (j == 0) {
                budget.require(work * fields.size());
            }
            budget.spend(work);
            generator.exponential(span).apply(start, realPart, imaginaryPart);
            put(j, flow.trace(realPart, 0), flow.trace(imaginaryPart, 0), g);
        }
    }

    /** One field after the other, so that their exponentials are small. */
    private void stiff(List<Integer> fields, double[] g) {
        double numbers = 2.0 * flow.size();
        if (numbers > PiecewiseIntegration.FEW_NUMBERS) {
            throw WorkBudget.exceeded("a distribution of so stiff a model needs a density matrix of at most " + PiecewiseIntegration.FEW_NUMBERS / 2
                    + " numbers that can be reached, found " + flow.size());
        }
        budget.require(fields.size() * Math.pow(numbers, 3) * STIFF_PRODUCTS);
        for (int j : fields) {
            CharacteristicFunctionSystem system = new CharacteristicFunctionSystem(flow, new double[][] {phases(j)});
            double[] y = integrate(system, 2);
            put(j, system.realPart(y, 0), system.imaginaryPart(y, 0), g);
        }
    }

    private void integrals(List<Integer> fields, double[] g) {
        // half of the fields, two Hermitian matrices each
        budget.require(flow.work() * window.evaluationCount() * window.pointCount());
        int batch = Math.max(1, NUMBERS_AT_ONCE / (2 * flow.size()));
        for (int from = 0; from < fields.size(); from += batch) {
            List<Integer> some = fields.subList(from, Math.min(fields.size(), from + batch));
            CharacteristicFunctionSystem system = new CharacteristicFunctionSystem(flow,
                    some.stream().map(this::phases).toArray(double[][]::new));
            double[] y = integrate(system, 2 * some.size());
            for (int f = 0; f < some.size(); f++) {
                put(some.get(f), system.realPart(y, f), system.imaginaryPart(y, f), g);
            }
        }
    }

    private double[] integrate(CharacteristicFunctionSystem system, int matrices) {
        StopTimes stops = StopTimes.of(model, new TimeGrid(model.time().start(), model.time().end(), 2));
        return new PiecewiseIntegration(stops, system, budget, matrices * flow.work()).advanceToEnd(system.start(model));
    }

    private void put(int field, double re, double im, double[] g) {
        int opposite = FourierInversion.opposite(field, window.size());
        g[2 * opposite] = re;
        g[2 * opposite + 1] = -im;
        g[2 * field] = re;
        g[2 * field + 1] = im;
    }

    /** χ·ν_k of each channel. */
    private double[] phases(int field) {
        int[] j = FourierInversion.indices(field, window.size());
        return Arrays.stream(lattice.steps()).mapToDouble(n -> {
            double phase = 0;
            for (int f = 0; f < n.length; f++) {
                phase += 2 * Math.PI * Math.floorMod((long) j[f] * n[f], (long) window.size()[f]) / window.size()[f];
            }
            return phase;
        }).toArray();
    }
}
