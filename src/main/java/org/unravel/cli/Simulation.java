package org.unravel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.ensemble.StopBounds;
import org.unravel.exact.CountedQuantity;
import org.unravel.exact.CountingMoments;
import org.unravel.exact.CountingStatistics;
import org.unravel.exact.CutOffStudy;
import org.unravel.exact.Effort;
import org.unravel.exact.MasterEquation;
import org.unravel.exact.TwoPointStatistics;
import org.unravel.exact.WorkBudget;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Quantity;
import org.unravel.modelfile.ModelFile;
import org.unravel.numeric.Bytes;
import org.unravel.output.ResultTable;
import org.unravel.output.RunInfo;
import org.unravel.output.RunReport;
import org.unravel.validation.CutOff;
import org.unravel.validation.ErrorMarks;
import org.unravel.validation.Reference;
import org.unravel.validation.UntilBounds;
import org.unravel.validation.Validation;
import org.unravel.validation.ValidationReport;

/** One run from the model to the files: sample, solve the exact side, judge, write, show. */
final class Simulation {

    /** Largest dimension for which {@code --exact auto} solves the master equation (the guide). */
    private static final int MAX_EXACT_DIMENSION = 200;

    /** Seconds of sampling that are written before the exact side is waited for. */
    private static final double WORTH_SAVING = 0.5;

    private final Console console;
    private final ModelArguments arguments;
    private final SamplingOptions options;

    private final Judge judge;

    Simulation(Console console, ModelArguments arguments, SamplingOptions options) {
        this(console, arguments, options, Validation::judge);
    }

    Simulation(Console console, ModelArguments arguments, SamplingOptions options, Judge judge) {
        this.console = console;
        this.arguments = arguments;
        this.options = options;
        this.judge = judge;
    }

    /** What finds the verdict. */
    interface Judge {
        ValidationReport judge(Model model, EnsembleResult result, Reference reference);
    }

    private record ExactSide(Reference reference, Optional<CutOffStudy.Watched> watched, String absence, Optional<Throwable> failure) {

        /** Absent for a reason that is said once, so that nothing is said of each distribution. */
        static ExactSide absent(String why, Optional<Throwable> failure) {
            return new ExactSide(Reference.of(Optional.empty()), Optional.empty(), why, failure);
        }

        ExactSide failed(String why, Throwable failure) {
            return new ExactSide(reference, watched, why, Optional.of(failure));
        }

        ExactSide with(Reference other) {
            return new ExactSide(other, watched, absence, failure);
        }
    }

    /** Runs it; what was sampled is written even where the exact side or the verdict fails. A folder made for a run that leaves nothing is removed. */
    ValidationReport run() throws IOException {
        options.requireBuilt();
        ModelFile file = arguments.open();
        Path directory = options.directory(file.model());
        try (OutputDirectory output = OutputDirectory.open(directory); Interruption interruption = Interruption.watch(output, console::show)) {
            return run(file, output, interruption);
        } catch (ModelException e) {
            throw arguments.placed(e);
        }
    }

    private ValidationReport run(ModelFile file, OutputDirectory output, Interruption interruption) throws IOException {
        Model model = file.model();
        String started = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        WorkBudget budget = budget();
        TwoPoint ends = twoPoint(model, budget);
        Optional<TwoPointStatistics> twoPoint = ends.statistics;
        RunPlan plan = withStop(model, twoPoint.map(t -> options.plan(model).withFinalState(t.finalState())).orElseGet(() -> options.plan(model)), twoPoint);
        FutureTask<ExactSide> means = beside(plan, () -> ends.noted(exactMeans(model, twoPoint)));
        ResultFolder folder = new ResultFolder(output);
        folder.replaced(model.name(), plan.trajectoryCount()).ifPresent(console::show);
        EnsembleResult result = sample(model, plan, interruption);
        RunInfo info = new RunInfo(file.name(), file.text(), file.normalForm(), console.command(), started, Version.machine(), Version.number());
        Sampled sampled = new Sampled(model, plan, result, info);
        if (interruption.isRequested()) {
            end(sampled, folder, interruption);
        }
        if (result.wallSeconds() >= WORTH_SAVING) {
            interruption.write(() -> folder.write(interim(sampled, ExactSide.absent("not computed yet: the run has not ended, or was ended by force", Optional.empty()))));
        }
        interruption.sampled(() -> lastWord(sampled, ExactSide.absent("the run was interrupted before the exact side was computed", Optional.empty()), folder));
        ExactSide exactMeans = waited(() -> outcome(means));
        ErrorMarks marks = ErrorMarks.of(model, result, exactMeans.reference.curves(), exactMeans.reference.counting());
        ResultTable.means(report(model, result, exactMeans, Optional.empty(), info, marks)).forEach(console::show);
        interruption.sampled(() -> lastWord(sampled, exactMeans.with(exactMeans.reference.withoutDistributions(model, "the run was interrupted")), folder));
        ExactSide exact = waited(() -> withCutOffs(model, withDistributions(model, exactMeans, budget)));
        Judgement judgement = judged(model, result, exact);
        RunReport report = report(model, result, exact, judgement.verdict, info, marks.with(exact.reference.curves(), exact.reference.counting()));
        interruption.finish(() -> folder.write(report));
        ResultTable.judgement(report).forEach(console::show);
        if (options.exact() == WordConverters.ExactChoice.AUTO && exact.reference.isCutByWork()) {
            console.show("exact: --exact on takes the work that was too much, minutes for the shipped models");
        }
        console.show("files: " + output.path());
        // files are written: the run has failed, the input has not been refused
        if (judgement.failure.isPresent()) {
            throw judgement.failure.get();
        }
        exact.failure.ifPresent(e -> {
            throw new IllegalStateException(exact.absence + "; all else is in " + output.path(), e);
        });
        return judgement.verdict.orElseThrow();
    }

    private <T> T waited(Supplier<T> work) {
        try (ProgressDisplay waiting = console.progress(ProgressDisplay.EXACT)) {
            return work.get();
        }
    }

    /** What was sampled, of which nothing else is known yet. */
    private record Sampled(Model model, RunPlan plan, EnsembleResult result, RunInfo info) {
    }

    /** What is known before the run has come to its end: whatever happens to the exact side or the process, that is not lost. */
    private static RunReport interim(Sampled sampled, ExactSide exact) {
        ErrorMarks marks = ErrorMarks.of(sampled.model, sampled.result, exact.reference.curves(), CountingStatistics.none());
        return report(sampled.model, sampled.result, exact, Optional.empty(), sampled.info, marks);
    }

    /** Of a run that is ended after it has sampled. */
    private void lastWord(Sampled sampled, ExactSide exact, ResultFolder folder) throws IOException {
        Path written = folder.write(interim(sampled, exact));
        console.show("interrupted: all " + sampled.result.trajectoryCount() + " trajectories are done and written, nothing is judged");
        console.show("files: " + written);
    }

    /** A run that was told to end while it sampled. */
    private void end(Sampled sampled, ResultFolder folder, Interruption interruption) throws IOException {
        interruption.write(() -> {
            RunReport report = interim(sampled, ExactSide.absent("the run was interrupted", Optional.empty()));
            ResultTable.means(report).forEach(console::show);
            console.show("files: " + folder.writeInterrupted(report));
        });
        throw interrupted(sampled.result.trajectoryCount() + " of " + sampled.plan.trajectoryCount() + " trajectories are done and written, nothing is judged");
    }

    /** The verdict, or why there is none: hours of sampling must not be lost with it. */
    private record Judgement(Optional<ValidationReport> verdict, Optional<IllegalStateException> failure) {
    }

    private Judgement judged(Model model, EnsembleResult result, ExactSide exact) {
        try {
            return new Judgement(Optional.of(judge.judge(model, result, exact.reference)), Optional.empty());
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return new Judgement(Optional.empty(),
                    Optional.of(new IllegalStateException("the result could not be judged: " + Failures.message(e), e)));
        }
    }

    private static RunReport report(Model model, EnsembleResult result, ExactSide exact, Optional<ValidationReport> verdict, RunInfo info,
            ErrorMarks marks) {
        Reference reference = exact.reference;
        return new RunReport(model, result, reference.curves(), exact.absence, reference.counting(), reference.twoPoint(), verdict, info,
                CutOff.of(model, result, reference), marks);
    }

    /** Needed before sampling starts, and by the model alone, so that a run stops at the same place whatever runs beside it. */
    private RunPlan withStop(Model model, RunPlan plan, Optional<TwoPointStatistics> twoPoint) {
        return model.ensemble().until().map(u -> plan.withStop(UntilBounds.of(model, u.quantity(), plan.trajectoryCount(), spread(model, u.quantity(), twoPoint))))
                .orElse(plan);
    }

    private Optional<StopBounds.Spread> spread(Model model, String quantity, Optional<TwoPointStatistics> twoPoint) {
        if (options.exact() == WordConverters.ExactChoice.OFF || model.isWeighted()) {
            return Optional.empty();
        }
        if (quantity.equals(Quantity.WORK_TPM)) {
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

    /** Needed before sampling starts, as one of the measurements at the end is made in the eigenbasis of the exact state. */
    private TwoPoint twoPoint(Model model, WorkBudget budget) {
        if (!model.isMeasured() || options.exact() == WordConverters.ExactChoice.OFF) {
            return new TwoPoint(Optional.empty(), Optional.empty());
        }
        try {
            return new TwoPoint(Optional.of(TwoPointStatistics.solve(model, budget)), Optional.empty());
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return new TwoPoint(Optional.empty(), Optional.of(e));
        }
    }

    /** What measurements at both ends give, or why the run has to do without: it can be sampled all the same. */
    private record TwoPoint(Optional<TwoPointStatistics> statistics, Optional<Throwable> failure) {

        ExactSide noted(ExactSide side) {
            if (failure.isEmpty()) {
                return side;
            }
            String why = "the measurements at both ends could not be solved: " + Failures.message(failure.get());
            return side.failure.map(first -> side.failed(side.absence + "; " + why, first)).orElseGet(() -> side.failed(why, failure.get()));
        }
    }

    /** One for the whole run. */
    private WorkBudget budget() {
        return WorkBudget.of(options.exact() == WordConverters.ExactChoice.ON ? Effort.LARGE : Effort.MODERATE);
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

    private EnsembleResult sample(Model model, RunPlan plan, Interruption interruption) {
        try (ProgressDisplay display = console.progress("sampling")) {
            return Sampling.run(model, plan, new SamplingProgress(console, plan, Sampling.blockSize(model), interruption, display), interruption.request());
        } catch (IllegalStateException e) {
            throw interruption.isRequested() ? interrupted("nothing is finished yet, nothing is written") : e;
        }
    }

    /** Said at once: the process may end before anybody else can say it. */
    private InterruptedRunException interrupted(String what) {
        console.show("interrupted: " + what);
        return new InterruptedRunException(what);
    }

    private ExactSide exactMeans(Model model, Optional<TwoPointStatistics> twoPoint) {
        if (options.exact() == WordConverters.ExactChoice.OFF) {
            return ExactSide.absent("switched off by --exact off", Optional.empty());
        }
        if (options.exact() == WordConverters.ExactChoice.AUTO && model.dimension() > MAX_EXACT_DIMENSION) {
            return ExactSide.absent("dimension " + model.dimension() + " exceeds " + MAX_EXACT_DIMENSION
                    + " (--exact on computes it all the same)", Optional.empty());
        }
        double bytes = MasterEquation.bytes(model);
        if (bytes > Runtime.getRuntime().maxMemory()) {
            return ExactSide.absent("the master equation would take " + Bytes.shown(bytes) + " of memory, " + Bytes.shown(Runtime.getRuntime().maxMemory())
                    + " are allowed; " + Failures.MORE_MEMORY, Optional.empty());
        }
        try {
            CutOffStudy.Watched solution = CutOffStudy.solve(model);
            return new ExactSide(Reference.of(Optional.of(solution.curves()), twoPoint), Optional.of(solution), "", Optional.empty());
        } catch (ModelException e) {
            // too much work, or too stiff: the run has not failed, it is not judged
            return ExactSide.absent(e.getMessage(), Optional.empty());
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return ExactSide.absent("the master equation could not be solved: " + Failures.message(e), Optional.of(e));
        }
    }

    /** From a budget of its own: what the cut-off does is not to hang on what the distributions left. */
    private ExactSide withCutOffs(Model model, ExactSide exact) {
        try {
            return exact.watched.map(w -> exact.with(exact.reference.withCutOffs(CutOffStudy.of(model, w, arguments::resized, budget())))).orElse(exact);
        } catch (OutOfMemoryError | StackOverflowError e) {
            return exact.failed("what the cut-offs do could not be computed: " + Failures.message(e), e);
        }
    }

    /** After the means are shown: a short run would wait longer for distributions, and for the cores they take, than for its table. */
    private ExactSide withDistributions(Model model, ExactSide means, WorkBudget budget) {
        if (means.reference.curves().isEmpty()) {
            return means;
        }
        try {
            return means.with(means.reference.withDistributions(model, budget));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            String why = "the exact distributions could not be computed: " + Failures.message(e);
            return means.with(means.reference.withoutDistributions(model, why)).failed(why, e);
        }
    }
}
