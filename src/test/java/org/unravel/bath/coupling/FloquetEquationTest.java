package org.unravel.bath.coupling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.ModelText;
import org.unravel.ReferenceTable;
import org.unravel.bath.DetailedBalance;
import org.unravel.model.Bath;
import org.unravel.model.Caveat;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.modelfile.ModelReader;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/** Channels between Floquet modes: against the closed form of the driven atom, against the global equation, and by properties that hold for any periodic Hamiltonian. */
class FloquetEquationTest {

    /** What the issue asks for. */
    private static final double ASKED = 1e-10;

    private static final Map<String, Map<String, String>> SETS = Map.of("A", Map.of(), "B", Map.of("Omega", "0.1", "eta_photon", "0.2", "eta_dephasing", "0.001"));

    private static Model atom(String set) {
        return set.equals("C") ? ModelReader.readShipped("heat-pump", Map.of()) : ModelReader.readShipped("floquet-atom", SETS.get(set));
    }

    private static Bath bath(Model model, String name) {
        return model.baths().stream().filter(b -> b.name().equals(name)).findFirst().orElseThrow();
    }

    /** P σ̄ P† in the atom's basis, floquet_tls.md §4. */
    private static SparseMatrix closedForm(String op, double cos, double sin, double omegaL, double t) {
        double x = Math.cos(omegaL * t);
        double y = Math.sin(omegaL * t);
        if (op.equals("z")) {
            return new SparseMatrixBuilder(2).add(0, 0, cos, 0).add(1, 1, -cos, 0).add(0, 1, sin * x, -sin * y).add(1, 0, sin * x, sin * y).build();
        }
        double c = (1 + cos) / 2;
        double s = (1 - cos) / 2;
        SparseMatrix lowering = new SparseMatrixBuilder(2).add(0, 0, -sin / 2, 0).add(1, 1, sin / 2, 0).add(1, 0, c * x, c * y).add(0, 1, -s * x, s * y).build();
        return op.equals("-") ? lowering : lowering.adjoint();
    }

    private static double overlap(SparseMatrix a, SparseMatrix b) {
        SparseMatrix product = a.adjoint().times(b);
        double re = IntStream.range(0, 2).mapToDouble(i -> product.re(i, i)).sum();
        double im = IntStream.range(0, 2).mapToDouble(i -> product.im(i, i)).sum();
        return Math.hypot(re, im);
    }

    /** Bath, quantum, rate and, up to a phase, operator of each channel of a set; channels whose weight is 0 are none. */
    @ParameterizedTest
    @ValueSource(strings = {"A", "B", "C"})
    void channelsOfTheAtomAreThoseOfTheTable(String set) {
        ReferenceTable table = ReferenceTable.read("floquet_channels");
        ReferenceTable constants = ReferenceTable.read("floquet_constants");
        double theta = IntStream.range(0, constants.words("set").length).filter(i -> constants.words("set")[i].equals(set) && constants.words("quantity")[i].equals("theta"))
                .mapToDouble(i -> constants.column("value")[i]).findFirst().orElseThrow();
        Model model = atom(set);
        double omegaL = model.parameters().get("omega_L");
        List<Channel> seen = new ArrayList<>();
        for (int row = 0; row < table.words("set").length; row++) {
            if (!table.words("set")[row].equals(set) || table.column("weight")[row] == 0) {
                continue;
            }
            double nu = table.column("nu")[row];
            Bath bath = bath(model, table.words("bath")[row].equals("ph") ? "photon" : "dephasing");
            List<Channel> found = bath.channels().stream().filter(c -> Math.abs(c.heat().at(0).re() + nu) < ASKED).toList();
            assertEquals(1, found.size(), "nu = " + nu);
            Channel channel = found.get(0);
            seen.add(channel);
            for (double t : new double[] {0.3, 7.1, 41}) {
                SparseMatrix a = channel.operator().at(t);
                SparseMatrix expected = closedForm(table.words("op")[row], Math.cos(theta), Math.sin(theta), omegaL, t);
                double unit = overlap(expected, expected);
                assertEquals(table.column("rate")[row], channel.rate().at(t).re() * overlap(a, a) / unit, ASKED * table.column("rate")[row] + 1e-13);
                assertEquals(Math.sqrt(overlap(a, a) * unit), overlap(a, expected), ASKED, "parallel, up to a phase");
            }
        }
        assertEquals(model.channels().size(), seen.size());
    }

    /**
     * The phase of each operator against P σ̄ P† turns as e^{−iqω_L t} with the harmonic q of the table, and with nothing else. Parallel at each time alone would take any phase, also that of
     * another harmonic.
     */
    @ParameterizedTest
    @ValueSource(strings = {"A", "B", "C"})
    void operatorsAreThoseOfTheClosedForm(String set) {
        ReferenceTable table = ReferenceTable.read("floquet_channels");
        Model model = atom(set);
        double omegaL = model.parameters().get("omega_L");
        double delta = 1 - omegaL;
        double rabi = Math.hypot(delta, 2 * model.parameters().get("Omega"));
        int compared = 0;
        for (int row = 0; row < table.words("set").length; row++) {
            if (!table.words("set")[row].equals(set) || table.column("weight")[row] == 0) {
                continue;
            }
            double nu = table.column("nu")[row];
            TimeDependentOperator operator = bath(model, table.words("bath")[row].equals("ph") ? "photon" : "dephasing").channels().stream()
                    .filter(c -> Math.abs(c.heat().at(0).re() + nu) < ASKED).findFirst().orElseThrow().operator();
            double amplitude = Math.sqrt(table.column("weight")[row]);
            double[] start = factor(operator.at(0), closedForm(table.words("op")[row], delta / rabi, rabi == 0 ? 0 : Math.sqrt(1 - delta * delta / rabi / rabi), omegaL, 0));
            assertEquals(amplitude, Math.hypot(start[0], start[1]), ASKED, "amplitude of nu = " + nu);
            for (double t = 0.17; t < 60; t += 5.3) {
                SparseMatrix expected = closedForm(table.words("op")[row], delta / rabi, Math.sqrt(1 - delta * delta / rabi / rabi), omegaL, t);
                double angle = -table.column("q")[row] * omegaL * t;
                double re = start[0] * Math.cos(angle) - start[1] * Math.sin(angle);
                double im = start[0] * Math.sin(angle) + start[1] * Math.cos(angle);
                assertTrue(operator.at(t).minus(expected.scaled(re, im)).maxModulus() < ASKED, "nu = " + nu + ", t = " + t);
                compared++;
            }
        }
        assertEquals(model.channels().size() * 12, compared);
    }

    /** c of a = c b, by overlap. */
    private static double[] factor(SparseMatrix a, SparseMatrix b) {
        SparseMatrix product = b.adjoint().times(a);
        double unit = square(b);
        return new double[] {(product.re(0, 0) + product.re(1, 1)) / unit, (product.im(0, 0) + product.im(1, 1)) / unit};
    }

    private static Model model(String space, String hamiltonian, String coupling, String rest) {
        return ModelText.read("""
                unravel: 1
                name: periodic
                space: {q: %s}
                hamiltonian: %s
                %s
                initial: ground
                time: {end: 8, points: 11}
                """.formatted(space, hamiltonian, rest.replace("COUPLING", "temperature: 0.5, coupling: \"" + coupling + "\", spectrum: \"ohmic(0.02, 10)\"")));
    }

    private static final String LEVELS = "proj(q, 1) + 2.5*proj(q, 2) + 0.3*(op(q, 0, 2) + op(q, 2, 0))";
    private static final String HOPS = "op(q, 0, 1) + op(q, 1, 0) + op(q, 1, 2) + op(q, 2, 1) + proj(q, 1)";

    /** Whatever the period: much longer and much shorter than the times of the levels, and one that makes distances whole multiples of its frequency. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 2.3, 6.283185307179586, 40})
    void aHamiltonianThatRestsGivesTheGlobalEquation(double period) {
        Bath global = model("levels(3)", LEVELS, HOPS, "baths: {hot: {COUPLING, equation: global, lamb-shift: dynamics}}").baths().get(0);
        Bath floquet = model("levels(3)", LEVELS, HOPS, "period: " + period + "\nbaths: {hot: {COUPLING, equation: floquet, lamb-shift: dynamics}}").baths().get(0);
        assertEquals(global.channels().size(), floquet.channels().size());
        for (int k = 0; k < global.channels().size(); k++) {
            Channel a = global.channels().get(k);
            Channel b = floquet.channels().get(k);
            assertTrue(b.operator().isConstant() && b.rate().isConstant(), b.name());
            assertEquals(a.name(), b.name());
            assertEquals(a.heat().at(0).re(), b.heat().at(0).re(), 1e-12);
            assertEquals(a.rate().at(0).re(), b.rate().at(0).re(), 1e-13);
            assertTrue(a.operator().at(0).minus(b.operator().at(0)).maxModulus() < 1e-12, b.name());
        }
        SparseMatrix shift = global.origin().orElseThrow().lambShift().orElseThrow().at(0);
        assertTrue(shift.minus(floquet.origin().orElseThrow().lambShift().orElseThrow().at(1)).maxModulus() < 1e-12);
    }

    private static final String TWO_TONES = "proj(q, 1) + 2.3*proj(q, 2) + 0.4*cos(1.3*t)*(op(q, 0, 1) + op(q, 1, 0)) + 0.3*sin(2.6*t + 0.4)*(op(q, 1, 2) + op(q, 2, 1))";

    private static Model twoTones(String spectrum) {
        return model("levels(3)", TWO_TONES, HOPS, "period: 2*pi/1.3\nbaths: {hot: {COUPLING, equation: floquet}}".replace("ohmic(0.02, 10)", spectrum));
    }

    /** Σ_ν (e^{−iνt}-parts) is the coupling in the interaction picture: Σ L e^{…} is not; but U(t)A(ν)U† = e^{iνt}L(t), so that [H − i∂_t, L] = qL, and all L at one time add up with their phases. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "0.2*cos(1.3*t)", "3*cos(1.3*t)*cos(1.3*t)", "exp(-8*(1 - cos(1.3*t)))"})
    void everyOperatorTurnsByItsQuantum(String drive) {
        Model model = model("levels(3)", LEVELS + " + (" + drive + ")*(op(q, 0, 1) + op(q, 1, 0) + 0.4*proj(q, 2))", HOPS, "period: 2*pi/1.3\nbaths: {hot: {COUPLING, equation: floquet}}");
        assertTrue(model.channels().size() >= 6);
        for (Channel c : model.channels()) {
            assertTrue(EigenOperatorResidual.of(model.baths().get(0).origin().orElseThrow(), c, model.time()) < 1e-10, c.name());
        }
        assertEquals(List.of(), DetailedBalance.of(model, model.baths().get(0)).unpaired());
        assertTrue(model.caveats().stream().allMatch(c -> c.kind() == Caveat.Kind.APPROXIMATION), model.caveats().toString());
    }

    /** Σ_ν ‖A(ν)‖² = ‖S‖² in Hilbert and Schmidt's norm, as Fourier components and matrix elements are orthogonal expansions (mean over a period). */
    @Test
    void theOperatorsHoldAllOfTheCoupling() {
        Model model = twoTones("flat(1)".replace("flat(1)", "ohmic(0.02, 10)"));
        Bath bath = model.baths().get(0);
        double sum = bath.channels().stream().mapToDouble(c -> square(c.operator().at(0.7))).sum();
        assertEquals(square(bath.origin().orElseThrow().coupling()), sum, 1e-12);
        assertEquals(2, bath.origin().orElseThrow().quasiEnergies().orElseThrow().values().length - 1);
    }

    private static double square(SparseMatrix m) {
        return IntStream.range(0, m.nonZeroCount()).mapToDouble(p -> m.re()[p] * m.re()[p] + m.im()[p] * m.im()[p]).sum();
    }

    /** Operators, rates and quanta do not know where the branch of quasi-energies is cut: twice the period has half the frequency and the same channels. */
    @Test
    void twiceThePeriodHasTheSameChannels() {
        Bath once = twoTones("ohmic(0.02, 10)").baths().get(0);
        Bath twice = model("levels(3)", TWO_TONES, HOPS, "period: 4*pi/1.3\nbaths: {hot: {COUPLING, equation: floquet}}").baths().get(0);
        assertEquals(once.channels().size(), twice.channels().size());
        for (int k = 0; k < once.channels().size(); k++) {
            Channel a = once.channels().get(k);
            Channel b = twice.channels().get(k);
            assertEquals(a.heat().at(0).re(), b.heat().at(0).re(), 1e-12);
            double size = Math.max(1e-9, Math.sqrt(square(a.operator().at(1))));
            assertTrue(a.operator().at(1).minus(b.operator().at(1)).maxModulus() < 1e-4 * size, a.name());
            assertTrue(a.operator().at(1).minus(b.operator().at(1)).maxModulus() < 1e-12, a.name());
        }
    }

    /** Errors that are planted in a quantum by a harmonic, and in the grouping, leave residuals of their own size and channels without partners. */
    @Test
    void plantedErrorsAreSeen() {
        Model model = atom("A");
        Bath bath = bath(model, "photon");
        Channel first = bath.channels().get(0);
        Channel second = bath.channels().get(2);
        Channel wrongHarmonic = new Channel(first.name(), first.operator(), first.rate(), first.heat().plus(TimeFunction.constant(1)));
        assertEquals(1, EigenOperatorResidual.of(bath.origin().orElseThrow(), wrongHarmonic, model.time()), 1e-12);
        assertEquals(2, DetailedBalance.of(model, changed(bath, wrongHarmonic)).unpaired().size());
        Channel grouped = new Channel(first.name(), first.operator().plus(second.operator()), first.rate(), first.heat());
        assertTrue(EigenOperatorResidual.of(bath.origin().orElseThrow(), grouped, model.time()) > 0.1);
        assertEquals(2, DetailedBalance.of(model, changed(bath, grouped)).unpaired().size());
        Channel still = new Channel(first.name(), TimeDependentOperator.constant(first.operator().at(0)), first.rate(), first.heat());
        assertTrue(EigenOperatorResidual.of(bath.origin().orElseThrow(), still, model.time()) > 0.1, "an operator without its phases");
    }

    private static Bath changed(Bath bath, Channel other) {
        List<Channel> channels = new ArrayList<>(bath.channels());
        channels.set(0, other);
        return bath.withChannels(channels);
    }

    /** Of a drive along the levels all is known: ⟨0|S|1⟩ turns with the phase (a/ω)sin ωt, so that the components are Bessel functions J_q(a/ω), here with a/ω = 1.5. */
    @Test
    void longitudinalDriveGivesBesselFunctions() {
        Model model = model("qubit", "(1 + 1.5*0.7*cos(0.7*t))/2*sz", "sx", "period: 2*pi/0.7\nbaths: {hot: {COUPLING, equation: floquet}}");
        for (Channel c : model.channels()) {
            double nu = Math.abs(c.heat().at(0).re());
            long up = Math.round((nu - 1) / 0.7);
            boolean raised = Math.abs(nu - 1 - 0.7 * up) < 1e-9;
            // ν = 1 + 0.7q or −(1 + 0.7q)
            int q = (int) (raised ? up : Math.round((-nu - 1) / 0.7));
            assertEquals(bessel(q, 1.5) * bessel(q, 1.5), square(c.operator().at(2)), 1e-13, c.name());
        }
        assertTrue(model.channels().size() > 30);
        assertTrue(model.baths().get(0).origin().orElseThrow().leftOut() > 0, "components between rounding and 1e-11 are counted");
    }

    private static double bessel(int order, double x) {
        int n = Math.abs(order);
        double term = 1;
        for (int k = 1; k <= n; k++) {
            term *= x / 2 / k;
        }
        double sum = 0;
        for (int k = 0; k < 60; k++) {
            sum += term;
            term *= -x * x / 4 / ((k + 1) * (k + 1.0 + n));
        }
        return order < 0 && n % 2 == 1 ? -sum : sum;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "sz/2 + 0.1*cos(t)*sx | baths: {hot: {COUPLING, equation: floquet}} | expected a top-level 'period' for equation: floquet, found none",
        "sz/2 + 0.1*cos(t)*sx | period: 6\\nbaths: {hot: {COUPLING, equation: floquet}} | expected a hamiltonian that repeats after period = 6 for equation: floquet, found a difference of",
        "sz/2 + 0.1*cos(t)*sx | period: pi\\nbaths: {hot: {COUPLING, equation: floquet}} | after period = 3.14159265359 for equation: floquet, found a difference of 0.2 between t = 0 and",
        "sz/2 + 0.1*cos(t)*sx | period: 2*pi*(1 + 1e-6)\\nbaths: {hot: {COUPLING, equation: floquet}} | after period = 6.28319159036 for equation: floquet, found a difference of 6.",
        "sz/2 + 0.1*cos(t)*sx | period: 2*pi*(1 + 1e-9)\\nbaths: {hot: {COUPLING, equation: floquet}} | after period = 6.28318531346 for equation: floquet, found a difference of",
        "sz/2 + 0.1*cos(t)*sx + 0.01*cos(sqrt(2)*t)*sz | period: 2*pi\\nbaths: {hot: {COUPLING, equation: floquet}} | for equation: floquet, found a difference of",
        "sz/2 + 0.1*exp(-t)*sx | period: 2*pi\\nbaths: {hot: {COUPLING, equation: floquet}} | for equation: floquet, found a difference of 0.0998133 between t = 0 and",
        "sz/2 + 0.1*step(sin(t))*sx | period: 2*pi\\nbaths: {hot: {COUPLING, equation: floquet}} | a hamiltonian that jumps or bends has too many"})
    void whatHasNoPeriodIsRefused(String hamiltonian, String rest, String expected) {
        String message = assertThrows(ModelException.class, () -> model("qubit", hamiltonian, "sx", rest.replace("\\n", "\n"))).getMessage();
        assertTrue(message.contains(expected), message);
        assertTrue(message.contains("line"), message);
    }

    /** All components of all frequencies together are the coupling again, also where modes have many harmonics and levels: rounding and what was dropped is all that is missing. */
    @Test
    void fortyLevelsOfADrivenLadderAddUpToTheirCoupling() {
        Model model = model("boson(40)", "num + 0.05*cos(1.3*t)*(a + adag)", "a + adag", "period: 2*pi/1.3\nbaths: {hot: {COUPLING, equation: floquet}}");
        Bath bath = model.baths().get(0);
        SparseMatrix coupling = bath.origin().orElseThrow().coupling();
        double missing = FloquetComponents.NEGLIGIBLE * coupling.rowSumNorm() * bath.origin().orElseThrow().leftOut();
        for (double t : new double[] {0, 1.1, 4.7}) {
            SparseMatrix sum = SparseMatrix.zero(40);
            for (Channel c : bath.channels()) {
                sum = sum.plus(c.operator().at(t));
            }
            assertTrue(sum.minus(coupling).maxModulus() < missing, "at t = " + t);
        }
        assertTrue(bath.channels().size() > 400, "the end of the ladder tells its levels apart");
    }

    /** A start of time that is not 0, and a large common energy, change nothing. */
    @Test
    void theStartOfTimeAndACommonEnergyChangeNothing() {
        Bath early = twoTones("ohmic(0.02, 10)").baths().get(0);
        String late = "period: 2*pi/1.3\nbaths: {hot: {COUPLING, equation: floquet}}";
        Model moved = ModelText.read("""
                unravel: 1
                name: late
                space: {q: levels(3)}
                hamiltonian: 1000*id + %s
                period: 2*pi/1.3
                baths: {hot: {temperature: 0.5, coupling: "%s", spectrum: "ohmic(0.02, 10)", equation: floquet}}
                initial: {q: "0"}
                time: {start: 3.7, end: 8, points: 11}
                """.formatted(TWO_TONES, HOPS));
        assertEquals(Optional.of(2 * Math.PI / 1.3), moved.period(), late);
        for (int k = 0; k < early.channels().size(); k++) {
            Channel a = early.channels().get(k);
            Channel b = moved.channels().get(k);
            assertEquals(a.heat().at(0).re(), b.heat().at(0).re(), 1e-11);
            SparseMatrix difference = a.operator().at(5).adjoint().times(a.operator().at(5)).minus(b.operator().at(5).adjoint().times(b.operator().at(5)));
            assertTrue(difference.maxModulus() < 1e-11, a.name());
        }
    }
}
