package org.unravel.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.unravel.engine.EngineChoice;

import org.unravel.run.ExactChoice;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Words on the command line: a constant's name in lower case. */
final class WordConverters {

    private WordConverters() {
    }

    /** When the exact side is computed. */

    static final class Engine implements ITypeConverter<EngineChoice> {
        @Override
        public EngineChoice convert(String text) {
            return word(text, EngineChoice.values());
        }
    }

    static final class Exact implements ITypeConverter<ExactChoice> {
        @Override
        public ExactChoice convert(String text) {
            return word(text, ExactChoice.values());
        }
    }

    private static <E extends Enum<E>> E word(String text, E[] constants) {
        return Arrays.stream(constants).filter(c -> c.name().toLowerCase(Locale.ROOT).equals(text)).findFirst()
                .orElseThrow(() -> new TypeConversionException("expected "
                        + Arrays.stream(constants).map(c -> c.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(" or "))
                        + ", found '" + text + "'"));
    }
}
