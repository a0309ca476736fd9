package org.unravel.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

import org.unravel.exact.CountingDistribution.Atom;
import org.unravel.model.Channel;
import org.unravel.model.Eigenspaces;
import org.unravel.model.InitialState;
import org.unravel.model.InitialState.Component;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.TimeGrid;

/**
 * The exact distribution of W_TPM = E_m − E_n − Q: for each outcome n at the start the joint probability of the outcome m at the end and of the net
 * numbers of quanta, by Fourier inversion of Tr[Π_m Λ_χ(Π_nρΠ_n)] (trajectories.md §4). Only the quanta must be commensurate, the energies need not.
 */
final class WorkAtoms {

    private static final int MAX_DIRECTIONS = 2;
    /** Most pairs of outcomes: beyond, atoms lie too close to be of use. */
    private static final int MOST_PAIRS = 1024;
    /** Atoms closer than this part of the largest energy are one. */
    private static final double SAME_ATOM = 1e-9;
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

    /**
     * The distribution.
     *
     * @param atoms ascending
     * @param outside bound of the probability that they lack: outside the window, or below the error of the inversion
     */
    record Found(List<Atom> atoms, double outside) {
    }

    private WorkAtoms(Model model, CountingLattice lattice, WorkBudget budget) {
        this.model = model;
        this.budget = budget;
        this.flow = TiltedFlow.of(model);
        this.lattice = lattice;
        this.window = lattice.directionCount() == 0 ? new CountingWindow(new int[0], new int[0], 0, 0)
                : CountingWindow.of(model, flow, lattice, OptionalDouble.empty(), budget);
        this.start = model.startEnergies();
        this.end = model.endEnergies();
    }

    /** The atoms, ascending; throws a ModelException that says why where there are none. */
    static Found solve(Model model, WorkBudget budget) {
        if (!model.channels().stream().allMatch(c -> c.heat().isConstant())) {
            throw new ModelException("quanta must be constant for the exact distribution of work.tpm");
        }
        if (model.startEnergies().count() * model.endEnergies().count() > MOST_PAIRS) {
            throw new ModelException("expected at most " + MOST_PAIRS + " pairs of energies for the exact distribution of work.tpm, found "
                    + model.startEnergies().count() * model.endEnergies().count());
        }
        CountingLattice lattice = CountingLattice.of(model.channels().stream().map(Channel::heat).mapToDouble(q -> q.at(0).re()).toArray())
                .filter(l -> l.directionCount() <= MAX_DIRECTIONS)
                .orElseThrow(() -> new ModelException("the quanta must be small multiples of at most " + MAX_DIRECTIONS
                        + " common units for the exact distribution of work.tpm"));
        WorkAtoms work = new WorkAtoms(model, lattice, budget);
        for (int n = 0; n < work.start.count(); n++) {
            work.addFrom(n);
        }
        return new Found(work.gathered(), work.leftOut + work.window.outside());
    }

    private void addFrom(int startSpace) {
        List<Component> kets = model.initial().components().stream().filter(c -> start.spaceOf(c) == startSpace).toList();
        if (kets.isEmpty()) {
            return;
        }
        double[] packed = flow.restrict(DenseMatrix.packed(new InitialState(kets)));
        double[][] g = characteristicFunctions(packed);
        for (int m = 0; m < end.count(); m++) {
            double[] p = FourierInversion.probabilities(g[m], window);
            for (int i = 0; i < p.length; i++) {
                if (p[i] > NEGLIGIBLE) {
                    atoms.add(new Atom(end.values()[m] - start.values()[startSpace] - heat(i), p[i]));
                } else {
                    leftOut += Math.abs(p[i]);
                }
            }
        }
    }

    private double heat(int point) {
        int[] n = FourierInversion.indices(point, window.size());
        double heat = 0;
        for (int f = 0; f < n.length; f++) {
            heat += (window.lowest()[f] + n[f]) * lattice.units()[f];
        }
        return heat;
    }

    /** Tr[Π_m Λ_χ(ρ_n)] on the whole grid of fields, interleaved, for each m; half of it from the other half by G(−χ) = G(χ)*. */
    private double[][] characteristicFunctions(double[] packed) {
        int count = window.pointCount();
        double[][] g = new double[end.count()][2 * count];
        double[][] projectors = new double[end.count()][];
        for (int m = 0; m < end.count(); m++) {
            int space = m;
            projectors[m] = flow.restrict(SpectralMatrix.ofEigenvectors(end.eigen(),
                    Arrays.stream(end.spaceOf()).mapToDouble(s -> s == space ? 1 : 0).toArray()));
        }
        for (int j = 0; j < count; j++) {
            int opposite = FourierInversion.opposite(j, window.size());
            if (j > opposite) {
                continue;
            }
            double[] y = propagated(packed, j);
            for (int m = 0; m < end.count(); m++) {
                g[m][2 * j] = flow.overlap(projectors[m], 0, y, 0);
                g[m][2 * j + 1] = flow.overlap(projectors[m], 0, y, packed.length);
                g[m][2 * opposite] = g[m][2 * j];
                g[m][2 * opposite + 1] = opposite == j ? g[m][2 * j + 1] : -g[m][2 * j + 1];
            }
        }
        return g;
    }

    private double[] propagated(double[] packed, int field) {
        double[][] phases = {phases(field)};
        CharacteristicFunctionSystem system = new CharacteristicFunctionSystem(flow, phases);
        double[] y = Arrays.copyOf(packed, 2 * packed.length);
        double[] absolute = new double[y.length];
        Arrays.fill(absolute, PiecewiseIntegration.ABSOLUTE_TOLERANCE);
        StopTimes stops = StopTimes.of(model, new TimeGrid(model.time().start(), model.time().end(), 2));
        return new PiecewiseIntegration(model.name(), stops, system, absolute, budget, 2 * flow.work()).advanceToEnd(y);
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

    /** Ascending, equal values as one. */
    private List<Atom> gathered() {
        atoms.sort(Comparator.comparingDouble(Atom::value));
        double same = SAME_ATOM * Math.max(Math.abs(atoms.get(0).value()), Math.abs(atoms.get(atoms.size() - 1).value()));
        List<Atom> all = new ArrayList<>();
        for (Atom atom : atoms) {
            int last = all.size() - 1;
            if (last >= 0 && atom.value() - all.get(last).value() <= same) {
                all.set(last, new Atom(all.get(last).value(), all.get(last).probability() + atom.probability()));
            } else {
                all.add(atom);
            }
        }
        return all;
    }
}
