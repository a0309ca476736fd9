package org.unravel.output;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.unravel.exact.CountedQuantity;
import org.unravel.exact.CurrentStatistics;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Quantity;

/** The long-time limit of a model for people: steady state, currents with their noise, waiting times, entropy production, symmetry. All of it exact. */
public final class LongTimeTable {

    /** A violation below this part of the rate of jumps is rounding of eigenvalues. */
    private static final double ROUNDING = 1e-9;

    /** Fields on each side of 0 at which generating functions are written, and the largest one times the largest quantum. */
    private static final int FIELDS = 40;
    private static final double LARGEST_FIELD = 2;

    private final Model model;
    private final CurrentStatistics statistics;
    private final List<String> lines = new ArrayList<>();

    private LongTimeTable(Model model, CurrentStatistics statistics) {
        this.model = model;
        this.statistics = statistics;
    }

    /** The lines of the table, without line ends. */
    public static List<String> lines(Model model, CurrentStatistics statistics) {
        LongTimeTable table = new LongTimeTable(model, statistics);
        table.lines.add(model.title().isEmpty() ? model.name() : model.name() + ": " + model.title());
        table.steadyState();
        table.currents();
        table.waitingTimes();
        table.balance();
        return table.lines;
    }

    private void steadyState() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("steady state", "mean"));
        statistics.means().forEach((name, mean) -> rows.add(List.of(name, Measured.number(mean))));
        lines.addAll(TextTable.aligned(rows));
    }

    private void currents() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("per time", "current", "noise", "Fano factor", "uncertainty ratio"));
        double sigma = statistics.entropyProductionRate();
        for (CountedQuantity counted : CountedQuantity.allOf(model)) {
            CurrentStatistics.Current c = statistics.current(counted);
            double mean = Double.isNaN(c.fanoFactor()) ? 0 : c.mean();
            double noise = c.noise() <= ROUNDING * c.activity() ? 0 : c.noise();
            rows.add(List.of(c.name(), Measured.number(mean), Measured.number(noise), Measured.number(c.fanoFactor()),
                    c.name().startsWith(Quantity.HEAT_COUNTED) ? Measured.number(c.uncertaintyRatio(sigma)) : "-"));
        }
        lines.addAll(TextTable.aligned(rows));
    }

    private void waitingTimes() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("after a jump", "mean waiting time"));
        int k = 0;
        for (Bath bath : model.baths()) {
            for (Channel channel : bath.channels()) {
                rows.add(List.of(bath.name() + "." + channel.name(), Measured.number(statistics.meanWaitingTimeAfter(k++))));
            }
        }
        lines.addAll(TextTable.aligned(rows));
    }

    private void balance() {
        Optional<String> broken = statistics.brokenBalance();
        if (broken.isPresent()) {
            lines.add("no detailed balance, so no symmetry of the generating function: " + broken.get());
            return;
        }
        lines.add("entropy production rate: " + Measured.number(statistics.entropyProductionRate()));
        if (model.dimension() > CurrentStatistics.MAX_EIGENVALUE_DIMENSION) {
            lines.add("symmetry of Gallavotti and Cohen: not tested, dimension " + model.dimension() + " exceeds "
                    + CurrentStatistics.MAX_EIGENVALUE_DIMENSION);
            return;
        }
        double violation = statistics.symmetryViolation();
        lines.add("symmetry of Gallavotti and Cohen: " + (violation <= ROUNDING ? "holds" : "broken, H cannot be made real")
                + ", largest violation " + Measured.number(violation, 2) + " of the rate of jumps");
    }

    /**
     * Writes {@code quantity,field,scgf}: the scaled cumulant generating functions of counted heat and of jump numbers, for fields up to two
     * inverse quanta.
     */
    static void writeGeneratingFunctions(Model model, CurrentStatistics statistics, Writer out) throws IOException {
        CsvTable table = new CsvTable(out);
        table.row(List.of("quantity", "field", "scgf"));
        double start = model.time().start();
        for (CountedQuantity counted : CountedQuantity.allOf(model)) {
            double largest = counted.quanta().stream().mapToDouble(q -> Math.abs(q.at(start).re())).max().orElse(0);
            for (int i = -FIELDS; i <= FIELDS && largest > 0; i++) {
                double field = LARGEST_FIELD * i / FIELDS / largest;
                table.row(List.of(counted.name(), field, statistics.cumulantGeneratingFunction(counted, field)));
            }
        }
    }
}
