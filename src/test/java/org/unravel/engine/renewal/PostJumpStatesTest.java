package org.unravel.engine.renewal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unravel.engine.ContractModels;
import org.unravel.engine.EngineChoice;
import org.unravel.engine.Engines;
import org.unravel.model.Model;
import org.unravel.model.ModelException;

/** Which states follow jumps, and which models have too many. */
class PostJumpStatesTest {

    private static final String OSCILLATOR = """
            unravel: 1
            name: oscillator
            space: {c: boson(LEVELS)}
            hamiltonian: num(c)
            baths:
              b:
                channels:
                  down: {operator: a(c), rate: 0.3, heat: -1}
                  up: {operator: adag(c), rate: 0.1, heat: 1}
            initial: {c: 1}
            time: {end: 5, points: 6}
            """;

    /** Fock states; the two eigenstates of a qubit; the initial superposition and the lower levels; a shared excitation and the ground state. */
    @ParameterizedTest
    @CsvSource({"thermal-oscillator, 21", "thermal-qubit, 2", "multi-level-cascade, 4", "reaction-coordinate, 2", "jaynes-cummings, 1",
        "rank-one-dense-jumps, 2"})
    void statesAreCounted(String name, int count) {
        PostJumpStates found = PostJumpStates.of(ContractModels.model(name));
        assertEquals(Optional.empty(), found.obstacle());
        assertEquals(count, found.states().size());
    }

    @Test
    void engineTakesTheseModelsOfTheContract() {
        assertEquals(List.of("double-dot", "fock-oscillator", "heat-exchange", "jaynes-cummings", "lamb-shift", "lamb-shift-constant", "lamb-shift-noncommuting", "multi-level-cascade",
                "reaction-coordinate", "single-dot", "spontaneous-emission", "thermal-oscillator", "thermal-qubit", "thermoelectric-dot", "two-qubits-global", "rank-one-dense-jumps", "coupled-levels", "balanced-baths", "crossed-baths"),
                ContractModels.names().stream().filter(name -> RenewalEngine.applies(ContractModels.model(name))).toList());
    }

    private static String refusal(Model model) {
        return assertThrows(ModelException.class, () -> Engines.create(model, new EngineChoice("renewal"))).getMessage();
    }

    @ParameterizedTest
    @CsvSource({"lab-frame-qubit, one that depends on time", "still-dense-jumps, that channel d.z leads from one state to different ones",
        "large-still, that channel mode.down leads from one state to different ones"})
    void refusalNamesTheReason(String name, String reason) {
        String message = refusal(ContractModels.model(name));
        assertTrue(message.contains("for the renewal engine, found " + reason), message);
        assertTrue(message.contains("--engine grid"), message);
    }

    @Test
    void tooManyStatesAreRefused() {
        String message = refusal(ContractModels.read(OSCILLATOR.replace("LEVELS", "300")));
        assertTrue(message.contains("more than 256 states after jumps"), message);
        assertTrue(RenewalEngine.applies(ContractModels.read(OSCILLATOR.replace("LEVELS", "256"))));
    }
}
