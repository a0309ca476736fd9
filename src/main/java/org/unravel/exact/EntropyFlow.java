package org.unravel.exact;

import java.util.List;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.unravel.bath.DetailedBalance;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Reason;

/** Σ_b β_b Q_b in a long time: its mean, and the symmetry of its generating function. */
final class EntropyFlow {

    /** Values of x from 0 up to 1/2 at which the symmetry is looked at. */
    private static final int SYMMETRY_POINTS = 5;

    /**
     * Part of the noise of the flow of entropy that stands for its generating function where that is smaller: rates from a file obey detailed balance to some
     * roundings, 1e-15, and an affinity of that size moves λ by as much of S.
     */
    private static final double LEAST_FUNCTION = 1e-5;

    private EntropyFlow() {
    }

    static Optional<String> brokenBalance(Model model) {
        for (Bath bath : model.baths()) {
            if (bath.inverseTemperature().isEmpty()) {
                return Optional.of("bath " + bath.name() + " has no temperature");
            }
            List<Channel> unpaired = DetailedBalance.of(model, bath).unpaired();
            if (!unpaired.isEmpty()) {
                return Optional.of("channel " + unpaired.get(0).name() + " of bath " + bath.name() + " has no detailed-balance partner");
            }
        }
        return model.baths().isEmpty() ? Optional.of("there is no bath") : Optional.empty();
    }

    static double productionRate(LongTimeStatistics statistics) {
        if (statistics.brokenBalance().isPresent()) {
            return Double.NaN;
        }
        CurrentStatistics.Current flow = statistics.current(of(statistics.model()));
        return flow.mean() == 0 ? 0 : -flow.mean();
    }

    /** Each quantum times the inverse temperature of its bath. */
    static CountedQuantity of(Model model) {
        Map<String, Double> weights = new LinkedHashMap<>();
        model.baths().forEach(b -> weights.put(b.name(), b.inverseTemperature().orElseThrow()));
        return CountedQuantity.along(model, "entropy flow", weights);
    }

    /**
     * The largest |λ(x) − λ(1 − x)| for x from 0 to 1/2, λ being the generating function of Σ_b β_b Q_b, in units of the
     * largest |λ(x)| there, or of 1e-5 of the noise of that sum where this is more: zero up to rounding where every channel has a detailed-balance partner
     * and H, in the basis in which the jump operators are real, is real too; of a model with a period, where the drive is the same forwards and backwards besides.
     *
     * <p>From L_↑ = e^{−βω/2}L_↓† follows ℒ_x† = ℒ_{1−x} with −H in place of H, so that λ(χ) = λ(β − χ).
     *
     * @throws ModelException if a bath has no temperature, or λ is not known
     * @see <a href="https://doi.org/10.1023/A:1004589714161">Lebowitz and Spohn (1999), J. Stat. Phys. 95, 333</a>
     */
    static double symmetryViolation(LongTimeStatistics statistics) {
        statistics.brokenBalance().ifPresent(why -> {
            throw new ModelException(Reason.NOT_APPLICABLE, "the symmetry of the generating function needs detailed balance: " + why);
        });
        CountedQuantity flow = of(statistics.model());
        double worst = 0;
        double largest = 0;
        for (int i = 0; i < SYMMETRY_POINTS; i++) {
            double x = 0.5 * i / SYMMETRY_POINTS;
            double left = statistics.cumulantGeneratingFunction(flow, x);
            double right = statistics.cumulantGeneratingFunction(flow, 1 - x);
            worst = Math.max(worst, Math.abs(left - right));
            largest = Math.max(largest, Math.max(Math.abs(left), Math.abs(right)));
        }
        double least = LEAST_FUNCTION * statistics.current(flow).noise();
        return worst == 0 ? 0 : worst / Math.max(largest, least);
    }
}
