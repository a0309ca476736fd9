package org.unravel.records;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

import io.jhdf.HdfFile;
import io.jhdf.Superblock;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfException;

/**
 * A file of records that is read piece by piece. Whatever is wrong with it ends in an {@link UnreadableRecordsException}: every part of the file that has numbers of trajectories or says where
 * they are carries a checksum, and a file that was cut off is found by the length that stands in its head. Not safe for threads.
 */
final class RecordsReader implements AutoCloseable {

    private final Path path;
    private final HdfFile file;

    private RecordsReader(Path path, HdfFile file) {
        this.path = path;
        this.file = file;
    }

    /** Opens a file of the format that this program writes. */
    static RecordsReader open(Path path) throws UnreadableRecordsException {
        if (!Files.isRegularFile(path)) {
            throw new UnreadableRecordsException(Records.FILE + " of a run", Files.exists(path) ? "no file" : "nothing", path, null);
        }
        checkLength(path);
        RecordsReader reader = new RecordsReader(path, hdf(path));
        try {
            Object format = reader.attribute("format").orElse("none");
            reader.require(Integer.valueOf(RecordsWriter.FORMAT).equals(format), "records of format " + RecordsWriter.FORMAT, "format " + format);
            return reader;
        } catch (UnreadableRecordsException e) {
            reader.close();
            throw e;
        }
    }

    private static void checkLength(Path path) throws UnreadableRecordsException {
        long expected;
        long found;
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            found = channel.size();
            expected = Superblock.readSuperblock(channel, 0).getEndOfFileAddress();
        } catch (IOException | RuntimeException e) {
            throw new UnreadableRecordsException("records of a run in HDF5", "a file without its head", path, e);
        }
        if (found < expected) {
            throw new UnreadableRecordsException("a whole file of " + expected + " bytes", "one of " + found + ", which was cut off", path, null);
        }
    }

    private static HdfFile hdf(Path path) throws UnreadableRecordsException {
        try {
            return new HdfFile(path);
        } catch (RuntimeException e) {
            throw new UnreadableRecordsException("records of a run in HDF5", damage(e), path, e);
        }
    }

    /** What the library says, if it has foreseen that. */
    private static String damage(RuntimeException e) {
        return e instanceof HdfException && e.getMessage() != null ? "damage: " + e.getMessage() : "damage that cannot be read";
    }

    /** Fails unless something holds. */
    void require(boolean holds, String expected, String found) throws UnreadableRecordsException {
        if (!holds) {
            throw new UnreadableRecordsException(expected, found, path, null);
        }
    }

    private <T> T read(String what, Supplier<T> data) throws UnreadableRecordsException {
        try {
            return data.get();
        } catch (RuntimeException e) {
            throw new UnreadableRecordsException(what + " of a run", damage(e), path, e);
        }
    }

    /** An attribute of the file. */
    Optional<Object> attribute(String name) throws UnreadableRecordsException {
        return read("the attribute " + name, () -> Optional.ofNullable(file.getAttribute(name)).map(Attribute::getData));
    }

    /** By name, in the order of the alphabet: links of HDF5 have no other that lasts. */
    Map<String, Dataset> datasets(String group) throws UnreadableRecordsException {
        Node node = read("the group " + group, () -> file.getChild(group));
        require(node instanceof Group, "records with the group " + group, "none");
        Map<String, Dataset> all = new TreeMap<>();
        for (Node child : read("the group " + group, ((Group) node)::getChildren).values()) {
            require(child instanceof Dataset, "nothing but data in the group " + group, "'" + child.getName() + "'");
            all.put(child.getName(), (Dataset) child);
        }
        return all;
    }

    /** A part of a dataset as an array of the type that it must have. */
    <T> T part(Dataset data, Class<T> type, long first, int count) throws UnreadableRecordsException {
        return typed(data, type, read(data.getPath(), () -> data.getData(new long[] {first}, new int[] {count})));
    }

    /** All of a dataset; nothing where it is empty. */
    <T> Optional<T> all(Dataset data, Class<T> type) throws UnreadableRecordsException {
        return size(data) == 0 ? Optional.empty() : Optional.of(typed(data, type, read(data.getPath(), data::getData)));
    }

    private <T> T typed(Dataset data, Class<T> type, Object found) throws UnreadableRecordsException {
        require(type.isInstance(found), data.getPath() + " with values of the type " + type.getComponentType().getSimpleName(), found == null ? "none" : found.getClass().getSimpleName());
        return type.cast(found);
    }

    /** Number of rows. */
    long size(Dataset data) throws UnreadableRecordsException {
        return read(data.getPath(), data::getSize);
    }

    @Override
    public void close() {
        file.close();
    }
}
