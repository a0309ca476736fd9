package org.unravel.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Quantity;
import org.unravel.model.TimeFunction;
import org.unravel.modelfile.ModelReader;

/** The ledger books what it is shown, by hand-made trajectories (physics.md, "The ledger"). */
class LedgerTest {

    /** A quantum that no sum of floating-point numbers keeps exact. */
    private static final Map<String, String> ODD_QUANTUM = Map.of("omega", "0.1");
    private static final int EMISSION = 0;
    private static final int ABSORPTION = 1;

    private static double value(Ledger ledger, String quantity, int lane) {
        return ledger.values()[ledger.names().indexOf(quantity)][lane];
    }

    private static LaneValues shown(double energy, double work, double drift) {
        return new LaneValues(new double[] {energy, energy}, new double[] {work, work}, new double[] {drift, drift}, new double[2],
                new double[][] {{0.0625, 0.125}}, new double[0][2], new double[] {1, 1});
    }

    @Test
    void everyEntryGoesToItsPlace() {
        Ledger ledger = new Ledger(ModelReader.readShipped("thermal-qubit", Map.of()), 2);
        ledger.begin();
        ledger.gridPoint(0, shown(4, 0, 0));
        ledger.jump(1, 0.5, ABSORPTION, 0.75);
        ledger.gridPoint(1, shown(6, 1, 0.25));
        assertEquals(6, value(ledger, Quantity.ENERGY, 1), 0);
        assertEquals(2, value(ledger, Quantity.ENERGY_CHANGE, 1), 0);
        assertEquals(1, value(ledger, Quantity.WORK, 1), 0);
        assertEquals(0.25, value(ledger, Quantity.HEAT_DRIFT, 1), 0);
        assertEquals(0.75, value(ledger, Quantity.HEAT_JUMP, 1), 0);
        assertEquals(1, value(ledger, Quantity.HEAT, 1), 0);
        assertEquals(1, value(ledger, Quantity.HEAT_COUNTED, 1), 0);
        assertEquals(0, value(ledger, Quantity.HEAT_QUANTUM, 1), 0);
        assertArrayEquals(new double[] {0.75, 0}, ledger.closureError());
        assertArrayEquals(new int[] {0, 1}, ledger.jumpCounts()[ABSORPTION]);
        assertEquals(Arrays.stream(ledger.jumpCounts()[ABSORPTION]).sum(), ledger.jumpTotals()[ABSORPTION]);
        assertEquals(Arrays.stream(ledger.jumpCounts()[EMISSION]).sum(), ledger.jumpTotals()[EMISSION]);
        ledger.begin();
        ledger.gridPoint(0, shown(4, 0, 0));
        assertEquals(0, value(ledger, Quantity.HEAT, 1), 0, "a new group starts from nothing");
        assertArrayEquals(new int[] {0, 0}, ledger.jumpCounts()[ABSORPTION]);
        assertEquals(0, ledger.jumpTotals()[ABSORPTION]);
    }

    /** 0.1 + 0.1 + 0.1 − 0.3 is not zero in floating point; counts of quanta are. */
    @Test
    void equalQuantaCancelExactly() {
        Ledger ledger = new Ledger(ModelReader.readShipped("thermal-qubit", ODD_QUANTUM), 2);
        ledger.begin();
        for (int n = 0; n < 1001; n++) {
            ledger.jump(0, n, n % 2 == 0 ? EMISSION : ABSORPTION, 0);
        }
        ledger.gridPoint(0, shown(0, 0, 0));
        assertEquals(-0.1, value(ledger, Quantity.HEAT_COUNTED, 0), 0);
        assertArrayEquals(new int[] {-1}, ledger.quantumCounters()[0].net(0));
    }

    @Test
    void quantaGoToTheirBathAndAddUpToAll() {
        Model model = ModelReader.readShipped("three-level-maser", Map.of());
        Ledger ledger = new Ledger(model, 2);
        ledger.begin();
        ledger.jump(0, 1, 0, 0);
        ledger.jump(0, 2, 3, 0);
        ledger.gridPoint(0, shown(0, 0, 0));
        assertEquals(-1, value(ledger, Quantity.heatCounted(model.baths().get(0)), 0), 0);
        assertEquals(2.5, value(ledger, Quantity.heatCounted(model.baths().get(1)), 0), 0);
        assertEquals(1.5, value(ledger, Quantity.HEAT_COUNTED, 0), 0);
    }

    /** The drift of the last bath is what the others leave. */
    @Test
    void heatsOfBathsAddUpToAll() {
        Model model = ModelReader.readShipped("three-level-maser", Map.of());
        Ledger ledger = new Ledger(model, 2);
        ledger.begin();
        ledger.jump(1, 1, 0, 0.5);
        ledger.jump(1, 2, 3, -2);
        ledger.jump(1, 3, 0, 4);
        ledger.gridPoint(0, shown(0, 0, 0.25));
        assertEquals(0, value(ledger, Quantity.heat(model.baths().get(0)), 1), 0, "nothing was given at the start");
        ledger.gridPoint(1, shown(0, 0, 0.25));
        assertEquals(4.5 + 0.125, value(ledger, Quantity.heat(model.baths().get(0)), 1), 0);
        assertEquals(-2 + 0.25 - 0.125, value(ledger, Quantity.heat(model.baths().get(1)), 1), 0);
        assertEquals(0.1875, value(ledger, Quantity.heat(model.baths().get(1)), 0), 0);
        ledger.begin();
        ledger.gridPoint(1, shown(0, 0, 0));
        assertEquals(0.125, value(ledger, Quantity.heat(model.baths().get(0)), 1), 0, "jump heats start from nothing");
    }

    @Test
    void aRunThatDoesNotAskForTheHeatOfABathHasNone() {
        Model model = ModelReader.readShipped("three-level-maser", Map.of());
        Model together = Recording.of(List.of(Quantity.ENERGY, Quantity.HEAT)).restrict(model);
        assertTrue(together.bathsApart().isEmpty());
        assertFalse(new Ledger(together, 2).names().contains(Quantity.heat(model.baths().get(0))));
        assertEquals(1, Recording.of(List.of(Quantity.heat(model.baths().get(1)))).restrict(model).bathsApart().size());
        Model single = ModelReader.readShipped("thermal-qubit", Map.of());
        assertTrue(new Ledger(Recording.none().restrict(single), 2).names().contains(Quantity.heat(single.baths().get(0))), "it is all heat, and costs nothing");
    }

    @Test
    void aQuantumThatDependsOnTimeIsTakenAtTheJump() {
        Model still = ModelReader.readShipped("thermal-qubit", Map.of());
        TimeFunction clock = new TimeFunction() {

            @Override
            public Value at(double t, double branch) {
                return new Value(t, 0, 1, 0);
            }

            @Override
            public boolean isConstant() {
                return false;
            }

            @Override
            public double[] breakpoints(double from, double to) {
                return new double[0];
            }
        };
        Bath bath = still.baths().get(0);
        List<Channel> channels = bath.channels().stream().map(c -> new Channel(c.name(), c.operator(), c.rate(), clock)).toList();
        Model model = new Model(still.name(), "", still.parameters(), still.space(), still.hamiltonian(), still.ownEnergy(),
                List.of(new Bath(bath.name(), bath.inverseTemperature(), channels)), still.initial(), still.time(), still.observables(),
                still.unraveling(), still.sampling());
        Ledger ledger = new Ledger(model, 2);
        ledger.begin();
        ledger.jump(1, 0.25, EMISSION, 0);
        ledger.jump(1, 1.5, ABSORPTION, 0);
        ledger.gridPoint(0, shown(0, 0, 0));
        assertEquals(1.75, value(ledger, Quantity.HEAT_COUNTED, 1), 0);
        assertEquals(1.75, value(ledger, Quantity.heatCounted(bath), 1), 0);
        assertNull(ledger.quantumCounters()[0]);
        assertNull(ledger.quantumCounters()[1]);
        assertTrue(value(ledger, Quantity.HEAT_COUNTED, 0) == 0);
    }
}
