package org.unravel.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.unravel.exact.CountingDistribution.Atom;
import org.unravel.numeric.Decimals;
import org.unravel.statistics.Distribution;

class AtomRowTest {

    /** Four quanta of 0.6 are 2.4000000000000004 in doubles; a value that is known to its last digit keeps it. */
    @Test
    void valuesHaveTheFewestDigitsThatTheirRoundingLeaves() {
        Distribution sampled = new Distribution(List.of(Distribution.Bin.ofCount(0, 0, 100, 100)), Distribution.Shape.ATOMS);
        List<AtomRow> rows = AtomRow.ofAtoms(sampled, Optional.of(List.of(new Atom(0, 0.75), new Atom(4 * 0.6, 0.125, 1e-15), new Atom(0.1 + 0.2, 0.125, 0))));
        assertEquals(List.of("0.0", "0.30000000000000004", "2.4"), rows.stream().map(r -> CsvTable.text(r.value())).sorted().toList());
        assertEquals(-1.2345678901234567e8, Decimals.shortest(-1.2345678901234567e8, 1e-9));
        assertEquals(-1.23457e8, Decimals.shortest(-1.2345678901234567e8, 300));
        assertEquals(0, Decimals.shortest(1e-20, 1e-15));
    }

    /** 0 ± 0 would say that the value cannot be, 1 ± 0 that there is no other. */
    @Test
    void valueThatNoneOrAllHaveHasNoStandardErrorUnlessItIsCertain() {
        Distribution sampled = new Distribution(List.of(Distribution.Bin.ofCount(0, 0, 100, 100)), Distribution.Shape.ATOMS);
        List<AtomRow> rows = AtomRow.ofAtoms(sampled, Optional.of(List.of(new Atom(0, 0.75), new Atom(1, 0.25))));
        assertEquals(List.of(Double.NaN, Double.NaN), rows.stream().map(AtomRow::standardError).toList());
        assertEquals(0, AtomRow.ofAtoms(sampled, Optional.of(List.of(new Atom(0, 1)))).get(0).standardError());
        assertEquals("", CsvTable.text(rows.get(1).standardError()));
    }
}
