package org.unravel.engine.sector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.unravel.engine.ContractModels;
import org.unravel.model.Model;

/** Sectors against what conservation laws say by hand. */
class SectorMapTest {

    /** A qubit and a mode of three levels; states e0, e1, e2, g0, g1, g2 with indices 0 … 5. The excitation number is conserved without jumps. */
    private static SectorMap cavity(String initial, String channels) {
        return map("""
                unravel: 1
                name: cavity
                space: {q: qubit, c: boson(3)}
                hamiltonian: sz(q)/2 + num(c) + 0.1*(sp(q)*a(c) + sm(q)*adag(c))
                baths:
                  b:
                    channels: {CHANNELS}
                initial: {INITIAL}
                time: {end: 1, points: 2}
                observables: {field: a(c) + adag(c)}
                """.replace("INITIAL", initial).replace("CHANNELS", channels));
    }

    private static SectorMap map(String text) {
        return SectorMap.of(ContractModels.read(text));
    }

    private static List<List<Integer>> states(SectorMap map) {
        return map.sectors().stream().map(s -> Arrays.stream(s.states()).boxed().toList()).toList();
    }

    @Test
    void lossLeadsDownTheExcitationNumberAndNothingAboveTheStartIsReached() {
        SectorMap map = cavity("q: e, c: 0", "loss: {operator: a(c), rate: 1, heat: -1}");
        assertEquals(List.of(List.of(0, 4), List.of(3)), states(map), "one excitation: e0 and g1; none: g0");
        assertArrayEquals(new int[][] {{1}, {-1}}, map.target());
        assertArrayEquals(new int[] {0, -1, -1, 1, 0, -1}, map.sectorOf());
    }

    @Test
    void gainOpensAllSectors() {
        SectorMap map = cavity("q: g, c: 0", "loss: {operator: a(c), rate: 1, heat: -1}, gain: {operator: adag(c), rate: 1, heat: 1}");
        assertEquals(List.of(List.of(0, 4), List.of(1, 5), List.of(2), List.of(3)), states(map));
        assertArrayEquals(new int[][] {{3, 1}, {0, 2}, {1, -1}, {-1, 0}}, map.target());
    }

    @Test
    void aSuperpositionOverBlocksJoinsThemAndTheirImages() {
        SectorMap map = cavity("q: (e + g)/sqrt(2), c: 1", "loss: {operator: a(c), rate: 1, heat: -1}");
        assertEquals(List.of(List.of(0, 1, 3, 4, 5)), states(map), "two and one excitation together, so one and none too");
        SectorMap still = cavity("q: (e + g)/sqrt(2), c: 0", "blink: {operator: \"proj(q, e)\", rate: 1, heat: 0}");
        assertEquals(List.of(List.of(0, 3, 4)), states(still));
        assertArrayEquals(new int[][] {{0}}, still.target());
    }

    @Test
    void aMixtureOverBlocksJoinsNothing() {
        SectorMap map = cavity("q: mixed, c: 0", "loss: {operator: a(c), rate: 1, heat: -1}");
        assertEquals(List.of(List.of(0, 4), List.of(3)), states(map));
    }

    @Test
    void aChannelToTwoBlocksJoinsThem() {
        SectorMap map = cavity("q: g, c: 1", "both: {operator: a(c) + adag(c), rate: 1, heat: 0}");
        assertEquals(List.of(List.of(0, 2, 4), List.of(1, 3, 5)), states(map), "odd and even numbers of excitations");
    }

    @Test
    void withoutStructureTheSectorIsTheWholeModel() {
        Model model = ContractModels.model("driven-rates");
        SectorMap map = SectorMap.of(model);
        assertEquals(1, map.sectors().size());
        assertSame(model.hamiltonian(), map.sectors().get(0).hamiltonian());
        assertSame(model.energy(), map.sectors().get(0).energy());
    }

    @Test
    void unionsOfBlocksMoveTogether() {
        SectorMap map = SectorMap.of(ContractModels.model("strides"));
        assertEquals(List.of(List.of(0, 3), List.of(1, 4), List.of(2, 5)), states(map));
        assertArrayEquals(new int[][] {{2}, {0}, {1}}, map.target());
    }

    @Test
    void aSectorThatDecaysAsOneHasNoDriftHeat() {
        SectorMap map = cavity("q: e, c: 0", "loss: {operator: a(c), rate: 1, heat: -1}");
        assertEquals(new EnergyTerms(true, false, false, 0), map.sectors().get(0).integrals(), "e0 stays, g1 decays");
        assertTrue(map.sectors().get(1).integrals().none(), "the ground state is alone");
        SectorMap noise = cavity("q: e, c: 0", "z: {operator: sz(q), rate: 1, heat: 0}");
        assertTrue(noise.sectors().get(0).integrals().none(), "K = 1");
    }

    @Test
    void observablesKeepTheirPartInsideASector() {
        SectorMap map = cavity("q: e, c: 0", "loss: {operator: a(c), rate: 1, heat: -1}");
        assertTrue(map.sectors().get(0).observables().get(0).isZero(), "the field joins excitation numbers only");
        assertEquals(0.1, map.sectors().get(0).hamiltonian().at(0).re(0, 1), 0);
    }
}
