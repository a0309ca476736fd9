package org.unravel.modelfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unravel.model.CountingObservables;
import org.unravel.model.JumpCorrelations;
import org.unravel.model.JumpCount;
import org.unravel.model.JumpPair;
import org.unravel.model.Model;
import org.unravel.model.Passage;

/** {@code counts}, {@code passages}, {@code g2} and {@code words}: what they say, and what is refused. */
class CountingReaderTest {

    private static final String GOOD = """
            unravel: 1
            name: counted
            parameters: {n: 3, w: 0.5}
            space: {q: qubit}
            hamiltonian: sz(q)
            baths:
              hot:
                channels:
                  up: {operator: sp(q), rate: 1, heat: 2}
                  down: {operator: sm(q), rate: 2, heat: -2}
                  none: {operator: 0*sx(q), rate: 1, heat: 0}
            initial: {q: g}
            time: {start: 1, end: 5, points: 3}
            counts: {net: {hot.up: 1, hot.down: -1}, real: {hot.up: w/n}}
            passages: {ticks: {of: hot.up, number: n}, rare: {of: hot.none, number: 1}}
            g2: {pairs: {hot.up: [hot.down, hot.up], hot.none: hot.up}, delay: 2*w, bins: n}
            words: n
            ensemble: {until: {quantity: counts.net, se: 0.1}}
            """;

    private static Model model(String text) {
        return ModelReader.read("model.yaml", text, Map.of());
    }

    @Test
    void everythingIsRead() {
        CountingObservables read = model(GOOD).counting();
        assertEquals(List.of(new JumpCount("net", Map.of("hot.up", 1.0, "hot.down", -1.0)), new JumpCount("real", Map.of("hot.up", 0.5 / 3))), read.counts());
        assertEquals(List.of(new Passage("ticks", "hot.up", 3), new Passage("rare", "hot.none", 1)), read.passages());
        assertEquals(Optional.of(new JumpCorrelations(List.of(new JumpPair("hot.up", "hot.down"), new JumpPair("hot.up", "hot.up"), new JumpPair("hot.none", "hot.up")), 1, 3)), read.correlations());
        assertEquals(3, read.wordLength());
        assertEquals("counts.net", model(GOOD).sampling().until().orElseThrow().quantity());
        assertEquals(CountingObservables.NONE, model(GOOD.replaceAll("(?m)^(counts|passages|g2|words|ensemble):.*\n", "")).counting());
    }

    /** What is counted is part of what a run sums, so of its identity. */
    @Test
    void theNormalFormHoldsIt() {
        String text = NormalForm.ofTrajectories(YamlDocument.parse("model.yaml", GOOD), List.of("counts", "passages", "g2", "words", "ensemble"), model(GOOD), TableFiles.none());
        assertTrue(text.contains("words: n") && text.contains("hot.up: w/n") && text.contains("number: n") && text.contains("delay: 2*w"), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "hot.down: -1}, | hot.dwon: -1}, | unknown channel 'hot.dwon': did you mean 'hot.down'?",
        "hot.down: -1}, | down: -1}, | unknown channel 'down'",
        "hot.down: -1}, | hot.down: 1/0}, | division by zero in '1/0'",
        "hot.down: -1}, | hot.down: 1e13}, | expected 0 or a weight of modulus from 1e-12 to 1e12 for 'counts.net.hot.down', found 1E+13",
        "hot.down: -1}, | hot.down: 1e-200}, | expected 0 or a weight of modulus from 1e-12 to 1e12",
        "hot.down: -1}, | hot.down: t}, | expected a constant, found 't'",
        "hot.down: -1}, | hot.down: i}, | expected a real number, found 0.0 + 1.0*i",
        "hot.down: -1}, | hot.down: [1]}, | expected text for 'counts.net.hot.down', found a list",
        "hot.down: -1}, | hot.up: -1}, | 'hot.up'",
        "real: {hot.up: w/n} | net: {hot.up: w/n} | 'net'",
        "real: {hot.up: w/n} | Net: {hot.up: w/n} | expected names that differ in more than capitals, as each count has a file of its own, found 'Net' beside 'net'",
        "ticks: {of: hot.up, number: n} | 'ticks: {of: hot.up, number: n}, TICKS: {of: hot.up, number: 1}' | each passage has a file of its own, found 'TICKS' beside 'ticks'",
        "real: {hot.up: w/n} | 2real: {hot.up: w/n} | expected a name of letters, digits and _ that starts with a letter, at most 100 long, as name of the count",
        "real: {hot.up: w/n} | '../real: {hot.up: w/n}' | expected a name of letters, digits and _",
        "real: {hot.up: w/n} | real: {} | expected at least one channel in 'counts.real', found none",
        "real: {hot.up: w/n} | real: 3 | expected a mapping for 'counts.real', found text '3'",
        "counts: {net: {hot.up: 1, hot.down: -1}, real: {hot.up: w/n}} | counts: {} | expected at least one count in 'counts', found none",
        "counts: {net: {hot.up: 1, hot.down: -1}, real: {hot.up: w/n}} | counts: net | expected a mapping for 'counts', found text 'net'",
        "ticks: {of: hot.up, number: n} | ticks: {of: hot.up, number: 0} | expected passages.ticks.number from 1 to 10000000, found 0",
        "ticks: {of: hot.up, number: n} | ticks: {of: hot.up, number: -n} | expected passages.ticks.number from 1 to 10000000, found -3",
        "ticks: {of: hot.up, number: n} | ticks: {of: hot.up, number: w} | model.yaml, line 15",
        "ticks: {of: hot.up, number: n} | ticks: {of: hot.up, number: 1e9} | expected passages.ticks.number from 1 to 10000000, found 1000000000",
        "ticks: {of: hot.up, number: n} | ticks: {of: hot.up} | missing key 'passages.ticks.number'",
        "ticks: {of: hot.up, number: n} | ticks: {number: 2} | missing key 'passages.ticks.of'",
        "ticks: {of: hot.up, number: n} | ticks: {of: hot, number: 2} | unknown channel 'hot'",
        "ticks: {of: hot.up, number: n} | ticks: {of: [hot.up], number: 2} | expected text for 'passages.ticks.of', found a list",
        "ticks: {of: hot.up, number: n} | ticks: {of: hot.up, number: 2, after: 1} | unknown key 'after' in 'passages.ticks'",
        "ticks: {of: hot.up, number: n} | 'a b: {of: hot.up, number: 2}' | as name of the passage, found 'a b'",
        "hot.none: hot.up} | hot.none: hot.no} | unknown channel 'hot.no'",
        "hot.none: hot.up} | cold.up: hot.up} | unknown channel 'cold.up'",
        "hot.none: hot.up} | hot.none: []} | expected at least one channel in 'g2.pairs.hot.none', found none",
        "[hot.down, hot.up] | [hot.down, hot.down] | expected the pair of hot.up and hot.down once in g2.pairs, found it twice",
        "[hot.down, hot.up] | {hot.down: hot.up} | expected text for 'g2.pairs.hot.up', found a mapping",
        "delay: 2*w | delay: 0 | expected 0 < g2.delay <= the length of the run, 4, found 0",
        "delay: 2*w | delay: 4.5 | expected 0 < g2.delay <= the length of the run, 4, found 4.5",
        "delay: 2*w | delay: -1 | found -1",
        "delay: 2*w | 'delay: hot' | model.yaml, line 16",
        "bins: n | bins: 0 | expected g2.bins from 1 to 1000, found 0",
        "bins: n | bins: 2.5 | model.yaml, line 16",
        "bins: n | bins: 1001 | expected g2.bins from 1 to 1000, found 1001",
        "', bins: n' | '' | missing key 'g2.bins'",
        "words: n | words: 0 | expected words from 1 to 3, found 0",
        "words: n | words: 4 | expected words from 1 to 3, found 4",
        "words: n | words: two | model.yaml, line 17",
        "words: n | words: [2] | expected text for 'words', found a list",
        "quantity: counts.net | quantity: counts.gross | unknown quantity 'counts.gross'",
    })
    void whatIsWrongIsRefusedWithItsPlace(String find, String put, String expected) {
        assertTrue(GOOD.contains(find), find);
        ModelFileException refused = assertThrows(ModelFileException.class, () -> model(GOOD.replace(find, put == null ? "" : put)));
        assertTrue(refused.getMessage().contains(expected), refused.getMessage());
        assertTrue(refused.getMessage().matches("(?s).*model\\.yaml, line \\d+.*"), refused.getMessage());
        assertEquals(1, refused.getMessage().lines().count());
    }

    @Test
    void jumpsNeedABath() {
        String closed = GOOD.replaceAll("(?s)baths:.*initial", "initial").replaceAll("(?m)^(passages|g2|words|ensemble):.*\n", "");
        assertTrue(assertThrows(ModelFileException.class, () -> model(closed)).getMessage().contains("expected at least one bath for 'counts', which counts jumps, found none"));
    }

    @Test
    void tooManyWordsAreRefused() {
        StringBuilder channels = new StringBuilder();
        for (int k = 0; k < 22; k++) {
            channels.append("      c").append(k).append(": {operator: sm(q), rate: 1, heat: -2}\n");
        }
        String text = GOOD.replace("      none:", channels + "      none:");
        String message = assertThrows(ModelFileException.class, () -> model(text)).getMessage();
        assertTrue(message.contains("expected at most 10000 different words, found 14424: 24 channels in words of up to 3"), message);
        assertEquals(2, model(text.replace("words: n", "words: 2")).counting().wordLength());
    }

    /** A model that a program builds says the same as a file. */
    @Test
    void builtModelsCountAsWell() {
        CountingObservables built = ModelBuilder.named("built").subsystem("q", "qubit").hamiltonian("sz(q)").bath("hot", "1").channel("up", "sp(q)", "1", "2").channel("down", "sm(q)", "2", "-2")
                .initial("q", "g").time(0, 5, 3).count("net", Map.of("hot.up", 1.0)).passage("ticks", "hot.up", 3).correlations(Map.of("hot.up", List.of("hot.down", "hot.up")), 1, 3).words(2).build().counting();
        assertEquals(List.of(new JumpCount("net", Map.of("hot.up", 1.0))), built.counts());
        assertEquals(List.of(new Passage("ticks", "hot.up", 3)), built.passages());
        assertEquals(new JumpCorrelations(List.of(new JumpPair("hot.up", "hot.down"), new JumpPair("hot.up", "hot.up")), 1, 3), built.correlations().orElseThrow());
        assertEquals(2, built.wordLength());
    }
}
