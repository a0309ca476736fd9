package org.unravel.output;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import org.unravel.ensemble.EnsembleResult;
import org.unravel.exact.CountingStatistics;
import org.unravel.exact.ExactCurves;
import org.unravel.exact.TwoPointStatistics;
import org.unravel.model.Absence;
import org.unravel.model.Caveat;
import org.unravel.model.Model;
import org.unravel.model.Observable;
import org.unravel.model.Quantity;
import org.unravel.validation.CutOff;
import org.unravel.validation.ErrorMarks;
import org.unravel.validation.ValidationReport;

/**
 * Everything that is shown of one run.
 *
 * @param model what was run
 * @param result what was sampled
 * @param exact exact means, if they were computed
 * @param exactAbsence why they were not; empty if they were
 * @param counting exact statistics of what was counted, with the reason for each that is missing
 * @param twoPoint exact statistics of measurements at both ends, where they were asked for and computed
 * @param validation the verdict, if one was asked for
 * @param info where it came from
 * @param cutOffs what is known of ladders of levels that are cut off, in the order of the space
 * @param marks which error bars rest on few events
 */
public record RunReport(Model model, EnsembleResult result, Optional<ExactCurves> exact, Optional<Absence> exactAbsence,
        CountingStatistics counting, Optional<TwoPointStatistics> twoPoint, Optional<ValidationReport> validation, RunInfo info,
        List<CutOff> cutOffs, ErrorMarks marks) {

    /** Copies the list. */
    public RunReport {
        cutOffs = List.copyOf(cutOffs);
    }

    /** A report with the marks of its error bars. */
    public RunReport(Model model, EnsembleResult result, Optional<ExactCurves> exact, Optional<Absence> exactAbsence, CountingStatistics counting,
            Optional<TwoPointStatistics> twoPoint, Optional<ValidationReport> validation, RunInfo info, List<CutOff> cutOffs) {
        this(model, result, exact, exactAbsence, counting, twoPoint, validation, info, cutOffs, ErrorMarks.of(model, result, exact, counting));
    }

    /** A report of a run whose cut-offs were not looked at. */
    public RunReport(Model model, EnsembleResult result, Optional<ExactCurves> exact, Optional<Absence> exactAbsence, CountingStatistics counting,
            Optional<TwoPointStatistics> twoPoint, Optional<ValidationReport> validation, RunInfo info) {
        this(model, result, exact, exactAbsence, counting, twoPoint, validation, info, List.of());
    }

    /** A report without measurements at both ends. */
    public RunReport(Model model, EnsembleResult result, Optional<ExactCurves> exact, Optional<Absence> exactAbsence,
            CountingStatistics counting, Optional<ValidationReport> validation, RunInfo info) {
        this(model, result, exact, exactAbsence, counting, Optional.empty(), validation, info);
    }

    /** The same of a run that ends before its exact side is known. */
    public RunReport withoutExact(Absence why) {
        return new RunReport(model, result, Optional.empty(), Optional.of(why), CountingStatistics.none(), Optional.empty(), Optional.empty(), info, cutOffs, marks);
    }

    /** The same of a run that ends before its distributions are known. */
    public RunReport withoutDistributions(Absence why) {
        return new RunReport(model, result, exact, exactAbsence, CountingStatistics.absent(model, why), twoPoint, Optional.empty(), info, cutOffs, marks);
    }

    /** What stands between the run and trust in its results, of the model, the sample and the exact side, each said once. */
    public List<Caveat> caveats() {
        return Stream.of(model.caveats(), result.caveats(), exact.map(ExactCurves::caveats).orElse(List.of())).flatMap(List::stream).distinct().toList();
    }

    /** Exact moments of what is measured at both ends, if they were computed. */
    Optional<TwoPointStatistics.Moments> exactMoments(Quantity quantity) {
        return switch (quantity.kind()) {
            case WORK_TPM -> twoPoint.map(TwoPointStatistics::work);
            case ENTROPY_PRODUCTION -> twoPoint.flatMap(TwoPointStatistics::entropyProduction);
            default -> Optional.empty();
        };
    }

    /** The exact mean of a quantity at the end, if it was computed. */
    OptionalDouble exactMean(Quantity quantity) {
        Optional<Double> mean = exactMoments(quantity).map(TwoPointStatistics.Moments::mean).or(() -> exactCurve(quantity.name()).map(c -> c[c.length - 1]));
        return mean.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    /**
     * An observable at the end.
     *
     * @param exact NaN where it was not computed
     * @param isMarked whether the error bar rests on few events
     * @param norm of the operator
     */
    record AtEnd(double mean, double standardError, double exact, boolean isMarked, double norm) {
    }

    /** The observables whose curves were recorded, in the order of the model. */
    Map<String, AtEnd> observablesAtEnd() {
        int end = model.time().pointCount() - 1;
        Map<String, AtEnd> all = new LinkedHashMap<>();
        for (Observable o : model.observables()) {
            result.curves().stream().filter(c -> c.name().equals(o.name())).findFirst()
                    .ifPresent(c -> all.put(o.name(), new AtEnd(c.mean()[end], c.standardError()[end], exactCurve(o.name()).map(e -> e[end]).orElse(Double.NaN),
                            marks.of(c)[end], o.operator().at(model.time().end()).rowSumNorm())));
        }
        return all;
    }

    /** The exact curve of a name, if it was computed and the master equation has one. */
    public Optional<double[]> exactCurve(String name) {
        return exact.flatMap(e -> e.curve(name));
    }
}
