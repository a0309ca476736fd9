package org.unravel.output;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

import org.unravel.ensemble.Convergence;

/** {@code convergence.csv}: what the first 32, 64, 128, … trajectories say of the values at the end, and all (the guide). */
final class ConvergenceFile {

    static final String NAME = "convergence.csv";

    private ConvergenceFile() {
    }

    static void write(RunReport report, Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        table.row(List.of("n", "quantity", "mean", "se", "vov"));
        for (Convergence c : report.result().convergence()) {
            table.row(List.of(c.count(), c.quantity(), c.mean(), c.standardError(), c.vov()));
        }
    }
}
