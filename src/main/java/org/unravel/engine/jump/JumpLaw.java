package org.unravel.engine.jump;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import org.unravel.model.JumpBias;
import org.unravel.model.Model;
import org.unravel.model.ModelException;

/**
 * The law from which jump records are drawn, and the weight that undoes it. Immutable.
 *
 * <p>In the model's own law the survival u at a jump is uniform in (0, 1], and channel k comes with probability w_k/Σ_j w_j, w_k = γ_k‖A_kψ‖²
 * (physics.md, "The trajectories"). A {@link JumpBias} keeps the operators and changes these two draws:
 * <ul>
 * <li>u has the distribution function u^b, so u = v^(1/b) with v uniform: all jumps are b times as frequent;
 * <li>channel k has probability c_k w_k/Σ_j c_j w_j;
 * <li>where the first jump is certain, the first u is drawn above F, the survival from the initial ket to the end without a jump: its distribution
 *     function is (u^b − F^b)/A on (F, 1], A = 1 − F^b.
 * </ul>
 * The ratio Λ of the probabilities of a record up to time t in the two laws is the product of the ratios of its draws. With S the survival since the
 * last jump, a segment that still lasts is the event that u lies below S, of probability S in the model, so
 *
 * <pre>
 *   still the first:  (S^b − F^b) / (A S)        ended at u:  (b u^(b−1) / A) · c_k/c̄        c̄ = Σ_j c_j w_j / Σ_j w_j
 *   a later one:      S^(b−1)                    ended at u:  b u^(b−1) · c_k/c̄
 * </pre>
 *
 * Where the first jump is free, F = 0 and A = 1. A share α of the records is drawn from the model's own law (a defensive mixture: Hesterberg, 1995,
 * Technometrics 37, 185). Every record has the weight of the balance heuristic, whichever law it was drawn from (Veach and Guibas, 1995, SIGGRAPH 95,
 * 419, eq. 14): w = 1/(α + (1 − α)Λ) ≤ 1/α, the ratio of the model's probability to that of the mixture. So E[wX] in the mixture is E[X] in the model for
 * every X that is decided by the record up to t, whatever F is: a record that the bias cannot draw has Λ = 0 and comes from the share α alone.
 *
 * <p>Survival probabilities are given by their logarithms, which keeps the digits of those close to 1.
 */
public final class JumpLaw {

    /** The model's own. */
    public static final JumpLaw OWN = new JumpLaw(Optional.empty(), new double[0], new double[0]);
    /**
     * A first jump less likely than this is left free: survivals are multiples of 2⁻⁵³ near 1, so the times of jumps drawn closer to 1 than that would show
     * a grid of 1e-16/1e-10 of the run.
     */
    private static final double LEAST_JUMP_PROBABILITY = 1e-10;
    /** log of a survival that has underflown: the smallest double above zero. A jump comes before: thresholds v^{1/b} are at least 2⁻⁸⁴⁸, as v ≥ 2⁻⁵³ and b ≥ 1/16. */
    private static final double LEAST_LOGARITHM = Math.log(Double.MIN_VALUE);

    private static final MathContext SHOWN = new MathContext(6);

    private final Optional<JumpBias> bias;
    private final double plainShare;
    private final double exponent;
    private final double logExponent;
    private final double[] factors;
    private final double[] endLogSurvival;
    private final double[] jumpProbability;
    private final double[] logJumpProbability;

    /**
     * A law.
     *
     * @param factors c_k of each channel
     * @param endLogSurvival log F of each component of the initial state; −∞ where the first jump is free
     */
    private JumpLaw(Optional<JumpBias> bias, double[] factors, double[] endLogSurvival) {
        this.bias = bias;
        this.factors = factors;
        this.endLogSurvival = endLogSurvival;
        plainShare = bias.map(JumpBias::plainShare).orElse(1.0);
        exponent = bias.map(JumpBias::jumpFactor).orElse(1.0);
        logExponent = Math.log(exponent);
        jumpProbability = Arrays.stream(endLogSurvival).map(f -> -Math.expm1(exponent * f)).toArray();
        logJumpProbability = Arrays.stream(jumpProbability).map(Math::log).toArray();
    }

    /**
     * The law of a model.
     *
     * @param endLogSurvivals gives log F of each component of the initial state; asked only where the first jump is certain
     * @throws ModelException if trajectories carry weights that no law of jumps gives them
     */
    public static JumpLaw of(Model model, Supplier<double[]> endLogSurvivals) {
        if (!model.isWeighted() || model.channels().isEmpty()) {
            return OWN;
        }
        JumpBias bias = model.bias().orElseThrow(() -> new ModelException("expected the martingale engine for trajectories with weights of both signs, found one whose jumps have a law without", "unraveling"));
        double[] ends = new double[model.initial().components().size()];
        if (bias.firstJump() == JumpBias.FirstJump.CERTAIN) {
            ends = endLogSurvivals.get();
        }
        double least = Math.log1p(-LEAST_JUMP_PROBABILITY);
        return new JumpLaw(Optional.of(bias), bias.factors(model.baths()),
                Arrays.stream(ends).map(f -> f <= least ? f : Double.NEGATIVE_INFINITY).toArray());
    }

    /** True if it is not the model's own. */
    public boolean isBiased() {
        return bias.isPresent();
    }

    /** Whether a uniform number in [0, 1) puts a record into the share that is drawn from the model's own law. */
    boolean isPlain(double uniform) {
        return uniform < plainShare;
    }

    /** c_k of a channel. */
    public double factor(int channel) {
        return factors[channel];
    }

    /** c_k of every channel, shape [channels]. */
    double[] factors() {
        return factors;
    }

    /** The first u from a uniform number in (0, 1], for a component of the initial state. */
    double firstThreshold(int component, double v) {
        // Far from 1 where the first jump is free, so that nothing is lost by the power.
        return jumpProbability[component] == 1 ? threshold(v) : Math.exp(Math.log1p((v - 1) * jumpProbability[component]) / exponent);
    }

    /** A later u from a uniform number in (0, 1]. */
    double threshold(double v) {
        return exponent == 1 ? v : Math.pow(v, 1 / exponent);
    }

    /** log of the part of Λ of the first segment while it lasts. */
    double firstSegment(int component, double logSurvival) {
        double l = Math.max(LEAST_LOGARITHM, logSurvival);
        double above = -Math.expm1(exponent * (endLogSurvival[component] - l));
        return (above > 0 ? Math.log(above) : Double.NEGATIVE_INFINITY) + (exponent - 1) * l - logJumpProbability[component];
    }

    /** log of the part of Λ of a later segment while it lasts. */
    double segment(double logSurvival) {
        return (exponent - 1) * Math.max(LEAST_LOGARITHM, logSurvival);
    }

    /** log of the part of Λ of a segment that ended in a jump at a survival u, without the part of the channel. */
    double ended(double u) {
        return logExponent + segment(Math.log(u));
    }

    /** log A of a component of the initial state, to be subtracted where its segment ends in the first jump. */
    double logJumpProbability(int component) {
        return logJumpProbability[component];
    }

    /** The weight of a record from log Λ. */
    double weight(double logRatio) {
        return 1 / (plainShare + (1 - plainShare) * Math.min(Double.MAX_VALUE, Math.exp(logRatio)));
    }

    /** For people, in one line; empty for the model's own law. */
    public Optional<String> description() {
        return bias.map(this::text);
    }

    private String text(JumpBias b) {
        StringBuilder text = new StringBuilder("all jumps x " + number(b.jumpFactor()));
        b.channelFactors().forEach((name, factor) -> text.append(", " + name + " x " + number(factor)));
        if (b.firstJump() == JumpBias.FirstJump.CERTAIN) {
            text.append(firstJumpText());
        }
        return text.append(", share from the model's own law " + number(plainShare) + " (largest weight " + number(1 / plainShare) + ")").toString();
    }

    private static String number(double value) {
        BigDecimal rounded = new BigDecimal(value).round(SHOWN).stripTrailingZeros();
        return rounded.scale() < 0 && rounded.scale() > -SHOWN.getPrecision() ? rounded.toPlainString() : rounded.toString();
    }

    private String firstJumpText() {
        double[] bound = Arrays.stream(endLogSurvival).filter(f -> f > Double.NEGATIVE_INFINITY).toArray();
        int free = endLogSurvival.length - bound.length;
        String left = free == 0 ? "" : String.format(Locale.ROOT, " (left free for %d of %d initial kets: probability of a jump below %.0e)", free,
                endLogSurvival.length, LEAST_JUMP_PROBABILITY);
        return bound.length == 0 ? ", first jump certain" + left
                : String.format(Locale.ROOT, ", first jump certain (probability %.3g in the model%s)%s", -Math.expm1(bound[0]),
                        bound.length == 1 ? "" : " for the first ket that is bound", left);
    }
}
