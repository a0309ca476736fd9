package org.unravel.modelfile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

import org.unravel.bath.coupling.LambShift;
import org.unravel.bath.coupling.Spectrum;
import org.unravel.model.JumpBias;
import org.unravel.model.MasterEquationKind;
import org.unravel.model.Model;
import org.unravel.model.Split;
import org.unravel.model.TimeDependentOperator;
import org.unravel.numeric.SparseMatrix;
import org.unravel.numeric.SparseMatrixBuilder;

/**
 * Builds a model in code: the sections of a model file as methods, with matrices and kets of the program under names that expressions may use.
 *
 * <p>Operators, rates, heats and states are expressions of the model file (model-file.md), and everything is checked as if it stood in one. What is given twice
 * is refused. Not thread-safe; the models it builds are immutable.
 *
 * <pre>{@code
 * Model model = ModelBuilder.named("decay").subsystem("atom", "qubit")
 *         .hamiltonian("sz(atom)/2")
 *         .bath("vacuum").channel("emission", "sm(atom)", "0.5", "-1")
 *         .initial("atom", "e").time(0, 4, 5)
 *         .build();
 * }</pre>
 */
public final class ModelBuilder {

    private static final String BATHS = "baths";
    private static final String INITIAL = "initial";

    private final String name;
    private final Map<String, Object> file = new LinkedHashMap<>();
    private final Map<String, Meaning> arrays = new HashMap<>();
    private Map<String, Object> bath;
    private Map<String, Object> channel;

    private ModelBuilder(String name) {
        this.name = name;
        put("unravel", "1");
        put("name", name);
    }

    /** A model of a name of small letters, digits and -, as {@code my-qubit}. */
    public static ModelBuilder named(String name) {
        return new ModelBuilder(name);
    }

    /** One line for people. */
    public ModelBuilder title(String title) {
        return put("title", title);
    }

    /** A number under a name that all expressions may use. */
    public ModelBuilder parameter(String parameter, double value) {
        return put("parameters", parameter, Double.toString(value));
    }

    /**
     * The next factor of the Hilbert space; the first one is the slowest index of the basis.
     *
     * @param kind {@code qubit}, {@code boson(N)}, {@code spin(j)} or {@code levels(d)}; {@code qubit[N]} is an array
     */
    public ModelBuilder subsystem(String subsystem, String kind) {
        return put("space", subsystem, kind);
    }

    /** A number or an operator under a name that all expressions but those of parameters and space may use; tables read files relative to where the program runs. */
    public ModelBuilder let(String abbreviation, String expression) {
        return put("let", abbreviation, expression);
    }

    /** A matrix on the whole space under a name that operators may use; shape [D][D], D the dimension of the space. */
    public ModelBuilder matrix(String matrix, SparseMatrix value) {
        return array("matrix", matrix, new Meaning.Operator(TimeDependentOperator.constant(value)));
    }

    /** A real matrix; shape [D][D], the first index is the row. */
    public ModelBuilder matrix(String matrix, double[][] re) {
        return matrix(matrix, re, new double[re.length][re.length]);
    }

    /** A complex matrix; real and imaginary parts of shape [D][D], the first index is the row. */
    public ModelBuilder matrix(String matrix, double[][] re, double[][] im) {
        requireSquare(matrix, re, re.length);
        requireSquare(matrix, im, re.length);
        SparseMatrixBuilder builder = new SparseMatrixBuilder(re.length);
        for (int i = 0; i < re.length; i++) {
            for (int j = 0; j < re.length; j++) {
                builder.add(i, j, re[i][j], im[i][j]);
            }
        }
        return matrix(matrix, builder.build());
    }

    private void requireSquare(String matrix, double[][] part, int rows) {
        boolean square = rows > 0 && part.length == rows && Arrays.stream(part).allMatch(row -> row.length == rows);
        if (!square) {
            throw error(matrix, "expected a square matrix, " + rows + " x " + rows + ", found " + part.length + " rows of "
                    + Arrays.toString(Arrays.stream(part).mapToInt(row -> row.length).distinct().toArray()) + " numbers");
        }
    }

    /** A ket under a name that {@link #initial} may use: amplitudes of shape [D], which are normalised when it is used. */
    public ModelBuilder ket(String ket, double[] re, double[] im) {
        if (re.length != im.length) {
            throw error(ket, "expected as many imaginary parts as real parts of a ket, found " + im.length + " and " + re.length);
        }
        return array("ket", ket, new Meaning.State(new Ket(re.clone(), im.clone())));
    }

    /** H(t), an operator in {@code t}. */
    public ModelBuilder hamiltonian(String operator) {
        return put("hamiltonian", operator);
    }

    /** E(t), where another operator than the Hamiltonian is the energy. */
    public ModelBuilder energy(String operator) {
        return put("energy", operator);
    }

    /** The subsystems of the two parts of the model; every subsystem is in one of them, and the name of an array stands for its members. */
    public ModelBuilder split(List<String> a, List<String> b) {
        put(SplitReader.KEY, Split.A, List.copyOf(a));
        return put(SplitReader.KEY, Split.B, List.copyOf(b));
    }

    /** What couples the parts of a {@link #split}, where that is not all that acts on both; an operator in {@code t}. */
    public ModelBuilder interaction(String operator) {
        return put(SplitReader.INTERACTION, operator);
    }

    /** A bath of no temperature; the channels that follow are its own. */
    public ModelBuilder bath(String name) {
        bath = new LinkedHashMap<>();
        channel = null;
        return put(BATHS, name, bath);
    }

    /** A bath of inverse temperature β, an expression; the channels, or the coupling, that follow are its own. */
    public ModelBuilder bath(String name, String beta) {
        bath(name);
        put(bath, "beta", beta);
        return this;
    }

    /** The chemical potential μ of the last bath, an expression; some of its channels bring {@link #particles}. */
    public ModelBuilder mu(String mu) {
        put(lastBath("mu"), "mu", mu);
        return this;
    }

    /** The temperature T ≥ 0 of the last bath, an expression, in place of β. */
    public ModelBuilder temperature(String temperature) {
        put(lastBath("temperature"), "temperature", temperature);
        return this;
    }

    /**
     * What couples to the last bath, in place of its channels; model-file.md, "What couples to a bath".
     *
     * @param operator S, Hermitian, an expression without {@code t}
     * @param spectrum J(ν): {@code ohmic(eta, nu_c)}, {@code flat(G)}, {@code lorentzian(G, lambda, nu_0)}, an expression of {@code nu}, or the name of a {@link #spectrum}
     * @param equation by which it becomes channels
     */
    public ModelBuilder coupling(String operator, String spectrum, MasterEquationKind equation) {
        Map<String, Object> last = lastBath("coupling");
        put(last, "coupling", operator);
        put(last, "spectrum", spectrum);
        put(last, "equation", equation.word());
        return this;
    }

    /** What is done with the Lamb shift of the last bath, which has a coupling. */
    public ModelBuilder lambShift(LambShift shift) {
        put(lastBath("lamb-shift"), "lamb-shift", shift.word());
        return this;
    }

    /**
     * A spectrum under a name that {@link #coupling} may use.
     *
     * @param density J(ν) ≥ 0, asked at ν &gt; 0
     * @param landmarks frequencies of peaks and bends that are narrow beside their frequency, see {@link Spectrum#landmarks}
     */
    public ModelBuilder spectrum(String spectrum, DoubleUnaryOperator density, double... landmarks) {
        return array("spectrum", spectrum, new Meaning.Density(Spectrum.of(spectrum, density, landmarks)));
    }

    /**
     * A jump channel of the last bath: L(t) = √γ(t) A(t).
     *
     * @param operator A
     * @param rate γ ≥ 0
     * @param heat the quantum that the system receives at a jump; positive into the system
     */
    public ModelBuilder channel(String channel, String operator, String rate, String heat) {
        return channel(channel, new LinkedHashMap<>(Map.of("operator", operator, "rate", rate, "heat", heat)));
    }

    /** A channel whose heat is the q of [H, A] = qA. */
    public ModelBuilder channel(String channel, String operator, String rate) {
        return channel(channel, new LinkedHashMap<>(Map.of("operator", operator, "rate", rate)));
    }

    /** The particles that the system receives at a jump of the last channel, an expression whose value is a whole number; negative where it gives them away. */
    public ModelBuilder particles(String particles) {
        if (channel == null) {
            throw error("particles", "expected a channel before its particles, found none");
        }
        put(channel, "particles", particles);
        return this;
    }

    @SuppressWarnings("unchecked")
    private ModelBuilder channel(String channel, Map<String, Object> content) {
        this.channel = content;
        put((Map<String, Object>) lastBath(channel).computeIfAbsent("channels", k -> new LinkedHashMap<>()), channel, content);
        return this;
    }

    private Map<String, Object> lastBath(String part) {
        if (bath == null) {
            throw error(part, "expected a bath before its channels, found none");
        }
        return bath;
    }

    /** The state at the start: a ket of the whole space, {@code ground}, {@code thermal(beta)}, {@code density(matrix)} or amplitudes {@code [0.6, 0, 0, 0.8*i]}. */
    public ModelBuilder initial(String state) {
        return put(INITIAL, state);
    }

    /** The state of one subsystem at the start, one for each. */
    public ModelBuilder initial(String subsystem, String state) {
        return put(INITIAL, subsystem, state);
    }

    /**
     * The grid of times.
     *
     * @param points of the grid, both ends included, ≥ 2
     */
    public ModelBuilder time(double start, double end, int points) {
        put("time", "start", Double.toString(start));
        put("time", "end", Double.toString(end));
        return put("time", "points", Integer.toString(points));
    }

    /** A time > 0, an expression, after which all that drives the model repeats. */
    public ModelBuilder period(String time) {
        return put(PeriodReader.KEY, time);
    }

    /** A Hermitian operator whose mean is recorded. */
    public ModelBuilder observable(String observable, String operator) {
        return put("observables", observable, operator);
    }

    /** A weighted sum over jumps; weights, finite numbers, by {@code bath.channel}. */
    public ModelBuilder count(String count, Map<String, Double> weights) {
        Map<String, Object> all = new LinkedHashMap<>();
        weights.forEach((channel, weight) -> all.put(channel, Double.toString(weight)));
        return put(CountingReader.COUNTS, count, all);
    }

    /** The time of the n-th jump of a channel, {@code bath.channel}, from the start; n ≥ 1. */
    public ModelBuilder passage(String passage, String channel, int number) {
        return put(CountingReader.PASSAGES, passage, new LinkedHashMap<>(Map.of("of", channel, "number", Integer.toString(number))));
    }

    /** Second-order correlations between jumps, by {@code bath.channel} of the earlier one those of the later one, in equal bins up to the longest delay, &gt; 0 and at most the length of the run. */
    public ModelBuilder correlations(Map<String, List<String>> pairs, double longest, int bins) {
        put(CountingReader.CORRELATIONS, "pairs", new LinkedHashMap<>(pairs));
        put(CountingReader.CORRELATIONS, "delay", Double.toString(longest));
        return put(CountingReader.CORRELATIONS, "bins", Integer.toString(bins));
    }

    /** Rates of successions of up to so many jumps, 1 to 3. */
    public ModelBuilder words(int length) {
        return put(CountingReader.WORDS, Integer.toString(length));
    }

    /** How many trajectories a run samples where nobody says otherwise, and its seed. */
    public ModelBuilder ensemble(long trajectories, long seed) {
        put("ensemble", "trajectories", Long.toString(trajectories));
        return put("ensemble", "seed", Long.toString(seed));
    }

    /** A run ends when the standard error of the mean of a quantity at the end is no larger than this. */
    public ModelBuilder until(String quantity, double standardError) {
        put(section("ensemble"), "until", new LinkedHashMap<>(Map.of("quantity", quantity, "se", Double.toString(standardError))));
        return this;
    }

    /** The energy is measured at both ends. */
    public ModelBuilder measured() {
        return put("ensemble", "measure", "tpm");
    }

    /** Trajectories are drawn from another law; its channels are those of the model. */
    public ModelBuilder bias(JumpBias bias) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("jumps", Double.toString(bias.jumpFactor()));
        if (!bias.channelFactors().isEmpty()) {
            Map<String, Object> factors = new LinkedHashMap<>();
            bias.channelFactors().forEach((channel, factor) -> factors.put(channel, Double.toString(factor)));
            all.put("channels", factors);
        }
        if (bias.firstJump() == JumpBias.FirstJump.CERTAIN) {
            all.put("first-jump", "certain");
        }
        all.put("plain", Double.toString(bias.plainShare()));
        put(section("ensemble"), "bias", all);
        return this;
    }

    /** Rates may be negative at some times: trajectories carry weights of both signs ({@link org.unravel.model.InfluenceMartingale}). */
    public ModelBuilder martingale() {
        return put(UnravelingReader.KEY, UnravelingReader.MARTINGALE);
    }

    /** These subsystems are ladders that the model cuts off: a run watches their highest levels. */
    public ModelBuilder cut(String... subsystems) {
        return put("cut", List.of(subsystems));
    }

    /** The levels of these subsystems are all that there are. */
    public ModelBuilder exactLevels(String... subsystems) {
        return put("exact-levels", List.of(subsystems));
    }

    /**
     * The model; the builder may go on.
     *
     * @throws ModelFileException if a rule of the format is broken; one line that says rule, name, value and section
     */
    public Model build() {
        return ModelReader.read((YamlNode.Mapping) node("", file), arrays, Map.of());
    }

    /**
     * The model with another number of levels of a boson or of {@code levels(d)}; where the number is a parameter, the parameter follows.
     *
     * @throws ModelFileException if there is no such model, as where a matrix or ket ends with the levels
     */
    public Model resized(String subsystem, int levels) {
        return ModelReader.read((YamlNode.Mapping) node("", file), arrays, Map.of(subsystem, levels));
    }

    private ModelBuilder put(String section, Object value) {
        put(file, section, value);
        return this;
    }

    private ModelBuilder put(String section, String key, Object value) {
        put(section(section), key, value);
        return this;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> section(String section) {
        if (file.computeIfAbsent(section, s -> new LinkedHashMap<>()) instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw error(section, "expected one state of the whole or one of each subsystem, found both");
    }

    private void put(Map<String, Object> into, String key, Object value) {
        if (into.putIfAbsent(key, value) != null) {
            throw error(key, "expected '" + key + "' once, found it twice");
        }
    }

    private ModelBuilder array(String kind, String key, Meaning value) {
        NameRules.check(kind, new YamlNode.Entry(source(key, key), new YamlNode.Text(source(key, ""))));
        if (arrays.putIfAbsent(key, value) != null) {
            throw error(key, "expected '" + key + "' once, found it twice");
        }
        return this;
    }

    private YamlNode node(String path, Object value) {
        if (value instanceof List<?> list) {
            return new YamlNode.Sequence(source(path, ""), list.stream().map(item -> node(path, item)).toList());
        }
        if (!(value instanceof Map<?, ?> map)) {
            return new YamlNode.Text(source(path, (String) value));
        }
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        map.forEach((k, v) -> {
            String key = (String) k;
            String below = path.isEmpty() ? key : path + "." + key;
            entries.put(key, new YamlNode.Entry(source(below, key), node(below, v)));
        });
        return new YamlNode.Mapping(source(path, ""), entries);
    }

    private Source source(String path, String text) {
        return new Source(path.isEmpty() ? name : name + ", " + path, path, text, Source.NO_LINE, 1);
    }

    private ModelFileException error(String path, String message) {
        return ModelFileException.at(source(path, ""), message);
    }
}
