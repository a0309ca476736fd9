package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.unravel.exact.ModelFixture.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.unravel.ReferenceTable;
import org.unravel.model.Channel;
import org.unravel.model.InitialState;
import org.unravel.model.Model;

/**
 * Heat of a resonantly driven atom from photons and from a dephasing bath, in its Floquet basis, where the jump operators are σ̄_−, σ̄_+ and σ̄_z and only
 * populations matter (floquet_tls.md §2 and 3): means, variances and the covariance against reference tables. Channels are given as numbers.
 */
class LaserDrivenAtomTest {

    /** Tables have 12 digits, of which a difference of columns costs one or two. */
    private static final double PRINTED = 1e-10;

    private static final double ATOM = 1;
    private static final double LASER = 1;
    /** Temperature of the initial state. */
    private static final double START = 0.5;

    /** An Ohmic bath: G(ν) = ην e^{−|ν|/ν_c}/(1 − e^{−ν/T}). */
    private record Spectrum(double coupling, double temperature, double cutoff) {

        double at(double nu) {
            return coupling * nu * Math.exp(-Math.abs(nu) / cutoff) / -Math.expm1(-nu / temperature);
        }
    }

    static Stream<Arguments> tables() {
        Spectrum strong = new Spectrum(2.4, 0.1, 0.4);
        Spectrum weak = new Spectrum(0.2, 0.1, 0.4);
        Spectrum dephasing = new Spectrum(0.01, 0.5, 10);
        Spectrum weakDephasing = new Spectrum(0.001, 0.5, 10);
        return Stream.of(Arguments.of("A_ground", 0.2, strong, dephasing, 0.0), Arguments.of("A_thermal", 0.2, strong, dephasing, thermal(0.2)),
                Arguments.of("B_ground", 0.1, weak, weakDephasing, 0.0), Arguments.of("B_thermal", 0.1, weak, weakDephasing, thermal(0.1)));
    }

    /** Mean of σ̄_z = σ_x in e^{−H/T}/Z with H = (ω/2)σ_z + Ωσ_x. */
    private static double thermal(double rabi) {
        double h = Math.hypot(ATOM / 2, rabi);
        return -Math.tanh(h / START) * rabi / h;
    }

    private static Model model(double rabi, Spectrum photons, Spectrum dephasing, double inversion, double[] times) {
        double splitting = 2 * rabi;
        List<Channel> ofPhotons = new ArrayList<>();
        for (int q : new int[] {1, -1}) {
            ofPhotons.add(channel("elastic" + q, Operators.SIGMA_Z, photons.at(q * LASER) / 4, -q * LASER));
            ofPhotons.add(channel("down" + q, Operators.SIGMA_MINUS, photons.at(splitting + q * LASER) / 4, -(splitting + q * LASER)));
            ofPhotons.add(channel("up" + q, Operators.SIGMA_PLUS, photons.at(q * LASER - splitting) / 4, splitting - q * LASER));
        }
        InitialState start = new InitialState(List.of(new InitialState.Component((1 + inversion) / 2, new double[] {1, 0}, new double[2]),
                new InitialState.Component((1 - inversion) / 2, new double[] {0, 1}, new double[2])));
        return ModelFixture.of(Operators.constant(splitting / 2, Operators.SIGMA_Z)).bath("photons", ofPhotons.toArray(Channel[]::new))
                .bath("dephasing", channel("down", Operators.SIGMA_MINUS, dephasing.at(splitting), -splitting),
                        channel("up", Operators.SIGMA_PLUS, dephasing.at(-splitting), splitting))
                .initial(start).time(0, times[times.length - 1], times.length).build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void heatOfBothBathsIsThatOfTheTable(String name, double rabi, Spectrum photons, Spectrum dephasing, double inversion) {
        ReferenceTable table = ReferenceTable.read("floquet_bath_heat_" + name);
        Model model = model(rabi, photons, dephasing, inversion, table.column("t"));
        String[] columns = {"Q_ph", "Q_d"};
        double[] sum = new double[table.column("t").length];
        for (int b = 0; b < columns.length; b++) {
            CountingMoments heat = CountingMoments.solve(model, CountedQuantity.heat(model, model.baths().get(b)));
            Curves.assertClose("mean " + columns[b], table.column(columns[b]), heat.mean(), PRINTED);
            Curves.assertClose("variance " + columns[b], table.column("var_" + columns[b]), heat.variance(), PRINTED);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += heat.variance()[i];
            }
        }
        double[] total = CountingMoments.solve(model, CountedQuantity.heat(model)).variance();
        double[] covariance = table.column("cov_Q_ph_Q_d");
        for (int i = 0; i < sum.length; i++) {
            assertEquals(covariance[i], (total[i] - sum[i]) / 2, PRINTED * Curves.largest(total), "covariance at point " + i);
        }
    }
}
