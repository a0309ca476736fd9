package org.unravel.bath.coupling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

import org.unravel.bath.coupling.AdiabaticTracks.Level;
import org.unravel.bath.coupling.AdiabaticTracks.Step;
import org.unravel.model.MasterEquationKind;
import org.unravel.model.ModelException;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeDependentOperator.Term;
import org.unravel.model.TimeFunction;
import org.unravel.model.TimeGrid;
import org.unravel.numeric.HermitianEigen;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;
import org.unravel.numeric.SpectralNorm;

/**
 * Jumps between the levels that H(t) has at each time (Albash, Boixo, Lidar and Zanardi, New J. Phys. 14, 123016 (2012), <https://doi.org/10.1088/1367-2630/14/12/123016>). Operators and
 * frequencies are kept as polynomials on pieces, good to some 1e-13: over the run, or over one period of a model that repeats.
 */
final class AdiabaticEquation implements WeakCouplingEquation {

    /** Entries of operators are functions of time, D² for each. */
    private static final int MOST_LEVELS = 32;
    /** Times at which it is asked what the coupling joins. */
    private static final int PROBES = 33;

    private final TimeDependentOperator hamiltonian;
    private final double[] edges;
    /** After which H, and with it all that is made of its levels, repeats; empty where it need not. */
    private final Optional<Double> period;

    AdiabaticEquation(TimeDependentOperator hamiltonian, TimeGrid run, Optional<Double> period) {
        this.hamiltonian = hamiltonian;
        this.period = period;
        TimeGrid time = period.map(p -> new TimeGrid(run.start(), run.start() + p, 2)).orElse(run);
        this.edges = time.edges(hamiltonian.breakpoints(time.start(), time.end()));
        if (hamiltonian.dimension() > MOST_LEVELS) {
            throw new ModelException("expected dimension at most " + MOST_LEVELS + " for equation: adiabatic, found " + hamiltonian.dimension(), "equation");
        }
    }

    @Override
    public MasterEquationKind kind() {
        return MasterEquationKind.ADIABATIC;
    }

    @Override
    public TimeDependentOperator hamiltonian() {
        return hamiltonian;
    }

    @Override
    public JumpOperators jumpOperators(SparseMatrix coupling) {
        List<Level> levels = AdiabaticTracks.levels(HermitianEigen.of(hamiltonian.at(edges[0], edges[0] + (edges[1] - edges[0]) / 2)));
        List<Step> joined = joined(coupling, levels);
        AdiabaticTracks tracks = AdiabaticTracks.over(hamiltonian, edges, levels, joined);
        List<List<Step>> groups = new ArrayList<>(tracks.groups());
        List<Step> same = joined.stream().filter(s -> s.upper() == s.lower()).toList();
        groups.add(same);
        ChebyshevFit fit = fit(coupling, levels, groups);
        List<JumpOperators.Lowering> lowering = new ArrayList<>();
        int width = width();
        for (int g = 0; g + 1 < groups.size(); g++) {
            lowering.add(new JumpOperators.Lowering(repeating(fit.real(g * width)), operator(fit, g * width + 1)));
        }
        Optional<TimeDependentOperator> elastic = same.isEmpty() ? Optional.empty() : Optional.of(operator(fit, (groups.size() - 1) * width + 1)).filter(o -> !o.isZero());
        return new JumpOperators(lowering, elastic, 0, OptionalDouble.of(slowness(levels)), tracks.isProven() ? Optional.empty()
                : Optional.of("expected levels of the hamiltonian that do not meet or part, could not be proven at all times"));
    }

    private TimeFunction repeating(TimeFunction fitted) {
        return period.map(p -> RepeatingFunction.of(fitted, edges[0], p)).orElse(fitted);
    }

    /** ν, and real and imaginary part of each entry. */
    private int width() {
        return 1 + 2 * hamiltonian.dimension() * hamiltonian.dimension();
    }

    private ChebyshevFit fit(SparseMatrix coupling, List<Level> levels, List<List<Step>> groups) {
        double[] scales = new double[groups.size() * width()];
        double middle = edges[0] + (edges[1] - edges[0]) / 2;
        Arrays.fill(scales, SpectralNorm.of(coupling));
        for (int g = 0; g < groups.size(); g++) {
            scales[g * width()] = hamiltonian.at(middle, middle).rowSumNorm();
        }
        return ChebyshevFit.of(edges, scales, (t, branch) -> sample(coupling, levels, groups, t, branch));
    }

    private double[] sample(SparseMatrix coupling, List<Level> levels, List<List<Step>> groups, double t, double branch) {
        LevelBasis basis = new LevelBasis(HermitianEigen.of(hamiltonian.at(t, branch)), coupling);
        double[] all = new double[groups.size() * width()];
        int n = hamiltonian.dimension();
        for (int g = 0; g < groups.size(); g++) {
            if (groups.get(g).isEmpty()) {
                continue;
            }
            int start = g * width();
            all[start] = groups.get(g).stream().mapToDouble(s -> energy(basis, levels.get(s.upper())) - energy(basis, levels.get(s.lower()))).average().orElseThrow();
            SparseMatrix part = basis.part(pairs(levels, groups.get(g)));
            for (int i = 0; i < n; i++) {
                for (int p = part.rowStart()[i]; p < part.rowStart()[i + 1]; p++) {
                    int place = start + 1 + 2 * (i * n + part.columns()[p]);
                    all[place] = part.re()[p];
                    all[place + 1] = part.im()[p];
                }
            }
        }
        return all;
    }

    private static double energy(LevelBasis basis, Level level) {
        return Arrays.stream(basis.eigen().values(), level.first(), level.last() + 1).average().orElseThrow();
    }

    private static List<BohrFrequencies.Pair> pairs(List<Level> levels, List<Step> steps) {
        List<BohrFrequencies.Pair> pairs = new ArrayList<>();
        for (Step step : steps) {
            for (int from = levels.get(step.upper()).first(); from <= levels.get(step.upper()).last(); from++) {
                for (int to = levels.get(step.lower()).first(); to <= levels.get(step.lower()).last(); to++) {
                    pairs.add(new BohrFrequencies.Pair(from, to));
                }
            }
        }
        return pairs;
    }

    private TimeDependentOperator operator(ChebyshevFit fit, int start) {
        int n = hamiltonian.dimension();
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int place = start + 2 * (i * n + j);
                TimeFunction entry = repeating(fit.complex(place, place + 1));
                terms.add(new Term(entry, new SparseMatrixBuilder(n).add(i, j, 1, 0).build()));
            }
        }
        return TimeDependentOperator.of(n, terms);
    }

    /** Pairs of levels that the coupling joins at one of some times, a level with itself included. */
    private List<Step> joined(SparseMatrix coupling, List<Level> levels) {
        double negligible = BohrFrequencies.NEGLIGIBLE * SpectralNorm.of(coupling);
        boolean[][] found = new boolean[levels.size()][levels.size()];
        for (double[] probe : probes()) {
            HermitianEigen eigen = HermitianEigen.of(hamiltonian.at(probe[0], probe[1]));
            LevelBasis basis = new LevelBasis(eigen, coupling);
            for (int upper = 0; upper < levels.size(); upper++) {
                for (int lower = 0; lower <= upper; lower++) {
                    found[upper][lower] |= pairs(levels, List.of(new Step(upper, lower))).stream().anyMatch(p -> basis.modulus(p.to(), p.from()) > negligible);
                }
            }
        }
        List<Step> steps = new ArrayList<>();
        for (int upper = 0; upper < levels.size(); upper++) {
            for (int lower = 0; lower <= upper; lower++) {
                if (found[upper][lower]) {
                    steps.add(new Step(upper, lower));
                }
            }
        }
        return steps;
    }

    /** Times and branches inside the pieces, both ends left out. */
    private List<double[]> probes() {
        List<double[]> all = new ArrayList<>();
        for (int i = 1; i < edges.length; i++) {
            double branch = edges[i - 1] + (edges[i] - edges[i - 1]) / 2;
            for (int k = 0; k < PROBES; k++) {
                all.add(new double[] {edges[i - 1] + (k + 0.5) / PROBES * (edges[i] - edges[i - 1]), branch});
            }
        }
        return all;
    }

    /** Largest |⟨m|Ḣ|n⟩|/(ε_m − ε_n)² at the probes. */
    private double slowness(List<Level> levels) {
        double most = 0;
        for (double[] probe : probes()) {
            HermitianEigen eigen = HermitianEigen.of(hamiltonian.at(probe[0], probe[1]));
            LevelBasis rate = new LevelBasis(eigen, hamiltonian.rateAt(probe[0], probe[1]));
            for (int upper = 0; upper < levels.size(); upper++) {
                for (int lower = 0; lower < upper; lower++) {
                    for (BohrFrequencies.Pair p : pairs(levels, List.of(new Step(upper, lower)))) {
                        double gap = eigen.values()[p.from()] - eigen.values()[p.to()];
                        most = Math.max(most, rate.modulus(p.to(), p.from()) / (gap * gap));
                    }
                }
            }
        }
        return most;
    }

    @Override
    public TimeFunction along(TimeFunction frequency, DoubleUnaryOperator f) {
        if (frequency.isConstant()) {
            return TimeFunction.constant(f.applyAsDouble(frequency.at(0).re()));
        }
        double scale = probes().stream().mapToDouble(p -> Math.abs(f.applyAsDouble(frequency.at(p[0], p[1]).re()))).max().orElse(0);
        return repeating(ChebyshevFit.of(edgesOf(frequency), new double[] {scale}, (t, branch) -> new double[] {f.applyAsDouble(frequency.at(t, branch).re())}).real(0));
    }

    /** A fitted function jumps by its rounding at the edges of its pieces. */
    private double[] edgesOf(TimeFunction fitted) {
        double[] own = fitted.breakpoints(edges[0], edges[edges.length - 1]);
        return DoubleStream.concat(Arrays.stream(edges), Arrays.stream(own)).sorted().distinct().toArray();
    }

    @Override
    public TimeDependentOperator weighted(JumpOperators operators, DoubleUnaryOperator weight) {
        int n = hamiltonian.dimension();
        double[] scales = new double[2 * n * n];
        Arrays.fill(scales, probes().stream().mapToDouble(p -> WeightedSquares.at(operators, p[0], p[0], weight).maxModulus()).max().orElse(0));
        double[] pieces = operators.lowering().stream().map(JumpOperators.Lowering::frequency).filter(f -> !f.isConstant()).findFirst().map(this::edgesOf).orElse(edges);
        ChebyshevFit fit = ChebyshevFit.of(pieces, scales, (t, branch) -> {
            SparseMatrix at = WeightedSquares.at(operators, t, branch, weight);
            double[] all = new double[2 * n * n];
            for (int i = 0; i < n; i++) {
                for (int p = at.rowStart()[i]; p < at.rowStart()[i + 1]; p++) {
                    all[2 * (i * n + at.columns()[p])] = at.re()[p];
                    all[2 * (i * n + at.columns()[p]) + 1] = at.im()[p];
                }
            }
            return all;
        });
        return operator(fit, 0);
    }
}
