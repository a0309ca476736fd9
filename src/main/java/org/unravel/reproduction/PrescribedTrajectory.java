package org.unravel.reproduction;

import static org.unravel.reproduction.Sign.INTO_SYSTEM;
import static org.unravel.reproduction.Sign.NONE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

import org.unravel.figure.Axis;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.numeric.GaussLegendre;

/**
 * One trajectory of the laser-driven atom, set A, whose uniform numbers are prescribed: the rates and quanta are those of the program's channels, the evolution between jumps has its closed form in
 * the Floquet basis. Both books of its energy.
 */
final class PrescribedTrajectory {

    private static final double GOLDEN = 0.6180339887498949;
    private static final double PLASTIC = 0.7548776662466927;
    private static final double RABI = 0.2;
    private static final double LASER = 1;
    private static final double GAP = 0.4;
    private static final GaussLegendre RULE = GaussLegendre.of(16);

    /** The nine channels in the order of the table: bath, operator, quasi-energy, harmonic. */
    private static final List<Kind> KINDS = List.of(new Kind(false, 'z', 0, 0), new Kind(false, '-', GAP, 0), new Kind(false, '+', -GAP, 0), new Kind(true, 'z', 0, 1), new Kind(true, 'z', 0, -1),
            new Kind(true, '-', GAP, 1), new Kind(true, '+', -GAP, -1), new Kind(true, '+', -GAP, 1), new Kind(true, '-', GAP, -1));

    private record Kind(boolean isPhoton, char operator, double bohr, int harmonic) {

        double quantum() {
            return bohr + harmonic * LASER;
        }
    }

    /** One jump. */
    private record Jump(double waitUniform, double channelUniform, double time, int channel, State before, State after) {
    }

    /** Amplitudes on the two Floquet modes, as the Bloch vector along their axes: x̄ + iȳ = 2a*b, z̄ = |a|² − |b|². */
    private record State(double x, double y, double z) {

        double laboratoryX() {
            return z;
        }

        double laboratoryZ() {
            return -x;
        }

        double energy() {
            return RABI * laboratoryX() + laboratoryZ() / 2;
        }

        double[] components() {
            return new double[] {laboratoryX(), y, laboratoryZ()};
        }
    }

    private final double[] rates;
    private final double up;
    private final double down;
    private final double phase;

    PrescribedTrajectory() {
        Model model = LaserDrivenAtom.set("A").open().model();
        rates = KINDS.stream().mapToDouble(k -> rate(model, k)).toArray();
        up = sum('+');
        down = sum('-');
        phase = sum('z');
    }

    private static double rate(Model model, Kind kind) {
        return model.baths().stream().filter(b -> b.name().equals(kind.isPhoton ? "photon" : "dephasing")).flatMap(b -> b.channels().stream())
                .filter(c -> Math.abs(c.heat().at(0).re() + kind.quantum()) < 1e-9).mapToDouble(c -> rate(c, kind)).sum();
    }

    private static double rate(Channel channel, Kind kind) {
        var a = channel.operator().at(0);
        double sum = 0;
        for (int p = 0; p < a.nonZeroCount(); p++) {
            sum += a.re()[p] * a.re()[p] + a.im()[p] * a.im()[p];
        }
        return channel.rate().at(0).re() * sum / (kind.operator == 'z' ? 2 : 1);
    }

    private double sum(char operator) {
        double sum = 0;
        for (int k = 0; k < rates.length; k++) {
            sum += KINDS.get(k).operator == operator ? rates[k] : 0;
        }
        return sum;
    }

    private double survival(State s, double t) {
        return Math.exp(-phase * t) * ((1 + s.z) / 2 * Math.exp(-down * t) + (1 - s.z) / 2 * Math.exp(-up * t));
    }

    /** Without a jump for a time. */
    private State after(State s, double t) {
        double plus = (1 + s.z) / 2 * Math.exp(-down * t);
        double minus = (1 - s.z) / 2 * Math.exp(-up * t);
        double norm = plus + minus;
        double shrunk = Math.exp(-(up + down) / 2 * t) / norm;
        double c = Math.cos(GAP * t);
        double n = Math.sin(GAP * t);
        return new State(shrunk * (s.x * c - s.y * n), shrunk * (s.x * n + s.y * c), (plus - minus) / norm);
    }

    /** Where survival has fallen to a number, by bisection to the last bit. */
    private double waiting(State s, double uniform, double most) {
        double low = 0;
        double high = most;
        for (int i = 0; i < 200 && Math.nextUp(low) < high; i++) {
            double middle = low + (high - low) / 2;
            if (survival(s, middle) > uniform) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private List<Jump> jumps(double end) {
        List<Jump> jumps = new ArrayList<>();
        State state = new State(1, 0, 0);
        double t = 0;
        for (int k = 0; ; k++) {
            double wait = fraction(0.5 + (k + 1) * GOLDEN);
            double which = fraction(0.25 + (k + 1) * PLASTIC);
            if (survival(state, end - t) > wait) {
                return jumps;
            }
            double dt = waiting(state, wait, end - t);
            State before = after(state, dt);
            int channel = channel(before, which);
            t += dt;
            state = jumped(before, KINDS.get(channel).operator);
            jumps.add(new Jump(wait, which, t, channel, before, state));
        }
    }

    private static double fraction(double x) {
        return x - Math.floor(x);
    }

    private int channel(State s, double uniform) {
        double[] weights = new double[rates.length];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = rates[k] * switch (KINDS.get(k).operator) {
                case '-' -> (1 + s.z) / 2;
                case '+' -> (1 - s.z) / 2;
                default -> 1;
            };
        }
        double left = uniform * DoubleStream.of(weights).sum();
        for (int k = 0; k < weights.length; k++) {
            left -= weights[k];
            if (left < 0) {
                return k;
            }
        }
        return weights.length - 1;
    }

    private static State jumped(State s, char operator) {
        return switch (operator) {
            case '-' -> new State(0, 0, -1);
            case '+' -> new State(0, 0, 1);
            default -> new State(-s.x, -s.y, s.z);
        };
    }

    private static Map<String, double[]> jumpTable(Rows rows) {
        List<Jump> jumps = new PrescribedTrajectory().jumps(60);
        Map<String, double[]> curves = new LinkedHashMap<>();
        List.of("u_wait", "u_channel", "t", "channel", "nu", "heat", "zbar_before", "zbar_after", "X_before", "Y_before", "Z_before", "X_after", "Y_after", "Z_after")
                .forEach(n -> curves.put(n, DoubleStream.generate(() -> Double.NaN).limit(rows.count()).toArray()));
        for (int i = 0; i < Math.min(rows.count(), jumps.size()); i++) {
            Jump j = jumps.get(i);
            double nu = KINDS.get(j.channel).quantum();
            double[] before = j.before.components();
            double[] after = j.after.components();
            double[] values = {j.waitUniform, j.channelUniform, j.time, j.channel, nu, -nu, j.before.z, j.after.z, before[0], before[1], before[2], after[0], after[1], after[2]};
            int c = 0;
            for (double[] curve : curves.values()) {
                curve[i] = values[c++];
            }
        }
        return curves;
    }

    /** Both books along the trajectory, summed up to one time. */
    private static final class Books {

        private double work;
        private double jump;
        private double drift;
        private double photon;
        private double dephasing;
        private double harmonics;
        private double quasi;
        private int jumps;

        double[] shown(State s) {
            double laser = LASER * harmonics + LASER / 2 * (s.laboratoryZ() + 1);
            double measured = GAP / 2 * s.z + quasi;
            double[] v = s.components();
            return new double[] {v[0], v[1], v[2], s.energy(), work, jump, drift, photon, dephasing, laser, measured, jumps};
        }
    }

    private static Map<String, double[]> series(Rows rows) {
        double[] t = rows.column("t");
        PrescribedTrajectory trajectory = new PrescribedTrajectory();
        List<Jump> jumps = trajectory.jumps(t[t.length - 1]);
        List<String> names = List.of("X", "Y", "Z", "U", "w_c", "q_jump", "q_drift", "Q_ph", "Q_d", "W_F", "E_meas", "jumps");
        Map<String, double[]> curves = new LinkedHashMap<>();
        names.forEach(n -> curves.put(n, new double[t.length]));
        Books books = new Books();
        State state = new State(1, 0, 0);
        double now = 0;
        int next = 0;
        for (int i = 0; i < t.length; i++) {
            while (next < jumps.size() && jumps.get(next).time <= t[i]) {
                Jump j = jumps.get(next++);
                trajectory.drift(state, j.time - now, books);
                state = j.after;
                now = j.time;
                book(j, books);
            }
            state = trajectory.drift(state, t[i] - now, books);
            now = t[i];
            double[] shown = books.shown(state);
            for (int c = 0; c < shown.length; c++) {
                curves.get(names.get(c))[i] = shown[c];
            }
        }
        return curves;
    }

    private static void book(Jump j, Books books) {
        Kind kind = KINDS.get(j.channel);
        books.jump += j.after.energy() - j.before.energy();
        books.photon -= kind.isPhoton ? kind.quantum() : 0;
        books.dephasing -= kind.isPhoton ? 0 : kind.quantum();
        books.harmonics += kind.harmonic;
        books.quasi += kind.bohr;
        books.jumps++;
    }

    /** The conventional work ω_LΩY between jumps, and what else the energy changes by. */
    private State drift(State from, double t, Books books) {
        double work = 0;
        for (int k = 0; k < RULE.count() && t > 0; k++) {
            work += t / 2 * RULE.weights()[k] * LASER * RABI * after(from, t / 2 * (1 + RULE.nodes()[k])).y;
        }
        State to = after(from, t);
        books.work += work;
        books.drift += to.energy() - from.energy() - work;
        return to;
    }

    private static Column column(String setting, String name, String unit, Sign sign, String definition) {
        return Column.of(name, unit, sign, definition, Reading.of(setting, name));
    }

    static List<Entry> entries() {
        String remark = "The uniform numbers are those of the table's heading, not of a seed, so that one trajectory can be compared jump by jump.";
        List<Column> jumps = List.of(Column.of("index", "1", NONE, "number of the jump, from 0", Reading.x()),
                column("jumps", "u_wait", "1", NONE, "survival at which it happens"), column("jumps", "u_channel", "1", NONE, "number that chooses the channel"),
                column("jumps", "t", "1/w0", NONE, "its time"), column("jumps", "channel", "1", NONE, "its channel in floquet_channels"),
                column("jumps", "nu", "w0", Sign.OUT_OF_SYSTEM, "quantum that the bath takes"), column("jumps", "heat", "w0", INTO_SYSTEM, "its heat"),
                column("jumps", "zbar_before", "1", NONE, "state along the axis of the Floquet modes before it"), column("jumps", "zbar_after", "1", NONE, "and after it"),
                column("jumps", "X_before", "1", NONE, "Bloch vector in the frame that turns with the laser before it"), column("jumps", "Y_before", "1", NONE, "the same"),
                column("jumps", "Z_before", "1", NONE, "the same"), column("jumps", "X_after", "1", NONE, "after it"), column("jumps", "Y_after", "1", NONE, "the same"),
                column("jumps", "Z_after", "1", NONE, "the same"));
        List<Column> series = List.of(Column.of("t", "1/w0", NONE, "time", Reading.x()),
                column("series", "X", "1", NONE, "Bloch vector in the frame that turns with the laser"), column("series", "Y", "1", NONE, "the same"), column("series", "Z", "1", NONE, "the same"),
                column("series", "U", "w0", INTO_SYSTEM, "energy"), column("series", "w_c", "w0", INTO_SYSTEM, "conventional work"),
                column("series", "q_jump", "w0", INTO_SYSTEM, "change of energy at jumps"), column("series", "q_drift", "w0", INTO_SYSTEM, "change of energy between jumps that is no work"),
                column("series", "Q_ph", "w0", INTO_SYSTEM, "quanta of the photons"), column("series", "Q_d", "w0", INTO_SYSTEM, "quanta of the dephasing bath"),
                column("series", "W_F", "w0", INTO_SYSTEM, "work of the laser in the book of quanta"), column("series", "E_meas", "w0", INTO_SYSTEM, "what no quantum and no work explains; of zero mean"),
                column("series", "jumps", "1", NONE, "jumps until then"));
        Axis t = Axis.linear("t", "1/ω₀");
        return List.of(
                Entry.of("floquet-trajectory-jumps-A", "Jumps of one trajectory of the laser-driven atom", LaserDrivenAtom.TEXT, List.of(new InternalSetting("jumps", PrescribedTrajectory::jumpTable)), jumps, List.of())
                        .remarked(remark + " bath, op, bohr and q are words or labels of the channel, which is compared."),
                Entry.of("floquet-trajectory-series-A", "Two books of energy along one trajectory of the laser-driven atom", LaserDrivenAtom.TEXT,
                        List.of(new InternalSetting("series", PrescribedTrajectory::series)), series, List.of(
                                new Panel("conventional", "Conventional book", "Energy is work and heat at jumps and between them.", t, Axis.linear("energy", "ω₀"), List.of("U", "w_c", "q_jump", "q_drift")),
                                new Panel("quanta", "Book of quanta", "Quanta of both baths and work of the laser.", t, Axis.linear("energy", "ω₀"), List.of("Q_ph", "Q_d", "W_F", "E_meas")))).remarked(remark));
    }
}
