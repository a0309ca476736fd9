package org.unravel.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.unravel.model.Channel;
import org.unravel.model.InitialState.Component;
import org.unravel.model.Model;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;
import org.unravel.numeric.SparseMatrix;

/**
 * The generator without its zeros, on those packed numbers alone that the kets of the initial state lead to: populations where nothing makes
 * coherence, one block where a number is conserved. The tilted generators of all counting fields share these numbers, as a field changes no zero.
 */
final class SparseFlow implements TiltedFlow {

    /** Most entries of all maps together: 12 bytes each; a generator with more is not sparse. */
    private static final double MOST_ENTRIES = 4e6;

    /** Multiply-adds that an entry and a number take beside vectorised ones, and what a call costs. */
    private static final double ENTRY = 1.5;
    private static final double NUMBER = 12;
    private static final double CALL = 12;

    private final int dimension;
    private final int[] kept;
    private final double[] weights;
    private final PackedMap still;
    /** Made when it is first asked for: few need it. */
    private PackedMap adjointStill;
    private final List<Part> parts;
    private final PackedMap[] jumps;
    private final double[][] jumpRates;
    private final TimeFunction[] rates;
    private final double[] rateValues;
    private final double[] image;
    private final boolean constant;

    /** One time-dependent coefficient of the part without jumps: Re c times one map and Im c times another. */
    private static final class Part {

        private final TimeFunction coefficient;
        private PackedMap real;
        private PackedMap imaginary;
        private double re;
        private double im;

        Part(TimeFunction coefficient, PackedMap real, PackedMap imaginary) {
            this.coefficient = coefficient;
            this.real = real;
            this.imaginary = imaginary;
        }
    }

    private SparseFlow(Model model) {
        this.dimension = model.dimension();
        List<Channel> channels = model.channels();
        this.rates = channels.stream().map(Channel::rate).toArray(TimeFunction[]::new);
        this.rateValues = new double[rates.length];
        PackedMap fixed = PackedMap.oneSided(SparseMatrix.zero(dimension), 0, 0);
        this.parts = new ArrayList<>();
        fixed = addTerms(model.drivingHamiltonian(), 0, -1, fixed);
        fixed = addTerms(model.jumpRateOperator(), -0.5, 0, fixed);
        PackedMap[] all = channels.stream().map(c -> PackedMap.sandwich(c.operator().at(model.time().start()))).toArray(PackedMap[]::new);
        this.kept = reachable(model, fixed, all);
        this.still = fixed.restricted(kept);
        parts.forEach(p -> {
            p.real = p.real.restricted(kept);
            p.imaginary = p.imaginary.restricted(kept);
        });
        this.jumps = Arrays.stream(all).map(m -> m.restricted(kept)).toArray(PackedMap[]::new);
        this.weights = Arrays.stream(kept).mapToDouble(i -> isDiagonal(i) ? 1 : 2).toArray();
        this.jumpRates = new double[jumps.length][kept.length];
        double[] traces = Arrays.stream(kept).mapToDouble(i -> isDiagonal(i) ? 1 : 0).toArray();
        for (int k = 0; k < jumps.length; k++) {
            jumps[k].addRows(traces, jumpRates[k]);
        }
        this.image = new double[kept.length];
        this.constant = parts.isEmpty() && Arrays.stream(rates).allMatch(TimeFunction::isConstant);
    }

    /** True if no jump operator depends on time and the maps have few enough entries. */
    static boolean appliesTo(Model model) {
        double d = model.dimension();
        // each entry of H and K meets D rows from two sides, those of a jump operator meet each other; real and imaginary parts
        double entries = 4 * d * (WorkBudget.entries(model.drivingHamiltonian()) + WorkBudget.entries(model.jumpRateOperator()));
        for (Channel c : model.channels()) {
            double n = WorkBudget.entries(c.operator());
            entries += 2 * n * n;
        }
        return entries <= MOST_ENTRIES && model.channels().stream().allMatch(c -> c.operator().isConstant());
    }

    static SparseFlow of(Model model) {
        return new SparseFlow(model);
    }

    /** Adds the constant terms of (x + iy) O to a map and keeps the others as parts. */
    private PackedMap addTerms(TimeDependentOperator operator, double x, double y, PackedMap sum) {
        PackedMap fixed = sum;
        for (TimeDependentOperator.Term term : operator.terms()) {
            if (term.coefficient().isConstant()) {
                TimeFunction.Value c = term.coefficient().at(0);
                fixed = fixed.plus(PackedMap.oneSided(term.matrix(), x * c.re() - y * c.im(), x * c.im() + y * c.re()));
            } else {
                parts.add(new Part(term.coefficient(), PackedMap.oneSided(term.matrix(), x, y), PackedMap.oneSided(term.matrix(), -y, x)));
            }
        }
        return fixed;
    }

    private boolean isDiagonal(int place) {
        return place % (dimension + 1) == 0;
    }

    /** The numbers that are not zero in a ket's projector, and all that they lead to. */
    private int[] reachable(Model model, PackedMap fixed, PackedMap[] channels) {
        boolean[] marked = new boolean[dimension * dimension];
        for (Component c : model.initial().components()) {
            double[] packed = SpectralMatrix.ofKets(List.of(c), new double[] {1});
            IntStream.range(0, marked.length).filter(i -> packed[i] != 0).forEach(i -> marked[i] = true);
        }
        List<PackedMap> all = new ArrayList<>(List.of(channels));
        all.add(fixed);
        parts.forEach(p -> all.addAll(List.of(p.real, p.imaginary)));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (PackedMap map : all) {
                grown |= map.spread(marked);
            }
        }
        return IntStream.range(0, marked.length).filter(i -> marked[i]).toArray();
    }

    @Override
    public int size() {
        return kept.length;
    }

    @Override
    public int channelCount() {
        return jumps.length;
    }

    @Override
    public boolean isConstant() {
        return constant;
    }

    @Override
    public double work() {
        double entries = still.entryCount() + parts.stream().mapToDouble(p -> p.real.entryCount() + p.imaginary.entryCount()).sum()
                + Arrays.stream(jumps).mapToDouble(PackedMap::entryCount).sum();
        return ENTRY * entries + NUMBER * kept.length + CALL * (2 + 2 * parts.size() + jumps.length);
    }

    @Override
    public void moveTo(Instant instant) {
        for (Part part : parts) {
            TimeFunction.Value c = instant.value(part.coefficient);
            part.re = c.re();
            part.im = c.im();
        }
        for (int k = 0; k < rates.length; k++) {
            rateValues[k] = instant.real(rates[k]);
        }
    }

    @Override
    public void begin(double[] y, int offset) {
        beginEmpty();
        still.add(1, y, offset, image);
        for (Part part : parts) {
            if (part.re != 0) {
                part.real.add(part.re, y, offset, image);
            }
            if (part.im != 0) {
                part.imaginary.add(part.im, y, offset, image);
            }
        }
    }

    /** Of a constant generator. */
    @Override
    public void beginAdjoint(double[] y, int offset) {
        if (!constant) {
            throw new IllegalStateException("expected a constant generator");
        }
        if (adjointStill == null) {
            adjointStill = still.adjoint(weights);
        }
        beginEmpty();
        adjointStill.add(1, y, offset, image);
    }

    @Override
    public void beginEmpty() {
        Arrays.fill(image, 0);
    }

    @Override
    public void jump(int channel, double f, double[] y, int offset, double g, int otherOffset) {
        if (g == 0) {
            jumps[channel].add(rateValues[channel] * f, y, offset, image);
        } else {
            jumps[channel].add(rateValues[channel] * f, offset, rateValues[channel] * g, otherOffset, y, image);
        }
    }

    @Override
    public double jumpRate(int channel, double[] y, int offset) {
        double[] row = jumpRates[channel];
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += row[i] * y[offset + i];
        }
        return rateValues[channel] * sum;
    }

    @Override
    public void end(double[] out, int offset) {
        System.arraycopy(image, 0, out, offset, image.length);
    }

    @Override
    public double trace(double[] y, int offset) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] == 1 ? y[offset + i] : 0;
        }
        return sum;
    }

    @Override
    public double overlap(double[] a, int offsetA, double[] b, int offsetB) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * a[offsetA + i] * b[offsetB + i];
        }
        return sum;
    }

    @Override
    public double[] restrict(double[] packed) {
        return Arrays.stream(kept).mapToDouble(i -> packed[i]).toArray();
    }

    @Override
    public double[] expand(double[] y, int offset) {
        double[] packed = new double[dimension * dimension];
        for (int i = 0; i < kept.length; i++) {
            packed[kept[i]] = y[offset + i];
        }
        return packed;
    }
}
