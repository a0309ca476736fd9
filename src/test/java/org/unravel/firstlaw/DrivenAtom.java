package org.unravel.firstlaw;

import java.util.LinkedHashMap;
import java.util.Map;

import org.unravel.ModelText;
import org.unravel.ReferenceTable;
import org.unravel.model.Model;

/** The laser-driven atom of the tables {@code floquet_<set>_<start>}, from the Bloch vector of their first row. */
final class DrivenAtom {

    private static final String TEXT = """
            unravel: 1
            name: driven-atom
            parameters: {Omega: 0.2, eta_photon: 2.4, eta_dephasing: 0.01}
            space: {q: qubit}
            hamiltonian: sz(q)/2 + Omega*(sp(q)*exp(-i*t) + sm(q)*exp(i*t))
            period: 2*pi
            baths:
              photon: {temperature: 0.1, coupling: sx(q), spectrum: "ohmic(eta_photon, 0.4)", equation: floquet}
              dephasing: {temperature: 0.5, coupling: sz(q), spectrum: "ohmic(eta_dephasing, 10)", equation: floquet}
            initial: {q: "density((id + (X)*sx + (Y)*sy + (Z)*sz)/2)"}
            time: {end: END, points: POINTS}
            """;

    private DrivenAtom() {
    }

    static Model of(String set, String start) {
        ReferenceTable table = ReferenceTable.read("floquet_" + set + "_" + start);
        double[] t = table.column("t");
        Map<String, String> overrides = new LinkedHashMap<>();
        if (set.equals("B")) {
            overrides.putAll(Map.of("Omega", "0.1", "eta_photon", "0.2", "eta_dephasing", "0.001"));
        }
        String text = TEXT.replace("END", Double.toString(t[t.length - 1])).replace("POINTS", Integer.toString(t.length));
        for (String axis : new String[] {"x", "y", "z"}) {
            text = text.replace("(" + axis.toUpperCase(java.util.Locale.ROOT) + ")", "(" + table.column("r" + axis)[0] + ")");
        }
        return ModelText.read(text, overrides);
    }
}
