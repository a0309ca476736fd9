package org.unravel.modes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.unravel.ReferenceTable;
import org.unravel.ensemble.StopRequest;

/** The exact side of two interacting reservoirs beside tables of an independent implementation, which have 12 digits. */
class InteractingBathsTest {

    /** In units of the largest value of a column: what its digits leave, ten times over. */
    private static final double TABLE = 1e-10;

    /** The first law by two integrals, in units of the largest work: their tolerance. */
    private static final double CLOSURE = 1e-12;

    static Stream<Arguments> tables() {
        return Stream.of(Arguments.of("dispersive", ModesText.homogeneous(1.2, 0.04)), Arguments.of("strong", ModesText.homogeneous(1.2, 0.4)),
                Arguments.of("ultrastrong", ModesText.homogeneous(1.2, 2)), Arguments.of("near_resonant", ModesText.homogeneous(0.81, 0.4)), Arguments.of("inhomogeneous", ModesText.inhomogeneous()));
    }

    /** The table of a name and what the program makes of its model. */
    private record Case(ReferenceTable table, NormalModes modes, Moments moments) {

        static Case of(String name, String text) {
            ReferenceTable table = ReferenceTable.read("interacting_baths_" + name);
            double[] t = table.column("t");
            NormalModes modes = NormalModes.of(ModesText.read(text, t[t.length - 1], t.length));
            return new Case(table, modes, Moments.of(modes));
        }

        void holds(String column, double... found) {
            double[] expected = table.column(column);
            double scale = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i], found[i], TABLE * scale, column + " in row " + i);
            }
        }
    }

    private static double[] change(double... curve) {
        return Arrays.stream(curve).map(x -> x - curve[0]).toArray();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void energiesAndEntropiesAreThoseOfTheTable(String name, String text) {
        Case one = Case.of(name, text);
        double[][] energies = new Energies(one.modes).of(one.moments.numbers());
        one.holds("dU_bare_1", change(energies[0]));
        one.holds("dU_bare_2", change(energies[1]));
        one.holds("dU_I", change(energies[2]));
        double[] first = Entropies.of(one.modes, 0, one.moments.covariance())[0];
        double[] second = Entropies.of(one.modes, 1, one.moments.covariance())[0];
        one.holds("S_1", first);
        one.holds("S_2", second);
        double joint = Entropies.joint(one.moments.covariance());
        double[] mutual = new double[first.length];
        Arrays.setAll(mutual, i -> first[i] + second[i] - joint);
        one.holds("I_12", mutual);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void minimalDissipationIsThatOfTheTable(String name, String text) {
        Case one = Case.of(name, text);
        try (Workers workers = new Workers(2, StopRequest.NONE)) {
            for (int part = 0; part < NormalModes.PARTS; part++) {
                String side = "_" + (part + 1);
                MinimalDissipation found = MinimalDissipation.of(one.modes, part, List.of(one.moments), workers);
                MinimalDissipation.Curves curves = found.curves()[0];
                one.holds("U_md" + side, curves.energy());
                one.holds("Q_md" + side, curves.heat());
                one.holds("W_md" + side, curves.work());
                one.holds("k_max" + side, column(found, g -> g.frequencies()[g.frequencies().length - 1]));
                one.holds("k_min" + side, column(found, g -> g.frequencies()[0]));
                one.holds("damp_max" + side, column(found, g -> g.rates()[g.rates().length - 1]));
                one.holds("damp_min" + side, column(found, g -> g.rates()[0]));
                one.holds("cond_M" + side, column(found, MinimalDissipation.Generator::condition));
                assertTrue(Double.isNaN(found.end()));
                double largest = Arrays.stream(curves.work()).map(Math::abs).max().orElseThrow();
                for (int i = 0; i < curves.energy().length; i++) {
                    assertEquals(curves.energy()[i] - curves.energy()[0], curves.heat()[i] + curves.work()[i], CLOSURE * Math.max(1, largest), "first law in row " + i);
                }
            }
        }
    }

    private static double[] column(MinimalDissipation found, ToDoubleFunction<MinimalDissipation.Generator> of) {
        return Arrays.stream(found.generators()).mapToDouble(of).toArray();
    }
}
