package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.ModelText;
import org.unravel.ReferenceTable;
import org.unravel.engine.AlteredModel;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Observable;
import org.unravel.model.Quantity;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;

/** The shipped driven atom and heat pump, whose channels the program makes of their couplings, against closed forms (floquet_tls.md §2 and 3). */
class FloquetAtomTest {

    /** What is asked for; the tables print twelve digits. */
    private static final double ASKED = 1e-8;
    /** Of the book by harmonics: both are from the master equation, which is good to 1e-11. */
    private static final double SAME_EQUATION = 1e-10;

    /** Of rates of 1e-3 to 1e-1: a period is integrated to 1e-12, and of an error a period leaves 93 % in set C. */
    private static final double OF_PERIOD = 1e-12;

    private static final Map<String, String> SET_B = Map.of("Omega", "0.1", "eta_photon", "0.2", "eta_dephasing", "0.001");

    private static Model atom(String set, String start, double end) {
        try {
            String file = set.equals("C") ? "heat-pump" : "floquet-atom";
            String text = Files.readString(Path.of("data", "models", file + ".yaml")).replace("initial: {q: g}", "initial: " + start)
                    .replaceFirst("time: \\{end: [0-9]+", "time: {end: " + end);
            return ModelText.read(text, set.equals("B") ? SET_B : Map.of());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Model ofTable(String set, String name, ReferenceTable table) {
        double[] t = table.column("t");
        return atom(set, name.equals("ground") ? "{q: g}" : name.equals("mixed") ? "{q: {g: 0.5, e: 0.5}}" : "thermal(2)", t[t.length - 1]);
    }

    /** Σ q γ A†A of the channels of a bath, whose mean is its current of counted heat. */
    private static Observable current(Bath bath) {
        TimeDependentOperator sum = TimeDependentOperator.zero(2);
        for (Channel c : bath.channels()) {
            sum = sum.plus(c.jumpRateOperator().scaled(c.heat()));
        }
        return new Observable("J_" + bath.name(), sum);
    }

    private static void assertTable(ReferenceTable table, String column, double[] found) {
        double[] expected = table.column(column);
        double scale = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], ASKED * Math.max(scale, 1e-3), column + " at point " + i);
        }
    }

    private static double[] curve(ExactCurves curves, String name) {
        return curves.curve(name).orElseThrow();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"A, ground", "A, thermal", "B, ground", "B, thermal"})
    void heatOfTheBathsIsThatOfTheTable(String set, String start) {
        ReferenceTable table = ReferenceTable.read("floquet_bath_heat_" + set + "_" + start);
        Model model = ofTable(set, start, table);
        List<Observable> all = new ArrayList<>(model.observables());
        model.baths().forEach(b -> all.add(current(b)));
        ExactCurves curves = MasterEquation.solve(model.withObservables(all));
        assertTable(table, "Q_ph", curve(curves, "heat.counted.photon"));
        assertTable(table, "Q_d", curve(curves, "heat.counted.dephasing"));
        assertTable(table, "Jph", curve(curves, "J_photon"));
        assertTable(table, "Jd", curve(curves, "J_dephasing"));
        assertTable(table, "W_F", curve(curves, Quantity.WORK_FLOQUET));
        CountingVariances variances = CountingVariances.solve(model, Effort.LARGE.budget());
        assertTable(table, "var_Q_ph", variances.of("heat.counted.photon").orElseThrow());
        assertTable(table, "var_Q_d", variances.of("heat.counted.dephasing").orElseThrow());
        assertTable(table, "cov_Q_ph_Q_d", variances.of("heat.counted.photon|heat.counted.dephasing").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "B"})
    void statesAndTheConventionalBookAreThoseOfTheTable(String set) {
        ReferenceTable table = ReferenceTable.read("floquet_" + set + "_ground");
        ExactCurves curves = MasterEquation.solve(ofTable(set, "ground", table));
        for (String[] pair : new String[][] {{"rx", "r_x"}, {"ry", "r_y"}, {"rz", "r_z"}, {"U", "energy"}, {"W_c", "work"}, {"Q_c", "heat"}}) {
            assertTable(table, pair[0], curve(curves, pair[1]));
        }
    }

    /** The book by harmonics: ω_L Σ q jumps + (ω_L/2)Δ⟨σ_z⟩ with q from the table of channels, another label than any the program has. */
    @ParameterizedTest
    @ValueSource(strings = {"A", "B", "C"})
    void floquetWorkIsThatOfTheHarmonics(String set) {
        ReferenceTable table = ReferenceTable.read("floquet_channels");
        Model model = atom(set, "{q: g}", set.equals("C") ? 400 : 60);
        ExactCurves curves = MasterEquation.solve(model);
        double omega = model.parameters().get("omega_L");
        double[] rz = curve(curves, "r_z");
        double[] book = Arrays.stream(rz).map(z -> omega / 2 * (z - rz[0])).toArray();
        int used = 0;
        for (Bath bath : model.baths()) {
            for (Channel channel : bath.channels()) {
                double[] jumps = curve(curves, Quantity.jumps(bath, channel));
                int row = row(table, set, bath.name().equals("photon") ? "ph" : "d", -channel.heat().at(0).re());
                used++;
                for (int i = 0; i < book.length; i++) {
                    book[i] += omega * table.column("q")[row] * jumps[i];
                }
            }
        }
        assertEquals(model.channels().size(), used);
        double[] work = curve(curves, Quantity.WORK_FLOQUET);
        for (int i = 0; i < book.length; i++) {
            assertEquals(book[i], work[i], SAME_EQUATION * Math.max(1, Math.abs(book[i])), "point " + i);
        }
    }

    /** In the long run ω_L Σ q jumps is all of the work: its mean and, as what is left of both books stays within bounds, its noise. Quanta here are ω_Lq, there ν. */
    @ParameterizedTest
    @ValueSource(strings = {"A", "B", "C"})
    void floquetWorkOfTheLongRunIsThatOfTheHarmonics(String set) {
        ReferenceTable table = ReferenceTable.read("floquet_channels");
        Model model = atom(set, "{q: g}", 10);
        List<TimeFunction> book = new ArrayList<>();
        for (Bath bath : model.baths()) {
            bath.channels().forEach(c -> book.add(TimeFunction.constant(
                    model.parameters().get("omega_L") * table.column("q")[row(table, set, bath.name().equals("photon") ? "ph" : "d", -c.heat().at(0).re())])));
        }
        LongTimeStatistics statistics = LongTimeStatistics.of(model);
        CurrentStatistics.Current expected = statistics.current(new CountedQuantity("book", book));
        CurrentStatistics.Current found = statistics.current(CountedQuantity.floquetWork(model));
        double tolerance = SAME_EQUATION * Math.abs(expected.mean()) + OF_PERIOD;
        assertEquals(expected.mean(), found.mean(), tolerance);
        assertEquals(expected.noise(), found.noise(), SAME_EQUATION * expected.noise() + OF_PERIOD);
        Map<String, Double> powers = statistics.powers();
        assertEquals(expected.mean(), powers.get(Quantity.WORK_FLOQUET), tolerance);
        assertEquals(0, powers.get(Quantity.WORK_FLOQUET) + statistics.current(CountedQuantity.heat(model)).mean(), tolerance);
        double[] withoutElastic = IntStream.range(0, book.size()).mapToDouble(k -> Math.abs(Math.abs(model.channels().get(k).heat().at(0).re()) - model.parameters().get("omega_L")) < 1e-9
                ? 0 : book.get(k).at(0).re()).toArray();
        double less = statistics.current(new CountedQuantity("less", Arrays.stream(withoutElastic).mapToObj(TimeFunction::constant).toList())).mean();
        assertTrue(Math.abs(less - expected.mean()) > 0.03 * expected.mean(), "the elastic channels went unnoticed");
    }

    private static int row(ReferenceTable table, String set, String bath, double nu) {
        for (int row = 0; row < table.words("set").length; row++) {
            if (table.words("set")[row].equals(set) && table.words("bath")[row].equals(bath) && Math.abs(table.column("nu")[row] - nu) < 1e-9) {
                return row;
            }
        }
        throw new AssertionError("no channel " + nu);
    }

    /** In the long run the baths take what the drive pays, and leaving out the elastic channels at ±ω_L loses a large part of it. */
    @ParameterizedTest
    @CsvSource({"A, 0.3", "B, 0.3", "C, 0.05"})
    void elasticChannelsCarryALargePart(String set, double least) {
        Model model = atom(set, "{q: g}", set.equals("C") ? 400 : 60);
        double omega = model.parameters().get("omega_L");
        ExactCurves curves = MasterEquation.solve(model);
        double elastic = 0;
        Bath photon = model.baths().get(0);
        for (Channel c : photon.channels()) {
            double[] jumps = curve(curves, Quantity.jumps(photon, c));
            elastic += Math.abs(Math.abs(c.heat().at(0).re()) - omega) < 1e-9 ? c.heat().at(0).re() * jumps[jumps.length - 1] : 0;
        }
        double[] all = curve(curves, "heat.counted.photon");
        assertTrue(elastic / all[all.length - 1] > least, elastic + " of " + all[all.length - 1]);
    }

    private static Model withFirst(Model model, UnaryOperator<Channel> change) {
        Bath bath = model.baths().get(0);
        return AlteredModel.channelChanged(model, bath.name(), bath.channels().get(0).name(), change);
    }

    /** A harmonic less in one quantum, and two quanta in one operator, are far from the table. */
    @ParameterizedTest
    @ValueSource(strings = {"quantum", "grouping"})
    void plantedErrorsAreFarFromTheTable(String error) {
        ReferenceTable table = ReferenceTable.read("floquet_bath_heat_A_ground");
        Model right = ofTable("A", "ground", table);
        Channel other = right.baths().get(0).channels().get(2);
        Model wrong = withFirst(right, c -> error.equals("quantum") ? new Channel(c.name(), c.operator(), c.rate(), c.heat().plus(TimeFunction.constant(1)))
                : new Channel(c.name(), c.operator().plus(other.operator()), c.rate(), c.heat()));
        double[] found = curve(MasterEquation.solve(wrong), "heat.counted.photon");
        double[] expected = table.column("Q_ph");
        assertTrue(Math.abs(found[200] - expected[200]) > 0.05 * Math.abs(expected[200]), found[200] + " beside " + expected[200]);
    }
}
