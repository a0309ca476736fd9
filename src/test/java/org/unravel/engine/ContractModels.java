package org.unravel.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.unravel.ModelText;
import org.unravel.model.Model;
import org.unravel.modelfile.ModelReader;
import org.unravel.modelfile.ShippedModel;

/** The models of the engine contract: all that ship, and some that are hard in one way each. */
public final class ContractModels {

    /** Rate, operator and one quantum depend on time; the drive is as strong as the splitting. */
    private static final String DRIVEN_RATES = """
            unravel: 1
            name: driven-rates
            space: {q: qubit}
            hamiltonian: sz + 1.5*cos(3*t)*sx
            baths:
              b:
                channels:
                  down: {operator: sm + 0.3*sin(t)*sz, rate: 0.4*(1 + 0.5*cos(2*t)), heat: -2}
                  up: {operator: sp, rate: 0.1, heat: 2*(1 + 0.2*sin(t))}
            initial: {q: (e + i*g)/sqrt(2)}
            time: {end: 10, points: 41}
            observables: {sx: sx, sy: sy}
            """;

    /** One grid step is 1 and the jump rate 1.2 to 1.5: every step has jumps, many have several. */
    private static final String DENSE_JUMPS = """
            unravel: 1
            name: dense-jumps
            space: {q: qubit}
            hamiltonian: sz/2 + 0.8*cos(t)*sx
            baths:
              b:
                channels:
                  down: {operator: sm, rate: 1.2, heat: -1}
                  up: {operator: sp, rate: 0.9, heat: 1}
              d:
                channels:
                  z: {operator: sz, rate: 0.3, heat: 0}
            initial: {q: g}
            time: {end: 12, points: 13}
            observables: {sx: sx, excited: "proj(q, e)"}
            """;

    /** The same without a drive in time. */
    private static final String STILL_DENSE_JUMPS = DENSE_JUMPS.replace("name: dense-jumps", "name: still-dense-jumps")
            .replace("0.8*cos(t)*sx", "0.8*sx");

    /** Breakpoints at the start, at the end, on grid times, between them, and a pulse far shorter than a grid step. */
    private static final String PULSES = """
            unravel: 1
            name: pulses
            space: {q: qubit}
            hamiltonian: >-
              sz/2 + 1.2*(step(t - 2) - step(t - 3.3))*sx + 0.4*ramp(t, 4.1, 5.5)*sz + 0.3*step(t)*sy
              + 0.7*step(t - 8)*sx + 90*(step(t - 6.2) - step(t - 6.21))*sx
            baths:
              b:
                channels:
                  down: {operator: sm, rate: 0.2 + 0.3*step(t - 2.7), heat: -1}
                  up: {operator: sp, rate: 0.15, heat: 1}
            initial: {q: (e + g)/sqrt(2)}
            time: {end: 8, points: 17}
            observables: {sy: sy}
            """;

    /** The energy is that of the two parts alone and depends on time; the dynamics also has their coupling. */
    private static final String OWN_ENERGY = """
            unravel: 1
            name: own-energy
            space: {a: qubit, b: qubit}
            hamiltonian: sz(a)/2 + 0.7*sz(b) + 0.4*(sp(a)*sm(b) + sm(a)*sp(b)) + 0.3*cos(1.3*t)*sx(a)
            energy: (0.5 + 0.2*step(t - 4.4))*sz(a) + 0.7*sz(b) + 0.3*cos(1.3*t)*sx(a)
            baths:
              hot:
                channels:
                  down: {operator: sm(a), rate: 0.3, heat: -1}
                  up: {operator: sp(a), rate: 0.2, heat: 1}
              cold:
                channels:
                  down: {operator: sm(b), rate: 0.25, heat: -1.4}
            initial: {a: e, b: g}
            time: {end: 8, points: 33}
            observables: {coupling: sp(a)*sm(b) + sm(a)*sp(b)}
            """;

    /** Three levels, two tones, three baths, four channels of which one has a rate that depends on time; a mixed initial state. */
    private static final String TWO_TONES = """
            unravel: 1
            name: two-tones
            space: {m: levels(3)}
            hamiltonian: >-
              1.1*proj(m, 1) + 2.7*proj(m, 2) + 0.35*cos(1.6*t)*(op(m, 1, 2) + op(m, 2, 1))
              + 0.2*cos(2.7*t + 0.4)*(op(m, 0, 2) + op(m, 2, 0))
            baths:
              cold:
                channels:
                  down: {operator: "op(m, 0, 1)", rate: 0.3*(1 + 0.5*sin(0.7*t)), heat: -1.1}
              hot:
                channels:
                  down: {operator: "op(m, 0, 2)", rate: 0.25, heat: -2.7}
                  up: {operator: "op(m, 2, 0)", rate: 0.15, heat: 2.7}
              noise:
                channels:
                  z: {operator: "proj(m, 1) - proj(m, 2)", rate: 0.1, heat: 0}
            initial:
              m: density(0.5*proj(m, 0) + 0.3*proj(m, 1) + 0.2*proj(m, 2) + 0.1*op(m, 0, 1) + 0.1*op(m, 1, 0))
            time: {end: 18, points: 91}
            observables: {P1: "proj(m, 1)", P2: "proj(m, 2)"}
            """;

    /** A rate 400 times the drive beside one a thousandth of it. */
    private static final String STIFF_AND_RARE = """
            unravel: 1
            name: stiff-and-rare
            space: {q: qubit}
            hamiltonian: sz/2 + sx/2
            baths:
              fast:
                channels:
                  down: {operator: sm, rate: 400, heat: -1}
                  up: {operator: sp, rate: 0.3, heat: 1}
              rare:
                channels:
                  z: {operator: sx, rate: 1e-3, heat: 0}
            initial: {q: g}
            time: {end: 20, points: 21}
            observables: {excited: "proj(q, e)"}
            """;

    /** 24 connected states: energies come from kets at the nodes. The letter D stands for the drive. */
    private static final String LARGE = """
            unravel: 1
            name: large-NAME
            space: {c: boson(12), q: qubit}
            hamiltonian: num(c) + sz(q)/2 + 0.25*(a(c) + adag(c))*sx(q) + 0.3*sx(q) DRIVE
            baths:
              mode:
                channels:
                  down: {operator: a(c), rate: 0.3, heat: -1}
                  up: {operator: adag(c), rate: 0.05, heat: 1}
              atom:
                channels:
                  down: {operator: sm(q), rate: 0.2, heat: -1}
            initial: {c: 2, q: (e + g)/sqrt(2)}
            time: {end: 5, points: 21}
            observables: {quanta: num(c), excited: "proj(q, e)"}
            """;

    /**
     * Blocks of the excitation number, of one and two states, that loss and gain join; rates, operators and energies depend on time, the energy
     * leaves the coupling out, the start is mixed, an observable joins blocks.
     */
    private static final String LADDER = """
            unravel: 1
            name: ladder
            space: {q: qubit, c: boson(4)}
            hamiltonian: >-
              0.6*sz(q) + (1 + 0.3*step(t - 3.7))*num(c) + (0.4 + 0.3*cos(2*t))*(sp(q)*a(c) + sm(q)*adag(c))
            energy: 0.6*sz(q) + (1 + 0.3*step(t - 3.7))*num(c)
            baths:
              mode:
                channels:
                  loss: {operator: a(c), rate: 0.4*(1 + 0.5*sin(t)), heat: -1}
                  gain: {operator: adag(c) + 0.2*sin(t)*sp(q), rate: 0.3, heat: 1}
              noise:
                channels:
                  z: {operator: sz(q), rate: 0.2, heat: 0}
            initial: {q: "density(0.6*proj(q, e) + 0.4*proj(q, g))", c: 2}
            time: {end: 8, points: 33}
            observables: {photons: num(c), field: a(c) + adag(c), exchange: sp(q)*a(c) + sm(q)*adag(c)}
            """;

    /** A channel that takes superpositions of two far energies round three sectors of two states; in two of them they are blocks with a frame. */
    private static final String STRIDES = """
            unravel: 1
            name: strides
            space: {m: levels(7)}
            hamiltonian: >-
              9*proj(m, 1) + 11*proj(m, 2) + 40*proj(m, 3) + 43.7*proj(m, 4) + 60*proj(m, 5) + 77*proj(m, 6)
            baths:
              b:
                channels:
                  down: {operator: "op(m, 0, 1) + 1.3*op(m, 1, 2) + 0.8*op(m, 2, 3) + 1.1*op(m, 3, 4) + 0.9*op(m, 4, 5) + 0.6*op(m, 5, 0)", rate: 0.7, heat: -1}
            initial: {m: (level(2) + i*level(5))/sqrt(2)}
            time: {end: 5, points: 26}
            observables:
              far: op(m, 2, 5) + op(m, 5, 2)
              between: op(m, 1, 2) + op(m, 2, 1)
            """;

    /** The same without dephasing: every channel leads to one state. */
    private static final String RANK_ONE_DENSE_JUMPS = STILL_DENSE_JUMPS.replace("name: still-dense-jumps", "name: rank-one-dense-jumps")
            .replace("  d:\n    channels:\n      z: {operator: sz, rate: 0.3, heat: 0}\n", "");

    /** Bare energy, coherent coupling of three levels, jumps into superpositions, a quantum that drifts, a mixed initial state with coherence. */
    private static final String COUPLED_LEVELS = """
            unravel: 1
            name: coupled-levels
            space: {m: levels(3)}
            hamiltonian: 1.1*proj(m, 1) + 2.7*proj(m, 2) + 0.45*(op(m, 1, 2) + op(m, 2, 1)) + 0.3*(op(m, 0, 1) + op(m, 1, 0))
            energy: 1.1*proj(m, 1) + 2.7*proj(m, 2)
            baths:
              cold:
                channels:
                  emission: {operator: "op(m, 0, 1)", rate: 0.6, heat: -1.1*(1 + 0.1*sin(t))}
                  absorption: {operator: "op(m, 1, 0)", rate: 0.2, heat: 1.1}
              hot:
                channels:
                  emission: {operator: "(op(m, 0, 2) + 0.5*i*op(m, 1, 2))", rate: 0.25, heat: -2.7}
                  absorption: {operator: "op(m, 2, 0)", rate: 0.3, heat: 2.7}
            initial:
              m: density(0.5*proj(m, 0) + 0.3*proj(m, 1) + 0.2*proj(m, 2) + 0.1*op(m, 0, 1) + 0.1*op(m, 1, 0))
            time: {start: 1, end: 31, points: 76}
            observables: {P1: "proj(m, 1)", coherence: "op(m, 1, 2) + op(m, 2, 1)"}
            """;

    /** A chain of spins, 32 states with exchanges that are flips: a modulated field, a quench, a rate that depends on time, a field of two phases. */
    private static final String DRIVEN_CHAIN = """
            unravel: 1
            name: driven-chain
            space: {s: 'qubit[5]'}
            hamiltonian: >-
              -sum(k, 1, 4, sz(s[k])*sz(s[k+1])) - (0.8 + 0.4*cos(1.5*t))*sum(k, 1, 5, sx(s[k]))
              + 0.3*step(t - 0.95)*sz(s[2]) + 0.2*(exp(-2*i*t)*sp(s[1]) + exp(2*i*t)*sm(s[1]))
            baths:
              environment:
                channels:
                  decay: {each: k = 1..5, operator: "sm(s[k])", rate: 0.2 + 0.1*sin(3*t), heat: -2}
              edge:
                channels:
                  z: {operator: "sz(s[5]) + 0.2*sin(t)*sx(s[5])", rate: 0.3, heat: 0}
            initial: {s: e}
            time: {end: 3, points: 13}
            observables: {magnetisation: "sum(k, 1, 5, sz(s[k]))/5", rotating: "exp(-2*i*t)*sp(s[1]) + exp(2*i*t)*sm(s[1])"}
            """;

    /** A driven qubit whose records are drawn from another law in every way there is; some start in a ket that jumps late. */
    private static final String BIASED_RATES = DRIVEN_RATES.replace("name: driven-rates", "name: biased-rates")
            .replace("{q: (e + i*g)/sqrt(2)}", "{q: \"density(0.7*proj(q, e) + 0.3*proj(q, g))\"}") + """
            ensemble:
              bias: {jumps: 1.5, channels: {b.up: 3, b.down: 0.8}, first-jump: certain, plain: 0.2}
            """;

    /** Fewer jumps than in the model, several in one grid step. */
    private static final String BIASED_DENSE_JUMPS = DENSE_JUMPS.replace("name: dense-jumps", "name: biased-dense-jumps") + """
            ensemble:
              bias: {jumps: 0.6, channels: {b.up: 2, d.z: 0.5}}
            """;

    /** For every engine: bare energy, jumps into superpositions, a mixed initial state. */
    private static final String BIASED_LEVELS = COUPLED_LEVELS.replace("name: coupled-levels", "name: biased-levels")
            .replace("end: 31, points: 76", "end: 9, points: 41") + """
            ensemble:
              bias: {jumps: 1.3, channels: {hot.absorption: 2, cold.emission: 0.7}, first-jump: certain}
            """;

    /** For every engine: the ground state is dark, and a part of the records starts there; blocks of the excitation number. */
    private static final String BIASED_DECAY = """
            unravel: 1
            name: biased-decay
            space: {q: qubit, c: boson(3)}
            hamiltonian: 0.6*sz(q) + 1.1*num(c) + 0.4*(sp(q)*a(c) + sm(q)*adag(c))
            baths:
              mode:
                channels: {loss: {operator: a(c), rate: 0.2, heat: -1}}
              atom:
                channels: {emission: {operator: sm(q), rate: 0.05, heat: -1}}
            initial: {q: "density(0.6*proj(q, e) + 0.4*proj(q, g))", c: 0}
            time: {end: 4, points: 41}
            observables: {photons: num(c)}
            ensemble:
              bias: {jumps: 2, channels: {atom.emission: 4}, first-jump: certain, plain: 0.25}
            """;

    /** Two tones and a rate that repeat after four intervals of the grid, one of which is too long for a step; far later roundings have grown. */
    private static final String COMMENSURATE = """
            unravel: 1
            name: commensurate
            space: {q: qubit}
            hamiltonian: sz/2 + 0.8*cos(pi*t)*sx + 9*exp(8*cos(2*pi*t) - 8)*sz
            baths:
              b:
                channels:
                  down: {operator: sm, rate: 0.4*(1 + 0.5*sin(pi*t)), heat: -1}
                  up: {operator: sp, rate: 0.2, heat: 1}
            initial: {q: g}
            time: {start: 100, end: 106, points: 13}
            observables: {sx: sx, excited: "proj(q, e)"}
            """;

    /** A Gaussian pulse of a tenth of a grid step, on a grid time; its tail goes through the smallest numbers there are, and is zero before. */
    private static final String GAUSSIAN_PULSE = """
            unravel: 1
            name: gaussian-pulse
            space: {q: qubit}
            hamiltonian: sz/2 + 10*exp(-((t - 20)/0.05)^2)*sx
            baths:
              b:
                channels:
                  down: {operator: sm, rate: 0.1, heat: -1}
            initial: {q: g}
            time: {end: 40, points: 81}
            observables: {excited: "proj(q, e)"}
            """;

    /** A pulse of a fiftieth of a grid step that no place of few shows, on a drive that repeats at every grid time. */
    private static final String PULSE_IN_PERIOD = """
            unravel: 1
            name: pulse-in-period
            space: {q: qubit}
            hamiltonian: sz/2 + (0.5*cos(2*pi*t) + 400*exp(-((t - 6.0395)/0.0018)^2))*sx
            baths:
              b:
                channels:
                  down: {operator: sm, rate: 0.3, heat: -1}
            initial: {q: g}
            time: {end: 10, points: 101}
            observables: {excited: "proj(q, e)"}
            """;

    /**
     * The baths beat against each other: K of both together is a number, so no balance of energies shows what each one drifts, at five times the rate of all
     * else that moves.
     */
    private static final String BEATING_BATHS = """
            unravel: 1
            name: beating-baths
            space: {q: qubit}
            hamiltonian: sz/2 + 0.3*cos(t)*sx
            baths:
              one:
                channels:
                  down: {operator: sm, rate: 0.5*(1 + 0.9*cos(11*t)), heat: -1}
                  up: {operator: sp, rate: 0.5*(1 - 0.9*cos(11*t)), heat: 1}
              two:
                channels:
                  down: {operator: sm, rate: 0.5*(1 - 0.9*cos(11*t)), heat: -1}
                  up: {operator: sp, rate: 0.5*(1 + 0.9*cos(11*t)), heat: 1}
            initial: {q: (e + g)/sqrt(2)}
            time: {end: 6, points: 13}
            observables: {sx: sx}
            """;

    /** The same at rest: all that moves is a fast Rabi oscillation, of which the decay shows nothing. */
    private static final String BALANCED_BATHS = """
            unravel: 1
            name: balanced-baths
            space: {q: qubit}
            hamiltonian: sz/2 + 4*sx
            energy: sz/2
            baths:
              low:
                channels:
                  down: {operator: sm, rate: 0.4, heat: -1}
              high:
                channels:
                  up: {operator: sp, rate: 0.4, heat: 1}
            initial: {q: g}
            time: {end: 10, points: 11}
            observables: {excited: "proj(q, e)"}
            """;

    /** Each bath joins blocks that both together do not, as their cross terms cancel. */
    private static final String CROSSED_BATHS = """
            unravel: 1
            name: crossed-baths
            space: {m: levels(4)}
            hamiltonian: 0.4*proj(m, 1) + 1.3*proj(m, 2) + 2.1*proj(m, 3) + 0.2*(op(m, 0, 1) + op(m, 1, 0))
            energy: 0.4*proj(m, 1) + 1.3*proj(m, 2) + 2.1*proj(m, 3)
            baths:
              plus:
                channels:
                  down: {operator: "op(m, 0, 2) + op(m, 0, 3)", rate: 0.3, heat: -1.3}
                  up: {operator: "op(m, 3, 0)", rate: 0.2, heat: 2.1}
              minus:
                channels:
                  down: {operator: "op(m, 1, 2) - op(m, 1, 3)", rate: 0.3, heat: -0.9}
            initial: {m: (level(2) + i*level(3))/sqrt(2)}
            time: {end: 9, points: 19}
            observables: {P2: "proj(m, 2)"}
            """;

    /** Rates of both signs beside a drive, an operator that turns, a quench, and a rate that jumps from one sign to the other. */
    private static final String SIGNED_DRIVE = """
            unravel: 1
            name: signed-drive
            space: {q: qubit}
            hamiltonian: sz/2 + 0.7*cos(1.3*t)*sx + 0.4*step(t - 3.3)*sz
            energy: sz/2 + 0.4*step(t - 3.3)*sz + 0.1*sin(t)*sx
            baths:
              b:
                channels:
                  down: {operator: sm + 0.3*sin(t)*sz, rate: 0.4*(0.6 + cos(2*t)), heat: -1}
                  up: {operator: sp, rate: 0.3 - 0.4*step(t - 2.71), heat: 1 + 0.2*sin(t)}
                  z: {operator: sz, rate: 0.2*(abs(t - 4) - 0.5), heat: 0}
            initial: {q: (e + i*g)/sqrt(2)}
            time: {end: 6, points: 13}
            observables: {sx: sx, sy: cos(t)*sy}
            unraveling: martingale
            """;

    /** Three levels, two baths with rates of both signs at other times, a mixed start; many jumps of one step. */
    private static final String SIGNED_BATHS = """
            unravel: 1
            name: signed-baths
            space: {m: levels(3)}
            hamiltonian: 1.1*proj(m, 1) + 2.7*proj(m, 2) + 0.35*cos(1.6*t)*(op(m, 1, 2) + op(m, 2, 1))
            baths:
              cold:
                channels:
                  down: {operator: "op(m, 0, 1)", rate: 0.8*sin(2.1*t) + 0.4, heat: -1.1}
                  up: {operator: "op(m, 1, 0)", rate: 0.5*cos(3*t), heat: 1.1}
              hot:
                channels:
                  down: {operator: "op(m, 0, 2)", rate: 1.5, heat: -2.7}
                  up: {operator: "op(m, 2, 0)", rate: 0.9*exp(-t) - 0.1, heat: 2.7}
            initial:
              m: density(0.5*proj(m, 0) + 0.3*proj(m, 1) + 0.2*proj(m, 2) + 0.1*op(m, 0, 1) + 0.1*op(m, 1, 0))
            time: {end: 4, points: 9}
            observables: {P1: "proj(m, 1)", P2: "proj(m, 2)"}
            unraveling: martingale
            """;

    private static final List<String> LIKE_OTHERS_TO_KERNEL = List.of("adiabatic-landau-zener", "heat-pump", "kerr-oscillator");

    private ContractModels() {
    }

    /** Several channels whose jumps are counted in all the ways that a model may ask for. */
    private static final String COUNTED = STILL_DENSE_JUMPS.replace("name: still-dense-jumps", "name: counted").replace("observables:", """
            counts: {net: {b.up: 1, b.down: -1}, real: {b.up: 0.3, d.z: "sqrt(2)"}}
            passages: {second: {of: b.up, number: 2}, late: {of: d.z, number: 5}}
            g2: {pairs: {b.down: [b.down, d.z], d.z: b.up}, delay: 4, bins: 8}
            words: 3
            observables:""");

    private static final String BIASED_COUNTED = COUNTED.replace("name: counted", "name: biased-counted") + "ensemble: {bias: {jumps: 1.2, channels: {d.z: 2}, plain: 0.4}}\n";

    /**
     * Models that ship, take more than some three seconds of an engine's tests and bring nothing that an engine does not meet in others: by hand or from a coupling, channels are channels. Of the
     * driven atom some channels never jump in a sample, and have no standard error; the heat pump has the same channels.
     */
    private static final List<String> LIKE_OTHERS = List.of("two-qubits-local", "two-oscillators-local", "two-oscillators-global", "absorption-refrigerator", "floquet-atom",
            "photon-antibunching", "nonmarkovian-weak", "nonmarkovian-pseudomode");

    /**
     * Whether a model brings nothing to a kernel that it does not meet in others: a kernel sees matrices and coefficients, whatever they were made of. Those that do not would take a third of the time
     * that the contract takes with plain loops.
     */
    public static boolean isLikeOthersToKernel(Model model) {
        return LIKE_OTHERS_TO_KERNEL.contains(model.name());
    }

    /** All models of the contract by name, but the biased ones. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(ModelReader.shippedModels().stream().map(ShippedModel::name).toList());
        names.removeAll(biased());
        names.removeAll(signed());
        names.removeAll(LIKE_OTHERS);
        names.addAll(List.of("driven-rates", "dense-jumps", "still-dense-jumps", "pulses", "own-energy", "two-tones", "stiff-and-rare", "large-still",
                "large-driven", "driven-chain", "ladder", "strides", "rank-one-dense-jumps", "coupled-levels", "commensurate",
                "gaussian-pulse", "pulse-in-period", "beating-baths", "balanced-baths", "crossed-baths", "counted"));
        return names;
    }

    /** Those whose records are drawn from another law than the model's. */
    static List<String> biased() {
        return List.of("rare-heat", "biased-rates", "biased-dense-jumps", "biased-levels", "biased-decay", "biased-counted");
    }

    /** Those whose rates have both signs, and so trajectories weights of both signs. */
    public static List<String> signed() {
        return List.of("nonmarkovian-oscillating", "nonmarkovian-detuned", "eternal-nonmarkovian", "signed-drive", "signed-baths");
    }

    /** The model of a name. */
    public static Model model(String name) {
        return switch (name) {
            case "driven-rates" -> read(DRIVEN_RATES);
            case "dense-jumps" -> read(DENSE_JUMPS);
            case "still-dense-jumps" -> read(STILL_DENSE_JUMPS);
            case "rank-one-dense-jumps" -> read(RANK_ONE_DENSE_JUMPS);
            case "coupled-levels" -> read(COUPLED_LEVELS);
            case "biased-rates" -> read(BIASED_RATES);
            case "biased-dense-jumps" -> read(BIASED_DENSE_JUMPS);
            case "biased-levels" -> read(BIASED_LEVELS);
            case "biased-decay" -> read(BIASED_DECAY);
            case "commensurate" -> read(COMMENSURATE);
            case "gaussian-pulse" -> read(GAUSSIAN_PULSE);
            case "pulse-in-period" -> read(PULSE_IN_PERIOD);
            case "beating-baths" -> read(BEATING_BATHS);
            case "balanced-baths" -> read(BALANCED_BATHS);
            case "crossed-baths" -> read(CROSSED_BATHS);
            case "counted" -> read(COUNTED);
            case "biased-counted" -> read(BIASED_COUNTED);
            case "signed-drive" -> read(SIGNED_DRIVE);
            case "signed-baths" -> read(SIGNED_BATHS);
            case "pulses" -> read(PULSES);
            case "own-energy" -> read(OWN_ENERGY);
            case "two-tones" -> read(TWO_TONES);
            case "stiff-and-rare" -> read(STIFF_AND_RARE);
            case "ladder" -> read(LADDER);
            case "driven-chain" -> read(DRIVEN_CHAIN);
            case "strides" -> read(STRIDES);
            case "large-still" -> read(LARGE.replace("NAME", "still").replace("DRIVE", ""));
            case "large-driven" -> read(LARGE.replace("NAME", "driven").replace("DRIVE", "+ 0.4*cos(t)*(a(c) + adag(c))"));
            default -> ModelReader.readShipped(name, Map.of());
        };
    }

    /** A model from the text of its file. */
    public static Model read(String text) {
        return ModelText.read(text);
    }
}
