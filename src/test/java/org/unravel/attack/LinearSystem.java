package org.unravel.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.unravel.attack.AttackModel.BathPart;
import org.unravel.attack.AttackModel.ChannelPart;

/**
 * The master equation of a random model as real linear equations: those numbers of the density matrix that the initial state can reach, and rows that
 * give the rates of heat, counted heat and jumps.
 *
 * <p>Rows of integrals in order: heat of the baths, heat of the motion, jumps of each channel, counted heat of each bath.
 */
final class LinearSystem {

    private final AttackModel model;
    private final HermitianParts parts;
    private final int[] kept;
    private final List<RealMatrix> motion = new ArrayList<>();
    private final List<Dissipator> dissipators = new ArrayList<>();
    private final List<double[]> energyRows = new ArrayList<>();
    private final double[] start;

    /** One product of two terms of a jump operator. */
    private record Dissipator(int channel, Signal left, Signal right, RealMatrix map, double[] jumps) {
    }

    /** All rates at one time: of the state, shape [n][n], and of the integrals, shape [integrals][n]. */
    record Rates(RealMatrix state, double[][] integrals) {
    }

    LinearSystem(AttackModel model, SmallMatrix rho) {
        this.model = model;
        this.parts = new HermitianParts(model.dimension());
        List<RealMatrix> fullMotion = model.hamiltonian().terms().stream()
                .map(t -> parts.map(r -> t.operator().matrix().commutator(r).timesI().scaled(-1))).toList();
        List<Dissipator> full = fullDissipators();
        double[] all = parts.of(rho);
        this.kept = reach(all, fullMotion, full);
        fullMotion.forEach(m -> motion.add(restricted(m)));
        full.forEach(d -> dissipators.add(new Dissipator(d.channel, d.left, d.right, restricted(d.map), restricted(d.jumps))));
        model.countedEnergy().terms().forEach(t -> energyRows.add(row(t.operator().matrix())));
        this.start = restricted(all);
    }

    private List<Dissipator> fullDissipators() {
        List<Dissipator> all = new ArrayList<>();
        List<ChannelPart> channels = model.channels();
        for (int k = 0; k < channels.size(); k++) {
            List<OperatorSum.Term> terms = channels.get(k).operator().terms();
            for (int i = 0; i < terms.size(); i++) {
                for (int j = 0; j <= i; j++) {
                    all.add(dissipator(k, terms.get(i), terms.get(j), i == j ? 1 : 2));
                }
            }
        }
        return all;
    }

    private Dissipator dissipator(int channel, OperatorSum.Term left, OperatorSum.Term right, double weight) {
        SmallMatrix a = left.operator().matrix();
        SmallMatrix b = right.operator().matrix();
        SmallMatrix k = b.adjoint().times(a).plus(a.adjoint().times(b)).scaled(weight / 2);
        RealMatrix map = parts.map(r -> a.times(r).times(b.adjoint()).plus(b.times(r).times(a.adjoint())).scaled(weight / 2)
                .plus(k.times(r).plus(r.times(k)), -0.5));
        return new Dissipator(channel, left.signal(), right.signal(), map, parts.trace(k));
    }

    private static int[] reach(double[] from, List<RealMatrix> motion, List<Dissipator> dissipators) {
        List<RealMatrix> maps = new ArrayList<>(motion);
        dissipators.forEach(d -> maps.add(d.map));
        boolean[] in = new boolean[from.length];
        IntStream.range(0, from.length).forEach(i -> in[i] = from[i] != 0);
        for (boolean grown = true; grown;) {
            grown = false;
            for (RealMatrix m : maps) {
                for (int p = 0; p < m.data.length; p++) {
                    if (m.data[p] != 0 && in[p % m.size] && !in[p / m.size]) {
                        in[p / m.size] = true;
                        grown = true;
                    }
                }
            }
        }
        return IntStream.range(0, from.length).filter(i -> in[i]).toArray();
    }

    private RealMatrix restricted(RealMatrix m) {
        RealMatrix small = new RealMatrix(kept.length);
        for (int i = 0; i < kept.length; i++) {
            for (int j = 0; j < kept.length; j++) {
                small.add(i, j, m.data[kept[i] * m.size + kept[j]]);
            }
        }
        return small;
    }

    private double[] restricted(double[] all) {
        return IntStream.of(kept).mapToDouble(i -> all[i]).toArray();
    }

    /** The row that gives the mean of an operator. */
    double[] row(SmallMatrix x) {
        return restricted(parts.trace(x));
    }

    int stateCount() {
        return kept.length;
    }

    int integralCount() {
        return 2 + model.channels().size() + model.baths().size();
    }

    double[] start() {
        return start.clone();
    }

    Rates at(Moment moment) {
        int n = kept.length;
        RealMatrix unitary = new RealMatrix(n);
        for (int i = 0; i < motion.size(); i++) {
            unitary.addScaled(motion.get(i), model.hamiltonian().terms().get(i).signal().value(moment));
        }
        RealMatrix dissipative = new RealMatrix(n);
        double[][] integrals = new double[integralCount()][n];
        for (Dissipator d : dissipators) {
            ChannelPart channel = model.channels().get(d.channel);
            double strength = channel.rate().value(moment) * d.left.value(moment) * d.right.value(moment);
            dissipative.addScaled(d.map, strength);
            add(integrals[2 + d.channel], d.jumps, strength);
        }
        double[] energy = energy(moment);
        integrals[0] = dissipative.leftTimes(energy);
        integrals[1] = model.energy().isPresent() ? unitary.leftTimes(energy) : integrals[1];
        addCounted(integrals, moment);
        dissipative.addScaled(unitary, 1);
        return new Rates(dissipative, integrals);
    }

    private void addCounted(double[][] integrals, Moment moment) {
        int k = 0;
        for (int b = 0; b < model.baths().size(); b++) {
            BathPart bath = model.baths().get(b);
            for (ChannelPart c : bath.channels()) {
                add(integrals[2 + model.channels().size() + b], integrals[2 + k++], c.heat().value(moment));
            }
        }
    }

    /** The row that gives the mean energy. */
    double[] energy(Moment moment) {
        double[] row = new double[kept.length];
        for (int i = 0; i < energyRows.size(); i++) {
            add(row, energyRows.get(i), model.countedEnergy().terms().get(i).signal().value(moment));
        }
        return row;
    }

    private static void add(double[] to, double[] what, double factor) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * what[i];
        }
    }
}
