package org.unravel.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.unravel.model.ModeGroup;
import org.unravel.model.ModeStart;
import org.unravel.model.QuadraticModel;
import org.unravel.model.Split;

/** What a model of two groups of boson modes says, for people. */
public final class ModesDescription {

    private ModesDescription() {
    }

    /**
     * The lines, without line ends.
     *
     * @param frequencies of the normal modes, ascending
     */
    public static List<String> lines(QuadraticModel model, double... frequencies) {
        return TextTable.aligned(rows(model, frequencies));
    }

    /** The same, one by one. */
    public static List<ModelDescription.Entry> entries(QuadraticModel model, double... frequencies) {
        return rows(model, frequencies).stream().map(row -> new ModelDescription.Entry(ModelDescription.Level.MODEL, row.get(0), row.get(1))).toList();
    }

    private static List<List<String>> rows(QuadraticModel model, double... frequencies) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("model", model.name() + (model.title().isEmpty() ? "" : ": " + model.title())));
        rows.add(List.of("modes", model.modeCount() + " boson modes that exchange quanta, H = sum h_jk a_j^dag a_k with h real; no space, no cut-off"));
        rows.add(List.of("part " + Split.A, group(model.first())));
        rows.add(List.of("part " + Split.B, group(model.second())));
        double largest = 0;
        for (double[] row : model.coupling()) {
            for (double g : row) {
                largest = Math.max(largest, Math.abs(g));
            }
        }
        rows.add(List.of("coupling", "up to " + Measured.number(largest) + " in modulus"));
        rows.add(List.of("normal modes", "frequencies from " + Measured.number(frequencies[0]) + " to " + Measured.number(frequencies[frequencies.length - 1]) + ", all positive"));
        rows.add(List.of("time", String.format(Locale.ROOT, "%s to %s, %d points", Measured.number(model.time().start()), Measured.number(model.time().end()), model.time().pointCount())));
        rows.add(List.of("exact", "from the normal modes, whatever the temperature"));
        rows.add(List.of("sampled", "amplitudes of thermal modes, complex Gaussian numbers of variance n (Glauber P); no engine and no jumps"));
        return rows;
    }

    private static String group(ModeGroup group) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < group.count(); j++) {
            low = Math.min(low, group.matrix()[j][j]);
            high = Math.max(high, group.matrix()[j][j]);
        }
        String start = group.start() instanceof ModeStart.Thermal thermal ? "Gibbs state, beta = " + Measured.number(thermal.beta()) : "coherent states, " + Measured.number(quanta(group)) + " quanta in all";
        return group.name() + ": " + group.count() + " modes, frequency " + (low == high ? Measured.number(low) : Measured.number(low) + " to " + Measured.number(high)) + "; starts in " + (group.start() instanceof ModeStart.Thermal ? "its " : "") + start;
    }

    private static double quanta(ModeGroup group) {
        ModeStart.Coherent coherent = (ModeStart.Coherent) group.start();
        double sum = 0;
        for (int j = 0; j < group.count(); j++) {
            sum += coherent.re()[j] * coherent.re()[j] + coherent.im()[j] * coherent.im()[j];
        }
        return sum;
    }
}
