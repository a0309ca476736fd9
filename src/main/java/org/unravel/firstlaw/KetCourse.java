package org.unravel.firstlaw;

import java.util.List;

import org.unravel.composite.JointState;
import org.unravel.exact.KetEvolution;
import org.unravel.model.InitialState;
import org.unravel.model.Model;
import org.unravel.model.TimeDependentOperator;

/** A closed model from each ket of its start: one deterministic evolution for each. */
final class KetCourse implements Course {

    private static final double[][] NONE = {};

    /** Amplitudes of all kets together that are enumerated. */
    private static final long MOST_AMPLITUDES = 1 << 21;

    private final KetEvolution evolution;
    private final TimeDependentOperator hamiltonian;
    private final InitialState start;

    KetCourse(Model model, double work) {
        this.evolution = new KetEvolution(model, work);
        this.hamiltonian = model.drivingHamiltonian();
        this.start = model.initial();
    }

    /** Whether the exact states of a model are followed ket by ket: a closed model in two parts whose start is a mixture of few. */
    static boolean isCourseOf(Model model) {
        return isClosedInParts(model) && (long) model.initial().components().size() * model.dimension() <= MOST_AMPLITUDES;
    }

    /** Whether trajectories of a model differ in nothing but the ket at their start, and it has parts. */
    static boolean isClosedInParts(Model model) {
        return model.split().isPresent() && model.channels().isEmpty() && !model.isWeighted();
    }

    @Override
    public JointState initial() {
        List<InitialState.Component> kets = start.components();
        return new JointState.Mixture(kets.stream().mapToDouble(InitialState.Component::probability).toArray(), kets.stream().map(InitialState.Component::re).toArray(double[][]::new),
                kets.stream().map(InitialState.Component::im).toArray(double[][]::new), NONE, NONE);
    }

    @Override
    public JointState[] states(JointState state, double[] times) {
        JointState.Mixture mixture = (JointState.Mixture) state;
        int count = mixture.weights().length;
        double[][][] re = new double[times.length][count][];
        double[][][] im = new double[times.length][count][];
        for (int c = 0; c < count; c++) {
            double[][][] kets = evolution.kets(mixture.re()[c], mixture.im()[c], times);
            for (int i = 0; i < times.length; i++) {
                re[i][c] = kets[i][0];
                im[i][c] = kets[i][1];
            }
        }
        JointState[] states = new JointState[times.length];
        for (int i = 0; i < times.length; i++) {
            states[i] = new JointState.Mixture(mixture.weights(), re[i], im[i], NONE, NONE);
        }
        return states;
    }

    @Override
    public JointState moving(double time, double branch, JointState state) {
        return ((JointState.Mixture) state).under(hamiltonian.at(time, branch));
    }
}
