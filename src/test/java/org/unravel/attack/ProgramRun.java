package org.unravel.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.Progress;
import org.unravel.ensemble.RunPlan;
import org.unravel.ensemble.Sampling;
import org.unravel.exact.Effort;
import org.unravel.exact.ExactCurves;
import org.unravel.exact.MasterEquation;
import org.unravel.exact.TwoPointStatistics;
import org.unravel.exact.WorkBudget;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;
import org.unravel.validation.Reference;
import org.unravel.validation.Validation;
import org.unravel.validation.ValidationReport;

/** The program on one model file: read, solved, sampled and judged as a run of the command line does it. */
final class ProgramRun {

    private final Model model;
    private final Optional<TwoPointStatistics> twoPoint;
    private final Reference reference;

    /** How much of the exact side is solved. */
    enum Extent { MEANS, DISTRIBUTIONS }

    private ProgramRun(Model model, Extent extent) {
        this.model = model;
        WorkBudget budget = WorkBudget.of(Effort.MODERATE);
        this.twoPoint = model.isMeasured() ? Optional.of(TwoPointStatistics.solve(model, budget)) : Optional.empty();
        Reference means = Reference.of(Optional.of(MasterEquation.solve(model)), twoPoint);
        this.reference = extent == Extent.MEANS ? means : means.withDistributions(model, budget);
    }

    static Model read(String yaml) {
        try {
            Path file = Files.createTempFile("attack", ".yaml");
            try {
                Files.writeString(file, yaml);
                return ModelReader.read(file, Map.of());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ProgramRun of(Model model, Extent extent) {
        return new ProgramRun(model, extent);
    }

    static ExactCurves exact(Model model) {
        return MasterEquation.solve(model);
    }

    /** What the program could not prove of the model. */
    List<String> caveats() {
        return caveats(model);
    }

    static List<String> caveats(Model model) {
        return model.caveats().stream().map(Object::toString).toList();
    }

    ExactCurves exact() {
        return reference.curves().orElseThrow();
    }

    EnsembleResult sample(long trajectories, long seed) {
        RunPlan plan = new RunPlan(trajectories, seed, 1, EngineChoice.AUTO);
        return Sampling.run(model, twoPoint.map(t -> plan.withFinalState(t.finalState())).orElse(plan), Progress.NONE);
    }

    ValidationReport judge(EnsembleResult sample) {
        return Validation.judge(model, sample, reference);
    }
}
