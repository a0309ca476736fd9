package org.unravel.run;

import java.nio.file.Path;
import java.util.Optional;

import org.unravel.ensemble.RunPlan;
import org.unravel.output.RunInfo;
import org.unravel.records.Records;

/** Where the records of a run go. */
sealed interface RecordKeeping {

    /** To a file of their own. */
    record OwnFile(Path file) implements RecordKeeping {
    }

    /** To where the caller puts them. */
    record OfCaller(Records records) implements RecordKeeping {
    }

    /** Begins those of one execution. */
    static Open open(Optional<RecordKeeping> keeping, RunInfo info) {
        if (keeping.isEmpty()) {
            return new Open(Optional.empty(), Optional.empty());
        }
        if (keeping.get() instanceof OwnFile own) {
            Path place = own.file().toAbsolutePath();
            return new Open(Optional.of(Records.at(place, info)), Optional.of(place));
        }
        return new Open(Optional.of(((OfCaller) keeping.get()).records()), Optional.empty());
    }

    /** The records of one execution, if it keeps any, and their own place, if they have one. */
    record Open(Optional<Records> records, Optional<Path> place) implements AutoCloseable {

        /** The plan, with its trajectories recorded. */
        RunPlan of(RunPlan plan) {
            return records.map(plan::withRecords).orElse(plan);
        }

        /** All is sampled; what has kept the records from being written. */
        Optional<IllegalStateException> finish() {
            records.ifPresent(r -> {
                r.finish();
                place.ifPresent(r::moveTo);
            });
            return records.flatMap(Records::failure).map(e -> new IllegalStateException(Records.FILE + " could not be written (" + FailureText.of(e)
                    + "): where the disk is full take a folder on another one, or fewer trajectories", e));
        }

        @Override
        public void close() {
            if (place.isPresent()) {
                records.orElseThrow().close();
            }
        }
    }
}
