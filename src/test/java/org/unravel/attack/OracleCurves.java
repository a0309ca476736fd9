package org.unravel.attack;

import java.util.Map;

/**
 * What is right.
 *
 * @param curves by the names of the program, shape [grid points]
 * @param scales what each curve is measured by: the energy scale, the norm of an observable, one jump or all
 * @param rounding part of the scale that the rounding of numbers in the file and of long products may shift
 */
record OracleCurves(Map<String, double[]> curves, Map<String, Double> scales, double rounding) {

    double[] curve(String name) {
        return curves.get(name);
    }

    double end(String name) {
        double[] c = curves.get(name);
        return c[c.length - 1];
    }

    /** Expected number of all jumps of a trajectory. */
    double jumps() {
        return curves.keySet().stream().filter(n -> n.startsWith("jumps.")).mapToDouble(this::end).sum();
    }

    /** Largest difference to other curves in units of the scales. */
    double distance(OracleCurves other) {
        double largest = 0;
        for (Map.Entry<String, double[]> e : curves.entrySet()) {
            for (int g = 0; g < e.getValue().length; g++) {
                largest = Math.max(largest, Math.abs(e.getValue()[g] - other.curve(e.getKey())[g]) / scales.get(e.getKey()));
            }
        }
        return largest;
    }
}
