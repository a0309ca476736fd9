package org.unravel.reproduction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unravel.reproduction.CurveComparison.Verdict;

/** Every entry as {@code unravel reproduce all} makes it: 1e5 trajectories, fixed seed. */
@Tag("validation")
class WholeReproductionTest {

    static Stream<String> names() {
        return Catalogue.entries().stream().map(Entry::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyEntryIsReproduced(String name) {
        Entry entry = Catalogue.named(name).orElseThrow();
        EntryOutcome outcome = Reproduction.of(entry, new Sample(100_000, 1));
        assertEquals(List.of(), outcome.comparisons().stream().filter(c -> c.verdict() == Verdict.FAILED).toList());
        assertEquals(entry.table().isPresent() ? Verdict.PASSED : Verdict.NOT_MADE, outcome.verdict());
        assertNotEquals(0, outcome.curves().size());
    }
}
