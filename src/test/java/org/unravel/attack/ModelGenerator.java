package org.unravel.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.unravel.attack.AttackModel.BathPart;
import org.unravel.attack.AttackModel.ChannelPart;
import org.unravel.attack.AttackModel.ObservablePart;
import org.unravel.attack.AttackModel.SamplingPart;
import org.unravel.attack.AttackModel.Start;
import org.unravel.attack.Signal.Constant;
import org.unravel.attack.Signal.Sum;

/** Draws a model from a seed. */
final class ModelGenerator {

    private static final int TRIES = 1000;
    /** What the oracle can follow by steps of a qubit, and by exponentials with the digits that are asked for. */
    private static final double MOVING_ACTION = 2000;
    private static final double ACTION = 1e6;
    private static final int MARKS = 1500;
    private static final double FLAWED = 0.06;

    private final Draws draws;
    private final long seed;
    private final TestSpace space;
    private final double unit;
    private final double start;
    private final double end;
    private final int points;
    private final SignalDraws signals;

    private ModelGenerator(long seed, Draws draws) {
        this.seed = seed;
        this.draws = draws;
        this.space = TestSpace.draw(draws);
        this.unit = draws.logUniform(1e-6, 1e6);
        double span = draws.logUniform(0.5, 30) / unit * (draws.chance(0.25) ? draws.logUniform(10, 1e5) : 1);
        boolean late = draws.chance(0.25);
        this.points = late ? 1 + (1 << draws.index(6)) : draws.oneOf(2, 2, 3, 6, 11, 11, 31, 101);
        this.start = late ? late(span) : 0;
        this.end = late ? start + Math.scalb(1.0, Math.getExponent(span)) : draws.rounded(span);
        this.signals = new SignalDraws(draws, start, end, points);
    }

    private double late(double span) {
        double whole = Math.scalb(1.0, Math.getExponent(span));
        return whole * draws.oneOf(-1.0, -0.5, 1.0, 1024.0, 1048576.0);
    }

    /** The model of a seed. */
    static AttackModel model(long seed) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            AttackModel model = new ModelGenerator(seed, new Draws(seed * TRIES + attempt)).draw();
            Mesh mesh = new Mesh(model);
            if (mesh.count() < MARKS && mesh.movingAction() < MOVING_ACTION * 4 / (model.dimension() * model.dimension()) && mesh.action() < ACTION) {
                return model;
            }
        }
        throw new IllegalStateException("no model for seed " + seed);
    }

    private double span() {
        return end - start;
    }

    private AttackModel draw() {
        OperatorSum hamiltonian = hamiltonian();
        Optional<OperatorSum> energy = draws.chance(0.15) ? Optional.of(ownEnergy()) : Optional.empty();
        List<BathPart> baths = new BathDraws(draws, signals, space, hamiltonian, unit).baths();
        boolean measured = draws.chance(0.12);
        AttackModel model = new AttackModel(seed, space, hamiltonian, energy, baths, initial(), start, end, points, observables(),
                new SamplingPart(1000, 1 + draws.index(1000), measured), "");
        String missing = BathDraws.missingQuantum(model);
        model = missing.isEmpty() ? model : model.withFlaw(missing);
        return draws.chance(FLAWED) ? flawed(model) : model;
    }

    /** Energies in units of each other: the same, nearly the same, multiples, far apart. */
    private double energyFactor() {
        return draws.oneOf(1.0, 1.0, 2.0, 0.5, 3.0, 1 + 1e-7, 1 + 1e-10, draws.rounded(draws.uniform(0.1, 3)), draws.rounded(draws.logUniform(1e-6, 1e3)));
    }

    private OperatorSum hamiltonian() {
        double omega = draws.rounded(unit);
        OperatorSum h = new OperatorSum(List.of());
        for (NamedOperator d : space.diagonal()) {
            if (draws.chance(space.dimension() == 2 ? 0.45 : 0.7)) {
                h = h.plus(level(omega * energyFactor()), d);
            }
        }
        int drives = draws.oneOf(0, 1, 1, 1, 2);
        for (int i = 0; i < drives; i++) {
            h = h.plus(signals.drive(), draws.oneOf(space.drives()));
        }
        return h;
    }

    private Signal level(double energy) {
        return switch (draws.index(10)) {
            case 0 -> new Sum(List.of(new Constant(energy), signals.pulse(draws.uniform(0.5, 3))));
            case 1 -> signals.wave(energy, energy * draws.uniform(0, 1));
            case 2 -> new Sum(List.of(new Constant(energy), signals.ramp(energy)));
            default -> new Constant(energy);
        };
    }

    private OperatorSum ownEnergy() {
        OperatorSum e = new OperatorSum(List.of());
        for (NamedOperator d : space.diagonal()) {
            e = e.plus(level(draws.rounded(unit) * energyFactor()), d);
        }
        return draws.chance(0.2) ? e.plus(signals.drive(), draws.oneOf(space.drives())) : e;
    }

    private Start initial() {
        if (draws.chance(0.15)) {
            double beta = draws.rounded(draws.logUniform(0.1, 5) / unit);
            return new Start("thermal(" + beta + ")", null, beta);
        }
        int first = draws.index(space.dimension());
        if (draws.chance(0.4)) {
            return new Start("{" + space.levels().get(first) + "}", SmallMatrix.unit(space.dimension(), first, first), 0);
        }
        int second = (first + 1 + draws.index(space.dimension() - 1)) % space.dimension();
        double amplitude = draws.chance(0.8) ? 1 : draws.rounded(draws.logUniform(1e-4, 1));
        boolean imaginary = draws.chance(0.3);
        String text = "\"" + ket(first) + " + " + (imaginary ? "i*" : "") + amplitude + "*" + ket(second) + "\"";
        double norm = Math.hypot(1, amplitude);
        double[] re = new double[space.dimension()];
        double[] im = new double[space.dimension()];
        re[first] = 1 / norm;
        (imaginary ? im : re)[second] = amplitude / norm;
        return new Start(text, SmallMatrix.projector(re, im), 0);
    }

    private String ket(int level) {
        return "ket(" + space.levels().get(level).replaceAll("[a-z]+: ", "") + ")";
    }

    private List<ObservablePart> observables() {
        List<ObservablePart> all = new ArrayList<>();
        all.add(new ObservablePart("x", OperatorSum.of(draws.oneOf(space.drives()))));
        all.add(new ObservablePart("z", OperatorSum.of(draws.oneOf(space.diagonal()))));
        if (draws.chance(0.2)) {
            Signal moving = draws.chance(0.5) ? signals.wave(0.5, 1) : signals.ramp(1);
            all.add(new ObservablePart("moving", new OperatorSum(List.of()).plus(moving, draws.oneOf(space.diagonal()))));
        }
        return all;
    }

    private AttackModel flawed(AttackModel model) {
        if (draws.chance(0.5)) {
            NamedOperator x = draws.oneOf(space.diagonal());
            // i is part of the operator, or of the function of time
            String text = draws.chance(0.5) ? "(i*" + x.text() + ")" : "i*" + x.text();
            return model.withHamiltonian(model.hamiltonian().plus(signals.pulse(1), new NamedOperator(text, x.matrix())))
                    .withFlaw("H is not Hermitian");
        }
        NamedOperator down = draws.oneOf(space.ladders());
        ChannelPart negative = new ChannelPart("negative", OperatorSum.of(down), signals.dip(draws.rounded(1 / span())), new Constant(0), true);
        List<BathPart> baths = new ArrayList<>(model.baths());
        baths.add(new BathPart("wrong", Double.NaN, List.of(negative)));
        return model.withBaths(baths).withFlaw("a rate is negative");
    }
}
