package org.unravel.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.unravel.exact.CountingDistribution.Atom;
import org.unravel.statistics.Distribution;

class AtomRowTest {

    /** 0 ± 0 would say that the value cannot be. */
    @Test
    void valueThatWasNeverSampledHasNoStandardError() {
        Distribution sampled = new Distribution(List.of(Distribution.Bin.ofCount(0, 0, 100, 100)), Distribution.Shape.ATOMS);
        List<AtomRow> rows = AtomRow.ofAtoms(sampled, Optional.of(List.of(new Atom(0, 0.75), new Atom(1, 0.25))));
        assertEquals(List.of(sampled.bins().get(0).standardError(), Double.NaN), rows.stream().map(AtomRow::standardError).toList());
        assertEquals("", CsvTable.text(rows.get(1).standardError()));
    }
}
