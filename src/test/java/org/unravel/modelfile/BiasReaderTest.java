package org.unravel.modelfile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.unravel.model.JumpBias;
import org.unravel.model.Model;

/** What {@code ensemble.bias} says comes to the model. */
class BiasReaderTest {

    private static final String MODEL = """
            unravel: 1
            name: pair
            parameters: {c: 2}
            space: {q: qubit, m: levels(3)}
            hamiltonian: sz(q) + proj(m, 1) + 3*proj(m, 2)
            baths:
              hot:
                channels: {down: {each: k = 1..2, operator: "op(m, k - 1, k)", rate: 1, heat: 0}}
              cold:
                channels: {down: {operator: sm(q), rate: 1, heat: -2}}
            initial: {q: e, m: 2}
            time: {end: 1, points: 2}
            """;

    private static Model read(String ensemble) {
        return ModelReader.read("model.yaml", MODEL + ensemble, Map.of());
    }

    @Test
    void factorsGoToTheirChannels() {
        Model model = read("ensemble: {bias: {jumps: 2*c, channels: {hot.down_2: c + 1, cold.down: 1/c}, first-jump: certain, plain: 0.5}}\n");
        JumpBias bias = model.bias().orElseThrow();
        assertTrue(model.isWeighted());
        assertEquals(new JumpBias(4, Map.of("hot.down_2", 3.0, "cold.down", 0.5), JumpBias.FirstJump.CERTAIN, 0.5), bias);
        assertArrayEquals(new double[] {1, 3, 0.5}, bias.factors(model.baths()));
    }

    @Test
    void whatIsLeftOutChangesNothing() {
        assertEquals(Optional.of(new JumpBias(1, Map.of(), JumpBias.FirstJump.FREE, 0.1)), read("ensemble: {bias: {}}\n").bias());
        assertFalse(read("").isWeighted());
    }

    @Test
    void aMeasuredModelKeepsItsBias() {
        assertTrue(read("ensemble: {measure: tpm, bias: {jumps: 2}}\n").isWeighted());
    }
}
