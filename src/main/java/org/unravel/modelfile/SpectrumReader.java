package org.unravel.modelfile;

import java.util.List;
import java.util.Optional;

import org.unravel.bath.coupling.Spectrum;

/** Reads the spectrum J(ν) of a bath: one that has a name, one that a program has given, or an expression of {@code nu}. */
final class SpectrumReader {

    private final Scope scope;
    private final Source source;

    private SpectrumReader(Scope scope, Source source) {
        this.scope = scope;
        this.source = source;
    }

    static Spectrum read(Scope scope, Source source) {
        return new SpectrumReader(scope, source).spectrum();
    }

    private Spectrum spectrum() {
        Expression expression = Expression.parse(source);
        if (expression.asName().map(scope.arrays()::get).orElse(null) instanceof Meaning.Density given) {
            return given.spectrum();
        }
        Optional<Expression.Call> call = expression.asCall();
        return switch (call.map(Expression.Call::name).orElse("")) {
            case "ohmic" -> ohmic(call.get());
            case "flat" -> {
                requireArguments(call.get(), 1, "flat(G)");
                yield Spectrum.flat(notNegative("G", call.get().arguments().get(0)));
            }
            case "lorentzian" -> lorentzian(call.get());
            default -> new ExpressionSpectrum(NameRules.shortened(source.text()), expression.scalar(scope.withFrequency()));
        };
    }

    private Spectrum ohmic(Expression.Call call) {
        requireArguments(call, 2, "ohmic(eta, nu_c)");
        return Spectrum.ohmic(notNegative("eta", call.arguments().get(0)), positive("nu_c", call.arguments().get(1)));
    }

    private Spectrum lorentzian(Expression.Call call) {
        requireArguments(call, 3, "lorentzian(G, lambda, nu_0)");
        List<Expression> arguments = call.arguments();
        return Spectrum.lorentzian(notNegative("G", arguments.get(0)), positive("lambda", arguments.get(1)), arguments.get(2).number(scope));
    }

    private void requireArguments(Expression.Call call, int count, String form) {
        if (call.arguments().size() != count) {
            throw ModelFileException.at(source, "expected " + form + ", found " + call.arguments().size() + (call.arguments().size() == 1 ? " argument" : " arguments") + " in '"
                    + NameRules.shortened(source.text()) + "'");
        }
    }

    private double notNegative(String name, Expression expression) {
        double value = expression.number(scope);
        if (value < 0) {
            throw ModelFileException.at(source, "expected " + name + " >= 0 in the spectrum, found " + PhysicsCheck.number(value));
        }
        return value;
    }

    private double positive(String name, Expression expression) {
        double value = expression.number(scope);
        if (value <= 0) {
            throw ModelFileException.at(source, "expected " + name + " > 0 in the spectrum, found " + PhysicsCheck.number(value));
        }
        return value;
    }
}
