package org.unravel.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file of a run that is made elsewhere: its page, its figures, its records.
 *
 * @param name its place in the folder of the run: one of {@link #NAMES}, or {@code figures/<id>.svg} or {@code .png}
 * @param content writes it; nothing of it is kept if that fails
 */
public record RunFile(String name, Content content) {

    /** Names that such a file may have, beside those of figures. */
    public static final Set<String> NAMES = Set.of("report.html", "records.h5", "load.py", "load.jl", "load.m");

    private static final Pattern FIGURE = Pattern.compile("figures/[a-z0-9-]+\\.(svg|png)");

    /** Writes what is in a file. */
    @FunctionalInterface
    public interface Content {

        /** Writes all of it; the stream is closed by the caller. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** A file that is there already and only has to be moved; copied where it is on another disk. */
    record Made(Path file) implements Content {
        @Override
        public void writeTo(OutputStream out) throws IOException {
            Files.copy(file, out);
        }
    }

    /**
     * A file that is written while the run goes on, beside the place that it will have. It is moved there with the other files of the run; where it has been moved before it stays.
     *
     * @param file {@link #part} of the place; who has written it removes it if it is still there at the end
     */
    public static RunFile made(String name, Path file) {
        return new RunFile(name, new Made(file));
    }

    /** False for a file that is made already and has been moved to its place, so that it cannot be written to another one. */
    public boolean isToBeHad() {
        return !(content instanceof Made made) || Files.exists(made.file());
    }

    /** Where a file is written before it is moved to its place. What a process that died has left there, the next run removes. */
    public static Path part(Path place) {
        return Replacement.part(place);
    }

    /** Checks the name. */
    public RunFile {
        if (!isName(name)) {
            throw new IllegalArgumentException("expected the name of a file of a run, found '" + name + "'");
        }
    }

    /**
     * Names of the files in a folder of a run that figures of a run may have, whoever has written them.
     *
     * @throws IOException if the folder cannot be read
     */
    public static Set<String> figuresIn(Path directory) throws IOException {
        Path figures = directory.resolve("figures");
        if (!Files.isDirectory(figures)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(figures)) {
            return files.map(f -> "figures/" + f.getFileName()).filter(RunFile::isName).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** True if such a file may have the name. */
    static boolean isName(String name) {
        return NAMES.contains(name) || FIGURE.matcher(name).matches();
    }
}
