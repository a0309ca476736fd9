package org.unravel.reproduction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    void everyEntryIsReproducedAndNoWrongColumnOfItPasses(String name) {
        Entry entry = Catalogue.named(name).orElseThrow();
        PlantedErrors planted = PlantedErrors.of(entry, new Sample(100_000, 1));
        EntryOutcome outcome = planted.right();
        assertEquals(List.of(), outcome.comparisons().stream().filter(c -> c.verdict() == Verdict.FAILED).toList());
        assertEquals(entry.table().isPresent() ? Verdict.PASSED : Verdict.NOT_MADE, outcome.verdict());
        assertNotEquals(0, outcome.curves().size());
        entry.identities().get().forEach(i -> assertTrue(i.isConfirmed(), i.toString()));
        if (entry.table().isPresent()) {
            planted.wrongFactorsFail();
            planted.shiftedMeansFail();
        }
    }
}
