package org.unravel.reproduction;

import static org.unravel.reproduction.Sign.INTO_SYSTEM;
import static org.unravel.reproduction.Sign.NONE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.numeric.SparseMatrix;

/** The tables of numbers of the laser-driven atom: derived constants of its sets of parameters, and its channels. */
final class LaserDrivenNumbers {

    /** Quanta of two channels that are one: the table has 12 digits. */
    private static final double SAME = 1e-9;

    private LaserDrivenNumbers() {
    }

    static List<Entry> entries() {
        return List.of(Entry.of("floquet-constants", "Derived constants of the laser-driven atom, sets A, B and C", LaserDrivenAtom.TEXT + ", eqs. (27), (39), (45)",
                List.of(new InternalSetting("constants", rows -> constants())), List.of(
                        Column.of(Rows.ROW, "1", NONE, "row of the table", Reading.x()),
                        Column.of("value", "of the row", NONE, "the quantity of the row, by the channels and the long-time limit of the model", Reading.of("constants", "value"))), List.of()),
                Entry.of("floquet-channels", "Channels of the laser-driven atom, sets A, B and C", LaserDrivenAtom.TEXT + ", eqs. (34)-(36)", List.of(new InternalSetting("channels", rows -> channels())), List.of(
                        Column.of(Rows.ROW, "1", NONE, "row of the table", Reading.x()),
                        Column.of("nu", "w0", INTO_SYSTEM, "quantum that the bath takes: minus the heat of a jump", Reading.of("channels", "nu")),
                        Column.of("rate", "w0", NONE, "rate of the channel for the operator of the Floquet basis", Reading.of("channels", "rate"))), List.of())
                        .remarked("bohr and q depend on the branch of the quasi-energies and weight on the norm of an operator, so that quantum and rate alone are judged; a channel of weight 0 is none."));
    }

    private static Map<String, double[]> constants() {
        ReferenceTable table = ReferenceTable.read("floquet_constants");
        Map<String, Map<String, Double>> sets = new LinkedHashMap<>();
        LaserDrivenAtom.sets().forEach(s -> sets.put(s, FloquetRates.withSteadyState(LaserDrivenAtom.set(s).open().model())));
        String[] set = table.words("set");
        String[] quantity = table.words("quantity");
        double[] values = new double[set.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = sets.get(set[i]).getOrDefault(quantity[i], Double.NaN);
        }
        return Map.of("value", values);
    }

    private static Map<String, double[]> channels() {
        ReferenceTable table = ReferenceTable.read("floquet_channels");
        String[] set = table.words("set");
        double[] nu = new double[set.length];
        double[] rate = new double[set.length];
        for (int i = 0; i < nu.length; i++) {
            Model model = LaserDrivenAtom.set(set[i]).open().model();
            String name = table.words("bath")[i].equals("ph") ? "photon" : "dephasing";
            double unit = table.words("op")[i].equals("z") ? 2 : 1;
            double quantum = table.column("nu")[i];
            Bath bath = model.baths().stream().filter(b -> b.name().equals(name)).findFirst().orElseThrow();
            for (Channel channel : bath.channels()) {
                double heat = channel.heat().at(0).re();
                if (Math.abs(heat + quantum) < SAME) {
                    nu[i] = -heat;
                    rate[i] = channel.rate().at(0).re() * squareNorm(channel.operator().at(0)) / unit;
                }
            }
        }
        return Map.of("nu", nu, "rate", rate);
    }

    private static double squareNorm(SparseMatrix a) {
        double sum = 0;
        for (int p = 0; p < a.nonZeroCount(); p++) {
            sum += a.re()[p] * a.re()[p] + a.im()[p] * a.im()[p];
        }
        return sum;
    }
}
