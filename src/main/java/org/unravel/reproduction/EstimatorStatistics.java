package org.unravel.reproduction;

import static org.unravel.reproduction.Sign.NONE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.unravel.firstlaw.Estimate;
import org.unravel.firstlaw.FirstLawCurves;
import org.unravel.firstlaw.JointNumber;
import org.unravel.reproduction.SmallSamples.Statistic;
import org.unravel.reproduction.SmallSamples.Target;

/** Bias and spread of what is not linear in the state and is estimated from 100 and from 1000 trajectories. */
final class EstimatorStatistics {

    private static final String SETTING = "model";
    private static final String EXCITED = "excited";
    /** Energy of the excited level. */
    private static final double OMEGA = 1;
    /** Of a bias of 2e-9 that is a difference of numbers of order 1, times up to 1000 trajectories: its rounding is 2e-14. */
    private static final double ROUNDED = 1e-5;
    private static final String ENERGY = "energy";
    private static final String THERMAL = "energy.thermal";
    private static final String LAMBDA_T = "lambda_t";
    private static final String SAMPLES = "Sampled are as many samples of N trajectories as -n allows, 30 at least; their error bars are those of the binomial law, and where rare samples carry the spread nothing is judged.";
    private static final String SPONTANEOUS_REMARK = "Where two populations cross (Gamma t = ln 2) the thermal energy has a kink: its bias is of order 1/sqrt(N), the leading order of the error of S is zero, and the jackknife is "
            + "not to be trusted; the program warns there. " + SAMPLES;

    private EstimatorStatistics() {
    }

    static List<Entry> entries() {
        return List.of(spontaneous(), reactionCoordinate());
    }

    private static Entry spontaneous() {
        SmallSamples setting = new SmallSamples(SETTING, ModelSource.shipped("spontaneous-emission"), "Gamma_t", 100, List.of(
                spontaneousTarget("P_e", q -> q, "energy"), spontaneousTarget("S", EstimatorStatistics::entropy, "entropy"),
                spontaneousTarget("Uth", q -> OMEGA * Math.min(q, 1 - q), "energy.passive")));
        List<Column> columns = new ArrayList<>(List.of(Column.of(SmallSamples.SIZE, "1", NONE, "trajectories of a sample", Reading.x()),
                Column.of("Gamma_t", "1", NONE, "time in units of the lifetime", Reading.of(SETTING, "Gamma_t")), Column.of("P_e", "1", NONE, "excited population", exact("P_e"))));
        columns.add(Column.of("S", "nat", NONE, "exact entropy", exact("S")));
        columns.addAll(List.of(of("bias_S_plugin", "nat", "S", Statistic.BIAS),
                Column.of("bias_S_delta", "nat", NONE, "its leading order, -1/(2N)", leading((p, n) -> -0.5 / n)),
                of("sd_S_plugin", "nat", "S", Statistic.DEVIATION),
                Column.of("sd_S_delta", "nat", NONE, "its leading order", leading((p, n) -> Math.sqrt(p * (1 - p) / n) * Math.abs(Math.log((1 - p) / p)))),
                of("bias_S_jackknife", "nat", "S", Statistic.JACKKNIFE_BIAS), of("sd_S_jackknife", "nat", "S", Statistic.JACKKNIFE_DEVIATION),
                of("mean_jackknife_se_S", "nat", "S", Statistic.JACKKNIFE_ERROR)));
        columns.add(Column.of("Uth", "omega", NONE, "exact energy of the thermal reference, which is the passive state", exact("Uth")));
        columns.addAll(List.of(of("bias_Uth_plugin", "omega", "Uth", Statistic.BIAS), of("sd_Uth_plugin", "omega", "Uth", Statistic.DEVIATION),
                Column.of("sd_Uth_delta", "omega", NONE, "its leading order", leading((p, n) -> OMEGA * Math.sqrt(p * (1 - p) / n))),
                of("bias_Uth_jackknife", "omega", "Uth", Statistic.JACKKNIFE_BIAS), of("sd_Uth_jackknife", "omega", "Uth", Statistic.JACKKNIFE_DEVIATION),
                of("mean_jackknife_se_Uth", "omega", "Uth", Statistic.JACKKNIFE_ERROR)));
        return Entry.of(AutonomousSystems.PREFIX + "jump-estimator-statistics", "Spontaneous emission: entropy and thermal energy estimated from few trajectories",
                "made for " + AutonomousSystems.TEXT + ", Fig. 8", List.of(setting), columns, List.of()).remarked(SPONTANEOUS_REMARK);
    }

    /** Without a jump the pair is in one ket, after it there is no quantum left: populations and entropies are functions of the fraction of trajectories that have not jumped. */
    private static Entry reactionCoordinate() {
        SmallSamples setting = new SmallSamples(SETTING, ModelSource.ofTexts(ReactionCoordinate.MODEL), LAMBDA_T, 1 / ReactionCoordinate.COUPLING, List.of(
                coordinateTarget("P_alive", (e, q) -> q, c -> c.state(ENERGY, "A").estimate().orElseThrow()),
                coordinateTarget("P_e", (e, q) -> e * q, c -> c.state(ENERGY, "A").estimate().orElseThrow()),
                coordinateTarget("P_1", (e, q) -> (1 - e) * q, c -> c.state(ENERGY, "B").estimate().orElseThrow()),
                coordinateTarget("Uth_A", (e, q) -> OMEGA * Math.min(e * q, 1 - e * q), c -> c.state(THERMAL, "A").estimate().orElseThrow()),
                coordinateTarget("Uth_B", (e, q) -> OMEGA * quanta(entropy((1 - e) * q)), c -> c.state(THERMAL, "B").estimate().orElseThrow()),
                coordinateTarget("I_AB", (e, q) -> entropy(e * q) + entropy((1 - e) * q) - entropy(q), c -> c.joint(JointNumber.MUTUAL_INFORMATION).estimate().orElseThrow())));
        List<Column> columns = new ArrayList<>(List.of(Column.of(SmallSamples.SIZE, "1", NONE, "trajectories of a sample", Reading.x()),
                Column.of(LAMBDA_T, "1", NONE, "time in units of the coupling", Reading.of(SETTING, LAMBDA_T)),
                Column.of("P_alive", "1", NONE, "probability of no jump", exact("P_alive")), Column.of("P_e", "1", NONE, "excited population", exact("P_e")),
                Column.of("P_1", "1", NONE, "population of the mode", exact("P_1"))));
        for (String target : List.of("Uth_A", "Uth_B", "I_AB")) {
            String unit = target.equals("I_AB") ? "nat" : "omega";
            double tolerance = target.equals("Uth_A") ? ROUNDED : Column.TOLERANCE;
            columns.addAll(List.of(Column.of("exact_" + target, unit, NONE, "exact value", exact(target)), of("bias_plugin_" + target, unit, target, Statistic.BIAS).within(tolerance),
                    of("sd_plugin_" + target, unit, target, Statistic.DEVIATION), of("bias_jackknife_" + target, unit, target, Statistic.JACKKNIFE_BIAS).within(tolerance),
                    of("mean_jackknife_se_" + target, unit, target, Statistic.JACKKNIFE_ERROR)));
        }
        return Entry.of(AutonomousSystems.PREFIX + "rc-jump-estimator-statistics", "Qubit and lossy mode: thermal energies and mutual information estimated from few trajectories",
                "made for " + AutonomousSystems.TEXT + ", Fig. 9", List.of(setting), columns, List.of()).remarked("The thermal energy of the qubit is linear in the fraction that has not jumped but for a kink that samples hardly reach: its bias of 2e-9 and 2e-8 omega is a difference of numbers of order 1 and "
                        + "held to 1e-5 of itself. " + SAMPLES);
    }

    private interface ByFraction {
        double of(double excitedOfAlive, double alive);
    }

    private static Target coordinateTarget(String name, ByFraction value, Function<FirstLawCurves, Estimate> estimate) {
        return new Target(name, (means, fraction) -> value.of(means.of(EXCITED) / alive(means), fraction), EstimatorStatistics::alive, estimate);
    }

    private static double alive(SmallSamples.Means means) {
        return means.of(EXCITED) + means.of("quanta");
    }

    /** Mean number of quanta n of a thermal oscillator of an entropy S = (n + 1) ln(n + 1) − n ln n. S is concave in n, so that Newton's method from below stays below, and ends where rounding does. */
    private static double quanta(double entropy) {
        double n = 0;
        double next = entropy > 0 ? Math.min(entropy * entropy, entropy) / 50 : 0;
        for (int i = 0; i < 100 && next > n; i++) {
            n = next;
            next = n + (entropy - (n + 1) * Math.log1p(n) + n * Math.log(n)) / Math.log1p(1 / n);
        }
        return n;
    }

    private static Target spontaneousTarget(String name, Function<Double, Double> byFraction, String quantity) {
        return new Target(name, (means, fraction) -> byFraction.apply(fraction), means -> means.of(EXCITED), of(quantity));
    }

    private static Function<FirstLawCurves, Estimate> of(String quantity) {
        return curves -> curves.state(quantity).estimate().orElseThrow();
    }

    private static Reading exact(String target) {
        return Reading.of(SETTING, SmallSamples.exact(target));
    }

    private static Column of(String name, String unit, String target, Statistic statistic) {
        return Column.of(name, unit, NONE, statistic.text() + " of " + target, Reading.of(SETTING, SmallSamples.curve(target, statistic)));
    }

    private interface Leading {
        double of(double population, double size);
    }

    private static Reading leading(Leading order) {
        return Reading.combined(List.of(exact("P_e"), Reading.x()), v -> order.of(v[0], v[1]));
    }

    private static double entropy(double p) {
        return -term(p) - term(1 - p);
    }

    private static double term(double p) {
        return p > 0 ? p * Math.log(p) : 0;
    }
}
