package org.unravel.engine;

import org.unravel.model.JumpBias;
import org.unravel.model.Model;

/**
 * Draws and weight of one biased record, in plain numbers from the definition of the law: the distribution functions u^b and (u^b − F^b)/(1 − F^b) of the
 * survival at a jump, and the quotient of the probabilities of the record in both laws. Shares no code with {@link org.unravel.engine.jump.JumpLaw}.
 */
final class ReferenceWeight {

    private final double b;
    private final double share;
    private final double[] factors;
    private final double endSurvival;
    private final boolean plain;
    private boolean first = true;
    private double ratio = 1;

    /**
     * A record that has not jumped.
     *
     * @param endSurvival F of its initial ket; 0 where the first jump is free
     * @param plain whether it is drawn from the model's own law
     */
    ReferenceWeight(Model model, double endSurvival, boolean plain) {
        JumpBias bias = model.bias().orElseThrow();
        this.b = bias.jumpFactor();
        this.share = bias.plainShare();
        this.factors = bias.factors(model.baths());
        this.endSurvival = endSurvival;
        this.plain = plain;
    }

    /** The next u from a uniform number. */
    double threshold(double v) {
        if (plain) {
            return v;
        }
        double from = first ? Math.pow(endSurvival, b) : 0;
        return Math.pow(from + v * (1 - from), 1 / b);
    }

    /** The probabilities of the channels up to a factor, in the law that the record is drawn from. */
    double[] drawn(double[] rates) {
        double[] drawn = rates.clone();
        for (int k = 0; k < drawn.length; k++) {
            drawn[k] *= plain ? 1 : factors[k];
        }
        return drawn;
    }

    /** A jump at a survival. */
    void jump(double u, double[] rates, int channel) {
        double own = 0;
        double biased = 0;
        for (int k = 0; k < rates.length; k++) {
            own += rates[k];
            biased += factors[k] * rates[k];
        }
        ratio *= b * Math.pow(u, b - 1) / (first ? 1 - Math.pow(endSurvival, b) : 1);
        ratio *= factors[channel] * rates[channel] / biased / (rates[channel] / own);
        first = false;
    }

    /** Λ at a survival since the last jump. */
    double ratio(double survival) {
        if (first) {
            double f = Math.pow(endSurvival, b);
            return Math.max(0, (Math.pow(survival, b) - f) / (1 - f) / survival);
        }
        return ratio * Math.pow(survival, b) / survival;
    }

    /** The weight of a ratio. */
    double weight(double lambda) {
        return 1 / (share + (1 - share) * lambda);
    }
}
