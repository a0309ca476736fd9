package org.unravel.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.unravel.exact.CountingDistribution.Atom;
import org.unravel.model.Channel;
import org.unravel.model.Eigenspaces;
import org.unravel.model.InitialState;
import org.unravel.model.InitialState.Component;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.Quantity;
import org.unravel.model.Reason;
import org.unravel.model.TimeGrid;
import org.unravel.numeric.Rounding;

/**
 * The exact distribution of W_TPM = E_m − E_n − Q: for each outcome n at the start the joint probability of the outcome m at the end and of the net
 * numbers of quanta, by Fourier inversion of Tr[Π_m Λ_χ(Π_nρΠ_n)] (physics.md, "What is counted, exactly"). Only the quanta must be commensurate, the energies need not.
 */
final class WorkAtoms {

    private static final int MAX_DIRECTIONS = 2;
    /** Most pairs of outcomes: beyond, atoms lie too close to be of use. */
    private static final int MOST_PAIRS = 1024;
    /** Numbers of one integration: enough to share the cost of moving H(t), few enough for the second-level cache. */
    private static final int NUMBERS_AT_ONCE = 4096;
    /** Probabilities below the error of the inversion that are left out. */
    private static final double NEGLIGIBLE = 1e-13;

    private final Model model;
    private final WorkBudget budget;
    private final TiltedFlow flow;
    private final CountingLattice lattice;
    private final CountingWindow window;
    private final Eigenspaces start;
    private final Eigenspaces end;
    private final List<Atom> atoms = new ArrayList<>();
    private double leftOut;

    private WorkAtoms(Model model, TiltedFlow flow, CountingLattice lattice, WorkBudget budget) {
        this.model = model;
        this.budget = budget;
        this.flow = flow;
        this.lattice = lattice;
        this.window = lattice.directionCount() == 0 ? new CountingWindow(new int[0], new int[0], 0, 0)
                : CountingWindow.of(model, flow, lattice, OptionalDouble.empty(), budget);
        this.start = model.startEnergies();
        this.end = model.endEnergies();
    }

    /** The atoms, ascending; throws a ModelException that says why where there are none. */
    static WorkDistribution solve(Model model, TiltedFlow flow, WorkBudget budget) {
        if (!model.channels().stream().allMatch(c -> c.heat().isConstant())) {
            throw new ModelException(Reason.NOT_APPLICABLE, "quanta must be constant for the exact distribution of work.tpm");
        }
        if (model.startEnergies().count() * model.endEnergies().count() > MOST_PAIRS) {
            throw new ModelException(Reason.NOT_APPLICABLE, "expected at most " + MOST_PAIRS + " pairs of energies for the exact distribution of work.tpm, found "
                    + model.startEnergies().count() * model.endEnergies().count());
        }
        CountingLattice lattice = CountingLattice.of(Quantity.WORK_TPM,
                model.channels().stream().map(Channel::heat).mapToDouble(q -> q.at(0).re()).toArray());
        if (lattice.directionCount() > MAX_DIRECTIONS) {
            throw new ModelException(Reason.NOT_APPLICABLE, "the quanta must be multiples of at most " + MAX_DIRECTIONS
                    + " common units for the exact distribution of work.tpm, found " + lattice.directionCount() + " units");
        }
        WorkAtoms work = new WorkAtoms(model, flow, lattice, budget);
        int[] outcomes = model.initial().components().stream().mapToInt(work.start::spaceOf).distinct().sorted().toArray();
        budget.require(work.window.evaluationCount() * (double) work.window.pointCount() * outcomes.length * work.flow.work());
        double[][][] g = work.characteristicFunctions(outcomes);
        for (int n = 0; n < outcomes.length; n++) {
            work.addFrom(outcomes[n], g[n]);
        }
        return new WorkDistribution(work.gathered(), work.leftOut + work.window.outside());
    }

    private void addFrom(int startSpace, double[][] g) {
        for (int m = 0; m < end.count(); m++) {
            double[] p = FourierInversion.probabilities(g[m], window);
            for (int i = 0; i < p.length; i++) {
                if (p[i] > NEGLIGIBLE) {
                    atoms.add(atom(startSpace, m, i, p[i]));
                } else {
                    leftOut += Math.abs(p[i]);
                }
            }
        }
    }

    private Atom atom(int startSpace, int endSpace, int point, double probability) {
        int[] n = FourierInversion.indices(point, window.size());
        double heat = 0;
        double magnitude = Math.abs(end.values()[endSpace]) + Math.abs(start.values()[startSpace]);
        for (int f = 0; f < n.length; f++) {
            double part = (window.lowest()[f] + n[f]) * lattice.units()[f];
            heat += part;
            magnitude += Math.abs(part);
        }
        return new Atom(end.values()[endSpace] - start.values()[startSpace] - heat, probability,
                end.roundings()[endSpace] + start.roundings()[startSpace] + Rounding.OF_SUM * magnitude);
    }

    /** The part of the initial state that has an outcome. */
    private double[] part(int startSpace) {
        List<Component> kets = model.initial().components().stream().filter(c -> start.spaceOf(c) == startSpace).toList();
        return flow.restrict(DenseMatrix.packed(new InitialState(kets)));
    }

    /** Tr[Π_m Λ_χ(ρ_n)] on the whole grid of fields, interleaved, shape [outcomes n][m][]; half of it from the other half by G(−χ) = G(χ)*. */
    private double[][][] characteristicFunctions(int[] outcomes) {
        int count = window.pointCount();
        double[][][] g = new double[outcomes.length][end.count()][2 * count];
        double[][] projectors = new double[end.count()][];
        for (int m = 0; m < end.count(); m++) {
            int space = m;
            projectors[m] = flow.restrict(SpectralMatrix.ofEigenvectors(end.eigen(),
                    Arrays.stream(end.spaceOf()).mapToDouble(s -> s == space ? 1 : 0).toArray()));
        }
        int[] fields = IntStream.range(0, count).filter(j -> j <= FourierInversion.opposite(j, window.size())).toArray();
        int batch = Math.max(1, NUMBERS_AT_ONCE / (2 * flow.size()));
        double[][] parts = Arrays.stream(outcomes).mapToObj(this::part).toArray(double[][]::new);
        for (int from = 0; from < fields.length * outcomes.length; from += batch) {
            // each of the batch: one field and one outcome
            int[] some = IntStream.range(from, Math.min(fields.length * outcomes.length, from + batch)).toArray();
            double[] y = propagated(some, fields, parts);
            for (int i = 0; i < some.length; i++) {
                read(y, 2 * i * flow.size(), fields[some[i] % fields.length], projectors, g[some[i] / fields.length]);
            }
        }
        return g;
    }

    private void read(double[] y, int offset, int j, double[][] projectors, double[][] g) {
        int opposite = FourierInversion.opposite(j, window.size());
        for (int m = 0; m < end.count(); m++) {
            double re = flow.overlap(projectors[m], 0, y, offset);
            double im = flow.overlap(projectors[m], 0, y, offset + flow.size());
            g[m][2 * opposite] = re;
            g[m][2 * opposite + 1] = -im;
            g[m][2 * j] = re;
            g[m][2 * j + 1] = im;
        }
    }

    private double[] propagated(int[] some, int[] fields, double[][] parts) {
        double[][] phases = Arrays.stream(some).mapToObj(i -> phases(fields[i % fields.length])).toArray(double[][]::new);
        CharacteristicFunctionSystem system = new CharacteristicFunctionSystem(flow, phases);
        double[] y = new double[system.getDimension()];
        for (int i = 0; i < some.length; i++) {
            System.arraycopy(parts[some[i] / fields.length], 0, y, 2 * i * flow.size(), flow.size());
        }
        StopTimes stops = StopTimes.of(model, new TimeGrid(model.time().start(), model.time().end(), 2));
        return new PiecewiseIntegration(stops, system, budget, 2 * some.length * flow.work()).advanceToEnd(y);
    }

    /** χ_j · ν_k of each channel, χ_j = 2πj/N in each direction. */
    private double[] phases(int field) {
        int[] j = FourierInversion.indices(field, window.size());
        return Arrays.stream(lattice.steps()).mapToDouble(n -> {
            double phase = 0;
            for (int f = 0; f < n.length; f++) {
                phase += 2 * Math.PI * Math.floorMod((long) j[f] * n[f], (long) window.size()[f]) / window.size()[f];
            }
            return phase;
        }).toArray();
    }

    /** Ascending; values that rounding does not tell apart as one, which shows that of the least rounding. */
    private List<Atom> gathered() {
        int[] sets = Rounding.sets(atoms.stream().mapToDouble(Atom::value).toArray(), atoms.stream().mapToDouble(Atom::rounding).toArray());
        Atom[] all = new Atom[1 + Arrays.stream(sets).max().orElse(-1)];
        for (int i = 0; i < sets.length; i++) {
            all[sets[i]] = all[sets[i]] == null ? atoms.get(i) : together(all[sets[i]], atoms.get(i));
        }
        return List.of(all);
    }

    private static Atom together(Atom first, Atom second) {
        Atom shown = first.rounding() <= second.rounding() ? first : second;
        double apart = Math.abs(first.value() - second.value());
        return new Atom(shown.value(), first.probability() + second.probability(),
                Math.max(shown.rounding(), apart + Math.max(first.rounding(), second.rounding())));
    }
}
