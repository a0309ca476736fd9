package org.unravel.firstlaw;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.unravel.ModelText;
import org.unravel.ReferenceTable;
import org.unravel.model.Model;
import org.unravel.model.Split;
import org.unravel.numeric.GaussLegendre;

/** The Hamiltonian of mean force and its derivative against tables: energies at several couplings, and work along a quasi-static isotherm, where the state is that of mean force at all times. */
class MeanForceEnergyTest {

    /** Twelve digits are printed, of numbers up to 2. */
    private static final double PRINTED = 5e-12;

    private static final double BETA = 2;

    private static final String TEXT = """
            unravel: 1
            name: mean-force
            parameters: {g: 0.5, beta: 2}
            space: {s: qubit, b: qubit}
            split: {A: [s], B: [b]}
            hamiltonian: GAP/2*sz(s) + 0.35*sz(b) + g*sx(s)*sx(b)
            initial: {s: g, b: thermal(beta)}
            time: {end: 1, points: 2}
            """;

    private static MeanForceEnergy energy(String gap, double g) {
        Model model = ModelText.read(TEXT.replace("GAP", gap), Map.of("g", Double.toString(g)));
        Split split = model.split().orElseThrow();
        return MeanForceEnergy.of(model, split, split.a());
    }

    @Test
    void energiesAreThoseOfTheTable() {
        ReferenceTable table = ReferenceTable.read("first_law_hmf_coupling");
        for (int row = 0; row < table.column("g").length; row += 7) {
            MeanForceEnergy.Point point = energy("1", table.column("g")[row]).at(0, 0);
            assertEquals(table.column("x_Ee_star")[row], point.energy().re(0, 0), PRINTED);
            assertEquals(table.column("x_Eg_star")[row], point.energy().re(1, 1), PRINTED);
        }
    }

    /** ∫ Tr ρ dH*, the gap t being its own clock. */
    @Test
    void workAlongTheIsothermIsThatOfTheTable() {
        ReferenceTable table = ReferenceTable.read("first_law_hmf_isotherm");
        MeanForceEnergy moving = energy("t", 0.5);
        double[] gap = table.column("gap");
        GaussLegendre rule = GaussLegendre.of(5);
        double work = 0;
        for (int row = 1; row < gap.length; row++) {
            double half = (gap[row] - gap[row - 1]) / 2;
            for (int k = 0; k < rule.count(); k++) {
                double t = gap[row - 1] + half * (1 + rule.nodes()[k]);
                MeanForceEnergy.Point point = moving.at(t, t);
                double excited = 1 / (1 + Math.exp(BETA * (point.energy().re(0, 0) - point.energy().re(1, 1))));
                work += half * rule.weights()[k] * (excited * point.rate().re(0, 0) + (1 - excited) * point.rate().re(1, 1));
            }
            assertEquals(table.column("W")[row], work, PRINTED);
        }
    }
}
