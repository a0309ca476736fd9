package org.unravel.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder of a run, checked before anything is computed. */
final class OutputDirectory {

    private OutputDirectory() {
    }

    /**
     * Makes the folder if it is not there and tries to write in it.
     *
     * @return the folders that were made, innermost first
     * @throws InputException if it cannot be made or written
     */
    static List<Path> prepare(Path directory) {
        if (directory.toString().isEmpty()) {
            throw new InputException("expected a folder for the results, found an empty name");
        }
        List<Path> made = Stream.iterate(directory.toAbsolutePath(), p -> p != null && Files.notExists(p), Path::getParent).toList();
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, ".unravel", ".part"));
            return made;
        } catch (FileAlreadyExistsException e) {
            throw new InputException("expected a folder for the results, found a file (" + e.getMessage() + ")");
        } catch (IOException e) {
            throw new InputException("expected a folder for the results that can be written, found " + directory);
        }
    }

    /** Takes away folders in which nothing was written. */
    static void discard(List<Path> made) {
        try {
            for (Path directory : made) {
                Files.deleteIfExists(directory);
            }
        } catch (IOException e) {
            // somebody has put something there: it stays, and the failure that led here is the one to tell
        }
    }
}
