package org.unravel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that were once wrong, or called wrong, from file to files: both sides give the value of a closed form, and the verdict says so. */
class RightRunsTest {

    /** Of values of order 1: what results promise. */
    private static final double PROMISED = 1e-9;

    @TempDir
    Path directory;

    /** The last row of the curves by column. */
    private double last(String column) throws IOException {
        List<String> lines = Files.readAllLines(directory.resolve("curves.csv"));
        int place = Arrays.asList(lines.get(0).split(",")).indexOf(column);
        return Double.parseDouble(lines.get(lines.size() - 1).split(",")[place]);
    }

    private String verdict() throws IOException {
        JsonNode summary = new ObjectMapper().readTree(directory.resolve("summary.json").toFile());
        return summary.at("/validation/verdict").asText();
    }

    private String run(String text, String... options) throws IOException {
        Path file = Files.writeString(directory.resolve("given.yaml"), "unravel: 1\nname: right-run\n" + text);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] arguments = new String[options.length + 4];
        System.arraycopy(new String[] {"run", file.toString(), "-o", directory.toString()}, 0, arguments, 0, 4);
        System.arraycopy(options, 0, arguments, 4, options.length);
        assertEquals(ExitCode.DONE, Unravel.execute(arguments, new PrintWriter(out), new PrintWriter(err), ProgressDisplay::none), err.toString());
        return out.toString();
    }

    private void assertBoth(double expected, String column) throws IOException {
        assertEquals(expected, last(column), PROMISED, "sampled");
        assertEquals(expected, last(column + ".exact"), PROMISED, "exact");
        assertEquals("consistent", verdict());
    }

    private static String qubit(String hamiltonian, String initial, double end, int points) {
        return """
                space: {q: qubit}
                hamiltonian: "%s"
                energy: sz(q)/2
                initial: {q: %s}
                time: {end: %s, points: %d}
                observables: {sx: sx(q), excited: "proj(q, e)"}
                ensemble: {trajectories: 10, seed: 1}
                """.formatted(hamiltonian, initial, end, points);
    }

    /** A hard quarter turn, a wait, and a soft one make half a turn; with any grid. */
    @ParameterizedTest
    @CsvSource({"1e3, 2", "1e3, 301", "1e6, 2", "1, 2"})
    void hardAndSoftPulses(double ratio, int points) throws IOException {
        String hard = "pi/4*%s*(step(t - 10) - step(t - 10 - 1/%s))".formatted(ratio, ratio);
        run(qubit("(" + hard + " + pi/4/sqrt(pi)*exp(-(t - 905)^2))*sx(q)", "g", 2000, points));
        assertBoth(1, "excited");
    }

    /** Ten microseconds in ten days: the area π/4 of a difference of tanh is a quarter turn each way. */
    @ParameterizedTest
    @ValueSource(strings = {"(tanh((t - 43210.123456)/1e-6) - tanh((t - 43210.123466)/1e-6))/2", "1/(sqrt(pi)*0.1)*1e-5*exp(-((t - 43210.5)/0.1)^2)*1e0"})
    void shortPulsesInLongRuns(String shape) throws IOException {
        run(qubit("pi/2/1e-5*" + shape + "*sx(q)", "g", 864000, 2));
        assertBoth(1, "excited");
    }

    /** sx = cos ∫50 cos 3t² dt: the drive and the state turn together faster than either alone. The integral is taken by Simpson's rule with 2e6 parts. */
    @ParameterizedTest
    @ValueSource(ints = {2, 11, 65, 101})
    void aChirpIsTheSameOnAnyGrid(int points) throws IOException {
        run(qubit("50*cos(3*t^2)/2*sz(q)", "(e + g)/sqrt(2)", 10, points));
        assertBoth(Math.cos(simpson(t -> 50 * Math.cos(3 * t * t), 10, 2_000_000)), "sx");
    }

    private static double simpson(DoubleUnaryOperator f, double end, int parts) {
        double h = end / parts;
        double sum = f.applyAsDouble(0) + f.applyAsDouble(end);
        for (int i = 1; i < parts; i++) {
            sum += (i % 2 == 0 ? 2 : 4) * f.applyAsDouble(i * h);
        }
        return sum * h / 3;
    }

    /** A resonant drive with a phase turns by its area; e^{iωt} and e^{−iωt} are seen to be conjugate. */
    @Test
    void aRotatingDriveIsHermitianByItsForm() throws IOException {
        run(qubit("1000*sz(q)/2 + (exp(i*1000*t)*sm(q) + exp(-i*1000*t)*sp(q))*pi/2", "g", 1, 2));
        assertBoth(1, "excited");
    }

    /** A free phase of 5e5. */
    @Test
    void freePhasesCostNoAccuracy() throws IOException {
        run(qubit("2500*sz(q)", "(e + g)/sqrt(2)", 100, 401));
        assertEquals(Math.cos(5e5), last("sx.exact"), 1e-10);
        assertEquals("consistent", verdict());
    }

    /** A peak on a ramp: sx = cos(50 + 0.0015√π). */
    @Test
    void aPeakInsideTheVariationOfItsFunction() throws IOException {
        run(qubit("(t + 1.5*exp(-((t - 5.47)/0.001)^2))/2*sz(q)", "(e+g)/sqrt(2)", 10, 11));
        assertBoth(Math.cos(50 + 0.0015 * Math.sqrt(Math.PI)), "sx");
    }

    private static String decay(String hamiltonian, String rate, String heat, String initial, String time) {
        return """
                space: {q: qubit}
                hamiltonian: "%s"
                baths:
                  b:
                    channels:
                      down: {operator: sm(q), rate: "%s", heat: "%s"}
                      up: {operator: sp(q), rate: 0.3, heat: 1}
                initial: {q: %s}
                time: %s
                observables: {excited: "proj(q, e)"}
                ensemble: {trajectories: 2000, seed: 1}
                """.formatted(hamiltonian, rate, heat, initial, time);
    }

    /** What only few trajectories could have seen is no reason to call the others wrong. */
    @ParameterizedTest
    @ValueSource(strings = {"-1 - step(t - 9.9999)", "-1 - 3*exp(-((t - 3.1)/1e-4)^2)", "-1 + 1000*exp(-((t - 5.05)/0.003)^2)"})
    void quantaThatDeviateForAnInstant(String heat) throws IOException {
        run(decay("sz(q)/2", "0.3", heat, "g", "{end: 10, points: 21}"));
        assertEquals("consistent", verdict());
    }

    /** An energy that all levels share, however large and however it moves, drives nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"1e6*cos(t)*id + sz(q)/2 + 0.3*sx(q)", "1e9*id + sz(q)/2 + 0.3*cos(t)*sx(q)"})
    void aCommonEnergyDrivesNothing(String hamiltonian) throws IOException {
        run(decay(hamiltonian, "0.1", "-1", "e", "{end: 10, points: 11}"));
        double excited = last("excited.exact");
        assertEquals("consistent", verdict());
        run(decay(hamiltonian.substring(hamiltonian.indexOf("sz")), "0.1", "-1", "e", "{end: 10, points: 11}"));
        // sz/2 beside 1e9 keeps seven digits
        assertEquals(last("excited.exact"), excited, 1e-6);
    }

    /** A start at t = 1e9 changes nothing but the times. */
    @Test
    void aLateStartLosesNothing() throws IOException {
        run(decay("sz(q)/2 + 0.2*cos(t - 1e9)*sx(q)", "0.2*(1 + sin(t - 1e9)^2)", "-1", "e", "{start: 1e9, end: 1e9 + 20, points: 11}"));
        double excited = last("excited.exact");
        assertEquals("consistent", verdict());
        run(decay("sz(q)/2 + 0.2*cos(t)*sx(q)", "0.2*(1 + sin(t)^2)", "-1", "e", "{end: 20, points: 11}"));
        assertEquals(last("excited.exact"), excited, PROMISED);
    }

    /** Survival (t/1e-6)^{−1/2} under a rate 0.5/t. */
    @Test
    void aRateThatIsSingularAtTheStart() throws IOException {
        String text = decay("0.5*sz(q)", "0.5/t", "-1", "e", "{start: 1e-6, end: 1, points: 2}").replaceAll("(?m)^ *up: .*\\n", "");
        run(text, "-n", "1000");
        assertEquals(1e-3, last("excited.exact"), 1e-12);
        assertEquals("consistent", verdict());
    }

    /** A planted error: the same chirp with a phase that is 1e-7 off is not what both sides give. */
    @Test
    void whatIsWrongWouldBeSeen() throws IOException {
        run(qubit("50*cos(3*t^2)/2*sz(q)", "(e + g)/sqrt(2)", 10, 11));
        double wrong = Math.cos(1e-7 + simpson(t -> 50 * Math.cos(3 * t * t), 10, 2_000_000));
        assertTrue(Math.abs(wrong - last("sx")) > 10 * PROMISED);
        assertNotEquals(wrong, last("sx.exact"), PROMISED);
    }
}
