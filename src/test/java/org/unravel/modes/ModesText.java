package org.unravel.modes;

import java.util.Map;

import org.unravel.model.QuadraticModel;
import org.unravel.modelfile.ModelReader;

/** Model files of two groups of modes, for tests. */
final class ModesText {

    private ModesText() {
    }

    static QuadraticModel read(String modes, double end, int points) {
        return ModelReader.openModesText("model", "unravel: 1\nname: modes\nmodes:\n" + modes.indent(2) + "time: {end: " + end + ", points: " + points + "}\n", Map.of()).orElseThrow().model();
    }

    /** Two homogeneous groups of 20 and 10 modes. */
    static String homogeneous(double omega, double gamma) {
        return """
                one: {count: 20, frequency: %s, hopping: 0.02, initial: thermal(0.5)}
                two: {count: 10, frequency: 1, hopping: 0.02, initial: thermal(1)}
                coupling: %s/(2*sqrt(200))
                """.formatted(omega, gamma);
    }

    /** Four and three modes that are all different. */
    static String inhomogeneous() {
        return """
                one: {count: 4, frequency: 1 + 0.15*(j-1), hopping: 0.08*step(j + 1.5 - k), initial: thermal(0.6)}
                two: {count: 3, frequency: 0.8 + 0.15*(j-1), hopping: 0.06*step(j + 1.5 - k), initial: thermal(1.2)}
                coupling: 0.06*(1 + 0.4*cos(1.3*(j-1) + 0.7*(k-1)))
                """;
    }
}
