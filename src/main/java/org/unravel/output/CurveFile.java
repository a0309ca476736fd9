package org.unravel.output;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

import org.unravel.ensemble.Curve;
import org.unravel.validation.ErrorMarks;

/** {@code curves.csv}: t, then mean, standard error and exact mean of every curve of the result, then for each whether its error bar rests on few events, 1 or 0 (the guide). */
final class CurveFile {

    private CurveFile() {
    }

    static void write(RunReport report, Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        List<Object> header = new ArrayList<>(List.of("t"));
        List<double[]> columns = new ArrayList<>();
        for (Curve curve : report.result().curves()) {
            header.addAll(List.of(curve.name(), curve.name() + ".se", curve.name() + ".exact"));
            columns.add(curve.mean());
            columns.add(curve.standardError());
            columns.add(report.exactCurve(curve.name()).orElse(null));
        }
        ErrorMarks marks = report.marks();
        List<boolean[]> marked = new ArrayList<>();
        for (Curve curve : report.result().curves()) {
            header.add(curve.name() + ".mark");
            marked.add(marks.of(curve));
        }
        table.row(header);
        for (int i = 0; i < report.model().time().pointCount(); i++) {
            List<Object> row = new ArrayList<>(List.of(report.model().time().time(i)));
            for (double[] column : columns) {
                row.add(column == null ? Double.NaN : column[i]);
            }
            for (boolean[] mark : marked) {
                row.add(mark[i] ? 1 : 0);
            }
            table.row(row);
        }
    }
}
