package org.unravel.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where a command shows things, and how it was called. */
final class Console {

    private final PrintWriter out;
    private final Function<String, ProgressDisplay> progress;
    private final String command;

    Console(PrintWriter out, Function<String, ProgressDisplay> progress, String[] arguments) {
        this.out = out;
        this.progress = progress;
        this.command = "unravel " + Arrays.stream(arguments).map(Console::quoted).collect(Collectors.joining(" "));
    }

    void show(String line) {
        out.println(line);
        out.flush();
    }

    /** Of a task, until it is closed. */
    ProgressDisplay progress(String task) {
        return progress.apply(task);
    }

    /** The command line as a shell would take it again. */
    String command() {
        return command;
    }

    private static String quoted(String argument) {
        return argument.matches("[A-Za-z0-9_.,:=/+@%^-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
