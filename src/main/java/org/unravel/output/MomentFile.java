package org.unravel.output;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

import org.unravel.ensemble.VarianceCurve;
import org.unravel.model.TimeGrid;

/** {@code moments.csv}: the variance of every quantity that is counted and recorded, and covariances, by grid time (the guide). */
final class MomentFile {

    static final String NAME = "moments.csv";

    private MomentFile() {
    }

    static void write(RunReport report, Writer out) throws IOException {
        TimeGrid time = report.model().time();
        CsvTable table = new CsvTable(out);
        table.row(List.of("t", "quantity", "variance", "variance.se", "variance.exact", "mark"));
        for (VarianceCurve curve : report.result().variances()) {
            Optional<double[]> exact = report.counting().variances().of(curve.name());
            boolean[] marks = report.marks().of(curve);
            for (int i = 0; i < time.pointCount(); i++) {
                int point = i;
                table.row(List.of(time.time(i), curve.name(), curve.variance()[i], curve.standardError()[i], exact.map(v -> v[point]).orElse(Double.NaN), marks[i] ? 1 : 0));
            }
        }
    }
}
