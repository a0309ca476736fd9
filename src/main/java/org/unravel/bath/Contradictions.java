package org.unravel.bath;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.unravel.model.Bath;
import org.unravel.model.Caveat;
import org.unravel.model.Channel;
import org.unravel.model.Model;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.Tolerance;
import org.unravel.numeric.Decimals;
import org.unravel.numeric.Rounding;
import org.unravel.numeric.SparseMatrix;

/**
 * What a model says twice and not alike: a quantum that is not the energy its jump brings, and rates that belong to another temperature than the bath's.
 *
 * <p>Nothing is refused: a quantum may hold work that the file does not name, and counted heat is what it says. A contradiction is found at some {@link ProbeTimes};
 * that none is found proves nothing.
 */
public final class Contradictions {

    private static final String ADVICE = ". Look at sign and size of 'heat', or say with 'energy' which operator counts";

    private static final double HALF = 0.5;
    /** Below this an exponential is no number, or loses digits: rates of a cold bath are then 0. */
    private static final double UNDERFLOW = -690;

    private final Model model;
    private final double[] times;
    private final EnergyQuantum quanta;

    private Contradictions(Model model) {
        this.model = model;
        this.times = ProbeTimes.of(model);
        this.quanta = new EnergyQuantum(model.energy(), times);
    }

    /** The contradictions of a model, at most one of each sort for each bath, with both numbers. */
    public static List<Caveat> of(Model model) {
        if (model.baths().isEmpty()) {
            return List.of();
        }
        Contradictions search = new Contradictions(model);
        List<Caveat> found = new ArrayList<>();
        // channels that come from a coupling say nothing twice
        for (Bath bath : model.baths().stream().filter(b -> b.origin().isEmpty()).toList()) {
            search.quantum(bath).map(text -> new Caveat(Caveat.Kind.CONTRADICTION, text)).ifPresent(found::add);
            search.temperature(bath).map(text -> new Caveat(Caveat.Kind.CONTRADICTION, text)).ifPresent(found::add);
            search.particles(bath).or(() -> FermionBalance.contradiction(model, bath)).map(text -> new Caveat(Caveat.Kind.CONTRADICTION, text)).ifPresent(found::add);
        }
        return found;
    }

    /** The first channel whose heat is not the q of [E, L] = qL. */
    private Optional<String> quantum(Bath bath) {
        List<String> found = new ArrayList<>();
        for (Channel channel : bath.channels()) {
            quantum(bath, channel).ifPresent(found::add);
        }
        return found.isEmpty() ? Optional.empty()
                : Optional.of(found.get(0) + (found.size() == 1 ? "" : "; likewise with " + others(found.size() - 1) + " of this bath") + ADVICE);
    }

    private static String others(int count) {
        return count == 1 ? "another channel" : count + " other channels";
    }

    private Optional<String> quantum(Bath bath, Channel channel) {
        for (double t : quanta.isConstant(channel) ? new double[] {times[0]} : times) {
            OptionalDouble brought = quanta.at(channel.operator(), t);
            double heat = channel.heat().at(t).re();
            double rounding = Rounding.OF_SUM * quanta.magnitude(t);
            double work = chemicalWork(bath, channel);
            if (brought.isPresent()
                    && Math.abs(heat - (brought.getAsDouble() - work)) > Tolerance.RESULT * Math.max(Math.max(Math.abs(heat), Math.abs(work)), Math.abs(brought.getAsDouble())) + rounding) {
                double q = brought.getAsDouble();
                return Optional.of("a jump of channel " + bath.label(channel) + " changes the energy by " + number(q) + ", as [E, L] = " + number(q)
                        + " L" + (quanta.isConstant(channel) ? "" : " at t = " + number(t)) + particles(bath, channel) + ", and its heat says " + number(heat) + ": the difference of "
                        + number(q - work - heat) + " at each jump is shown as quantum heat, be it " + (channel.particles() == 0 ? "chemical work" : "other work") + " or a mistake");
            }
        }
        return opposite(bath, channel);
    }

    /** μn of a jump. */
    private static double chemicalWork(Bath bath, Channel channel) {
        return channel.particles() == 0 ? 0 : bath.chemicalPotential() * channel.particles();
    }

    private static String particles(Bath bath, Channel channel) {
        int n = channel.particles();
        return n == 0 ? "" : " and brings " + n + (Math.abs(n) == 1 ? " particle" : " particles") + " at mu = " + number(bath.chemicalPotential());
    }

    /** A drive leaves no q, but a jump still gives or takes on average, and the heat is hardly meant to have the other sign at several times. */
    private Optional<String> opposite(Bath bath, Channel channel) {
        for (double t : quanta.isConstant(channel) ? new double[] {times[0]} : new double[] {times[0], times[times.length / 2], times[times.length - 1]}) {
            double heat = channel.heat().at(t).re();
            double average = heat == 0 ? 0 : quanta.average(channel.operator(), t) - chemicalWork(bath, channel);
            if (!(average * heat < 0 && Math.abs(average) > HALF * Math.abs(heat))) {
                return Optional.empty();
            }
        }
        return Optional.of("a jump of channel " + bath.label(channel) + " changes the energy by " + number(quanta.average(channel.operator(), times[0]))
                + " on average over all states" + particles(bath, channel) + ", and its heat says " + number(channel.heat().at(times[0]).re()) + ": heat > 0 is energy that the system receives");
    }

    /** The first pair of channels that obeys detailed balance at another temperature than that of the bath. */
    private Optional<String> temperature(Bath bath) {
        if (bath.inverseTemperature().isEmpty()) {
            return Optional.empty();
        }
        double beta = bath.inverseTemperature().getAsDouble();
        List<Channel> channels = bath.channels();
        for (Channel up : channels) {
            if (!(up.heat().at(times[0]).re() > 0)) {
                continue;
            }
            for (Channel down : channels) {
                Optional<String> found = down == up ? Optional.empty() : temperature(bath, beta, up, down);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> temperature(Bath bath, double beta, Channel up, Channel down) {
        OptionalDouble ratio = PairRatio.of(up, down, times);
        if (ratio.isEmpty()) {
            return Optional.empty();
        }
        double quantum = up.heat().at(times[0]).re();
        if (isAt(beta, quantum, ratio.getAsDouble()) || model.energy().isConstant() && quanta.at(up.operator(), times[0]).stream()
                .anyMatch(q -> isAt(beta, q - chemicalWork(bath, up), ratio.getAsDouble()))) {
            return Optional.empty();
        }
        return Optional.of("the rates of " + bath.label(down) + " and " + up.name() + " obey detailed balance at beta = "
                + number(-ratio.getAsDouble() / quantum) + ", the bath says beta = " + number(beta)
                + ": no entropy is assigned and no fluctuation relation claimed; look at the sign and size of 'heat', and give the bath the temperature of its rates, or the rates that of the bath");
    }

    /** The first pair of channels in detailed balance of which one does not take as many particles as the other brings. */
    private Optional<String> particles(Bath bath) {
        if (!bath.hasParticles() || bath.inverseTemperature().isEmpty()) {
            return Optional.empty();
        }
        return DetailedBalance.of(model, bath).pairs().stream().filter(p -> p.first().particles() + p.second().particles() != 0).findFirst()
                .map(p -> "channels " + bath.label(p.first()) + " and " + p.second().name() + " are each other's reverse, and bring " + p.first().particles() + " and "
                        + p.second().particles() + " particles: look at their signs");
    }

    /** Whether rates whose ratio has this logarithm belong to quanta of this size at β. */
    private static boolean isAt(double beta, double quantum, double logRatio) {
        double expected = -beta * quantum;
        return PairRatio.agree(expected, logRatio) || expected < UNDERFLOW && logRatio < UNDERFLOW;
    }

    private static final int SHOWN_DIGITS = 6;

    private static String number(double x) {
        return Decimals.shown(x, SHOWN_DIGITS);
    }

    /** The q of [E(t), A(t)] = q A(t), where there is one. */
    private static final class EnergyQuantum {

        /** Below this part of its largest norm the energy is switched off, and says nothing of quanta. */
        private static final double OFF = 1e-6;

        /** Rounding of an expression and of a commutator, each entry relative to the moduli that it was added up of. */
        private static final double ROUNDING = 1e-12;

        private final TimeDependentOperator energy;
        private final double largest;

        EnergyQuantum(TimeDependentOperator energy, double[] times) {
            this.energy = energy;
            this.largest = energy.isConstant() ? energy.at(times[0]).maxModulus()
                    : Arrays.stream(times).map(t -> energy.at(t).maxModulus()).max().orElse(0);
        }

        boolean isConstant(Channel channel) {
            return energy.isConstant() && channel.operator().isConstant() && channel.heat().isConstant();
        }

        /** What a quantum is rounded in: energies are differences of the diagonal. */
        double magnitude(double t) {
            return energy.at(t).maxModulus();
        }

        /** tr(L†[E, L])/tr(L†L): what a jump brings on average over all states; 0 where there is no jump. */
        double average(TimeDependentOperator operator, double t) {
            SparseMatrix a = operator.at(t);
            return a.isZero() ? 0 : overlap(a, energy.at(t).commutator(a)) / overlap(a, a);
        }

        OptionalDouble at(TimeDependentOperator operator, double t) {
            SparseMatrix e = energy.at(t);
            SparseMatrix a = operator.at(t);
            if (a.isZero() || e.maxModulus() <= OFF * largest) {
                return OptionalDouble.empty();
            }
            SparseMatrix c = e.commutator(a);
            double q = overlap(a, c) / overlap(a, a);
            SparseMatrix residual = c.minus(a.scaled(q, 0));
            SparseMatrix moduli = e.moduli().times(a.moduli()).plus(a.moduli().times(e.moduli())).plus(Math.abs(q), 0, a.moduli());
            for (int i = 0; i < a.dimension(); i++) {
                for (int p = residual.rowStart()[i]; p < residual.rowStart()[i + 1]; p++) {
                    if (Math.hypot(residual.re()[p], residual.im()[p]) > ROUNDING * moduli.re(i, residual.columns()[p])) {
                        return OptionalDouble.empty();
                    }
                }
            }
            return OptionalDouble.of(q);
        }

        /** Re Tr(A†C). */
        private static double overlap(SparseMatrix a, SparseMatrix c) {
            return IntStream.range(0, a.dimension()).mapToDouble(i -> {
                double sum = 0;
                for (int p = a.rowStart()[i]; p < a.rowStart()[i + 1]; p++) {
                    int j = a.columns()[p];
                    sum += a.re()[p] * c.re(i, j) + a.im()[p] * c.im(i, j);
                }
                return sum;
            }).sum();
        }
    }
}
