package org.unravel.modelfile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part of a model file with its place: text, a mapping or a list. Every scalar is text. */
sealed interface YamlNode {

    /** Where it starts; the key is the path from the top, e.g. {@code baths.hot.beta}. */
    Source place();

    /** What it is, for messages. */
    String kind();

    /** The error that this part breaks a rule. */
    default ModelFileException error(String message) {
        return ModelFileException.at(place(), 0, message);
    }

    /** This part as text. */
    default Source text() {
        throw error("expected text for '" + place().key() + "', found " + kind() + (this instanceof Sequence
                ? ": a number or an expression; matrices are sums of op(q, j, k) and proj(q, k)" : ""));
    }

    /** This part as a mapping. */
    default Mapping mapping() {
        throw error("expected a mapping for '" + place().key() + "', found " + kind());
    }

    /** A scalar. */
    record Text(Source place) implements YamlNode {

        @Override
        public String kind() {
            return "text '" + NameRules.shortened(place.text()) + "'";
        }

        @Override
        public Source text() {
            return place;
        }
    }

    /** This part as a list of text. */
    default List<Source> texts() {
        throw error("expected a list [...] for '" + place().key() + "', found " + kind());
    }

    /** A list. */
    record Sequence(Source place, List<YamlNode> items) implements YamlNode {

        /** Copies the items. */
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }

        @Override
        public List<Source> texts() {
            return items.stream().map(YamlNode::text).toList();
        }
    }

    /**
     * One key of a mapping.
     *
     * @param key its place; the text is the key itself
     * @param value what it holds
     */
    record Entry(Source key, YamlNode value) {

        /** The key itself. */
        String name() {
            return key.text();
        }

        /** The error that the key breaks a rule. */
        ModelFileException error(String message) {
            return ModelFileException.at(key, 0, message);
        }
    }

    /** Keys with values, in the order of the file, none of them twice. */
    record Mapping(Source place, Map<String, Entry> entries) implements YamlNode {

        /** Copies the entries and keeps their order. */
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String kind() {
            return "a mapping";
        }

        @Override
        public Mapping mapping() {
            return this;
        }

        /** The entry of a key, if it is there. */
        Optional<Entry> entry(String key) {
            return Optional.ofNullable(entries.get(key));
        }

        /** The value of a key, if it is there. */
        Optional<YamlNode> optional(String key) {
            return entry(key).map(Entry::value);
        }

        /** The value of a key that must be there. */
        YamlNode required(String key) {
            return optional(key).orElseThrow(() -> error(
                    "missing key '" + (place.key().isEmpty() ? key : place.key() + "." + key) + "'"));
        }

        /** Refuses every key but {@code built}, and says of those that come later that they are not built yet. */
        Mapping allow(List<String> built, List<String> later) {
            for (Entry e : entries.values()) {
                if (later.contains(e.name())) {
                    throw e.error("'" + e.name() + "' is not built yet");
                }
                if (!built.contains(e.name())) {
                    throw e.error("unknown key '" + e.name() + "'" + (place.key().isEmpty() ? "" : " in '" + place.key() + "'")
                            + Habits.ofKey(e.name(), built).orElseGet(() -> NameRules.suggestion(e.name(), built)));
                }
            }
            return this;
        }

        /** Refuses a mapping without keys. */
        Mapping nonEmpty(String what) {
            if (entries.isEmpty()) {
                throw error("expected at least one " + what + " in '" + place.key() + "', found none");
            }
            return this;
        }
    }
}
