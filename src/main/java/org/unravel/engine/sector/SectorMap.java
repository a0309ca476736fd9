package org.unravel.engine.sector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.unravel.model.Channel;
import org.unravel.model.InitialState;
import org.unravel.model.Model;
import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.BlockPartition;
import org.unravel.numeric.SparseMatrix;

/**
 * The sectors that trajectories of a model can come to, and the way of every channel from sector to sector.
 *
 * <p>They are the finest unions of invariant blocks of H, E and K such that every initial ket lies in one and every channel takes each into one
 * (or to zero). Then a trajectory is in one sector at any time, and no phase between sectors counts. Where kets are superpositions over all blocks
 * this is one sector with all of them.
 *
 * @param model the model
 * @param sectors those that can be reached, in the order of their first state
 * @param sectorOf for each basis state its sector, or −1
 * @param target for each sector and channel the sector it leads to, or −1 where it cannot fire
 */
public record SectorMap(Model model, List<Sector> sectors, int[] sectorOf, int[][] target) {

    public static SectorMap of(Model model) {
        Sector whole = Sector.whole(model);
        int[] sectorOf = new Closure(whole, model).sectorOf();
        int count = Arrays.stream(sectorOf).max().orElseThrow() + 1;
        List<Sector> sectors = new ArrayList<>();
        List<Channel> channels = model.channels();
        for (int m = 0; m < count; m++) {
            sectors.add(whole.restricted(statesOf(sectorOf, m)));
        }
        int[][] target = new int[count][channels.size()];
        for (int k = 0; k < channels.size(); k++) {
            for (int[] row : target) {
                row[k] = -1;
            }
            for (TimeDependentOperator.Term term : channels.get(k).operator().terms()) {
                SparseMatrix a = term.matrix();
                for (int i = 0; i < a.dimension(); i++) {
                    for (int p = a.rowStart()[i]; p < a.rowStart()[i + 1]; p++) {
                        if (sectorOf[a.columns()[p]] >= 0) {
                            target[sectorOf[a.columns()[p]]][k] = sectorOf[i];
                        }
                    }
                }
            }
        }
        return new SectorMap(model, List.copyOf(sectors), sectorOf, target);
    }

    private static int[] statesOf(int[] sectorOf, int sector) {
        int[] states = new int[sectorOf.length];
        int n = 0;
        for (int i = 0; i < sectorOf.length; i++) {
            if (sectorOf[i] == sector) {
                states[n++] = i;
            }
        }
        return Arrays.copyOf(states, n);
    }

    /** The sector of an initial ket. */
    public int sectorOf(InitialState.Component ket) {
        for (int i = 0; i < sectorOf.length; i++) {
            if (ket.re()[i] != 0 || ket.im()[i] != 0) {
                return sectorOf[i];
            }
        }
        throw new IllegalArgumentException("expected a ket that is not zero");
    }

    /** The basis states that trajectories can come to, ascending. */
    public int[] reached() {
        return IntStream.range(0, sectorOf.length).filter(i -> sectorOf[i] >= 0).toArray();
    }

    public int largestSector() {
        return sectors.stream().mapToInt(Sector::dimension).max().orElseThrow();
    }

    /** Joins blocks until every ket and every channel keeps to one union, over the unions that can be reached. */
    private static final class Closure {

        private final BlockPartition blocks;
        private final int[] parent;
        private final boolean[] reached;
        private boolean changed;

        Closure(Sector whole, Model model) {
            List<SparseMatrix> patterns = new ArrayList<>();
            List<TimeDependentOperator> operators = new ArrayList<>(List.of(whole.hamiltonian(), whole.energy(), whole.jumpRate()));
            operators.addAll(whole.apart());
            for (TimeDependentOperator o : operators) {
                o.terms().forEach(t -> patterns.add(t.matrix()));
            }
            blocks = BlockPartition.of(model.dimension(), patterns);
            parent = new int[blocks.blockCount()];
            reached = new boolean[parent.length];
            Arrays.setAll(parent, m -> m);
            for (InitialState.Component ket : model.initial().components()) {
                startWith(ket);
            }
            do {
                changed = false;
                model.channels().forEach(c -> follow(c.operator()));
            } while (changed);
        }

        private int root(int block) {
            int r = block;
            while (parent[r] != r) {
                parent[r] = parent[parent[r]];
                r = parent[r];
            }
            return r;
        }

        private void startWith(InitialState.Component ket) {
            int first = -1;
            for (int i = 0; i < ket.re().length; i++) {
                if (ket.re()[i] != 0 || ket.im()[i] != 0) {
                    reached[blocks.blockOf(i)] = true;
                    first = join(first, blocks.blockOf(i));
                }
            }
        }

        /** Joins the images of each union. */
        private void follow(TimeDependentOperator operator) {
            int[] image = new int[parent.length];
            Arrays.fill(image, -1);
            for (TimeDependentOperator.Term term : operator.terms()) {
                SparseMatrix a = term.matrix();
                for (int i = 0; i < a.dimension(); i++) {
                    for (int p = a.rowStart()[i]; p < a.rowStart()[i + 1]; p++) {
                        int from = blocks.blockOf(a.columns()[p]);
                        if (reached[from]) {
                            int to = blocks.blockOf(i);
                            changed |= !reached[to];
                            reached[to] = true;
                            image[root(from)] = join(image[root(from)], to);
                        }
                    }
                }
            }
        }

        /** Joins two blocks; −1 stands for none. */
        private int join(int one, int other) {
            if (one < 0 || root(one) == root(other)) {
                return root(other);
            }
            changed = true;
            int a = Math.min(root(one), root(other));
            parent[Math.max(root(one), root(other))] = a;
            return a;
        }

        /** For each basis state the index of its union, counted in the order of first states, or −1 where it is never reached. */
        int[] sectorOf() {
            TreeMap<Integer, Integer> index = new TreeMap<>();
            int[] sectorOf = new int[blocks.dimension()];
            for (int i = 0; i < sectorOf.length; i++) {
                int block = blocks.blockOf(i);
                sectorOf[i] = reached[block] ? index.computeIfAbsent(root(block), r -> index.size()) : -1;
            }
            return sectorOf;
        }
    }
}
