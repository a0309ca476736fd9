package org.unravel.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.unravel.ModelText;
import org.unravel.effective.MinimalDissipation;
import org.unravel.model.Model;
import org.unravel.model.Split;

/** The file of effective frequencies and rates: its columns, the sign of a qubit's frequency, gaps of a part of three levels, and {@code nan} where the dynamical map ends. */
class EffectiveFileTest {

    private static List<String[]> rows(String text, String part) throws IOException {
        Model model = ModelText.read(text);
        Split split = model.split().orElseThrow();
        MinimalDissipation known = MinimalDissipation.of(model, part.equals(Split.A) ? split.a() : split.b(), 1e12);
        StringWriter out = new StringWriter();
        EffectiveFile.write(Map.of(part, known), out);
        List<String> lines = out.toString().lines().toList();
        assertEquals("t,part,frequency.max,frequency.min,rate.max,rate.min,condition", lines.get(0));
        return lines.stream().skip(1).map(l -> l.split(",")).toList();
    }

    /** Resonant qubits whose map ends at t = 5π; the energy of A falls with its excitation, so that its frequency is negative. */
    @Test
    void aQubitHasASignAndAnEnd() throws IOException {
        List<String[]> rows = rows("""
                unravel: 1
                name: pair
                space: {a: qubit, b: qubit}
                split: {A: [a], B: [b]}
                hamiltonian: -0.5*sz(a) - 0.5*sz(b) + 0.1*(sp(a)*sm(b) + sm(a)*sp(b))
                initial: {a: thermal(0.5), b: thermal(2)}
                time: {end: 20, points: 21}
                """, Split.A);
        assertEquals(21, rows.size());
        for (int i = 0; i < rows.size(); i++) {
            assertEquals(i, Double.parseDouble(rows.get(i)[0]));
            assertEquals("A", rows.get(i)[1]);
            for (int c = 2; c < 7; c++) {
                assertEquals(i > 5 * Math.PI, rows.get(i)[c].equals("nan"), "column " + c + " at t = " + i);
            }
        }
        assertEquals(-1, Double.parseDouble(rows.get(3)[2]), 1e-12);
        assertEquals(-1, Double.parseDouble(rows.get(3)[3]), 1e-12);
        assertTrue(Double.parseDouble(rows.get(3)[4]) > 0.01 && Double.parseDouble(rows.get(12)[6]) > 5);
    }

    /** Without a coupling that acts, a part keeps its own levels: gaps of 0.8 and 0.9, no rates. */
    @Test
    void gapsOfThreeLevels() throws IOException {
        List<String[]> rows = rows("""
                unravel: 1
                name: pair
                space: {m: levels(3), b: qubit}
                split: {A: [m], B: [b]}
                hamiltonian: 0.8*proj(m, 1) + 1.7*proj(m, 2) + 0.5*sz(b) + 0.1*proj(m, 1)*(1*id + sz(b))
                initial: {m: 0, b: g}
                time: {end: 2, points: 3}
                """, Split.A);
        for (String[] row : rows) {
            assertEquals(0.9, Double.parseDouble(row[2]), 1e-12);
            assertEquals(0.8, Double.parseDouble(row[3]), 1e-12);
            assertEquals(0, Double.parseDouble(row[4]), 1e-12);
            assertEquals(0, Double.parseDouble(row[5]), 1e-12);
            assertEquals(1, Double.parseDouble(row[6]), 1e-12);
        }
    }
}
