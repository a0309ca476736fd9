package org.unravel.modelfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.unravel.model.Bath;
import org.unravel.model.CountingObservables;
import org.unravel.model.JumpCorrelations;
import org.unravel.model.JumpCount;
import org.unravel.model.JumpPair;
import org.unravel.model.Passage;
import org.unravel.model.TimeGrid;

/** Reads {@code counts}, {@code passages}, {@code g2} and {@code words}: what is counted of the record of jumps. */
final class CountingReader {

    static final String COUNTS = "counts";
    static final String PASSAGES = "passages";
    static final String CORRELATIONS = "g2";
    static final String WORDS = "words";

    /** Moduli of weights, but for 0: fourth powers of sums over any number of jumps are numbers then. */
    private static final double LEAST_WEIGHT = 1e-12;
    private static final double LARGEST_WEIGHT = 1e12;

    private final Scope scope;
    private final TimeGrid time;
    private final List<String> channels;
    private final List<String> known;

    /**
     * A reader.
     *
     * @param scope knows the parameters
     * @param baths whose channels may be named, silent ones included
     */
    CountingReader(Scope scope, TimeGrid time, List<Bath> baths) {
        this.scope = scope;
        this.time = time;
        this.channels = baths.stream().flatMap(b -> b.channels().stream().map(b::label)).toList();
        this.known = new ArrayList<>(channels);
        baths.forEach(b -> b.silent().forEach(name -> known.add(b.label(name))));
    }

    /** What a file says. */
    CountingObservables read(YamlNode.Mapping file) {
        List<JumpCount> counts = section(file, COUNTS).map(this::counts).orElse(List.of());
        List<Passage> passages = section(file, PASSAGES).map(this::passages).orElse(List.of());
        return new CountingObservables(counts, passages, section(file, CORRELATIONS).map(this::correlations), section(file, WORDS).map(this::wordLength).orElse(0));
    }

    private Optional<YamlNode> section(YamlNode.Mapping file, String key) {
        Optional<YamlNode> node = file.optional(key);
        if (node.isPresent() && known.isEmpty()) {
            throw node.get().error("expected at least one bath for '" + key + "', which counts jumps, found none");
        }
        return node;
    }

    private List<JumpCount> counts(YamlNode node) {
        List<JumpCount> all = new ArrayList<>();
        for (YamlNode.Entry entry : node.mapping().nonEmpty("count").entries().values()) {
            checkName("count", entry, all.stream().map(JumpCount::name));
            Map<String, Double> weights = new LinkedHashMap<>();
            entry.value().mapping().nonEmpty("channel").entries().values().forEach(e -> weights.put(channel(e), weight(e.value())));
            all.add(new JumpCount(entry.name(), weights));
        }
        return all;
    }

    /** Each has a file of its name: of two that differ in capitals alone one would be lost where a disk does not tell them apart. */
    private static void checkName(String what, YamlNode.Entry entry, Stream<String> others) {
        NameRules.check(what, entry);
        others.filter(entry.name()::equalsIgnoreCase).findFirst().ifPresent(other -> {
            throw entry.error("expected names that differ in more than capitals, as each " + what + " has a file of its own, found '" + entry.name() + "' beside '" + other + "'");
        });
    }

    private double weight(YamlNode node) {
        double weight = number(node);
        if (weight != 0 && !(Math.abs(weight) >= LEAST_WEIGHT && Math.abs(weight) <= LARGEST_WEIGHT)) {
            throw node.error("expected 0 or a weight of modulus from 1e-12 to 1e12 for '" + node.place().key() + "', found " + PhysicsCheck.number(weight));
        }
        return weight;
    }

    private double number(YamlNode node) {
        return Expression.parse(node.text()).number(scope);
    }

    private long integer(YamlNode node, long least, long most) {
        long value = Expression.parse(node.text()).integer(scope);
        if (value < least || value > most) {
            throw node.error("expected " + node.place().key() + " from " + least + " to " + most + ", found " + value);
        }
        return value;
    }

    private String channel(YamlNode.Entry entry) {
        if (!known.contains(entry.name())) {
            throw entry.error(unknown(entry.name()));
        }
        return entry.name();
    }

    private String channel(Source source) {
        if (!known.contains(source.text())) {
            throw ModelFileException.at(source, 0, unknown(source.text()));
        }
        return source.text();
    }

    private String unknown(String name) {
        return "unknown channel '" + NameRules.shortened(name) + "'" + NameRules.suggestion(name, known);
    }

    private List<Passage> passages(YamlNode node) {
        List<Passage> all = new ArrayList<>();
        for (YamlNode.Entry entry : node.mapping().nonEmpty("passage").entries().values()) {
            checkName("passage", entry, all.stream().map(Passage::name));
            YamlNode.Mapping passage = entry.value().mapping().allow(List.of("of", "number"), List.of());
            String channel = channel(passage.required("of").text());
            all.add(new Passage(entry.name(), channel, (int) integer(passage.required("number"), 1, Passage.MOST_JUMPS)));
        }
        return all;
    }

    private JumpCorrelations correlations(YamlNode node) {
        YamlNode.Mapping g2 = node.mapping().allow(List.of("pairs", "delay", "bins"), List.of());
        List<JumpPair> pairs = new ArrayList<>();
        for (YamlNode.Entry entry : g2.required("pairs").mapping().nonEmpty("channel").entries().values()) {
            String first = channel(entry);
            seconds(entry.value()).forEach(second -> add(new JumpPair(first, channel(second)), second, pairs));
        }
        YamlNode delay = g2.required("delay");
        double longest = number(delay);
        double run = time.end() - time.start();
        if (!(longest > 0 && longest <= run)) {
            throw delay.error("expected 0 < g2.delay <= the length of the run, " + PhysicsCheck.number(run) + ", found " + PhysicsCheck.number(longest));
        }
        return new JumpCorrelations(pairs, longest, (int) integer(g2.required("bins"), 1, JumpCorrelations.MOST_BINS));
    }

    /** One channel, or a list of them. */
    private static List<Source> seconds(YamlNode node) {
        if (!(node instanceof YamlNode.Sequence list)) {
            return List.of(node.text());
        }
        if (list.items().isEmpty()) {
            throw node.error("expected at least one channel in '" + node.place().key() + "', found none");
        }
        return list.texts();
    }

    private static void add(JumpPair pair, Source second, List<JumpPair> pairs) {
        if (pairs.contains(pair)) {
            throw ModelFileException.at(second, 0, "expected the pair of " + pair.first() + " and " + pair.second() + " once in g2.pairs, found it twice");
        }
        pairs.add(pair);
    }

    private int wordLength(YamlNode node) {
        int length = (int) integer(node, 1, CountingObservables.LONGEST_WORD);
        double count = new CountingObservables(List.of(), List.of(), Optional.empty(), length).wordCount(channels.size());
        if (count > CountingObservables.MOST_WORDS) {
            throw node.error("expected at most " + CountingObservables.MOST_WORDS + " different words, found " + PhysicsCheck.number(count) + ": " + channels.size() + " channels in words of up to " + length);
        }
        return length;
    }
}
