package org.unravel.engine.jump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.engine.ContractModels;
import org.unravel.model.Model;

/** The law of jump records at its edges: survivals near 0, 1 and F, jumps that are hardly ever there, and the largest weights. */
class JumpLawTest {

    private static final String MODEL = """
            unravel: 1
            name: decay
            space: {q: qubit}
            hamiltonian: sz/2
            baths:
              b:
                channels: {down: {operator: sm, rate: 1, heat: -1}}
            initial: {q: "density(0.5*proj(q, e) + 0.5*proj(q, g))"}
            time: {end: 1, points: 2}
            ensemble:
              bias: {jumps: B, first-jump: certain, plain: ALPHA}
            """;
    private static final MathContext DIGITS = MathContext.DECIMAL128;
    /** Some ten operations of 1e-16 each. */
    private static final double ROUNDING = 1e-15;

    /** The first ket jumps with a probability of 1 − F, the second one never. */
    private static JumpLaw law(double b, double share, double jumpProbability) {
        Model model = ContractModels.read(MODEL.replace("B,", b + ",").replace("ALPHA", Double.toString(share)));
        return JumpLaw.of(model, () -> new double[] {Math.log1p(-jumpProbability), 0});
    }

    /** (u² − F²)/(1 − F²) = v, in 34 digits; u itself is rounded to 1e-16, which v feels 1/(1 − F) times as much. */
    @ParameterizedTest
    @CsvSource({"0.5, 0.3", "0.5, 1", "1e-4, 0.9", "1e-8, 0.1", "1e-8, 1e-6", "0.999, 1e-9"})
    void firstThresholdHasItsDistributionFunction(double jumpProbability, double v) {
        JumpLaw law = law(2, 0.1, jumpProbability);
        BigDecimal u = new BigDecimal(law.firstThreshold(0, v));
        BigDecimal f = BigDecimal.ONE.subtract(new BigDecimal(jumpProbability));
        BigDecimal f2 = f.multiply(f);
        double found = u.multiply(u).subtract(f2).divide(BigDecimal.ONE.subtract(f2), DIGITS).doubleValue();
        assertEquals(v, found, ROUNDING / jumpProbability);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0625, 0.7, 1, 3, 1e6})
    void thresholdsStayInTheirRange(double b) {
        JumpLaw law = law(b, 0.1, 1e-6);
        for (double v : new double[] {0x1p-53, 1e-9, 0.5, 1 - 0x1p-53, 1}) {
            double first = law.firstThreshold(0, v);
            assertTrue(first >= 1 - 1e-6 - ROUNDING && first <= 1, "first u = " + first);
            double later = law.threshold(v);
            assertTrue(later > 0 && later <= 1, "u = " + later);
        }
    }

    /** Whatever rounding makes of a survival, w is a number in [0, 1/α]; it is 1 where a record has not begun. */
    @ParameterizedTest
    @CsvSource({"0.0625, 0.1", "0.7, 1", "1, 0.1", "3, 0.01", "1e6, 0.5"})
    void weightsAreBoundedAtEveryEdge(double b, double share) {
        for (double jumpProbability : new double[] {1e-9, 0.5, 1 - 1e-12, 1}) {
            JumpLaw law = law(b, share, jumpProbability);
            assertEquals(1, law.weight(law.firstSegment(0, 0)), ROUNDING);
            assertEquals(1, law.weight(law.segment(0)), ROUNDING);
            for (double survival : new double[] {0, Double.MIN_VALUE, 1e-300, 1e-9, 0.4, 1 - 1.1e-9, 1 - 0x1p-53, 1, 1 + 0x1p-52}) {
                for (double ratio : new double[] {law.firstSegment(0, Math.log(survival)), law.firstSegment(1, Math.log(survival)),
                    law.segment(Math.log(survival)), law.ended(Math.max(Double.MIN_VALUE, survival)) - law.logJumpProbability(0)}) {
                    double w = law.weight(ratio);
                    assertTrue(w >= 0 && w <= (1 + ROUNDING) / share, "w = " + w + " at survival " + survival + " with b = " + b);
                }
            }
        }
    }

    /** A record that has lived longer than the bias can draw comes from the model's own law alone. */
    @Test
    void whatTheBiasCannotDrawHasTheLargestWeight() {
        JumpLaw law = law(2, 0.25, 0.5);
        assertEquals(4, law.weight(law.firstSegment(0, Math.log(0.5))), ROUNDING);
        assertEquals(4, law.weight(law.firstSegment(0, Math.log(0.499))), ROUNDING);
        assertTrue(law.weight(law.firstSegment(0, Math.log(0.501))) < 4);
    }

    /** Its first jump is free, (u^b − 0)/(1 − 0), and the user is told. */
    @Test
    void ketThatNeverJumpsIsLeftFree() {
        JumpLaw law = law(2, 0.1, 0.25);
        assertEquals(law.threshold(0.3), law.firstThreshold(1, 0.3), 0);
        assertEquals(law.segment(Math.log(0.7)), law.firstSegment(1, Math.log(0.7)), ROUNDING);
        String text = law.description().orElseThrow();
        assertTrue(text.contains("first jump certain (probability 0.250 in the model) (left free for 1 of 2 initial kets"), text);
        assertFalse(law(2, 0.1, 1e-11).firstThreshold(0, 0x1p-53) > 0.9, "a jump less likely than 1e-10 is not made certain");
    }

    @Test
    void modelWithoutABiasHasItsOwnLaw() {
        JumpLaw law = JumpLaw.of(ContractModels.model("dense-jumps"), () -> {
            throw new AssertionError("nobody asks");
        });
        assertFalse(law.isBiased());
        assertTrue(law.description().isEmpty());
        assertEquals(1, law.weight(0), 0);
    }
}
