package org.unravel.engine.sparse;

import org.unravel.engine.sector.EnergyTerms;
import org.unravel.engine.taylor.SlicedRows;
import org.unravel.engine.taylor.TaylorKernel;
import org.unravel.numeric.LobattoKronrod;

/**
 * Energy integrals over the first part of a segment, by nested rules of 4, 7 and 13 nodes ({@link LobattoKronrod}). Between jumps work, drift heat
 * and unitary heat are all that changes ⟨E⟩ (physics.md, "The ledger"), and ⟨E⟩ is known at both ends: so the error of a rule is
 * known exactly, and the next rule is taken where it is too large. The integrals themselves stay the sums of the rule. One per worker.
 *
 * <p>No such balance holds for the heat of a single bath: where baths are apart, two rules must agree, and the better one errs by some (200 d)^1.5 if they
 * differ by a part d of the energy (Piessens, de Doncker-Kapenga, Überhuber and Kahaner, QUADPACK, 1983, §2.2.4.1).
 */
final class SegmentQuadrature {

    private static final int LAST = LobattoKronrod.COUNT - 1;
    /** First nodes of the passes of three nodes, four apart, that each level adds. */
    private static final int[][] PASSES = {{4}, {2}, {1, 3}};

    private static final double QUADPACK = 200;

    private final EnergyTerms terms;
    private final TaylorSeries series;
    private final SparseForms forms;
    private final int stride;
    private final double[] endRe;
    private final double[] endIm;
    private final double[] nodeRe;
    private final double[] nodeIm;
    private final int count;
    private final double[] values;
    private double offset;
    private double length;
    private double place;
    private double drift;
    private double unitary;
    private double work;
    private double[] apart;
    private double[] before;

    SegmentQuadrature(SparseTables tables, TaylorSeries series, SparseForms forms) {
        int dimension = tables.model().dimension();
        this.terms = tables.terms();
        this.series = series;
        this.forms = forms;
        this.count = SparseForms.count(terms);
        this.values = new double[LobattoKronrod.COUNT * count];
        this.apart = new double[terms.apart()];
        this.before = new double[terms.apart()];
        this.stride = TaylorSeries.stride(dimension);
        this.endRe = new double[TaylorKernel.PLACES * stride + SlicedRows.HEIGHT];
        this.endIm = new double[endRe.length];
        this.nodeRe = new double[endRe.length];
        this.nodeIm = new double[endRe.length];
    }

    /** Bytes of the kets at nodes. */
    static long bytes(int dimension) {
        return 32L * TaylorKernel.PLACES * TaylorSeries.stride(dimension);
    }

    /**
     * Takes the forms of the ket that a segment starts from.
     *
     * @param from start of the segment in time, counted from that of its piece of the drive
     * @param time length of the segment
     */
    void start(SparseKet ket, double from, double time) {
        System.arraycopy(ket.forms(), 0, values, 0, count);
        offset = from;
        length = time;
    }

    /** Sets the end of the integral, a place in the segment, and computes the nodes of the coarsest rule. */
    void reach(double x) {
        place = x;
        pass(PASSES[0][0], endRe, endIm);
    }

    private void pass(int first, double[] re, double[] im) {
        series.evaluate(place * LobattoKronrod.node(first), place * LobattoKronrod.node(first + 4), place * LobattoKronrod.node(first + 8),
                re, im);
        for (int q = 0; q < TaylorKernel.PLACES; q++) {
            forms.moveTo(offset + length * (place * LobattoKronrod.node(first + 4 * q)));
            forms.of(re, im, SlicedRows.HEIGHT + q * stride, values, (first + 4 * q) * count);
        }
    }

    /**
     * Integrates up to the place that was reached.
     *
     * @param tolerance largest failure of closure, in the unit of energy
     * @param scale the energy scale
     * @return the level of the rule that closes, or {@link LobattoKronrod#LEVELS} if none does
     */
    int integrate(double tolerance, double scale) {
        double change = SparseForms.energy(values, LAST * count) - SparseForms.energy(values, 0);
        for (int level = 0; level < LobattoKronrod.LEVELS; level++) {
            for (int p = 0; level > 0 && p < PASSES[level].length; p++) {
                pass(PASSES[level][p], nodeRe, nodeIm);
            }
            sum(level, length * place);
            sumApart(level, length * place);
            if (Math.abs(change - drift - unitary - work) <= tolerance && areApartSure(level, tolerance, scale)) {
                return level;
            }
        }
        return LobattoKronrod.LEVELS;
    }

    private void sum(int level, double time) {
        drift = 0;
        unitary = 0;
        work = 0;
        for (int node = 0; node <= LAST; node += LobattoKronrod.stride(level)) {
            double weight = time * LobattoKronrod.weight(level, node);
            drift += weight * SparseForms.drift(values, node * count);
            if (terms.unitary()) {
                unitary += weight * SparseForms.unitary(values, node * count);
            }
            if (terms.power()) {
                work += weight * SparseForms.power(values, node * count);
            }
        }
    }

    private void sumApart(int level, double time) {
        double[] last = before;
        before = apart;
        apart = last;
        for (int i = 0; i < apart.length; i++) {
            apart[i] = 0;
            for (int node = 0; node <= LAST; node += LobattoKronrod.stride(level)) {
                apart[i] += time * LobattoKronrod.weight(level, node) * SparseForms.drift(values, node * count + SparseForms.apart(i));
            }
        }
    }

    private boolean areApartSure(int level, double tolerance, double scale) {
        for (int i = 0; i < apart.length; i++) {
            double error = level == 0 ? length * place * spread(SparseForms.apart(i)) : scale * Math.pow(QUADPACK * Math.abs(apart[i] - before[i]) / scale, 1.5);
            if (!(error <= tolerance)) {
                return false;
            }
        }
        return true;
    }

    /** Largest difference of the flows of drift heat at the nodes of the coarsest rule, which has none before it to agree with: what rests needs no other. */
    private double spread(int at) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int node = 0; node <= LAST; node += LobattoKronrod.stride(0)) {
            double flow = SparseForms.drift(values, node * count + at);
            least = Math.min(least, flow);
            most = Math.max(most, flow);
        }
        return most - least;
    }

    /** The integral of drift heat of a bath apart. */
    double apart(int bath) {
        return apart[bath];
    }

    /** The integral of drift heat. */
    double drift() {
        return drift;
    }

    /** The integral of unitary heat. */
    double unitary() {
        return unitary;
    }

    /** The integral of work. */
    double work() {
        return work;
    }

    /** The place that was reached. */
    double place() {
        return place;
    }

    /** Squared norm at a node. */
    double norm(int node) {
        return values[node * count];
    }

    /** ⟨K⟩ at a node, unnormalised: survival falls by it. */
    double jumpRate(int node) {
        return values[node * count + SparseForms.JUMP_RATE];
    }

    /** Forms at all nodes; those of the end from {@link #endForms} on. */
    double[] forms() {
        return values;
    }

    /** Where the forms of the end start. */
    int endForms() {
        return LAST * count;
    }

    /** Real parts of the ket at the end, from {@link #endAt} on; may be written. */
    double[] endRe() {
        return endRe;
    }

    /** Imaginary parts. */
    double[] endIm() {
        return endIm;
    }

    /** Where the ket at the end has its first state. */
    int endAt() {
        return SlicedRows.HEIGHT + (TaylorKernel.PLACES - 1) * stride;
    }
}
