package org.unravel.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.DotBetweenLeads;
import org.unravel.ModelText;
import org.unravel.TwoPointModels;
import org.unravel.exact.CountingDistribution.Atom;
import org.unravel.model.Absence;
import org.unravel.model.Model;
import org.unravel.model.Reason;

/** Work and entropy production of two-point measurements against closed forms and fluctuation relations. */
class TwoPointStatisticsTest {

    /** Errors of 1e-12 a step add up to a tenth of this in numbers of order 1. */
    private static final double INTEGRATED = 1e-10;

    private static double sum(List<Atom> atoms, java.util.function.DoubleUnaryOperator f) {
        return atoms.stream().mapToDouble(a -> a.probability() * f.applyAsDouble(a.value())).sum();
    }

    /**
     * A turn by θ takes a level to the other with probability sin²(θ/2), whatever the phases before and after: W = ±w1/2 ± w0/2.
     */
    @Test
    void suddenTurnOfAClosedQubitHasFourValuesOfWork() {
        TwoPointStatistics s = TwoPointStatistics.solve(TwoPointModels.quench(), WorkBudget.of(Effort.MODERATE));
        double beta = 0.8;
        double up = 1 / (1 + Math.exp(beta));
        double flip = Math.pow(Math.sin(1.1 / 2), 2);
        double[] work = {-1.25, -0.25, 0.25, 1.25};
        double[] p = {up * flip, (1 - up) * (1 - flip), up * (1 - flip), (1 - up) * flip};
        List<Atom> atoms = s.workAtoms().orElseThrow();
        assertEquals(4, atoms.size());
        double mean = 0;
        for (int i = 0; i < 4; i++) {
            assertEquals(work[i], atoms.get(i).value(), INTEGRATED);
            assertEquals(p[i], atoms.get(i).probability(), INTEGRATED);
            mean += p[i] * work[i];
        }
        assertEquals(mean, s.work().mean(), INTEGRATED);
        double centre = mean;
        assertEquals(sum(atoms, w -> Math.pow(w - centre, 2)), s.work().variance(), INTEGRATED);
        assertEquals(sum(atoms, w -> Math.pow(w - centre, 3)), s.work().third(), INTEGRATED);
        assertEquals(sum(atoms, w -> Math.pow(w - centre, 4)), s.work().fourth(), INTEGRATED);
        double ratio = Math.cosh(beta * 0.75) / Math.cosh(beta * 0.5);
        assertEquals(ratio, s.partitionRatio().orElseThrow(), INTEGRATED);
        assertEquals(ratio, s.jarzynski().orElseThrow().mean(), INTEGRATED);
        assertEquals(sum(atoms, w -> Math.exp(-2 * beta * w)) - ratio * ratio, s.jarzynski().orElseThrow().variance(), INTEGRATED);
    }

    @Test
    void relationsHoldInADrivenBath() {
        TwoPointStatistics s = TwoPointStatistics.solve(TwoPointModels.driven(Map.of()), WorkBudget.of(Effort.MODERATE));
        assertEquals(s.partitionRatio().orElseThrow(), s.jarzynski().orElseThrow().mean(), INTEGRATED);
        assertEquals(1, s.integral().orElseThrow().mean(), INTEGRATED);
        assertTrue(s.entropyProduction().orElseThrow().mean() > 0);
        assertTrue(Math.abs(s.partitionRatio().orElseThrow() - 1) > 0.05, "a relation that says more than 1 = 1");
    }

    /** The atoms carry all moments, the weight of the relation and the characteristic function, each found in another way. */
    @Test
    void atomsMomentsAndCharacteristicFunctionAgree() {
        TwoPointStatistics s = TwoPointStatistics.solve(TwoPointModels.driven(Map.of()), WorkBudget.of(Effort.MODERATE));
        List<Atom> atoms = s.workAtoms().orElseThrow();
        assertEquals(1, sum(atoms, w -> 1), INTEGRATED);
        assertTrue(s.distribution().value().orElseThrow().outside() > 0 && s.distribution().value().orElseThrow().outside() < INTEGRATED, "what is left out is counted: " + s.distribution().value().orElseThrow().outside());
        assertEquals(s.work().mean(), sum(atoms, w -> w), INTEGRATED);
        assertEquals(s.work().fourth(), sum(atoms, w -> Math.pow(w - s.work().mean(), 4)), INTEGRATED);
        WorkCharacteristicFunction g = s.characteristicFunction().orElseThrow();
        for (int j = 0; j < g.u().length; j++) {
            double u = g.u()[j];
            assertEquals(sum(atoms, w -> Math.cos(u * w)), g.re()[j], INTEGRATED);
            assertEquals(sum(atoms, w -> Math.sin(u * w)), g.im()[j], INTEGRATED);
        }
    }

    /** One quantum of the wrong sign, or a bath 5 % colder than its rates say, breaks the generating identity; the numbers show by how much. */
    @Test
    void wrongQuantaBreakTheRelation() {
        Model right = TwoPointModels.driven(Map.of());
        double ratio = TwoPointStatistics.solve(right, WorkBudget.of(Effort.MODERATE)).partitionRatio().orElseThrow();
        Model flipped = TwoPointModels.driven(Map.of("q_up", "-1"));
        assertTrue(TwoPointStatistics.solve(flipped, WorkBudget.of(Effort.MODERATE)).jarzynski().isEmpty(), "no partner, no relation");
        double wrong = atomsAverage(flipped, 1.2);
        assertTrue(Math.abs(wrong / ratio - 1) > 0.05, "flipped quantum: " + wrong + " for " + ratio);
        double offBeta = atomsAverage(TwoPointModels.driven(Map.of("bath_beta", "1.26")), 1.2);
        assertTrue(Math.abs(offBeta / ratio - 1) > 1e3 * INTEGRATED, "beta off by 5 %: " + offBeta + " for " + ratio);
    }

    private static double atomsAverage(Model model, double beta) {
        return sum(TwoPointStatistics.solve(model, WorkBudget.of(Effort.MODERATE)).workAtoms().orElseThrow(), w -> Math.exp(-beta * w));
    }

    /** Populations relax as p(t) = p̄ + (p − p̄)e^{−κt}; with no coherence S is Shannon's and E[σ] = ΔS − βω(p(τ) − p). */
    @Test
    void relaxingQubitProducesTheEntropyOfItsPopulations() {
        double beta = 1.5;
        double n = 1 / Math.expm1(beta);
        double p = 0.8;
        double end = n / (1 + 2 * n) + (p - n / (1 + 2 * n)) * Math.exp(-0.25 * (1 + 2 * n) * 2);
        TwoPointStatistics s = TwoPointStatistics.solve(TwoPointModels.relaxing(Map.of()), WorkBudget.of(Effort.MODERATE));
        assertEquals(shannon(end) - shannon(p) - beta * (end - p), s.entropyProduction().orElseThrow().mean(), INTEGRATED);
        assertEquals(1, s.integral().orElseThrow().mean(), INTEGRATED);
        assertTrue(s.jarzynski().isEmpty(), "not thermal at the start");
        assertEquals(0, s.work().mean(), INTEGRATED);
        assertEquals(0, s.work().variance(), INTEGRATED);
    }

    /** A level between two leads, with the heat of the jumps of one lead as given. */
    private static Model leads(String heatIn, String heatOut) {
        String text = DotBetweenLeads.text("eps: 0.5, muL: 0.7, muR: 0.2, bL: 1.2, bR: 0.6", """
                initial: {d: density(0.3*num(d) + 0.7*(id - num(d)))}
                time: {end: 5, points: 6}
                ensemble: {measure: tpm}
                """);
        return ModelText.read(text.replaceFirst("particles: 1", "particles: 1, heat: " + heatIn).replaceFirst("particles: -1", "particles: -1, heat: " + heatOut));
    }

    /**
     * Particles carry entropy as heat less μ: ⟨e^{−σ}⟩ = 1 with σ = ln p_n − ln p_m − Σβ_b(ε − μ_b)n_b, and ⟨σ⟩ = ΔS − Σβ_b⟨Q_b⟩ from the rate equation of the occupation. Quanta that forget μ
     * contradict the rates, and no relation is claimed.
     */
    @Test
    void chemicalPotentialsAreInTheEntropyProduction() {
        TwoPointStatistics s = TwoPointStatistics.solve(leads("eps - muL", "muL - eps"), WorkBudget.of(Effort.MODERATE));
        double fl = 1 / (1 + Math.exp(1.2 * (0.5 - 0.7)));
        double fr = 1 / (1 + Math.exp(0.6 * (0.5 - 0.2)));
        double rest = (0.3 * fl + 0.2 * fr) / 0.5;
        double decayed = Math.exp(-0.5 * 5);
        double occupied = rest + (0.3 - rest) * decayed;
        double integral = rest * 5 + (0.3 - rest) * (1 - decayed) / 0.5;
        double fromLeft = 0.3 * (fl * 5 - integral);
        double fromRight = 0.2 * (fr * 5 - integral);
        double expected = shannon(occupied) - shannon(0.3) - 1.2 * (0.5 - 0.7) * fromLeft - 0.6 * (0.5 - 0.2) * fromRight;
        assertEquals(expected, s.entropyProduction().orElseThrow().mean(), INTEGRATED);
        assertEquals(1, s.integral().orElseThrow().mean(), INTEGRATED);
        assertTrue(expected > 0.05, "a relation that says more than 1 = 1");
        assertTrue(TwoPointStatistics.solve(leads("eps", "-eps"), WorkBudget.of(Effort.MODERATE)).integral().isEmpty(), "heat without μ is not that of the rates");
    }

    private static double shannon(double p) {
        return -p * Math.log(p) - (1 - p) * Math.log1p(-p);
    }

    /**
     * From |g⟩ alone the tilted state x obeys ẋ_e = Γ↓(x_g − x_e), ẋ_g = Γ↑(x_e − x_g) with x_g(0) = 1, so Γ↑x_e + Γ↓x_g stays Γ↓ and
     * x_g − x_e decays at κ; E[e^{−σ}] = p'_e x_e + p'_g x_g &lt; 1.
     */
    @Test
    void pureStateIsAbsolutelyIrreversible() {
        double n = 1 / Math.expm1(1.5);
        double down = 0.25 * (1 + n);
        double up = 0.25 * n;
        double gap = Math.exp(-2 * (down + up));
        double excited = down * (1 - gap) / (down + up);
        double pExcited = up / (down + up) * (1 - gap);
        double expected = pExcited * excited + (1 - pExcited) * (excited + gap);
        TwoPointStatistics s = TwoPointStatistics.solve(TwoPointModels.relaxing(Map.of("p", "0")), WorkBudget.of(Effort.MODERATE));
        assertEquals(expected, s.integral().orElseThrow().mean(), INTEGRATED);
        assertTrue(expected < 0.95);
    }

    /** What a shown skewness or kurtosis may be off by. */
    private static final double SHOWN_MOMENT = 1e-3;

    /** W = ±part/2 with the populations of the start: skewness (1 − 2p)/√(pq), excess kurtosis 1/(pq) − 6, whatever the part. */
    @ParameterizedTest
    @ValueSource(strings = {"0.3", "0.1", "0.03", "1e-2", "1e-3", "1e-4", "1e-5", "1e-7"})
    void momentsOfWeakWorkAreRight(String part) {
        double p = 1 / (1 + Math.exp(1));
        double q = 1 - p;
        TwoPointStatistics.Moments work = TwoPointStatistics.solve(TwoPointModels.stretched(Map.of("part", part)), WorkBudget.of(Effort.MODERATE)).work();
        double step = Double.parseDouble(part);
        assertEquals((p - q) * step / 2, work.mean(), INTEGRATED);
        assertEquals(p * q * step * step, work.variance(), SHOWN_MOMENT * p * q * step * step);
        assertEquals((1 - 2 * p) / Math.sqrt(p * q), work.skewness(), SHOWN_MOMENT);
        assertEquals(1 / (p * q) - 6, work.kurtosis(), SHOWN_MOMENT);
        assertEquals(Optional.empty(), work.absence());
    }

    /** Two routes to the same moments: with the energy at hand taken along, and with outcomes put in at the ends. Jumps, quanta that miss, quenches. */
    @Test
    void takingTheEnergyAlongChangesNoMoment() {
        for (Model model : List.of(TwoPointModels.driven(Map.of("q_up", "1.3")), TwoPointModels.quench(), TwoPointModels.relaxing(Map.of()))) {
            TwoPointStatistics.Moments expected = TwoPointStatistics.solve(model, WorkBudget.of(Effort.MODERATE)).work();
            TwoPointStatistics.Moments found = WeakWork.moments(model, WorkBudget.unlimited());
            assertEquals(expected.mean(), found.mean(), INTEGRATED, model.name());
            assertEquals(expected.variance(), found.variance(), INTEGRATED, model.name());
            assertEquals(expected.third(), found.third(), INTEGRATED, model.name());
            assertEquals(expected.fourth(), found.fourth(), INTEGRATED, model.name());
        }
    }

    /** The planted error: a quantum off by 5 % of the other's is another work. */
    @Test
    void takingTheEnergyAlongSeesAWrongQuantum() {
        double right = TwoPointStatistics.solve(TwoPointModels.driven(Map.of()), WorkBudget.of(Effort.MODERATE)).work().variance();
        double wrong = WeakWork.moments(TwoPointModels.driven(Map.of("q_up", "1.05")), WorkBudget.unlimited()).variance();
        assertTrue(Math.abs(wrong - right) > 1e3 * INTEGRATED, "variance " + wrong);
    }

    /** Raw moments of two values 1 ± d: with d = 1e-5 the fourth central moment 1e-20 is below the rounding of 1. */
    @Test
    void rawMomentsThatCancelAreAbsent() {
        TwoPointStatistics.Moments wide = ofTwoValues(0.5);
        assertEquals(-2, wide.kurtosis(), SHOWN_MOMENT);
        assertEquals(0, wide.skewness(), SHOWN_MOMENT);
        TwoPointStatistics.Moments narrow = ofTwoValues(1e-5);
        assertEquals(1, narrow.mean(), INTEGRATED);
        assertTrue(Double.isNaN(narrow.kurtosis()));
        assertEquals(Optional.of(new Absence(Reason.TOO_INEXACT, "not known to enough digits")), narrow.absence());
    }

    private static TwoPointStatistics.Moments ofTwoValues(double d) {
        double[] raw = new double[5];
        for (int m = 0; m < raw.length; m++) {
            raw[m] = (Math.pow(1 + d, m) + Math.pow(1 - d, m)) / 2;
        }
        return TwoPointStatistics.Moments.ofRaw(raw, raw);
    }

    private static TwoPointStatistics.Moments jarzynski(String hamiltonian) {
        String text = TwoPointModels.drivenText().replace("hamiltonian: ", "hamiltonian: " + hamiltonian + " + ");
        TwoPointStatistics s = TwoPointStatistics.solve(ModelText.read(text), WorkBudget.of(Effort.MODERATE));
        assertEquals(1, s.jarzynski().orElseThrow().mean() / s.partitionRatio().orElseThrow(), INTEGRATED);
        return s.jarzynski().orElseThrow();
    }

    /** Energies fall by 200 at beta = 1.2: e^{−βW} is about e^{240}, whose third power leaves the range of numbers, and its mean Z(τ)/Z(0) does not. */
    @Test
    void meanIsKeptWhereHigherMomentsAreTooLarge() {
        TwoPointStatistics.Moments m = jarzynski("(-200)*ramp(t, 1, 3)*(sp*sm + sm*sp)");
        assertTrue(m.variance() > 0, "the second one, e^{480}, is a number");
        assertTrue(Double.isNaN(m.third()));
        Absence absence = m.absence().orElseThrow();
        assertEquals(Reason.OUT_OF_RANGE, absence.reason(), absence.text());
        assertTrue(absence.text().contains("too large for a number"), absence.text());
    }

    /** The rounding of energies of 200 is 1e-14 of e^{−βW}. */
    @Test
    void zeroOfEnergyDoesNotMatter() {
        TwoPointStatistics.Moments m = jarzynski("200*(sp*sm + sm*sp)");
        assertEquals(TwoPointStatistics.solve(TwoPointModels.driven(Map.of()), WorkBudget.of(Effort.MODERATE)).jarzynski().orElseThrow().fourth(), m.fourth(),
                INTEGRATED * m.fourth());
    }

    /** H = 1.1σ_z + 5 cos(4t)σ_y in units of energy of 1 and of 1e6: moments of order m are 1e6m times as large. */
    @Test
    void unitOfEnergyDoesNotMatter() {
        TwoPointStatistics one = TwoPointStatistics.solve(unitary(1), WorkBudget.of(Effort.MODERATE));
        TwoPointStatistics large = TwoPointStatistics.solve(unitary(1e6), WorkBudget.of(Effort.MODERATE));
        assertTrue(one.work().variance() > 1, "work that scatters");
        assertEquals(one.work().mean(), large.work().mean() / 1e6, INTEGRATED);
        assertEquals(one.work().variance(), large.work().variance() / 1e12, 10 * INTEGRATED);
        assertEquals(one.work().fourth(), large.work().fourth() / 1e24, 1000 * INTEGRATED);
    }

    private static Model unitary(double unit) {
        return ModelText.read("""
                unravel: 1
                name: units
                space: {q: qubit}
                hamiltonian: "UNIT*(1.1*sz(q) + 5*cos(4*t*UNIT)*sy(q))"
                initial: "ket(e) + 4.47e-4*ket(g)"
                time: {start: 0, end: 5/UNIT, points: 31}
                ensemble: {measure: tpm}
                """.replace("5/UNIT", Double.toString(5 / unit)).replace("UNIT", Double.toString(unit)));
    }
}
