package org.unravel.engine.sector;

import java.lang.ref.WeakReference;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.model.TimeGrid;
import org.unravel.numeric.SparseMatrix;

/**
 * The energy that residuals are measured by: the larger of max_t ‖E(t)‖ and the largest |quantum| (files.md, summary.json). Levels that no trajectory
 * can reach count as long as they do not dwarf the others. ‖E(t)‖ is taken at the grid times; what a drive does between them counts as far as its rounding goes.
 */
public final class EnergyScale {

    /** By this much an energy that nobody has hides the others: an engine's 1e-12 of the scale would no longer be 1e-9 of theirs. */
    private static final double DWARFED = 1e3;

    /** Nothing is known to less than this part of an energy that a drive has for a while between grid times: 1e-9 of it is below the rounding of a sum. */
    private static final double LEAST_OF_PEAK = 1e-10;

    /** Spans that are looked at for the peak of a function: one of 1e-12 of the run takes a hundred. */
    private static final int MOST_SPANS = 1000;

    /** The last one: a run asks ten times for that of one problem, with this set of observables and that. */
    private static volatile Known last = new Known(List.of(), null, Double.NaN);

    /** A scale with what it is made of, by identity. */
    private record Known(List<WeakReference<Object>> parts, TimeGrid time, double scale) {

        static List<Object> parts(Model model) {
            return List.of(model.hamiltonian(), model.energy(), model.baths(), model.initial());
        }

        boolean is(Model model) {
            List<Object> others = parts(model);
            return model.time().equals(time) && IntStream.range(0, others.size()).allMatch(i -> parts.get(i).refersTo(others.get(i)));
        }
    }

    private EnergyScale() {
    }

    /** The scale of a model in its unit of energy; ‖·‖ is bounded by the largest row sum. 1 for a model without energy. */
    public static double of(Model model) {
        Known known = last;
        if (known.is(model)) {
            return known.scale;
        }
        double scale = find(model);
        last = new Known(Known.parts(model).stream().map(WeakReference::new).toList(), model.time(), scale);
        return scale;
    }

    private static double find(Model model) {
        double scale = 0;
        double reached = 0;
        int[] states = SectorMap.of(model).reached();
        int samples = model.energy().isConstant() ? 1 : model.time().pointCount();
        for (int i = 0; i < samples; i++) {
            SparseMatrix energy = model.energy().at(model.time().time(i));
            scale = Math.max(scale, energy.rowSumNorm());
            reached = Math.max(reached, energy.restricted(states).rowSumNorm());
        }
        scale = scale > DWARFED * reached ? reached : scale;
        scale = Math.max(scale, LEAST_OF_PEAK * peak(model, scale / LEAST_OF_PEAK / (1 + model.energy().terms().size())));
        for (Bath bath : model.bathsWithParticles()) {
            scale = Math.max(scale, bath.channels().stream().mapToDouble(c -> Math.abs(bath.chemicalPotential() * c.particles())).max().orElse(0));
        }
        for (Channel c : model.channels()) {
            for (int i = 0; i < (c.heat().isConstant() ? 1 : model.time().pointCount()); i++) {
                scale = Math.max(scale, Math.abs(c.heat().at(model.time().time(i)).re()));
            }
        }
        return scale > 0 ? scale : 1;
    }

    /** What of ‖E‖ depends on time has been at its peak, by values and not by bounds: to a factor of two, where the work allows. */
    private static double peak(Model model, double least) {
        double peak = 0;
        for (TimeDependentOperator.Term term : model.energy().terms()) {
            double norm = term.matrix().rowSumNorm();
            peak += term.coefficient().isConstant() || norm == 0 ? 0 : norm * peak(term.coefficient(), model.time(), least / norm);
        }
        return peak;
    }

    /** Largest |f| found by cutting the span with the largest bound; 0 where bounds show that it is below a number. */
    private static double peak(TimeFunction f, TimeGrid grid, double least) {
        double[] edges = grid.edges(f.breakpoints(grid.start(), grid.end()));
        PriorityQueue<Span> open = new PriorityQueue<>(Comparator.comparingDouble(s -> -s.bound));
        for (int i = 1; i < edges.length; i++) {
            open.add(Span.of(f, edges[i - 1], edges[i], edges[i - 1] + (edges[i] - edges[i - 1]) / 2));
        }
        double seen = 0;
        for (int count = 0; count < MOST_SPANS && open.peek().bound > Math.max(least, 2 * seen); count++) {
            Span span = open.poll();
            double middle = span.from + (span.to - span.from) / 2;
            TimeFunction.Value value = f.at(middle, span.branch);
            double size = Math.hypot(value.re(), value.im());
            seen = Double.isFinite(size) ? Math.max(seen, size) : seen;
            open.add(Span.of(f, span.from, middle, span.branch));
            open.add(Span.of(f, middle, span.to, span.branch));
        }
        return seen;
    }

    private record Span(double from, double to, double branch, double bound) {

        static Span of(TimeFunction f, double from, double to, double branch) {
            double bound = f.bounds(from, to, branch, 0).modulus(0);
            return new Span(from, to, branch, Double.isNaN(bound) ? Double.POSITIVE_INFINITY : bound);
        }
    }
}
