package org.unravel.firstlaw;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

import org.unravel.composite.JointState;
import org.unravel.effective.MinimalDissipation;
import org.unravel.ensemble.RunPlan;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.TimeDependentOperator;

/**
 * What is linear in the state of a closed model in two parts, on a sample of its starts: means of operators, and minimal dissipation. No eigenvectors of states are taken, so that large parts cost little.
 */
public final class DrawnMeans {

    private final Model model;
    private final DrawnKets kets;
    private final EffectiveSample effective;
    private final List<Map<String, double[]>> ofParts;
    private final Map<String, double[]> quadrature;

    private DrawnMeans(Model model, DrawnKets kets, EffectiveParts parts) {
        this.model = model;
        this.kets = kets;
        this.effective = EffectiveSample.of(parts, model, 1, kets.count());
        IntStream.range(0, model.time().pointCount()).forEach(i -> effective.look(i, kets));
        this.ofParts = effective.withMeans(new ArrayList<>(Collections.nCopies(kets.count(), Map.of())));
        this.quadrature = effective.quadrature();
    }

    /**
     * Draws and propagates.
     *
     * @param model closed, in two parts
     * @param plan how many trajectories, and their seed
     * @param work multiply-adds that the dynamical map of a part may take; a part that takes more has no minimal dissipation
     * @throws ModelException if the kets take more memory than there is, or no engine can take the model
     */
    public static DrawnMeans of(Model model, RunPlan plan, double work) {
        if (!KetCourse.isClosedInParts(model)) {
            throw new IllegalArgumentException("expected a closed model in two parts, found " + model);
        }
        DrawnKets.obstacle(model, plan).ifPresent(a -> {
            throw new ModelException(a.reason(), a.text());
        });
        return new DrawnMeans(model, DrawnKets.of(model, plan, SampledRun.GROUPS), EffectiveParts.of(model, EnumSet.of(Need.MAP), work));
    }

    /** Canonical Hamiltonians of the parts that have them, by their names. */
    public Map<String, MinimalDissipation> effective() {
        return effective.exact().known();
    }

    /** Groups of trajectories: errors have one degree of freedom less. */
    public int groups() {
        return kets.leftOutCount();
    }

    /** The mean of an operator on the whole space at the grid times. */
    public Estimate mean(TimeDependentOperator operator) {
        double[][] means = means(operator);
        return estimate((r, i) -> means[r][i], new double[means[0].length]);
    }

    /** Its change since the start, in which the noise of the start cancels. */
    public Estimate change(TimeDependentOperator operator) {
        double[][] means = means(operator);
        return estimate((r, i) -> means[r][i] - means[r][0], new double[means[0].length]);
    }

    private double[][] means(TimeDependentOperator operator) {
        double[][] means = new double[1 + kets.leftOutCount()][model.time().pointCount()];
        for (int i = 0; i < means[0].length; i++) {
            double t = model.time().time(i);
            JointState[] states = kets.at(i);
            for (int r = 0; r < means.length; r++) {
                means[r][i] = kets.first(r) < r ? means[kets.first(r)][i] : states[r].mean(operator.at(t));
            }
        }
        return means;
    }

    /** A share of minimal dissipation of a part that has it. */
    public Estimate share(String part, Share share) {
        MinimalDissipationBased definition = new MinimalDissipationBased();
        double[][] curves = ofParts.stream().map(m -> definition.share(share, new Account(model, m, Map.of(), Map.of()), part)).toArray(double[][]::new);
        String integral = share == Share.CHANGE ? "" : MinimalDissipationBased.work(part);
        return estimate((r, i) -> curves[r][i], quadrature.getOrDefault(integral, new double[curves[0].length]));
    }

    private Estimate estimate(ToDoubleBiFunction<Integer, Integer> of, double... steps) {
        int points = steps.length;
        Estimate estimate = new Estimate(new double[points], new double[points], new double[points], steps, new double[points], new double[points],
                RareStarts.of(model.initial(), kets.trajectoryCount()).of(IntStream.range(0, points).mapToDouble(i -> of.applyAsDouble(0, i)).toArray()), new double[points]);
        for (int i = 0; i < points; i++) {
            int index = i;
            Jackknife jackknife = Jackknife.of(of.applyAsDouble(0, i), IntStream.rangeClosed(1, kets.leftOutCount()).mapToDouble(r -> of.applyAsDouble(r, index)).toArray());
            estimate.value()[i] = jackknife.value();
            estimate.error()[i] = jackknife.error();
            estimate.bias()[i] = jackknife.bias();
        }
        return estimate;
    }
}
