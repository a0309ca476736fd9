package org.unravel.modes;

import java.util.Arrays;
import java.util.List;

import org.unravel.model.TimeGrid;

/**
 * Heat and work of one part by minimal dissipation: U = ⟨K⟩, Q = ∫Tr K ρ' and W = ∫Tr K'ρ, the two integrals by themselves, so that U − U(0) = Q + W says what they are good to. The first moments are those of the exact state;
 * the generator is that of the map, and the same for all. Stretches of the integrals are halved until the integrands and ln det M are resolved; they shrink where the smallest singular value of M dips, and where it vanishes
 * there is an end: from there on nothing is defined.
 */
final class MinimalDissipation {

    /** Beyond this condition of M its inverse has lost what is needed. */
    static final double MOST_CONDITION = 1e8;

    /** Radians of the fastest oscillation on the first stretch. */
    private static final double PHASE = 10;

    /** Parts of the run below which no stretch is halved. */
    private static final double SHORTEST = 1e-9;

    private static final double LONGER = 1.4;

    /** Error of an integrand: in units of its largest value on a stretch, and of the largest frequency over the whole run; and the rounding of a number, of which the condition makes more. */
    private static final double RELATIVE = 1e-12;
    private static final double ABSOLUTE = 1e-11;
    /** Error of the integral over one stretch, in units of the largest frequency: a thousand of them are still small. */
    private static final double OF_STRETCH = 1e-13;
    private static final double ROUNDING = 2e-16;

    /** Error of the rate of ln det M over a stretch: far below that of a zero beside it. */
    private static final double WATCH = 1e-4;

    /** The watched functions, before those that are integrated. */
    private static final int WATCHED = 2;

    /**
     * Curves of one state, shape [grid points] each; NaN where they are not defined.
     *
     * @param energy ⟨K⟩
     * @param heat since the start
     * @param work since the start
     */
    record Curves(double[] energy, double[] heat, double[] work) {

        private static Curves undefined(int points) {
            double[] nan = new double[points];
            Arrays.fill(nan, Double.NaN);
            return new Curves(nan, nan.clone(), nan.clone());
        }
    }

    /**
     * The generator at a grid time.
     *
     * @param frequencies eigenvalues of k, ascending
     * @param rates eigenvalues of the damping, ascending; negative where quanta come back
     * @param condition of M
     * @param heatRate of the exact state
     * @param workRate of the exact state
     */
    record Generator(double[] frequencies, double[] rates, double condition, double heatRate, double workRate) {
    }

    private final NormalModes modes;
    private final RealMatrix vectors;
    private final RealMatrix transposed;
    private final ComplexVector partner;
    private final List<ComplexMatrix> numbers;
    private final ComplexVector amplitude;
    /** Of all numbers of quanta, for what rounding makes of them. */
    private final double size;
    private final TimeGrid grid;
    private final Curves[] curves;
    private final Generator[] generators;
    private double end = Double.NaN;

    private MinimalDissipation(NormalModes modes, int part, List<Moments> moments) {
        this.modes = modes;
        this.vectors = modes.vectors(part);
        this.transposed = vectors.transposed();
        this.partner = Moments.amplitude(modes, 1 - part);
        this.numbers = moments.stream().map(Moments::numbers).toList();
        this.size = numbers.get(0).norm();
        this.amplitude = moments.get(0).amplitude();
        this.grid = modes.model().time();
        this.curves = new Curves[moments.size()];
        Arrays.setAll(curves, m -> Curves.undefined(grid.pointCount()));
        this.generators = new Generator[grid.pointCount()];
    }

    /**
     * Of one part.
     *
     * @param part 0 or 1
     * @param moments of the exact state, and of others of the same amplitudes
     */
    static MinimalDissipation of(NormalModes modes, int part, List<Moments> moments, Workers workers) {
        MinimalDissipation all = new MinimalDissipation(modes, part, moments);
        all.integrate(workers);
        workers.each(all.grid.pointCount(), all::look);
        return all;
    }

    /** Curves of each state. */
    Curves[] curves() {
        return curves;
    }

    /** The generator at each grid time; null where there is none. */
    Generator[] generators() {
        return generators;
    }

    /** The time since the start from which on nothing is defined; NaN where all is. */
    double end() {
        return end;
    }

    private double elapsed(int index) {
        return grid.time(index) - grid.start();
    }

    private void look(int index) {
        if (elapsed(index) >= end) {
            return;
        }
        Instant instant = new Instant(modes, elapsed(index));
        Effective effective = Effective.of(instant, vectors, partner);
        double linear = 2 * effective.drive().innerWith(instant.amplitude(vectors, amplitude, 0));
        ComplexMatrix operator = instant.atStart(transposed.times(effective.k()).times(vectors));
        for (int m = 0; m < curves.length; m++) {
            double mean = m == 0 ? effective.k().traceWith(Instant.block(vectors, instant.moments(numbers.get(0), 0), vectors)) : mean(operator, numbers.get(m));
            curves[m].energy[index] = mean + linear;
        }
        double[] rates = exactRates(instant, effective);
        generators[index] = new Generator(HermitianSpectrum.of(effective.k()), HermitianSpectrum.of(effective.damping()), effective.condition(), rates[0], rates[1]);
    }

    /** Tr F B of Hermitian matrices. */
    private static double mean(ComplexMatrix operator, ComplexMatrix moments) {
        return means(operator, operator, moments)[0];
    }

    /** The same of two operators: moments of many states do not fit a cache, and are read once. */
    private static double[] means(ComplexMatrix first, ComplexMatrix second, ComplexMatrix moments) {
        double[] re = dots(first.re().entries(), second.re().entries(), moments.re().entries());
        double[] im = dots(first.im().entries(), second.im().entries(), moments.im().entries());
        return new double[] {re[0] + im[0], re[1] + im[1]};
    }

    private static double[] dots(double[] a, double[] b, double[] x) {
        double a0 = 0;
        double a1 = 0;
        double b0 = 0;
        double b1 = 0;
        int i = 0;
        for (; i + 1 < x.length; i += 2) {
            a0 += a[i] * x[i];
            a1 += a[i + 1] * x[i + 1];
            b0 += b[i] * x[i];
            b1 += b[i + 1] * x[i + 1];
        }
        for (; i < x.length; i++) {
            a0 += a[i] * x[i];
            b0 += b[i] * x[i];
        }
        return new double[] {a0 + a1, b0 + b1};
    }

    /**
     * A time of a stretch.
     *
     * @param values what is watched, then heat and work of each state per time
     * @param condition a bound of the condition of M, or the condition itself
     * @param noise rounding of heat and work per time
     */
    private record Node(double[] values, double condition, double noise) {
    }

    private Node node(double elapsed) {
        Instant instant = new Instant(modes, elapsed);
        Effective effective = Effective.of(instant, vectors, partner);
        double[] values = new double[WATCHED + 2 * curves.length];
        System.arraycopy(effective.trace(), 0, values, 0, WATCHED);
        double heat = 2 * effective.drive().innerWith(instant.amplitude(vectors, amplitude, 1));
        double work = 2 * effective.driveRate().innerWith(instant.amplitude(vectors, amplitude, 0));
        ComplexMatrix ofHeat = instant.atStart(rate(transposed.times(effective.k()).times(vectors)));
        ComplexMatrix ofWork = instant.atStart(transposed.times(effective.kRate()).times(vectors));
        for (int m = 0; m < curves.length; m++) {
            double[] means = means(ofHeat, ofWork, numbers.get(m));
            values[WATCHED + 2 * m] = heat + means[0];
            values[WATCHED + 2 * m + 1] = work + means[1];
        }
        double bound = effective.conditionBound();
        double rounding = ROUNDING * bound / Math.sqrt(vectors.rows());
        double g = effective.generator().norm();
        return new Node(values, bound <= MOST_CONDITION ? bound : effective.condition(), rounding * g * g / Math.sqrt(vectors.rows()) * size);
    }

    /** Heat and work of the exact state per time. */
    private double[] exactRates(Instant instant, Effective effective) {
        double heat = 2 * effective.drive().innerWith(instant.amplitude(vectors, amplitude, 1));
        double work = 2 * effective.driveRate().innerWith(instant.amplitude(vectors, amplitude, 0));
        return new double[] {heat + effective.k().traceWith(Instant.block(vectors, instant.moments(numbers.get(0), 1), vectors)),
            work + effective.kRate().traceWith(Instant.block(vectors, instant.moments(numbers.get(0), 0), vectors))};
    }

    /** i[ε, F]. */
    private ComplexMatrix rate(ComplexMatrix operator) {
        int n = modes.count();
        ComplexMatrix all = new ComplexMatrix(n, n);
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                double difference = modes.frequencies()[a] - modes.frequencies()[b];
                all.re().entries()[a * n + b] = -difference * operator.im().entries()[a * n + b];
                all.im().entries()[a * n + b] = difference * operator.re().entries()[a * n + b];
            }
        }
        return all;
    }

    private void integrate(Workers workers) {
        double whole = elapsed(grid.pointCount() - 1);
        double[] frequencies = modes.frequencies();
        double length = Math.min(whole, PHASE / Math.max(frequencies[frequencies.length - 1] - frequencies[0], PHASE / whole));
        double[][] sums = new double[curves.length][2];
        double from = 0;
        Node first = node(0);
        int next = 0;
        while (from < whole) {
            double start = from;
            double step = whole - from - length < SHORTEST * whole ? whole - from : length;
            Node[] nodes = nodes(first, start, step, workers);
            ChebyshevPanel panel = panel(from, step, nodes);
            if (!isResolved(panel, nodes, step, whole) && isPromising(panel, nodes, step, whole)) {
                nodes = denser(nodes, start, step, workers);
                panel = panel(from, step, nodes);
            }
            if (!isResolved(panel, nodes, step, whole)) {
                length = step / 2;
                if (length < SHORTEST * whole) {
                    end = from;
                    return;
                }
                continue;
            }
            while (next < grid.pointCount() && elapsed(next) <= from + step) {
                write(panel, sums, next++);
            }
            for (int c = 0; c < 2 * curves.length; c++) {
                sums[c / 2][c % 2] += panel.integral(WATCHED + c, from + step);
            }
            length = panel.isGenerous(WATCHED, tolerance(nodes, 0, step, whole)) && panel.isGenerous(WATCHED + 1, tolerance(nodes, 1, step, whole)) ? LONGER * step : step;
            first = nodes[nodes.length - 1];
            from = step == whole - start ? whole : from + step;
        }
        while (next < grid.pointCount()) {
            for (int m = 0; m < curves.length; m++) {
                curves[m].heat[next] = sums[m][0];
                curves[m].work[next] = sums[m][1];
            }
            next++;
        }
    }

    private Node[] nodes(Node first, double from, double length, Workers workers) {
        Node[] nodes = new Node[ChebyshevPanel.DEGREE + 1];
        nodes[0] = first;
        workers.each(ChebyshevPanel.DEGREE, j -> nodes[j + 1] = node(ChebyshevPanel.point(from, length, j + 1, ChebyshevPanel.DEGREE)));
        return nodes;
    }

    /** Whether twice the degree may do: coefficients fall like a power, so that the last ones are then about the square of these. */
    private boolean isPromising(ChebyshevPanel panel, Node[] nodes, double length, double whole) {
        for (int integrand = 0; integrand < 2 && isRegular(nodes); integrand++) {
            if (!panel.isResolved(WATCHED + integrand, Math.sqrt(tolerance(nodes, integrand, length, whole) * largest(nodes, integrand)))) {
                return false;
            }
        }
        return isRegular(nodes);
    }

    /** The nodes of twice the degree. */
    private Node[] denser(Node[] nodes, double from, double length, Workers workers) {
        int degree = nodes.length - 1;
        Node[] all = new Node[2 * degree + 1];
        for (int j = 0; j < nodes.length; j++) {
            all[2 * j] = nodes[j];
        }
        workers.each(degree, j -> all[2 * j + 1] = node(ChebyshevPanel.point(from, length, 2 * j + 1, 2 * degree)));
        return all;
    }

    private static ChebyshevPanel panel(double from, double length, Node... nodes) {
        return new ChebyshevPanel(from, length, Arrays.stream(nodes).map(Node::values).toArray(double[][]::new));
    }

    private static boolean isRegular(Node... nodes) {
        return Arrays.stream(nodes).allMatch(n -> n.condition <= MOST_CONDITION);
    }

    private void write(ChebyshevPanel panel, double[][] sums, int index) {
        for (int m = 0; m < curves.length; m++) {
            curves[m].heat[index] = sums[m][0] + panel.integral(WATCHED + 2 * m, elapsed(index));
            curves[m].work[index] = sums[m][1] + panel.integral(WATCHED + 2 * m + 1, elapsed(index));
        }
    }

    private boolean isResolved(ChebyshevPanel panel, Node[] nodes, double length, double whole) {
        if (!isRegular(nodes)) {
            return false;
        }
        for (int w = 0; w < WATCHED; w++) {
            if (!panel.isResolved(w, WATCH / length)) {
                return false;
            }
        }
        return panel.isResolved(WATCHED, tolerance(nodes, 0, length, whole)) && panel.isResolved(WATCHED + 1, tolerance(nodes, 1, length, whole));
    }

    /** What is left of heat, 0, or work, 1, per time. */
    private double tolerance(Node[] nodes, int integrand, double length, double whole) {
        double noise = 0;
        for (Node node : nodes) {
            noise = Math.max(noise, node.noise);
        }
        double allowed = Math.max(ABSOLUTE / whole, OF_STRETCH / length) * modes.frequencies()[modes.count() - 1];
        return Math.max(Math.max(RELATIVE * largest(nodes, integrand), allowed), noise);
    }

    private static double largest(Node[] nodes, int integrand) {
        return Arrays.stream(nodes).mapToDouble(n -> Math.abs(n.values[WATCHED + integrand])).max().orElse(0);
    }
}
