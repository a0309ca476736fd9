package org.unravel.output;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.unravel.exact.CountedQuantity;
import org.unravel.exact.LongTimeStatistics;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;
import org.unravel.model.TimeFunction;

/** The scaled cumulant generating functions of counted heat and of jump numbers, for fields up to two inverse quanta, each as far as it is known. */
public final class GeneratingFunctions {

    /** First line of the file, by its name. */
    public static final Map<String, String> HEADINGS = Map.of("scgf.csv", "quantity,field,scgf");

    /** Fields on each side of 0, and the largest one times the largest quantum. */
    private static final int FIELDS = 40;
    private static final double LARGEST_FIELD = 2;
    /** Times of a run or period at which quanta that depend on time are looked at, for the range alone. */
    private static final int QUANTA = 64;

    private final List<List<Object>> rows = new ArrayList<>();
    private final List<String> absences = new ArrayList<>();

    private GeneratingFunctions() {
    }

    /**
     * What is counted along a direction of the heats of the baths.
     *
     * @param counted a weighted sum of them
     * @param fields values of s, in the inverse unit of the weighted quanta
     */
    public record Direction(CountedQuantity counted, double[] fields) {
    }

    /** The generating function along a direction alone. */
    public static GeneratingFunctions along(Direction direction, LongTimeStatistics statistics) {
        GeneratingFunctions all = new GeneratingFunctions();
        for (double field : direction.fields) {
            try {
                all.rows.add(List.of(direction.counted.name(), field, statistics.cumulantGeneratingFunction(direction.counted, field)));
            } catch (ModelException e) {
                all.absences.add("generating function along " + direction.counted.name() + " at s = " + Measured.number(field) + ": not known, " + e.getMessage());
                if (e.reason() != Reason.OUT_OF_RANGE && e.reason() != Reason.TOO_INEXACT) {
                    break;
                }
            }
        }
        return all;
    }

    /** A table for people, without line ends, and what is not known. */
    public List<String> lines() {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("along", "s", "generating function"));
        rows.forEach(row -> table.add(List.of((String) row.get(0), Measured.number((Double) row.get(1)), Measured.number((Double) row.get(2)))));
        List<String> lines = new ArrayList<>(rows.isEmpty() ? List.of() : TextTable.aligned(table));
        lines.addAll(absences);
        return lines;
    }

    /** The field up to which a generating function is shown: two inverses of the largest quantum that is seen over the run, and over a period where there is one. */
    public static double largestField(Model model, CountedQuantity counted) {
        double largest = counted.quanta().stream().mapToDouble(q -> largest(model, q)).max().orElse(0);
        return largest > 0 ? LARGEST_FIELD / largest : LARGEST_FIELD;
    }

    private static double largest(Model model, TimeFunction quantum) {
        double start = model.time().start();
        double length = model.period().orElse(model.time().end() - start);
        return quantum.isConstant() ? Math.abs(quantum.at(start).re())
                : IntStream.range(0, QUANTA).mapToDouble(i -> Math.abs(quantum.at(start + (i + 0.5) * length / QUANTA).re())).max().orElse(0);
    }

    /** Computes what can be known. */
    public static GeneratingFunctions of(Model model, LongTimeStatistics statistics) {
        GeneratingFunctions all = new GeneratingFunctions();
        for (CountedQuantity counted : CountedQuantity.allOf(model)) {
            try {
                all.add(counted, statistics);
            } catch (ModelException e) {
                all.rows.removeIf(row -> row.get(0).equals(counted.name()));
                all.absences.add("generating function of " + counted.name() + ": not known, " + e.getMessage());
            }
        }
        if (all.rows.isEmpty() && all.absences.isEmpty()) {
            all.absences.add("no generating function: no jump carries a quantum");
        }
        return all;
    }

    private void add(CountedQuantity counted, LongTimeStatistics statistics) {
        boolean isNone = counted.quanta().stream().allMatch(q -> q.isConstant() && q.at(0).re() == 0);
        double largest = largestField(statistics.model(), counted);
        for (int i = -FIELDS; i <= FIELDS && !isNone; i++) {
            double field = largest * i / FIELDS;
            rows.add(List.of(counted.name(), field, statistics.cumulantGeneratingFunction(counted, field)));
        }
    }

    /** What is not known, each with its reason. */
    public List<String> absences() {
        return List.copyOf(absences);
    }

    /** Writes {@code quantity,field,scgf}. */
    void write(Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        table.row(List.of("quantity", "field", "scgf"));
        for (List<Object> row : rows) {
            table.row(row);
        }
    }
}
