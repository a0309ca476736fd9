package org.unravel.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.unravel.ModelText;
import org.unravel.model.Quantity.Bound;
import org.unravel.model.Quantity.Kind;
import org.unravel.model.Quantity.Unit;
import org.unravel.trajectory.Ledger;

/** What names stand for, of a model that has a quantity of every kind. A name that a user sees stays as it is. */
class QuantityTest {

    /** */
    private static final Model MODEL = ModelText.read("""
            unravel: 1
            name: all-kinds
            space: {q: qubit}
            hamiltonian: sz/2 + 0.1*sx
            energy: sz/2
            baths:
              hot:
                beta: 0.5
                mu: 0.25
                channels:
                  down: {operator: sm, rate: 0.2, heat: -1}
                  up: {operator: sp, rate: 0.1, heat: 0.5, particles: 2}
              cold:
                beta: 2
                channels:
                  down: {operator: sm, rate: 0.1, heat: -1}
            initial: g
            time: {end: 1, points: 2}
            observables: {x: sx, z: sz}
            counts: {net: {hot.up: 2, cold.down: -0.5}}
            """);
    private static final Bath HOT = MODEL.baths().get(0);
    private static final Bath COLD = MODEL.baths().get(1);
    private static final Channel DOWN = HOT.channels().get(0);
    private static final Channel UP = HOT.channels().get(1);
    private static final Quantities QUANTITIES = Quantities.of(MODEL);

    /** One of every kind. */
    private static Map<Kind, Quantity> samples() {
        Map<Kind, Quantity> all = new EnumMap<>(Kind.class);
        Arrays.stream(Kind.values()).filter(Kind::isOfTheWhole).forEach(kind -> all.put(kind, Quantity.of(kind)));
        for (Quantity q : List.of(Quantity.of(Kind.HEAT_OF_BATH, HOT), Quantity.of(Kind.HEAT_COUNTED_OF_BATH, HOT), Quantity.of(Kind.PARTICLES_OF_BATH, HOT), Quantity.of(HOT, COLD), Quantity.of(HOT, UP),
                Quantity.of(MODEL.counting().counts().get(0)), Quantity.of(MODEL.observables().get(0)))) {
            all.put(q.kind(), q);
        }
        return all;
    }

    @Test
    void nameOfEveryKind() {
        Map<Kind, String> names = new EnumMap<>(Kind.class);
        samples().forEach((kind, q) -> names.put(kind, q.name()));
        assertEquals(Map.ofEntries(Map.entry(Kind.ENERGY, "energy"), Map.entry(Kind.ENERGY_CHANGE, "energy.change"), Map.entry(Kind.WORK, "work"), Map.entry(Kind.HEAT, "heat"),
                Map.entry(Kind.HEAT_OF_BATH, "heat.hot"), Map.entry(Kind.HEAT_COUNTED, "heat.counted"), Map.entry(Kind.HEAT_COUNTED_OF_BATH, "heat.counted.hot"),
                Map.entry(Kind.HEAT_COUNTED_OF_TWO_BATHS, "heat.counted.hot.cold"), Map.entry(Kind.HEAT_DRIFT, "heat.drift"), Map.entry(Kind.HEAT_JUMP, "heat.jump"),
                Map.entry(Kind.HEAT_QUANTUM, "heat.quantum"), Map.entry(Kind.HEAT_UNITARY, "heat.unitary"), Map.entry(Kind.WORK_TPM, "work.tpm"), Map.entry(Kind.WORK_FLOQUET, "work.floquet"),
                Map.entry(Kind.ENTROPY_PRODUCTION, "entropy.production"), Map.entry(Kind.WEIGHT, "weight"), Map.entry(Kind.JUMPS, "jumps.hot.up"),
                Map.entry(Kind.OBSERVABLE, "x"), Map.entry(Kind.WORK_CHEMICAL, "work.chemical"), Map.entry(Kind.PARTICLES_OF_BATH, "particles.hot"), Map.entry(Kind.COUNT, "counts.net")), names);
        assertEquals(EnumSet.allOf(Kind.class), names.keySet());
    }

    @Test
    void namesAloneAreThoseOfTheQuantities() {
        assertEquals(Quantity.of(Kind.HEAT_OF_BATH, HOT).name(), Quantity.heat(HOT));
        assertEquals(Quantity.of(Kind.HEAT_COUNTED_OF_BATH, COLD).name(), Quantity.heatCounted(COLD));
        assertEquals(Quantity.of(HOT, COLD).name(), Quantity.heatCounted(HOT, COLD));
        assertEquals(Quantity.of(HOT, UP).name(), Quantity.jumps(HOT, UP));
        assertEquals(Quantity.of(Kind.PARTICLES_OF_BATH, HOT).name(), Quantity.particles(HOT));
    }

    @Test
    void kindsOfTheLedger() {
        List<Quantity> ledger = Ledger.quantities(MODEL);
        assertEquals(Ledger.names(MODEL), ledger.stream().map(Quantity::name).toList());
        assertEquals(List.of(Kind.ENERGY, Kind.WORK, Kind.WORK_CHEMICAL, Kind.HEAT, Kind.HEAT_OF_BATH, Kind.HEAT_OF_BATH, Kind.HEAT_COUNTED, Kind.HEAT_COUNTED_OF_BATH, Kind.HEAT_COUNTED_OF_BATH, Kind.PARTICLES_OF_BATH, Kind.COUNT, Kind.HEAT_DRIFT, Kind.HEAT_JUMP,
                Kind.HEAT_QUANTUM, Kind.ENERGY_CHANGE, Kind.HEAT_UNITARY), ledger.stream().map(Quantity::kind).toList());
        assertEquals(List.of(HOT, COLD), ledger.stream().filter(q -> q.kind() == Kind.HEAT_COUNTED_OF_BATH).flatMap(q -> q.baths().stream()).toList());
    }

    @Test
    void everyNameOfAResultIsFound() {
        for (Quantity q : samples().values()) {
            Quantity found = q.kind() == Kind.OBSERVABLE ? QUANTITIES.ofCurve(q.name()) : QUANTITIES.of(q.name());
            assertEquals(q, found);
            assertEquals(q.baths(), found.baths());
            assertEquals(q.channel(), found.channel());
        }
        assertEquals(Optional.of(UP), QUANTITIES.of("jumps.hot.up").channel());
        assertEquals(List.of(HOT, COLD), QUANTITIES.of("heat.counted.hot.cold").baths());
    }

    @Test
    void namesThatAModelHasNotAreRefused() {
        for (String name : List.of("heat.counted.warm", "jumps.cold.up", "heat.counted.cold.hot", "particles.cold", "x", "")) {
            IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> QUANTITIES.of(name));
            assertEquals("expected the name of a quantity of the model all-kinds, found '" + name + "'", e.getMessage());
        }
        assertThrows(IllegalArgumentException.class, () -> QUANTITIES.ofCurve("y"));
    }

    @Test
    void kindsThatBelongToSomethingNeedIt() {
        for (Kind kind : Kind.values()) {
            boolean ofBath = kind == Kind.HEAT_OF_BATH || kind == Kind.HEAT_COUNTED_OF_BATH || kind == Kind.PARTICLES_OF_BATH;
            if (!kind.isOfTheWhole()) {
                assertThrows(IllegalArgumentException.class, () -> Quantity.of(kind), kind.name());
            }
            if (!ofBath) {
                assertThrows(IllegalArgumentException.class, () -> Quantity.of(kind, HOT), kind.name());
            }
        }
    }

    @Test
    void whatIsCounted() {
        Set<Kind> heats = EnumSet.of(Kind.HEAT_COUNTED, Kind.HEAT_COUNTED_OF_BATH, Kind.HEAT_COUNTED_OF_TWO_BATHS);
        for (Kind kind : Kind.values()) {
            assertEquals(heats.contains(kind), kind.isCountedHeat(), kind.name());
            assertEquals(heats.contains(kind) || kind == Kind.JUMPS || kind == Kind.PARTICLES_OF_BATH || kind == Kind.WORK_CHEMICAL || kind == Kind.COUNT, kind.isCounted(), kind.name());
        }
    }

    /** What a jump adds, and that it adds nothing to what is of another bath, or not counted. */
    @Test
    void increments() {
        assertEquals(2, Quantity.of(Kind.PARTICLES_OF_BATH, HOT).increment(HOT, UP).at(0).re(), 0);
        assertEquals(0, Quantity.of(Kind.PARTICLES_OF_BATH, HOT).increment(HOT, DOWN).at(0).re(), 0);
        assertEquals(0, Quantity.of(Kind.PARTICLES_OF_BATH, HOT).increment(COLD, COLD.channels().get(0)).at(0).re(), 0);
        assertEquals(0.5, Quantity.of(Kind.WORK_CHEMICAL).increment(HOT, UP).at(0).re(), 0);
        assertEquals(0.5, Quantity.of(Kind.HEAT_COUNTED).increment(HOT, UP).at(0).re(), 0);
        assertEquals(1, Quantity.of(HOT, UP).increment(HOT, UP).at(0).re(), 0);
        assertEquals(0, Quantity.of(HOT, UP).increment(HOT, DOWN).at(0).re(), 0);
        assertEquals(2, Quantity.of(MODEL.counting().counts().get(0)).increment(HOT, UP).at(0).re(), 0);
        assertEquals(-0.5, Quantity.of(MODEL.counting().counts().get(0)).increment(COLD, COLD.channels().get(0)).at(0).re(), 0);
        assertEquals(0, Quantity.of(MODEL.counting().counts().get(0)).increment(HOT, DOWN).at(0).re(), 0);
        assertEquals(0, Quantity.of(Kind.HEAT).increment(HOT, UP).at(0).re(), 0);
    }

    /** By bath and channel together: both baths have a channel of the name 'down'. */
    @Test
    void channelsThatCount() {
        Map<String, List<Boolean>> counts = samples().values().stream().filter(q -> q.kind().isCounted())
                .collect(Collectors.toMap(Quantity::name, q -> List.of(q.counts(HOT, DOWN), q.counts(HOT, UP), q.counts(COLD, COLD.channels().get(0)))));
        assertEquals(Map.of("heat.counted", List.of(true, true, true), "heat.counted.hot", List.of(true, true, false), "heat.counted.hot.cold", List.of(true, true, true),
                "jumps.hot.up", List.of(false, true, false), "particles.hot", List.of(true, true, false), "work.chemical", List.of(true, true, true), "counts.net", List.of(false, true, true)), counts);
        assertFalse(Quantity.of(HOT, DOWN).counts(COLD, COLD.channels().get(0)));
        assertTrue(Quantity.of(HOT, DOWN).counts(HOT, DOWN));
        assertTrue(samples().values().stream().filter(q -> !q.kind().isCounted()).noneMatch(q -> q.counts(HOT, DOWN)));
    }

    @Test
    void unitsAndBounds() {
        assertEquals(EnumSet.of(Kind.JUMPS, Kind.PARTICLES_OF_BATH), withUnit(Unit.COUNT));
        assertEquals(EnumSet.of(Kind.ENTROPY_PRODUCTION), withUnit(Unit.NATS));
        assertEquals(EnumSet.of(Kind.WEIGHT, Kind.COUNT, Kind.OBSERVABLE), withUnit(Unit.NONE));
        assertEquals(EnumSet.of(Kind.ENERGY, Kind.OBSERVABLE), withBound(Bound.OPERATOR));
        assertEquals(EnumSet.of(Kind.ENERGY_CHANGE, Kind.WORK, Kind.HEAT, Kind.HEAT_UNITARY), withBound(Bound.MODEL));
        assertEquals(EnumSet.of(Kind.ENTROPY_PRODUCTION, Kind.WEIGHT), withBound(Bound.NONE));
    }

    private static Set<Kind> withUnit(Unit unit) {
        return Arrays.stream(Kind.values()).filter(k -> k.unit() == unit).collect(Collectors.toSet());
    }

    private static Set<Kind> withBound(Bound bound) {
        return Arrays.stream(Kind.values()).filter(k -> k.bound() == bound).collect(Collectors.toSet());
    }
}
