package org.unravel.attack;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.unravel.attack.ProgramRun.Extent;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.validation.TestResult;
import org.unravel.validation.ValidationReport;
import org.unravel.validation.ValidationReport.Verdict;

/** One random model: solved by the oracle, run by the program, and judged whether the program says the right thing. */
final class Attack {

    private static final int FEWEST_TRAJECTORIES = 64;
    /** Other seeds for a run that is called inconsistent; chance has at most a thousandth with each. */
    private static final int REPETITIONS = 4;
    private static final int[] OTHER_GRIDS = {2, 9, 33};
    /** The oracle must be so much better than what it finds, else it has no answer. */
    private static final double TRUST = 1e-10;

    private final AttackModel drawn;
    private final Size size;
    private final Consumer<String> stages;

    /** How much each model is given. Distributions take most of the time, so every few models have to do for them. */
    enum Size {
        SUITE(200, 2000, 10), LONG(1000, 10_000, 5);

        final int trajectories;
        final double jumps;
        final int distributionsEvery;

        Size(int trajectories, double jumps, int distributionsEvery) {
            this.trajectories = trajectories;
            this.jumps = jumps;
            this.distributionsEvery = distributionsEvery;
        }
    }

    private Attack(AttackModel drawn, Size size, Consumer<String> stages) {
        this.drawn = drawn;
        this.size = size;
        this.stages = stages;
    }

    /** Attacks with the model of a seed. */
    static Finding with(long seed, Size size) {
        return with(seed, size, stage -> { });
    }

    /** The same; each stage is said before it is taken. */
    static Finding with(long seed, Size size, Consumer<String> stages) {
        return with(ModelGenerator.model(seed), size, stages);
    }

    static Finding with(AttackModel model, Size size, Consumer<String> stages) {
        try {
            return new Attack(model, size, stages).run();
        } catch (OracleFailure e) {
            return new Finding(model.seed(), Outcome.NO_ORACLE, e.getMessage());
        } catch (RuntimeException | Error e) {
            return new Finding(model.seed(), Outcome.CRASH, e + " at " + (e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "?"));
        }
    }

    private Finding finding(Outcome outcome, String detail) {
        return new Finding(drawn.seed(), outcome, detail);
    }

    private Finding run() {
        return drawn.flaw().isEmpty() ? runRight() : runWrong();
    }

    private Finding runWrong() {
        try {
            Model model = ProgramRun.read(drawn.yaml());
            List<String> caveats = ProgramRun.caveats(model);
            if (!caveats.isEmpty()) {
                return finding(Outcome.SAID_WRONG, drawn.flaw() + ": " + caveats.get(0));
            }
            ProgramRun run = ProgramRun.of(model, Extent.MEANS);
            Verdict verdict = run.judge(run.sample(FEWEST_TRAJECTORIES, 1)).verdict();
            return finding(verdict == Verdict.CONSISTENT ? Outcome.SILENT_ACCEPTANCE : Outcome.SAID_WRONG, drawn.flaw());
        } catch (ModelException e) {
            return finding(Outcome.REFUSED_WRONG, e.getMessage());
        }
    }

    /** The model with as many trajectories as its jumps allow. */
    static AttackModel sized(AttackModel model, Size size, OracleCurves right) {
        int count = (int) Math.max(FEWEST_TRAJECTORIES, Math.min(size.trajectories, size.jumps / Math.max(right.jumps(), 1e-9)));
        int kept = model.channels().isEmpty() && !model.initial().isThermal() ? FEWEST_TRAJECTORIES : count;
        return model.withSampling(new AttackModel.SamplingPart(kept, model.sampling().seed(), model.sampling().measured()));
    }

    private Finding runRight() {
        stages.accept("oracle");
        OracleCurves right = Oracle.solve(drawn, Oracle.Care.ONCE);
        stages.accept("reading");
        AttackModel model = sized(drawn, size, right);
        Model read;
        try {
            read = ProgramRun.read(model.yaml());
        } catch (ModelException e) {
            return finding(Outcome.REFUSED_RIGHT, e.getMessage());
        }
        stages.accept("exact side");
        try {
            return judged(model, ProgramRun.of(read, model.seed() % size.distributionsEvery == 0 ? Extent.DISTRIBUTIONS : Extent.MEANS), right);
        } catch (ModelException e) {
            return finding(Outcome.NO_VERDICT, e.getMessage());
        }
    }

    private Finding judged(AttackModel model, ProgramRun run, OracleCurves right) {
        Comparison comparison = new Comparison(model, right);
        stages.accept("sampling");
        EnsembleResult sample = run.sample(model.sampling().trajectories(), model.sampling().seed());
        ValidationReport report = run.judge(sample);
        stages.accept("other grid");
        Optional<String> exactOff = comparison.wrong(run.exact()).or(() -> otherGrid(model, comparison));
        Optional<String> sampleOff = comparison.wrong(sample);
        boolean said = report.verdict() == Verdict.NOT_JUDGED || !run.caveats().isEmpty();
        stages.accept("comparison");
        if (exactOff.isPresent() || sampleOff.isPresent()) {
            String detail = exactOff.orElse("") + (exactOff.isPresent() && sampleOff.isPresent() ? "; " : "") + sampleOff.orElse("");
            if (Oracle.solve(model, Oracle.Care.TWICE).distance(right) > TRUST + right.rounding()) {
                return finding(Outcome.NO_ORACLE, "two solutions of the oracle differ");
            }
            return finding(said ? Outcome.SAID_WRONG : wrong(report.verdict(), exactOff.isPresent()), detail + failed(report));
        }
        if (report.verdict() == Verdict.INCONSISTENT) {
            return alarm(model, run, report);
        }
        return finding(report.verdict() == Verdict.NOT_JUDGED ? Outcome.NOT_JUDGED : said ? Outcome.CAVEAT : Outcome.RIGHT, "");
    }

    private static Outcome wrong(Verdict verdict, boolean exact) {
        if (verdict == Verdict.CONSISTENT) {
            return exact ? Outcome.SILENT_EXACT : Outcome.SILENT_SAMPLE;
        }
        return exact ? Outcome.WRONG_EXACT : Outcome.WRONG_SAMPLE;
    }

    /** The end must be the same on any grid. */
    private static Optional<String> otherGrid(AttackModel model, Comparison comparison) {
        int points = OTHER_GRIDS[(int) (model.seed() % OTHER_GRIDS.length)];
        if (points == model.points()) {
            return Optional.empty();
        }
        return comparison.wrongEnd(ProgramRun.exact(ProgramRun.read(model.withPoints(points).yaml())), points);
    }

    private Finding alarm(AttackModel model, ProgramRun run, ValidationReport report) {
        int alarms = 0;
        for (int i = 1; i <= REPETITIONS; i++) {
            alarms += run.judge(run.sample(model.sampling().trajectories(), 1000 + i)).verdict() == Verdict.INCONSISTENT ? 1 : 0;
        }
        return finding(alarms > 0 ? Outcome.FALSE_ALARM : Outcome.CHANCE, alarms + " of " + REPETITIONS + " other seeds" + failed(report));
    }

    private static String failed(ValidationReport report) {
        String names = report.tests().stream().filter(t -> t.outcome() == TestResult.Outcome.FAILED)
                .map(t -> t.name() + " " + t.statistic().text() + " = " + t.value()).collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " [failed: " + names + "]";
    }
}
