package org.unravel.reproduction;

import static org.unravel.reproduction.Sign.INTO_SYSTEM;
import static org.unravel.reproduction.Sign.NONE;

import java.util.ArrayList;
import java.util.List;

import org.unravel.figure.Axis;
import org.unravel.firstlaw.dissipation.InternalDissipation;
import org.unravel.model.Model;
import org.unravel.model.TimeDependentOperator;
import org.unravel.model.TimeFunction;

/**
 * Amplitude damping of a qubit whose rate depends on time and may be negative, so that heat flows back: a Lorentzian bath, coupled weakly, strongly and off resonance, and a rate that oscillates.
 * G is the part of the coherence that is left, in the frame that turns with the qubit; γ + iS = −2 Ġ/G, S the shift of the level.
 */
final class BathsWithMemory {

    private static final String MODEL = "model";
    private static final String PREFIX = "first-law-nonmarkov-";
    private static final String EXCITED = "excited";
    private static final String RE = "re_g";
    private static final String IM = "G.imaginary";
    private static final String EXCITED_RATE = "excited.rate";
    /** Of the qubit, and of the table's unit of energy. */
    private static final double OMEGA = 1;
    private static final double INITIALLY_EXCITED = 0.9;
    /** |G| below which γ and S of the strong case are not judged: beside a zero of G they are quotients of what is nearly 0. */
    private static final double LEAST_MODULUS = 0.01;

    private static final Axis TIME = Axis.linear("t", "1/ω₀");

    private BathsWithMemory() {
    }

    static List<Entry> entries() {
        Reading heat = in(EXCITED).affine(OMEGA, -OMEGA * INITIALLY_EXCITED);
        return List.of(
                lorentzian("weak", "weakly coupled", ModelSource.shipped("nonmarkovian-weak"), columns(in("heat")), rate("gamma")).remarked("The rate is never negative, and no heat flows back."),
                lorentzian("strong", "strongly coupled", ModelSource.ofTexts("pseudomode-coherence"), strong(heat), new Panel("memory", "What is left of the coherence", "Where G = 0 the rate of the qubit alone has a pole.", TIME, Axis.linear("G", ""), List.of("Re_G"))).remarked(
                        "Made with the mode that is the memory of the bath: the rate of the qubit alone has poles where G = 0. gamma and S are judged where |G| > 0.01; beside a pole gamma reaches 205."),
                lorentzian("detuned", "off resonance", ModelSource.shipped("nonmarkovian-detuned"), columns(in("heat")), rate("gamma", "S")).untabled(Rows.even("t", 0, 200, 201)).remarked(
                        "No table is shipped. The rate has both signs: trajectories carry weights. The shift S is no part of the energy."),
                oscillating());
    }

    private static Reading in(String name) {
        return Reading.of(MODEL, name);
    }

    private static Panel rate(String... columns) {
        return new Panel("rate", "Rate", "Where it is negative the bath gives back.", TIME, Axis.linear("rate", "ω₀"), List.of(columns));
    }

    private static Entry lorentzian(String kind, String title, ModelSource model, List<Column> columns, Panel memory) {
        TimeSetting setting = TimeSetting.of(MODEL, model, "t", Derived.rate(EXCITED_RATE, EXCITED), Derived.rate(RE + ".rate", RE),
                new Derived(IM, BathsWithMemory::imaginary), new Derived(IM + ".rate", m -> InternalDissipation.rate(m, imaginary(m))));
        return entry(kind, "Qubit in a Lorentzian bath with a memory, " + title, setting, columns, memory);
    }

    /** Im G of any of the models by Re G: the energy of the qubit turns one into the other. */
    private static TimeDependentOperator imaginary(Model model) {
        return Derived.observable(model, EXCITED).commutator(Derived.observable(model, RE)).scaled(TimeFunction.constant(0, 1));
    }

    private static Entry entry(String kind, String title, TimeSetting setting, List<Column> columns, Panel memory) {
        return Entry.of(PREFIX + kind, title, FirstLawQubits.TEXT + ", non-Markovian amplitude damping", List.of(setting), columns, List.of(
                new Panel("heat", "Heat", "Where it rises, heat flows back into the qubit.", TIME, Axis.linear("heat", "ω₀"), List.of("Q")),
                new Panel("current", "Heat per time", "Above zero heat flows back.", TIME, Axis.linear("heat per time", "ω₀²"), List.of("dQ")),
                memory));
    }

    /** γ or S by the change of G beside its turning: the frame turns by ω, which the rates of its observables leave out. */
    private static Reading quotient(Part part) {
        return Reading.combined(List.of(in(RE), in(IM), in(RE + ".rate"), in(IM + ".rate")), v -> {
            double square = v[0] * v[0] + v[1] * v[1];
            return part == Part.RATE ? -2 * (v[2] * v[0] + v[3] * v[1]) / square : -2 * ((v[3] * v[0] - v[2] * v[1]) / square + OMEGA);
        });
    }

    private enum Part { RATE, SHIFT }

    private static List<Column> columns(Reading heat) {
        return List.of(time(), Column.of("Re_G", "1", NONE, "coherence that is left, in the turning frame", in(RE)), Column.of("Im_G", "1", NONE, "the same", in(IM)),
                Column.of("gamma", "w0", NONE, "rate of the qubit alone, -2 Re(dG/dt / G)", quotient(Part.RATE)), Column.of("S", "w0", NONE, "shift of its level, -2 Im(dG/dt / G)", quotient(Part.SHIFT)),
                excited(), current(), Column.of("Q", "w0", INTO_SYSTEM, "heat", heat));
    }

    private static List<Column> strong(Reading heat) {
        Reading modulus = in(RE).with(in(IM), Math::hypot);
        List<Column> columns = new ArrayList<>(columns(heat));
        columns.replaceAll(c -> c.name().equals("gamma") || c.name().equals("S") ? c.whereAbove(LEAST_MODULUS, modulus) : c);
        return columns;
    }

    private static Column time() {
        return Column.of("t", "1/w0", NONE, "time", Reading.x());
    }

    private static Column excited() {
        return Column.of("p_e", "1", NONE, "excited population", in(EXCITED));
    }

    private static Column current() {
        return Column.of("dQ", "w0^2", INTO_SYSTEM, "heat per time, w0 times the rate of p_e", in(EXCITED_RATE).times(OMEGA));
    }

    private static Entry oscillating() {
        TimeSetting setting = TimeSetting.of(MODEL, ModelSource.shipped("nonmarkovian-oscillating"), "t", Derived.rate(EXCITED_RATE, EXCITED));
        return entry("oscillating", "Qubit whose decay rate oscillates and turns negative", setting, List.of(time(),
                Column.of("gamma", "w0", NONE, "rate, less the relative rate of p_e", in(EXCITED_RATE).with(in(EXCITED), (rate, p) -> -rate / p)),
                excited(), current(), Column.of("Q", "w0", INTO_SYSTEM, "heat", in("heat"))), rate("gamma"))
                .remarked("The rate has both signs: trajectories carry weights, whose mean square grows to 3.24 at the end.");
    }
}
