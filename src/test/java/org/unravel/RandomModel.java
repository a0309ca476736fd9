package org.unravel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.unravel.model.Model;

/**
 * Random models on which nothing is extreme, so that all tests of a verdict are made: 2 to 12 levels, 1 to 3 baths, driven or not, with detailed balance or
 * not, measured at both ends or not, biased or not, a few jumps in each trajectory. Energies and quanta are multiples of 1/2, so that heats have atoms.
 * What is extreme is the attack's ({@code org.unravel.attack}).
 */
public final class RandomModel {

    private static final int LARGEST_DIMENSION = 12;
    private static final double ENERGY_UNIT = 0.5;

    private final SplittableRandom random;
    private final long seed;
    private final int dimension;
    private final double end;
    private final double[] energies;
    private final List<String> channelNames = new ArrayList<>();

    private RandomModel(long seed, int largestDimension) {
        this.random = new SplittableRandom(seed);
        this.seed = seed;
        this.dimension = 2 + random.nextInt(largestDimension - 1);
        this.end = 3 + random.nextInt(4);
        this.energies = IntStream.range(0, dimension).mapToDouble(i -> i == 0 ? 0 : ENERGY_UNIT * (1 + random.nextInt(6))).toArray();
    }

    /** The model of a seed. */
    public static Model of(long seed) {
        return of(seed, LARGEST_DIMENSION);
    }

    /** The model of a seed with at most so many levels, 2 or more. */
    public static Model of(long seed, int largestDimension) {
        return ModelText.read(text(seed, largestDimension));
    }

    /** Its file. */
    static String text(long seed, int largestDimension) {
        return new RandomModel(seed, largestDimension).text();
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private double uniform(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    private String text() {
        StringBuilder file = new StringBuilder("unravel: 1\nname: random-" + seed + "\nspace: {s: levels(" + dimension + ")}\n");
        String levels = levels(energies);
        file.append("hamiltonian: \"").append(levels).append(chance(0.5) ? " + " + couplings() : "").append(chance(0.5) ? " + " + drive() : "").append("\"\n");
        if (chance(0.15)) {
            file.append("energy: \"").append(levels).append(chance(0.3) ? " + " + drive() : "").append("\"\n");
        }
        file.append("baths:\n");
        int baths = 1 + random.nextInt(3);
        for (int b = 1; b <= baths; b++) {
            bath(file, "b" + b);
        }
        file.append("initial: ").append(initial()).append("\ntime: {end: ").append(end).append(", points: ").append(4 * (1 + random.nextInt(4)) + 1).append("}\n");
        file.append("observables: {x: \"").append(exchange(pair())).append("\", p: \"proj(s, 0)\"}\n");
        boolean measured = chance(0.12);
        file.append("ensemble: {trajectories: 1000").append(measured ? ", measure: tpm" : "").append(chance(0.3) ? ", bias: " + bias() : "").append("}\n");
        return file.toString();
    }

    private static String levels(double[] energies) {
        return IntStream.range(1, energies.length).mapToObj(i -> energies[i] + "*proj(s, " + i + ")").collect(Collectors.joining(" + "));
    }

    /** Two different levels. */
    private int[] pair() {
        int first = random.nextInt(dimension);
        return new int[] {first, (first + 1 + random.nextInt(dimension - 1)) % dimension};
    }

    private static String operator(int to, int from) {
        return "op(s, " + to + ", " + from + ")";
    }

    /** |i⟩⟨j| + |j⟩⟨i|, or the same with a phase of i. */
    private String exchange(int[] pair) {
        String one = operator(pair[0], pair[1]);
        String other = operator(pair[1], pair[0]);
        return chance(0.7) ? "(" + one + " + " + other + ")" : "(i*" + one + " - i*" + other + ")";
    }

    private String couplings() {
        return IntStream.rangeClosed(0, dimension / 2).mapToObj(i -> number(uniform(0.1, 0.8)) + "*" + exchange(pair())).collect(Collectors.joining(" + "));
    }

    private String drive() {
        double from = uniform(0.2, 0.5) * end;
        String inTime = switch (random.nextInt(4)) {
            case 0 -> "cos(" + number(uniform(0.5, 4)) + "*t)";
            case 1 -> "ramp(t, " + number(from) + ", " + number(from + uniform(0.1, 0.5) * end) + ")";
            case 2 -> "(step(t - " + number(from) + ") - step(t - " + number(from + uniform(0.1, 0.5) * end) + "))";
            default -> "exp(-((t - " + number(from) + ")/" + number(uniform(0.05, 0.3) * end) + ")^2)";
        };
        return number(uniform(0.3, 1.5)) + "*" + inTime + "*" + (chance(0.7) ? exchange(pair()) : "proj(s, " + random.nextInt(dimension) + ")");
    }

    private void bath(StringBuilder file, String name) {
        double beta = uniform(0.2, 2);
        file.append("  ").append(name).append(":\n    beta: ").append(number(beta)).append("\n    channels:\n");
        int count = 1 + random.nextInt(3);
        for (int c = 1; c <= count; c++) {
            channels(file, name, "c" + c, Double.parseDouble(number(beta)));
        }
    }

    private void channels(StringBuilder file, String bath, String name, double beta) {
        int[] pair = pair();
        double gap = energies[pair[1]] - energies[pair[0]];
        double rate = uniform(0.1, 0.8);
        String moving = chance(0.15) ? "*(1 + 0.5*cos(" + number(uniform(0.5, 3)) + "*t))" : "";
        if (chance(0.15)) {
            // dephasing
            channel(file, bath, name, "proj(s, " + pair[0] + ") - 0.5*proj(s, " + pair[1] + ")", number(rate) + moving, 0);
            return;
        }
        String down = operator(pair[0], pair[1]);
        String up = operator(pair[1], pair[0]);
        if (chance(0.3)) {
            int[] more = pair();
            double part = uniform(0.2, 1);
            down += " + " + number(part) + "*" + operator(more[0], more[1]);
            up += " + " + number(part) + "*" + operator(more[1], more[0]);
        }
        channel(file, bath, name + "_down", down, number(rate) + moving, -gap);
        if (chance(0.7)) {
            String back = chance(0.7) ? number(rate) + "*exp(" + -beta * gap + ")" : number(uniform(0.1, 0.6));
            channel(file, bath, name + "_up", up, back + moving, gap);
        }
    }

    private void channel(StringBuilder file, String bath, String name, String operator, String rate, double heat) {
        file.append("      ").append(name).append(": {operator: \"").append(operator).append("\", rate: \"").append(rate).append("\", heat: ").append(heat).append("}\n");
        channelNames.add(bath + "." + name);
    }

    private String initial() {
        int[] pair = pair();
        return switch (random.nextInt(4)) {
            case 0 -> "\"thermal(" + number(uniform(0.2, 1.5)) + ")\"";
            case 1 -> "{s: mixed}";
            case 2 -> "{s: \"level(" + pair[0] + ") + " + (chance(0.5) ? "i*" : "") + "level(" + pair[1] + ")\"}";
            default -> "{s: " + pair[0] + "}";
        };
    }

    private String bias() {
        String one = channelNames.get(random.nextInt(channelNames.size()));
        return "{jumps: " + number(uniform(0.5, 2)) + ", channels: {" + one + ": " + number(uniform(0.5, 2.5)) + "}, plain: " + number(uniform(0.1, 0.4))
                + (chance(0.3) ? ", first-jump: certain" : "") + "}";
    }
}
