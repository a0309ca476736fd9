package org.unravel.cli;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

import org.unravel.ensemble.StopRequest;
import org.unravel.run.FailureText;

/**
 * What a process still does that is told to end, by Ctrl-C or a signal. While it samples, what is finished is written before it ends; before, there is nothing to write; after, what was
 * sampled is written without the exact side, and it ends, though never in the middle of writing.
 *
 * <p>The Java virtual machine calls the hook in a thread of its own and ends when that returns, whatever the main thread does then.
 */
final class Interruption implements AutoCloseable {

    /** Writes files. */
    interface Writing {
        void run() throws IOException;
    }

    private final OutputDirectory output;
    private final Consumer<String> told;
    private final StopRequest request = new StopRequest();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Object writing = new Object();
    private final Thread hook = new Thread(this::end, "interruption");
    private volatile boolean hasResults;
    private boolean over;
    private Writing lastWord;

    private Interruption(OutputDirectory output, Consumer<String> told) {
        this.output = output;
        this.told = told;
    }

    /** Watches until it is closed; somebody is told what becomes of a run that nothing is left of. */
    static Interruption watch(OutputDirectory output, Consumer<String> told) {
        Interruption interruption = new Interruption(output, told);
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

    /** All is sampled: whoever waits need not any longer, but if the process is told to end now, this is what it still does. */
    void sampled(Writing lastWord) {
        synchronized (writing) {
            this.lastWord = lastWord;
        }
        ended.countDown();
    }

    /**
     * Writes what the run has come to, all files or none; nothing is left to do then.
     *
     * @throws InterruptedRunException if the process is ending, and has said what it has written
     */
    void finish(Writing files) throws IOException {
        synchronized (writing) {
            if (over) {
                throw new InterruptedRunException("the process is ending");
            }
            write(files);
            lastWord = null;
        }
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
            } else {
                told.accept("interrupted: nothing is finished yet, nothing is written" + (output.earlier().isPresent() ? "; what is in " + output.path()
                        + " is of an earlier run" : ""));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (writing) {
            try {
                if (!over && lastWord != null) {
                    lastWord.run();
                }
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                told.accept("interrupted: " + FailureText.of(e));
            } finally {
                over = true;
                output.close();
            }
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
