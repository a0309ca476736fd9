package org.unravel.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unravel.ModelText;

/** A measurement tells levels apart that only the far flank of a pulse parts: half of what a user takes for one level is lost, and that is said. */
class CloseLevelsTest {

    /** The flank is 4e-4·2e^(−x) at x = 50 widths from the pulse; at 5 widths it does something in the run of 2000. */
    @ParameterizedTest
    @CsvSource({"0.0004/cosh((t - 50)), true", "0.0004/cosh((t - 5)), false", "0.0004*exp(-(t - 50)^2)*step(t - 1), false", "0, false", "1e-14*step(t - 1999), true"})
    void levelsThatOnlyAFlankParts(String drive, boolean isSaid) {
        assertEquals(isSaid, isSaid(drive, "2000"));
    }

    /** In a run that is short beside 1/E every distance does nothing. */
    @Test
    void aShortRunIsNoPulse() {
        assertEquals(false, isSaid("0.3", "1e-10"));
    }

    /** Small levels beside an energy that all share are no flank of a pulse. */
    @ParameterizedTest
    @CsvSource({"''", "' + 5*id(s)'", "' + 5*(1 + cos(t))*id(s)'"})
    void aSharedEnergyChangesNothing(String shared) {
        assertEquals(false, isSaid("1e-10*(op(s, 1, 2) + op(s, 2, 1)) - 1e-10*proj(s, 0)", "1", shared));
    }

    private static boolean isSaid(String drive, String end) {
        return isSaid("proj(s, 0) + (" + drive + ")*(op(s, 1, 2) + op(s, 2, 1))", end, "");
    }

    private static boolean isSaid(String hamiltonian, String end, String shared) {
        Model model = ModelText.read("""
                unravel: 1
                name: flank
                space: {s: levels(3)}
                hamiltonian: "HAMILTONIAN"
                initial: {s: 2}
                time: {end: END, points: 3}
                ensemble: {measure: tpm}
                """.replace("HAMILTONIAN", hamiltonian + shared).replace("END", end));
        long said = model.caveats().stream().filter(c -> c.kind() == Caveat.Kind.ROUNDING && c.text().contains("tells levels apart")).count();
        return said == 1;
    }
}
