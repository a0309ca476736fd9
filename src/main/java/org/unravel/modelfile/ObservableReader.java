package org.unravel.modelfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.unravel.model.Observable;
import org.unravel.model.Observable.Part;
import org.unravel.model.Quantity;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeDependentOperator.Term;
import org.unravel.model.TimeProof.Outcome;

/** Reads {@code observables}. One that is not Hermitian has a complex mean, and becomes two: X = X.re + i X.im with Hermitian parts. */
final class ObservableReader {

    /** Columns of the curves that a name may collide with; those with a dot cannot be names. */
    private static final Set<String> COLUMNS = Set.of("t", Quantity.ENERGY, Quantity.WORK, Quantity.HEAT, Quantity.WEIGHT);

    private final Scope scope;
    private final PhysicsCheck check;

    /**
     * A reader.
     *
     * @param scope knows parameters, space and time
     * @param check the checks over the time grid
     */
    ObservableReader(Scope scope, PhysicsCheck check) {
        this.scope = scope;
        this.check = check;
    }

    List<Observable> read(YamlNode.Mapping observables) {
        return observables.entries().values().stream().flatMap(this::observable).toList();
    }

    private Stream<Observable> observable(YamlNode.Entry entry) {
        NameRules.check("observable", entry);
        if (COLUMNS.contains(entry.name())) {
            throw entry.error("observable '" + entry.name() + "' is the name of another quantity of the results");
        }
        String what = "observable '" + entry.name() + "'";
        Source source = entry.value().text();
        TimeDependentOperator operator = check.finite(what, source, Expression.parse(source).operator(scope));
        FermionParity.of(scope).requireEven(what, source, operator);
        if (check.hermiticity(source, operator).outcome() != Outcome.FAILED) {
            return Stream.of(new Observable(entry.name(), check.hermitian(what, source, operator)));
        }
        return Stream.of(new Observable(Quantity.realPart(entry.name()), part(operator, 0.5, 0), Part.REAL),
                new Observable(Quantity.imaginaryPart(entry.name()), part(operator, 0, -0.5), Part.IMAGINARY));
    }

    /** cX + (cX)†: with c = 1/2 the real part of X, with c = −i/2 the imaginary one. */
    private static TimeDependentOperator part(TimeDependentOperator operator, double re, double im) {
        List<Term> both = new ArrayList<>();
        for (Term term : operator.terms()) {
            both.add(new Term(term.coefficient(), term.matrix().scaled(re, im)));
            both.add(new Term(term.coefficient().conjugate(), term.matrix().adjoint().scaled(re, -im)));
        }
        return TimeDependentOperator.of(operator.dimension(), both);
    }
}
