package org.unravel.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.unravel.ModelText;
import org.unravel.model.Model;

/** Few channels stand for themselves, more by bath and direction of their quanta, baths of a chain by the direction alone. */
class ChannelGroupsTest {

    private static Model model(int baths, int pairs) {
        String all = IntStream.range(0, baths).mapToObj(b -> "  b" + b + ": {channels: {" + IntStream.range(0, pairs).mapToObj(k -> "d" + k + ": {operator: sm, rate: 1, heat: " + -(k + 1) + "}, u" + k
                + ": {operator: sp, rate: 1, heat: " + (k + 1) + "}").collect(Collectors.joining(", ")) + (b == 0 && pairs > 2 ? ", z: {operator: sz, rate: 1, heat: 0}" : "") + "}}\n").collect(Collectors.joining());
        return ModelText.read("unravel: 1\nname: m\nspace: {q: qubit}\nhamiltonian: sz/2\nbaths:\n" + all + "initial: ground\ntime: {end: 1, points: 2}\n");
    }

    @Test
    void fewChannelsAreTheirOwnGroups() {
        ChannelGroups groups = ChannelGroups.of(model(2, 2));
        assertEquals(List.of("b0.d0", "b0.u0", "b0.d1", "b0.u1", "b1.d0", "b1.u0", "b1.d1", "b1.u1"), groups.names());
        assertArrayEquals(new int[] {3}, groups.channels(3));
    }

    @Test
    void manyChannelsAreGroupedByBathAndDirection() {
        ChannelGroups groups = ChannelGroups.of(model(2, 3));
        assertEquals(List.of("b0 out", "b0 in", "b0 elastic", "b1 out", "b1 in"), groups.names());
        assertArrayEquals(new int[] {1, 3, 5}, groups.channels(1));
    }

    @Test
    void manyBathsAreGroupedByDirection() {
        assertEquals(List.of("out", "in"), ChannelGroups.of(model(5, 1)).names());
    }
}
