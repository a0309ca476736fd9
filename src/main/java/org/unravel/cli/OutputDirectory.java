package org.unravel.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of a run, checked before anything is computed. */
final class OutputDirectory {

    private OutputDirectory() {
    }

    /**
     * Makes the folder if it is not there and tries to write in it.
     *
     * @throws InputException if it cannot be made or written
     */
    static void prepare(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, ".unravel", ".part"));
        } catch (FileAlreadyExistsException e) {
            throw new InputException("expected a folder for the results, found a file (" + e.getMessage() + ")");
        } catch (IOException e) {
            throw new InputException("expected a folder for the results that can be written, found " + directory);
        }
    }
}
