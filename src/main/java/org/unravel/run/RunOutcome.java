package org.unravel.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unravel.ensemble.Curve;
import org.unravel.ensemble.EnsembleResult;
import org.unravel.ensemble.VarianceCurve;
import org.unravel.output.ResultTable;
import org.unravel.output.RunFiles;
import org.unravel.output.RunReport;
import org.unravel.statistics.Distribution;
import org.unravel.statistics.SampleSummary;
import org.unravel.validation.Reference;
import org.unravel.validation.ValidationReport;

/**
 * What a run has come to.
 *
 * @param report everything that is shown of it
 * @param reference the exact ensemble as far as it is known
 * @param failure what went wrong after the sampling, with a message for people; the rest of the outcome is good
 */
public record RunOutcome(RunReport report, Reference reference, Optional<IllegalStateException> failure) {

    /** What was sampled. */
    public EnsembleResult result() {
        return report.result();
    }

    /** Mean, variance and more of a quantity at the end, with standard errors; by the names of {@code summary.json}. */
    public SampleSummary quantity(String name) {
        return known("quantity", name, result().quantities());
    }

    /** A quantity or observable against time. */
    public Curve curve(String name) {
        return result().curves().stream().filter(c -> c.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected a curve of the run, found " + name));
    }

    /** The variance of a quantity that is counted, or by {@code a|b} the covariance of two heats, against time; by the names of {@code moments.csv}. */
    public VarianceCurve variance(String name) {
        return result().variances().stream().filter(c -> c.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected a variance of the run, found " + name));
    }

    /** The exact one of the same name, where there is one. */
    public Optional<double[]> exactVariance(String name) {
        return report.counting().variances().of(name);
    }

    /** The exact mean against time, where there is one. */
    public Optional<double[]> exactCurve(String name) {
        return reference.curves().flatMap(c -> c.curve(name));
    }

    /** How often each value of a counted heat or a number of jumps was found. */
    public Distribution distribution(String name) {
        return known("distribution", name, result().counted());
    }

    /** The verdict; empty where it could not be found, see {@link #failure}. */
    public Optional<ValidationReport.Verdict> verdict() {
        return report.validation().map(ValidationReport::verdict);
    }

    /** The table of the command line: means with standard errors beside the exact ones, warnings, verdict. */
    public List<String> table() {
        return ResultTable.lines(report);
    }

    /** Model, numbers and verdict in a line. */
    @Override
    public String toString() {
        return report.model().name() + ": " + result().trajectoryCount() + " trajectories, " + result().jumpCount() + " jumps, " + verdict().map(Object::toString).orElse("not judged");
    }

    /**
     * Writes the files of the guide.
     *
     * @param directory made where it is not there; files of an earlier run in it are replaced
     * @throws IOException if they cannot be written
     */
    public void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        RunFiles.write(directory, report);
    }

    private static <T> T known(String what, String name, Map<String, T> all) {
        T found = all.get(name);
        if (found == null) {
            throw new IllegalArgumentException("expected a " + what + " among " + String.join(", ", all.keySet()) + ", found " + name);
        }
        return found;
    }
}
