package org.unravel.cli;

import java.util.List;
import java.util.function.Supplier;

import picocli.CommandLine.Option;

/** How much a command shows. */
final class Detail {

    @Option(names = "--verbose", description = "Show all there is to know, for those who look into the program: all tests, engine, tables.")
    private boolean verbose;

    /** Shows lines that only some want to see. */
    void show(Console console, Supplier<List<String>> lines) {
        show(console, lines, List::of);
    }

    /** Shows all, or what matters of it. */
    void show(Console console, Supplier<List<String>> all, Supplier<List<String>> brief) {
        (verbose ? all : brief).get().forEach(console::show);
    }
}
