package org.unravel.engine.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unravel.engine.drive.DriveSampling;
import org.unravel.engine.drive.DrivingFunction;
import org.unravel.engine.drive.NegligibleAction;
import org.unravel.engine.drive.NodeProbes;
import org.unravel.engine.drive.Step;
import org.unravel.engine.drive.StepSchedule;
import org.unravel.engine.sector.Sector;
import org.unravel.model.Model;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.numeric.ChebyshevNodes;

/** The functions of time in the operators of a sector, and whether the nodes of a step give them between the nodes. One per builder of tables. */
final class StepCoefficients {

    /** Action of a function in a step from which on the step must follow it, to a millionth at least. */
    private static final double ACTS = 1e-3;
    /** Largest error of the interpolated functions at the probes, relative to their largest value in the step: as good as the propagators. */
    private static final double TOLERANCE = 1e-11;
    private static final int N = ChebyshevNodes.COUNT;

    private final Model model;
    private final List<TimeFunction> functions = new ArrayList<>();
    private final NodeProbes probes;
    private final double[] values = new double[2 * N];
    private final double timeRounding;
    private final Map<TimeFunction, DrivingFunction> driving = new HashMap<>();
    private final NegligibleAction action;
    private double[] largest;

    /** The functions of a sector, looked at where its energies are integrated too. */
    StepCoefficients(Model model, List<DrivingFunction> driving, Sector sector, double[] nodes) {
        this.model = model;
        for (TimeDependentOperator o : List.of(sector.hamiltonian(), sector.energy(), sector.jumpRate())) {
            o.terms().stream().map(TimeDependentOperator.Term::coefficient).filter(f -> !f.isConstant() && !functions.contains(f)).forEach(functions::add);
        }
        this.timeRounding = NodeProbes.timeRounding(model.time());
        this.probes = new NodeProbes(nodes);
        this.action = new NegligibleAction(model.time());
        driving.forEach(f -> this.driving.put(f.function(), f));
    }

    /** True if none depends on time. */
    boolean none() {
        return functions.isEmpty();
    }

    /** Whether the polynomials through the nodes of a step give every function between them. */
    boolean areResolved(Step step) {
        return missed(step).isEmpty();
    }

    /** The first function that they do not give. */
    Optional<TimeFunction> missed(Step step) {
        for (int f = 0; f < functions.size(); f++) {
            if (!isResolved(f, step)) {
                return Optional.of(functions.get(f));
            }
        }
        return Optional.empty();
    }

    /**
     * About how many steps a step must be cut into at least: a polynomial of degree 15 turns 14 times, so that it varies by no more than 30 times its largest
     * value, and half of the step varies by the median of the slopes at the nodes or more.
     */
    double least(Step step) {
        double least = 1;
        for (TimeFunction f : functions) {
            double[] slopes = new double[N];
            double largest = 0;
            for (int j = 0; j < N; j++) {
                TimeFunction.Value value = step.exactTime(ChebyshevNodes.node(j)).of(f);
                largest = Math.max(largest, size(value));
                slopes[j] = Math.abs(value.rateRe()) + Math.abs(value.rateIm());
            }
            Arrays.sort(slopes);
            boolean acts = largest * step.length() * NegligibleAction.rate(driving.get(f), step.length()) > ACTS;
            least = acts ? Math.max(least, slopes[N / 2 - 1] * step.length() / 2 / (2 * (N - 1) * largest)) : least;
        }
        return least;
    }

    private boolean isResolved(int f, Step step) {
        double scale = 0;
        double slope = 0;
        for (int j = 0; j < N; j++) {
            TimeFunction.Value value = step.exactTime(ChebyshevNodes.node(j)).of(functions.get(f));
            values[j] = value.re();
            values[N + j] = value.im();
            scale = Math.max(scale, size(value));
            double rate = Math.abs(value.rateRe()) + Math.abs(value.rateIm());
            // Next to a branch point, as of a root, a time is rounded by less than elsewhere.
            slope = rate < Double.POSITIVE_INFINITY ? Math.max(slope, rate) : slope;
        }
        for (int i = 0; i < probes.count(); i++) {
            TimeFunction.Value value = step.exactTime(probes.place(i)).of(functions.get(f));
            double missing = probes.missing(i, value, values, 0, values, N);
            if (!(missing <= TOLERANCE * Math.max(scale, size(value))) && !(missing <= negligible(f, slope)) && !(missing <= doingNothing(f, step))) {
                return false;
            }
        }
        return true;
    }

    /**
     * What no step need follow: a few roundings of the function's largest value in the run, as on the tail of a pulse, whose relative change is without
     * bound; and what the rounding of a time does to a function of that slope. The same as for {@link DriveSampling}.
     */
    private double negligible(int f, double slope) {
        if (largest == null) {
            List<Step> pieces = StepSchedule.of(model).steps();
            largest = functions.stream().mapToDouble(function -> largest(function, pieces)).toArray();
        }
        return DriveSampling.RESOLVED * largest[f] + timeRounding * slope;
    }

    /** What changes no result: see {@link NegligibleAction}. */
    private double doingNothing(int f, Step step) {
        return action.ofStep(step.length()) / (NegligibleAction.rate(driving.get(functions.get(f)), step.length()) * step.length());
    }

    /** Largest value at the nodes of the smooth pieces of grid intervals: of the run alone, so that every worker finds the same. */
    private static double largest(TimeFunction f, List<Step> pieces) {
        double found = 0;
        for (Step piece : pieces) {
            for (int j = 0; j < N; j++) {
                found = Math.max(found, size(piece.exactTime(ChebyshevNodes.node(j)).of(f)));
            }
        }
        return found;
    }

    private static double size(TimeFunction.Value value) {
        return Math.abs(value.re()) + Math.abs(value.im());
    }
}
