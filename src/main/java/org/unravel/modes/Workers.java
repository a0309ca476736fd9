package org.unravel.modes;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import org.unravel.ensemble.StopRequest;

/** Threads that share out tasks which know nothing of each other, so that no result depends on their number. */
final class Workers implements AutoCloseable {

    private final ForkJoinPool pool;
    private final StopRequest request;

    /**
     * So many threads.
     *
     * @param count ≥ 1
     * @param request ends the work early
     */
    Workers(int count, StopRequest request) {
        this.pool = new ForkJoinPool(count);
        this.request = request;
    }

    /**
     * Does the tasks from 0 to {@code count}, in any order.
     *
     * @throws IllegalStateException if it was asked to stop
     */
    void each(int count, IntConsumer task) {
        try {
            pool.submit(() -> IntStream.range(0, count).parallel().forEach(i -> {
                if (request.isMade()) {
                    throw new IllegalStateException("asked to stop");
                }
                task.accept(i);
            })).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
