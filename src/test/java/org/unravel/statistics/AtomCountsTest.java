package org.unravel.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

class AtomCountsTest {

    @Test
    void equalHeatsOfDifferentJumpsAreOneAtomWithTheLeastRoundedValue() {
        AtomCounts counts = new AtomCounts();
        // 0.1 + 0.2 is not 0.3 in binary
        counts.add(new int[] {1, 1, 0});
        counts.add(new int[] {0, 0, 1});
        counts.add(new int[] {1, 1, -1});
        counts.add(new int[] {0, 0, 0});
        counts.add(new int[] {-1, 0, 0});
        List<Distribution.Bin> bins = counts.distribution(new double[] {0.1, 0.2, 0.3}).bins();
        assertEquals(List.of(-0.1, 0.0, 0.3), bins.stream().map(Distribution.Bin::low).toList());
        assertEquals(List.of(0.2, 0.4, 0.4), bins.stream().map(Distribution.Bin::probability).toList());
        assertEquals(Math.sqrt(0.2 * 0.8 / 5), bins.get(0).standardError());
    }

    /** 1 and 1 + 2⁻⁵² may be one number that was computed in two ways; 1e-12 apart they are not, whatever else there is. */
    @Test
    void onlyRoundingMakesAtomsOne() {
        AtomCounts counts = new AtomCounts();
        counts.add(new int[] {1, 0, 0});
        counts.add(new int[] {0, 1, 0});
        counts.add(new int[] {0, 0, 1});
        assertEquals(3, counts.distribution(new double[] {1, 1 + 1e-12, 1e10}).bins().size());
        assertEquals(2, counts.distribution(new double[] {1, 1 + 0x1p-52, 1e10}).bins().size());
        assertEquals(List.of(1e-12, 1.0, 1e10), counts.distribution(new double[] {1, 1e-12, 1e10}).bins().stream().map(Distribution.Bin::low).toList());
    }

    /** The heat of one bath is told apart by its own rounding, not by that of the other bath. */
    @Test
    void aLargeQuantumDoesNotBlurTheOtherBath() {
        AtomCounts counts = new AtomCounts();
        counts.add(new int[] {1, 1});
        counts.add(new int[] {1, 2});
        counts.add(new int[] {0, 1});
        List<JointAtom> joint = counts.joint(new double[] {1e10}, new double[] {1});
        assertEquals(List.of(0.0, 1e10, 1e10), joint.stream().map(JointAtom::first).toList());
        assertEquals(List.of(1.0, 1.0, 2.0), joint.stream().map(JointAtom::second).toList());
    }

    @Test
    void pairsOfValuesAreCountedTogether() {
        AtomCounts counts = new AtomCounts();
        // 0.1 + 0.2 is not 0.3 in binary, and −0 is 0
        counts.add(new int[] {1, 1, 0, 2});
        counts.add(new int[] {0, 0, 1, 2});
        counts.add(new int[] {0, 0, 1, -1});
        counts.add(new int[] {0, 0, 0, 0});
        List<JointAtom> joint = counts.joint(new double[] {0.1, 0.2, 0.3}, new double[] {-1});
        assertEquals(List.of(0.0, 0.3, 0.3), joint.stream().map(JointAtom::first).toList());
        assertEquals(List.of(0.0, -2.0, 1.0), joint.stream().map(JointAtom::second).toList());
        assertEquals(List.of(0.25, 0.5, 0.25), joint.stream().map(JointAtom::probability).toList());
        assertEquals(Math.sqrt(0.5 * 0.5 / 4), joint.get(1).standardError());
        assertEquals(2, joint.get(1).values().count());
    }

    @Test
    void mergedCountsAreTheSameInEitherOrder() {
        AtomCounts a = counted(0, 300);
        AtomCounts b = counted(300, 1000);
        AtomCounts ab = counted(0, 300);
        ab.combine(b);
        b.combine(a);
        double[] quanta = {1, Math.sqrt(2)};
        assertEquals(counted(0, 1000).distribution(quanta), ab.distribution(quanta));
        assertEquals(ab.distribution(quanta), b.distribution(quanta));
        assertEquals(1000, ab.count());
    }

    private static AtomCounts counted(int from, int to) {
        AtomCounts counts = new AtomCounts();
        int[] key = new int[2];
        for (int i = from; i < to; i++) {
            key[0] = i % 7 - 3;
            key[1] = i % 5;
            counts.add(key);
        }
        return counts;
    }

    @Test
    void vectorsBeyondTheCapacityAreCountedNotLost() {
        AtomCounts counts = new AtomCounts();
        for (int i = 0; i < AtomCounts.CAPACITY + 10; i++) {
            counts.add(new int[] {i});
        }
        counts.add(new int[] {0});
        assertEquals(10, counts.overflow());
        assertEquals(AtomCounts.CAPACITY + 11, counts.count());
        AtomCounts twice = new AtomCounts();
        twice.combine(counts);
        twice.combine(counts);
        assertEquals(20, twice.overflow());
        assertEquals(2 * counts.count(), twice.count());
    }

    @Test
    void quantaMustFitTheKeys() {
        AtomCounts counts = new AtomCounts();
        counts.add(new int[] {1});
        assertThrows(IllegalArgumentException.class, () -> counts.distribution(new double[] {1, 2}));
    }
}
