package org.unravel.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.unravel.ModelText;

class ModelDescriptionTest {

    @Test
    void descriptionNamesSpaceChannelsQuantaAndPairs() {
        assertEquals(List.of(
                "thermal-qubit: A qubit and a \"hot\" bath",
                "parameters: beta = 0.693147",
                "space: q (qubit, 2 levels), dimension 2",
                "hamiltonian: constant",
                "energy: the hamiltonian",
                "initial state: pure, q in e",
                "time: from 0 to 1.5, 2 points, 0 breakpoints",
                "observables: none",
                "ensemble: 4 trajectories, seed 1",
                "bath hot: beta = 0.693147",
                "  emission: rate 0.4, quantum -2",
                "  absorption: rate 0.1, quantum 2",
                "  dephasing: rate 0.01, quantum 0",
                "  detailed balance: emission and absorption",
                "  detailed balance: dephasing with itself"), ModelDescription.lines(SampleRun.model(0.1)));
    }

    @Test
    void aRateFivePercentOffBreaksThePair() {
        List<String> lines = ModelDescription.lines(SampleRun.model(0.105));
        assertEquals(List.of("  detailed balance: dephasing with itself",
                "  without a detailed-balance partner: emission, absorption; fluctuation relations need one for every channel"),
                lines.subList(lines.size() - 2, lines.size()));
    }

    /** sx + iεsz is a slip, sm is meant: both are said, with (X − X†)/2 = iεσ_z and −iσ_y/2. */
    @Test
    void observablesThatAreNotHermitianAreSaidWithTheirSize() {
        String text = "unravel: 1\nname: complex\nspace: {q: qubit}\nhamiltonian: sz\ninitial: {q: e}\ntime: {end: 1, points: 2}\nobservables: {x: sx + 1e-3*i*sz, coherence: sm, z: sz}\n";
        assertEquals(List.of("complex observables: X is not Hermitian, and its mean has an imaginary part (largest entry of (X - dag(X))/2): x.im (0.001), coherence.im (0.5)"),
                ModelDescription.lines(ModelText.read(text)).stream().filter(l -> l.startsWith("complex observables")).toList());
        assertEquals(List.of(), ModelDescription.lines(ModelText.read(text.replace("x: sx + 1e-3*i*sz, coherence: sm, ", ""))).stream().filter(l -> l.startsWith("complex observables")).toList());
    }
}
