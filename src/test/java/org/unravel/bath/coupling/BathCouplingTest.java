package org.unravel.bath.coupling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.bath.DetailedBalance;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.MasterEquationKind;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.modelfile.ModelBuilder;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/** Channels of a bath by its coupling: rates, detailed balance, frequency zero, and what a program gives. */
class BathCouplingTest {

    private static final SparseMatrix SX = new SparseMatrixBuilder(2).add(0, 1, 1, 0).add(1, 0, 1, 0).build();
    private static final SparseMatrix SZ = SparseMatrix.diagonal(1, -1);
    private static final WeakCouplingEquation QUBIT = WeakCouplingEquation.global(TimeDependentOperator.constant(SparseMatrix.diagonal(0.5, -0.5)));

    private static Bath bath(double beta, SparseMatrix coupling, Spectrum spectrum) {
        return new BathCoupling("hot", beta, coupling, spectrum, LambShift.NONE).bath(QUBIT);
    }

    private static double rate(Bath bath, String name) {
        return bath.channels().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow().rate().at(0).re();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 0.5, 2, 30, 300})
    void ratesObeyTheRatioOfKuboMartinAndSchwinger(double beta) {
        Bath bath = bath(beta, SX, Spectrum.ohmic(0.02, 10));
        double j = 0.02 * Math.exp(-0.1);
        double n = 1 / Math.expm1(beta);
        assertEquals(j * (1 + n), rate(bath, "emission"), 1e-15 * j * (1 + n));
        assertEquals(j * n, rate(bath, "absorption"), 4e-16 * j * n);
        assertEquals(-beta, Math.log(rate(bath, "absorption") / rate(bath, "emission")), 1e-14 * Math.max(1, beta));
    }

    @Test
    void atZeroTemperatureNothingIsAbsorbed() {
        Bath bath = bath(Double.POSITIVE_INFINITY, SX, Spectrum.flat(0.3));
        assertEquals(List.of("emission"), bath.channels().stream().map(Channel::name).toList());
        assertEquals(0.3, rate(bath, "emission"));
    }

    /** γ(0) = ηT of an ohmic bath, named or as a function of unknown form; 0 at T = 0 and of a bath that begins with a higher power. */
    @ParameterizedTest
    @CsvSource({"ohmic, 2, 0.01", "function, 2, 0.01", "drude, 0.1, 0.2", "cubic, 2, 0", "three halves, 2, 0", "function, Infinity, 0", "ohmic, Infinity, 0"})
    void theRateAtFrequencyZeroIsTheCommonLimit(String name, double beta, double expected) {
        Spectrum spectrum = switch (name) {
            case "ohmic" -> Spectrum.ohmic(0.02, 10);
            case "function" -> Spectrum.of(name, x -> 0.02 * x * Math.exp(-x / 10));
            case "drude" -> Spectrum.of(name, x -> 0.02 * x / (1 + x * x));
            case "cubic" -> Spectrum.of(name, x -> x * x * x);
            default -> Spectrum.of(name, x -> Math.pow(x, 1.5));
        };
        Bath bath = bath(beta, SZ, spectrum);
        assertEquals(expected == 0 ? 0 : 1, bath.channels().size());
        if (expected > 0) {
            assertEquals(expected, rate(bath, "dephasing"), 1e-12);
            assertEquals(0, bath.channels().get(0).heat().at(0).re());
        }
    }

    @ParameterizedTest
    @CsvSource({"flat, 2", "flat, Infinity", "lorentzian, 2", "lorentzian, Infinity", "root, 2", "logarithm, 2"})
    void aRateThatIsInfiniteOrTwoSidedAtFrequencyZeroIsRefused(String name, double beta) {
        Spectrum spectrum = switch (name) {
            case "flat" -> Spectrum.flat(0.1);
            case "lorentzian" -> Spectrum.lorentzian(0.1, 1, 3);
            case "root" -> Spectrum.of(name, Math::sqrt);
            default -> Spectrum.of(name, x -> x * Math.log1p(1 / x));
        };
        String message = assertThrows(ModelException.class, () -> bath(beta, SZ, spectrum)).getMessage();
        assertTrue(message.contains("at nu = 0"), message);
        // the same bath is welcome where nothing of the coupling is at frequency zero
        assertFalse(bath(beta, SX, spectrum).channels().isEmpty());
    }

    private static Model threeLevels(String spectrum) {
        return ModelBuilder.named("levels").subsystem("s", "levels(3)").hamiltonian("proj(s, 1) + 2.3*proj(s, 2) + 0.2*(op(s, 0, 1) + op(s, 1, 0))")
                .spectrum("drude", x -> 0.05 * x / (1 + x * x))
                .bath("hot", "0.8").coupling("op(s, 0, 1) + op(s, 1, 0) + 0.5*(op(s, 1, 2) + op(s, 2, 1)) + 0.3*proj(s, 2)", spectrum, MasterEquationKind.GLOBAL)
                .initial("s", "0").time(0, 5, 6).build();
    }

    private static DetailedBalance.Balance balance(Model model, UnaryOperator<Channel> change) {
        Bath right = model.baths().get(0);
        List<Channel> channels = new ArrayList<>(right.channels());
        channels.set(1, change.apply(channels.get(1)));
        return DetailedBalance.of(model, new Bath(right.name(), OptionalDouble.of(0.8), channels));
    }

    /** A function of a program as the spectrum; every channel has its partner, and planted errors leave two of them alone. */
    @Test
    void everyChannelHasItsPartnerUnlessAnErrorIsPlanted() {
        Model model = threeLevels("drude");
        assertEquals(7, model.channels().size());
        assertEquals(List.of(), balance(model, c -> c).unpaired());
        assertEquals(2, balance(model, c -> new Channel(c.name(), c.operator(), c.rate().times(TimeFunction.constant(1 + 1e-6)), c.heat())).unpaired().size(), "rate");
        assertEquals(2, balance(model, c -> new Channel(c.name(), c.operator(), c.rate(), c.heat().times(TimeFunction.constant(1 + 1e-6)))).unpaired().size(), "quantum");
        SparseMatrix wrong = model.channels().get(3).operator().at(0);
        assertEquals(2, balance(model, c -> new Channel(c.name(), c.operator().plus(TimeDependentOperator.constant(wrong)), c.rate(), c.heat())).unpaired().size(), "grouping");
    }

    /** Two frequencies in one operator, as a wrong grouping would have it, are no eigen-operator, and the residual says by how much. */
    @Test
    void aWrongGroupingShowsInTheResidual() {
        Model model = threeLevels("ohmic(0.1, 3)");
        Bath bath = model.baths().get(0);
        for (Channel c : bath.channels()) {
            assertTrue(EigenOperatorResidual.of(bath.origin().orElseThrow(), c, model.time()) < 1e-13);
        }
        Channel first = bath.channels().get(0);
        Channel second = bath.channels().get(2);
        Channel grouped = new Channel("both", first.operator().plus(second.operator()), first.rate(), first.heat());
        double apart = Math.abs(first.heat().at(0).re() - second.heat().at(0).re());
        double share = second.operator().at(0).maxModulus() / Math.max(first.operator().at(0).maxModulus(), second.operator().at(0).maxModulus());
        assertTrue(EigenOperatorResidual.of(bath.origin().orElseThrow(), grouped, model.time()) > 0.3 * apart * share);
    }

    @Test
    void aRateBesideTheDistanceOfFrequenciesIsDoubtful() {
        Model fast = threeLevels("ohmic(2, 3)");
        assertTrue(fast.caveats().stream().anyMatch(c -> c.text().contains("the secular approximation is doubtful")), fast.caveats().toString());
        assertEquals(List.of(), threeLevels("ohmic(0.01, 3)").caveats());
    }

    @Test
    void nuIsAParameterElsewhereAndTheFrequencyInASpectrum() {
        Model model = ModelBuilder.named("nu").parameter("nu", 3).subsystem("q", "qubit").hamiltonian("nu/2*sz")
                .bath("cold").temperature("0").coupling("sx", "0.01*nu^2", MasterEquationKind.GLOBAL).lambShift(LambShift.NONE).initial("q", "e").time(0, 1, 2).build();
        assertEquals(0.09, model.channels().get(0).rate().at(0).re(), 1e-16);
    }

    @Test
    void aSpectrumOfAProgramIsNoNumber() {
        ModelBuilder wrong = ModelBuilder.named("wrong").subsystem("q", "qubit").spectrum("j", x -> x).hamiltonian("j*sz").initial("q", "e").time(0, 1, 2);
        assertTrue(assertThrows(ModelException.class, wrong::build).getMessage().contains("'spectrum' of a bath only"));
    }

    /** Half of all pairs of 40 levels have an operator of their own: what is set up is complete, whatever its size. */
    @Test
    void fortyLevelsGiveAChannelForEachPair() {
        int d = 40;
        SparseMatrixBuilder h = new SparseMatrixBuilder(d);
        SparseMatrixBuilder s = new SparseMatrixBuilder(d);
        for (int i = 0; i < d; i++) {
            h.add(i, i, Math.sqrt(2 + i), 0);
            for (int j = 0; j < d; j++) {
                h.add(i, j, 0.1 * Math.cos(i + j), 0.1 * Math.sin(i - j));
                s.add(i, j, Math.cos(3 * i + 3 * j), Math.sin(2.0 * i - 2.0 * j));
            }
        }
        WeakCouplingEquation equation = WeakCouplingEquation.global(TimeDependentOperator.constant(h.build()));
        Bath bath = new BathCoupling("hot", 1, s.build(), Spectrum.ohmic(1e-6, 5), LambShift.NONE).bath(equation);
        assertEquals(d * (d - 1) + 1, bath.channels().size());
    }
}
