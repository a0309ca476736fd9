package org.unravel.trajectory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.unravel.model.Bath;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.Quantities;
import org.unravel.model.Quantity;

/**
 * Books every change of a trajectory's energy by its origin (physics.md, "The ledger"), for a whole lane group.
 *
 * <p>Work, drift and unitary heat come integrated from the engine, jump heat, counted heat, particles and their chemical work from the jumps; quantum heat is the only
 * remainder. At every grid time the ledger holds all quantities of all lanes and how well ΔU = W + W_chem + Q closed. Not thread-safe.
 */
public final class Ledger {

    private final Model model;
    private final List<Channel> channels;
    private final int lanes;
    private final List<String> names;
    private final double[][] values;
    private final double[] startEnergy;
    private final double[] jumpHeat;
    /** Of each bath, where their heats are known; else none. Of a single one it is that of all, the same row. */
    private final double[][] jumpHeatOf;
    private final int firstHeatOf;
    private final QuantumCounter[] counters;
    private final double[][] driftingQuanta;
    private final ParticleBook particles;
    /** Of what the model counts by weights of its own. */
    private final List<QuantumCounter> counts;
    private final int[] bathOfChannel;
    private final int[][] jumpCounts;
    private final long[] jumpTotals;
    private final double[] closureError;
    private final double[] energy;
    private final double[] energyChange;
    private final double[] work;
    private final boolean hasOwnEnergy;
    private final boolean hasFloquetWork;
    /** Where there is none, a row that nobody sees. */
    private final double[] floquetWork;
    private final double[] heat;
    private final double[] drift;
    private final double[] quantum;
    private final double[] unitary;
    private final double[] counted;

    /** A ledger for lane groups of up to {@code lanes} trajectories of a model. */
    public Ledger(Model model, int lanes) {
        this.model = model;
        this.channels = model.channels();
        this.lanes = lanes;
        this.startEnergy = new double[lanes];
        this.jumpHeat = new double[lanes];
        this.jumpHeatOf = isOneBath() ? new double[][] {jumpHeat} : new double[model.hasHeatOfBaths() ? model.baths().size() : 0][lanes];
        this.closureError = new double[lanes];
        this.jumpCounts = new int[channels.size()][lanes];
        this.jumpTotals = new long[channels.size()];
        this.bathOfChannel = model.bathOfChannel();
        this.counters = counters();
        this.driftingQuanta = driftingQuanta();
        this.particles = new ParticleBook(model, bathOfChannel, lanes);
        List<String> labels = model.channelLabels();
        this.counts = model.counting().counts().stream().map(c -> QuantumCounter.ofWeights(labels.stream().mapToDouble(c::weight).toArray(), lanes)).toList();
        names = names(model);
        values = new double[names.size()][lanes];
        energy = row(Quantity.ENERGY);
        energyChange = row(Quantity.ENERGY_CHANGE);
        work = row(Quantity.WORK);
        hasFloquetWork = model.hasFloquetWork();
        floquetWork = hasFloquetWork ? row(Quantity.WORK_FLOQUET) : new double[lanes];
        heat = row(Quantity.HEAT);
        drift = row(Quantity.HEAT_DRIFT);
        quantum = row(Quantity.HEAT_QUANTUM);
        hasOwnEnergy = model.hasOwnEnergy();
        unitary = hasOwnEnergy ? row(Quantity.HEAT_UNITARY) : new double[lanes];
        firstHeatOf = names.indexOf(Quantity.HEAT) + 1;
        counted = countedHeat(0);
        shareRows();
    }

    /** What is equal always is one row, and what a counter sums is its own row of it. */
    private void shareRows() {
        if (isOneBath() && !model.hasOwnEnergy()) {
            values[firstHeatOf] = heat;
        }
        values[names.indexOf(Quantity.HEAT_JUMP)] = jumpHeat;
        for (int i = 0; i <= model.baths().size(); i++) {
            values[names.indexOf(Quantity.HEAT_COUNTED) + i] = countedHeat(i);
        }
        if (model.hasParticles()) {
            values[names.indexOf(Quantity.WORK_CHEMICAL)] = particles.work();
            model.bathsWithParticles().forEach(b -> values[names.indexOf(Quantity.particles(b))] = particles.of(b).sum());
        }
        for (int i = 0; i < counts.size(); i++) {
            values[names.indexOf(Quantity.count(model.counting().counts().get(i)))] = counts.get(i).sum();
        }
    }

    /** Names of the quantities that a ledger of a model holds, in the order of its {@link #values()} and of the columns of the curves (the guide). */
    public static List<String> names(Model model) {
        List<String> names = new ArrayList<>(List.of(Quantity.ENERGY, Quantity.WORK));
        if (model.hasFloquetWork()) {
            names.add(Quantity.WORK_FLOQUET);
        }
        if (model.hasParticles()) {
            names.add(Quantity.WORK_CHEMICAL);
        }
        names.add(Quantity.HEAT);
        if (model.hasHeatOfBaths()) {
            model.baths().forEach(b -> names.add(Quantity.heat(b)));
        }
        names.add(Quantity.HEAT_COUNTED);
        model.baths().forEach(b -> names.add(Quantity.heatCounted(b)));
        model.bathsWithParticles().forEach(b -> names.add(Quantity.particles(b)));
        model.counting().counts().forEach(c -> names.add(Quantity.count(c)));
        names.addAll(List.of(Quantity.HEAT_DRIFT, Quantity.HEAT_JUMP, Quantity.HEAT_QUANTUM, Quantity.ENERGY_CHANGE));
        if (model.hasOwnEnergy()) {
            names.add(Quantity.HEAT_UNITARY);
        }
        return List.copyOf(names);
    }

    /** The quantities of {@link #names(Model)}, in their order. */
    public static List<Quantity> quantities(Model model) {
        Quantities all = Quantities.of(model);
        return names(model).stream().map(all::of).toList();
    }

    private boolean isOneBath() {
        return model.baths().size() == 1;
    }

    /** One row for all channels, then one for each bath; a single bath has the row of all. */
    private double[][] driftingQuanta() {
        double[][] all = new double[counters.length][lanes];
        if (isOneBath()) {
            all[1] = all[0];
        }
        return all;
    }

    private double[] countedHeat(int counter) {
        return counters[counter] == null ? driftingQuanta[counter] : counters[counter].sum();
    }

    /** One counter for all channels, then one for each bath, a single one being that of all; null where a quantum depends on time. */
    private QuantumCounter[] counters() {
        List<Bath> baths = model.baths();
        QuantumCounter[] all = new QuantumCounter[baths.size() + 1];
        for (int i = 0; i < all.length; i++) {
            if (i == 1 && isOneBath()) {
                all[1] = all[0];
                break;
            }
            boolean[] counted = new boolean[channels.size()];
            for (int k = 0; k < counted.length; k++) {
                counted[k] = i == 0 || bathOfChannel[k] == i - 1;
            }
            all[i] = QuantumCounter.applies(channels, counted) ? QuantumCounter.ofHeat(channels, counted, lanes) : null;
        }
        return all;
    }

    /** Names of the quantities; {@link #names(Model)}. */
    public List<String> names() {
        return names;
    }

    /** Starts a new group: everything is zero. */
    public void begin() {
        Arrays.fill(jumpHeat, 0);
        for (double[] heat : jumpHeatOf) {
            Arrays.fill(heat, 0);
        }
        for (int[] counts : jumpCounts) {
            Arrays.fill(counts, 0);
        }
        Arrays.fill(jumpTotals, 0);
        for (int i = 0; i < counters.length; i++) {
            if (counters[i] == null) {
                Arrays.fill(driftingQuanta[i], 0);
            } else {
                counters[i].clear();
            }
        }
        particles.clear();
        counts.forEach(QuantumCounter::clear);
    }

    /** Books a jump; see {@link LaneObserver#jump}. Its weight is for who averages: a ledger is of single trajectories. */
    public void jump(int lane, double time, int channel, double energyChange) {
        jumpHeat[lane] += energyChange;
        jumpCounts[channel][lane]++;
        jumpTotals[channel]++;
        if (jumpHeatOf.length > 1) {
            jumpHeatOf[bathOfChannel[channel]][lane] += energyChange;
        }
        particles.jump(lane, channel);
        for (int i = 0; i < counts.size(); i++) {
            counts.get(i).jump(lane, channel);
        }
        count(0, lane, time, channel);
        if (counters.length > 2) {
            count(bathOfChannel[channel] + 1, lane, time, channel);
        }
    }

    private void count(int counter, int lane, double time, int channel) {
        if (counters[counter] == null) {
            driftingQuanta[counter][lane] += channels.get(channel).heat().at(time).re();
        } else {
            counters[counter].jump(lane, channel);
        }
    }

    /** Fills {@link #values()} and {@link #closureError()} at a grid time; at index 0 the start energy is taken. */
    public void gridPoint(int index, LaneValues engine) {
        if (index == 0) {
            System.arraycopy(engine.energy(), 0, startEnergy, 0, lanes);
        }
        copy(engine.energy(), energy);
        copy(engine.work(), work);
        copy(engine.drift(), drift);
        if (hasOwnEnergy) {
            copy(engine.unitary(), unitary);
        }
        differences(energy, startEnergy, energyChange);
        for (int b = 0; b < lanes; b++) {
            heat[b] = jumpHeat[b] + drift[b] + unitary[b];
        }
        particles.takeWork(heat);
        differences(heat, counted, quantum);
        if (hasFloquetWork) {
            differences(energyChange, counted, floquetWork);
        }
        double[] chemicalWork = particles.work();
        for (int b = 0; b < lanes; b++) {
            closureError[b] = Math.abs(energyChange[b] - work[b] - chemicalWork[b] - heat[b]);
        }
        heatOfBaths(engine.driftApart());
        if (index == 0) {
            startHeatOfBaths();
        }
    }

    /** At the start no bath has given anything, whatever the rounding of a table says. */
    private void startHeatOfBaths() {
        for (int i = 0; i < jumpHeatOf.length; i++) {
            Arrays.fill(values[firstHeatOf + i], 0);
        }
    }

    /** Jump and drift heat of each bath less its chemical work; the drift of the last one is what those of the others leave. */
    private void heatOfBaths(double[][] driftApart) {
        int last = jumpHeatOf.length - 1;
        if (last < 0 || values[firstHeatOf] == heat) {
            return;
        }
        double[] rest = values[firstHeatOf + last];
        for (int b = 0; b < lanes; b++) {
            rest[b] = jumpHeatOf[last][b] + drift[b];
        }
        for (int i = 0; i < last; i++) {
            double[] heatOf = values[firstHeatOf + i];
            for (int b = 0; b < lanes; b++) {
                heatOf[b] = jumpHeatOf[i][b] + driftApart[i][b];
                rest[b] -= driftApart[i][b];
            }
        }
        for (int i = 0; i <= last; i++) {
            particles.takeWorkOf(i, values[firstHeatOf + i]);
        }
    }

    /** Loops of one statement each, which the machine takes in vectors. */
    private void differences(double[] from, double[] less, double[] into) {
        for (int b = 0; b < lanes; b++) {
            into[b] = from[b] - less[b];
        }
    }

    private double[] row(String name) {
        return values[names.indexOf(name)];
    }

    private void copy(double[] from, double[] to) {
        System.arraycopy(from, 0, to, 0, lanes);
    }

    /** Values of the quantities at the last grid point, shape [names][lanes]. Quantities that are equal always are one row, under each of their names. */
    public double[][] values() {
        return values;
    }

    /** |ΔU − W − W_chem − Q| of each lane at the last grid point, in the unit of energy. */
    public double[] closureError() {
        return closureError;
    }

    /** Jumps of each channel so far, shape [channels][lanes]. */
    public int[][] jumpCounts() {
        return jumpCounts;
    }

    /** Jumps of each channel so far over all lanes, shape [channels]: what a sum over lanes at every grid time would give. */
    public long[] jumpTotals() {
        return jumpTotals;
    }

    /** Counters of the particles of the baths that give or take some, in the order of {@link Model#bathsWithParticles}. */
    public List<QuantumCounter> particleCounters() {
        return particles.counters();
    }

    /** Counters of what the model counts by weights of its own, in its order. */
    public List<QuantumCounter> countCounters() {
        return counts;
    }

    /** Counters of all quanta (first) and of each bath; null where a quantum depends on time. */
    public QuantumCounter[] quantumCounters() {
        return counters;
    }
}
