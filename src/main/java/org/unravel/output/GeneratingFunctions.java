package org.unravel.output;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.unravel.exact.CountedQuantity;
import org.unravel.exact.LongTimeStatistics;
import org.unravel.model.Model;
import org.unravel.model.ModelException;

/** The scaled cumulant generating functions of counted heat and of jump numbers, for fields up to two inverse quanta, each as far as it is known. */
public final class GeneratingFunctions {

    /** First line of the file, by its name. */
    public static final Map<String, String> HEADINGS = Map.of("scgf.csv", "quantity,field,scgf");

    /** Fields on each side of 0, and the largest one times the largest quantum. */
    private static final int FIELDS = 40;
    private static final double LARGEST_FIELD = 2;

    private final List<List<Object>> rows = new ArrayList<>();
    private final List<String> absences = new ArrayList<>();

    private GeneratingFunctions() {
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
        if (!counted.isDiscrete()) {
            throw new ModelException("its quanta depend on time");
        }
        double largest = counted.quanta().stream().mapToDouble(q -> Math.abs(q.at(0).re())).max().orElse(0);
        for (int i = -FIELDS; i <= FIELDS && largest > 0; i++) {
            double field = LARGEST_FIELD * i / FIELDS / largest;
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
