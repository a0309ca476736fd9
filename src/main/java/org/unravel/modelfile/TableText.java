package org.unravel.modelfile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a file with a table: a time and a value in each line, with a comma, semicolon, tab or blanks between them. The first line may be a header; empty
 * lines, and what follows a #, are passed over.
 */
final class TableText {

    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    /** A first field that is a word: not what programs write in place of a number that is none. */
    private static final Pattern HEADER = Pattern.compile("(?!(?i:nan|inf|infinity)$)[\"\\p{L}].*");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[,;]\\s*|\\s+");
    private static final Pattern FIELD = Pattern.compile("[^,;\\s]+");

    private final String shown;
    private final List<Double> places = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private boolean hasHeader;

    private TableText(String shown) {
        this.shown = shown;
    }

    /**
     * The points.
     *
     * @param shown name of the file in messages
     * @throws ModelFileException with line and column if it is no table
     */
    static TablePoints points(String text, String shown) {
        TableText table = new TableText(shown);
        String[] lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\\R", -1);
        for (int n = 0; n < lines.length; n++) {
            String line = lines[n].replaceFirst("#.*", "").stripTrailing();
            if (!line.isBlank()) {
                table.add(line, n + 1);
            }
        }
        if (table.places.size() < 2) {
            throw ModelFileException.at(Source.of(shown), "expected at least 2 points of a table, found " + table.places.size());
        }
        return new TablePoints(array(table.places), array(table.values));
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void add(String line, int number) {
        int indent = line.length() - line.stripLeading().length();
        String[] fields = SEPARATOR.split(line.strip(), -1);
        if (places.isEmpty() && !hasHeader && HEADER.matcher(fields[0]).matches()) {
            hasHeader = true;
            return;
        }
        if (fields.length != 2) {
            throw error(line, number, indent, "expected a time and a value, found " + fields.length + (fields.length == 1 ? " field" : " fields")
                    + (fields.length == 4 && line.contains(";") ? ": decimals have a point" : ""));
        }
        Matcher columns = FIELD.matcher(line);
        add(value(columns, line, number), value(columns, line, number), message -> error(line, number, indent, message));
    }

    private void add(double place, double value, Function<String, ModelFileException> refused) {
        if (!places.isEmpty() && !(place > places.get(places.size() - 1))) {
            throw refused.apply("expected times of a table that strictly increase, found " + place + " after " + places.get(places.size() - 1));
        }
        if (places.size() == TablePoints.MOST) {
            throw refused.apply("expected at most " + TablePoints.MOST + " points of a table, found more");
        }
        places.add(place);
        values.add(value);
    }

    private double value(Matcher fields, String line, int number) {
        boolean isThere = fields.find();
        String field = isThere ? fields.group() : "";
        if (!NUMBER.matcher(field).matches() || !Double.isFinite(Double.parseDouble(field))) {
            throw error(line, number, isThere ? fields.start() : line.length(), "expected a finite number, found '" + NameRules.shortened(field) + "'");
        }
        return Double.parseDouble(field);
    }

    private ModelFileException error(String line, int number, int column, String message) {
        return ModelFileException.at(new Source(shown, "", line, number, 1), column, message);
    }
}
