package org.unravel.modelfile;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

import org.unravel.model.Abbreviation;

/** The files with tables that one model names. Each is read once, so that what ran is what is written down. Safe for threads. */
final class TableFiles {

    private final Optional<Path> folder;
    private final Map<String, TablePoints> read = new ConcurrentSkipListMap<>();

    private TableFiles(Optional<Path> folder) {
        this.folder = folder;
    }

    /** Files relative to the folder of a model file. */
    static TableFiles besides(Path modelFile) {
        return new TableFiles(Optional.of(Optional.ofNullable(modelFile.getParent()).orElse(Path.of(""))));
    }

    /** Files relative to where the program runs, for a model that is no file. */
    static TableFiles ofProgram() {
        return new TableFiles(Optional.of(Path.of("")));
    }

    /** For what ships or has no place: there are none. */
    static TableFiles none() {
        return new TableFiles(Optional.empty());
    }

    /**
     * The points in a file.
     *
     * @param place where it is named
     * @param path as it is named; relative to the model file
     * @throws ModelFileException if it is missing or no table
     */
    TablePoints points(Source place, String path) {
        TablePoints known = read.get(path);
        if (known == null) {
            Path file = file(place, path);
            known = TableText.points(FileText.of("a table", file, file.toString()), file.toString());
            read.put(path, known);
        }
        return known;
    }

    private Path file(Source place, String path) {
        if (folder.isEmpty()) {
            throw ModelFileException.at(place, "a model that ships has no files beside it, found '" + NameRules.shortened(path) + "'");
        }
        try {
            Path file = folder.get().resolve(path);
            if (!path.isBlank() && Files.exists(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw ModelFileException.at(place, "expected the name of a file with a table, found '" + NameRules.shortened(path) + "'");
        }
        throw ModelFileException.at(place, "expected a file with a table beside the model file, found nothing of the name '" + NameRules.shortened(path) + "'");
    }

    /** Those that were read, for people. */
    List<Abbreviation> abbreviations() {
        return read.entrySet().stream().map(e -> new Abbreviation(Abbreviation.Kind.TABLE, e.getKey(), e.getValue().count() + " points from "
                + PhysicsCheck.number(e.getValue().first()) + " to " + PhysicsCheck.number(e.getValue().last()))).toList();
    }

    /** An expression with the points of its files written out. */
    String writtenOut(String expression) {
        return read.isEmpty() ? expression : ExpressionSyntax.withoutFiles(expression, path -> Optional.ofNullable(read.get(path)).map(TablePoints::text));
    }
}
