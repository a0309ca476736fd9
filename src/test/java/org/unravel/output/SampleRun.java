package org.unravel.output;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.unravel.ensemble.Curve;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.FirstLaw;
import org.unravel.ensemble.WaitingTimes;
import org.unravel.exact.CountingStatistics;
import org.unravel.exact.Effort;
import org.unravel.exact.ExactCurves;
import org.unravel.exact.WorkBudget;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.InitialState;
import org.unravel.model.Model;
import org.unravel.model.QuantumJumps;
import org.unravel.model.SamplingDefaults;
import org.unravel.model.Space;
import org.unravel.model.Subsystem;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.model.TimeGrid;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.SampleSummary;
import org.unravel.validation.Statistic;
import org.unravel.validation.Subject;
import org.unravel.validation.TestResult;
import org.unravel.validation.ValidationReport;

/** A run made by hand: a thermal qubit of splitting 2 at β = ln 4 / 2, so that the rates are 4 : 1, on two grid times. */
final class SampleRun {

    static final double BETA = Math.log(4) / 2;

    private SampleRun() {
    }

    static Model model(double upwardRate) {
        SparseMatrixBuilder lowering = new SparseMatrixBuilder(2);
        lowering.add(1, 0, 1, 0);
        TimeDependentOperator down = TimeDependentOperator.constant(lowering.build());
        Bath bath = new Bath("hot", OptionalDouble.of(BETA), List.of(
                new Channel("emission", down, TimeFunction.constant(0.4), TimeFunction.constant(-2)),
                new Channel("absorption", down.adjoint(), TimeFunction.constant(upwardRate), TimeFunction.constant(2)),
                new Channel("dephasing", TimeDependentOperator.constant(SparseMatrix.diagonal(1, -1)), TimeFunction.constant(0.01),
                        TimeFunction.constant(0))));
        TimeDependentOperator hamiltonian = TimeDependentOperator.constant(SparseMatrix.diagonal(1, -1));
        return new Model("thermal-qubit", "A qubit and a \"hot\" bath", Map.of("beta", BETA),
                new Space(List.of(new Subsystem("q", Subsystem.Kind.QUBIT, List.of("e", "g")))), hamiltonian, Optional.empty(), List.of(bath),
                InitialState.pure(new double[] {1, 0}, new double[2]), new TimeGrid(0, 1.5, 2), List.of(),
                QuantumJumps.PLAIN, new SamplingDefaults(4, 1, Optional.empty()));
    }

    static EnsembleResult result(int threadCount, double wallSeconds, Distribution.Shape shape) {
        Map<String, SampleSummary> quantities = new LinkedHashMap<>();
        quantities.put("work", new SampleSummary(0, 0, 0, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, 0));
        quantities.put("heat", new SampleSummary(-0.5, 0.125, 1, 0.1, 0, 0.2, -2, 0.3, -2, 0));
        Distribution heat = new Distribution(shape == Distribution.Shape.ATOMS
                ? List.of(new Distribution.Bin(-2, -2, 0.25, 0.2), new Distribution.Bin(0, 0, 0.75, 0.2))
                : List.of(new Distribution.Bin(-2, -1, 0.25, 0.2), new Distribution.Bin(-1, 0, 0.75, 0.2)), shape);
        Distribution open = new Distribution(List.of(new Distribution.Bin(1.5, Double.POSITIVE_INFINITY, 1, 0)),
                Distribution.Shape.INTERVALS);
        Map<String, Distribution> counted = new LinkedHashMap<>();
        counted.put("heat.counted", heat);
        counted.put("heat.counted.hot", heat);
        return EnsembleResult.of(new EnsembleResult.Origin(4, 7, threadCount, "grid", "plain", wallSeconds, "all trajectories done", 1))
                .curves(List.of(new Curve("energy", new double[] {1, 0.5}, new double[] {0, 0.25}),
                        new Curve("heat", new double[] {0, -0.5}, new double[] {0, 0.125})))
                .quantities(quantities).firstLaw(new FirstLaw(1e-13, 2)).counted(counted).work(open)
                .waitingTimes(List.of(new WaitingTimes("start", "none", open))).diagnostics(Map.of("steps", 12L)).build();
    }

    static RunReport report(EnsembleResult result, RunInfo info) {
        ValidationReport validation = new ValidationReport(ValidationReport.Verdict.INCONSISTENT, 1e-4, List.of(
                new TestResult(Subject.mean("heat"), Statistic.Z, -6, 2e-9, TestResult.Outcome.FAILED, "at t = 1.5"),
                new TestResult(Subject.mean("work"), Statistic.Z, Double.NaN, Double.NaN, TestResult.Outcome.NOT_MADE, "no spread")));
        return new RunReport(model(0.1), result, Optional.of(new ExactCurves(Map.of("heat", new double[] {0, 0.25}))), Optional.empty(),
                CountingStatistics.solve(model(0.1), 1, WorkBudget.of(Effort.MODERATE)), Optional.of(validation), info);
    }

    static RunInfo info() {
        return new RunInfo("thermal-qubit.yaml", "# a comment\n", "unravel: 1\n", "unravel: 1\n", "unravel run thermal-qubit.yaml", "2026-01-01T00:00:00Z", "any", "0");
    }
}
