package org.unravel.run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.ensemble.StopRequest;
import org.unravel.exact.CountingStatistics;
import org.unravel.exact.CutOffStudy;
import org.unravel.exact.TwoPointStatistics;
import org.unravel.model.Absence;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;
import org.unravel.output.RunInfo;
import org.unravel.output.RunReport;
import org.unravel.records.Records;
import org.unravel.validation.CutOff;
import org.unravel.validation.ErrorMarks;
import org.unravel.validation.Reference;
import org.unravel.validation.UntilBounds;
import org.unravel.validation.Validation;
import org.unravel.validation.ValidationReport;

/**
 * One run: samples a model, solves its exact ensemble beside that, and judges. Prints nothing and writes nothing.
 *
 * <p>What was sampled is never lost for what comes after it: an exact ensemble or a verdict that fails is said in {@link RunOutcome#failure}.
 */
public final class Run {

    private final Model model;
    private final RunPlan plan;
    private final ExactChoice exact;
    private final RunInfo info;
    private final CutOffStudy.Resizing resizing;
    private final Judge judge;
    private final Optional<RecordKeeping> keeping;

    /** What finds the verdict. */
    public interface Judge {
        /** The verdict on what was sampled. */
        ValidationReport judge(Model model, EnsembleResult result, Reference reference);
    }

    private Run(Model model, RunPlan plan, ExactChoice exact, RunInfo info, CutOffStudy.Resizing resizing, Judge judge, Optional<RecordKeeping> keeping) {
        this.model = model;
        this.plan = plan;
        this.exact = exact;
        this.info = info;
        this.resizing = resizing;
        this.judge = judge;
        this.keeping = keeping;
    }

    /** A run of a model with as many trajectories and the seed that it says, on all processors. */
    public static Run of(Model model) {
        RunPlan plan = new RunPlan(model.sampling().trajectoryCount(), model.sampling().seed(), Runtime.getRuntime().availableProcessors(),
                EngineChoice.AUTO);
        return new Run(model, plan, ExactChoice.AUTO, RunInfo.ofProgram(model.name()), Run::unknown, Validation::judge, Optional.empty());
    }

    private static Model unknown(String subsystem, int levels) {
        throw new ModelException("expected a longer ladder of " + subsystem + ", found none: Run.resizedBy says how a model has more levels", "space." + subsystem);
    }

    /** What is run. */
    public Model model() {
        return model;
    }

    /** The same with so many trajectories, ≥ 1. */
    public Run trajectories(long count) {
        return with(plan.withTrajectories(count));
    }

    /** The same under another seed. */
    public Run seed(long other) {
        return with(plan.withSeed(other));
    }

    /** The same with another plan. */
    public Run with(RunPlan other) {
        return new Run(model, other, exact, info, resizing, judge, keeping);
    }

    /** The same with another choice of the exact ensemble. */
    public Run with(ExactChoice other) {
        return new Run(model, plan, other, info, resizing, judge, keeping);
    }

    /** The same, which knows where it comes from and how its model has more levels. */
    public Run from(RunInfo origin, CutOffStudy.Resizing more) {
        return new Run(model, plan, exact, origin, more, judge, keeping);
    }

    /** The same, which knows how its model has more levels: so it sees what the end of a ladder does to each mean. */
    public Run resizedBy(CutOffStudy.Resizing more) {
        return from(info, more);
    }

    /** The same with another way to the verdict. */
    public Run judgedBy(Judge other) {
        return new Run(model, plan, exact, info, resizing, other, keeping);
    }

    /**
     * The same, which keeps every trajectory in an HDF5 file (the guide, records.md).
     *
     * @param file its place in an existing folder; a file that is there is replaced when all is sampled. What keeps it from being written is in {@link RunOutcome#failure}
     */
    public Run recordsTo(Path file) {
        return keeping(new RecordKeeping.OwnFile(file));
    }

    /** The same, which keeps every trajectory in records of one execution, which the caller puts in their place and closes. */
    public Run recordsTo(Records records) {
        return keeping(new RecordKeeping.OfCaller(records));
    }

    private Run keeping(RecordKeeping other) {
        return new Run(model, plan, exact, info, resizing, judge, Optional.of(other));
    }

    /** Runs it. */
    public RunOutcome execute() {
        return execute(RunListener.NONE, StopRequest.NONE);
    }

    /**
     * Runs it.
     *
     * @param listener is told what it comes to
     * @param request what may tell it to end while it samples: what is done by then is then the sample
     * @throws ModelException if no engine can take the model
     * @throws IllegalStateException if it is told to end before anything is done
     */
    public RunOutcome execute(RunListener listener, StopRequest request) {
        ExactEnsemble ensemble = new ExactEnsemble(model, exact, resizing);
        Optional<TwoPointStatistics> ends = ensemble.solveTwoPoint();
        RunPlan whole = withStop(ends.map(t -> plan.withFinalState(t.finalState())).orElse(plan), ensemble);
        FutureTask<ExactSide> means = beside(whole, ensemble::means);
        EnsembleResult result;
        Optional<IllegalStateException> lost;
        try (RecordKeeping.Open records = RecordKeeping.open(keeping, info)) {
            result = Sampling.run(model, records.of(whole), listener, request);
            lost = records.finish();
        }
        listener.sampled(interim(result, ExactSide.absent(new Absence(Reason.NOT_YET, request.isMade() ? "the run was interrupted"
                : "not computed yet: the run has not ended, or was ended by force"), Optional.empty())));
        ExactSide known = waited(listener, () -> outcome(means));
        ErrorMarks marks = ErrorMarks.of(model, result, known.reference().curves(), known.reference().counting());
        listener.meansKnown(report(result, known, Optional.empty(), marks));
        ExactSide all = waited(listener, () -> ensemble.completed(known, plan.recording()));
        return judged(result, all, marks, lost);
    }

    private RunOutcome judged(EnsembleResult result, ExactSide all, ErrorMarks marks, Optional<IllegalStateException> lost) {
        Optional<ValidationReport> verdict = Optional.empty();
        Optional<IllegalStateException> failure = all.failure().map(e -> new IllegalStateException(all.absence().orElseThrow().text(), e)).or(() -> lost);
        try {
            verdict = Optional.of(judge.judge(model, result, all.reference()));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // hours of sampling must not be lost with a verdict
            failure = Optional.of(new IllegalStateException("the result could not be judged: " + FailureText.of(e), e));
        }
        return new RunOutcome(report(result, all, verdict, marks.with(all.reference().curves(), all.reference().counting())), all.reference(), failure);
    }

    private RunReport interim(EnsembleResult result, ExactSide side) {
        return report(result, side, Optional.empty(), ErrorMarks.of(model, result, side.reference().curves(), CountingStatistics.none()));
    }

    private RunReport report(EnsembleResult result, ExactSide side, Optional<ValidationReport> verdict, ErrorMarks marks) {
        Reference reference = side.reference();
        return new RunReport(model, result, reference.curves(), side.absence(), reference.counting(), reference.twoPoint(), verdict, info,
                CutOff.of(model, result, reference), marks);
    }

    /** Needed before sampling starts, and by the model alone, so that a run stops at the same place whatever runs beside it. */
    private RunPlan withStop(RunPlan whole, ExactEnsemble ensemble) {
        return model.sampling().until().map(u -> whole.withStop(UntilBounds.of(model, u.quantity(), whole.trajectoryCount(), ensemble.spread(u.quantity())))).orElse(whole);
    }

    private static <T> T waited(RunListener listener, Supplier<T> work) {
        try (RunListener.Waiting waiting = listener.waits()) {
            return work.get();
        }
    }

    /** Starts what does not depend on sampling; with a single thread it has to wait its turn. */
    private static <T> FutureTask<T> beside(RunPlan plan, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        if (plan.threadCount() > 1) {
            Thread thread = new Thread(task, "exact");
            thread.setDaemon(true);
            thread.start();
        }
        return task;
    }

    private static <T> T outcome(FutureTask<T> task) {
        // Does nothing where a thread has taken the task.
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        }
    }
}
