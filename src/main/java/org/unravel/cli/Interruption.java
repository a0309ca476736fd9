package org.unravel.cli;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

import org.unravel.ensemble.StopRequest;

/**
 * What a process still does that is told to end, by Ctrl-C or a signal. While it samples, what is finished is written before it ends; before, there is nothing to write; after, what was
 * sampled is on disk already, and it ends at once, though never in the middle of writing.
 *
 * <p>The Java virtual machine calls the hook in a thread of its own and ends when that returns, whatever the main thread does then.
 */
final class Interruption implements AutoCloseable {

    /** Writes files. */
    interface Writing {
        void run() throws IOException;
    }

    private final OutputDirectory output;
    private final StopRequest request = new StopRequest();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Object writing = new Object();
    private final Thread hook = new Thread(this::end, "interruption");
    private volatile boolean hasResults;
    private boolean over;

    private Interruption(OutputDirectory output) {
        this.output = output;
    }

    /** Watches until it is closed. */
    static Interruption watch(OutputDirectory output) {
        Interruption interruption = new Interruption(output);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** What tells sampling to end. */
    StopRequest request() {
        return request;
    }

    /** Something is finished: from now on the process waits until it is written. The set-up of an engine, which may take long, is not waited for. */
    void finishedSome() {
        hasResults = true;
    }

    /** What was sampled is written, or too little to wait for: whoever waits need not any longer. */
    void sampled() {
        ended.countDown();
    }

    /** True once the process was told to end. */
    boolean isRequested() {
        return request.isMade();
    }

    /** Writes all files or none of them. */
    void write(Writing files) throws IOException {
        synchronized (writing) {
            if (!over) {
                files.run();
            }
        }
    }

    /** What the hook does. */
    void end() {
        request.make();
        try {
            if (hasResults) {
                ended.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (writing) {
            over = true;
            output.close();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending: the hook is at work
        }
    }
}
