package org.unravel.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.unravel.figure.Axis;
import org.unravel.figure.Figure;
import org.unravel.figure.Series;
import org.unravel.figure.StackedShare;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/** What the script of the page draws: numbers to six digits, no more points than a screen has columns, each x once. */
final class FigureData {

    /** More points than this of one series cannot be told apart on a screen. */
    static final int MOST_POINTS = 800;

    private static final int DIGITS = 6;
    private static final int LONGEST_NAME = 80;

    private final JsonGenerator json;

    private FigureData(JsonGenerator json) {
        this.json = json;
    }

    /** All figures as JSON that can stand in an element: nothing in it ends that element. */
    static String json(List<Figure> figures) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            FigureData data = new FigureData(json);
            json.writeStartArray();
            for (Figure figure : figures) {
                data.figure(figure);
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }

    /** How many points of the longest series are drawn, or 0 if all of all are. */
    static int longestThinned(Figure figure) {
        return figure.series().stream().mapToInt(s -> s.x().length).filter(n -> n > MOST_POINTS).max().orElse(0);
    }

    private void figure(Figure figure) throws IOException {
        int place = place(figure);
        List<double[]> shared = new ArrayList<>();
        json.writeStartObject();
        axis("x", figure.x());
        axis("y", figure.y());
        json.writeArrayFieldStart("series");
        List<StackedShare> stack = StackedShare.of(figure.series());
        for (Series series : figure.series()) {
            series(figure, series, stack.stream().filter(s -> s.share() == series).findFirst(), shared);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("xs");
        for (double[] x : shared) {
            json.writeStartArray();
            for (double value : x) {
                json.writeNumber(rounded(value, place));
            }
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void axis(String key, Axis axis) throws IOException {
        json.writeObjectFieldStart(key);
        json.writeStringField("name", ShownText.of(axis.name(), LONGEST_NAME));
        json.writeStringField("label", ShownText.of(axis.label(), LONGEST_NAME));
        json.writeBooleanField("log", axis.scale() == Axis.Scale.LOGARITHMIC);
        json.writeEndObject();
    }

    private void series(Figure figure, Series series, Optional<StackedShare> share, List<double[]> shared) throws IOException {
        boolean isLogX = figure.x().scale() == Axis.Scale.LOGARITHMIC;
        int[] shown = IntStream.of(Thinning.indices(series.x().length, MOST_POINTS)).filter(i -> !isLogX || series.x()[i] > 0).toArray();
        json.writeStartObject();
        json.writeStringField("name", ShownText.of(series.name(), LONGEST_NAME));
        json.writeStringField("form", series.form().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        json.writeNumberField("colour", series.colour());
        json.writeNumberField("x", index(pick(series.x(), shown), shared));
        double[] y = pick(series.y(), shown);
        boolean isLogY = figure.y().scale() == Axis.Scale.LOGARITHMIC;
        numbers("y", isLogY ? Arrays.stream(y).map(v -> v > 0 ? v : Double.NaN).toArray() : y);
        if (series.error().length > 0) {
            numbers("e", pick(series.error(), shown));
        }
        if (share.isPresent()) {
            json.writeArrayFieldStart("stack");
            for (double[] edge : List.of(share.get().above(), share.get().top(), share.get().below(), share.get().bottom())) {
                numbers(pick(edge, shown));
            }
            json.writeEndArray();
        }
        if (series.marked().length > 0) {
            json.writeArrayFieldStart("m");
            for (int i : shown) {
                json.writeNumber(series.marked()[i] ? 1 : 0);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static double[] pick(double[] values, int[] shown) {
        return IntStream.of(shown).mapToDouble(i -> values[i]).toArray();
    }

    /** Of an x among those that are written once. */
    private static int index(double[] x, List<double[]> shared) {
        for (int i = 0; i < shared.size(); i++) {
            if (Arrays.equals(shared.get(i), x)) {
                return i;
            }
        }
        shared.add(x);
        return shared.size() - 1;
    }

    private void numbers(String key, double[] values) throws IOException {
        json.writeFieldName(key);
        numbers(values);
    }

    private void numbers(double[] values) throws IOException {
        json.writeStartArray();
        for (double value : values) {
            if (Double.isFinite(value)) {
                json.writeNumber(rounded(value, DIGITS - 1 - exponent(value)));
            } else {
                json.writeNull();
            }
        }
        json.writeEndArray();
    }

    /** Decimal places of x that leave six digits to its range, so that points far from zero stay apart; on a logarithmic axis to its least value. */
    private static int place(Figure figure) {
        double[] all = figure.series().stream().flatMapToDouble(s -> Arrays.stream(s.x())).filter(v -> figure.x().scale() == Axis.Scale.LINEAR || v > 0).sorted().toArray();
        double range = all.length == 0 ? 1 : figure.x().scale() == Axis.Scale.LOGARITHMIC ? all[0] : all[all.length - 1] - all[0];
        double scale = range > 0 ? range : all.length > 0 && all[0] != 0 ? Math.abs(all[0]) : 1;
        return DIGITS - 1 - exponent(scale);
    }

    private static int exponent(double value) {
        return value == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(value)));
    }

    /** As digits and a power of ten, to so many decimal places. Thousands of numbers are written at the end of a run: exact decimals would take longer than all else on the page. */
    static String rounded(double value, int places) {
        long digits = Math.round(value * StrictMath.pow(10, places));
        if (digits == 0) {
            return "0";
        }
        // of the least and the largest numbers no power of ten is left
        if (digits == Long.MAX_VALUE || digits == Long.MIN_VALUE) {
            return Double.toString(value);
        }
        int power = -places;
        while (digits % 10 == 0) {
            digits /= 10;
            power++;
        }
        return power == 0 ? Long.toString(digits) : digits + "e" + power;
    }
}
