package org.unravel.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import org.unravel.attack.AttackModel.BathPart;
import org.unravel.attack.AttackModel.ChannelPart;
import org.unravel.attack.Signal.Constant;
import org.unravel.attack.Signal.Sum;

/** Draws baths: pairs of channels in and out of balance, lone channels, quanta that coincide or do not, heats left out. */
final class BathDraws {

    private static final double ROUNDING = 1e-13;

    private final Draws draws;
    private final SignalDraws signals;
    private final TestSpace space;
    private final OperatorSum hamiltonian;
    private final double unit;
    private final double quantum;

    BathDraws(Draws draws, SignalDraws signals, TestSpace space, OperatorSum hamiltonian, double unit) {
        this.draws = draws;
        this.signals = signals;
        this.space = space;
        this.hamiltonian = hamiltonian;
        this.unit = unit;
        this.quantum = draws.rounded(unit);
    }

    List<BathPart> baths() {
        List<BathPart> all = new ArrayList<>();
        int count = draws.oneOf(0, 0, 1, 1, 1, 1, 2, 2);
        for (int b = 0; b < count; b++) {
            all.add(draws.chance(0.35) ? pair("b" + b) : lone("b" + b));
        }
        return all;
    }

    private double jumps() {
        return switch (draws.index(10)) {
            case 0 -> draws.logUniform(1e-7, 1e-2);
            case 1 -> draws.logUniform(10, 60);
            default -> draws.logUniform(0.05, 8);
        };
    }

    /** Up and down, the ratio of the rates that of a temperature or not. */
    private BathPart pair(String name) {
        int low = 2 * draws.index(space.ladders().size() / 2);
        OperatorSum down = OperatorSum.of(space.ladders().get(low));
        OperatorSum up = OperatorSum.of(space.ladders().get(low + 1));
        double q = gap(down).orElse(quantum);
        double beta = draws.rounded(draws.uniform(0.1, 3) / Math.max(Math.abs(q), unit * 1e-3));
        Signal rate = signals.rate(Math.min(20, jumps()));
        Signal back = draws.chance(0.6) ? product(Math.exp(-Math.min(50, Math.abs(beta * q))), rate) : signals.rate(Math.min(5, jumps()));
        double heat = draws.chance(0.8) ? q : quantum * quantumFactor();
        return new BathPart(name, beta, List.of(channel("down", down, rate, new Constant(-heat)), channel("up", up, back, new Constant(heat))));
    }

    private static Signal product(double factor, Signal s) {
        if (s instanceof Constant c) {
            return new Constant(factor * c.value());
        }
        if (s instanceof Signal.Pulse p) {
            return new Signal.Pulse(p.shape(), factor * p.height(), p.centre(), p.width(), p.carrier(), p.chirp());
        }
        if (s instanceof Signal.Window w) {
            return new Signal.Window(factor * w.height(), w.from(), w.to());
        }
        if (s instanceof Signal.Ramp r) {
            return new Signal.Ramp(factor * r.height(), r.from(), r.to());
        }
        if (s instanceof Signal.Wave w) {
            return new Signal.Wave(factor * w.offset(), factor * w.height(), w.frequency(), w.start(), w.periods());
        }
        if (s instanceof Signal.Decay d) {
            return new Signal.Decay(factor * d.height(), d.pole(), d.start());
        }
        if (s instanceof Signal.Train t) {
            return new Signal.Train((Signal.Pulse) product(factor, t.first()), t.distance(), t.count());
        }
        return new Sum(((Sum) s).parts().stream().map(p -> product(factor, p)).toList());
    }

    private double quantumFactor() {
        return draws.oneOf(1.0, 1.0, -1.0, 2.0, 3.0, 0.0, 1 + 1e-7, 1 + 1e-12, draws.rounded(draws.logUniform(1e-6, 1e6)), draws.rounded(draws.uniform(0.2, 2)));
    }

    private BathPart lone(String name) {
        List<ChannelPart> channels = new ArrayList<>();
        int count = draws.oneOf(1, 1, 2, 3);
        for (int k = 0; k < count; k++) {
            OperatorSum operator = operator();
            double fast = draws.chance(0.07) ? draws.logUniform(10, 1e4) : 1;
            channels.add(channel("c" + k, operator, signals.rate(jumps() * fast), heat(operator)));
        }
        return new BathPart(name, draws.chance(0.2) ? draws.rounded(draws.uniform(0.1, 3) / unit) : Double.NaN, channels);
    }

    private OperatorSum operator() {
        return switch (draws.index(10)) {
            case 0 -> OperatorSum.of(draws.oneOf(space.drives()));
            case 1 -> OperatorSum.of(draws.oneOf(space.diagonal()));
            case 2 -> new OperatorSum(List.of()).plus(signals.wave(1, draws.uniform(0, 1)), draws.oneOf(space.ladders()));
            case 3 -> OperatorSum.of(draws.oneOf(space.ladders())).plus(new Constant(draws.rounded(draws.uniform(0, 1))), draws.oneOf(space.ladders()));
            default -> OperatorSum.of(draws.oneOf(space.ladders()));
        };
    }

    private Signal heat(OperatorSum operator) {
        double q = draws.chance(0.4) ? gap(operator).orElse(quantum) : quantum * quantumFactor();
        return switch (draws.index(8)) {
            case 0 -> new Sum(List.of(new Constant(q), signals.pulse(q * signals.span() * draws.uniform(0.3, 3))));
            case 1 -> signals.wave(q, q * draws.uniform(0.1, 2));
            default -> new Constant(q);
        };
    }

    private ChannelPart channel(String name, OperatorSum operator, Signal rate, Signal heat) {
        OptionalDouble q = gap(operator);
        boolean left = q.isPresent() ? draws.chance(0.4) : draws.chance(0.04);
        return new ChannelPart(name, operator, rate, left && q.isPresent() ? new Constant(q.getAsDouble()) : heat, !left);
    }

    /** The quantum q with [H, A] = qA at all times, if there is one. */
    private OptionalDouble gap(OperatorSum operator) {
        return gap(hamiltonian, operator);
    }

    private static OptionalDouble gap(OperatorSum hamiltonian, OperatorSum operator) {
        if (operator.terms().size() > 1 && !operator.terms().stream().allMatch(t -> t.signal().isNumber())) {
            return OptionalDouble.empty();
        }
        SmallMatrix a = SmallMatrix.zero(operator.terms().get(0).operator().matrix().dimension());
        for (OperatorSum.Term t : operator.terms()) {
            a = a.plus(t.operator().matrix(), t.signal() instanceof Constant c ? c.value() : 1);
        }
        double q = 0;
        for (OperatorSum.Term t : hamiltonian.terms()) {
            SmallMatrix c = t.operator().matrix().commutator(a);
            double ratio = a.adjoint().realTrace(c) / a.adjoint().realTrace(a);
            if (c.plus(a, -ratio).largest() > ROUNDING * t.operator().matrix().largest() * a.largest() || ratio != 0 && !t.signal().isNumber()) {
                return OptionalDouble.empty();
            }
            q += ratio == 0 ? 0 : ratio * ((Constant) t.signal()).value();
        }
        return OptionalDouble.of(q);
    }

    /** Why the reader has to refuse a heat that is left out; empty where it has not. */
    static String missingQuantum(AttackModel model) {
        boolean missing = model.channels().stream().anyMatch(c -> !c.writesHeat() && gap(model.hamiltonian(), c.operator()).isEmpty());
        return missing ? "a heat is left out and there is no quantum" : "";
    }
}
