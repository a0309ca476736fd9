package org.unravel.modelfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.unravel.model.WholeCharacters;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads YAML text into {@link YamlNode}s. Only the event parser of SnakeYAML is used: nothing is ever resolved to a number, a
 * boolean or an object, and tags, anchors, aliases, merge keys, repeated keys and further documents are refused.
 */
final class YamlDocument {

    /** Deepest nesting of mappings and lists. */
    static final int MAX_NESTING = 200;

    private static final String INDENTATION = ": keys of one level begin in the same column, those below a key further right";
    private static final String ADVICE = ": inside { } a plain value ends at , [ ] { }, so write an expression that holds one of "
            + "these in quotes or on its own line";

    private final String file;
    private final String content;
    private final Parser parser;
    private int flowDepth;
    private int depth;

    private YamlDocument(String file, String content) {
        this.file = file;
        this.content = content;
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.parser = new ParserImpl(new StreamReader(content), options);
    }

    /**
     * The mapping at the top of a document.
     *
     * @param file name shown in messages
     * @param content the whole text
     * @throws ModelFileException if the text is no YAML or holds what is refused
     */
    static YamlNode.Mapping parse(String file, String content) {
        YamlDocument document = new YamlDocument(file, content);
        try {
            return document.read();
        } catch (MarkedYAMLException e) {
            boolean unclosed = e.getProblem().contains("end of stream") && e.getContextMark() != null;
            Mark mark = unclosed || e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            String advice = document.flowDepth > 0 ? ADVICE : advice(mark);
            throw document.error("", mark, "not valid YAML: " + NameRules.oneLine(e.getProblem()) + advice);
        } catch (YAMLException e) {
            throw ModelFileException.at(new Source(file, "", "", 1, 1), 0, "not valid YAML: " + NameRules.oneLine(e.getMessage()));
        }
    }

    /** What the character at which the text ceases to be YAML says. */
    private static String advice(Mark mark) {
        int[] text = mark.getBuffer();
        int at = mark.getPointer();
        if (text == null || at >= text.length) {
            return "";
        }
        return switch (text[at]) {
            case '\t' -> ": lines are indented by spaces, not by tabs";
            case ':' -> INDENTATION + "; a value that holds ': ' stands in quotes";
            case '@', '`', '%', '*', '&', '!', '|', '>' -> ": a value that begins with " + (char) text[at] + " stands in quotes";
            default -> beginsLine(text, at) ? INDENTATION : "";
        };
    }

    private static boolean beginsLine(int[] text, int at) {
        int i = at;
        while (i > 0 && text[i - 1] == ' ') {
            i--;
        }
        return i == 0 || text[i - 1] == '\n';
    }

    private YamlNode.Mapping read() {
        parser.getEvent();
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            throw empty();
        }
        parser.getEvent();
        if (parser.peekEvent() instanceof ScalarEvent s && s.getValue().isEmpty() && s.getTag() == null && s.getAnchor() == null) {
            throw empty();
        }
        YamlNode top = node("");
        parser.getEvent();
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            throw error("", parser.peekEvent().getStartMark(), "expected one YAML document, found a second one");
        }
        if (top instanceof YamlNode.Mapping mapping) {
            return mapping;
        }
        throw top.error("expected a mapping at the top of the file, found " + top.kind());
    }

    private ModelFileException empty() {
        return ModelFileException.at(Source.of(file), "the file is empty");
    }

    private YamlNode node(String path) {
        Event event = parser.getEvent();
        refuseExtras(path, event);
        if (event instanceof ScalarEvent scalar) {
            refuseHalves(path, scalar);
            return new YamlNode.Text(source(path, scalar));
        }
        CollectionStartEvent start = (CollectionStartEvent) event;
        if (++depth > MAX_NESTING) {
            throw error(path, start.getStartMark(), "expected nesting up to " + MAX_NESTING + ", found more");
        }
        flowDepth += start.isFlow() ? 1 : 0;
        YamlNode node = start instanceof MappingStartEvent ? mapping(path, start) : sequence(path, start);
        flowDepth -= start.isFlow() ? 1 : 0;
        depth--;
        return node;
    }

    private void refuseExtras(String path, Event event) {
        Mark mark = event.getStartMark();
        if (event instanceof AliasEvent alias) {
            throw error(path, mark, "aliases are not allowed, found '*" + alias.getAnchor() + "'");
        }
        if (event instanceof NodeEvent n && n.getAnchor() != null) {
            throw error(path, mark, "anchors are not allowed, found '&" + n.getAnchor() + "'");
        }
        String tag = event instanceof ScalarEvent s ? s.getTag() : ((CollectionStartEvent) event).getTag();
        if (tag != null) {
            throw error(path, mark, "tags are not allowed, found '" + tag.replace("tag:yaml.org,2002:", "!!") + "'");
        }
    }

    /** An escape in quotes may say half of a character. */
    private void refuseHalves(String path, ScalarEvent scalar) {
        WholeCharacters.objection(scalar.getValue()).ifPresent(o -> {
            throw error(path, scalar.getStartMark(), o);
        });
    }

    private YamlNode sequence(String path, Event start) {
        List<YamlNode> items = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            items.add(node(path));
        }
        parser.getEvent();
        return new YamlNode.Sequence(source(path, "", start.getStartMark()), items);
    }

    private YamlNode mapping(String path, CollectionStartEvent start) {
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Source key = key(path);
            YamlNode value = node(key.key());
            refuseBroken(key, value, start.isFlow());
            YamlNode.Entry earlier = entries.put(key.text(), new YamlNode.Entry(key, value));
            if (earlier != null) {
                throw ModelFileException.at(key, 0, "key '" + key.key() + "' is repeated, first on line " + earlier.key().line());
            }
        }
        parser.getEvent();
        return new YamlNode.Mapping(source(path, "", start.getStartMark()), entries);
    }

    private Source key(String path) {
        if (!(parser.peekEvent() instanceof ScalarEvent)) {
            throw error(path, parser.peekEvent().getStartMark(), "expected a name as key, found a mapping, a list or an alias");
        }
        ScalarEvent event = (ScalarEvent) parser.getEvent();
        refuseExtras(path, event);
        refuseHalves(path, event);
        String name = event.getValue();
        if (name.equals("<<")) {
            throw error(path, event.getStartMark(), "merge keys are not allowed, found '<<'");
        }
        if (name.isEmpty()) {
            throw error(path, event.getStartMark(), "expected a name as key, found none");
        }
        return source(path.isEmpty() ? name : path + "." + name, event);
    }

    /** A value cut off inside braces shows as an open parenthesis, or as a key without a value that holds the rest. */
    private static void refuseBroken(Source key, YamlNode value, boolean inBraces) {
        if (!(value instanceof YamlNode.Text text)) {
            return;
        }
        String s = text.place().text();
        if (inBraces && open(s) > 0) {
            throw value.error("the value '" + NameRules.shortened(s) + "' of '" + key.key() + "' is cut off" + ADVICE);
        }
        if (s.isEmpty()) {
            String advice = inBraces && open(key.text()) < 0 ? ADVICE : inBraces && key.text().matches("[0-9]+") ? ": a decimal sign is a dot, as 0.5" : "";
            throw ModelFileException.at(key, 0, "key '" + NameRules.shortened(key.key()) + "' has no value" + advice);
        }
    }

    private static int open(String s) {
        return (int) (s.chars().filter(c -> c == '(').count() - s.chars().filter(c -> c == ')').count());
    }

    private Source source(String path, ScalarEvent scalar) {
        Mark mark = scalar.getStartMark();
        ScalarStyle style = scalar.getScalarStyle();
        if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
            return new Source(file, path, scalar.getValue().strip(), mark.getLine() + 2, indentation(mark.getLine() + 1));
        }
        int quote = style == ScalarStyle.PLAIN ? 0 : 1;
        return new Source(file, path, scalar.getValue(), mark.getLine() + 1, mark.getColumn() + 1 + quote);
    }

    /** Column, from 1, of the first character of a line, which counts from 0. */
    private int indentation(int line) {
        String text = content.lines().skip(line).findFirst().orElse("");
        return 1 + text.length() - text.stripLeading().length();
    }

    private Source source(String path, String text, Mark mark) {
        return new Source(file, path, text, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private ModelFileException error(String path, Mark mark, String message) {
        return ModelFileException.at(source(path, "", mark), 0, message);
    }
}
