package org.unravel.modelfile;

import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

import org.unravel.model.TimeDependentOperator;

/** Calls of functions of numbers, and sums. */
final class ScalarCalls {

    private final Evaluator evaluator;

    ScalarCalls(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Meaning call(Node.Call call) {
        return call.name().equals("sum") ? sum(call) : new Meaning.Number(scalar(call));
    }

    private Scalar scalar(Node.Call call) {
        switch (call.name()) {
            case "ramp":
                return ramp(call);
            case "nbar":
                evaluator.requireArguments(call, 2, "nbar(omega, beta)");
                return Scalars.apply(ScalarFunction.BOSE, Scalars.product(real(call, 1), real(call, 0)));
            case "nfermi":
                evaluator.requireArguments(call, 2, "nfermi(x, beta)");
                return Scalars.apply(ScalarFunction.FERMI, Scalars.product(real(call, 1), real(call, 0)));
            case "max", "min":
                return extremum(call);
            case "table":
                evaluator.requireSome(call, "table(t, [times], [values])");
                return new TableCalls(evaluator).call(call, real(call, 0));
            case "erf":
                evaluator.requireArguments(call, 1, "erf(x)");
                return Scalars.apply(ScalarFunction.ERF, real(call, 0));
            case "step":
                evaluator.requireArguments(call, 1, "step(x)");
                return Scalars.step(real(call, 0));
            case "abs":
                evaluator.requireArguments(call, 1, "abs(x)");
                return Scalars.abs(evaluator.scalar(call.arguments().get(0)));
            default:
                evaluator.requireArguments(call, 1, call.name() + "(x)");
                ScalarFunction function = ScalarFunction.valueOf(call.name().toUpperCase(Locale.ROOT));
                return Scalars.apply(function, evaluator.scalar(call.arguments().get(0)));
        }
    }

    private Scalar extremum(Node.Call call) {
        if (call.arguments().size() < 2) {
            evaluator.requireArguments(call, 2, call.name() + "(x, y), or more than two");
        }
        BinaryOperator<Scalar> choice = call.name().equals("max") ? Scalars::larger : Scalars::smaller;
        return IntStream.range(0, call.arguments().size()).mapToObj(n -> real(call, n)).reduce(choice).orElseThrow();
    }

    private Scalar ramp(Node.Call call) {
        evaluator.requireArguments(call, 3, "ramp(t, t0, t1)");
        Scalar x = real(call, 0);
        double start = evaluator.number(call.arguments().get(1));
        double end = evaluator.number(call.arguments().get(2));
        if (!(start < end)) {
            throw evaluator.error(call, "expected t0 < t1 in ramp(t, t0, t1), found t0 = " + start + " and t1 = " + end);
        }
        return Scalars.ramp(x, start, end);
    }

    private Scalar real(Node.Call call, int argument) {
        Node node = call.arguments().get(argument);
        Scalar scalar = evaluator.scalar(node);
        if (!scalar.isReal()) {
            throw evaluator.error(node, "expected a real argument of " + call.name() + ", found a complex one: "
                    + Quote.of(evaluator.source(), node) + "; take re or im of it");
        }
        return scalar;
    }

    private Meaning sum(Node.Call call) {
        evaluator.requireArguments(call, 4, "sum(k, from, to, expression)");
        String index = index(call.arguments().get(0));
        long from = evaluator.integer(call.arguments().get(1));
        long to = evaluator.integer(call.arguments().get(2));
        Node term = call.arguments().get(3);
        if (from > to) {
            return emptySum(term);
        }
        if (!evaluator.workload().allows((double) to - from + 1)) {
            throw evaluator.error(call, "expected at most " + Workload.LARGEST_TERM_COUNT + " terms in all sums, found more: "
                    + index + " from " + from + " to " + to);
        }
        SumOfMeanings total = new SumOfMeanings(evaluator);
        for (long k = from; k <= to; k++) {
            total.add(term, evaluator.within(evaluator.scope().withIndex(index, k)).meaning(term));
        }
        return total.result();
    }

    private String index(Node node) {
        if (!(node instanceof Node.Name name)) {
            throw evaluator.error(node, "expected the name of an index, found " + Quote.of(evaluator.source(), node));
        }
        if (Names.reserved().contains(name.name())) {
            throw evaluator.error(node, "'" + name.name() + "' has a meaning of its own and cannot be an index");
        }
        return name.name();
    }

    /** Without a term to look at, its form says whether the sum is the number or the operator zero. */
    private Meaning emptySum(Node term) {
        return evaluator.scope().space().isPresent() && mentionsOperator(term)
                ? new Meaning.Operator(TimeDependentOperator.zero(evaluator.scope().space().get().dimension()))
                : new Meaning.Number(Scalars.constant(0, 0));
    }

    private boolean mentionsOperator(Node node) {
        if (node instanceof Node.Name n) {
            return evaluator.isOperator(n.name()) && !evaluator.scope().indices().containsKey(n.name())
                    || evaluator.abbreviation(n).isPresent() && evaluator.scope().abbreviations().meaning(n.name(), evaluator.scope()) instanceof Meaning.Operator;
        } else if (node instanceof Node.Call c) {
            return evaluator.isOperator(c.name()) || c.arguments().stream().anyMatch(this::mentionsOperator);
        } else if (node instanceof Node.Negation n) {
            return mentionsOperator(n.operand());
        } else if (node instanceof Node.Power p) {
            return mentionsOperator(p.base());
        }
        List<Node.Part> parts = node instanceof Node.Sum s ? s.parts() : node instanceof Node.Product p ? p.parts() : List.of();
        return parts.stream().anyMatch(part -> mentionsOperator(part.node()));
    }
}
