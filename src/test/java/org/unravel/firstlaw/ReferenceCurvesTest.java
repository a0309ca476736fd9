package org.unravel.firstlaw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unravel.ModelText;
import org.unravel.ReferenceTable;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;

/** Exact curves of the definitions against tables of an independent implementation, to 1e-8 of each curve's largest finite value: tables have 12 digits, and integrations err by some 1e-11. */
class ReferenceCurvesTest {

    private static final double TOLERANCE = 1e-8;

    private static final String DEPHASING = """
            unravel: 1
            name: dephasing
            space: {q: qubit}
            hamiltonian: sz(q)/2
            baths:
              b:
                channels:
                  flip: {operator: sz(q), rate: 0.1, heat: 0}
            initial: {q: "density((id + 0.6*sx + (RZ)*sz)/2)"}
            time: {end: 30, points: 201}
            """;

    private static void assertCurves(String table, Map<String, double[]> curves) {
        ReferenceTable reference = ReferenceTable.read(table);
        curves.forEach((column, curve) -> {
            double deviation = Deviation.of(reference.column(column), curve);
            assertTrue(deviation <= TOLERANCE, () -> table + ", " + column + ": " + deviation);
        });
    }

    private static double[] share(FirstLawCurves curves, String definition, Share share) {
        return curves.split(definition, Definition.SYSTEM).share(share).orElseThrow().value();
    }

    private static double[] state(FirstLawCurves curves, String quantity) {
        return curves.state(quantity).estimate().orElseThrow().value();
    }

    static Map<String, double[]> ofDrivenAtom(FirstLawCurves curves) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("U", state(curves, "energy"));
        columns.put("S", state(curves, "entropy"));
        columns.put("P", state(curves, "purity"));
        columns.put("beta", state(curves, "beta"));
        columns.put("W_c", share(curves, "conventional", Share.WORK));
        columns.put("Q_c", share(curves, "conventional", Share.HEAT));
        columns.put("Q_HB", share(curves, "hamiltonian-based", Share.HEAT));
        columns.put("Q_EB", share(curves, "entropy-based", Share.HEAT));
        columns.put("W_EB", share(curves, "entropy-based", Share.WORK));
        columns.put("Sirr_c", state(curves, "entropy.irreversible.conventional"));
        columns.put("Sirr_HB", state(curves, "entropy.irreversible.hamiltonian-based"));
        columns.put("Sirr_EB", state(curves, "entropy.irreversible.entropy-based"));
        return columns;
    }

    @ParameterizedTest
    @CsvSource({"A,ground", "A,thermal", "A,mixed", "B,ground", "B,thermal", "B,mixed"})
    void threeHeatsOfTheDrivenAtom(String set, String start) {
        FirstLawCurves curves = Comparison.of(DrivenAtom.of(set, start)).exact();
        assertCurves("floquet_" + set + "_" + start, ofDrivenAtom(curves));
    }

    /** What goes wrong easily, in place of a column: each must be told from the table. */
    @Test
    void wrongFormulasAreCaught() {
        ReferenceTable table = ReferenceTable.read("floquet_A_ground");
        FirstLawCurves curves = Comparison.of(DrivenAtom.of("A", "ground")).exact();
        double[] trapezoid = new double[table.column("t").length];
        double[] rate = table.column("dQEB");
        for (int i = 1; i < trapezoid.length; i++) {
            trapezoid[i] = trapezoid[i - 1] + (rate[i] + rate[i - 1]) / 2 * (table.column("t")[i] - table.column("t")[i - 1]);
        }
        assertTrue(Deviation.of(table.column("Q_EB"), trapezoid) > 1e-4, "heat of the entropy-based definition on the output grid");
        assertTrue(Deviation.of(table.column("Q_HB"), share(curves, "conventional", Share.HEAT)) > 0.1, "heat of the Hamiltonian-based definition, taken from the conventional one");
        assertTrue(Deviation.of(table.column("Q_c"), share(curves, "counted", Share.HEAT)) > 0.1, "conventional heat, counted");
        assertTrue(Deviation.of(table.column("W_EB"), share(curves, "three-part", Share.WORK)) > 0.1, "work of populations without coherence");
        assertTrue(Deviation.of(table.column("S"), state(curves, "entropy.diagonal")) > 0.01, "entropy without coherence");
        assertTrue(Deviation.of(table.column("Sirr_c"), state(curves, "entropy.irreversible.hamiltonian-based")) > 0.1, "irreversible entropy with another heat");
    }

    /** From the fully mixed state work is never done, and the splittings by the bases of energy and state are one. */
    @Test
    void mixedStartOfTheDrivenAtom() {
        FirstLawCurves curves = Comparison.of(DrivenAtom.of("A", "mixed")).exact();
        double[] work = share(curves, "conventional", Share.WORK);
        double[] byEnergy = share(curves, "hamiltonian-based", Share.HEAT);
        double[] byState = share(curves, "entropy-based", Share.HEAT);
        for (int i = 0; i < work.length; i++) {
            assertEquals(0, work[i], 1e-11);
            assertEquals(byEnergy[i], byState[i], 1e-10);
        }
    }

    @Test
    void entropyProductionOfQuantaOfTheDrivenAtom() {
        FirstLawCurves curves = Comparison.of(ModelReader.read("floquet-atom", Map.of())).exact();
        assertCurves("floquet_bath_heat_A_ground", Map.of("Sigma", state(curves, "entropy.production.counted"), "Q_ph", curves.split("counted", "system/photon").share(Share.HEAT).orElseThrow().value(),
                "W_F", share(curves, "counted", Share.WORK)));
    }

    @ParameterizedTest
    @CsvSource({"inverted,0.3", "passive,-0.3"})
    void ergotropyUnderDephasing(String set, String rz) {
        FirstLawCurves curves = Comparison.of(ModelText.read(DEPHASING.replace("(RZ)", "(" + rz + ")"))).exact();
        assertCurves("first_law_ergotropy_" + set, Map.of("U", state(curves, "energy"), "ergotropy", state(curves, "ergotropy"), "ergotropy_coherent", state(curves, "ergotropy.coherent"),
                "U_passive", state(curves, "energy.passive"), "S", state(curves, "entropy")));
        double[] incoherent = state(curves, "ergotropy.incoherent");
        double[] table = ReferenceTable.read("first_law_ergotropy_" + set).column("ergotropy_incoherent");
        for (int i = 0; i < incoherent.length; i++) {
            assertEquals(table[i], incoherent[i], 1e-11);
        }
    }

    @Test
    void tiltedDephasing() {
        FirstLawCurves curves = Comparison.of(ModelReader.read("tilted-dephasing", Map.of())).exact();
        assertCurves("first_law_tilted_constant", Map.of("U", state(curves, "energy"), "S", state(curves, "entropy"), "Q", share(curves, "conventional", Share.HEAT)));
    }

    /** The shipped oscillator has 21 levels; 32 hold the table to 2e-12. */
    @Test
    void entropyOfTheOscillator() {
        Model model = ModelReader.read("thermal-oscillator", Map.of(), Map.of("c", 32));
        FirstLawCurves curves = Comparison.of(model).with(List.of(new Conventional())).exact();
        assertCurves("first_law_oscillator", Map.of("U", state(curves, "energy"), "S", state(curves, "entropy"), "Q", share(curves, "conventional", Share.HEAT)));
    }

    @Test
    void heatOfATwoLevelSystemDrivenAcross() {
        String n = Double.toString(1 / Math.expm1(2));
        FirstLawCurves curves = Comparison.of(ModelText.read("""
                unravel: 1
                name: xdrive
                parameters: {n: %s}
                space: {q: qubit}
                hamiltonian: sz(q)/2 + 0.3*sin(0.9*t)*sx(q)
                baths:
                  b:
                    beta: 2
                    channels:
                      down: {operator: sm(q), rate: 0.05*(n+1), heat: -1}
                      up: {operator: sp(q), rate: 0.05*n, heat: 1}
                initial: {q: thermal(2)}
                time: {end: 60, points: 201}
                """.formatted(n))).exact();
        assertCurves("first_law_xdrive", Map.of("U", state(curves, "energy"), "W", share(curves, "conventional", Share.WORK), "Q", share(curves, "conventional", Share.HEAT)));
    }
}
