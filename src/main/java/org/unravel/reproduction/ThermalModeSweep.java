package org.unravel.reproduction;

import static org.unravel.reproduction.Sign.NONE;
import static org.unravel.reproduction.Sign.PROVIDED_BY_PART;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.unravel.figure.Axis;
import org.unravel.firstlaw.Share;
import org.unravel.model.Model;
import org.unravel.model.TimeGrid;

/** The maximally mixed qubit beside a thermal mode: how much work the mode can get from it, against the temperature of the mode. */
final class ThermalModeSweep {

    private static final String SETTING = "least";
    private static final String BETA = "beta_B";
    private static final String WORK = "W_B";
    private static final String HEAT = "Q_A";
    private static final String TIME = "gt";

    /** Times up to π/2, at which the exchange is complete: the work of the mode falls until then. */
    private static final int POINTS = 51;

    private ThermalModeSweep() {
    }

    static List<Entry> entries() {
        List<Column> columns = List.of(Column.of(BETA, "1/omega", NONE, "inverse temperature of the mode at the start", Reading.x()),
                Column.of("W_B", "omega", PROVIDED_BY_PART, "least work that the mode provides in gt from 0 to pi/2: minus the most that it gets", Reading.of(SETTING, WORK)),
                Column.of("gt", "1", NONE, "when", Reading.of(SETTING, TIME)), Column.of("Q_A", "omega", PROVIDED_BY_PART, "heat that the qubit has provided by then", Reading.of(SETTING, HEAT)));
        Axis x = Axis.linear(BETA, "1/ω");
        return List.of(Entry.of(AutonomousSystems.PREFIX + "jc-thermal-mode-sweep", "Maximally mixed qubit and thermal mode, against the temperature of the mode", AutonomousSystems.TEXT + ", an addition to Fig. 4",
                List.of(new InternalSetting(SETTING, rows -> curves(rows.column(BETA)))), columns, List.of(
                        new Panel("work", "Work that the mode gets", "W_B is negative: the mode receives work, and in the limit of an empty mode 0.206185 ω. Beside it the heat that the qubit provides.", x, Axis.linear("energy", "ω"), List.of("W_B", "Q_A"))))
                .untabled(Rows.even(BETA, 1, 6, 26)).remarked("No table is shipped. Least W_B: -0.071286 omega at beta_B = 1, -0.135866 at 2, -0.206185 of the empty mode; all of them at gt = pi/2, where the exchange is complete."));
    }

    private static Map<String, double[]> curves(double... betas) {
        Map<String, double[]> curves = new LinkedHashMap<>();
        List.of(WORK, TIME, HEAT).forEach(n -> curves.put(n, new double[betas.length]));
        IntStream.range(0, betas.length).parallel().forEach(i -> {
            double[] least = least(betas[i]);
            curves.get(WORK)[i] = least[0];
            curves.get(TIME)[i] = least[1];
            curves.get(HEAT)[i] = least[2];
        });
        return curves;
    }

    /** Least W_B, when, and Q_A by then. */
    static double[] least(double beta) {
        int levels = (int) Math.ceil(36 / beta) + 3;
        Model model = ModelSource.ofTexts("qubit-and-thermal-mode", "beta_q", "0", "beta_c", Double.toString(beta), "levels", Integer.toString(levels)).open().model();
        double end = Math.PI / 2 / ClosedPairs.COUPLING;
        Map<String, Values> exact = AveragedStates.exact(model.withObservables(List.of()).withTime(new TimeGrid(0, end, POINTS)), List.of("autonomous"));
        double[] work = exact.get(AveragedStates.share("autonomous", Share.WORK, "B")).affine(-1, 0).exact();
        double[] heat = exact.get(AveragedStates.share("autonomous", Share.HEAT, "A")).affine(-1, 0).exact();
        int lowest = IntStream.range(1, POINTS).reduce(0, (i, j) -> work[j] < work[i] ? j : i);
        return new double[] {work[lowest], lowest * Math.PI / 2 / (POINTS - 1), heat[lowest]};
    }
}
