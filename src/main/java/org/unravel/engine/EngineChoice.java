package org.unravel.engine;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which engine the user asks for: {@link #AUTO}, or one by its name.
 *
 * @param word one of {@link #words()}
 */
public record EngineChoice(String word) {

    private static final String CHOSEN = "auto";

    /** The program chooses, from the model alone. */
    public static final EngineChoice AUTO = new EngineChoice(CHOSEN);

    /**
     * A choice by its word.
     *
     * @throws IllegalArgumentException if there is no such engine
     */
    public EngineChoice {
        if (!words().contains(word)) {
            throw new IllegalArgumentException("expected " + String.join(" or ", words()) + ", found '" + word + "'");
        }
    }

    /** All choices: {@code auto}, then the engines. */
    public static List<String> words() {
        return Stream.concat(Stream.of(CHOSEN), Engines.names().stream()).toList();
    }

    @Override
    public String toString() {
        return word;
    }
}
