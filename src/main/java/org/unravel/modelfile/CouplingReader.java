package org.unravel.modelfile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.unravel.bath.coupling.BathCoupling;
import org.unravel.bath.coupling.LambShift;
import org.unravel.bath.coupling.SecularCondition;
import org.unravel.bath.coupling.Spectrum;
import org.unravel.bath.coupling.WeakCouplingEquation;
import org.unravel.model.Bath;
import org.unravel.model.Caveat;
import org.unravel.model.MasterEquationKind;
import org.unravel.model.ModelException;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeGrid;
import org.unravel.numeric.SparseMatrix;

/** Reads a bath that says what couples to it in place of its channels. */
final class CouplingReader {

    static final String COUPLING = "coupling";
    static final String SPECTRUM = "spectrum";
    static final String EQUATION = "equation";
    static final String LAMB_SHIFT = "lamb-shift";
    static final List<String> KEYS = List.of(COUPLING, SPECTRUM, EQUATION, LAMB_SHIFT);
    private static final List<String> TEMPERATURES = List.of("beta", "temperature");

    private final Scope scope;
    private final Source hamiltonianSource;
    private final TimeDependentOperator hamiltonian;
    private final TimeGrid time;
    private final PeriodReader period;
    private final PhysicsCheck check;

    /**
     * A reader.
     *
     * @param scope knows parameters and space, not time
     * @param hamiltonianSource the expression of H, of which the local equation takes a part
     * @param period whether and after what time the model says that it repeats
     */
    CouplingReader(Scope scope, Source hamiltonianSource, TimeDependentOperator hamiltonian, TimeGrid time, PeriodReader period, PhysicsCheck check) {
        this.scope = scope;
        this.hamiltonianSource = hamiltonianSource;
        this.hamiltonian = hamiltonian;
        this.time = time;
        this.period = period;
        this.check = check;
    }

    Bath read(String name, YamlNode.Mapping bath, OptionalDouble beta) {
        bath.entry("channels").ifPresent(e -> {
            throw e.error("expected channels or a coupling in '" + bath.place().key() + "', found both");
        });
        double warmth = warmth(bath, beta);
        Source source = bath.required(COUPLING).text();
        SparseMatrix coupling = coupling(source);
        Spectrum spectrum = SpectrumReader.read(scope, bath.required(SPECTRUM).text());
        MasterEquationKind kind = kind(bath.required(EQUATION).text());
        LambShift shift = bath.optional(LAMB_SHIFT).map(YamlNode::text).map(CouplingReader::shift).orElse(LambShift.NONE);
        WeakCouplingEquation equation = placed(bath, () -> equation(kind, source));
        Bath made = placed(bath, () -> new BathCoupling(name, warmth, coupling, spectrum, shift).bath(equation));
        made.origin().orElseThrow().unproven().ifPresent(text -> check.note(new Caveat(Caveat.Kind.UNPROVEN, "bath " + name + ": " + text)));
        SecularCondition.of(made, time).doubt().ifPresent(text -> check.note(new Caveat(Caveat.Kind.APPROXIMATION, text)));
        return made;
    }

    private static double warmth(YamlNode.Mapping bath, OptionalDouble beta) {
        if (beta.isEmpty()) {
            throw bath.error("missing key '" + bath.place().key() + ".beta': a bath with a coupling needs beta > 0 or temperature >= 0");
        }
        if (!(beta.getAsDouble() > 0)) {
            YamlNode said = TEMPERATURES.stream().flatMap(k -> bath.optional(k).stream()).findFirst().orElseThrow();
            throw said.error("expected beta > 0 for a bath with a coupling, found " + PhysicsCheck.number(beta.getAsDouble()));
        }
        return beta.getAsDouble();
    }

    private SparseMatrix coupling(Source source) {
        TimeDependentOperator operator = check.hermitian("the coupling", source, Expression.parse(source).operator(scope));
        FermionParity.of(scope).requireEven("the coupling", source, operator);
        if (operator.isZero()) {
            throw ModelFileException.at(source, "expected a coupling that is not zero, found '" + NameRules.shortened(source.text()) + "'");
        }
        return operator.at(time.start());
    }

    private static MasterEquationKind kind(Source source) {
        return MasterEquationKind.valueOf(word("equation", source, Arrays.stream(MasterEquationKind.values()).map(MasterEquationKind::word).toList()));
    }

    private static LambShift shift(Source source) {
        return LambShift.valueOf(word("lamb-shift", source, Arrays.stream(LambShift.values()).map(LambShift::word).toList()));
    }

    /** One of some words, in capitals. */
    private static String word(String key, Source source, List<String> words) {
        String word = source.text().strip();
        if (!words.contains(word)) {
            throw ModelFileException.at(source, "expected " + key + ": " + String.join(", ", words) + ", found '" + NameRules.shortened(word) + "'" + Names.suggestion(word, words));
        }
        return word.toUpperCase(Locale.ROOT);
    }

    private WeakCouplingEquation equation(MasterEquationKind kind, Source coupling) {
        return switch (kind) {
            case GLOBAL -> WeakCouplingEquation.global(hamiltonian);
            case LOCAL -> WeakCouplingEquation.local(hamiltonian, Expression.parse(hamiltonianSource).operator(scope.withTime().withOnly(subsystems(coupling))));
            case ADIABATIC -> WeakCouplingEquation.adiabatic(hamiltonian, time, period.value());
            case FLOQUET -> WeakCouplingEquation.floquet(hamiltonian, time, period.value().orElseThrow(
                    () -> new ModelException("expected a top-level 'period' for equation: floquet, found none", EQUATION)));
        };
    }

    /** The subsystems that the coupling acts on: those without whose operators it is another one. */
    private Set<Integer> subsystems(Source source) {
        Expression expression = Expression.parse(source);
        int count = scope.space().orElseThrow().subsystems().size();
        Set<Integer> all = IntStream.range(0, count).boxed().collect(Collectors.toSet());
        if (count == 1) {
            return all;
        }
        TimeDependentOperator whole = expression.operator(scope);
        return all.stream().filter(s -> {
            Scope without = scope.withOnly(all.stream().filter(other -> !other.equals(s)).collect(Collectors.toSet()));
            return !expression.operator(without).terms().equals(whole.terms());
        }).collect(Collectors.toSet());
    }

    /** What is made, or the error in making it with the place of the key that it is about. */
    private static <T> T placed(YamlNode.Mapping bath, Supplier<T> making) {
        try {
            return making.get();
        } catch (ModelFileException e) {
            throw e;
        } catch (ModelException e) {
            throw bath.optional(e.key()).or(() -> Optional.of(bath)).orElseThrow().error(e.getMessage()).as(e.reason());
        }
    }
}
