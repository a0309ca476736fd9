package org.unravel.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.unravel.output.EarlierRun;
import org.unravel.output.RunFiles;
import org.unravel.run.FailureText;

/**
 * The folder of a run, checked and locked before anything is computed and made when there is something to write. Two runs in one folder would mix their files. The lock is the
 * operating system's, on a file in its folder for temporary files: a process that has died locks nobody out, and leaves nothing where results are looked for. Not safe for threads.
 */
final class OutputDirectory implements AutoCloseable {

    /** Lock files of this process. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final Path lockFile;
    private final FileChannel lock;
    private List<Path> made = List.of();
    private boolean isCleared;
    private Optional<EarlierRun> earlier = Optional.empty();

    private OutputDirectory(Path directory, Path lockFile, FileChannel lock) {
        this.directory = directory;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /**
     * Tries to write where the folder is or will be, and locks it.
     *
     * @param names of the files that will be written: files of others that have these names are not replaced
     * @throws InputException if it cannot be made or written, another run writes there, or it holds such a file
     */
    static OutputDirectory open(Path directory, Set<String> names) {
        return open(directory, names, "summary.json");
    }

    /** The same where what was written here is listed in a summary of another name. */
    static OutputDirectory open(Path directory, Set<String> names, String summary) {
        OutputDirectory opened = open(directory);
        try {
            opened.earlier = EarlierRun.in(directory, summary);
            EarlierRun.foreignFile(directory, opened.earlier, names).ifPresent(foreign -> {
                throw new InputException("expected a folder for the results in which nothing of yours has the name of a file of a run, found " + foreign
                        + ", which no run has listed and this one would replace: choose another folder with -o, or remove it if a run has left it");
            });
            return opened;
        } catch (IOException e) {
            opened.close();
            throw new InputException("expected a folder for the results whose " + summary + " can be read, found " + directory + " (" + FailureText.of(e) + ")");
        } catch (InputException e) {
            opened.close();
            throw e;
        }
    }

    /**
     * The same for tables that no summary lists: ours begin with their heading.
     *
     * @param headings first lines by names of files
     */
    static OutputDirectory open(Path directory, Map<String, String> headings) {
        return open(directory, headings.keySet(), file -> beginsWith(file, headings.get(file.getFileName().toString())));
    }

    /**
     * The same where ours are told in another way.
     *
     * @param names of the files that will be written
     * @param isOurs true of a file of such a name that may be replaced
     */
    static OutputDirectory open(Path directory, Collection<String> names, Predicate<Path> isOurs) {
        OutputDirectory opened = open(directory);
        Optional<Path> foreign = names.stream().map(directory::resolve).filter(Files::exists).filter(isOurs.negate()).sorted().findFirst();
        if (foreign.isPresent()) {
            opened.close();
            throw new InputException("expected a folder for the results in which nothing of yours has the name of a file of this command, found " + foreign.get()
                    + ", which it would replace: choose another folder with -o");
        }
        return opened;
    }

    /** True if a file begins with such a line. */
    static boolean beginsWith(Path file, String heading) {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            return heading.equals(in.readLine());
        } catch (IOException e) {
            return false;
        }
    }

    private static OutputDirectory open(Path directory) {
        if (directory.toString().isEmpty()) {
            throw new InputException("expected a folder for the results, found an empty name");
        }
        try {
            Path existing = missing(directory).reduce((a, b) -> b).map(Path::getParent).orElse(directory.toAbsolutePath());
            if (!Files.isDirectory(existing)) {
                throw new InputException("expected a folder for the results, found a file (" + existing + ")");
            }
            Files.delete(Files.createTempFile(existing, ".unravel", ".part"));
            Path file = lockFile(existing.toRealPath().resolve(existing.relativize(directory.toAbsolutePath())).normalize());
            FileChannel lock = locked(file).orElseThrow(() -> new InputException("expected a folder that no other run is writing to, found one in " + directory
                    + ": wait for it, or choose another folder with -o"));
            return new OutputDirectory(directory, file, lock);
        } catch (IOException e) {
            throw new InputException("expected a folder for the results that can be written, found " + directory);
        }
    }

    /** The folders that have to be made, innermost first. */
    private static Stream<Path> missing(Path directory) {
        return Stream.iterate(directory.toAbsolutePath(), p -> p != null && Files.notExists(p), Path::getParent);
    }

    private static Path lockFile(Path directory) throws IOException {
        Path locks = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "unravel-locks-" + System.getProperty("user.name")));
        return locks.resolve(UUID.nameUUIDFromBytes(directory.toString().getBytes(StandardCharsets.UTF_8)).toString());
    }

    /** The file stays: were it removed, another run could lock it while a third one makes a new one of that name. */
    private static Optional<FileChannel> locked(Path file) throws IOException {
        // closing any channel of a file gives up all locks that the process has on it, so that what is held here must not be opened again
        if (!HELD.add(file)) {
            return Optional.empty();
        }
        boolean isLocked = false;
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            isLocked = channel.tryLock() != null;
            if (!isLocked) {
                channel.close();
            }
            return isLocked ? Optional.of(channel) : Optional.empty();
        } finally {
            if (!isLocked) {
                HELD.remove(file);
            }
        }
    }

    /** As it was asked for. */
    Path path() {
        return directory;
    }

    /** The run that was here when the folder was opened, if there was one. */
    Optional<EarlierRun> earlier() {
        return earlier;
    }

    /**
     * Makes the folder, and removes at the first call what processes that died have left half-written in it: from then on this one may write there.
     *
     * @return where the files go
     */
    Path make() throws IOException {
        made = made.isEmpty() ? missing(directory).toList() : made;
        Files.createDirectories(directory);
        if (!isCleared) {
            RunFiles.clear(directory);
            isCleared = true;
        }
        return directory;
    }

    /** Unlocks the folder and takes it away, with those that were made for it, if nothing was written. */
    @Override
    public void close() {
        try {
            for (Path folder : made) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            // it holds files, or somebody has put something there: it stays
        }
        try {
            lock.close();
            HELD.remove(lockFile);
        } catch (IOException e) {
            // the process ends, and the lock with it
        }
    }
}
