package org.unravel.modelfile;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.unravel.bath.coupling.LambShift;
import org.unravel.model.JumpBias;
import org.unravel.model.Model;
import org.unravel.model.QuadraticModel;
import org.unravel.model.SamplingDefaults;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ImplicitTuple;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;

/** Writes a model file anew: keys in the order of the guide, parameters as the numbers they came to, defaults written out. */
final class NormalForm {

    /** Longer than any line, so that no expression is folded. */
    private static final int WIDTH = Integer.MAX_VALUE / 2;
    /** Whole numbers up to this are written without a point. */
    private static final double MOST_WHOLE = 1e15;

    private final StringWriter text = new StringWriter();
    private final Emitter emitter;

    private NormalForm() {
        DumperOptions options = new DumperOptions();
        options.setWidth(WIDTH);
        options.setDefaultFlowStyle(FlowStyle.BLOCK);
        emitter = new Emitter(text, options);
    }

    /** The text of a file that says the same as one that was read into a model, and whose parameters are those of the model. */
    static String of(YamlNode.Mapping file, List<String> keys, Model model, TableFiles tables) {
        return text(tree(file, keys, model, tables));
    }

    /** The same without what changes no trajectory: title, what are its parts, number of trajectories, seed (a run has its own) and when to stop. */
    static String ofTrajectories(YamlNode.Mapping file, List<String> keys, Model model, TableFiles tables) {
        Map<String, Object> all = tree(file, keys, model, tables);
        all.keySet().removeAll(Set.of("title", SplitReader.KEY, SplitReader.INTERACTION));
        ((Map<?, ?>) all.get("ensemble")).keySet().removeAll(Set.of("trajectories", "seed", "until"));
        return text(all);
    }

    /** The text of a file that says the same as one that was read into a model of modes. */
    static String of(YamlNode.Mapping file, QuadraticModel model, TableFiles tables) {
        return text(tree(file, model, tables));
    }

    /** The same without what changes no trajectory. */
    static String ofTrajectories(YamlNode.Mapping file, QuadraticModel model, TableFiles tables) {
        Map<String, Object> all = tree(file, model, tables);
        all.remove("title");
        all.remove("ensemble");
        return text(all);
    }

    private static Map<String, Object> tree(YamlNode.Mapping file, QuadraticModel model, TableFiles tables) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (String key : ModesReader.KEYS) {
            Optional<Object> value = switch (key) {
                case "parameters" -> Optional.of(numbers(model.parameters())).filter(p -> !p.isEmpty()).map(p -> p);
                case "time" -> file.optional(key).map(NormalForm::time);
                case ModesReader.KEY -> file.optional(key).map(NormalForm::modes);
                case "ensemble" -> Optional.of(sampling(model.sampling()));
                default -> file.optional(key).map(NormalForm::plain);
            };
            value.ifPresent(v -> all.put(key, key.equals("title") ? v : writtenOut(v, tables)));
        }
        return all;
    }

    /** Groups say that nothing hops where nothing does. */
    @SuppressWarnings("unchecked")
    private static Object modes(YamlNode modes) {
        Map<String, Object> all = section(modes);
        all.values().stream().filter(g -> g instanceof Map).map(g -> (Map<String, Object>) g).forEach(g -> g.putIfAbsent(ModesReader.HOPPING, ModesReader.NO_HOPPING));
        return all;
    }

    private static Map<String, Object> tree(YamlNode.Mapping file, List<String> keys, Model model, TableFiles tables) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (String key : keys) {
            Optional<Object> value = switch (key) {
                case "parameters" -> Optional.of(numbers(model.parameters())).filter(p -> !p.isEmpty()).map(p -> p);
                case "time" -> file.optional(key).map(NormalForm::time);
                case "baths" -> file.optional(key).map(NormalForm::baths);
                case UnravelingReader.KEY -> Optional.of(file.optional(key).map(NormalForm::plain).orElse(UnravelingReader.JUMPS));
                case "ensemble" -> Optional.of(ensemble(file.optional(key), model));
                default -> file.optional(key).map(NormalForm::plain);
            };
            value.ifPresent(v -> all.put(key, key.equals("title") ? v : writtenOut(v, tables)));
        }
        return all;
    }

    private static String text(Map<String, Object> all) {
        try {
            return new NormalForm().write(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text, or a mapping or list of such. */
    private static Object plain(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            Map<String, Object> all = new LinkedHashMap<>();
            mapping.entries().forEach((name, entry) -> all.put(name, plain(entry.value())));
            return all;
        }
        return node instanceof YamlNode.Sequence list ? list.items().stream().map(NormalForm::plain).toList() : NameRules.oneLine(node.text().text());
    }

    /** With the points of tables in place of the names of their files, so that it can be run elsewhere. */
    private static Object writtenOut(Object value, TableFiles tables) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> all = new LinkedHashMap<>();
            map.forEach((k, v) -> all.put(k, writtenOut(v, tables)));
            return all;
        }
        return value instanceof List<?> list ? list.stream().map(v -> writtenOut(v, tables)).toList() : tables.writtenOut((String) value);
    }

    private static Map<String, Object> numbers(Map<String, Double> parameters) {
        Map<String, Object> all = new LinkedHashMap<>();
        parameters.forEach((name, value) -> all.put(name, number(value)));
        return all;
    }

    /** Whole numbers without a point; reads back as the same number. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < MOST_WHOLE ? Long.toString((long) value) : Double.toString(value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> section(YamlNode node) {
        return (Map<String, Object>) plain(node.mapping());
    }

    private static Object time(YamlNode time) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("start", "0");
        all.putAll(section(time));
        return all;
    }

    /** Baths with a coupling say what becomes of the Lamb shift. */
    @SuppressWarnings("unchecked")
    private static Object baths(YamlNode baths) {
        Map<String, Object> all = section(baths);
        all.values().stream().map(b -> (Map<String, Object>) b).filter(b -> b.containsKey(CouplingReader.COUPLING))
                .forEach(b -> b.putIfAbsent(CouplingReader.LAMB_SHIFT, LambShift.NONE.word()));
        return all;
    }

    private static Object ensemble(Optional<YamlNode> node, Model model) {
        Map<String, Object> all = sampling(model.sampling());
        node.map(NormalForm::section).ifPresent(given -> given.forEach(all::putIfAbsent));
        model.bias().ifPresent(b -> all.put("bias", bias(b)));
        return all;
    }

    private static Map<String, Object> sampling(SamplingDefaults sampling) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("trajectories", Long.toString(sampling.trajectoryCount()));
        all.put("seed", Long.toString(sampling.seed()));
        return all;
    }

    private static Object bias(JumpBias bias) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("jumps", number(bias.jumpFactor()));
        if (!bias.channelFactors().isEmpty()) {
            all.put("channels", numbers(bias.channelFactors()));
        }
        all.put("first-jump", bias.firstJump() == JumpBias.FirstJump.CERTAIN ? "certain" : "free");
        all.put("plain", number(bias.plainShare()));
        return all;
    }

    private String write(Map<String, Object> all) throws IOException {
        List<Event> events = new ArrayList<>(List.of(new StreamStartEvent(null, null), new DocumentStartEvent(null, null, false, null, null)));
        add(all, events);
        events.add(new DocumentEndEvent(null, null, false));
        events.add(new StreamEndEvent(null, null));
        for (Event event : events) {
            emitter.emit(event);
        }
        return text.toString();
    }

    private static void add(Object value, List<Event> events) {
        if (value instanceof Map<?, ?> map) {
            events.add(new MappingStartEvent(null, null, true, null, null, FlowStyle.BLOCK));
            map.forEach((k, v) -> {
                add(k, events);
                add(v, events);
            });
            events.add(new MappingEndEvent(null, null));
        } else if (value instanceof List<?> list) {
            events.add(new SequenceStartEvent(null, null, true, null, null, FlowStyle.FLOW));
            list.forEach(v -> add(v, events));
            events.add(new SequenceEndEvent(null, null));
        } else {
            events.add(new ScalarEvent(null, null, new ImplicitTuple(true, true), value.toString(), null, null, ScalarStyle.PLAIN));
        }
    }
}
