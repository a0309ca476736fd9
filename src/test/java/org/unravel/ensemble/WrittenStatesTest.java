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
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.engine.EngineChoice;
import org.unravel.engine.grid.GridEngine;
import org.unravel.engine.martingale.MartingaleEngine;
import org.unravel.model.InfluenceMartingale;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;
import org.unravel.trajectory.Engine;
import org.unravel.trajectory.Recording;

/** Averaged states of groups: written and read again, and summed by any number of threads, no bit is another. */
class WrittenStatesTest {

    private static final int BLOCK = 2048;
    private static final int BLOCKS = 3;
    /** Not a multiple of lanes or groups, so that groups go across blocks. */
    private static final int COUNT = (BLOCKS - 1) * BLOCK + 901;
    private static final int GROUPS = 32;

    private static RunPlan plan(int threads) {
        return new RunPlan(COUNT, 3, threads, EngineChoice.AUTO).withRecording(Recording.none().withStates(GROUPS));
    }

    private static Model model(String name) {
        return ModelReader.read(name, Map.of());
    }

    private static Engine engine(Model model) {
        return model.unraveling() instanceof InfluenceMartingale ? MartingaleEngine.of(model) : GridEngine.of(model);
    }

    private static byte[] written(Block block) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        block.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"thermal-qubit", "eternal-nonmarkovian"})
    void readStatesAreThoseThatWereWritten(String name) throws IOException {
        Model model = model(name);
        BlockRunner runner = new BlockRunner(engine(model), model, plan(1), Optional.empty(), StopRequest.NONE);
        Block all = runner.run(0).orElseThrow();
        Block again = read(written(all), runner);
        for (int i = 1; i < BLOCKS; i++) {
            Block block = runner.run(i).orElseThrow();
            byte[] bytes = written(block);
            Block read = read(bytes, runner);
            assertArrayEquals(bytes, written(read), "block " + i);
            all.combine(block);
            again.combine(read);
        }
        assertArrayEquals(written(all), written(again));
        assertEquals(COUNT, again.trajectoryCount());
    }

    private static Block read(byte[] bytes, BlockRunner runner) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        Block read = Block.read(new DataInputStream(in), runner.empty());
        assertEquals(0, in.available(), "bytes that nobody has read");
        return read;
    }

    /** Planted: one bit of what was written, and its last byte lost. */
    @Test
    void whatIsDamagedIsAnother() throws IOException {
        Model model = model("eternal-nonmarkovian");
        BlockRunner runner = new BlockRunner(engine(model), model, plan(1), Optional.empty(), StopRequest.NONE);
        byte[] bytes = written(runner.run(0).orElseThrow());
        byte[] damaged = bytes.clone();
        damaged[damaged.length / 2] ^= 1;
        assertFalse(Arrays.equals(bytes, written(read(damaged, runner))));
        assertThrows(EOFException.class, () -> read(Arrays.copyOf(bytes, bytes.length - 1), runner));
    }

    @ParameterizedTest
    @ValueSource(strings = {"thermal-qubit", "eternal-nonmarkovian"})
    void threadsChangeNoBit(String name) {
        Model model = model(name);
        GroupedStates one = Sampling.run(model, plan(1), Progress.NONE).states().orElseThrow();
        assertEquals(COUNT, Arrays.stream(one.counts()).sum());
        assertTrue(Arrays.stream(one.counts()).allMatch(c -> c == COUNT / GROUPS || c == COUNT / GROUPS + 1), () -> Arrays.toString(one.counts()));
        for (int threads : new int[] {2, 7}) {
            GroupedStates other = Sampling.run(model, plan(threads), Progress.NONE).states().orElseThrow();
            assertArrayEquals(one.counts(), other.counts());
            assertTrue(Arrays.deepEquals(one.weights(), other.weights()), "weights");
            assertTrue(Arrays.deepEquals(one.states(), other.states()), "states");
            assertTrue(Arrays.deepEquals(one.books(), other.books()), "ledgers");
        }
    }
}
