package org.unravel.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.unravel.ModelText;
import org.unravel.TwoPointModels;
import org.unravel.model.InitialState.Component;
import org.unravel.numeric.SparseMatrix;

/** The first of two measurements of the energy: ρ → Σ Π_n ρ Π_n. */
class MeasuredStateTest {

    /** A few roundings of numbers of order 1. */
    private static final double ROUNDING = 1e-14;

    @Test
    void superpositionLosesItsCoherence() {
        InitialState state = InitialState.pure(new double[] {0.6, 0}, new double[] {0, 0.8});
        InitialState measured = state.measured(Eigenspaces.of(SparseMatrix.diagonal(1, -1)));
        assertEquals(2, measured.components().size());
        assertEquals(0.64, measured.components().get(0).probability(), ROUNDING);
        assertEquals(0.36, measured.components().get(1).probability(), ROUNDING);
        assertEquals(1, Math.hypot(measured.components().get(0).re()[1], measured.components().get(0).im()[1]), ROUNDING);
    }

    /** Levels 1 and 2 have one energy: what is in them stays one ket, with its coherence. */
    @Test
    void degenerateEigenspaceKeepsOneKet() {
        double a = 1 / Math.sqrt(3);
        InitialState measured = InitialState.pure(new double[] {a, a, 0}, new double[] {0, 0, a})
                .measured(Eigenspaces.of(SparseMatrix.diagonal(0, 1, 1 + 0x1p-52)));
        assertEquals(2, measured.components().size());
        Component ket = measured.components().get(1);
        assertEquals(2.0 / 3, ket.probability(), ROUNDING);
        // ⟨1|ψ⟩⟨ψ|2⟩ = 1/2 · (−i)
        assertEquals(0, ket.re()[1] * ket.re()[2] + ket.im()[1] * ket.im()[2], ROUNDING);
        assertEquals(-0.5, ket.im()[1] * ket.re()[2] - ket.re()[1] * ket.im()[2], ROUNDING);
    }

    /** A splitting of 1e-12 is no rounding, however large another energy is: its outcome is another one. */
    @Test
    void closeLevelsAreTold() {
        double a = 1 / Math.sqrt(3);
        InitialState measured = InitialState.pure(new double[] {a, a, a}, new double[3])
                .measured(Eigenspaces.of(SparseMatrix.diagonal(1e15, 1, 1 + 1e-12)));
        assertEquals(3, measured.components().size());
    }

    /** A mixture of kets that are neither orthogonal to each other inside a space nor along one energy. */
    @Test
    void mixtureBecomesOrthonormalKetsOfOneEnergyEach() {
        double s = Math.sqrt(0.5);
        InitialState state = new InitialState(List.of(new Component(0.7, new double[] {s, s, 0}, new double[3]),
                new Component(0.3, new double[] {0, 0.8, 0.6}, new double[3])));
        Eigenspaces spaces = Eigenspaces.of(SparseMatrix.diagonal(2, 2, 5));
        InitialState measured = state.measured(spaces);
        double[] diagonal = new double[3];
        double sum = 0;
        for (Component c : measured.components()) {
            sum += c.probability();
            spaces.spaceOf(c);
            for (int i = 0; i < 3; i++) {
                diagonal[i] += c.probability() * (c.re()[i] * c.re()[i] + c.im()[i] * c.im()[i]);
            }
        }
        assertEquals(1, sum, ROUNDING);
        assertArrayEquals(new double[] {0.35, 0.35 + 0.3 * 0.64, 0.3 * 0.36}, diagonal, ROUNDING);
        assertEquals(3, measured.components().size());
    }

    @Test
    void ketAcrossEnergiesIsInNoSpace() {
        Eigenspaces spaces = Eigenspaces.of(SparseMatrix.diagonal(1, -1));
        assertThrows(IllegalArgumentException.class, () -> spaces.spaceOf(new Component(1, new double[] {0.6, 0.8}, new double[2])));
    }

    /** The quench is at t = 1; at the start the old levels count, at the end the new ones. A quench at the end itself counts as done. */
    @Test
    void energiesAreThoseAfterAQuench() {
        assertArrayEquals(new double[] {-0.5, 0.5}, TwoPointModels.quench().startEnergies().values(), ROUNDING);
        assertArrayEquals(new double[] {-0.75, 0.75}, TwoPointModels.quench().endEnergies().values(), ROUNDING);
        Model atEnd = ModelText.read("""
                unravel: 1
                name: at-end
                space: {q: qubit}
                hamiltonian: sz + step(t)*sz + step(t - 2)*sz
                initial: {q: g}
                time: {end: 2, points: 2}
                ensemble: {measure: tpm}
                """);
        assertArrayEquals(new double[] {-2, 2}, atEnd.startEnergies().values(), ROUNDING);
        assertArrayEquals(new double[] {-3, 3}, atEnd.endEnergies().values(), ROUNDING);
    }

    @Test
    void largeSpaceIsRefusedWithItsPlace() {
        ModelException e = assertThrows(ModelException.class, () -> ModelText.read("""
                unravel: 1
                name: large
                space: {m: boson(65)}
                hamiltonian: num
                initial: {m: 0}
                time: {end: 2, points: 2}
                ensemble: {measure: tpm}
                """));
        assertTrue(e.getMessage().contains("expected dimension at most 64") && e.getMessage().contains("65"), e.getMessage());
        assertTrue(e.getMessage().contains("line 7"), e.getMessage());
    }
}
