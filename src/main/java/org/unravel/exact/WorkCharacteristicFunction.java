package org.unravel.exact;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.unravel.model.InitialState.Component;
import org.unravel.model.Model;
import org.unravel.model.TimeGrid;
import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.SparseMatrix;

/**
 * E[e^{iuW}] of the work by two measurements of the energy, W = E_m − E_n − Q: Tr[e^{iuE(τ)} Λ_{−u}(e^{−iuE(0)}ρ(0))] (physics.md, "What is counted, exactly").
 *
 * @param u arguments, in inverse energy, shape [arguments]
 * @param re real parts, same shape
 * @param im imaginary parts, same shape
 */
public record WorkCharacteristicFunction(double[] u, double[] re, double[] im) {

    /**
     * Integrates the tilted equation, for any H(t), rates and quanta; good to about 1e-11.
     *
     * @param model measured at both ends, see {@link Model#measured}
     * @param u arguments, in inverse energy
     * @throws org.unravel.model.ModelException if the equations cannot be integrated; names the time
     */
    public static WorkCharacteristicFunction solve(Model model, double... u) {
        return solve(model, TiltedFlow.of(model), WorkBudget.unlimited(), u);
    }

    static WorkCharacteristicFunction solve(Model model, TiltedFlow flow, WorkBudget budget, double... u) {
        TimeGrid ends = new TimeGrid(model.time().start(), model.time().end(), 2);
        StopTimes stops = StopTimes.of(model, ends);
        int last = stops.count() - 1;
        int size = flow.size();
        HermitianEigen end = HermitianEigen.of(model.energy().at(stops.time(last), stops.branchAfter(last)));
        ComplexTiltSystem system = new ComplexTiltSystem(model, flow, Arrays.stream(u).map(x -> -x).toArray());
        double[] y = new PiecewiseIntegration(stops, system, budget, 2 * u.length * flow.work()).advanceToEnd(start(model, flow, model.energy().at(stops.time(0), stops.branchAfter(0)), u));
        double[] re = new double[u.length];
        double[] im = new double[u.length];
        for (int j = 0; j < u.length; j++) {
            double field = u[j];
            double[] cos = flow.restrict(SpectralMatrix.ofEigenvectors(end, Arrays.stream(end.values()).map(e -> Math.cos(field * e)).toArray()));
            double[] sin = flow.restrict(SpectralMatrix.ofEigenvectors(end, Arrays.stream(end.values()).map(e -> Math.sin(field * e)).toArray()));
            int a = 2 * j * size;
            re[j] = flow.overlap(cos, 0, y, a) - flow.overlap(sin, 0, y, a + size);
            im[j] = flow.overlap(sin, 0, y, a) + flow.overlap(cos, 0, y, a + size);
        }
        return new WorkCharacteristicFunction(u.clone(), re, im);
    }

    private static double[] start(Model model, TiltedFlow flow, SparseMatrix energy, double[] u) {
        List<Component> kets = model.initial().components();
        double[] e = kets.stream().mapToDouble(c -> energy.expectation(c.re(), c.im())).toArray();
        int size = flow.size();
        double[] y = new double[2 * u.length * size];
        for (int j = 0; j < u.length; j++) {
            double field = u[j];
            double[] cos = IntStream.range(0, e.length).mapToDouble(n -> kets.get(n).probability() * Math.cos(field * e[n])).toArray();
            double[] sin = IntStream.range(0, e.length).mapToDouble(n -> -kets.get(n).probability() * Math.sin(field * e[n])).toArray();
            System.arraycopy(flow.restrict(SpectralMatrix.ofKets(kets, cos)), 0, y, 2 * j * size, size);
            System.arraycopy(flow.restrict(SpectralMatrix.ofKets(kets, sin)), 0, y, (2 * j + 1) * size, size);
        }
        return y;
    }
}
