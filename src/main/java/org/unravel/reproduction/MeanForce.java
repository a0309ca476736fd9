package org.unravel.reproduction;

import static org.unravel.reproduction.Sign.INTO_SYSTEM;
import static org.unravel.reproduction.Sign.NONE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.unravel.figure.Axis;
import org.unravel.model.Model;
import org.unravel.numeric.GaussLegendre;
import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.SparseMatrix;

/** Energies of the Hamiltonian of mean force of a qubit with a small bath, by Gibbs states of both together: against coupling and temperature, and along a quasi-static isotherm. */
final class MeanForce {

    static final String TEXT = FirstLawQubits.TEXT + ", Hamiltonian of mean force";
    static final ModelSource EXCHANGE = ModelSource.ofTexts("mean-force-exchange");
    private static final ModelSource SPINS = ModelSource.ofTexts("mean-force-spins");
    private static final GaussLegendre RULE = GaussLegendre.of(5);

    /** Step and weights of a central difference of order 8. */
    private static final double STEP = 0.02;
    private static final double[] DIFFERENCE = {4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280};

    private MeanForce() {
    }

    static List<Entry> entries() {
        return List.of(against("coupling", "g", "w", "beta", "2"), against("temperature", "beta", "1/w", "g", "0.5"), isotherm());
    }

    private static Entry against(String name, String x, String unit, String... rest) {
        List<Column> columns = new ArrayList<>(List.of(Column.of(x, unit, NONE, x.equals("g") ? "coupling" : "inverse temperature", Reading.x())));
        for (String setting : List.of("x", "d")) {
            String of = setting.equals("x") ? ", one bath qubit" : ", three bath spins";
            columns.add(column(setting, "pe", "1", NONE, "excited population" + of));
            columns.add(column(setting, "Ee_star", "w", NONE, "upper energy of mean force" + of));
            columns.add(column(setting, "Eg_star", "w", NONE, "lower energy of mean force" + of));
            columns.add(column(setting, "gap_star", "w", NONE, "their distance" + of));
            columns.add(column(setting, "F_star", "w", NONE, "free energy -ln(Z/Z_B)/beta" + of));
            columns.add(column(setting, "U_Tr", "w", INTO_SYSTEM, "Tr rho H*" + of));
            columns.add(column(setting, "S_vN", "nat", NONE, "entropy of the state" + of));
            columns.add(column(setting, "U_thermo", "w", INTO_SYSTEM, "d(beta F*)/d beta: mean of H less that of the bath alone" + of));
            columns.add(column(setting, "S_thermo", "nat", NONE, "beta (U_thermo - F*)" + of));
        }
        Axis axis = x.equals("g") ? Axis.linear("g", "ω") : Axis.linear("β", "1/ω");
        return Entry.of("first-law-hmf-" + name, "Hamiltonian of mean force, against " + name, TEXT, List.of(new ModelNumbers("x", EXCHANGE.with(rest), Map.of(x, x), MeanForce::numbers),
                new ModelNumbers("d", SPINS.with(rest), Map.of(x, x), MeanForce::numbers)), columns, List.of(
                        new Panel("energies", "Two energies", "By the state and H*, and by thermodynamics.", axis, Axis.linear("energy", "ω"), List.of("x_U_Tr", "x_U_thermo", "d_U_Tr", "d_U_thermo")),
                        new Panel("entropies", "Two entropies", "The thermodynamic one can be negative.", axis, Axis.linear("entropy", ""), List.of("x_S_vN", "x_S_thermo", "d_S_vN", "d_S_thermo"))));
    }

    private static Column column(String setting, String name, String unit, Sign sign, String definition) {
        return Column.of(setting + "_" + name, unit, sign, definition, Reading.of(setting, name));
    }

    private static Entry isotherm() {
        Setting path = new InternalSetting("path", rows -> path(rows.column("gap")));
        Setting states = new ModelNumbers("states", EXCHANGE, Map.of("gap", "gap"), MeanForce::numbers);
        Axis x = Axis.linear("gap", "ω");
        return Entry.of("first-law-hmf-isotherm", "Quasi-static isotherm of a qubit that is strongly coupled", TEXT, List.of(states, path), List.of(
                Column.of("gap", "w", NONE, "gap of the qubit", Reading.x()), Column.of("pe", "1", NONE, "excited population", Reading.of("states", "pe")),
                Column.of("F_star", "w", NONE, "free energy", Reading.of("states", "F_star")), Column.of("U_Tr", "w", INTO_SYSTEM, "Tr rho H*", Reading.of("states", "U_Tr")),
                Column.of("S_vN", "nat", NONE, "entropy of the state", Reading.of("states", "S_vN")),
                Column.of("W", "w", INTO_SYSTEM, "integral of Tr rho dH*: the change of F*", Reading.of("path", "W")),
                Column.of("Q", "w", INTO_SYSTEM, "integral of Tr H* drho: T times the change of S", Reading.of("states", "U_Tr").sinceStart().with(Reading.of("path", "W"), (u, w) -> u - w))),
                List.of(new Panel("books", "Work and heat", "Of the energy Tr ρH*.", x, Axis.linear("energy", "ω"), List.of("W", "Q"))));
    }

    static Map<String, double[]> path(double... gap) {
        double[] work = new double[gap.length];
        for (int i = 1; i < gap.length; i++) {
            double half = (gap[i] - gap[i - 1]) / 2;
            work[i] = work[i - 1];
            for (int k = 0; k < RULE.count(); k++) {
                work[i] += half * RULE.weights()[k] * power(gap[i - 1] + half * (1 + RULE.nodes()[k]));
            }
        }
        return Map.of("W", work);
    }

    /** Tr ρ dH*, by the gap: both are diagonal here. */
    private static double power(double gap) {
        double excited = at(gap).get("pe");
        double sum = 0;
        for (int j = 1; j <= DIFFERENCE.length; j++) {
            Map<String, Double> above = at(gap + j * STEP);
            Map<String, Double> below = at(gap - j * STEP);
            sum += DIFFERENCE[j - 1] / STEP * (excited * (above.get("Ee_star") - below.get("Ee_star")) + (1 - excited) * (above.get("Eg_star") - below.get("Eg_star")));
        }
        return sum;
    }

    private static Map<String, Double> at(double gap) {
        return numbers(EXCHANGE.open(Map.of("gap", gap)).model());
    }

    /** Of a model whose first subsystem is the qubit and whose observable {@code bath} is the energy of the rest alone. */
    static Map<String, Double> numbers(Model model) {
        double beta = model.parameters().get("beta");
        SparseMatrix bath = model.observables().stream().filter(o -> o.name().equals("bath")).findFirst().orElseThrow().operator().at(0);
        Gibbs all = Gibbs.of(model.hamiltonian().at(0), beta);
        Gibbs alone = Gibbs.of(bath, beta);
        double bathSum = alone.upper + alone.lower;
        double upper = all.upper / (bathSum / 2);
        double lower = all.lower / (bathSum / 2);
        double excited = upper / (upper + lower);
        double free = -Math.log(upper + lower) / beta;
        double entropy = -excited * Math.log(excited) - (1 - excited) * Math.log(1 - excited);
        double thermal = all.energy - alone.energy;
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("pe", excited);
        numbers.put("Ee_star", -Math.log(upper) / beta);
        numbers.put("Eg_star", -Math.log(lower) / beta);
        numbers.put("gap_star", Math.log(lower / upper) / beta);
        numbers.put("F_star", free);
        numbers.put("U_Tr", -(excited * Math.log(upper) + (1 - excited) * Math.log(lower)) / beta);
        numbers.put("S_vN", entropy);
        numbers.put("U_thermo", thermal);
        numbers.put("S_thermo", beta * (thermal - free));
        return numbers;
    }

    /**
     * e^{−βH} traced over the bath, which leaves it diagonal in these models, and the mean energy.
     *
     * @param upper of the excited level of the first qubit
     * @param lower of the other one
     * @param energy ⟨H⟩
     */
    private record Gibbs(double upper, double lower, double energy) {

        static Gibbs of(SparseMatrix energy, double beta) {
            HermitianEigen eigen = HermitianEigen.of(energy);
            int half = energy.dimension() / 2;
            double upper = 0;
            double lower = 0;
            double mean = 0;
            for (int k = 0; k < energy.dimension(); k++) {
                double weight = Math.exp(-beta * eigen.values()[k]);
                for (int i = 0; i < energy.dimension(); i++) {
                    double share = weight * (eigen.vectorsRe()[k][i] * eigen.vectorsRe()[k][i] + eigen.vectorsIm()[k][i] * eigen.vectorsIm()[k][i]);
                    upper += i < half ? share : 0;
                    lower += i < half ? 0 : share;
                }
                mean += weight * eigen.values()[k];
            }
            return new Gibbs(upper, lower, mean / (upper + lower));
        }
    }
}
