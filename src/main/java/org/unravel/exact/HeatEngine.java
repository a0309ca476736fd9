package org.unravel.exact;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.unravel.model.Bath;
import org.unravel.model.Model;
import org.unravel.model.Quantity;

/**
 * Chemical work out of heat, in a long time: particles that run from lower to higher chemical potential, driven by a difference of temperature.
 *
 * @param power −Ẇ_chem &gt; 0, in units of energy per time
 * @param heat what the baths of the higher temperature give, &gt; 0, likewise
 * @param carnot 1 − β_hot/β_cold
 */
public record HeatEngine(double power, double heat, double carnot) {

    /**
     * The engine that a model is.
     *
     * @param statistics of its long-time limit
     * @return empty where the baths that exchange heat have not two temperatures, where there is other work, or where no chemical work comes out
     */
    public static Optional<HeatEngine> of(LongTimeStatistics statistics) {
        Model model = statistics.model();
        Map<String, Double> powers = statistics.powers();
        if (!model.hasParticles() || powers.isEmpty() || powers.get(Quantity.WORK) != 0) {
            return Optional.empty();
        }
        List<Bath> warm = model.baths().stream().filter(b -> powers.get(Quantity.heat(b)) != 0).toList();
        if (warm.stream().anyMatch(b -> b.inverseTemperature().isEmpty())) {
            return Optional.empty();
        }
        double[] betas = warm.stream().mapToDouble(b -> b.inverseTemperature().getAsDouble()).distinct().sorted().toArray();
        if (betas.length != 2) {
            return Optional.empty();
        }
        double heat = warm.stream().filter(b -> b.inverseTemperature().getAsDouble() == betas[0]).mapToDouble(b -> powers.get(Quantity.heat(b))).sum();
        double power = -powers.get(Quantity.WORK_CHEMICAL);
        return power > 0 && heat > 0 && betas[0] > 0 ? Optional.of(new HeatEngine(power, heat, 1 - betas[0] / betas[1])) : Optional.empty();
    }

    /** Chemical work out of each unit of heat; of a right master equation at most {@link #carnot}. */
    public double efficiency() {
        return power / heat;
    }
}
