package org.unravel.modelfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.unravel.model.CutOffs;
import org.unravel.model.InitialState;
import org.unravel.model.InitialState.Component;
import org.unravel.model.Space;
import org.unravel.model.StartLoss;
import org.unravel.model.Subsystem;
import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.Rounding;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/** Reads {@code initial}: a state for each subsystem, or one for the whole space. */
final class InitialReader {

    /** Largest matrix whose eigenvectors are computed: a minute or two, and 16 MiB for each of a few copies. */
    private static final int MAX_EIGENPROBLEM = 1024;
    /** Most amplitudes of all kets of a mixture together: 64 MiB. */
    private static final long MAX_AMPLITUDES = 1L << 22;
    /** Largest eigenproblem, and largest space, that is looked at beside the model's own to see what a thermal state loses: some tens of milliseconds. */
    private static final int MAX_LONGER_EIGENPROBLEM = 256;
    private static final int MAX_LONGER = 4096;
    /** A density matrix is typed or comes from a table, with ten digits or more. */
    private static final double TRACE_TOLERANCE = 1e-9;
    /** Traces that differ from 1 by less look like 1 when they are written. */
    private static final double TRACE_SHOWN = 1e-4;
    /** The same digits make a vanishing eigenvalue negative by as much. */
    private static final double NEGATIVE_TOLERANCE = 1e-9;

    private final Scope scope;
    private final Space space;
    private final Source hamiltonianSource;
    private final TimeDependentOperator hamiltonian;
    private final PhysicsCheck check;
    private final AmplitudeReader amplitudes;
    private final List<StartLoss> losses = new ArrayList<>();

    /**
     * A reader.
     *
     * @param scope knows parameters and space, not time
     * @param resized subsystems that have another number of levels than the file says
     */
    InitialReader(Scope scope, Space space, Source hamiltonianSource, TimeDependentOperator hamiltonian, PhysicsCheck check, Set<String> resized) {
        this.scope = scope;
        this.space = space;
        this.hamiltonianSource = hamiltonianSource;
        this.hamiltonian = hamiltonian;
        this.check = check;
        this.amplitudes = new AmplitudeReader(scope, resized);
    }

    InitialState read(YamlNode initial) {
        List<Component> components = initial instanceof YamlNode.Mapping m ? alongEnergy(product(m)) : listed(initial, space).orElseGet(() -> whole(initial.text()));
        return new InitialState(FermionParity.of(scope).separated(initial.place(), components), losses);
    }

    /** The state, if it is a list of amplitudes: a list of YAML, or a text in brackets. */
    private Optional<List<Component>> listed(YamlNode node, Space of) {
        Optional<List<Expression>> list = node instanceof YamlNode.Sequence s ? Optional.of(s.texts().stream().map(Expression::parse).toList())
                : Expression.parse(node.text()).asList();
        return list.map(l -> Mixtures.pure(amplitudes.read(node.place(), l, of)));
    }

    private List<Component> alongEnergy(List<Component> components) {
        return components.size() == 1 ? components : Mixtures.alongEnergy(components, check.atStart(hamiltonianSource, hamiltonian));
    }

    private List<Component> whole(Source source) {
        Expression expression = Expression.parse(source);
        if (expression.asName().filter("ground"::equals).isPresent()) {
            return ground(source);
        }
        Optional<Expression.Call> call = expression.asCall();
        if (call.isPresent() && call.get().name().equals("thermal")) {
            double beta = argument(source, call.get()).number(scope);
            requireSize(source, space.dimension());
            List<Component> gibbs = Mixtures.gibbs(check.atStart(hamiltonianSource, hamiltonian), beta);
            for (int s : CutOffs.of(space)) {
                noteThermalLoss(s, space.dimension(), populations(space, s, gibbs),
                        longer -> populations(longer, s, Mixtures.gibbs(check.atStart(hamiltonianSource, hamiltonianOf(longer)), beta)));
            }
            return gibbs;
        }
        if (call.isPresent() && call.get().name().equals("density")) {
            return alongEnergy(density(source, argument(source, call.get()), scope));
        }
        if (space.subsystems().size() == 1 && isCut(0)) {
            noteKetLoss(expression, 0);
        }
        return pure(source, expression.ket(scope.withKets()));
    }

    private List<Component> ground(Source source) {
        requireSize(source, space.dimension());
        HermitianEigen eigen = HermitianEigen.of(check.atStart(hamiltonianSource, hamiltonian));
        double[] e = eigen.values();
        if (e.length > 1 && Rounding.isOne(e[0], eigen.roundings()[0], e[1], eigen.roundings()[1])) {
            throw ModelFileException.at(source, "expected one lowest state of the hamiltonian at the start, found several of energy "
                    + PhysicsCheck.number(e[0]) + ": write thermal(beta) or a ket");
        }
        return Mixtures.pure(new Ket(eigen.vectorsRe()[0], eigen.vectorsIm()[0]));
    }

    private List<Component> product(YamlNode.Mapping mapping) {
        YamlNode[] factors = factors(mapping);
        List<List<Component>> states = IntStream.range(0, factors.length).mapToObj(s -> listed(factors[s], new Space(List.of(space.subsystems().get(s)))).orElseGet(() -> factor(s, factors[s].text()))).toList();
        double amplitudes = states.stream().mapToDouble(List::size).reduce(space.dimension(), (a, b) -> a * b);
        if (amplitudes > MAX_AMPLITUDES && amplitudes > space.dimension()) {
            throw mapping.error("expected a mixture of at most " + MAX_AMPLITUDES + " amplitudes in all its kets, found "
                    + PhysicsCheck.number(amplitudes));
        }
        return states.stream().reduce(Mixtures::product).orElseThrow();
    }

    /** What the file says of each subsystem; a member of an array overrides what is said of all. */
    private YamlNode[] factors(YamlNode.Mapping mapping) {
        YamlNode[] factors = new YamlNode[space.subsystems().size()];
        YamlNode[] ofMember = new YamlNode[factors.length];
        for (YamlNode.Entry entry : mapping.nonEmpty("subsystem").entries().values()) {
            int[] members = members(entry.name());
            if (members.length > 0) {
                IntStream.of(members).forEach(s -> factors[s] = entry.value());
                continue;
            }
            int s = subsystem(entry);
            if (ofMember[s] != null) {
                throw entry.error("the state of '" + space.subsystems().get(s).name() + "' is there twice");
            }
            ofMember[s] = entry.value();
        }
        for (int s = 0; s < factors.length; s++) {
            factors[s] = ofMember[s] == null ? factors[s] : ofMember[s];
            if (factors[s] == null) {
                throw mapping.error("expected a state for every subsystem, found none for '" + space.subsystems().get(s).name() + "'");
            }
        }
        return factors;
    }

    /** Indices of the members of an array, none if there is no such array. */
    private int[] members(String name) {
        return IntStream.range(0, space.subsystems().size())
                .filter(s -> space.subsystems().get(s).name().startsWith(name + "[")).toArray();
    }

    private int subsystem(YamlNode.Entry entry) {
        List<String> names = space.subsystems().stream().map(s -> s.name()).toList();
        int s = names.indexOf(entry.name());
        if (s >= 0) {
            return s;
        }
        if (!entry.name().contains("[")) {
            throw entry.error("unknown subsystem '" + NameRules.shortened(entry.name()) + "'" + NameRules.suggestion(entry.name(), names));
        }
        return Expression.parse(entry.key()).subsystem(scope);
    }

    private List<Component> factor(int subsystem, Source source) {
        Expression expression = Expression.parse(source);
        Space own = new Space(List.of(space.subsystems().get(subsystem)));
        Scope local = scope.withSpace(own);
        if (expression.asName().filter("mixed"::equals).isPresent()) {
            requireSize(source, own.dimension());
            return Mixtures.uniform(own.dimension());
        }
        Optional<Expression.Call> call = expression.asCall();
        if (call.isPresent() && call.get().name().equals("thermal")) {
            double beta = argument(source, call.get()).number(scope);
            requireSize(source, own.dimension());
            List<Component> gibbs = Mixtures.gibbs(ownTerms(space, subsystem), beta);
            if (isCut(subsystem)) {
                noteThermalLoss(subsystem, own.dimension(), populations(own, 0, gibbs), longer -> populations(
                        new Space(List.of(longer.subsystems().get(subsystem))), 0, Mixtures.gibbs(ownTerms(longer, subsystem), beta)));
            }
            return gibbs;
        }
        if (call.isPresent() && call.get().name().equals("density")) {
            return density(source, argument(source, call.get()), local);
        }
        if (isCut(subsystem)) {
            noteKetLoss(expression, subsystem);
        }
        return pure(source, expression.ket(local.withKetsOf(0)));
    }

    private void noteKetLoss(Expression expression, int subsystem) {
        try {
            noteLoss(subsystem, SpaceReader.MAX_DIMENSION, levels -> populations(
                    expression.ket(scope.withSpace(new Space(List.of(space.subsystems().get(subsystem).withLevelCount(levels)))).withKetsOf(0))));
        } catch (ModelFileException e) {
            // amplitudes that a program gives end with the ladder: nothing is cut off
            return;
        }
    }

    private boolean isCut(int subsystem) {
        return space.subsystems().get(subsystem).ladder() == Subsystem.Ladder.CUT && space.subsystems().get(subsystem).kind() == Subsystem.Kind.BOSON;
    }

    /** Twice as many levels of the subsystem are looked at where that is soon done, else those that there are. */
    private void noteThermalLoss(int subsystem, int eigenproblem, double[] populations, Function<Space, double[]> ofLonger) {
        Subsystem of = space.subsystems().get(subsystem);
        int levels = Math.max(2 * of.dimension(), of.dimension() + StartLosses.LEAST_MORE);
        List<Subsystem> others = new ArrayList<>(space.subsystems());
        others.set(subsystem, of.withLevelCount(levels));
        double factor = (double) levels / of.dimension();
        if (factor * eigenproblem > MAX_LONGER_EIGENPROBLEM || factor * space.dimension() > MAX_LONGER) {
            StartLosses.extrapolated(of.name(), populations).ifPresent(losses::add);
            return;
        }
        try {
            double[] longer = ofLonger.apply(new Space(others));
            noteLoss(subsystem, levels, n -> longer);
        } catch (ModelFileException e) {
            // operators that end with the ladder have no longer one
            return;
        }
    }

    private void noteLoss(int subsystem, int most, IntFunction<double[]> populations) {
        Subsystem of = space.subsystems().get(subsystem);
        StartLosses.of(of.name(), of.dimension(), most, populations).ifPresent(losses::add);
    }

    private static double[] populations(Ket ket) {
        return IntStream.range(0, ket.re().length).mapToDouble(n -> ket.re()[n] * ket.re()[n] + ket.im()[n] * ket.im()[n]).toArray();
    }

    /** Of the levels of one subsystem in a mixture on a space. */
    private static double[] populations(Space on, int subsystem, List<Component> mixture) {
        int stride = on.subsystems().stream().skip(subsystem + 1L).mapToInt(Subsystem::dimension).reduce(1, (a, b) -> a * b);
        double[] found = new double[on.subsystems().get(subsystem).dimension()];
        for (Component c : mixture) {
            for (int k = 0; k < c.re().length; k++) {
                found[k / stride % found.length] += c.probability() * (c.re()[k] * c.re()[k] + c.im()[k] * c.im()[k]);
            }
        }
        return found;
    }

    private TimeDependentOperator hamiltonianOf(Space other) {
        return Expression.parse(hamiltonianSource).operator(scope.withSpace(other).withTime());
    }

    /** The terms of H at the start that act on one subsystem alone, on its own space; constants beside them shift all energies alike. */
    private SparseMatrix ownTerms(Space of, int subsystem) {
        TimeDependentOperator terms = Expression.parse(hamiltonianSource).operator(scope.withSpace(of).withTime().withOnly(Set.of(subsystem)));
        SparseMatrix matrix = check.atStart(hamiltonianSource, check.hermitian("the own terms of a subsystem", hamiltonianSource, terms));
        int stride = of.subsystems().stream().skip(subsystem + 1L).mapToInt(Subsystem::dimension).reduce(1, (a, b) -> a * b);
        int dimension = of.subsystems().get(subsystem).dimension();
        SparseMatrixBuilder own = new SparseMatrixBuilder(dimension);
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                own.add(i, j, matrix.re(i * stride, j * stride), matrix.im(i * stride, j * stride));
            }
        }
        return own.build();
    }

    private static Expression argument(Source source, Expression.Call call) {
        if (call.arguments().size() != 1) {
            throw ModelFileException.at(source, "expected one argument of '" + call.name() + "', found " + call.arguments().size());
        }
        return call.arguments().get(0);
    }

    private static List<Component> pure(Source source, Ket ket) {
        double norm = ket.squaredNorm();
        if (!(norm > 0) || !Double.isFinite(norm)) {
            throw ModelFileException.at(source, "expected a state that can be normalised, found squared norm " + PhysicsCheck.number(norm));
        }
        return Mixtures.pure(ket);
    }

    private List<Component> density(Source source, Expression argument, Scope local) {
        TimeDependentOperator x = check.hermitian("a density matrix", source, argument.operator(local));
        requireSize(source, x.dimension());
        SparseMatrix matrix = check.atStart(source, x);
        double trace = IntStream.range(0, matrix.dimension()).mapToDouble(i -> matrix.re(i, i)).sum();
        if (Math.abs(trace - 1) > TRACE_TOLERANCE) {
            throw ModelFileException.at(source, "expected a density matrix of trace 1, found trace " + PhysicsCheck.number(trace)
                    + (Math.abs(trace - 1) < TRACE_SHOWN ? ", off by " + PhysicsCheck.number(trace - 1) : ""));
        }
        HermitianEigen eigen = HermitianEigen.of(matrix);
        if (eigen.values()[0] < -NEGATIVE_TOLERANCE) {
            throw ModelFileException.at(source, "expected a density matrix without negative eigenvalues, found "
                    + PhysicsCheck.number(eigen.values()[0]));
        }
        return Mixtures.mixture(eigen.values(), eigen);
    }

    private static void requireSize(Source source, int dimension) {
        if (dimension > MAX_EIGENPROBLEM) {
            throw ModelFileException.at(source, "expected dimension at most " + MAX_EIGENPROBLEM
                    + " for a state that needs eigenvectors, found " + dimension);
        }
    }
}
