package org.unravel.modelfile;

import java.util.Arrays;
import java.util.List;

import org.unravel.model.Space;
import org.unravel.model.Subsystem;

/** Kets of one subsystem or of the whole space, by names of levels and by calls. */
final class KetCalls {

    private final Evaluator evaluator;
    private final OperatorCalls operatorCalls;

    KetCalls(Evaluator evaluator, OperatorCalls operatorCalls) {
        this.evaluator = evaluator;
        this.operatorCalls = operatorCalls;
    }

    /** True if a lone name is a level of the one subsystem whose ket is meant. */
    boolean isLevel(String name) {
        return levelNames().contains(name);
    }

    List<String> levelNames() {
        int subsystem = evaluator.scope().ketSubsystem();
        return subsystem < 0 ? List.of() : evaluator.scope().space().orElseThrow().subsystems().get(subsystem).levels();
    }

    /** The ket of a level of the one subsystem. */
    Meaning.State level(Node node) {
        int subsystem = only(node);
        int dimension = operatorCalls.space(node).subsystems().get(subsystem).dimension();
        return basis(dimension, operatorCalls.level(subsystem, node));
    }

    Meaning call(Node.Call call) {
        if (evaluator.scope().kets() == Scope.Kets.NONE) {
            throw evaluator.error(call, "'" + call.name() + "' can be used in initial only, found it in "
                    + Quote.of(evaluator.source(), call.begin()));
        }
        if (call.name().equals("ket")) {
            return product(call);
        }
        if (call.name().equals(Names.COHERENT)) {
            return coherent(call);
        }
        evaluator.requireArguments(call, 1, "level(k)");
        return level(call.arguments().get(0));
    }

    private int only(Node node) {
        int subsystem = evaluator.scope().ketSubsystem();
        if (subsystem < 0) {
            throw evaluator.error(node, "expected a ket of the whole space, such as ket(e, 0), found "
                    + Quote.of(evaluator.source(), node));
        }
        return subsystem;
    }

    private static Meaning.State basis(int dimension, int level) {
        double[] re = new double[dimension];
        re[level] = 1;
        return new Meaning.State(new Ket(re, new double[dimension]));
    }

    private Meaning product(Node.Call call) {
        Space space = operatorCalls.space(call);
        boolean whole = evaluator.scope().kets() == Scope.Kets.OF_SPACE;
        if (!whole) {
            evaluator.requireArguments(call, 1, "ket(level) of this subsystem");
            return level(call.arguments().get(0));
        }
        evaluator.requireArguments(call, space.subsystems().size(), "ket(...) with a level for each of the "
                + space.subsystems().size() + " subsystems");
        int place = 0;
        for (int s = 0; s < space.subsystems().size(); s++) {
            place = place * space.subsystems().get(s).dimension() + operatorCalls.level(s, call.arguments().get(s));
        }
        return basis(space.dimension(), place);
    }

    /** A part of a superposition: with the amplitudes e^(−|α|²/2) α^n/√n! that its levels have on the whole ladder, so that its weight is what the file says. */
    private Meaning coherent(Node.Call call) {
        Scalars.Constant alpha = alpha(call);
        double modulus = Math.hypot(alpha.re(), alpha.im());
        double size = Math.exp(largest(logarithms(modulus, dimension(call))) - modulus * modulus / 2);
        return new Meaning.State(coherentKet(call).scaled(new Scalars.Constant(size, 0)));
    }

    /**
     * The coherent state on the levels there are: amplitudes α^n/√n!, up to a factor that keeps the largest one 1.
     * Glauber (1963), doi:10.1103/PhysRev.131.2766, eq. (3.7).
     */
    Ket coherentKet(Node.Call call) {
        Scalars.Constant alpha = alpha(call);
        double[] logarithms = logarithms(Math.hypot(alpha.re(), alpha.im()), dimension(call));
        double angle = Math.atan2(alpha.im(), alpha.re());
        double largest = largest(logarithms);
        double[] re = new double[logarithms.length];
        double[] im = new double[logarithms.length];
        for (int n = 0; n < logarithms.length; n++) {
            double amplitude = Math.exp(logarithms[n] - largest);
            re[n] = amplitude * (alpha.im() == 0 ? sign(alpha.re(), n) : Math.cos(n * angle));
            im[n] = alpha.im() == 0 ? 0 : amplitude * Math.sin(n * angle);
        }
        return new Ket(re, im);
    }

    private int dimension(Node.Call call) {
        return operatorCalls.space(call).subsystems().get(only(call)).dimension();
    }

    private Scalars.Constant alpha(Node.Call call) {
        evaluator.requireArguments(call, 1, "coherent(alpha)");
        Subsystem of = operatorCalls.space(call).subsystems().get(only(call));
        if (of.kind() != Subsystem.Kind.BOSON) {
            throw evaluator.error(call, "'coherent' is a state of a boson, but '" + of.name() + "' is a " + OperatorCalls.word(of.kind()));
        }
        if (evaluator.scalar(call.arguments().get(0)) instanceof Scalars.Constant alpha) {
            return alpha;
        }
        throw evaluator.error(call, "expected a constant, found 't' in " + Quote.of(evaluator.source(), call));
    }

    /** Of |α|^n/√n!, which rises up to n = |α|² and falls after it. */
    private static double[] logarithms(double modulus, int levels) {
        double[] logarithms = new double[levels];
        for (int n = 1; n < levels; n++) {
            logarithms[n] = logarithms[n - 1] + Math.log(modulus) - 0.5 * Math.log(n);
        }
        return logarithms;
    }

    private static double largest(double[] logarithms) {
        return Arrays.stream(logarithms).max().orElseThrow();
    }

    private static double sign(double alpha, int n) {
        return alpha < 0 && n % 2 == 1 ? -1 : 1;
    }
}
