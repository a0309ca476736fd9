package org.unravel.reproduction;

import static org.unravel.reproduction.Sign.NONE;
import static org.unravel.reproduction.Sign.OUT_OF_SYSTEM;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.unravel.figure.Axis;

/** An excited qubit coupled to a lossy mode, the reaction coordinate of its bath: a pair that is open. */
final class ReactionCoordinate {

    static final String MODEL = "reaction-coordinate";
    static final double COUPLING = 0.01;

    private static final String SETTING = "model";
    private static final String SPONTANEOUS = "spontaneous";
    private static final String LAMBDA_T = "lambda_t";
    private static final String OMEGA_T = "omega_t";
    private static final Axis X = Axis.linear("λt", "");
    private static final String REMARK = "The pair is open, so that the entropy productions of a closed one do not apply. ";

    private ReactionCoordinate() {
    }

    static List<Entry> entries() {
        return List.of(
                entry("kappa0p8", "fast loss, kappa = 0.8 lambda", "Fig. 9", 0.8).remarked(REMARK + "Most work that the mode receives: 0.28485 omega at lambda t = 1.4."),
                entry("kappa10", "very fast loss, kappa = 10 lambda", "Fig. 12", 10).remarked(REMARK + "Most work that the mode receives: 3.10e-4 omega. The text's kappa >> Omega is kappa >> lambda."),
                entry("kappa0p01", "slow loss, kappa = 0.01 lambda", "Fig. 13", 0.01).untabled(rows(0, 4 * Math.PI, 241)).remarked("No table is shipped. " + REMARK
                        + "Least work of the qubit at lambda t = n pi: 0.0312, 0.0619, 0.0921, 0.1218 omega. Figure 11b of the text is the oscillator."),
                limit());
    }

    private static Rows rows(double from, double to, int count) {
        double[] x = Rows.even(LAMBDA_T, from, to, count).column(LAMBDA_T);
        Map<String, double[]> given = new LinkedHashMap<>();
        given.put(LAMBDA_T, x);
        given.put(OMEGA_T, Arrays.stream(x).map(v -> v / COUPLING).toArray());
        return new Rows(given);
    }

    private static Reading in(String name) {
        return Reading.of(SETTING, name);
    }

    private static Entry entry(String kind, String title, String figure, double loss) {
        TimeSetting setting = TimeSetting.of(SETTING, ModelSource.ofTexts(MODEL, "kappa", loss + "*lambda"), OMEGA_T).defining("autonomous");
        List<Column> columns = new ArrayList<>(List.of(Column.of(LAMBDA_T, "1", NONE, "time in units of the coupling", Reading.x()), Column.of(OMEGA_T, "1", NONE, "time", in(TimeSetting.TIMES))));
        columns.addAll(new PartColumns(SETTING).states());
        columns.addAll(List.of(
                Column.of("sigma_A", "nat", NONE, "entropy production: not defined of an open pair", Reading.function(x -> Double.NaN)),
                Column.of("sigma_B", "nat", NONE, "the same", Reading.function(x -> Double.NaN)),
                Column.of("P_e", "1", NONE, "population of the excited level of the qubit", in("excited")),
                Column.of("P_1", "1", NONE, "population of the first level of the mode", in("quanta")),
                Column.of("E_lost", "omega", OUT_OF_SYSTEM, "energy that the bath has got: minus the heat", in("heat").negated()),
                Column.of("jump_rate", "omega", NONE, "expected rate of clicks", in("quanta").times(loss * COUPLING))));
        List<Panel> panels = new ArrayList<>(PartColumns.energies(figure, X, Double.POSITIVE_INFINITY));
        panels.add(new Panel("populations", "One quantum", "In the qubit, in the mode, and lost.", X, Axis.linear("population", ""), List.of("P_e", "P_1", "E_lost")));
        return Entry.of(AutonomousSystems.PREFIX + "rc-" + kind, "Qubit and lossy mode, " + title, AutonomousSystems.TEXT + ", " + figure + ", eqs. (C1)-(C6)", List.of(setting), columns, panels);
    }

    /** The mode follows at once where its loss is fast, and the qubit decays as by itself at the rate 4λ²/κ. */
    private static Entry limit() {
        List<Setting> settings = new ArrayList<>();
        List<Column> columns = new ArrayList<>(List.of(Column.of(LAMBDA_T, "1", NONE, "time in units of the coupling", Reading.x()), Column.of(OMEGA_T, "1", NONE, "time", Reading.of("model10", TimeSetting.TIMES))));
        for (int loss : new int[] {10, 30}) {
            String mode = SETTING + loss;
            String alone = SPONTANEOUS + loss;
            settings.add(TimeSetting.of(mode, ModelSource.ofTexts(MODEL, "kappa", loss + "*lambda"), OMEGA_T));
            settings.add(TimeSetting.of(alone, ModelSource.shipped("spontaneous-emission", "Gamma", "4*" + COUPLING + "/" + loss), OMEGA_T));
            columns.addAll(List.of(Column.of("P_e_kappa" + loss, "1", NONE, "excited population beside the mode, kappa = " + loss + " lambda", Reading.of(mode, "excited")),
                    Column.of("P_e_spontaneous" + loss, "1", NONE, "that of spontaneous emission with Gamma = 4 lambda^2/kappa", Reading.of(alone, "excited")),
                    Column.of("difference" + loss, "1", NONE, "the first less the second", Reading.of(mode, "excited").with(Reading.of(alone, "excited"), (a, b) -> a - b))));
        }
        return Entry.of(AutonomousSystems.PREFIX + "rc-spontaneous-limit", "Qubit and lossy mode beside spontaneous emission", AutonomousSystems.TEXT + ", appendix C: the limit kappa >> lambda", settings, columns, List.of(
                new Panel("populations", "Excited population", "Beside the mode, and of spontaneous emission with Γ = 4λ²/κ.", X, Axis.linear("P_e", ""), List.of("P_e_kappa10", "P_e_spontaneous10", "P_e_kappa30", "P_e_spontaneous30")),
                new Panel("difference", "What the mode delays", "Excited population beside the mode less that of spontaneous emission.", X, Axis.linear("difference of P_e", ""), List.of("difference10", "difference30"))))
                .untabled(rows(0, 20, 401)).remarked("No table is shipped. Largest difference: 0.061 at kappa = 10 lambda, 0.0084 at 30 lambda.");
    }
}
