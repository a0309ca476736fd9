package org.unravel.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.unravel.modelfile.ModelReader;

/** Whether the energy is an operator of its own is said by the model, not found out by comparing two. */
class OwnEnergyTest {

    /** The same operator as another object, as it comes from a file or from another process. */
    private static TimeDependentOperator again(TimeDependentOperator operator) {
        return TimeDependentOperator.zero(operator.dimension()).plus(operator);
    }

    private static Model copied(Model of, Optional<TimeDependentOperator> ownEnergy) {
        return new Model(of.name(), of.title(), of.parameters(), of.space(), again(of.hamiltonian()), ownEnergy, of.baths(), of.initial(), of.time(), of.observables(),
                of.unraveling(), of.sampling(), of.caveats(), of.heatBooks(), of.abbreviations(), of.period(), of.counting(), of.split());
    }

    @Test
    void copyPartByPartGainsNoQuantity() {
        Model model = ModelReader.readShipped("lab-frame-qubit", Map.of());
        Model copy = copied(model, model.ownEnergy());
        assertFalse(copy.hamiltonian() == model.hamiltonian(), "the copy must be another object for the test to say anything");
        for (Model m : List.of(model, copy, copy.withTime(new TimeGrid(0, 1, 3)), copy.withBaths(model.baths()))) {
            assertFalse(m.hasOwnEnergy());
            assertSame(m.hamiltonian(), m.energy());
            assertTrue(m.unitaryHeatOperator().isZero());
        }
    }

    /** Even where it is equal to the Hamiltonian: the model says so. */
    @Test
    void energyThatIsGivenStays() {
        Model model = ModelReader.readShipped("lab-frame-qubit", Map.of());
        TimeDependentOperator own = again(model.hamiltonian());
        Model copy = copied(model, Optional.of(own)).withObservables(List.of());
        assertTrue(copy.hasOwnEnergy());
        assertSame(own, copy.energy());
        assertEquals(Optional.of(own), copy.withCaveats(List.of()).ownEnergy());
    }
}
