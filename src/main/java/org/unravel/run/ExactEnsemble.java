package org.unravel.run;

import java.util.Optional;

import org.unravel.ensemble.StopBounds;
import org.unravel.exact.CountedQuantity;
import org.unravel.exact.CountingMoments;
import org.unravel.exact.CutOffStudy;
import org.unravel.exact.Effort;
import org.unravel.exact.MasterEquation;
import org.unravel.exact.TwoPointStatistics;
import org.unravel.exact.WorkBudget;
import org.unravel.model.Absence;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Quantities;
import org.unravel.model.Quantity;
import org.unravel.model.Reason;
import org.unravel.numeric.Bytes;
import org.unravel.trajectory.Recording;
import org.unravel.validation.Reference;

/** Solves the exact ensemble of a model in the order in which a run needs it. What cannot be solved is absent with a reason: a sample is never lost for it. */
final class ExactEnsemble {

    private final Model model;
    private final ExactChoice choice;
    private final CutOffStudy.Resizing resizing;
    /** One for the whole run. */
    private final WorkBudget budget;
    private Optional<TwoPointStatistics> twoPoint = Optional.empty();
    private Optional<Throwable> twoPointFailure = Optional.empty();

    ExactEnsemble(Model model, ExactChoice choice, CutOffStudy.Resizing resizing) {
        this.model = model;
        this.choice = choice;
        this.resizing = resizing;
        this.budget = newBudget();
    }

    private WorkBudget newBudget() {
        return WorkBudget.of(choice == ExactChoice.ON ? Effort.LARGE : Effort.MODERATE);
    }

    /** Needed before sampling starts, as one of the measurements at the end is made in the eigenbasis of the exact state. */
    Optional<TwoPointStatistics> solveTwoPoint() {
        if (model.isMeasured() && choice != ExactChoice.OFF) {
            try {
                twoPoint = Optional.of(TwoPointStatistics.solve(model, budget));
            } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
                twoPointFailure = Optional.of(e);
            }
        }
        return twoPoint;
    }

    /** Spread of the quantity at whose standard error a run stops, where it is known: needed before sampling starts. */
    Optional<StopBounds.Spread> spread(String quantity) {
        if (choice == ExactChoice.OFF || model.isWeighted()) {
            return Optional.empty();
        }
        if (Quantities.of(model).of(quantity).kind() == Quantity.Kind.WORK_TPM) {
            return twoPoint.map(TwoPointStatistics::work).filter(m -> m.absence().isEmpty() && m.variance() > 0)
                    .map(m -> new StopBounds.Spread(m.variance(), m.kurtosis() + 3));
        }
        try {
            return CountedQuantity.allOf(model).stream().filter(q -> q.name().equals(quantity)).findFirst()
                    .map(q -> CountingMoments.solveEnds(model, q, WorkBudget.of(Effort.MODERATE))).filter(m -> m.variance()[1] > 0)
                    .map(m -> new StopBounds.Spread(m.variance()[1], m.kurtosis(1) + 3));
        } catch (ModelException e) {
            // without moments the bounds decide, and the reason why a run has stopped says so
            return Optional.empty();
        }
    }

    /** Means on the grid; may run beside the sampling. */
    ExactSide means() {
        ExactSide side = solveMeans();
        if (twoPointFailure.isEmpty()) {
            return side;
        }
        Absence why = FailureText.absence("the measurements at both ends could not be solved", twoPointFailure.get());
        return side.failure().map(first -> side.failed(side.absence().orElseThrow().saying(side.absence().get().text() + "; " + why.text()), first))
                .orElseGet(() -> side.failed(why, twoPointFailure.get()));
    }

    private ExactSide solveMeans() {
        Optional<Absence> notAsked = choice.absence(model);
        if (notAsked.isPresent()) {
            return ExactSide.absent(notAsked.get(), Optional.empty());
        }
        double bytes = MasterEquation.bytes(model);
        if (bytes > Runtime.getRuntime().maxMemory()) {
            return ExactSide.absent(new Absence(Reason.TOO_MUCH_MEMORY, "the master equation would take " + Bytes.shown(bytes) + " of memory, " + Bytes.shown(Runtime.getRuntime().maxMemory())
                    + " are allowed; " + FailureText.MORE_MEMORY), Optional.empty());
        }
        try {
            CutOffStudy.Watched solution = CutOffStudy.solve(model);
            return new ExactSide(Reference.of(Optional.of(solution.curves()), twoPoint), Optional.of(solution), Optional.empty(), Optional.empty());
        } catch (ModelException e) {
            // too much work, or too stiff: the run has not failed, it is not judged
            return ExactSide.absent(Absence.of(e), Optional.empty());
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return ExactSide.absent(FailureText.absence("the master equation could not be solved", e), Optional.of(e));
        }
    }

    /** The same with distributions, with what the ends of ladders do, and, where curves are recorded, with variances at every grid time. */
    ExactSide completed(ExactSide means, Recording recording) {
        ExactSide side = withCutOffs(withDistributions(means));
        return recording.times() == Recording.Times.ALL ? withVariances(side) : side;
    }

    private ExactSide withVariances(ExactSide side) {
        if (side.reference().curves().isEmpty()) {
            return side;
        }
        try {
            return side.with(side.reference().withVariances(model, budget));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return side.failed(FailureText.absence("the exact variances could not be computed", e), e);
        }
    }

    /** From a budget of its own: what the cut-off does is not to hang on what the distributions left. */
    private ExactSide withCutOffs(ExactSide side) {
        try {
            return side.watched().map(w -> side.with(side.reference().withCutOffs(CutOffStudy.of(model, w, resizing, newBudget())))).orElse(side);
        } catch (OutOfMemoryError | StackOverflowError e) {
            return side.failed(FailureText.absence("what the cut-offs do could not be computed", e), e);
        }
    }

    private ExactSide withDistributions(ExactSide means) {
        if (means.reference().curves().isEmpty()) {
            return means;
        }
        try {
            return means.with(means.reference().withDistributions(model, budget));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            Absence why = FailureText.absence("the exact distributions could not be computed", e);
            return means.with(means.reference().withoutDistributions(model, why)).failed(why, e);
        }
    }
}
