package org.unravel.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.ModelText;
import org.unravel.engine.ContractModels;
import org.unravel.engine.EngineChoice;
import org.unravel.engine.Engines;
import org.unravel.exact.FinalState;
import org.unravel.model.CutOffs;
import org.unravel.model.Model;
import org.unravel.trajectory.Engine;

/** A block is a pure function of its index, and one that is written and read again is the same one, also when it is merged. */
class BlockTest {

    private static final int BLOCKS = 3;

    private static Model model(String name) {
        return name.equals("drifting") ? drifting() : ContractModels.model(name);
    }

    /** Quanta that depend on time are kept in bins. */
    private static Model drifting() {
        return ModelText.read("""
                unravel: 1
                name: drifting
                space: {q: qubit}
                hamiltonian: (1 + 0.2*t)*sz/2 + 0.3*sx
                baths:
                  b: {channels: {down: {operator: sm, rate: 0.8, heat: -1 - 0.2*t}, up: {operator: sp, rate: 0.3, heat: 1 + 0.2*t}}}
                initial: {q: e}
                time: {end: 4, points: 5}
                """);
    }

    private static BlockRunner runner(Model model) {
        Engine engine = Engines.select(model, CutOffs.projectors(model.space()), EngineChoice.AUTO).engine();
        Optional<EndStates> ends = model.isMeasured() ? Optional.of(EndStates.of(model, Optional.of(FinalState.of(model)))) : Optional.empty();
        RunPlan plan = new RunPlan((long) BLOCKS * BlockRunner.blockSize(model) - 7, 3, 1, EngineChoice.AUTO);
        return new BlockRunner(engine, model, plan, ends, StopRequest.NONE);
    }

    private static byte[] written(Block block) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        block.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static Block read(byte[] bytes, List<TallySums> empty) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        Block block = Block.read(new DataInputStream(in), empty);
        assertEquals(0, in.available(), "bytes that nobody has read");
        return block;
    }

    /** Driven; two baths with a joint heat; weighted; measured at both ends; cut off; without channels; quanta that depend on time; jumps counted in all ways, without and with weights. */
    @ParameterizedTest
    @ValueSource(strings = {"lab-frame-qubit", "heat-exchange", "rare-heat", "tilted-dephasing", "thermal-oscillator", "jaynes-cummings", "drifting", "counted", "biased-counted"})
    void writtenBlocksAreTheSame(String name) throws IOException {
        Model model = model(name);
        BlockRunner runner = runner(model);
        Block[] blocks = new Block[BLOCKS];
        Block[] again = new Block[BLOCKS];
        for (int i = 0; i < BLOCKS; i++) {
            blocks[i] = runner.run(i).orElseThrow();
            byte[] bytes = written(blocks[i]);
            again[i] = read(bytes, runner.empty());
            assertArrayEquals(bytes, written(again[i]), "block " + i);
        }
        for (int i = 1; i < BLOCKS; i++) {
            blocks[0].combine(blocks[i]);
            again[0].combine(again[i]);
        }
        assertArrayEquals(written(blocks[0]), written(again[0]), "merged");
        assertTrue(blocks[0].trajectoryCount() > 0);
    }

    /** Whoever runs a block, and after which others. */
    @Test
    void blocksAreFunctionsOfTheirIndex() throws IOException {
        Model model = model("heat-exchange");
        BlockRunner one = runner(model);
        BlockRunner other = runner(model);
        byte[] first = written(one.run(0).orElseThrow());
        byte[] second = written(one.run(1).orElseThrow());
        assertArrayEquals(second, written(other.run(1).orElseThrow()));
        assertArrayEquals(first, written(other.run(0).orElseThrow()));
        assertFalse(Arrays.equals(first, second));
    }

    @Test
    void anotherFormatIsRefused() throws IOException {
        BlockRunner runner = runner(model("heat-exchange"));
        byte[] bytes = written(runner.run(0).orElseThrow());
        bytes[3]++;
        IOException e = assertThrows(IOException.class, () -> read(bytes, runner.empty()));
        assertEquals("expected a block of format 2, found 3", e.getMessage());
    }
}
