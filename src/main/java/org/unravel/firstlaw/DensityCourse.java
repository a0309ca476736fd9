package org.unravel.firstlaw;

import java.util.Arrays;

import org.unravel.composite.JointState;
import org.unravel.exact.Generator;
import org.unravel.exact.StateEvolution;
import org.unravel.model.Model;

/** By the master equation. */
final class DensityCourse implements Course {

    private static final double[] NONE = {};

    private final StateEvolution evolution;
    private final Generator generator;
    private final int dimension;

    DensityCourse(Model model, double work) {
        this.evolution = new StateEvolution(model, work);
        this.generator = new Generator(model);
        this.dimension = model.dimension();
    }

    @Override
    public JointState initial() {
        return new JointState.Density(dimension, evolution.initial(), NONE);
    }

    @Override
    public JointState[] states(JointState state, double[] times) {
        return Arrays.stream(evolution.states(((JointState.Density) state).state(), times)).map(s -> new JointState.Density(dimension, s, NONE)).toArray(JointState[]::new);
    }

    @Override
    public JointState moving(double time, double branch, JointState state) {
        double[] packed = ((JointState.Density) state).state();
        return new JointState.Density(dimension, packed, generator.rate(time, branch, packed));
    }
}
