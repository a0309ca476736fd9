package org.unravel.validation.calibration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unravel.engine.EngineChoice;
import org.unravel.engine.Engines;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.exact.Effort;
import org.unravel.exact.MasterEquation;
import org.unravel.exact.TwoPointStatistics;
import org.unravel.exact.WorkBudget;
import org.unravel.model.Model;
import org.unravel.trajectory.Engine;
import org.unravel.validation.ElementaryTest;
import org.unravel.validation.Reference;
import org.unravel.validation.TestResult;
import org.unravel.validation.Validation;
import org.unravel.validation.ValidationReport;

/** Runs a model under many seeds, right and with errors planted in it, and looks at what the verdict says. Not safe for threads. */
public final class Calibration {

    private final Model model;
    private final CalibrationPlan plan;
    private final Progress progress;
    private final Reference reference;
    private final int errorCount;
    private final List<PlantedError> errors;
    private final Map<String, List<RejectionCount.Run>> runs = new LinkedHashMap<>();
    private final Map<String, List<CalibratedTest.Value>> elementary = new LinkedHashMap<>();
    private long done;
    private long total;

    private Calibration(Model model, CalibrationPlan plan, Progress progress) {
        this.model = model;
        this.plan = plan;
        this.progress = progress;
        // before all that takes long, so that a name that is not there is refused at once
        List<PlantedError> all = PlantedError.of(model, MasterEquation.solve(model));
        this.errorCount = all.size();
        this.errors = PlantedError.named(plan.errors(), all);
        Optional<TwoPointStatistics> twoPoint = model.isMeasured() ? Optional.of(TwoPointStatistics.solve(model, WorkBudget.of(Effort.LARGE)))
                : Optional.empty();
        this.reference = Reference.solve(model, WorkBudget.of(Effort.LARGE), twoPoint);
    }

    /**
     * Calibrates the verdict on a model. Seed s + i belongs to run i of each kind.
     *
     * @throws org.unravel.model.ModelException if the exact side cannot be solved, or no error has the name that is asked for
     */
    public static CalibrationReport run(Model model, CalibrationPlan plan, Progress progress) {
        return new Calibration(model, plan, progress).run();
    }

    private CalibrationReport run() {
        total = plan.seedCount() + (long) errors.size() * plan.errorSeedCount();
        Engine engine = engine(PlantedError.none(model));
        for (int i = 0; i < plan.seedCount(); i++) {
            ValidationReport report = Validation.judge(model, sample(engine, model, i), reference);
            note("none", i, report);
            for (ElementaryTest test : report.elementary()) {
                elementary.computeIfAbsent(test.name(), n -> new ArrayList<>()).add(new CalibratedTest.Value(plan.seed() + i, test));
            }
        }
        errors.forEach(this::runError);
        return new CalibrationReport(model.name(), plan, elementary.entrySet().stream().map(e -> CalibratedTest.of(e.getKey(), e.getValue())).toList(),
                RejectionCount.of("none", runs.get("none")), errorCount,
                errors.stream().filter(e -> runs.containsKey(e.name())).map(e -> RejectionCount.of(e.name(), runs.get(e.name()))).toList());
    }

    private void runError(PlantedError error) {
        if (plan.errorSeedCount() == 0) {
            return;
        }
        Engine engine = engine(error);
        for (int i = 0; i < plan.errorSeedCount(); i++) {
            EnsembleResult result = error.result().apply(sample(engine, error.model(), i));
            note(error.name(), i, Validation.judge(model, result, reference));
        }
    }

    private static Engine engine(PlantedError error) {
        return error.engine().apply(Engines.create(error.model(), EngineChoice.AUTO));
    }

    private EnsembleResult sample(Engine engine, Model sampled, int run) {
        RunPlan one = new RunPlan(plan.trajectoryCount(), plan.seed() + run, plan.threadCount(), EngineChoice.AUTO);
        EnsembleResult result = Sampling.run(engine, sampled, reference.twoPoint().map(t -> one.withFinalState(t.finalState())).orElse(one),
                Progress.NONE);
        done++;
        progress.advanced(done * plan.trajectoryCount(), total * plan.trajectoryCount());
        return result;
    }

    private void note(String error, int run, ValidationReport report) {
        TestResult worst = report.tests().stream().filter(t -> t.outcome() != TestResult.Outcome.NOT_MADE)
                .min((a, b) -> Double.compare(leastPValue(a), leastPValue(b))).orElseThrow();
        runs.computeIfAbsent(error, e -> new ArrayList<>())
                .add(new RejectionCount.Run(plan.seed() + run, report.verdict(), leastPValue(worst), worst.name()));
    }

    /** Of a test without chance: 0 where it failed. */
    private static double leastPValue(TestResult test) {
        return !Double.isNaN(test.pValue()) ? test.pValue() : test.outcome() == TestResult.Outcome.FAILED ? 0 : 1;
    }
}
