package org.unravel.exact;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.numeric.SparseMatrix;

/**
 * The generator of a model that does not depend on time in {@link Extended} numbers, so that rates of 1e9 leave the digits of rates of 1e-9 and the trace is
 * kept to all digits: the part without jumps, and the jump term of each channel, on packed Hermitian matrices ({@link DenseMatrix}).
 *
 * <p>What is here built from the operators equals ρ̇ of physics.md, "The trajectories". Immutable.
 */
final class ExtendedGenerator {

    private final int dimension;
    private final ExtendedMap still;
    private final ExtendedMap[] jumps;
    /** Where a population may go next: {@code leads[i][j]} from level i to j. */
    private final boolean[][] leads;

    private ExtendedGenerator(Model model) {
        this.dimension = model.dimension();
        this.leads = new boolean[dimension][dimension];
        double t = model.time().start();
        double branch = StopTimes.of(model).branchAfter(0);
        Extended[][] re = zeros();
        Extended[][] im = zeros();
        List<Channel> channels = model.channels();
        this.jumps = new ExtendedMap[channels.size()];
        for (int k = 0; k < jumps.length; k++) {
            SparseMatrix l = channels.get(k).operator().at(t, branch);
            double rate = channels.get(k).rate().at(t, branch).re();
            jumps[k] = ExtendedMap.sandwich(l, rate);
            subtractHalfOfProduct(l, rate, re, im);
            for (int i = 0; i < dimension && rate != 0; i++) {
                for (int p = l.rowStart()[i]; p < l.rowStart()[i + 1]; p++) {
                    leads[l.columns()[p]][i] = true;
                }
            }
        }
        subtractHamiltonian(model.hamiltonian().at(t, branch), re, im);
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                leads[j][i] |= re[i][j].high() != 0 || im[i][j].high() != 0;
            }
        }
        this.still = ExtendedMap.oneSided(re, im);
    }

    /** The generator at the start of a model. */
    static ExtendedGenerator of(Model model) {
        return new ExtendedGenerator(model);
    }

    private Extended[][] zeros() {
        Extended[][] all = new Extended[dimension][dimension];
        for (Extended[] row : all) {
            Arrays.fill(row, Extended.ZERO);
        }
        return all;
    }

    /** −rate L†L/2. */
    private static void subtractHalfOfProduct(SparseMatrix l, double rate, Extended[][] re, Extended[][] im) {
        for (int a = 0; a < l.dimension(); a++) {
            for (int p = l.rowStart()[a]; p < l.rowStart()[a + 1]; p++) {
                for (int q = l.rowStart()[a]; q < l.rowStart()[a + 1]; q++) {
                    int m = l.columns()[p];
                    int n = l.columns()[q];
                    Extended x = Extended.product(l.re()[p], l.re()[q]).plus(Extended.product(l.im()[p], l.im()[q]));
                    Extended y = Extended.product(l.re()[p], l.im()[q]).minus(Extended.product(l.im()[p], l.re()[q]));
                    re[m][n] = re[m][n].minus(x.times(rate).times(0.5));
                    im[m][n] = im[m][n].minus(y.times(rate).times(0.5));
                }
            }
        }
    }

    /** −iH; the lower triangle is taken from the upper one, so that rounding leaves H Hermitian. */
    private static void subtractHamiltonian(SparseMatrix h, Extended[][] re, Extended[][] im) {
        for (int i = 0; i < h.dimension(); i++) {
            for (int p = h.rowStart()[i]; p < h.rowStart()[i + 1]; p++) {
                int j = h.columns()[p];
                if (j >= i) {
                    Extended x = Extended.of(h.re()[p]);
                    Extended y = Extended.of(j == i ? 0 : h.im()[p]);
                    re[i][j] = re[i][j].plus(y);
                    im[i][j] = im[i][j].minus(x);
                    if (j > i) {
                        re[j][i] = re[j][i].minus(y);
                        im[j][i] = im[j][i].minus(x);
                    }
                }
            }
        }
    }

    int dimension() {
        return dimension;
    }

    int channelCount() {
        return jumps.length;
    }

    /** Place of each of all D² numbers among those that given ones lead to, −1 for the others; with jumps or without. */
    int[] reach(boolean[] from, Evolution evolution) {
        boolean[] marked = from.clone();
        boolean grown = true;
        while (grown) {
            grown = still.spread(marked);
            for (int k = 0; k < jumps.length && evolution == Evolution.WITH_JUMPS; k++) {
                grown |= jumps[k].spread(marked);
            }
        }
        return places(marked);
    }

    /** What makes a state evolve. */
    enum Evolution { WITH_JUMPS, WITHOUT_JUMPS }

    private static int[] places(boolean[] marked) {
        int[] place = new int[marked.length];
        int n = 0;
        for (int i = 0; i < place.length; i++) {
            place[i] = marked[i] ? n++ : -1;
        }
        return place;
    }

    /** The numbers on one class of levels that its identity leads to without leaving the class. */
    int[] reachWithin(int[] levels) {
        boolean[] inside = new boolean[dimension * dimension];
        boolean[] marked = new boolean[inside.length];
        for (int i : levels) {
            marked[i * (dimension + 1)] = true;
            for (int j : levels) {
                inside[i * dimension + j] = true;
            }
        }
        boolean grown = true;
        while (grown) {
            grown = false;
            boolean[] before = marked.clone();
            still.spread(marked);
            for (ExtendedMap jump : jumps) {
                jump.spread(marked);
            }
            for (int i = 0; i < marked.length; i++) {
                marked[i] &= inside[i];
                grown |= marked[i] && !before[i];
            }
        }
        return places(marked);
    }

    /** Classes of levels that lead to each other, of all that the marked levels lead to (strongly connected components). */
    List<int[]> classesFrom(boolean[] start) {
        boolean[][] reaches = new boolean[dimension][];
        for (int i = 0; i < dimension; i++) {
            boolean[] one = new boolean[dimension];
            one[i] = true;
            reaches[i] = closure(one);
        }
        boolean[] all = closure(start);
        return IntStream.range(0, dimension).filter(i -> all[i]).filter(i -> IntStream.range(0, i).noneMatch(j -> reaches[i][j] && reaches[j][i]))
                .mapToObj(i -> IntStream.range(0, dimension).filter(j -> reaches[i][j] && reaches[j][i]).toArray()).toList();
    }

    private boolean[] closure(boolean[] start) {
        boolean[] marked = start.clone();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (int i = 0; i < dimension; i++) {
                for (int j = 0; j < dimension && marked[i]; j++) {
                    if (leads[i][j] && !marked[j]) {
                        marked[j] = true;
                        grown = true;
                    }
                }
            }
        }
        return marked;
    }

    /** The dense generator on some numbers, each jump multiplied by a factor. */
    ExtendedMatrix tilted(Extended[] factors, int[] place) {
        ExtendedMatrix out = noJump(place);
        for (int k = 0; k < jumps.length; k++) {
            jumps[k].addTo(out, factors[k], place);
        }
        return out;
    }

    /** The dense part without jumps on some numbers. */
    ExtendedMatrix noJump(int[] place) {
        int size = Arrays.stream(place).max().orElse(-1) + 1;
        ExtendedMatrix out = new ExtendedMatrix(size, size);
        still.addTo(out, Extended.of(1), place);
        return out;
    }

    /** Σ_k weight_k L_kρL_k† of a column on some numbers. */
    ExtendedMatrix jumps(double[] weights, ExtendedMatrix vector, int[] place) {
        ExtendedMatrix sum = new ExtendedMatrix(vector.rows(), 1);
        for (int k = 0; k < weights.length; k++) {
            if (weights[k] != 0) {
                ExtendedMatrix image = jumps[k].apply(vector, place);
                for (int i = 0; i < sum.rows(); i++) {
                    sum.add(i, 0, image.get(i, 0).times(weights[k]));
                }
            }
        }
        return sum;
    }

    /** The trace of a column on some numbers. */
    Extended trace(ExtendedMatrix vector, int[] place) {
        Extended sum = Extended.ZERO;
        for (int i = 0; i < dimension; i++) {
            int at = place[i * (dimension + 1)];
            sum = at < 0 ? sum : sum.plus(vector.get(at, 0));
        }
        return sum;
    }
}
