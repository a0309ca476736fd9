package org.unravel.modelfile;

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
        evaluator.requireArguments(call, 1, call.name().equals("level") ? "level(k)" : "coherent(alpha)");
        return call.name().equals("level") ? level(call.arguments().get(0)) : coherent(call);
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

    /**
     * The coherent state on the levels there are: amplitudes α^n/√n!, up to a factor that keeps the largest one 1.
     * Glauber (1963), doi:10.1103/PhysRev.131.2766, eq. (3.7).
     */
    private Meaning coherent(Node.Call call) {
        Subsystem of = operatorCalls.space(call).subsystems().get(only(call));
        if (of.kind() != Subsystem.Kind.BOSON) {
            throw evaluator.error(call, "'coherent' is a state of a boson, but '" + of.name() + "' is a " + OperatorCalls.word(of.kind()));
        }
        if (!(evaluator.scalar(call.arguments().get(0)) instanceof Scalars.Constant alpha)) {
            throw evaluator.error(call, "expected a constant, found 't' in " + Quote.of(evaluator.source(), call));
        }
        double modulus = Math.hypot(alpha.re(), alpha.im());
        double angle = Math.atan2(alpha.im(), alpha.re());
        if (modulus == 0) {
            return basis(of.dimension(), 0);
        }
        // n ln|α| − ½ ln n! rises up to n = |α|² and falls after it; its largest value is taken off before the exponential.
        double[] logarithm = new double[of.dimension()];
        for (int n = 1; n < logarithm.length; n++) {
            logarithm[n] = logarithm[n - 1] + Math.log(modulus) - 0.5 * Math.log(n);
        }
        double largest = java.util.Arrays.stream(logarithm).max().orElseThrow();
        double[] re = new double[logarithm.length];
        double[] im = new double[logarithm.length];
        for (int n = 0; n < logarithm.length; n++) {
            double amplitude = Math.exp(logarithm[n] - largest);
            re[n] = amplitude * (alpha.im() == 0 ? sign(alpha.re(), n) : Math.cos(n * angle));
            im[n] = alpha.im() == 0 ? 0 : amplitude * Math.sin(n * angle);
        }
        return new Meaning.State(new Ket(re, im));
    }

    private static double sign(double alpha, int n) {
        return alpha < 0 && n % 2 == 1 ? -1 : 1;
    }
}
