package org.unravel.output;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.unravel.validation.calibration.CalibratedTest;
import org.unravel.validation.calibration.CalibrationReport;
import org.unravel.validation.calibration.RejectionCount;

/** The files of a calibration. */
public final class CalibrationFiles {

    /** First lines of the files, by their names. */
    public static final Map<String, String> HEADINGS = Map.of("calibration.csv", "test,statistic,seed,value,p_value", "power.csv", "error,seed,verdict,p_value,test");

    private CalibrationFiles() {
    }

    /**
     * Writes or replaces {@code calibration.csv}, every elementary comparison of every right run, and {@code power.csv}, the verdict on every
     * run.
     *
     * @param directory an existing folder
     * @throws IOException if a file cannot be written
     */
    public static void write(Path directory, CalibrationReport report) throws IOException {
        Replacement.write(directory.resolve("calibration.csv"), out -> elementary(report, out));
        Replacement.write(directory.resolve("power.csv"), out -> runs(report, out));
    }

    private static void elementary(CalibrationReport report, Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        table.row(List.of("test", "statistic", "seed", "value", "p_value"));
        for (CalibratedTest test : report.elementary()) {
            for (CalibratedTest.Value v : test.values()) {
                table.row(List.of(test.name(), test.statistic().text(), v.seed(), v.test().value(), v.test().pValue()));
            }
        }
    }

    private static void runs(CalibrationReport report, Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        table.row(List.of("error", "seed", "verdict", "p_value", "test"));
        List<RejectionCount> all = new ArrayList<>(List.of(report.right()));
        all.addAll(report.errors());
        for (RejectionCount count : all) {
            for (RejectionCount.Run run : count.runs()) {
                table.row(List.of(count.error(), run.seed(), run.verdict().name().toLowerCase(Locale.ROOT), run.pValue(), run.test()));
            }
        }
    }
}
