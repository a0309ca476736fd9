package org.unravel.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.unravel.engine.EngineChoice;
import org.unravel.print.Format;
import org.unravel.run.ExactChoice;
import org.unravel.run.SweepPoint;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Words on the command line. */
final class WordConverters {

    private WordConverters() {
    }

    static final class Engine implements ITypeConverter<EngineChoice> {
        @Override
        public EngineChoice convert(String text) {
            return new EngineChoice(word(text, EngineChoice.words()));
        }
    }

    /** When the exact side is computed. */
    static final class Exact implements ITypeConverter<ExactChoice> {
        @Override
        public ExactChoice convert(String text) {
            return ExactChoice.valueOf(word(text, Arrays.stream(ExactChoice.values()).map(c -> c.name().toLowerCase(Locale.ROOT)).toList()).toUpperCase(Locale.ROOT));
        }
    }

    /** Kinds of figures for print. */
    static final class Figures implements ITypeConverter<Format> {
        @Override
        public Format convert(String text) {
            return Format.valueOf(word(text, Arrays.stream(Format.values()).map(Format::word).toList()).toUpperCase(Locale.ROOT));
        }
    }

    /** What tables are written in. */
    static final class TableForm implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            return word(text, List.of("csv"));
        }
    }

    /** Where a sweep looks. */
    static final class SweepPlace implements ITypeConverter<SweepPoint.Where> {
        @Override
        public SweepPoint.Where convert(String text) {
            return SweepPoint.Where.valueOf(word(text, Arrays.stream(SweepPoint.Where.values()).map(w -> w.name().toLowerCase(Locale.ROOT)).toList()).toUpperCase(Locale.ROOT));
        }
    }

    private static String word(String text, List<String> words) {
        if (!words.contains(text)) {
            throw new TypeConversionException("expected " + String.join(" or ", words) + ", found '" + text + "'");
        }
        return text;
    }
}
