package org.unravel.effective;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.unravel.ModelText;
import org.unravel.ReferenceTable;
import org.unravel.model.Model;

/** A qubit with three oscillators of four levels, against the table of an independent implementation: 12 digits, held to 1e-10 of each column's largest value. */
class EffectiveTablesTest {

    private static final double TOLERANCE = 1e-10;

    static final String QUBIT_AND_MODES = """
            unravel: 1
            name: qubit-and-modes
            space: {q: qubit, a: boson(4), b: boson(4), c: boson(4)}
            exact-levels: [a, b, c]
            split: {A: [q], B: [a, b, c]}
            hamiltonian: 1.1*sz(q)/2 + 0.8*num(a) + num(b) + 1.3*num(c) + (sx(q) + 0.3*sz(q))*(0.08*(a(a) + adag(a)) + 0.1*(a(b) + adag(b)) + 0.06*(a(c) + adag(c)))
            initial: {q: sqrt(0.7)*e + sqrt(0.3)*g, a: thermal(2), b: thermal(2), c: thermal(2)}
            time: {end: 12, points: 201}
            """;

    @Test
    void qubitWithModesIsTheTable() {
        Model model = ModelText.read(QUBIT_AND_MODES);
        MinimalDissipation found = MinimalDissipation.of(model, model.split().orElseThrow().a(), 1e12);
        ReferenceTable table = ReferenceTable.read("interacting_baths_qubit_modes");
        Map<String, IntToDoubleFunction> columns = new LinkedHashMap<>();
        columns.put("Kz", i -> found.hamiltonians()[i][0] - found.hamiltonians()[i][3]);
        columns.put("Kx", i -> 2 * found.hamiltonians()[i][2]);
        columns.put("Ky", i -> -2 * found.hamiltonians()[i][1]);
        columns.put("U_md", i -> found.energy()[i]);
        columns.put("Q_md", i -> found.heat()[i]);
        columns.put("W_md", i -> found.work()[i]);
        columns.put("gamma_min", i -> found.rates()[i][0]);
        columns.put("gamma_mid", i -> found.rates()[i][1]);
        columns.put("gamma_max", i -> found.rates()[i][2]);
        columns.put("cond_Phi", i -> found.condition()[i]);
        columns.forEach((name, value) -> {
            double[] expected = table.column(name);
            double scale = IntStream.range(0, expected.length).mapToDouble(i -> Math.abs(expected[i])).max().orElse(0);
            double off = IntStream.range(0, expected.length).mapToDouble(i -> Math.abs(expected[i] - value.applyAsDouble(i))).max().orElse(0);
                assertTrue(off <= TOLERANCE * scale, name + ": " + off / scale);
        });
    }
}
