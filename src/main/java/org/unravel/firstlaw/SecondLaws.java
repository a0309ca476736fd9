package org.unravel.firstlaw;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.unravel.model.Model;
import org.unravel.model.Split;
import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.SparseMatrix;

/**
 * The second laws that definitions of two parts claim: σ_j ≥ 0, and σ_j = ΔI_AB + D, where D is the divergence of the partner's thermal state, or of its state, from where it started. Definitions that claim none are
 * not looked at.
 */
final class SecondLaws {

    /** Rounding of entropies of order one, and of β times an energy of order one, from integrations of 1e-12. */
    private static final double ROUNDING = 1e-9;

    private static final Set<String> OF_RESERVOIRS = Set.of(TwoReservoirs.INTERACTION, TwoReservoirs.BARE);

    private static final Set<String> CLAIMED = Stream.of(ProductionOfParts.autonomous(), ProductionOfParts.ofReservoir(TwoReservoirs.INTERACTION), ProductionOfParts.ofReservoir(TwoReservoirs.BARE))
            .map(StateQuantity::name).collect(Collectors.toSet());

    private final Optional<Model> model;
    private final FirstLawCurves curves;

    SecondLaws(Optional<Model> model, FirstLawCurves curves) {
        this.model = model;
        this.curves = curves;
    }

    /** Productions that are claimed not to be negative. */
    List<StateCurve> claimed() {
        return curves.states().stream().filter(s -> s.estimate().isPresent() && CLAIMED.contains(s.quantity().name())).toList();
    }

    /** What breaks them on exact curves, for people. */
    List<String> failures() {
        List<String> failures = new ArrayList<>();
        for (StateCurve production : claimed()) {
            double[] sigma = production.estimate().get().value();
            Optional<double[]> other = model.map(m -> secondForm(m, production));
            for (int i = 0; i < sigma.length; i++) {
                double rounding = ROUNDING * Math.max(1, Double.isFinite(sigma[i]) ? Math.abs(sigma[i]) : 1);
                if (sigma[i] < -rounding) {
                    failures.add(text(production, i, "expected a production >= 0", sigma[i]));
                    break;
                }
                double expected = other.isPresent() ? other.get()[i] : Double.NaN;
                if (Double.isFinite(sigma[i]) && Double.isFinite(expected) && Math.abs(sigma[i] - expected) > rounding) {
                    failures.add(text(production, i, String.format(Locale.ROOT, "expected the change of I_AB and the divergence of the partner, together %.10g", expected), sigma[i]));
                    break;
                }
            }
        }
        return failures;
    }

    private String text(StateCurve production, int index, String rule, double found) {
        return String.format(Locale.ROOT, "%s, %s: %s at t = %s, found %.10g", production.quantity().name(), production.part(), rule, curves.times()[index], found);
    }

    private double[] secondForm(Model of, StateCurve production) {
        double[] information = curves.joint(JointNumber.MUTUAL_INFORMATION).estimate().orElseThrow().value();
        String partner = production.part().equals(Split.A) ? Split.B : Split.A;
        double[] divergence = OF_RESERVOIRS.contains(production.quantity().definition().orElseThrow()) ? ofState(of, partner) : ofReference(of, partner);
        double[] sum = new double[information.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = information[i] - information[0] + divergence[i];
        }
        return sum;
    }

    private double[] value(String quantity, String part) {
        return curves.state(quantity, part).estimate().orElseThrow().value();
    }

    /** D[ρ_i^th(t) ‖ ρ_i^th(0)], population by population; infinite from β = ∞. */
    private double[] ofReference(Model of, String part) {
        ThermalReference thermal = thermal(of, part, true);
        double[] beta = value("beta.reference", part);
        double[] divergence = new double[beta.length];
        for (int i = 0; i < divergence.length; i++) {
            divergence[i] = Double.isInfinite(beta[0]) ? Double.POSITIVE_INFINITY : thermal.divergence(beta[i], beta[0]);
        }
        return divergence;
    }

    /** D[ρ_i(t) ‖ ρ_i(0)] = −S_i + β_iU_i + ln Z_i. */
    private double[] ofState(Model of, String part) {
        double beta = StartOfParts.of(of).beta(part).orElseThrow();
        double logPartition = thermal(of, part, false).logPartition(beta);
        double[] entropy = value("entropy", part);
        double[] energy = value("energy", part);
        double[] divergence = new double[entropy.length];
        for (int i = 0; i < divergence.length; i++) {
            divergence[i] = -entropy[i] + beta * energy[i] + logPartition;
        }
        return divergence;
    }

    private static ThermalReference thermal(Model model, String part, boolean takesLadders) {
        Split.Part of = model.split().orElseThrow().parts().stream().filter(p -> p.name().equals(part)).findFirst().orElseThrow();
        SparseMatrix energy = of.hamiltonian().at(model.time().start(), model.time().justAfterStart());
        double step = takesLadders ? new OscillatorLadder(of.space()).step(energy) : 0;
        double[] levels = HermitianEigen.of(energy).values();
        return step > 0 ? ThermalReference.ofLadder(levels, step) : ThermalReference.ofLevels(levels);
    }

    /** By how many standard errors a sampled production is negative at a grid time; 0 where it is not, empty where it has no error bar. */
    static Optional<Double> negative(Estimate production, int index) {
        double error = production.error()[index];
        return error > 0 && Double.isFinite(production.value()[index]) ? Optional.of(Math.max(0, -production.value()[index] / error)) : Optional.empty();
    }
}
