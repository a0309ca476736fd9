package org.unravel.engine.drive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.unravel.model.Caveat;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Observable;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.model.TimeGrid;
import org.unravel.numeric.ChebyshevNodes;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/**
 * Writes the operators of a model as sums Σ_f u_f(t) O_f over real functions u_f, u_0 = 1, and gathers the functions in a {@link Drive}. Functions with the
 * same samples, or with those of another times −1, are one.
 */
public final class DriveBuilder {

    /** Two smooth pieces meet where they differ by no more, in units of the largest value on either; as for the quenches of the grid engine. */
    private static final double MEETING = 1e-13;
    /** Up to so many coefficients at the end of a series are the rounding of a function, of which the last two give the size. */
    private static final double NOISE = Drive.MOST_POWERS / 2.0;
    /** What powers that are left out may add up to, in units of the largest value on the piece: 1e-12 in the phase of a segment. */
    private static final double PIECE = 1e-13;
    private static final int N = ChebyshevNodes.COUNT;

    private final Model model;
    private final DriveSampling sampling;
    private final List<double[]> columns = new ArrayList<>();
    private final Map<Column, Integer> places = new HashMap<>();

    /** Part of a complex function: (re + i im) u_f. */
    private record Part(int function, double re, double im) {
    }

    /** Samples as a key. */
    private record Column(double[] samples) {

        @Override
        public boolean equals(Object o) {
            return o instanceof Column c && Arrays.equals(samples, c.samples);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(samples);
        }
    }

    /**
     * Samples all that depends on time.
     *
     * @throws org.unravel.model.ModelException if that cannot be followed, see {@link DriveSampling}
     */
    public DriveBuilder(Model model) {
        this.model = model;
        Set<TimeFunction> functions = new LinkedHashSet<>();
        gather(model.drivingHamiltonian(), functions);
        gather(model.energy(), functions);
        gather(model.jumpRateOperator(), functions);
        gather(model.unitaryHeatOperator(), functions);
        for (Channel c : model.channels()) {
            gather(c.operator(), functions);
            functions.add(c.rate());
        }
        for (Observable o : model.observables()) {
            gather(o.operator(), functions);
        }
        functions.removeIf(TimeFunction::isConstant);
        this.sampling = functions.isEmpty() ? null : DriveSampling.of(model, List.copyOf(functions));
        if (sampling != null) {
            double[] one = new double[sampling.schedule().steps().size() * N + 1];
            Arrays.fill(one, 1);
            place(one);
        }
    }

    private static void gather(TimeDependentOperator o, Set<TimeFunction> functions) {
        o.terms().forEach(term -> functions.add(term.coefficient()));
    }

    private int place(double[] samples) {
        return places.computeIfAbsent(new Column(samples), c -> {
            columns.add(samples);
            return columns.size() - 1;
        });
    }

    private static double[] negated(double[] samples) {
        return Arrays.stream(samples).map(v -> 0.0 - v).toArray();
    }

    /** A time just after the start, on the first smooth piece. */
    public double firstBranch() {
        return sampling == null ? model.time().start() : sampling.schedule().steps().get(0).branch();
    }

    /** An operator as Σ_f u_f O_f, by the number of the function. */
    public SortedMap<Integer, SparseMatrix> operator(TimeDependentOperator o) {
        if (o.isConstant()) {
            return new TreeMap<>(Map.of(Drive.ONE, o.at(0)));
        }
        Map<Integer, SparseMatrixBuilder> sums = new HashMap<>();
        for (TimeDependentOperator.Term term : o.terms()) {
            for (Part part : parts(term.coefficient())) {
                add(term, part, sums);
            }
        }
        return built(o.dimension(), sums);
    }

    /** The time derivative of an operator in the same way. */
    public SortedMap<Integer, SparseMatrix> rate(TimeDependentOperator o) {
        Map<Integer, SparseMatrixBuilder> sums = new HashMap<>();
        for (TimeDependentOperator.Term term : o.terms()) {
            if (!term.coefficient().isConstant()) {
                for (Part part : parts(sampling.rateRe(term.coefficient()), sampling.rateIm(term.coefficient()))) {
                    add(term, part, sums);
                }
            }
        }
        return built(o.dimension(), sums);
    }

    private static void add(TimeDependentOperator.Term term, Part part, Map<Integer, SparseMatrixBuilder> sums) {
        sums.computeIfAbsent(part.function, f -> new SparseMatrixBuilder(term.matrix().dimension())).add(part.re, part.im, term.matrix());
    }

    private static SortedMap<Integer, SparseMatrix> built(int dimension, Map<Integer, SparseMatrixBuilder> sums) {
        SortedMap<Integer, SparseMatrix> terms = new TreeMap<>();
        sums.forEach((function, sum) -> terms.put(function, sum.build()));
        terms.values().removeIf(SparseMatrix::isZero);
        if (terms.isEmpty()) {
            terms.put(Drive.ONE, SparseMatrix.zero(dimension));
        }
        return terms;
    }

    private List<Part> parts(TimeFunction f) {
        if (f.isConstant()) {
            TimeFunction.Value c = f.at(0);
            return List.of(new Part(Drive.ONE, c.re(), c.im()));
        }
        return parts(sampling.re(f), sampling.im(f));
    }

    private List<Part> parts(double[] re, double[] im) {
        List<Part> parts = new ArrayList<>();
        real(re, 1, 0, parts);
        real(im, 0, 1, parts);
        return parts;
    }

    private void real(double[] samples, double re, double im, List<Part> parts) {
        double first = samples[0];
        if (Arrays.stream(samples).allMatch(v -> v == first)) {
            if (first != 0) {
                parts.add(new Part(Drive.ONE, first * re, first * im));
            }
            return;
        }
        Integer opposite = places.get(new Column(negated(samples)));
        parts.add(opposite == null ? new Part(place(samples), re, im) : new Part(opposite, -re, -im));
    }

    /** What could not be made sure of. */
    public List<Caveat> caveats() {
        return sampling == null ? List.of() : sampling.caveats();
    }

    /** A real function f as factor · u: the number of u. */
    public int function(TimeFunction f) {
        return f.isConstant() ? Drive.ONE : single(f).function;
    }

    /** The factor of {@link #function}. */
    public double factor(TimeFunction f) {
        return f.isConstant() ? f.at(0).re() : single(f).re;
    }

    private Part single(TimeFunction f) {
        List<Part> parts = new ArrayList<>();
        real(sampling.re(f), 1, 0, parts);
        return parts.isEmpty() ? new Part(Drive.ONE, 0, 0) : parts.get(0);
    }

    /** The function u_f + c. */
    public int shifted(int function, double c) {
        return place(Arrays.stream(columns.get(function)).map(v -> v + c).toArray());
    }

    /** The functions of all operators that were asked for. */
    public Drive drive() {
        if (sampling == null) {
            return Drive.none(model.time());
        }
        List<Step> steps = sampling.schedule().steps();
        TimeGrid grid = model.time();
        int count = steps.size();
        int[] first = new int[grid.pointCount()];
        double[] start = new double[count + 1];
        double[] length = new double[count + 1];
        double[][] powers = new double[count + 1][];
        double[][] largest = new double[count + 1][];
        boolean[] breaks = new boolean[count];
        double[] sizes = columns.stream().mapToDouble(DriveBuilder::largest).toArray();
        for (int p = 0; p < count; p++) {
            start[p] = steps.get(p).start();
            length[p] = steps.get(p).length();
            first[steps.get(p).interval() + 1] = p + 1;
            largest[p] = largest(p * N, N);
            powers[p] = powers(p, sizes, largest[p]);
        }
        start[count] = grid.end();
        powers[count] = columns.stream().mapToDouble(c -> c[count * N]).toArray();
        largest[count] = largest(count * N, 1);
        for (int p = 0; p < count; p++) {
            breaks[p] = breaksAfter(p, largest[p], largest[p + 1]);
        }
        return new Drive(grid, first, start, length, columns.size(), powers, largest, breaks);
    }

    private double[] largest(int from, int values) {
        return columns.stream().mapToDouble(c -> Arrays.stream(c, from, from + values).map(Math::abs).max().orElseThrow()).toArray();
    }

    private static double largest(double[] samples) {
        return Arrays.stream(samples).map(Math::abs).max().orElseThrow();
    }

    private boolean breaksAfter(int piece, double[] before, double[] after) {
        for (int f = 0; f < before.length; f++) {
            double[] c = columns.get(f);
            double jump = c[(piece + 1) * N] - c[piece * N + N - 1];
            if (!(Math.abs(jump) <= MEETING * Math.max(before[f], after[f]))) {
                return true;
            }
        }
        return false;
    }

    private double[] powers(int piece, double[] sizes, double[] largest) {
        int count = columns.size();
        double[][] series = new double[count][N];
        int[] terms = new int[count];
        int most = 1;
        for (int f = 0; f < count; f++) {
            double[] c = columns.get(f);
            ChebyshevNodes.coefficients(Arrays.copyOfRange(c, piece * N, piece * N + N), series[f]);
            double small = Math.min(DriveSampling.RESOLVED * sizes[f], PIECE * largest[f]);
            double negligible = Math.max(small, NOISE * ChebyshevSeries.rest(series[f], Drive.MOST_POWERS));
            terms[f] = 1;
            while (terms[f] < Drive.MOST_POWERS && ChebyshevSeries.rest(series[f], terms[f]) > negligible) {
                terms[f]++;
            }
            most = Math.max(most, terms[f]);
        }
        double[] powers = new double[most * count];
        for (int f = 0; f < count; f++) {
            ChebyshevSeries.powers(series[f], terms[f], powers, f, count);
        }
        return powers;
    }
}
