package org.unravel.firstlaw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unravel.engine.EngineChoice;
import org.unravel.ensemble.RunPlan;
import org.unravel.model.Model;
import org.unravel.model.TimeGrid;
import org.unravel.reproduction.EntryModels;

/** Wrong formulas of one kind that adds up all the same, on the side of the sample alone: the comparison with exact curves must tell each of them. */
class WrongFormulasTest {

    private static final long TRAJECTORIES = 4000;
    private static final Definition ERGOTROPY = new ErgotropyBased();
    private static final Definition THREE_PART = new ThreePart();
    private static final Definition ENTROPY_BASED = new EntropyBased();

    /** A definition with another heat and work under its name; what is left of the change of energy is the third share, if there is one. */
    record Wrong(String what, String entry, Definition right, Function<Account, double[]> heat, Function<Account, double[]> work) implements Definition {

        @Override
        public String name() {
            return right.name();
        }

        @Override
        public Source source() {
            return right.source();
        }

        @Override
        public boolean isLinear() {
            return right.isLinear();
        }

        @Override
        public Set<Need> needs() {
            return right.needs();
        }

        @Override
        public Set<Share> gives(Model model, String part) {
            return right.gives(model, part);
        }

        @Override
        public double[] share(Share share, Account account, String part) {
            return switch (share) {
                case CHANGE -> account.change(StateNumber.ENERGY);
                case HEAT -> heat.apply(account);
                case WORK -> work.apply(account);
                case REMAINDER -> Account.difference(Account.difference(account.change(StateNumber.ENERGY), heat.apply(account)), work.apply(account));
            };
        }

        @Override
        public String toString() {
            return right.name() + ": " + what;
        }
    }

    private static double[] heatOfLevels(Account a) {
        return Account.difference(a.change(StateNumber.ENERGY), a.integral(PathIntegral.WORK_OF_LEVELS));
    }

    private static double[] heatOfMeans(Account a) {
        return Account.difference(a.change(StateNumber.ENERGY), a.workOfMeans());
    }

    private static Wrong splitting(String what, String entry, Definition right, Function<Account, double[]> work) {
        return new Wrong(what, entry, right, a -> Account.difference(a.change(StateNumber.ENERGY), work.apply(a)), work);
    }

    private static Stream<Wrong> wrong() {
        return Stream.of(
                splitting("without coherence, inverted", "first-law-ergotropy-inverted", ERGOTROPY, a -> a.change(StateNumber.ERGOTROPY_INCOHERENT)),
                splitting("without coherence, passive", "first-law-ergotropy-passive", ERGOTROPY, a -> a.change(StateNumber.ERGOTROPY_INCOHERENT)),
                splitting("heat and work interchanged", "first-law-ergotropy-inverted", ERGOTROPY, a -> a.change(StateNumber.ENERGY_PASSIVE)),
                splitting("work twice", "floquet-A-thermal", ERGOTROPY, a -> Account.scaled(2, a.change(StateNumber.ERGOTROPY))),
                new Wrong("heat of levels", "floquet-A-thermal", THREE_PART, WrongFormulasTest::heatOfLevels, a -> a.integral(PathIntegral.WORK_OF_LEVELS)),
                new Wrong("work of the drive", "floquet-A-thermal", THREE_PART, a -> a.integral(PathIntegral.HEAT_OF_POPULATIONS), Account::workOfMeans),
                new Wrong("heat and coherence interchanged", "floquet-A-thermal", THREE_PART,
                        a -> Account.difference(heatOfLevels(a), a.integral(PathIntegral.HEAT_OF_POPULATIONS)), a -> a.integral(PathIntegral.WORK_OF_LEVELS)),
                splitting("heat of levels", "floquet-A-thermal", ENTROPY_BASED, a -> a.integral(PathIntegral.WORK_OF_LEVELS)),
                new Wrong("conventional heat", "floquet-A-thermal", ENTROPY_BASED, WrongFormulasTest::heatOfMeans, Account::workOfMeans),
                splitting("heat of the other sign", "floquet-A-ground", ENTROPY_BASED, a -> Account.difference(a.change(StateNumber.ENERGY), Account.scaled(-1, a.integral(PathIntegral.HEAT_OF_POPULATIONS)))),
                splitting("heat twice", "floquet-A-ground", ENTROPY_BASED, a -> Account.difference(a.change(StateNumber.ENERGY), Account.scaled(2, a.integral(PathIntegral.HEAT_OF_POPULATIONS)))));
    }

    /** With the right formulas the same samples fail nothing: the verdict's own budget of false alarms is 1e-4 each. */
    @ParameterizedTest
    @ValueSource(strings = {"first-law-ergotropy-inverted", "first-law-ergotropy-passive", "floquet-A-ground", "floquet-A-thermal"})
    void areCaught(String entry) {
        Model model = EntryModels.of(entry);
        Model coarse = model.withTime(new TimeGrid(0, model.time().end(), 21));
        List<Wrong> wrong = wrong().filter(w -> w.entry().equals(entry)).toList();
        List<Definition> right = wrong.stream().map(Wrong::right).distinct().toList();
        Comparison comparison = Comparison.of(coarse).with(right);
        FirstLawCurves exact = comparison.exact();
        FirstLawCurves sampled = comparison.with(Stream.concat(right.stream(), wrong.stream()).toList()).sampled(new RunPlan(TRAJECTORIES, 1, 2, EngineChoice.AUTO));
        for (SplitCurves split : sampled.splits()) {
            FirstLawCurves alone = new FirstLawCurves(sampled.times(), sampled.trajectoryCount(), sampled.groups(), List.of(split), List.of(), sampled.jumps(), List.of());
            ComparisonVerdict verdict = new ComparisonReport(coarse, alone, Optional.of(exact), Optional.empty()).verdict();
            assertTrue(verdict.comparisons() >= 4, () -> split.definition() + ": " + verdict.comparisons() + " comparisons");
            assertEquals(right.contains(split.definition()), verdict.isPassed(), () -> split.definition() + ": " + verdict.failures());
            assertTrue(verdict.failures().stream().noneMatch(f -> f.contains("dU = Q + W + C")), () -> split.definition() + ": " + verdict.failures());
        }
        assertEquals(right.size() + wrong.size(), sampled.splits().size());
    }
}
