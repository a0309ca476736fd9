package org.unravel.engine.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

import org.unravel.engine.drive.DrivePeriod;
import org.unravel.engine.drive.DrivingFunction;
import org.unravel.engine.drive.RateCheck;
import org.unravel.engine.drive.Step;
import org.unravel.engine.lane.NodeForms;
import org.unravel.engine.lane.NodeOperators;
import org.unravel.engine.lane.OuterProduct;
import org.unravel.engine.lane.PanelMatrix;
import org.unravel.engine.sector.BlockFrame;
import org.unravel.engine.sector.EnergyTerms;
import org.unravel.engine.sector.ExactTime;
import org.unravel.engine.sector.Sector;
import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.ModelException;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.numeric.BlockMatrix;
import org.unravel.numeric.BlockPartition;
import org.unravel.numeric.ChebyshevNodes;
import org.unravel.numeric.CollocationPropagator;
import org.unravel.numeric.GaussLegendre;
import org.unravel.numeric.SparseMatrix;

/** Computes the tables of single steps, or finds that a step is too long for them. */
final class StepTableBuilder {

    /**
     * Largest h times the spread of K's spectrum in a sector; what all states of a ket lose alike cancels in every mean. The virtual state would bear
     * 2 (engine.md, "A step"), the Gauss nodes do not: where a ket passes without a jump from a state that decays faster by κ
     * than the other, p = 1/(1 + e^{κ(t − t₀)}), the drift rate has poles at t₀ ± iπ/κ. At hκ = 1 they lie on the
     * ellipse ρ = 2π + √(4π² + 1) = 12.6, and five nodes err by some ρ⁻¹⁰ = 1e-11 (Trefethen, Approximation Theory, theorem 19.3), at hκ = 2 by 1e-8.
     * A pilot hardly ever sees such a passage.
     */
    static final double MOST_DAMPING = 1;
    /** What the last Chebyshev coefficients of a propagator may be; what is left out is smaller by as much as the two differ. */
    private static final double LAST = 1e-11;
    private static final double LAST_BUT_ONE = 1e-10;
    private static final int N = ChebyshevNodes.COUNT;

    private final Model model;
    private final GaussLegendre rule;
    private final Sector sector;
    private final DrivePeriod period;
    private final NodeOperators.Source operators;
    private final OuterProduct outer;
    private final Optional<StepClosure> closure;
    private final Optional<ApartClosure> apartClosure;
    private final PropagationForm form;
    private final BlockFrame frame;
    private final TimeDependentOperator shiftedHamiltonian;
    private final StepCoefficients coefficients;
    private final boolean constant;
    private final Predicate<Step> proof;
    private final List<DrivingFunction> driving;
    private DenseOperators denseOperators;

    /** One for steps that another has built before, whose closure need not be looked at again. */
    StepTableBuilder(Model model, Sector sector, GaussLegendre rule) {
        this(model, DrivingFunction.of(model), sector, rule, DrivePeriod.NONE, step -> true, OptionalDouble.empty());
    }

    /**
     * One whose tables serve every period of the drive, for steps that pass a proof, which is asked when a step is short enough by its nodes.
     *
     * @param energyScale what the energy integrals of a step must close in units of; empty if they are not tried
     */
    StepTableBuilder(Model model, List<DrivingFunction> driving, Sector sector, GaussLegendre rule, DrivePeriod period, Predicate<Step> proof,
            OptionalDouble energyScale) {
        this.model = model;
        this.proof = proof;
        this.driving = driving;
        this.period = period;
        this.sector = sector;
        this.rule = rule;
        this.operators = new NodeOperators.Source(sector);
        BlockPartition partition = partition(sector);
        this.form = PropagationForm.of(partition);
        requireSpace(partition);
        this.outer = new OuterProduct(partition);
        this.closure = energyScale.isEmpty() || sector.integrals().none() ? Optional.empty()
                : Optional.of(new StepClosure(sector, energyScale.getAsDouble(), outer, rule));
        this.apartClosure = sector.integrals().apart() == 0 ? Optional.empty() : closure.map(c -> new ApartClosure(c, sector, outer, rule));
        this.frame = BlockFrame.of(sector.hamiltonian(), sector.time(), partition);
        this.shiftedHamiltonian = sector.hamiltonian().minus(frame.middles());
        this.coefficients = new StepCoefficients(model, driving, sector, rule.nodes());
        this.constant = coefficients.none() && operators.isConstant();
    }

    /** One table must fit, whatever the number of steps: by the model alone, so that every machine takes the same engine. */
    private void requireSpace(BlockPartition partition) {
        long bytes = StepTable.bytes(partition, terms(), rule.count(), form);
        if (partition.entryCount() == Integer.MAX_VALUE || bytes > TableStore.MOST_STEP_BYTES) {
            throw new ModelException(String.format(Locale.ROOT, "expected blocks of H_eff whose tables take at most %.1f GiB for each step for the "
                    + "grid engine, found blocks of up to %d states that need %.1f GiB; the sparse engine needs no such tables (--engine sparse)",
                    TableStore.MOST_STEP_BYTES / 0x1p30, partition.largestBlock(), bytes / 0x1p30), "space");
        }
    }

    /** Bytes of the table of one step. */
    long stepBytes() {
        return StepTable.bytes(outer.partition(), terms(), rule.count(), form);
    }

    /** The invariant blocks of a sector in which its tables are kept. */
    static BlockPartition partition(Sector sector) {
        List<SparseMatrix> all = new ArrayList<>();
        sector.hamiltonian().terms().forEach(t -> all.add(t.matrix()));
        sector.energy().terms().forEach(t -> all.add(t.matrix()));
        sector.jumpRate().terms().forEach(t -> all.add(t.matrix()));
        // Two baths may join blocks that both together do not.
        sector.apart().forEach(k -> k.terms().forEach(t -> all.add(t.matrix())));
        List<SparseMatrix> withObservables = new ArrayList<>(all);
        sector.observables().forEach(o -> o.terms().forEach(t -> withObservables.add(t.matrix())));
        // With forms, observables are forms too and must fit the blocks; with states they need not.
        BlockPartition wide = BlockPartition.of(sector.dimension(), withObservables);
        return PropagationForm.of(wide) == PropagationForm.FORMS ? wide : BlockPartition.of(sector.dimension(), all);
    }

    /** What names the table of a step in a {@link TableStore}. */
    Object key(Step step) {
        return new Key(sector, isConstant() ? (Object) step.length() : period.repeats() ? place(step) : step);
    }

    /** Its place in the period: without breakpoints the intervals are of one length, and the steps of a length in each start at multiples of it. */
    private Place place(Step step) {
        double before = step.start() - model.time().time(step.interval());
        return new Place(period.first(step.interval()), Math.round(before / step.length()), step.length());
    }

    private record Place(int interval, long stepsBefore, double length) {
    }

    private record Key(Sector sector, Object step) {

        @Override
        public boolean equals(Object o) {
            // A sector is itself only: comparing its operators would cost more than a table.
            return o instanceof Key k && k.sector == sector && k.step.equals(step);
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(sector) + step.hashCode();
        }
    }

    Sector sector() {
        return sector;
    }

    BlockFrame frame() {
        return frame;
    }

    OuterProduct outer() {
        return outer;
    }

    PropagationForm form() {
        return form;
    }

    EnergyTerms terms() {
        return sector.terms();
    }

    /** True if all steps of one length have one table. */
    boolean isConstant() {
        return constant;
    }

    /** The table of a step, or null if the step is too long and must be cut. */
    StepTable build(Step step) {
        RateCheck.require(model, step);
        if (!coefficients.areResolved(step)) {
            return null;
        }
        SparseMatrix[] generators = new SparseMatrix[N];
        for (int j = 0; j < N; j++) {
            ExactTime t = step.exactTime(ChebyshevNodes.node(j));
            SparseMatrix h = t.of(shiftedHamiltonian);
            SparseMatrix k = t.of(sector.jumpRate());
            if (steps(h, k, step.length()) > 1) {
                return null;
            }
            generators[j] = h.scaled(0, -1).plus(-0.5, 0, k);
            if (j > 0 && isConstant()) {
                generators[j] = generators[0];
            }
        }
        // Tables of a constant sector are known by their length: what a step misses of another sector is no reason to refuse that length everywhere.
        if (!isConstant() && !proof.test(step)) {
            return null;
        }
        BlockMatrix[] v = CollocationPropagator.solve(outer.partition(), generators, step.length());
        return v == null || !isConstant() && !isPolynomial(v) ? null : table(step, v);
    }

    /**
     * Whether the polynomials are the propagators: a state that H(t) drives may move faster than H(t) and its norm say together. The last two Chebyshev
     * coefficients of every element must be small; of e^{−iHt} with h‖H‖ = 4, which steps may have, they are 2J₁₄(2) = 2.3e-11 and 2J₁₅(2) = 1.5e-12.
     */
    private static boolean isPolynomial(BlockMatrix[] v) {
        double[] values = new double[N];
        for (int e = 0; e < v[0].re().length; e++) {
            for (int part = 0; part < 2; part++) {
                for (int j = 0; j < N; j++) {
                    values[j] = part == 0 ? v[j].re()[e] : v[j].im()[e];
                }
                if (!(Math.abs(ChebyshevNodes.coefficient(values, N - 1)) <= LAST) || !(Math.abs(ChebyshevNodes.coefficient(values, N - 2)) <= LAST_BUT_ONE)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The key of the model file for which a step is too long: of a function that its nodes do not give, or of the largest operator; empty where neither is. */
    Optional<String> blame(Step step) {
        Optional<TimeFunction> missed = coefficients.missed(step);
        if (missed.isPresent()) {
            return driving.stream().filter(f -> f.function().equals(missed.get())).map(DrivingFunction::key).findFirst();
        }
        for (int j = 0; j < N; j++) {
            ExactTime t = step.exactTime(ChebyshevNodes.node(j));
            SparseMatrix h = t.of(shiftedHamiltonian);
            SparseMatrix k = t.of(sector.jumpRate());
            if (steps(h, k, step.length()) > 1) {
                return Optional.of(steps(h, SparseMatrix.zero(h.dimension()), step.length()) > 1 ? DrivingFunction.HAMILTONIAN : largestChannel(t));
            }
        }
        return Optional.empty();
    }

    /** About how many steps a step that is too long must be cut into at least: half of it is no easier than the median of its nodes. */
    double least(Step step) {
        double[] steps = new double[N];
        for (int j = 0; j < N; j++) {
            ExactTime t = step.exactTime(ChebyshevNodes.node(j));
            steps[j] = steps(t.of(shiftedHamiltonian), t.of(sector.jumpRate()), step.length());
        }
        Arrays.sort(steps);
        return Math.max(constant ? steps[0] : steps[N / 2 - 1] / 2, coefficients.least(step));
    }

    private String largestChannel(ExactTime t) {
        String key = "";
        double largest = 0;
        for (Bath bath : model.baths()) {
            for (Channel c : bath.channels()) {
                double rate = t.of(c.jumpRateOperator().restricted(sector.states())).rowSumNorm();
                key = rate > largest ? DrivingFunction.channelKey(bath, c) + ".rate" : key;
                largest = Math.max(largest, rate);
            }
        }
        return key;
    }

    /**
     * Into how many steps a time must be cut for damping, decay and phase.
     *
     * @param h the Hamiltonian of a sector in its frame
     * @param k its jump-rate operator
     */
    static double steps(SparseMatrix h, SparseMatrix k, double time) {
        return time * Math.max(spread(k) / MOST_DAMPING, Math.max(k.rowSumNorm() / Step.MOST_DECAY, h.rowSumNorm() / Step.MOST_PHASE));
    }

    /** A bound of the difference of the largest and the least eigenvalue of K ≥ 0, by Gershgorin's disks (Golub and Van Loan, theorem 7.2.1). */
    private static double spread(SparseMatrix k) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int i = 0; i < k.dimension(); i++) {
            double radius = 0;
            for (int p = k.rowStart()[i]; p < k.rowStart()[i + 1]; p++) {
                radius += k.columns()[p] == i ? 0 : Math.hypot(k.re()[p], k.im()[p]);
            }
            least = Math.min(least, k.re(i, i) - radius);
            most = Math.max(most, k.re(i, i) + radius);
        }
        return most - Math.max(0, least);
    }

    /** The table, or null if its Gauss nodes are too few for the energy integrals. */
    private StepTable table(Step step, BlockMatrix[] v) {
        NodeOperators[] atNodes = new NodeOperators[N];
        for (int j = 0; j < N; j++) {
            atNodes[j] = operators.at(step.exactTime(ChebyshevNodes.node(j)));
        }
        BlockMatrix[] gauss = new BlockMatrix[rule.count()];
        NodeOperators[] atGauss = new NodeOperators[rule.count()];
        for (int q = 0; q < gauss.length; q++) {
            gauss[q] = CollocationPropagator.at(rule.nodes()[q], v);
            atGauss[q] = operators.at(step.exactTime(rule.nodes()[q]));
        }
        if (apartClosure.isPresent() && !apartClosure.get().holds(step, atNodes, v, atGauss, gauss)) {
            return null;
        }
        if (form == PropagationForm.FORMS) {
            NodeForms[] forms = gaussForms(gauss, atGauss);
            return closure.isPresent() && !closure.get().holds(step, atNodes, v[N - 1], forms) ? null
                    : new StepTable(step, v[N - 1], PanelMatrix.of(v[N - 1]), null, null, forms, denseByNode(v), null, denseForms(v, atNodes), null);
        }
        if (closure.isPresent() && !closure.get().holds(step, atNodes, v[N - 1], atGauss, gauss)) {
            return null;
        }
        int entries = outer.partition().entryCount();
        double[] re = new double[entries * N];
        double[] im = new double[entries * N];
        for (int j = 0; j < N; j++) {
            for (int e = 0; e < entries; e++) {
                re[e * N + j] = v[j].re()[e];
                im[e * N + j] = v[j].im()[e];
            }
        }
        if (denseOperators == null || !operators.isConstant()) {
            denseOperators = DenseOperators.of(atNodes);
        }
        return new StepTable(step, v[N - 1], PanelMatrix.of(v[N - 1]), PanelMatrix.of(gauss), atGauss, null, re, im, null, denseOperators);
    }

    private double[] denseByNode(BlockMatrix[] v) {
        int width = StepTable.paddedEntries(outer.partition());
        int entries = outer.partition().entryCount();
        double[] dense = new double[N * width];
        for (int j = 0; j < N; j++) {
            System.arraycopy(v[j].re(), 0, dense, j * width, entries);
            System.arraycopy(v[j].im(), 0, dense, j * width + entries, entries);
        }
        return dense;
    }

    private NodeForms[] gaussForms(BlockMatrix[] v, NodeOperators[] at) {
        EnergyTerms integrals = sector.integrals();
        int count = integrals.formCount();
        NodeForms[] forms = new NodeForms[v.length];
        for (int q = 0; q < v.length; q++) {
            double[] coefficients = new double[count * outer.rowCount()];
            SparseMatrix[] operator = formOperators(integrals, at[q]);
            for (int f = 0; f < count; f++) {
                outer.form(operator[f], v[q], coefficients, f, count);
            }
            forms[q] = new NodeForms(integrals, coefficients, apart(integrals, v[q], at[q]));
        }
        return forms;
    }

    /** n, k, e and c with the K of each bath apart. */
    private double[][] apart(EnergyTerms integrals, BlockMatrix v, NodeOperators at) {
        double[][] forms = new double[integrals.apart()][NodeForms.APART * outer.rowCount()];
        for (int i = 0; i < forms.length; i++) {
            SparseMatrix k = at.apart().get(i);
            SparseMatrix[] operator = {SparseMatrix.identity(sector.dimension()), k, at.energy(), at.anticommutator(k)};
            for (int f = 0; f < operator.length; f++) {
                outer.form(operator[f], v, forms[i], f, operator.length);
            }
        }
        return forms;
    }

    private double[] denseForms(BlockMatrix[] v, NodeOperators[] at) {
        int count = terms().allFormCount();
        double[] forms = new double[count * outer.rowCount() * N];
        for (int j = 0; j < N; j++) {
            List<SparseMatrix> operator = new ArrayList<>(List.of(formOperators(terms(), at[j])));
            for (SparseMatrix k : at[j].apart()) {
                operator.addAll(List.of(k, at[j].energy(), at[j].anticommutator(k)));
            }
            for (int f = 0; f < count; f++) {
                outer.form(operator.get(f), v[j], forms, f * N + j, count * N);
            }
        }
        return forms;
    }

    /** In the order of {@link NodeForms}. */
    private SparseMatrix[] formOperators(EnergyTerms terms, NodeOperators at) {
        List<SparseMatrix> all = new ArrayList<>(List.of(SparseMatrix.identity(sector.dimension())));
        if (terms.drift()) {
            all.addAll(List.of(at.jumpRate(), at.energy(), at.anticommutator()));
        }
        if (terms.power()) {
            all.add(at.power());
        }
        if (terms.unitary()) {
            all.add(at.unitary());
        }
        return all.toArray(SparseMatrix[]::new);
    }
}
