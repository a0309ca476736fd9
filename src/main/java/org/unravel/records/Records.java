package org.unravel.records;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.unravel.ensemble.RecordPlan;
import org.unravel.ensemble.RecordSink;
import org.unravel.ensemble.TrajectoryRecords;
import org.unravel.numeric.Bytes;
import org.unravel.output.RecordTables;
import org.unravel.output.RunFile;
import org.unravel.output.RunInfo;

/**
 * The file {@code records.h5} of one run while it comes into being: beside its place, in a thread of its own, with memory that does not depend on the number of trajectories.
 *
 * <p>A run is never lost for its records: what goes wrong, as on a full disk, is in {@link #failure}, what was written is removed at once, and the run goes on without.
 */
public final class Records implements RecordSink, AutoCloseable {

    /** The file in the folder of a run. */
    public static final String FILE = "records.h5";
    private static final List<String> LOADERS = List.of("load.py", "load.jl", "load.m");
    /** Blocks that wait to be written: some tens of MiB at most. */
    private static final int WAITING = 4;
    /** Beside its double and its integer nothing is kept of a jump. */
    private static final int BYTES_OF_A_JUMP = Double.BYTES + Integer.BYTES;
    /** Says that no block follows. */
    private static final TrajectoryRecords LAST = new TrajectoryRecords(0, 0, new double[0][], new int[0], new double[0], new int[0], new double[0]);

    private final Path part;
    private final RunInfo info;
    private final Consumer<String> told;
    private final UnaryOperator<ChunkStore> tampering;
    private final BlockingQueue<TrajectoryRecords> waiting = new ArrayBlockingQueue<>(WAITING);
    private Thread thread;
    private RecordsWriter writer;
    private boolean isOver;
    private volatile Throwable failure;

    private Records(Path part, RunInfo info, Consumer<String> told, UnaryOperator<ChunkStore> tampering) {
        this.part = part;
        this.info = info;
        this.told = told;
        this.tampering = tampering;
    }

    /**
     * Of a run that writes to a folder.
     *
     * @param directory an existing folder
     * @param info where the run comes from
     * @param told hears how much room the records may take
     */
    public static Records in(Path directory, RunInfo info, Consumer<String> told) {
        return in(directory, info, told, UnaryOperator.identity());
    }

    /** Of a run that keeps them in a file of their own in an existing folder; {@link #moveTo} takes it there. */
    public static Records at(Path file, RunInfo info) {
        return new Records(RunFile.part(file.toAbsolutePath()), info, room -> { }, UnaryOperator.identity());
    }

    static Records in(Path directory, RunInfo info, Consumer<String> told, UnaryOperator<ChunkStore> tampering) {
        return new Records(RunFile.part(directory.toAbsolutePath().resolve(FILE)), info, told, tampering);
    }

    @Override
    public void begin(RecordPlan plan) {
        if (writer != null) {
            throw new IllegalStateException("expected records of one run, found a second one: every run has records of its own");
        }
        try {
            told.accept(forecast(plan));
            writer = new RecordsWriter(part, plan, info, tampering);
            thread = new Thread(this::write, "records");
            thread.setDaemon(true);
            thread.start();
        } catch (IOException | RuntimeException e) {
            giveUp(e);
        }
    }

    private String forecast(RecordPlan plan) throws IOException {
        double each = Double.BYTES * (plan.quantities().size() + plan.model().observables().size() + 1.0)
                + (Double.isNaN(plan.expectedJumps()) ? 0 : plan.expectedJumps() * (BYTES_OF_A_JUMP + (plan.hasHeatOfJumps() ? Double.BYTES : 0)));
        double bytes = each * plan.trajectoryCount();
        long free = Files.getFileStore(part.getParent()).getUsableSpace();
        String room = "records: up to about " + Bytes.shown(bytes) + " for " + plan.trajectoryCount() + (plan.trajectoryCount() == 1 ? " trajectory, " : " trajectories, ") + Bytes.shown(free) + " are free in " + part.getParent();
        return bytes > free ? room + ": if the disk gets full the run goes on without records; -o chooses another folder" : room;
    }

    @Override
    public void take(TrajectoryRecords block) {
        if (failure != null) {
            return;
        }
        try {
            waiting.put(block);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", e);
        }
    }

    /** Goes on taking blocks when it has failed, so that nobody waits for it. */
    private void write() {
        try {
            for (TrajectoryRecords block = waiting.take(); block != LAST; block = waiting.take()) {
                if (failure == null) {
                    add(block);
                }
            }
        } catch (InterruptedException e) {
            giveUp(e);
        }
    }

    private void add(TrajectoryRecords block) {
        try {
            writer.add(block);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            giveUp(e);
        }
    }

    /** Makes room at once: what else the run has to write may need it. */
    private void giveUp(Throwable e) {
        failure = e;
        discard();
    }

    private void discard() {
        try {
            if (writer != null) {
                writer.close();
            }
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // the next run in the folder removes what is left
        }
    }

    /** Waits until all that was taken is written, and makes a whole file of it; nothing can be taken any more. Once more does nothing. */
    public synchronized void finish() {
        if (isOver) {
            return;
        }
        isOver = true;
        if (thread == null) {
            return;
        }
        try {
            waiting.put(LAST);
            thread.join();
            if (failure == null) {
                writer.finish();
                writer.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp(e);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            giveUp(e);
        }
    }

    /** Why there are no records. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** The file with what reads it, for the folder of the run; nothing where it could not be written. It is moved there, not copied. */
    public List<RunFile> files() {
        finish();
        if (failure != null || writer == null) {
            return List.of();
        }
        List<RunFile> files = new ArrayList<>(List.of(RunFile.made(FILE, part)));
        for (String name : LOADERS) {
            files.add(new RunFile(name, out -> {
                try (InputStream in = Records.class.getResourceAsStream(name)) {
                    in.transferTo(out);
                }
            }));
        }
        return files;
    }

    /** Finishes the file and moves it to a place of its own, on the same disk; tables that were made of an earlier file there are removed. Does nothing where it could not be written. */
    public void moveTo(Path place) {
        finish();
        if (failure == null && writer != null) {
            try {
                RecordTables.removeThoseOf(place);
                Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                giveUp(e);
            }
        }
    }

    /** Leaves nothing beside the place of the file. */
    @Override
    public void close() {
        finish();
        discard();
    }
}
