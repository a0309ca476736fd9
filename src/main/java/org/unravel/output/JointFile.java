package org.unravel.output;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.unravel.firstlaw.ComparisonReport;
import org.unravel.firstlaw.Estimate;
import org.unravel.firstlaw.JointCurve;
import org.unravel.firstlaw.JointNumber;

/** The file of what belongs to both parts of a model together: {@code nan} is not defined, an empty cell not computed. */
final class JointFile {

    static final String NAME = "joint.csv";

    private JointFile() {
    }

    /** Its first line. */
    static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("t"));
        for (JointNumber number : JointNumber.values()) {
            columns.addAll(List.of(number.word(), number.word() + ".se", number.word() + ".exact"));
        }
        return columns;
    }

    static void write(ComparisonReport report, Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        table.row(columns());
        for (int i = 0; i < report.sampled().times().length; i++) {
            List<Object> row = new ArrayList<>(List.of(report.sampled().times()[i]));
            for (JointCurve joint : report.sampled().joint()) {
                int index = i;
                row.add(cell(joint.estimate(), e -> e.value()[index]));
                row.add(joint.estimate().<Object>map(e -> e.error()[index]).orElse(""));
                row.add(cell(report.exactOf(joint), e -> e.value()[index]));
            }
            table.row(row);
        }
    }

    private interface Value {

        double of(Estimate estimate);
    }

    private static Object cell(Optional<Estimate> estimate, Value value) {
        return estimate.<Object>map(e -> Double.isNaN(value.of(e)) ? "nan" : (Object) value.of(e)).orElse("");
    }
}
